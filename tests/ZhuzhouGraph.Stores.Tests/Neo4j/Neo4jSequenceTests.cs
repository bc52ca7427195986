using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>Reads take one version without a lock, whatever importers do and wherever they die.</summary>
public sealed class Neo4jSequenceTests(Neo4jServer server) : QueryApiTest(server)
{
    /// <summary>Figures of the one article that is imported again and again.</summary>
    private const int Figures = 30;

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private Neo4jGraphStore _store = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Neo4jStores.EmptyAsync(Options, Cancel);
        _store = await Neo4jGraphStore.OpenAsync(Options, _clock, Cancel);
        await _store.ImportAsync(Registry(), Cancel);
        await _store.ImportAsync(Edition(0), Cancel);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_store is not null)
            await _store.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_read_costs_its_questions_and_no_statement_more_until_an_import_came()
    {
        await EditionsAsync(_store);
        (await SummariesAsync(EditionsAsync)).ShouldBe(["LIST observations"]);
        await using var other = await Neo4jGraphStore.OpenAsync(Options, TimeProvider.System, Cancel);
        await other.ImportAsync(Edition(1), Cancel);

        (await SummariesAsync(EditionsAsync)).ShouldBe(["LIST observations", "READ version", "LIST observations"]);
        (await EditionsAsync(_store)).ShouldBe([1]);
        (await SummariesAsync(EditionsAsync)).ShouldBe(["LIST observations"]);
    }

    [Fact]
    public async Task An_import_that_died_after_it_was_announced_stops_nobody_and_is_ended_by_whoever_sees_it_for_long()
    {
        await AnnounceAsync();
        var odd = await NumberAsync();
        for (var read = 0; read < 3; read++)
            (await EditionsAsync(_store)).ShouldBe([0]);
        (await NumberAsync()).ShouldBe(odd, "it may still be alive");

        _clock.Advance(Sequence.Patience * 2);
        (await EditionsAsync(_store)).ShouldBe([0]);

        (await NumberAsync()).ShouldBe(odd + 1);
        (await SummariesAsync(EditionsAsync)).ShouldContain("READ version");
        (await SummariesAsync(EditionsAsync)).ShouldBe(["LIST observations"]);
    }

    [Fact]
    public async Task The_next_import_ends_one_that_died_and_one_that_was_only_slow_writes_nothing_any_more()
    {
        var state = (await StoreState.SettledAsync(Api, [ArticleId(1)], Cancel))!;
        await AnnounceAsync();
        await using var other = await Neo4jGraphStore.OpenAsync(Options, TimeProvider.System, Cancel);

        (await other.ImportAsync(Edition(1), Cancel)).IsChanged.ShouldBeTrue();

        var slow = new BatchWriter(Edition(2), isRemoval: false, null, null, Instant.FromUnixTimeSeconds(0)).Filled();
        foreach (var generation in new[] { state.Generation, state.Generation + 1 })
            (
                await Api.WriteAsync(BatchWriter.Write([slow], generation, state.Sequence.Next), row => row.Number(0), Cancel)
            ).ShouldBeEmpty();
        (await NumberAsync()).ShouldBe(state.Sequence.Number + 4);
        (await EditionsAsync(_store)).ShouldBe([1]);
    }

    [Fact]
    public async Task Another_graph_in_the_same_place_is_not_taken_for_the_one_before()
    {
        (await EditionsAsync(_store)).ShouldBe([0]);
        var number = await NumberAsync();
        await Neo4jStores.EmptyAsync(Options, Cancel);
        await using (var other = await Neo4jGraphStore.OpenAsync(Options, TimeProvider.System, Cancel))
        {
            await other.ImportAsync(Registry(), Cancel);
            await other.ImportAsync(Edition(7), Cancel);
        }
        (await NumberAsync()).ShouldBe(number, "as many imports");

        (await EditionsAsync(_store)).ShouldBe([7]);
    }

    /// <summary>
    /// Two importers of two articles in one transaction, of which some die at each of three steps, and six readers, half of them with a
    /// memory of their own. Every read has to be of one edition of both articles. <c>ZHUZHOU_SOAK_SECONDS</c> says how long, 5 unless it is
    /// given.
    /// </summary>
    [Fact]
    public async Task No_read_is_torn_while_importers_import_and_die()
    {
        var seconds = int.Parse(Environment.GetEnvironmentVariable("ZHUZHOU_SOAK_SECONDS") ?? "5", null);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        over.CancelAfter(TimeSpan.FromSeconds(seconds));
        var (editions, reads, torn, died) = (0, 0, 0, 0);
        await using var second = await Neo4jGraphStore.OpenAsync(Options, TimeProvider.System, Cancel);
        await using var third = await Neo4jGraphStore.OpenAsync(Options, TimeProvider.System, Cancel);
        Neo4jGraphStore[] stores = [third, second];
        await _store.ImportAsync(Edition(0, article: 2), Cancel);

        await Task.WhenAll([.. stores.Select(ImportAsync), .. Enumerable.Range(0, 6).Select(at => ReadAsync(stores[at % 2]))]);

        TestContext.Current.TestOutputHelper!.WriteLine($"{editions} editions, {died} importers died, {reads} reads, {torn} torn");
        torn.ShouldBe(0);
        editions.ShouldBeGreaterThan(2);
        reads.ShouldBeGreaterThan(10);

        async Task ImportAsync(Neo4jGraphStore store)
        {
            while (!over.IsCancellationRequested)
            {
                var number = Interlocked.Increment(ref editions);
                var edition = Edition(number);
                using var death = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
                if (edition.Hash[0] is >= '0' and < '4')
                {
                    // Anywhere between the announcement and the end.
                    death.CancelAfter(TimeSpan.FromMilliseconds(editions % 10 * 30));
                    Interlocked.Increment(ref died);
                }
                try
                {
                    var taken = await store.ImportAsync([edition, Edition(number, article: 2)], death.Token);
                    taken.Count.ShouldBe(2, "one transaction");
                }
                catch (OperationCanceledException) when (!Cancel.IsCancellationRequested)
                {
                    if (edition.Hash[1] is >= '0' and < '8')
                        // As a program that is killed leaves it.
                        await Api.WriteAsync(Ask("MATCH (q:Seq) SET q.id = 1 WITH q WHERE q.n % 2 = 0 SET q.n = q.n + 1"), _ => 0, Cancel);
                }
                catch (GraphStoreException e) when (e.IsTransient)
                {
                    // The other one was faster, again and again.
                }
            }
        }

        async Task ReadAsync(Neo4jGraphStore store)
        {
            while (!over.IsCancellationRequested)
            {
                try
                {
                    var found = await EditionsAsync(store, articles: 2);
                    Interlocked.Increment(ref reads);
                    if (found.Count != 1)
                        Interlocked.Increment(ref torn);
                }
                catch (GraphStoreException e) when (e.IsTransient)
                {
                    // Imports came without a pause.
                }
            }
        }
    }

    /// <summary>An article all of whose figures are of one edition, some more in some than in others.</summary>
    private static GraphBatch Edition(int number, int article = 1) =>
        Hashed(
            Enumerable
                .Range(0, Figures + (number % 3))
                .Aggregate(Article(article), (batch, at) => batch.Printing(Figure(article, $"f{at}", number), $"{at + 4}.1"))
        );

    /// <summary>The editions that the figures are of; more than one where what was read is torn.</summary>
    private static Task<IReadOnlyList<int>> EditionsAsync(IGraphStore store, int articles) =>
        store.ReadAsync<IReadOnlyList<int>>(
            async snapshot =>
            {
                List<string> ids = [.. Enumerable.Range(1, articles).Select(ArticleId)];
                var page = await snapshot.ListAsync(new ObservationQuery { Articles = ids }, new(100), Cancel);
                var editions = page.Items.Select(figure => (int)figure.Quantity.Value!.Value).Distinct().ToList();
                return editions is [var edition] && page.Items.Count != articles * (Figures + (edition % 3)) ? [edition, -1] : editions;
            },
            Cancel
        );

    private static Task<IReadOnlyList<int>> EditionsAsync(IGraphStore store) => EditionsAsync(store, articles: 1);

    private async Task<List<string>> SummariesAsync(Func<IGraphStore, Task> read)
    {
        using var listening = new Listening();
        await read(_store);
        return [.. listening.Spans.Select(span => span.DisplayName.Split(" neo4j")[0])];
    }

    private async Task AnnounceAsync()
    {
        using var announced = await PostAsync("", "MATCH (q:Seq) SET q.n = q.n + 1");
    }

    private async Task<long> NumberAsync() => (await Api.ReadAsync(Ask("MATCH (q:Seq) RETURN q.n"), row => row.Number(0), Cancel)).Single();
}
