using GraphQL.Types;
using NodaTime;
using static ZhuzhouGraph.Server.GraphApi.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi;

/// <summary>The inputs that narrow a list, and how each becomes a query of the port. What is left out admits everything; the parts of a filter combine with AND, the values of one part with OR.</summary>
internal static class Filters
{
    /// <summary>The largest number of relationships that a filter counts to.</summary>
    private const int MaxCount = 1_000;

    private static readonly string IdsOrNames = "ids, or exact names";

    public static IEnumerable<IGraphType> Types() =>
    [
        Input("DateRange", "日期范围", "Days, both ends included; an end left out is open.",
            Value("from", "Date", "起始日", "The first day."),
            Value("to", "Date", "截止日", "The last day.")),
        Input("ValueFilter", "数值筛选", "Values between two ends, compared with what a figure can mean: its interval, where it is hedged or rounded. A figure without any number fits nothing.",
            Value("atLeast", "Decimal", "不低于", "This or more."),
            Value("moreThan", "Decimal", "高于", "More than this."),
            Value("atMost", "Decimal", "不高于", "This or less."),
            Value("lessThan", "Decimal", "低于", "Less than this."),
            Value("certainty", "Certainty", "确定程度", "How sure it has to be; CERTAIN, where it is left out.")),
        Input("PrintedInFilter", "刊载位置筛选", "In which part of an article something is printed.",
            Value("parts", "[ArticlePart!]!", "文章部分", "One of its citations stands in one of these."),
            Value("only", "Boolean", "仅见于此", "And none stands elsewhere; no, where it is left out.")),
        Input("RelationshipCountFilter", "关系数筛选", "How many relationships of one sort an entity is in: at least one, where nothing else is said; atMost 0 asks for none.",
            Value("types", "[RelationshipTypeName!]", "关系类型", "Of one of these types."),
            Value("direction", "RelationshipSide", "方向", "At which end the entity stands; at any, where it is left out."),
            Value("with", "[String!]", "对端", $"The other end is one of these: {IdsOrNames}."),
            WithParts("with"),
            Value("atLeast", "Int", "至少", "That many or more; 1 where neither limit is given."),
            Value("atMost", "Int", "至多", "That many or fewer.")),
        .. EntityTypes.All.Select(EntityFilterType),
        Input("EntityFilter", "实体筛选", "Which entities, of any type.",
            [Value("types", "[EntityTypeName!]", "类型", "Of one of these types."), .. NameFields()]),
        Input("RelationshipFilter", "关系筛选", "Which relationships.",
        [
            Value("types", "[RelationshipTypeName!]", "关系类型", "Of one of these types."),
            Value("from", "[String!]", "起点", $"It starts from one of these: {IdsOrNames}."),
            Value("to", "[String!]", "终点", $"It leads to one of these: {IdsOrNames}."),
            .. LinkFields("about", "from", "to"),
        ]),
        Input("LinkFilter", "单类关系筛选", "Which relationships of one type.", LinkFields("about")),
        .. RelationshipTypes.All.Where(HasOwnFilter).Select(type =>
            Input(LinkFilterOf(type), $"{type.Chinese}筛选", $"Which relationships of type {type.Name}.",
                [.. LinkFields("about"), .. ChoicesOf(type).Select(choice => ChoiceField(type, choice)), .. NamesOf(type).Select(NameField)])),
        Input("ObservationFilter", "数据筛选", "Which figures.",
            Value("about", "[String!]", "描述对象", $"About one of these: {IdsOrNames}."),
            WithParts("about"),
            Value("indicators", "[String!]", "指标", $"Of one of these indicators: {IdsOrNames}."),
            Value("withNarrower", "Boolean", "含下位指标", "Indicators that count a part of one of 'indicators', over any number of steps, are admitted like it; no, where it is left out."),
            Articles(),
            Value("measures", "[Measure!]", "度量方式", "Of one of these measures."),
            Value("comparisons", "[Comparison!]", "比较基准", "Compared in one of these ways."),
            Value("accumulations", "[Accumulation!]", "累计方式", "Accumulated in one of these ways."),
            Value("statuses", "[ObservationStatus!]", "数据状态", "Measured, aimed at or expected."),
            Value("units", "[String!]", "单位", "In one of these units: codes such as firm or %, or their words such as 家. Values of two units do not compare."),
            Value("value", "ValueFilter", "数值", "Its value lies, or can lie, between two ends."),
            Value("within", "String", "排名范围", "Of a rank: the words of its universe contain this."),
            PrintedIn(),
            Value("attributedTo", "[String!]", "出处", $"Said by one of these: {IdsOrNames}."),
            Value("text", "String", "字样", "The figure as printed contains this, whatever the width, case and white space."),
            Value("periodOverlaps", "DateRange", "时间重叠", "Its own period overlaps these days."),
            Undated(),
            PublishedBy(),
            Value("recordedAsOf", "DateTime", "入库时点", "As the store knew them at this moment; now, where it is left out.")),
        Input("ArticleFilter", "文章筛选", "Which articles.",
            Value("published", "DateRange", "刊发日期", "Published on these days."),
            Value("text", "String", "字样", "The title, Chinese or English, contains this, whatever the width, case and white space.")),
    ];

