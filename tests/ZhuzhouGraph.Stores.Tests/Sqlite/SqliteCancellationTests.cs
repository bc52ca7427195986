using System.Diagnostics;
using ZhuzhouGraph.Diagnostics;
using ZhuzhouGraph.SqliteStore;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Sqlite;

public sealed class SqliteCancellationTests : IAsyncLifetime
{
    private readonly SqliteStoreFiles _files = new();
    private SqliteGraphStore _store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await SqliteGraphStore.OpenAsync(_files.NewPath(), TimeProvider.System, Cancel);

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _files.CleanUpAsync();
    }

    [Fact]
    public async Task Cancelling_interrupts_the_statement_that_runs_and_the_snapshot_goes_on()
    {
        await _store.ImportAsync(Registry(), Cancel);
        await _store.ImportAsync(
            Enumerable.Range(0, 200).Aggregate(Article(1), (batch, i) => batch.Stating(Post(Mayor, City, $"职{i}"))),
            Cancel
        );
        using var soon = new CancellationTokenSource();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == StoreTelemetry.ActivitySourceName,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStarted = span =>
            {
                if (span.GetBaggageItem("test") == "interrupt")
                    soon.CancelAfter(TimeSpan.FromMilliseconds(50));
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var test = new Activity("test").AddBaggage("test", "interrupt").Start();
        // One statement that goes through the same relationships half a million times; left alone, it answers in the end.
        var query = new RelationshipQuery { From = [.. Enumerable.Repeat(Mayor, 500_000)] };

        await _store.ReadAsync(
            async snapshot =>
            {
                var error = await Should.ThrowAsync<OperationCanceledException>(() => snapshot.CountAsync(query, soon.Token));

                error.CancellationToken.ShouldBe(soon.Token);
                (await snapshot.CountAsync(new RelationshipQuery { From = [Mayor] }, Cancel)).ShouldBe(200);
                return 0;
            },
            Cancel
        );
    }

    [Fact]
    public async Task An_import_cancelled_at_any_moment_leaves_the_store_old_or_new()
    {
        await _store.ImportAsync(Registry(), Cancel);
        await _store.ImportAsync(Big(1), Cancel);
        var old = await Everything.DescribeAsync(_store, Cancel);
        var (interrupted, version) = (0, 2L);
        for (var delay = 0; delay < 40; delay++)
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromMicroseconds(delay * 250));
            try
            {
                await _store.ImportAsync(Big(2 + delay), soon.Token);
                version++;
                old = await Everything.DescribeAsync(_store, Cancel);
            }
            catch (OperationCanceledException)
            {
                interrupted++;
                (await Everything.DescribeAsync(_store, Cancel)).ShouldBe(old);
            }
            (await _store.HeadAsync(Cancel)).Number.ShouldBe(version);
        }

        interrupted.ShouldBeGreaterThan(0);
        await _store.ImportAsync(Big(99), Cancel);
        (await _store.HeadAsync(Cancel)).Number.ShouldBe(version + 1);
    }

    [Fact]
    public async Task A_store_that_another_process_writes_to_is_a_transient_error()
    {
        await using var other = await SqliteGraphStore.OpenAsync(_store.Path, TimeProvider.System, Cancel);
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_store.Path};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();

        var error = await Should.ThrowAsync<GraphStoreException>(() => _store.ImportAsync(Registry(), Cancel));

        error.IsTransient.ShouldBeTrue();
        (await other.HeadAsync(Cancel)).Number.ShouldBe(0, "readers do not wait");
        await transaction.RollbackAsync(Cancel);
        (await _store.ImportAsync(Registry(), Cancel)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task What_another_store_on_the_same_file_writes_is_seen_at_once()
    {
        await using var other = await SqliteGraphStore.OpenAsync(_store.Path, TimeProvider.System, Cancel);
        (await other.HeadAsync(Cancel)).Number.ShouldBe(0);

        await _store.ImportAsync(Registry(), Cancel);

        (await other.HeadAsync(Cancel)).Number.ShouldBe(1);
    }

    /// <summary>An article with enough in it to be cut short.</summary>
    private static GraphBatch Big(int value) =>
        Enumerable
            .Range(0, 30)
            .Aggregate(Article(1), (batch, i) => batch.Printing(Figure(1, $"f{i}", value)).Stating(Post(Mayor, City, $"职{i}之{value}")))
            .Holding([.. Enumerable.Range(0, 50).Select(i => $"灯{value}之{i}")]);
}
