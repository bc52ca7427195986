using GraphQL.Types;
using NodaTime;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Limits;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>The change log: what was added, changed and removed, in the order in which it was.</summary>
internal static class ChangeSchema
{
    /// <param name="Text">What is searched for, of which the figures are; null for no such condition.</param>
    private sealed record Question(ChangeQuery Changes, string? Text) : GraphQuery<Change>;

    private static readonly EnumerationGraphType Kind = Vocabulary.Of(
        "ChangeKind",
        "变更方式",
        "What became of it.",
        [
            new("ADDED", "新增", "It was not there before."),
            new("CHANGED", "变更", "It is there in another form; of a figure the one before is closed."),
            new("REMOVED", "移除", "It is no longer there; a figure is closed and keeps its address."),
        ]
    );

    private static readonly EnumerationGraphType Node = Vocabulary.Of(
        "ChangedNode",
        "变更对象",
        "What it is.",
        [
            new("ENTITY", "实体", "An entity."),
            new("RELATIONSHIP", "关系", "A relationship."),
            new("OBSERVATION", "数据", "A figure."),
            new("ARTICLE", "文章", "An article."),
        ]
    );

    /// <summary>What a place of the log is bound to, whatever is asked for: no filter changes it.</summary>
    public static readonly string Place = Cursor.Fingerprint("changes", "", null);

    internal static readonly ListField<Change> List = new("changes", Connections.RootSize, Read)
    {
        Ask = async (snapshot, query, page, cancellation) =>
            await snapshot.ListAsync(await FoundAsync(snapshot, (Question)query, cancellation), page, cancellation),
        Count = async (snapshot, query, cancellation) =>
            await snapshot.CountAsync(await FoundAsync(snapshot, (Question)query, cancellation), cancellation),
    };

    public static FieldType Root() =>
        Connections
            .Root(
                "changes",
                "ChangeConnection",
                "变更记录",
                "What was added, changed and removed, in order, for whoever keeps a copy. The cursor of the last item leads on, now or "
                    + "later, without loss and without repeat, also where several imports share a moment.",
                List,
                [
                    Argument("since", "Int", "起始版本", "Only what came after this data version; 0 for all.", 0),
                    Argument("updatedAfter", "DateTime", "起始时刻", "Only what was recorded after this moment."),
                    Argument("about", "[String!]", "描述对象", $"Only figures about one of these: {SharedFilters.IdsOrNames}."),
                    Argument("indicators", "[String!]", "指标", $"Only figures of one of these indicators: {SharedFilters.IdsOrNames}."),
                    Argument(
                        "text",
                        "String",
                        "字样",
                        $"Only figures about or of one of the first {PageRequest.Max} entities that 'search' finds by these words."
                    ),
                    Filters.Order(ChangeOrder.Log),
                ]
            )
            .Working(arguments => arguments.Has("text") ? QuerySchema.WorkOfSearch : 0);

    public static IEnumerable<IGraphType> Types() =>
        [
            Kind,
            Node,
            Object(
                "Change",
                "变更",
                "One line of the change log.",
                [
                    Field<Change>("version", "Int!", "版本号", "The data version that made it.", c => c.Version),
                    Field<Change>("sequence", "Int!", "序号", "Its place in the version, from 1.", c => c.Sequence),
                    Field<Change>("recordedAt", "DateTime!", "入库时刻", "When the version was recorded.", c => c.RecordedAt),
                    Field<Change>("change", "ChangeKind!", "变更方式", "What became of it.", c => Spelling.UpperSnake(c.Kind.ToString())),
                    Field<Change>("kind", "ChangedNode!", "变更对象", "What it is.", c =>
                        Spelling.UpperSnake(NodeId.KindOf(c.Id)!.Value.ToString())
                    ),
                    Field<Change>("id", "ID!", "标识", "Its id.", c => c.Id),
                    Linked<Change>(
                        "node",
                        "Node",
                        "节点",
                        "It as it is now, or was last; null for a relationship that no article states any more.",
                        (request, c) => request.NodeOrNull(c.Id)
                    ),
                ]
            ),
            .. Connections.Types<Change>(
                "Change",
                "变更",
                Connections.TotalCount<Change>(),
                Linked<Connection<Change>>(
                    "resume",
                    "String",
                    "续读标记",
                    "Where to go on: the 'since' of 'graphChanged', or the 'after' of '/changes' of the REST API, with the same filters or "
                        + "others. Null where the newest come first.",
                    Resume
                )
            ),
        ];

    private static Question Read(ArgumentReader arguments) =>
        new(
            new ChangeQuery(arguments.Number("since", 0, int.MaxValue, 0))
            {
                RecordedAfter = arguments.Value<Instant>("updatedAfter"),
                About = arguments.IdsOrNames("about", NodeTypes.Entities),
                Indicators = arguments.IdsOrNames("indicators", NodeTypes.Indicators),
                Order = Filters.OrderOf<ChangeOrder>(arguments),
            },
            arguments.Words("text")
        );

    /// <summary>The place of the last item; where nothing follows, the end of the version that was read.</summary>
    private static Level? Resume(RequestScope request, Connection<Change> found)
    {
        if (((Question)found.Selection.Query).Changes.Order is not ChangeOrder.Log)
            return null;
        return new Level(async cancellation =>
            Cursor.Write(
                Place,
                found.Page.HasMore ? found.Page.Keys[^1] : Stores.Paging.EndOf((await request.Snapshot.HeadAsync(cancellation)).Number)
            )
        );
    }

    /// <summary>The same, of figures alone.</summary>
    public static GraphQuery<Change> OfFigures(GraphQuery<Change> query) =>
        (Question)query with
        {
            Changes = ((Question)query).Changes with { IsOfFigures = true },
        };

    private static async Task<ChangeQuery> FoundAsync(IGraphSnapshot snapshot, Question question, CancellationToken cancellationToken)
    {
        if (question.Text is null)
            return question.Changes;
        var search = new SearchQuery(question.Text) { Types = [.. EntityTypes.All.Select(type => type.Name)] };
        var hits = await snapshot.ListAsync(search, new PageRequest(PageRequest.Max), cancellationToken);
        return question.Changes with { Concerning = [.. hits.Items.Select(hit => hit.Id)] };
    }
}
