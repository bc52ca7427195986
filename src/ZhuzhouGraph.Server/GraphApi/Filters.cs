using GraphQL.Types;
using NodaTime;
using static ZhuzhouGraph.Server.GraphApi.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi;

/// <summary>The inputs that narrow a list, and how each becomes a query of the port. What is left out admits everything; the parts of a filter combine with AND, the values of one part with OR.</summary>
internal static class Filters
{
    private static readonly string IdsOrNames = "ids, or exact names";

    public static IEnumerable<IGraphType> Types() =>
    [
        Input("DateRange", "日期范围", "Days, both ends included; an end left out is open.",
            Value("from", "Date", "起始日", "The first day."),
            Value("to", "Date", "截止日", "The last day.")),
        .. EntityTypes.All.Select(EntityFilterType),
        Input("EntityFilter", "实体筛选", "Which entities, of any type.",
            [Value("types", "[EntityTypeName!]", "类型", "Of one of these types."), .. NameFields()]),
        Input("RelationshipFilter", "关系筛选", "Which relationships.",
        [
            Value("types", "[RelationshipTypeName!]", "关系类型", "Of one of these types."),
            Value("from", "[String!]", "起点", $"It starts from one of these: {IdsOrNames}."),
            Value("to", "[String!]", "终点", $"It leads to one of these: {IdsOrNames}."),
            .. LinkFields(),
        ]),
        Input("LinkFilter", "单类关系筛选", "Which relationships of one type.", LinkFields()),
        Input("ObservationFilter", "数据筛选", "Which figures.",
            Value("about", "[String!]", "描述对象", $"About one of these: {IdsOrNames}."),
            Value("indicators", "[String!]", "指标", $"Of one of these indicators: {IdsOrNames}."),
            Value("measures", "[Measure!]", "度量方式", "Of one of these measures."),
            Value("attributedTo", "[String!]", "出处", $"Said by one of these: {IdsOrNames}."),
            Value("text", "String", "字样", "The figure as printed contains this, whatever the width, case and white space."),
            Value("periodOverlaps", "DateRange", "时间重叠", "Its own period overlaps these days."),
            PublishedBy(),
            Value("recordedAsOf", "DateTime", "入库时点", "As the store knew them at this moment; now, where it is left out.")),
        Input("ArticleFilter", "文章筛选", "Which articles.",
            Value("published", "DateRange", "刊发日期", "Published on these days."),
            Value("text", "String", "字样", "The title, Chinese or English, contains this, whatever the width, case and white space.")),
    ];

    public static QueryArgument Argument(string type) => SchemaParts.Argument("filter", type, "筛选", "Which items; all, where it is left out.");

    public static ListField<Entity> Entities(EntityType type) => new(type.Plural, Connections.RootSize, arguments => ReadEntities(arguments.Input("filter")) with { Types = [type] });

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
        };
    });

    public static ListField<Relationship> Links(RelationshipType type, RelationshipSide side) => new($"{type.Name} {side}", Connections.NestedSize,
        arguments => ReadLinks(arguments.Input("filter")) with { Types = [type], Side = side });

    public static ListField<Observation> Observations(int size) => new("observations", size, arguments =>
    {
        var filter = arguments.Input("filter");
        return new ObservationQuery
        {
            About = filter.IdsOrNames("about"),
            Indicators = filter.IdsOrNames("indicators"),
            AttributedTo = filter.IdsOrNames("attributedTo"),
            Measures = [.. filter.List<object>("measures").Cast<Measure>()],
            Text = filter.Text("text"),
            Period = filter.Days("periodOverlaps"),
            PublishedBy = filter.Value<LocalDate>("publishedBy"),
            RecordedAsOf = filter.Value<Instant>("recordedAsOf"),
        };
    });

    public static ListField<Article> Articles(int size) => new("articles", size, arguments =>
    {
        var filter = arguments.Input("filter");
        return new ArticleQuery { Published = filter.Days("published"), Text = filter.Text("text") };
    });

    public static ListField<Citation> Citations { get; } = new("citations", Connections.CitationSize, _ => new CitationQuery());

    public static ListField<SearchHit> Search { get; } = new("search", Connections.RootSize,
        arguments => new SearchQuery(arguments.Text("text") ?? "") { Types = arguments.List<string>("types") });

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
    ];

    private static IEnumerable<FieldType> LinkFields() =>
    [
        Value("about", "[String!]", "涉及对象", $"Either end is one of these: {IdsOrNames}."),
        Value("text", "String", "字样", "A text of it, such as a title, contains this, whatever the width, case and white space."),
        Value("periodOverlaps", "DateRange", "时间重叠", "Its own period overlaps these days."),
        PublishedBy(),
    ];

    private static FieldType PublishedBy() => Value("publishedBy", "Date", "刊发截至", "Printed by an article published on or before this day.");

    private static EntityQuery ReadEntities(ArgumentReader filter) => new()
    {
        Kinds = filter.List<string>("kinds"),
        Names = filter.Texts("names"),
        Text = filter.Text("text"),
        Period = filter.Days("periodOverlaps"),
    };

    private static RelationshipQuery ReadLinks(ArgumentReader filter) => new()
    {
        About = filter.IdsOrNames("about"),
        Text = filter.Text("text"),
        Period = filter.Days("periodOverlaps"),
        PublishedBy = filter.Value<LocalDate>("publishedBy"),
    };
}
