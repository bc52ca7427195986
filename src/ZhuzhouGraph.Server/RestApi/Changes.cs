using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary><c>/changes</c>: what was added, changed and removed, in order, for whoever keeps a copy.</summary>
internal static class Changes
{
    private const string Since = "since",
        About = "about",
        Indicators = "indicators",
        Question = "changes";

    /// <summary>The most pages of the change log that one request looks through for what it wants.</summary>
    private const int MostPages = 5;

    private static readonly GraphQL.Types.EnumerationGraphType Kind = Vocabulary.Of(
        "ChangeKind",
        "变更方式",
        "What became of it.",
        [
            new("ADDED", "新增", "It was not there before."),
            new("CHANGED", "变更", "It is there in another form; of a figure the one before is closed."),
            new("REMOVED", "移除", "It is no longer there; a figure is closed and keeps its address."),
        ]
    );

    private static readonly GraphQL.Types.EnumerationGraphType Node = Vocabulary.Of(
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

    private sealed record Feed(IReadOnlyList<Change> Items, bool HasMore, string? Resume);

    public static void AddShapes(RestShapes shapes)
    {
        shapes.Add(
            "Change",
            "变更",
            "One line of the change log.",
            shapes.Field<Change>("version", "Int!", "版本号", "The data version that made it.", c => c.Version),
            shapes.Field<Change>("sequence", "Int!", "序号", "Its place in the version, from 1.", c => c.Sequence),
            RestShapes.Scalar<Change>("change", Kind, c => Spelling.UpperSnake(c.Kind.ToString())),
            RestShapes.Scalar<Change>("kind", Node, c => Spelling.UpperSnake(NodeId.KindOf(c.Id)!.Value.ToString())),
            shapes.Field<Change>("id", "ID!", "标识", "Its id.", c => c.Id),
            shapes.Field<Change>("url", "String", "网址", "It in this API; null for a relationship.", c => RestApi.UrlOf(c.Id))
        );
        shapes.Add(
            "ChangePage",
            "变更分页",
            "A page of the change log.",
            shapes.Field<Feed>("items", "[Change!]!", "条目", "The changes, in the order in which they were made.", f => f.Items),
            shapes.Field<Feed>("hasMore", "Boolean!", "有下一页", "Whether the log goes on.", f => f.HasMore),
            shapes.Field<Feed>(
                "resume",
                "String",
                "续读标记",
                "For 'after', now or later: what comes next, without loss and without repeat. Null where there is nothing yet.",
                f => f.Resume
            )
        );
    }

    public static IEnumerable<RestOperation> Operations(RestShapes shapes)
    {
        var (text, number) = (shapes.Schema.AllTypes["String"]!, shapes.Schema.AllTypes["Int"]!);
        yield return new(
            "listChanges",
            "/changes",
            "变更记录",
            "What was added, changed and removed, in order; a page may have fewer items than were asked for, and 'resume' always leads on.",
            [
                Of(
                    Since,
                    number,
                    "起始版本",
                    "Only what came after this data version, which the header 'Data-Version' told; 0 for all.",
                    0
                ),
                Of(About, Texts(), "描述对象", $"Only figures about one of these: {SharedFilters.IdsOrNames}.", null),
                Of(Indicators, Texts(), "指标", $"Only figures of one of these indicators: {SharedFilters.IdsOrNames}.", null),
                Of(RestList.First, number, "条数", $"How many, 1 to {PageRequest.Max}.", Connections.RootSize),
                Of(RestList.After, text, "续读标记", "What 'resume' said; instead of 'since'.", null),
            ],
            shapes["ChangePage"],
            AnswerAsync
        );

        GraphQL.Types.ListGraphType Texts() => new(text);

        static RestParameter Of(string name, GraphQL.Types.IGraphType type, string chinese, string english, object? otherwise) =>
            RestParameter.Of(name, type, SchemaParts.Describe(chinese, english), [name], otherwise);
    }

    private static async Task<RestAnswer?> AnswerAsync(RestCall call)
    {
        var (since, about, indicators, first) = await call.ReadAsync(a =>
            (
                a.Number(Since, 0, int.MaxValue, 0),
                a.IdsOrNames(About, NodeTypes.Entities),
                a.IdsOrNames(Indicators, NodeTypes.Indicators),
                a.Number(RestList.First, 1, PageRequest.Max, Connections.RootSize)
            )
        );
        // One token for all filters: it is a place in the log.
        var fingerprint = Cursor.Fingerprint(Question, "", null);
        var after = call.Values.GetValueOrDefault(RestList.After) is string token ? Cursor.Read(fingerprint, token) : null;
        if (call.Values.ContainsKey(RestList.After) && after is null)
            call.Mismatch();
        if (call.Faults.Count > 0)
            return null;
        List<Change> items = [];
        var hasMore = true;
        var all = about.Count == 0 && indicators.Count == 0;
        for (var pages = 0; pages < MostPages && hasMore && items.Count < first; pages++)
        {
            var size = all ? first : PageRequest.Max;
            var page = await call.Snapshot.ListAsync(new ChangeQuery(since), new PageRequest(size, after), call.CancellationToken);
            hasMore = page.HasMore;
            var wanted = all ? null : await FiguresAsync(call, page.Items, about, indicators);
            foreach (var (change, key) in page.Items.Zip(page.Keys))
            {
                if (items.Count == first)
                {
                    hasMore = true;
                    break;
                }
                after = key;
                if (wanted is null || wanted.Contains(change.Id))
                    items.Add(change);
            }
        }
        return new(new Feed(items, hasMore, after is null ? null : Cursor.Write(fingerprint, after)), LinkedNodes.None);
    }

    private static async Task<HashSet<string>> FiguresAsync(
        RestCall call,
        IEnumerable<Change> changes,
        IReadOnlyList<string> about,
        IReadOnlyList<string> indicators
    )
    {
        List<string> ids = [.. changes.Select(c => c.Id).Where(id => NodeId.KindOf(id) is NodeKind.Observation).Distinct()];
        var found = ids.Count == 0 ? [] : (await call.Snapshot.GetAsync(ids, call.CancellationToken)).Values.OfType<Observation>();
        return
        [
            .. found
                .Where(o => about.Count == 0 || about.Contains(o.About, StringComparer.Ordinal))
                .Where(o => indicators.Count == 0 || indicators.Contains(o.Indicator, StringComparer.Ordinal))
                .Select(o => o.Id),
        ];
    }
}
