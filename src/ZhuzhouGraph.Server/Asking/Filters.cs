using GraphQL.Types;
using NodaTime;
using ZhuzhouGraph.Server.GraphApi.Schema;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>
/// How the inputs that narrow a list become queries of the port. What is left out admits everything; the parts of a filter combine with
/// AND, the values of one part with OR. The fields of each filter are declared once: <see cref="EntityFilters"/>,
/// <see cref="RelationshipFilters"/>, <see cref="ObservationFilters"/>, <see cref="ArticleFilters"/>.
/// </summary>
internal static class Filters
{
    /// <summary>The argument of fields for the days that a period has to overlap, and its deprecated name.</summary>
    public const string Overlapping = "periodOverlaps",
        FormerOverlapping = "days";

    public static QueryArgument Argument(string type) =>
        SchemaParts.Argument("filter", type, "筛选", "Which items; all, where it is left out.");

    /// <summary>The order of a list.</summary>
    /// <param name="usual">That of a list for which nothing is said.</param>
    public static QueryArgument Order<T>(T usual)
        where T : struct, Enum => SchemaParts.Argument("order", typeof(T).Name, "排序", "The order of the list.", usual);

    /// <summary>That of a list of figures, of which only the newest are wanted.</summary>
    public static QueryArgument LatestPer() =>
        SchemaParts.Argument(
            "latestPer",
            "[SeriesDimension!]",
            "最新",
            "Of the figures that fit and agree in all of these, only the newest, or what else 'rule' says. All figures, where it is "
                + "left out. Measures, comparisons, parts, sums and single values never stand in for each other: they are told apart, "
                + "too, unless 'acrossMeasures' says otherwise."
        );

    /// <summary>Whether what says different things is one to <see cref="LatestPer"/>.</summary>
    public static QueryArgument AcrossMeasures() =>
        SchemaParts.Argument(
            "acrossMeasures",
            "Boolean",
            "不分度量",
            "Of 'latestPer': yes lets a growth stand in for a level, a part for the whole and a sum for a single value, as the newest of "
                + "all; no, where it is left out."
        );

    /// <summary>How one of several figures for the same is chosen.</summary>
    public static QueryArgument Rule() =>
        SchemaParts.Argument(
            "rule",
            "ChoiceRule",
            "取数规则",
            "Which of several figures is chosen; NEWEST, where it is left out. 'articles' chooses the source."
        );

    public static ChoiceRule RuleOf(ArgumentReader arguments) => arguments.Value<ChoiceRule>("rule") ?? default;

    private static IReadOnlyList<SeriesDimension> PerOf(ArgumentReader arguments)
    {
        var per = arguments.Values<SeriesDimension>("latestPer");
        if (arguments.Has("acrossMeasures") && !arguments.Has("latestPer"))
            arguments.Report("acrossMeasures", GraphErrors.InvalidArgument, "says what 'latestPer' tells apart, which is left out.");
        return arguments.Value<bool>("acrossMeasures") is true ? per : Series.Unmixed(per);
    }

    /// <summary>The rule of a list of which only some are chosen.</summary>
    private static ChoiceRule RuleAmong(ArgumentReader arguments)
    {
        if (arguments.Has("rule") && !arguments.Has("latestPer"))
            arguments.Report("rule", GraphErrors.InvalidArgument, "chooses among figures that agree in 'latestPer', which is left out.");
        return RuleOf(arguments);
    }

    /// <summary>The days that periods have to overlap, as an argument of a field, and its former name.</summary>
    public static QueryArgument[] OverlapArguments(string english) =>
        [
            SchemaParts.Argument(Overlapping, "DateRange", "时间重叠", english),
            SchemaParts.Argument(FormerOverlapping, "DateRange", "日期范围", english).Deprecated(Overlapping),
        ];

    /// <summary>That of a question that is put together from several lists.</summary>
    public static QueryArgument WithoutReferenceArgument() =>
        SchemaParts.Argument("withoutReference", "Boolean", "不含背景资料", "Whether what only a document states is left out.", false);

    /// <summary>The same.</summary>
    public static QueryArgument PublishedByArgument() =>
        SchemaParts.Argument(
            "publishedBy",
            "Date",
            "刊发截至",
            "Only what an article published on or before this day prints, described and dated as known now; everything, where it is left "
                + "out."
        );

    public static ListField<Entity> Entities(EntityType type)
    {
        var fields = EntityFilters.Of(type);
        return new(type.Plural, Connections.RootSize, arguments =>
            fields.Read(arguments.Input("filter"), new EntityQuery { Types = [type], Order = OrderOf<EntityOrder>(arguments) })
        );
    }

    public static ListField<Entity> EntitiesOf(string question) =>
        new(question, Connections.NestedSize, arguments => EntityFilters.OfAnyType.Read(arguments.Input("filter"), new EntityQuery()));

    public static ListField<Relationship> Relationships(int size, RelationshipSide? side = null) =>
        new($"relationships {side}", size, arguments =>
            RelationshipFilters.OfAnyType.Read(
                arguments.Input("filter"),
                new RelationshipQuery
                {
                    Side = side ?? arguments.Value<RelationshipSide>("direction") ?? RelationshipSide.Either,
                    Order = OrderOf<RelationshipOrder>(arguments),
                }
            )
        );

