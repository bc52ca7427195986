using System.Globalization;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQLParser.AST;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Stores;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>The change log as it grows: what is told to whoever follows it.</summary>
internal static class SubscriptionSchema
{
    private const string Since = "since";

    /// <param name="Resume">The place behind the changes.</param>
    private sealed record Notice(IReadOnlyList<Change> Changes, string Resume, bool HasMore);

    /// <summary>The events of a subscription are asked for one by one, each as a query of its own, by whoever sends them.</summary>
    private sealed class Followed : ISourceStreamResolver
    {
        public ValueTask<IObservable<object?>> ResolveAsync(IResolveFieldContext context) =>
            throw new InvalidOperationException("The library runs no subscription here.");
    }

    public static ObjectGraphType Subscription() =>
        Object(
            "Subscription",
            "订阅",
            "What is told as it happens, over a WebSocket (graphql-transport-ws) or as a stream of events.",
            [Root()]
        );

    public static IEnumerable<IGraphType> Types() =>
        [
            Object(
                "ChangeNotice",
                "变更通知",
                "What came into the graph, went or changed, in the order of the change log.",
                [
                    Field<Notice>(
                            "changes",
                            "[Change!]!",
                            "变更",
                            "The changes, in order. None in a first notice that has nothing to tell.",
                            n => n.Changes
                        )
                        .EachOfPage(),
                    Field<Notice>(
                        "resume",
                        "String!",
                        "续读标记",
                        "Where to go on after this notice: the 'since' of a subscription that takes the place of this one.",
                        n => n.Resume
                    ),
                    Field<Notice>("hasMore", "Boolean!", "还有后续", "Whether the next notice follows at once.", n => n.HasMore),
                ]
            ),
        ];

    private static FieldType Root()
    {
        var field = Connections
            .Checked(
                Resolved(
                    "graphChanged",
                    "ChangeNotice!",
                    "图谱变更",
                    "Tells of every change once, in order, as 'changes' lists them, from wherever the graph is imported. The first "
                        + "notice comes at once and may be empty: from then on its 'resume' leads on, without loss and without "
                        + "repeat, over broken "
                        + "connections and restarts of the server.",
                    context => new(new Level(cancellation => NoticeAsync(context, cancellation))),
                    Argument(
                        Since,
                        "String",
                        "起点",
                        "Where to go on: the 'resume' of a notice, of 'changes' or of '/changes' of the REST API; or a data version in "
                            + "digits, \"0\" for all there ever was. Without it, only what comes from now on."
                    ),
                    Argument("about", "[String!]", "描述对象", $"Only figures about one of these: {SharedFilters.IdsOrNames}."),
                    Argument("indicators", "[String!]", "指标", $"Only figures of one of these indicators: {SharedFilters.IdsOrNames}."),
                    Argument(
                        "first",
                        "Int",
                        "条数",
                        $"How many changes a notice may have, 1 to {PageRequest.Max}; the rest follows in further ones.",
                        Connections.RootSize
                    )
                ),
                arguments => Read(arguments)
            )
            .PageOf(arguments => arguments.Value<int>("first") ?? Connections.RootSize);
        field.StreamResolver = new Followed();
        return field;
    }

    private static (ChangeQuery Query, int First, SortKey? Start) Read(ArgumentReader arguments) =>
        (
            new ChangeQuery(0)
            {
                About = arguments.IdsOrNames("about", NodeTypes.Entities),
                Indicators = arguments.IdsOrNames("indicators", NodeTypes.Indicators),
            },
            arguments.Number("first", 1, PageRequest.Max, Connections.RootSize),
            arguments.Cursor(Since) is { } since ? StartOf(arguments, since) : null
        );

    private static SortKey? StartOf(ArgumentReader arguments, string since)
    {
        if (int.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return Paging.EndOf(version);
        if (Cursor.Read(ChangeSchema.Place, since) is { } place)
            return place;
        arguments.Report(
            Since,
            GraphErrors.CursorMismatch,
            "is no place of the change log; allowed are the 'resume' of a notice or of 'changes', and a data version in digits."
        );
        return null;
    }

    private static async Task<object?> NoticeAsync(IResolveFieldContext context, CancellationToken cancellationToken)
    {
        var request = RequestScope.Of(context);
        var reading = request.Reading ?? throw new InvalidOperationException("A subscription is run without a place to read from.");
        var (query, first, start) = Read(request.ArgumentsOf(context));
        var end = Paging.EndOf((await request.Snapshot.HeadAsync(cancellationToken)).Number);
        var from = reading.From ?? start ?? end;
        if (SortKey.InOrder.Compare(from, end) > 0)
            throw GraphErrors.Of(
                GraphErrors.InvalidArgument,
                $"graphChanged: '{Since}' is a place that is not there yet, in version {from.Sort.TrimStart('0')}; the newest is "
                    + $"{end.Sort.TrimStart('0').PadLeft(1, '0')}. A store that was set back starts its log anew: read the "
                    + "graph anew as well."
            );
        var page = await request.Snapshot.ListAsync(query, new PageRequest(first, from), cancellationToken);
        var next = page.HasMore ? page.Keys[^1] : end;
        reading.Read(page, next, StartVariableOf(context.FieldAst));
        return new Notice(page.Items, Cursor.Write(ChangeSchema.Place, next), page.HasMore);
    }

    private static string? StartVariableOf(GraphQLField field) =>
        field.Arguments?.FirstOrDefault(argument => argument.Name.Value == Since)?.Value is GraphQLVariable variable
            ? variable.Name.StringValue
            : null;
}
