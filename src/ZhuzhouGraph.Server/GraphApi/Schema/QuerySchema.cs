using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Limits;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>The fields to start from.</summary>
internal static class QuerySchema
{
    /// <summary>What a look through all names and sentences costs.</summary>
    internal const int WorkOfSearch = 200;

    public static ObjectGraphType Query() =>
        Object(
            "Query",
            "查询",
            "Where every query starts.",
            [
                Connections.Checked(
                    Resolved(
                            "entity",
                            "Entity",
                            "实体",
                            "One entity, by id or by exact name. Where there is none it is null, and an error tells the nearest; where "
                                + "several have the name, an error tells them.",
                            context => new(Entity(context)),
                            Argument("id", "ID", "标识", "An id, present or former. Give either this or the name."),
                            Argument("name", "String", "名称", "Any of its names, whatever the width, case and white space.")
                        )
                        .InBrief(),
                    ReadEntity
                ),
                Connections.Checked(
                    Resolved(
                            "node",
                            "Node",
                            "节点",
                            "Whatever has that id; null where nothing has.",
                            context => new(RequestScope.Of(context).NodeOrNull(context.GetArgument<string>("id"))),
                            Argument("id", "ID!", "标识", "The id.")
                        )
                        .InBrief(),
                    arguments => arguments.Id("id")
                ),
                Connections
                    .Checked(
                        Resolved(
                                "nodes",
                                "[Node]!",
                                "多个节点",
                                "Whatever has those ids, in their order; null in the place of an unknown id.",
                                NodesAsync,
                                Argument("ids", "[ID!]!", "标识", $"At most {ArgumentReader.MaxItems} ids.")
                            )
                            .InBrief(),
                        arguments => arguments.Ids("ids")
                    )
                    .UpTo(arguments => arguments.Ids("ids").Count),
                NamedEntities
                    .Root(
                        "entities",
                        "[Entity!]!",
                        "多个实体",
                        "What these ids and exact names mean, in their order, each entity once; an error where one means "
                            + "nothing, or several.",
                        Argument("names", "[String!]!", "名称", $"{SharedFilters.IdsOrNames}; at most {ArgumentReader.MaxItems}.")
                    )
                    .UpTo(arguments => arguments.List<string>("names").Count),
                .. EntityTypes.All.Select(type =>
                    Connections.Root(
                        type.Plural,
                        $"{type.Name}Connection",
                        type.Chinese,
                        $"{type.Description} Ordered by id{(type.HasPeriod ? ", unless told otherwise" : "")}.",
                        Filters.Entities(type),
                        [Filters.Argument($"{type.Name}Filter"), .. type.HasPeriod ? new[] { Filters.Order(EntityOrder.Id) } : []]
                    )
                ),
                Connections.Root(
                    "articles",
                    "ArticleConnection",
                    "文章",
                    "Reports of newspapers, by date, then id.",
                    Filters.Articles(Connections.RootSize),
                    Filters.Argument("ArticleFilter"),
                    Filters.Order(ArticleOrder.Date)
                ),
                Connections.Root(
                    "observations",
                    "ObservationConnection",
                    "数据",
                    "Printed figures, in print order.",
                    Filters.Observations(Connections.RootSize),
                    Filters.Argument("ObservationFilter"),
                    Filters.LatestPer(),
                    Filters.AcrossMeasures(),
                    Filters.Rule(),
                    Filters.Order(ObservationOrder.Print)
                ),
                Connections.Root(
                    "relationships",
                    "RelationshipConnection",
                    "关系",
                    "What the papers state between two things, in the order of the first citation.",
                    Filters.Relationships(Connections.RootSize, RelationshipSide.Either),
                    Filters.Argument("RelationshipFilter"),
                    Filters.Order(RelationshipOrder.Print)
                ),
                Connections
                    .Root(
                        "search",
                        "SearchHitConnection",
                        "搜索",
                        "Search in names, titles and held sentences: best match first, then most citations, then id. Where nothing is "
                            + "found, 'nearest' tells the names that may have been meant.",
                        Filters.Search,
                        [
                            Argument(
                                "text",
                                "String!",
                                "字样",
                                $"One name, title or sentence contains {SharedFilters.Words}. A word is any run of characters, one "
                                    + "Chinese character too."
                            ),
                            Argument("types", "[SearchType!]", "类型", "Only things of one of these types."),
                            .. Filters.OverlapArguments(
                                "Only entities whose own period overlaps these days, and articles published on them."
                            ),
                            Argument(
                                "publishedBy",
                                "Date",
                                "刊发截至",
                                "Only entities that an article published on or before this day mentions, and articles published by then."
                            ),
                        ]
                    )
                    .Working(_ => WorkOfSearch),
                SeriesSchema.Root(),
                ReportSchema.Root(),
                AvailabilitySchema.Root(),
                RankingSchema.Root(),
                .. GroupSchema.Roots(),
                TimelineSchema.Root(),
                ChangeSchema.Root(),
                PathSchema.Root(),
                NeighbourhoodSchema.Root(),
                CoAttendanceSchema.Root(),
                .. ClaimSchema.Roots(new()),
                Resolved("summary", "Summary!", "概要", "Counts, coverage, data version and limits.", SummaryAsync),
            ]
        );

