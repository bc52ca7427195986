using System.Text.Json.Nodes;
using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.SqliteStore;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.GraphApi.Watching;

/// <summary>Whoever follows the graph learns of every change once and in order, whoever imports it and whatever breaks meanwhile.</summary>
public abstract class FollowContract
{
    private const string Notice = "changes { version sequence change id } resume hasMore";

    /// <summary>The clock of imports stands still: they all share an instant. Its timers run, which a store waits for.</summary>
    protected static readonly TimeProvider Still = new StillClock();

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>How often random imports are followed.</summary>
    protected abstract int Rounds { get; }

    /// <summary>Another handle on the one store of the test, as another process has it.</summary>
    /// <param name="isEmptied">Whether the store is to be empty before.</param>
    protected abstract Task<IGraphStore> OpenAsync(bool isEmptied = false);

    [Fact]
    public async Task Nothing_is_lost_or_repeated_when_connections_break_and_imports_share_an_instant()
    {
        var dice = new Dice(Drawing.Start());
        for (var round = 0; round < Drawing.Cases(Rounds); round++)
        {
            await using var server = await ServerAsync(isEmptied: true);
            var filter =
                round % 3 == 0 ? ""
                : round % 3 == 1 ? ", indicators: [\"船数\"]"
                : ", about: [\"云海市\"], indicators: [\"船数\"]";
            var query =
                $"subscription ($since: String) {{ graphChanged(since: $since, first: {1 + dice.Below(4)}{filter}) {{ {Notice} }} }}";
            var isSocket = dice.Below(2) == 0;
            List<string> told = [];
            string? since = null;
            var follower = await FollowAsync(server, query, since, isSocket);
            since = Take(await follower.NextAsync(), told);
            told.ShouldBeEmpty("a first notice tells nothing where nothing comes after the start");
            var start = (await ChangesAsync(server, "")).Count;
            for (var step = 0; step < 12; step++)
            {
                await ChangeAsync(server.Store, dice);
                if (dice.Below(3) == 0)
                    since = Take(await UntilNewAsync(server, follower, since, told, filter, start), told);
                if (dice.Below(3) > 0)
                    continue;
                await follower.DisposeAsync();
                isSocket = !isSocket;
                follower = await FollowAsync(server, query, since, isSocket);
            }
            await server.Store.ImportAsync(Article(99).Printing(Figure(99, "last", 1) with { Indicator = "indicator:boats" }), Cancel);
            var all = (await ChangesAsync(server, filter))[(filter.Length == 0 ? start : 0)..];
            while (told.Count == 0 || told[^1] != all[^1])
                Take(await follower.NextAsync(), told);
            await follower.DisposeAsync();

            told.ShouldBe(all, query);
        }
    }

    [Fact]
    public async Task An_import_through_another_server_arrives_at_all_of_them()
    {
        await using var first = await ServerAsync(isEmptied: true);
        await using var second = await ServerAsync();
        await using var third = await OpenAsync();
        const string query = "subscription { graphChanged { " + Notice + " } }";
        await using var there = await FollowAsync(first, query, null, isSocket: true);
        await using var here = await FollowAsync(second, query, null, isSocket: false);
        await there.NextAsync();
        await here.NextAsync();

        foreach (var store in new[] { third, first.Store, second.Store })
        {
            var number = 1 + (int)(await third.HeadAsync(Cancel)).Number;
            await store.ImportAsync(Article(number), Cancel);
            List<string> expected = [$"{number}.1 ADDED {ArticleId(number)}"];
            foreach (var follower in new[] { there, here })
            {
                List<string> told = [];
                Take(await follower.NextAsync(), told);
                told.ShouldBe(expected);
            }
        }
    }