    public static ListField<Relationship> Links(RelationshipType type, RelationshipSide side)
    {
        var fields = RelationshipFilters.Of(type);
        return new($"{type.Name} {side}", Connections.NestedSize, arguments => fields.Read(
                arguments.Input("filter"),
                new RelationshipQuery
                {
                    Types = [type],
                    Side = side,
                    Order = OrderOf<RelationshipOrder>(arguments),
                }
            ));
    }

    public static ListField<Observation> Observations(int size) => new("observations", size, arguments => ObservationFilters.All.Read(
                arguments.Input("filter"),
                new ObservationQuery
                {
                    LatestPer = PerOf(arguments),
                    Rule = RuleAmong(arguments),
                    Order = OrderOf<ObservationOrder>(arguments),
                }
            ));

    public static ListField<Observation> Alike(Likeness likeness) =>
        new(likeness.ToString(), Connections.NestedSize, arguments => new ObservationQuery
        {
            Likeness = likeness,
            Order = OrderOf<ObservationOrder>(arguments),
        });

    public static ListField<Article> Articles(int size) =>
        new("articles", size, arguments =>
            ArticleFilters.All.Read(arguments.Input("filter"), new ArticleQuery { Order = OrderOf<ArticleOrder>(arguments) })
        );

    public static ListField<GroupCount> EntityGroups { get; } =
        Groups("groups of entities", GroupKey.OfEntities, filter => EntityFilters.OfAnyType.Read(filter, new EntityQuery()));

    public static ListField<GroupCount> RelationshipGroups { get; } =
        Groups("groups of relationships", GroupKey.OfRelationships, filter =>
            RelationshipFilters.OfAnyType.Read(filter, new RelationshipQuery())
        );

    public static ListField<GroupCount> ObservationGroups { get; } =
        Groups("groups of figures", GroupKey.OfObservations, filter => ObservationFilters.All.Read(filter, new ObservationQuery()));

    public static ListField<Citation> Citations { get; } = new("citations", Connections.CitationSize, _ => new CitationQuery());

    public static ListField<SearchHit> Search { get; } = new("search", Connections.RootSize, arguments => new SearchQuery(
            arguments.Words("text") ?? ""
        )
        {
            Types = arguments.List<string>("types"),
            Period = arguments.Days(arguments.Renamed(Overlapping, FormerOverlapping)),
            PublishedBy = arguments.Value<LocalDate>("publishedBy"),
        });

    /// <summary>The input types of all filters.</summary>
    public static IEnumerable<IGraphType> Types() =>
        [
            Input(
                "DateRange",
                "日期范围",
                "Days, both ends included; an end left out is open.",
                Value("from", "Date", "起始日", "The first day."),
                Value("to", "Date", "截止日", "The last day.")
            ),
            Input(
                "ValueFilter",
                "数值筛选",
                "Values between two ends, compared with what a figure can mean: its interval, where it is hedged. A figure without any "
                    + "number fits nothing. What is only rounded counts as the number that it prints, unless certainty says otherwise; "
                    + "'onlyPossible' of the answer says how many more fit only possibly. Numbers compare as they stand, whatever their "
                    + "units, unless 'unit' says in which the ends are: 2 times is then 200 %, and 1 t 1,000 kg.",
                Value("atLeast", "Decimal", "不低于", "This or more."),
                Value("moreThan", "Decimal", "高于", "More than this."),
                Value("atMost", "Decimal", "不高于", "This or less."),
                Value("lessThan", "Decimal", "低于", "Less than this."),
                Value("certainty", "Certainty", "确定程度", "How sure it has to be; CERTAIN, where it is left out."),
                Value(
                    "unit",
                    "String",
                    "单位",
                    "The unit of the ends: a code such as t or %, or a word such as 吨. Figures in units that convert into it are compared, "
                        + "others do not fit."
                )
            ),
            Input(
                "PrintedInFilter",
                "刊载位置筛选",
                "In which part of an article something is printed.",
                Value("parts", "[ArticlePart!]!", "文章部分", "One of its citations stands in one of these."),
                Value("only", "Boolean", "仅见于此", "And none stands elsewhere; no, where it is left out.")
            ),
            EntityFilters
                .Count(NodeTypes.Entities)
                .InputType(
                    "RelationshipCountFilter",
                    "关系数筛选",
                    "How many relationships of one sort an entity is in: at least one, where nothing else is said; atMost 0 asks for none."
                ),
            .. EntityTypes.All.Select(type =>
                EntityFilters.Of(type).InputType($"{type.Name}Filter", $"{type.Chinese}筛选", $"Which entities of type {type.Name}.")
            ),
            EntityFilters.OfAnyType.InputType("EntityFilter", "实体筛选", "Which entities, of any type."),
            .. RelationshipFilters.Types(),
            ObservationFilters.All.InputType("ObservationFilter", "数据筛选", "Which figures."),
            ArticleFilters.All.InputType("ArticleFilter", "文章筛选", "Which articles."),
        ];

    private static ListField<GroupCount> Groups(string question, IReadOnlyList<GroupKey> keys, Func<ArgumentReader, GraphQuery> of) =>
        new(question, Connections.RootSize, arguments =>
        {
            var words = arguments.List<string>("by");
            var by = words.Distinct().Select(word => keys.Single(key => Spelling.UpperSnake(key.Name) == word)).DefaultIfEmpty(keys[0]);
            return new GroupQuery(of(arguments.Input("filter")), [.. by]);
        });

    /// <summary>The order that is asked for, or the usual one, which every enumeration of orders has first.</summary>
    internal static T OrderOf<T>(ArgumentReader arguments)
        where T : struct, Enum => arguments.Value<T>("order") ?? default;
}