    public static IEnumerable<IGraphType> SearchTypes() =>
        [
            Vocabulary.Of(
                "SearchType",
                "可搜索类型",
                "What can be searched for.",
                [
                    .. EntityTypes.All.Select(t => new Choice(t.Name, t.Chinese, t.Description)),
                    new("Article", "文章", "Reports, by title and by held sentence."),
                ]
            ),
            Object(
                "SearchHit",
                "搜索结果",
                "Something that search found: the best match of each entity or article.",
                [
                    Field<SearchHit>("match", "SearchMatch!", "匹配方式", "How the text was found.", h => h.Match),
                    Linked<SearchHit>("source", "SearchSource!", "命中来源", "What of it the text is.", (request, h) =>
                            request.Node(h.Id, node => SourceOf(h, node))
                        )
                        .InBrief(),
                    Field<SearchHit>("text", "String!", "命中文字", "The name, title or sentence that matched, as printed.", h => h.Text),
                    Field<SearchHit>(
                            "highlights",
                            "[Highlight!]!",
                            "命中位置",
                            $"Where the words stand in it, from left to right; the first {Price.Few}.",
                            h => h.Highlights.Take(Price.Few)
                        )
                        .UpTo(Price.Few),
                    Field<SearchHit>("address", "String", "位置", "Line and sentence of the issue's text; null for names.", h =>
                        h.Address?.ToString()
                    ),
                    Linked<SearchHit>("node", "Node!", "节点", "The entity or article.", (request, h) => request.Node(h.Id)).InBrief(),
                ]
            ),
            Object(
                "Highlight",
                "命中位置",
                "A part of a text.",
                [
                    Field<Span>("start", "Int!", "起", "Where it starts, in UTF-16 code units from 0.", s => s.Start),
                    Field<Span>("end", "Int!", "止", "Where it ends, exclusive.", s => s.End),
                ]
            ),
            .. Connections.Types<SearchHit>(
                "SearchHit",
                "搜索结果",
                Connections.TotalCount<SearchHit>(
                    "How many entities and articles were found; where 'isCapped' is true, among the candidates that were looked at."
                ),
                Field<Connection<SearchHit>>(
                    "isCapped",
                    "Boolean!",
                    "是否截断",
                    "Whether only a part of the candidates was looked at, so that the order may miss some.",
                    c => c.Page.IsCapped
                ),
                Linked<Connection<SearchHit>>(
                        "nearest",
                        "[NearName!]!",
                        "相近名称",
                        "Where nothing is found, the names that the text, or else a word of it, may have been meant to be, nearest first; "
                            + "at most "
                            + $"{Price.Few}. Empty where anything is found. Looked up only when it is selected.",
                        Near
                    )
                    .InBrief()
                    .UpTo(Price.Few)
            ),
            Object(
                "NearName",
                "相近名称",
                "A name that may have been meant.",
                [
                    Field<NearName>("name", "String!", "名称", "The name, as the graph has it.", n => n.Text),
                    Linked<NearName>("node", "Node!", "节点", "The entity that has it.", (request, n) => request.Node(n.Id)).InBrief(),
                ]
            ),
        ];