    /// <summary>The filter of the relationships of one type.</summary>
    public static string LinkFilterOf(RelationshipType type) => HasOwnFilter(type) ? $"{type.TypeName}Filter" : "LinkFilter";

    /// <summary>The order of a list.</summary>
    /// <param name="usual">That of a list for which nothing is said.</param>
    public static QueryArgument Order<T>(T usual)
        where T : struct, Enum => SchemaParts.Argument("order", typeof(T).Name, "排序", "The order of the list.", usual);

    /// <summary>That of a list of figures, of which only the newest are wanted.</summary>
    public static QueryArgument LatestPer() => SchemaParts.Argument("latestPer", "[SeriesDimension!]", "最新", "Of the figures that fit and agree in all of these, only the newest; 'rule' says how it is chosen. All figures, where it is left out.");

    public static QueryArgument Argument(string type) => SchemaParts.Argument("filter", type, "筛选", "Which items; all, where it is left out.");

    public static ListField<Entity> Entities(EntityType type) => new(type.Plural, Connections.RootSize, arguments => ReadEntities(arguments.Input("filter")) with
    {
        Types = [type],
        Order = arguments.Value<EntityOrder>("order") ?? EntityOrder.Id,
    });

    public static ListField<Entity> EntitiesOf(string question) => new(question, Connections.NestedSize, arguments =>
    {
        var filter = arguments.Input("filter");
        return ReadEntities(filter) with { Types = [.. filter.List<string>("types").Select(EntityTypes.Get)] };
    });

    public static ListField<Relationship> Relationships(int size, RelationshipSide? side = null) => new($"relationships {side}", size, arguments =>
    {
        var filter = arguments.Input("filter");
        return ReadLinks(filter) with
        {
            Side = side ?? arguments.Value<RelationshipSide>("direction") ?? RelationshipSide.Either,
            Types = [.. filter.List<string>("types").Select(RelationshipTypes.Get)],
            From = filter.IdsOrNames("from"),
            To = filter.IdsOrNames("to"),
            WithParts = Widens(filter, "withParts", "about", "from", "to"),
            Order = OrderOf(arguments),
        };
    });

    public static ListField<Relationship> Links(RelationshipType type, RelationshipSide side) => new($"{type.Name} {side}", Connections.NestedSize,
        arguments =>
        {
            var filter = arguments.Input("filter");
            return ReadLinks(filter) with
            {
                Types = [type],
                Side = side,
                WithParts = Widens(filter, "withParts", "about"),
                Choices = [.. ChoicesOf(type).SelectMany(choice => filter.List<string>(choice.Name).Select(value => new ChosenValue(choice.Name, value)))],
                Names = [.. NamesOf(type).Select(p => (p.Name, Ids: filter.IdsOrNames(FieldOf(p)))).Where(p => p.Ids.Count > 0).Select(p => new NamedIn(p.Name, p.Ids))],
                Order = OrderOf(arguments),
            };
        });

    public static ListField<Observation> Observations(int size) => new("observations", size, arguments =>
    {
        var filter = arguments.Input("filter");
        return new ObservationQuery
        {
            LatestPer = ReadLatestPer(arguments),
            About = filter.IdsOrNames("about"),
            WithParts = Widens(filter, "withParts", "about"),
            Indicators = filter.IdsOrNames("indicators"),
            WithNarrower = Widens(filter, "withNarrower", "indicators"),
            Articles = ReadArticles(filter),
            AttributedTo = filter.IdsOrNames("attributedTo"),
            Measures = filter.Values<Measure>("measures"),
            Comparisons = filter.Values<Comparison>("comparisons"),
            Accumulations = filter.Values<Accumulation>("accumulations"),
            Statuses = filter.Values<ObservationStatus>("statuses"),
            Units = ReadUnits(filter),
            Value = ReadRange(filter),
            Within = filter.Text("within"),
            PrintedIn = ReadPrintedIn(filter),
            IsUndated = filter.Value<bool>("undated") ?? false,
            Order = OrderOf(arguments),
            Text = filter.Text("text"),
            Period = filter.Days("periodOverlaps"),
            PublishedBy = filter.Value<LocalDate>("publishedBy"),
            RecordedAsOf = filter.Value<Instant>("recordedAsOf"),
        };
    });

    public static ListField<Observation> Alike(Likeness likeness) => new(likeness.ToString(), Connections.NestedSize,
        arguments => new ObservationQuery { Likeness = likeness, Order = OrderOf(arguments) });

