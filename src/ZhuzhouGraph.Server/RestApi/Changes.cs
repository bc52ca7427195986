using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>
/// <c>/changes</c>: what was added, changed and removed, in order; as JSON for whoever keeps a copy, as a feed for people.
/// </summary>
internal static class Changes
{
    /// <param name="Resume">The place of the last line.</param>
    private sealed record Feed(IReadOnlyList<Change> Items, bool HasMore, string Resume);

    public static void AddShapes(RestShapes shapes)
    {
        shapes.Add(
            "Change",
            "变更",
            "One line of the change log.",
            [
                .. shapes.Same("Change", "version", "sequence", "recordedAt", "change", "kind", "id"),
                shapes.Field<Change>("url", "String", "网址", "It in this API; null for a relationship.", c => RestApi.UrlOf(c.Id)),
            ]
        );
        shapes.Add(
            "ChangePage",
            "变更分页",
            "A page of the change log.",
            shapes.Field<Feed>("items", "[Change!]!", "条目", "The changes, in order.", f => f.Items),
            shapes.Field<Feed>("hasMore", "Boolean!", "有下一页", "Whether the log goes on.", f => f.HasMore),
            shapes.Field<Feed>(
                "resume",
                "String!",
                "续读标记",
                "For 'after', now or later: what comes next, without loss and without repeat.",
                f => f.Resume
            )
        );
    }

    public static IEnumerable<RestOperation> Operations(RestShapes shapes)
    {
        IReadOnlyList<RestParameter> parameters =
        [
            .. RestList.Parameters(shapes, "Query", "changes").Where(parameter => parameter.Name != RestList.Count),
        ];
        yield return new(
            "listChanges",
            "/changes",
            "变更记录",
            "What was added, changed and removed, in order; 'resume' always leads on, and one of one filter does so with another.",
            parameters,
            shapes["ChangePage"],
            AnswerAsync
        );
        yield return new(
            "getChangesFeed",
            "/changes.atom",
            "变更订阅",
            "The figures that were added, changed and removed last, newest first, as an Atom feed for a reader of news: all of them, or "
                + "those about an entity, of an indicator, or of what a search finds.",
            [.. parameters.Where(parameter => parameter.Name == RestList.First || AtomFeed.Narrowing.Contains(parameter.Name))],
            null,
            AtomFeed.AnswerAsync
        )
        {
            Text = AtomFeed.Text,
        };
    }

    private static async Task<RestAnswer?> AnswerAsync(RestCall call)
    {
        var (query, first) = await call.ReadAsync(Read);
        // One token for all filters: it is a place in the log.
        var fingerprint = ChangeSchema.Place;
        var after = call.Values.GetValueOrDefault(RestList.After) is string token ? Cursor.Read(fingerprint, token) : null;
        if (call.Values.ContainsKey(RestList.After) && after is null)
            call.Mismatch();
        var head = (await call.Snapshot.HeadAsync(call.CancellationToken)).Number;
        if (call.Values.GetValueOrDefault("since") is int since && since > head)
            call.Wrong("since", GraphErrors.InvalidArgument, $"is {since}, a version that is not there yet; the newest is {head}.");
        if (call.Faults.Count > 0)
            return null;
        var page = await ChangeSchema.List.Ask(call.Snapshot, query, new PageRequest(first, after), call.CancellationToken);
        // Where nothing is left, what comes next comes after the newest version.
        var last = page.Keys is [.., var key] ? key : after ?? Stores.Paging.EndOf(head);
        return new(new Feed(page.Items, page.HasMore, Cursor.Write(fingerprint, last)), LinkedNodes.None);
    }

    internal static (GraphQuery<Change> Query, int First) Read(ArgumentReader arguments) =>
        (ChangeSchema.List.Read(arguments), arguments.Number(RestList.First, 1, PageRequest.Max, Connections.RootSize));
}
