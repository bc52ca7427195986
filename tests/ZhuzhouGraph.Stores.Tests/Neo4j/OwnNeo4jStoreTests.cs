using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>
/// What a store does whose server takes no writes, or is killed. The servers are the tests' own, so that these run beside the other tests.
/// </summary>
public sealed class OwnNeo4jStoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_that_takes_no_writes_is_refused_where_it_must_be_made_ready_and_read_where_it_is()
    {
        await using var own = OwnNeo4j.Require();
        await own.StartAsync(Cancel);
        await own.StopAsync(Cancel);
        await own.StartAsync(Cancel, "server.databases.default_to_read_only=true");
        foreach (var way in new[] { own.Options, own.Bolt })
            await Neo4jOpenTests.RefusedAsync(way, "read-only");

        await own.StopAsync(Cancel);
        await own.StartAsync(Cancel);
        await using (var store = await Neo4jGraphStore.OpenAsync(own.Options, TimeProvider.System, Cancel))
            await store.ImportAsync(Registry(), Cancel);
        await own.StopAsync(Cancel);
        await own.StartAsync(Cancel, "server.databases.default_to_read_only=true");
        foreach (var way in new[] { own.Options, own.Bolt })
        {
            await using var reading = await Neo4jGraphStore.OpenAsync(way, TimeProvider.System, Cancel);
            (await reading.HeadAsync(Cancel)).Number.ShouldBe(1);
            var error = await Should.ThrowAsync<GraphStoreException>(() => reading.ImportAsync(Article(1), Cancel));
            (error.IsTransient, error.Message.Contains("read-only", StringComparison.Ordinal)).ShouldBe((false, true));
        }
    }

    [Fact]
    public async Task A_server_that_is_killed_during_imports_leaves_each_unit_old_or_new_and_is_read_again_without_a_restart_of_ours()
    {
        await using var own = OwnNeo4j.Require();
        await own.StartAsync(Cancel);
        await using var store = await Neo4jGraphStore.OpenAsync(own.Bolt, TimeProvider.System, Cancel);
        await store.ImportAsync(Registry(), Cancel);
        var old = Enumerable.Range(1, 30).Select(i => Unit(i, 1)).ToList();
        foreach (var unit in old)
            await store.ImportAsync(unit, Cancel);
        var fresh = Enumerable.Range(1, 30).Select(i => Unit(i, 2)).ToList();
        var importing = Task.Run(async () =>
        {
            foreach (var unit in fresh)
                await store.ImportAsync(unit, Cancel);
        });
        while ((await store.HeadAsync(Cancel)).Number < 36)
            await Task.Delay(5, Cancel);
        await own.KillAsync(Cancel);
        (await Should.ThrowAsync<GraphStoreException>(() => importing)).IsTransient.ShouldBeTrue();
        (await Should.ThrowAsync<GraphStoreException>(() => store.HeadAsync(Cancel))).IsTransient.ShouldBeTrue();

        await own.StartAsync(Cancel);

        var units = await store.UnitsAsync(Cancel);
        foreach (var (before, after) in old.Zip(fresh))
            units[before.Unit].ShouldBeOneOf(before.Hash, after.Hash);
        units.Values.Intersect(old.Select(u => u.Hash)).ShouldNotBeEmpty("the kill came after the last import and proves nothing");
        foreach (var unit in fresh)
            await store.ImportAsync(unit, Cancel);
        var observations = await store.ReadAsync(s => Everything.ListAsync(s, new ObservationQuery(), Cancel), Cancel);
        observations.Select(o => o.Quantity.Value!.Value).ShouldAllBe(value => value == 2);
        observations.Count.ShouldBe(30);
    }

    private static GraphBatch Unit(int number, int value) =>
        Article(number).Printing(Figure(number, "a", value)).Stating(Post(Mayor, City, $"职{number}之{value}"));
}
