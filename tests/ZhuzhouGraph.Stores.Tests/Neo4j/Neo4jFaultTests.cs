using System.Diagnostics;
using ZhuzhouGraph.Diagnostics;
using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>What becomes of an import when something happens on the way, or when another one comes at the same time.</summary>
public sealed class Neo4jFaultTests(Neo4jServer server) : QueryApiTest(server)
{
    private Relay _relay = null!;
    private Neo4jGraphStore _store = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _relay = new Relay(Options.Uri);
        await Neo4jStores.EmptyAsync(Options, Cancel);
        _store = await Neo4jGraphStore.OpenAsync(Options with { Uri = _relay.Uri }, TimeProvider.System, Cancel);
        await _store.ImportAsync(Registry(), Cancel);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
            await _relay.DisposeAsync();
        }
        await base.DisposeAsync();
    }

    [Fact]
    public async Task An_import_whose_answer_is_lost_finds_out_that_it_took_place()
    {
        using var fault = AtNextImport(_relay.CutNextAnswer);

        var outcome = await _store.ImportAsync(Article(1).Stating(Post(Mayor, City, "市长")), Cancel);

        outcome.ShouldBe(new ImportOutcome(ArticleId(1), true, 2, 2, 0, 0));
        (await _store.HeadAsync(Cancel)).Number.ShouldBe(2, "it took place once");
    }

    [Fact]
    public async Task An_import_that_never_arrived_is_made_again()
    {
        using var fault = AtNextImport(_ => _relay.CutConnections());

        (await _store.ImportAsync(Article(1).Stating(Post(Mayor, City, "市长")), Cancel)).ShouldBe(
            new ImportOutcome(ArticleId(1), true, 2, 2, 0, 0)
        );
    }

    [Fact]
    public async Task A_removal_whose_answer_is_lost_finds_out_that_it_took_place()
    {
        await _store.ImportAsync(Article(1).Stating(Post(Mayor, City, "市长")), Cancel);
        using var fault = AtNextImport(_relay.CutNextAnswer);

        (await _store.RemoveAsync(ArticleId(1), Cancel)).ShouldBe(new ImportOutcome(ArticleId(1), true, 3, 0, 0, 2));
    }

    [Fact]
    public async Task Two_imports_at_once_both_finish_in_one_graph_without_duplicates()
    {
        GraphBatch[] units = [.. Enumerable.Range(1, 12).Select(Unit)];
        await using var other = await Neo4jGraphStore.OpenAsync(Options, TimeProvider.System, Cancel);

        await Task.WhenAll(ImportAllAsync(_store, units), ImportAllAsync(other, units.Reverse()));

        var described = await Everything.DescribeAsync(_store, Cancel);
        (await _store.HeadAsync(Cancel)).Number.ShouldBe(units.Length + 1, "each unit changed the graph once");
        using var counts = await PostAsync("", "MATCH ()-[r:HOLDS_POST]->() RETURN count(r), count(DISTINCT r.id)");
        var row = counts.RootElement.GetProperty("data").GetProperty("values")[0];
        row[0].GetInt64().ShouldBe(row[1].GetInt64());
        await Neo4jStores.EmptyAsync(Options, Cancel);
        await _store.ImportAsync(Registry(), Cancel);
        await ImportAllAsync(_store, units);
        (await Everything.DescribeAsync(_store, Cancel)).ShouldBe(described);
    }

    [Fact]
    public async Task Pages_read_while_units_come_in_are_each_of_one_version()
    {
        await using var reader = await Neo4jGraphStore.OpenAsync(Options, TimeProvider.System, Cancel);
        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            var reads = 0;
            for (; !done.IsCancellationRequested; reads++)
            {
                var (version, articles, posts) = await reader.ReadAsync(
                    async s =>
                        (
                            (await s.HeadAsync(Cancel)).Number,
                            await s.CountAsync(new ArticleQuery(), Cancel),
                            await s.CountAsync(new RelationshipQuery(), Cancel)
                        ),
                    Cancel
                );
                (articles, posts).ShouldBe((version - 1, version - 1));
            }
            return reads;
        });

        await ImportAllAsync(_store, Enumerable.Range(1, 25).Select(Unit));

        await done.CancelAsync();
        (await reading).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_cancelled_list_is_ended_on_the_server()
    {
        await ImportAllAsync(_store, Enumerable.Range(1, 3).Select(Unit));
        using var soon = new CancellationTokenSource();
        // The same ids again and again: a question that takes minutes.
        var query = new RelationshipQuery
        {
            From = [.. Enumerable.Repeat(Mayor, 200_000)],
            To = [.. Enumerable.Repeat(City, 200_000)],
            Text = "无",
        };
        var reading = _store.ReadAsync(s => s.CountAsync(query, soon.Token), soon.Token);
        await Task.WhenAny(reading, WaitUntilRunningAsync(1));

        await soon.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => reading);
        await WaitUntilRunningAsync(0);
    }

    [Fact]
    public async Task A_unit_too_large_for_one_transaction_is_refused_with_its_size_and_writes_nothing()
    {
        var words = Enumerable
            .Range(0, 30_001)
            .Select(i => new Citation(City, ArticleId(1), new Address(1, 1), ArticlePart.Body, $"名{i}"));

        var refusal = await Should.ThrowAsync<GraphStoreException>(() =>
            _store.ImportAsync(Article(1) with { Citations = [.. words], Hash = "large" }, Cancel)
        );

        refusal.IsTransient.ShouldBeFalse();
        refusal.Message.ShouldContain("nodes and relationships, and one transaction takes");
        (await _store.UnitsAsync(Cancel)).Keys.ShouldBe([GraphBatch.Registry]);
    }

    [Fact]
    public async Task Texts_that_no_index_takes_are_refused_all_at_once()
    {
        var name = new string('灯', 2_400);
        var batch = Article(1)
            .With(Named(EntityTypes.Event, "event:fair", name, "Fair"))
            .Naming("event:fair", name)
            .Holding(new string('会', 11_000));

        var refusal = await Should.ThrowAsync<GraphStoreException>(() => _store.ImportAsync(batch, Cancel));

        refusal.Message.ShouldSatisfyAllConditions(
            m => m.ShouldContain("a name of event:fair is 7200 bytes long, and the index takes 7000"),
            m => m.ShouldContain("the sentence 1.1 is 33000 bytes long, and the index takes 32000"),
            m => m.ShouldContain("the words cited at")
        );
        (await _store.UnitsAsync(Cancel)).Keys.ShouldBe([GraphBatch.Registry]);
    }

    [Fact]
    public async Task Texts_as_long_as_the_indexes_take_are_taken()
    {
        var name = new string('灯', 2_333);

        await _store.ImportAsync(
            Article(1)
                .With(Named(EntityTypes.Event, "event:fair", name, "Fair"))
                .Naming("event:fair", name)
                .Holding(new string('会', 10_666)),
            Cancel
        );

        (await _store.ReadAsync(s => s.ResolveAsync([name], Cancel), Cancel)).Count.ShouldBe(1);
        (await _store.ReadAsync(s => s.ListAsync(new SearchQuery("会会"), new(5), Cancel), Cancel))
            .Items.ShouldHaveSingleItem()
            .Id.ShouldBe(ArticleId(1));
    }

    private static GraphBatch Unit(int number) =>
        Article(number).Stating(Post(Mayor, City, $"职{number}")).Naming(City, "云海市").Printing(Figure(number, "a", number));

    private static async Task ImportAllAsync(Neo4jGraphStore store, IEnumerable<GraphBatch> units)
    {
        foreach (var unit in units)
            await store.ImportAsync(unit, Cancel);
    }

    /// <summary>Does something when the statement that imports is about to be sent, once.</summary>
    private static ActivityListener AtNextImport(Action<int> fault)
    {
        var test = new Activity("test").Start();
        var isDone = false;
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == StoreTelemetry.ActivitySourceName,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStarted = span =>
            {
                if (isDone || span.TraceId != test.TraceId || span.DisplayName != "IMPORT units")
                    return;
                isDone = true;
                fault(0);
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
