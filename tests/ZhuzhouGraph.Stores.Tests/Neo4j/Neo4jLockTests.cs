using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>What waits for an import's lock on the store's node reads and writes what the import leaves, never what it replaced.</summary>
public sealed class Neo4jLockTests(Neo4jServer server) : QueryApiTest(server)
{
    private const string Waiting =
        "SHOW TRANSACTIONS YIELD parameters, metaData, status WHERE (parameters.requestId IS NOT NULL OR metaData.app IS NOT NULL) "
        + "AND status STARTS WITH 'Blocked' RETURN count(*)";

    /// <summary>Does by hand what an import does to the store's node, and one article that the summary counts.</summary>
    private const string Import =
        "MATCH (s:Store {id: 1}) SET s.writer = 'test' WITH s SET s.generation = s.generation + 1 CREATE (:Article {id: "
        + "'article:2030-01-01/x', sort: '2030-01-01', characters: 1})";

    private Neo4jGraphStore _store = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Neo4jStores.EmptyAsync(Options, Cancel);
        _store = await Neo4jGraphStore.OpenAsync(Options, TimeProvider.System, Cancel);
        await _store.ImportAsync(Registry(), Cancel);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_store is not null)
            await _store.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_read_that_waits_for_an_import_does_not_undo_its_generation_and_counts_what_it_brought()
    {
        (await ArticlesAsync()).ShouldBe(0, "this summary is kept");
        var before = await GenerationAsync();
        using var announced = await PostAsync("", "MATCH (q:Seq) SET q.n = q.n + 1");
        var transaction = await BeginAsync(Import);
        var reading = ArticlesAsync();
        await WaitUntilBlockedAsync(reading);

        await CommitAsync(transaction);

        (await reading).ShouldBe(1);
        (await GenerationAsync()).ShouldBe(before + 1);
        (await ArticlesAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_source_that_is_remembered_after_a_wait_moves_the_generation_that_the_import_left()
    {
        var before = await GenerationAsync();
        var transaction = await BeginAsync(Import);
        var remembering = _store.RememberSourceAsync("seeds", Cancel);
        await WaitUntilBlockedAsync(remembering);

        await CommitAsync(transaction);
        await remembering;

        (await GenerationAsync()).ShouldBe(before + 2);
    }

    private Task<long> ArticlesAsync() => _store.ReadAsync(async s => (await s.SummaryAsync(Cancel)).Articles, Cancel);

    private async Task<long> GenerationAsync() =>
        (await Api.ReadAsync(Ask("MATCH (s:Store {id: 1}) RETURN s.generation"), row => row.Number(0), Cancel)).Single();

    private async Task WaitUntilBlockedAsync(Task waiting)
    {
        while (true)
        {
            waiting.IsCompleted.ShouldBeFalse("it waits for the lock");
            using var answer = await PostAsync("", Waiting);
            if (answer.RootElement.GetProperty("data").GetProperty("values")[0][0].GetInt64() > 0)
                return;
            await Task.Delay(20, Cancel);
        }
    }
}