    public static ListField<Article> Articles(int size) => new("articles", size, arguments =>
    {
        var filter = arguments.Input("filter");
        return new ArticleQuery { Order = arguments.Value<ArticleOrder>("order") ?? ArticleOrder.Date, Published = filter.Days("published"), Text = filter.Text("text") };
    });

    public static ListField<Citation> Citations { get; } = new("citations", Connections.CitationSize, _ => new CitationQuery());

    public static ListField<SearchHit> Search { get; } = new("search", Connections.RootSize,
        arguments => new SearchQuery(arguments.Text("text") ?? "") { Types = arguments.List<string>("types"), Period = arguments.Days("days") });

    private static InputObjectGraphType EntityFilterType(EntityType type)
    {
        var fields = NameFields();
        if (type.Kinds.Count > 0)
            fields = fields.Append(Value("kinds", $"[{type.Name}Kind!]", "种类", "Of one of these kinds."));
        if (type.HasPeriod)
            fields = fields.Append(Value("periodOverlaps", "DateRange", "时间重叠", "Its own period overlaps these days."));
        return Input($"{type.Name}Filter", $"{type.Chinese}筛选", $"Which entities of type {type.Name}.", fields);
    }

    private static IEnumerable<FieldType> NameFields() =>
    [
        Value("names", "[String!]", "名称", "Any name is one of these, whatever the width, case and white space."),
        Value("text", "String", "字样", "Any name contains this, whatever the width, case and white space."),
        Value("relationships", "[RelationshipCountFilter!]", "关系", "It is in as many relationships of each of these sorts as each says."),
        Value("publishedBy", "Date", "刊发截至", "An article published on or before this day prints a name of it, or states something that names it."),
    ];

    /// <param name="ends">The fields that name ends.</param>
    private static IEnumerable<FieldType> LinkFields(params string[] ends) =>
    [
        Value("about", "[String!]", "涉及对象", $"Either end is one of these: {IdsOrNames}."),
        WithParts(ends),
        Articles(),
        Value("text", "String", "字样", "A text of it, such as a title, contains this, whatever the width, case and white space."),
        Value("periodOverlaps", "DateRange", "时间重叠", "Its own period overlaps these days."),
        Undated(),
        Value("statuses", "[StatementStatus!]", "陈述依据", "Stated, or only implied."),
        PrintedIn(),
        PublishedBy(),
    ];

    private static FieldType WithParts(params string[] ends) => Value("withParts", "Boolean", "含所属部分",
        $"The parts of each of {string.Join(", ", ends.Select(end => $"'{end}'"))} are admitted like it: what is PART_OF it, and the places and parks that are LOCATED_IN it, over any number of steps. No, where it is left out.");

    private static FieldType Articles() => Value("articles", "[ID!]", "文章", "Cited by one of these articles.");

    private static FieldType Undated() => Value("undated", "Boolean", "无日期", "Only those without a day of their own.");

    private static FieldType PrintedIn() => Value("printedIn", "PrintedInFilter", "刊载位置", "In which part of an article it is printed.");

    private static bool HasOwnFilter(RelationshipType type) => ChoicesOf(type).Any() || NamesOf(type).Any();

    private static IEnumerable<PropertyDeclaration> NamesOf(RelationshipType type) => type.Properties.Where(p => p.Kind is PropertyKind.Entity);

    /// <summary>A filter may be called like a property and mean something else.</summary>
    private static string FieldOf(PropertyDeclaration property) => property.Name == "about" ? "aboutProperty" : property.Name;

    private static FieldType NameField(PropertyDeclaration property) => Value(FieldOf(property), "[String!]", property.Chinese, $"{property.Description} Any of these: {IdsOrNames}.");

    private static IEnumerable<PropertyDeclaration> ChoicesOf(RelationshipType type) => type.Properties.Where(p => p.Kind is PropertyKind.Choice);

    private static FieldType ChoiceField(RelationshipType type, PropertyDeclaration choice) =>
        Value(choice.Name, $"[{Properties.EnumName(type.TypeName, choice)}!]", choice.Chinese, $"{choice.Description} Any of these.");

    private static FieldType PublishedBy() => Value("publishedBy", "Date", "刊发截至", "Printed by an article published on or before this day.");

    private static EntityQuery ReadEntities(ArgumentReader filter) => new()
    {
        Kinds = filter.List<string>("kinds"),
        Names = filter.Texts("names"),
        Text = filter.Text("text"),
        Period = filter.Days("periodOverlaps"),
        PublishedBy = filter.Value<LocalDate>("publishedBy"),
        Links = [.. filter.Inputs("relationships").Select(ReadCount)],
    };