    private static readonly ComposedField<IReadOnlyList<string>> NamedEntities = new(
        arguments => arguments.IdsOrNames("names", NodeTypes.Entities),
        async (snapshot, ids, cancellation) =>
        {
            var found = await snapshot.GetAsync(ids, cancellation);
            return ids.Select(id => found[id]).DistinctBy(node => node.Id).ToList();
        }
    );

    /// <summary>The names near to what was searched for as a whole, then those near to each word of it.</summary>
    private static object Near(RequestScope request, Connection<SearchHit> found)
    {
        if (found.Page.Items.Count > 0 || found.Selection.After is not null)
            return Array.Empty<NearName>();
        var query = (SearchQuery)found.Selection.Query;
        string[] names = [query.Text, .. Folding.WordsOf(query.Text)];
        return new Level(async cancellation =>
        {
            var near = await request.Snapshot.NearestAsync(names, query.Scope, cancellation);
            return names.SelectMany(name => near[name]).DistinctBy(name => name.Id).Take(Price.Few).ToList();
        });
    }

    internal static SearchSource SourceOf(SearchHit hit, IGraphNode node) =>
        (hit.Match, node) switch
        {
            (SearchMatch.Sentence, _) => SearchSource.Sentence,
            (_, Entity entity) => hit.Text == entity.Name || hit.Text == entity.NameEnglish ? SearchSource.Name : SearchSource.Alias,
            _ => SearchSource.Title,
        };

    private static void ReadEntity(ArgumentReader arguments)
    {
        if (arguments.Has("id") == arguments.Has("name"))
            arguments.Report("id", GraphErrors.InvalidArgument, "and 'name': give exactly one of them.");
        if (arguments.Id("id") is { } id && NodeId.KindOf(id) is not (null or NodeKind.Entity))
            arguments.Report("id", GraphErrors.InvalidId, $"is '{id}', which is no entity's id; 'node' takes ids of every kind.");
        arguments.LookUp("name");
    }

    private static Level Entity(IResolveFieldContext context)
    {
        var request = RequestScope.Of(context);
        if (context.GetArgument<string>("id") is not { } id)
            return Level.Of(request.Names!.Entity(context.GetArgument<string>("name"), out var problem) ?? throw GraphErrors.Of(problem!));
        var node = request.NodeOrNull(id)!;
        return new Level(async cancellation =>
        {
            if (await node.GetResultAsync(cancellation) is { } found)
                return found;
            var nearest = await NearestIds.FindAsync(request.Snapshot, id, NodeTypes.Entities.Names, cancellation);
            throw GraphErrors.Of(
                new Problem(GraphErrors.UnknownName, new Location(Field: "id"), $"'id' is '{id}'. {NamedNodes.Unknown(id, nearest)}")
                {
                    Candidates = nearest,
                }
            );
        });
    }

    private static ValueTask<object?> NodesAsync(IResolveFieldContext context)
    {
        var request = RequestScope.Of(context);
        return new(context.GetArgument<List<string>>("ids").Select(request.NodeOrNull));
    }

    private static async ValueTask<object?> SummaryAsync(IResolveFieldContext context)
    {
        var request = RequestScope.Of(context);
        var counts = await request.Snapshot.SummaryAsync(context.CancellationToken);
        return new Summary(counts, await request.Snapshot.HeadAsync(context.CancellationToken), request.Limits);
    }
}
