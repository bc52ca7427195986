using System.Net;
using Microsoft.Extensions.Logging;
using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Server.Tests.Mcp;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.GraphApi.Watching;

/// <summary>A store that goes away and comes back under those who follow it and under an assistant: they wait, and miss nothing.</summary>
public sealed class StoreAwayTests
{
    private const string Following = "subscription { graphChanged { changes { id } resume } }";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_is_moved_away_and_back_costs_no_follower_a_change()
    {
        await using var server = await GraphServer.StartedAsync(TimeProvider.System, null);
        var elsewhere = server.File + ".elsewhere";
        await FollowThroughAsync(
            server,
            () => Done(() => File.Move(server.File, elsewhere)),
            () => Done(() => File.Move(elsewhere, server.File)),
            times: 2
        );
    }

    [Fact]
    public async Task A_Neo4j_that_is_killed_and_started_again_costs_no_follower_a_change()
    {
        await using var neo4j = OwnNeo4j.Require();
        await neo4j.StartAsync(Cancel);
        var store = await Neo4jGraphStore.OpenAsync(neo4j.Bolt, TimeProvider.System, Cancel);
        // A server that has just started plans everything anew, which may take longer than a deadline while other tests run.
        await using var server = await GraphServer.StartedAsync(
            new GraphHostOptions { Settings = ["--Limits:Deadline=00:05:00"] },
            store: store
        );
        await FollowThroughAsync(server, () => neo4j.KillAsync(Cancel), () => neo4j.StartAsync(Cancel), times: 1);
    }

    private static async Task FollowThroughAsync(GraphServer server, Func<Task> takeAway, Func<Task> giveBack, int times)
    {
        await server.Store.ImportAsync(Registry(), Cancel);
        await using var assistant = await Assistant.OverHttpAsync(server);
        await using var socket = await LiveSocket.StartAsync(server.Client.BaseAddress!);
        socket.ReadAlways();
        await socket.SubscribeAsync("a", Following);
        await socket.HearAsync("a", "next");
        await using var events = await LiveEvents.PostAsync(server.Client, Following);
        (await events.HearAsync()).ShouldNotBeNull();
        (await assistant.CallAsync("get_entity", $$"""{"entity": "{{City}}"}""")).IsError.ShouldBeFalse();

        for (var number = 1; number < 2 * times; number += 2)
        {
            // What is told of this one may be read before the store goes, or after it is back.
            await server.Store.ImportAsync(Article(number), Cancel);
            await takeAway();
            var away = await assistant.CallAsync("get_entity", $$"""{"entity": "{{City}}"}""");
            away.IsError.ShouldBeTrue();
            away.Text.ShouldStartWith("STORE_UNAVAILABLE: ");
            await socket.SubscribeAsync("late", Following);
            var late = await HearOfAsync(socket, "late", number);
            await using (var refused = await LiveEvents.PostAsync(server.Client, Following))
                refused.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);

            await giveBack();
            while ((await assistant.CallAsync("get_entity", $$"""{"entity": "{{City}}"}""")).IsError)
                await Task.Delay(100, Cancel);
            await server.Store.ImportAsync(Article(number + 1), Cancel);
            var told = late ? [number] : new List<int>();
            while (told.Count < 2)
                told.AddRange(Numbers((await socket.HearAsync("a", "next"))["payload"]!));
            told.ShouldBe([number, number + 1]);
            told.Clear();
            while (told.Count < 2)
                // A beat has no data.
                if ((await events.HearAsync()).ShouldNotBeNull().Data is { } data)
                    told.AddRange(Numbers(data));
            told.ShouldBe([number, number + 1]);
        }
        server.Log.From(LogLevel.Error).ShouldAllBe(line => line.StartsWith("STORE_UNAVAILABLE"));
    }

    /// <summary>Hears that the operation is refused; whether the one before it was told of an article first.</summary>
    private static async Task<bool> HearOfAsync(LiveSocket socket, string id, int number)
    {
        for (var told = false; ; told = true)
        {
            var message = await socket.HearAsync();
            if (message["id"]!.GetValue<string>() != id)
            {
                told.ShouldBeFalse();
                Numbers(message["payload"]!).ShouldBe([number]);
                continue;
            }
            message["type"]!.GetValue<string>().ShouldBe("error");
            message["payload"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("STORE_UNAVAILABLE");
            return told;
        }
    }

    private static IEnumerable<int> Numbers(System.Text.Json.Nodes.JsonNode answer) =>
        answer["data"]!["graphChanged"]!["changes"]!
            .AsArray()
            .Select(change => Enumerable.Range(1, 9).Single(number => ArticleId(number) == change!["id"]!.GetValue<string>()));

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