    [Fact]
    public async Task A_copy_of_the_log_is_followed_from_where_it_ends()
    {
        await using var server = await ServerAsync(isEmptied: true);
        await server.Store.ImportAsync(Article(1).Printing(Figure(1, "a", 5)), Cancel);
        List<string> copied = [];
        string? after = null;
        for (var hasMore = true; hasMore; )
        {
            var page = (
                await server.AskAsync(
                    $"{{ changes(first: 2{(after is null ? "" : $", after: \"{after}\"")}) {{ nodes {{ version sequence change id }} "
                        + "resume pageInfo { hasNextPage endCursor } } }"
                )
            ).Answer["data"]!["changes"]!;
            copied.AddRange(page["nodes"]!.AsArray().Select(Line));
            hasMore = page["pageInfo"]!["hasNextPage"]!.GetValue<bool>();
            after = page["pageInfo"]!["endCursor"]!.GetValue<string>();
            if (copied.Count > 3 && hasMore)
                continue;
            // From the middle of the log as well as from its end.
            await using var follower = await FollowAsync(
                server,
                "subscription ($since: String) { graphChanged(since: $since) { " + Notice + " } }",
                page["resume"]!.GetValue<string>(),
                isSocket: hasMore
            );
            List<string> told = [.. copied];
            Take(await follower.NextAsync(), told);
            told.ShouldBe(await ChangesAsync(server, ""));
        }
        (await server.AskAsync("{ changes(order: LOG_DESCENDING) { resume } }")).Answer["data"]!["changes"]!["resume"].ShouldBeNull();
        (await server.AskAsync("{ changes { totalCount resume } }")).Answer["data"]!["changes"]!["resume"].ShouldNotBeNull();
    }

    /// <summary>Adds, corrects or removes; never nothing.</summary>
    private static async Task ChangeAsync(IGraphStore store, Dice dice)
    {
        var number = 1 + dice.Below(4);
        if (dice.Below(4) == 0 && await store.RemoveAsync(ArticleId(number), Cancel) is not null)
            return;
        var batch = Article(number);
        foreach (var at in Enumerable.Range(0, 1 + dice.Below(4)))
            batch = batch.Printing(
                Figure(number, $"f{at}", dice.Below(100)) with
                {
                    // A figure keeps its indicator: the log says of each line what its figure is about now.
                    Indicator = at % 2 == 0 ? "indicator:boats" : Figure(number, "x", 1).Indicator,
                },
                $"{at + 4}.1"
            );
        await store.ImportAsync(batch, Cancel);
    }

    /// <summary>The next notice where there is one to come; otherwise a notice of nothing.</summary>
    private static async Task<JsonNode> UntilNewAsync(
        GraphServer server,
        IFollower follower,
        string? since,
        List<string> told,
        string filter,
        int start
    )
    {
        var all = (await ChangesAsync(server, filter))[(filter.Length == 0 ? start : 0)..];
        return told.Count < all.Count ? await follower.NextAsync() : new JsonObject { ["changes"] = new JsonArray(), ["resume"] = since };
    }

    private async Task<GraphServer> ServerAsync(bool isEmptied = false)
    {
        var server = await GraphServer.StartedAsync(new GraphHostOptions(), null, await OpenAsync(isEmptied));
        if (isEmptied)
            await server.Store.ImportAsync(Registry(Named(EntityTypes.Indicator, "indicator:boats", "船数", "Boats")), Cancel);
        return server;
    }

    private static async Task<List<string>> ChangesAsync(GraphServer server, string filter)
    {
        List<string> lines = [];
        string? after = null;
        while (true)
        {
            var page = (
                await server.AskAsync(
                    $"{{ changes(first: 200{filter}{(after is null ? "" : $", after: \"{after}\"")}) {{ nodes {{ version sequence change "
                        + "id } pageInfo { hasNextPage endCursor } } }"
                )
            ).Answer["data"]!["changes"]!;
            lines.AddRange(page["nodes"]!.AsArray().Select(Line));
            if (!page["pageInfo"]!["hasNextPage"]!.GetValue<bool>())
                return lines;
            after = page["pageInfo"]!["endCursor"]!.GetValue<string>();
        }
    }

    /// <summary>Notes what a notice tells, and gives where to go on.</summary>
    private static string Take(JsonNode notice, List<string> told)
    {
        told.AddRange(notice["changes"]!.AsArray().Select(Line));
        return notice["resume"]!.GetValue<string>();
    }

    private static string Line(JsonNode? change) => $"{change!["version"]}.{change["sequence"]} {change["change"]} {change["id"]}";

    private sealed class StillClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2032, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }

    private interface IFollower : IAsyncDisposable
    {
        Task<JsonNode> NextAsync();
    }

    private static async Task<IFollower> FollowAsync(GraphServer server, string query, string? since, bool isSocket)
    {
        var variables = new JsonObject { ["since"] = since };
        if (!isSocket)
            return new OverEvents(await LiveEvents.PostAsync(server.Client, query, variables));
        var socket = await LiveSocket.StartAsync(server.Client.BaseAddress!);
        await socket.SubscribeAsync("f", query, variables);
        return new OverSocket(socket);
    }

    private sealed class OverSocket(LiveSocket socket) : IFollower
    {
        public async Task<JsonNode> NextAsync() => (await socket.HearAsync("f", "next"))["payload"]!["data"]!["graphChanged"]!;

        public ValueTask DisposeAsync() => socket.DisposeAsync();
    }

    private sealed class OverEvents(LiveEvents events) : IFollower
    {
        public async Task<JsonNode> NextAsync()
        {
            var told = (await events.HearAsync()).ShouldNotBeNull();
            var notice = told.Data!["data"]!["graphChanged"]!;
            told.Id.ShouldBe(notice["resume"]!.GetValue<string>());
            return notice;
        }

        public ValueTask DisposeAsync() => events.DisposeAsync();
    }
}

public sealed class SqliteFollowTests : FollowContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _emptied;

    protected override int Rounds => 12;

    public void Dispose() => _folder.Dispose();

    protected override async Task<IGraphStore> OpenAsync(bool isEmptied = false) =>
        await SqliteGraphStore.OpenAsync(_folder.File($"graph{(isEmptied ? ++_emptied : _emptied)}.db"), Still, Cancel);
}

[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jFollowTests(Neo4jServer neo4j) : FollowContract
{
    protected override int Rounds => 3;

    protected override async Task<IGraphStore> OpenAsync(bool isEmptied = false) =>
        isEmptied ? await Neo4jStores.OpenEmptyAsync(neo4j, Still, Cancel) : await Neo4jGraphStore.OpenAsync(neo4j.Options, Still, Cancel);
}
