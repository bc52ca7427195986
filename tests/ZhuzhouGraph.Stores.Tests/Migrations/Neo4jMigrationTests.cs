using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Neo4jStore.Migrations;
using ZhuzhouGraph.Stores.Tests.Neo4j;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Migrations;

/// <summary>Graphs of earlier versions of the program, made from their recorded scripts.</summary>
public sealed class Neo4jMigrationTests(Neo4jServer server) : QueryApiTest(server)
{
    private const int Before = 9,
        Now = 10;

    /// <summary>See <see cref="SqliteMigrationTests.The_script_of_this_version_is_what_the_program_stores"/>.</summary>
    [Fact]
    public async Task The_script_of_this_version_is_what_the_program_stores()
    {
        var stored = await TellAsync(withHistory: true);

        if (!File.Exists(Neo4jScript.PathOf(Now)))
            await File.WriteAllTextAsync(Neo4jScript.PathOf(Now), stored, Cancel);
        Scripts.ShouldBeEqual(stored, await File.ReadAllTextAsync(Neo4jScript.PathOf(Now), Cancel));
    }

    [Fact]
    public async Task A_graph_of_the_version_before_is_migrated_in_one_transaction_with_everything_in_it()
    {
        var expected = await TellAsync(withHistory: false);
        await MakeAsync();
        var before = await NumberAsync("MATCH (s:Store) RETURN s.generation");
        var told = new Told();
        await using (var store = await Neo4jGraphStore.OpenAsync(Options, TimeProvider.System, told, Cancel))
        {
            told.ShouldBe(Before, Now);
            (await NumberAsync("MATCH (s:Store) RETURN s.generation")).ShouldBe(before + 1, "there was one write");
            await RecordedGraph.ShouldBeIntactAsync(store, Cancel);
            (await store.VerifyAsync(isThorough: true, Cancel)).ShouldBeEmpty();
            await RecordedGraph.ShouldTakeTheSameAgainAsync(store, Cancel);
            (await store.VerifyAsync(isThorough: true, Cancel)).ShouldBeEmpty();
        }

        Scripts.ShouldKeepTheHistory(
            await Neo4jScript.OfAsync(TypedAsync),
            await File.ReadAllTextAsync(Neo4jScript.PathOf(Before), Cancel),
            "sequence: ",
            "{added: ",
            "{sha256: "
        );
        Scripts.ShouldBeEqual(await Neo4jScript.OfAsync(TypedAsync, withHistory: false), expected);
        var again = new Told();
        await (await Neo4jGraphStore.OpenAsync(Options, TimeProvider.System, again, Cancel)).DisposeAsync();
        again.Migrations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_migration_of_a_large_graph_that_stops_half_way_is_done_by_the_next_start()
    {
        var expected = await TellAsync(withHistory: false);
        await MakeAsync();
        // What is read last cannot be read.
        await PostAsync("", "MATCH (f:Fact) WHERE f.type = 'HELD_AT' SET f.type = 'SUNK_AT'");
        var before = await NumberAsync("MATCH (s:Store) RETURN s.generation");

        await Migrator.RunStepsAsync(Api, Before, Cancel);
        var stopped = await Should.ThrowAsync<GraphStoreException>(() =>
            new Rewriting(Api, Before, before, Cancel) { MaxRows = 10, PageSize = 2 }.RunAsync()
        );

        stopped.Message.ShouldContain("SUNK_AT");
        (await NumberAsync("MATCH (s:Store) RETURN s.generation")).ShouldBeGreaterThan(before, "it had begun to write");
        var error = await Should.ThrowAsync<GraphStoreException>(() => Neo4jGraphStore.OpenAsync(Options, TimeProvider.System, Cancel));
        error.Message.ShouldSatisfyAllConditions(
            message => message.ShouldContain("SUNK_AT"),
            message => message.ShouldContain($"from schema {Before} to {Now}"),
            message => message.ShouldContain("--texts")
        );
        (await NumberAsync("MATCH (s:Store) RETURN s.schema")).ShouldBe(Before);

        await PostAsync("", "MATCH (f:Fact) WHERE f.type = 'SUNK_AT' SET f.type = 'HELD_AT'");
        await using (var store = await Neo4jGraphStore.OpenAsync(Options, TimeProvider.System, Cancel))
        {
            await RecordedGraph.ShouldBeIntactAsync(store, Cancel);
            await RecordedGraph.ShouldTakeTheSameAgainAsync(store, Cancel);
        }
        Scripts.ShouldBeEqual(await Neo4jScript.OfAsync(TypedAsync, withHistory: false), expected);
    }

    [Fact]
    public async Task A_graph_that_changed_since_it_was_read_is_not_written()
    {
        await MakeAsync();
        await Migrator.RunStepsAsync(Api, Before, Cancel);
        var generation = await NumberAsync("MATCH (s:Store) RETURN s.generation");

        (await new Rewriting(Api, Before, generation - 1, Cancel).RunAsync()).ShouldBeNull();
        (await new Rewriting(Api, Before - 1, generation, Cancel).RunAsync()).ShouldBeNull();

        (await NumberAsync("MATCH (s:Store) RETURN s.schema")).ShouldBe(Before);
    }

    [Theory]
    [InlineData(4, "only schemas from 5 on")]
    [InlineData(Now + 1, "Upgrade the program")]
    public async Task A_graph_that_is_too_old_or_too_new_is_refused_with_advice_and_left_alone(int schema, string advice)
    {
        await MakeAsync();
        await PostAsync("", $"MATCH (s:Store) SET s.schema = {schema}");
        var before = await Neo4jScript.OfAsync(TypedAsync);

        await Neo4jOpenTests.RefusedAsync(Options, advice);

        Scripts.ShouldBeEqual(await Neo4jScript.OfAsync(TypedAsync), before);
    }

    [Fact]
    public async Task An_older_graph_is_not_migrated_where_it_is_only_read()
    {
        await MakeAsync();
        var before = await Neo4jScript.OfAsync(TypedAsync);

        await Neo4jOpenTests.RefusedAsync(Options with { IsReadOnly = true }, "without --read-only");

        Scripts.ShouldBeEqual(await Neo4jScript.OfAsync(TypedAsync), before);
    }

    public override async ValueTask DisposeAsync()
    {
        // Nothing of another version is left to the tests that follow.
        if (Api is not null)
            await Neo4jStores.EmptyAsync(Options, Cancel);
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task MakeAsync()
    {
        await PostAsync("", "MATCH (n) DETACH DELETE n");
        foreach (var statement in Neo4jScript.StatementsOf(await File.ReadAllTextAsync(Neo4jScript.PathOf(Before), Cancel)))
            await PostAsync("", statement);
    }

    private async Task<string> TellAsync(bool withHistory)
    {
        var time = new FakeTimeProvider(RecordedCity.Start);
        await Neo4jStores.EmptyAsync(Options, Cancel);
        await using (var store = await Neo4jGraphStore.OpenAsync(Options, time, Cancel))
            await RecordedCity.TellAsync(store, time, Cancel);
        return await Neo4jScript.OfAsync(TypedAsync, withHistory);
    }

    private async Task<long> NumberAsync(string statement)
    {
        using var answer = await PostAsync("", statement);
        return answer.RootElement.GetProperty("data").GetProperty("values")[0][0].GetInt64();
    }
}