    private static LinkCount ReadCount(ArgumentReader filter)
    {
        var (least, most) = (filter.Value<int>("atLeast"), filter.Value<int>("atMost"));
        foreach (var (name, limit) in new[] { ("atLeast", least), ("atMost", most) })
        {
            if (limit is < 0 or > MaxCount)
                filter.Report(name, GraphErrors.InvalidArgument, $"is {limit}; allowed are 0 to {MaxCount}.");
        }
        if (least > most)
            filter.Report("atLeast", GraphErrors.InvalidArgument, $"is {least}, which is more than 'atMost', {most}; nothing can have that many.");
        return new(
            filter.Value<RelationshipSide>("direction") ?? RelationshipSide.Either, [.. filter.List<string>("types").Select(RelationshipTypes.Get)],
            filter.IdsOrNames("with"), [], least ?? (most is null ? 1 : 0), most)
        {
            WithParts = Widens(filter, "withParts", "with"),
        };
    }

    /// <summary>A widening of what other fields name; without them it is a mistake.</summary>
    private static bool Widens(ArgumentReader filter, string name, params string[] named)
    {
        var widens = filter.Value<bool>(name) ?? false;
        if (widens && !named.Any(filter.Has))
            filter.Report(name, GraphErrors.InvalidArgument, $"widens what {string.Join(", ", named.Select(n => $"'{n}'"))} names, which is left out.");
        return widens;
    }

    private static IReadOnlyList<string> ReadArticles(ArgumentReader filter)
    {
        var ids = filter.Ids("articles");
        foreach (var id in ids.Where(id => NodeId.KindOf(id) is not (null or NodeKind.Article)))
            filter.Report("articles", GraphErrors.InvalidId, $"has '{id}', which is no article's id.");
        return ids;
    }

    private static IReadOnlyList<SeriesDimension> ReadLatestPer(ArgumentReader arguments)
    {
        var per = arguments.Values<SeriesDimension>("latestPer");
        if (per.Count == 0 && arguments.Has("latestPer"))
            arguments.Report("latestPer", GraphErrors.InvalidArgument, "names nothing; leave it out for all figures, or name at least one.");
        return per;
    }

    private static FactOrder OrderOf(ArgumentReader arguments) => arguments.Value<FactOrder>("order") ?? FactOrder.Print;

    private static List<Unit> ReadUnits(ArgumentReader filter)
    {
        List<Unit> units = [];
        foreach (var word in filter.List<string>("units"))
        {
            if (Units.Find(word) is { } unit)
                units.Add(unit);
            else
                filter.Report("units", GraphErrors.InvalidArgument, $"has '{word}', which is no unit. Allowed: {string.Join(", ", Units.All.Select(u => u.Code))}, and their words.");
        }
        return units;
    }

    private static ValueRange? ReadRange(ArgumentReader filter)
    {
        if (!filter.Has("value"))
            return null;
        var range = filter.Input("value");
        var (lower, upper) = (End("atLeast", "moreThan"), End("atMost", "lessThan"));
        if (lower is null && upper is null)
            filter.Report("value", GraphErrors.InvalidArgument, "has no end; give 'atLeast', 'moreThan', 'atMost' or 'lessThan'.");
        if (lower?.Value > upper?.Value)
            filter.Report("value", GraphErrors.InvalidArgument, "ends before it starts; nothing lies in it.");
        return new(lower, upper, range.Value<Certainty>("certainty") ?? Certainty.Certain);

        Bound? End(string inclusive, string exclusive)
        {
            if (range.Has(inclusive) && range.Has(exclusive))
                filter.Report("value", GraphErrors.InvalidArgument, $"has both '{inclusive}' and '{exclusive}'; give one of them.");
            return range.Value<decimal>(inclusive) is { } closed ? new Bound(closed, true) : range.Value<decimal>(exclusive) is { } open ? new Bound(open, false) : null;
        }
    }

    private static PrintedIn? ReadPrintedIn(ArgumentReader filter)
    {
        if (!filter.Has("printedIn"))
            return null;
        var printed = filter.Input("printedIn");
        var parts = printed.Values<ArticlePart>("parts");
        if (parts.Count == 0)
            printed.Report("parts", GraphErrors.InvalidArgument, "names no part; give at least one.");
        return new(parts, printed.Value<bool>("only") ?? false);
    }

    private static RelationshipQuery ReadLinks(ArgumentReader filter) => new()
    {
        About = filter.IdsOrNames("about"),
        Articles = ReadArticles(filter),
        Text = filter.Text("text"),
        Period = filter.Days("periodOverlaps"),
        PublishedBy = filter.Value<LocalDate>("publishedBy"),
        Statuses = filter.Values<StatementStatus>("statuses"),
        PrintedIn = ReadPrintedIn(filter),
        IsUndated = filter.Value<bool>("undated") ?? false,
    };
}
