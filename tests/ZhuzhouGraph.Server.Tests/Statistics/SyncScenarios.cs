using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Server.Tests.RestApi;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.Statistics;

/// <summary>Whoever keeps a copy of the figures.</summary>
public abstract class SyncScenarios : StatisticsContract
{
    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2032, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_copy_gets_inserts_updates_and_tombstones_in_order_and_each_once_though_imports_share_an_instant()
    {
        await using var server = await FilledAsync(Printed(1, "early", "1家") with { Period = Year(2029) });
        var since = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromHours(1));
        Dictionary<string, string> copy = new() { ["obs:yunhai/01/early"] = "1家" };

        await ImportAsync(server, Printed(2, "a", "5家"), Printed(2, "kilns", "6个") with { Indicator = Kilns });
        var (first, resume) = await FollowAsync($"updatedAfter={since:yyyy-MM-ddTHH:mm:ssZ}");
        first.ShouldBe(["ADDED obs:yunhai/02/a", "ADDED obs:yunhai/02/kilns"], "and nothing that was there before");
        (await CopiedAsync()).ShouldBeTrue();

        // In the same instant: two imports more, the second of which corrects what the first said, and a removal.
        await ImportAsync(server, Printed(3, "b", "7家"));
        await ImportAsync(server, Printed(3, "b", "8家"), Printed(3, "c", "9家") with { Period = Year(2030) });
        await ImportAsync(server, Printed(2, "a", "50家"), Printed(2, "kilns", "6个") with { Indicator = Kilns });
        await server.Store.RemoveAsync(ArticleId(1), Cancel);
        var (second, last) = await FollowAsync($"after={resume}");
        second.ShouldBe([
            "ADDED obs:yunhai/03/b",
            "CHANGED obs:yunhai/03/b",
            "ADDED obs:yunhai/03/c",
            "CHANGED obs:yunhai/02/a",
            "REMOVED obs:yunhai/01/early",
        ]);
        (await CopiedAsync()).ShouldBeTrue();
        (await GetAsync(server, "/observations/obs:yunhai/01/early"))["removedAt"].ShouldNotBeNull("a tombstone keeps its address");

        var (none, same) = await FollowAsync($"after={last}");
        none.ShouldBeEmpty();
        same.ShouldBe(last);
        var (whole, _) = await FollowAsync($"updatedAfter={since:yyyy-MM-ddTHH:mm:ssZ}");
        whole.ShouldBe([.. first, .. second], "nothing lost, nothing twice");
        var (kilns, _) = await FollowAsync($"updatedAfter={since:yyyy-MM-ddTHH:mm:ssZ}&indicators=窑炉数");
        kilns.ShouldBe(["ADDED obs:yunhai/02/kilns"]);
        await ImportAsync(server, Printed(4, "d", "10家"));
        (await FollowAsync($"after={last}")).Changes.ShouldBe(["ADDED obs:yunhai/04/d"]);
        var head = (await server.Store.HeadAsync(Cancel)).Number;
        (await FollowAsync($"since={head - 1}")).Changes.ShouldBe(["ADDED obs:yunhai/04/d"]);
        var graph = await AskAsync(
            server,
            $"{{ changes(updatedAfter: \"{since:yyyy-MM-ddTHH:mm:ssZ}\", first: 100) {{ nodes {{ change id kind version sequence }} }} }}"
        );
        graph["changes"]!["nodes"]!
            .AsArray()
            .Where(change => change!["kind"]!.ToString() == "OBSERVATION")
            .Select(change => $"{change!["change"]} {change["id"]}")
            .ShouldBe([.. whole, "ADDED obs:yunhai/04/d"]);
        graph["changes"]!["nodes"]!
            .AsArray()
            .Select(change => (change!["version"]!.GetValue<int>(), change["sequence"]!.GetValue<int>()))
            .ShouldBeInOrder();

        // Two lines a page, so that pages end amid an import and at its end.
        async Task<(List<string> Changes, string Resume)> FollowAsync(string from)
        {
            List<string> changes = [];
            var fixedFilter = from.Contains('&', StringComparison.Ordinal) ? from[from.IndexOf('&', StringComparison.Ordinal)..] : "";
            for (var where = from; ; )
            {
                var page = await GetAsync(server, $"/changes?{where}&first=2");
                foreach (var line in page["items"]!.AsArray().Where(line => line!["kind"]!.ToString() == "OBSERVATION"))
                {
                    changes.Add($"{line!["change"]} {line["id"]}");
                    if (line["change"]!.ToString() == "REMOVED")
                        copy.Remove(line["id"]!.ToString());
                    else
                        copy[line["id"]!.ToString()] = (await GetAsync(server, line["url"]!.ToString()))["originalText"]!.ToString();
                }
                if (!page["hasMore"]!.GetValue<bool>())
                    return (changes, page["resume"]!.ToString());
                where = $"after={page["resume"]}{fixedFilter}";
            }
        }

        async Task<bool> CopiedAsync()
        {
            var all = (await server.AllAsync("/observations", 2)).ToDictionary(
                o => o["id"]!.ToString(),
                o => o["originalText"]!.ToString()
            );
            copy.ShouldBe(all, ignoreOrder: true);
            return true;
        }
    }
}

public sealed class SqliteSyncScenarioTests : SyncScenarios
{
    protected override Task<GraphServer> EmptyServerAsync() => GraphServer.StartedAsync(Clock, seeds: null);
}

[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jSyncScenarioTests(Neo4jServer neo4j) : SyncScenarios
{
    protected override async Task<GraphServer> EmptyServerAsync() =>
        await GraphServer.StartedAsync(Clock, seeds: null, await Neo4jStores.OpenEmptyAsync(neo4j, Clock, Cancel));
}
