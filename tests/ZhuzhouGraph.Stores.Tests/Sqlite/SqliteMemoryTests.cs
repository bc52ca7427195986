using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.SqliteStore;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Sqlite;

/// <summary>What connections keep of the statements that they have run is bounded by bytes, whatever clients ask.</summary>
public sealed class SqliteMemoryTests : IAsyncLifetime
{
    private const int MiB = 1024 * 1024;

    private readonly SqliteStoreFiles _files = new();
    private readonly FakeTimeProvider _time = new();
    private SqliteGraphStore _store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteGraphStore.OpenAsync(_files.NewPath(), _time, Cancel);
        await _store.ImportAsync(Registry(), Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _files.CleanUpAsync();
    }

    [Fact]
    public async Task A_connection_keeps_no_more_than_4_MiB_of_statements_of_many_shapes()
    {
        var most = 0;
        for (var shape = 0; shape < 200; shape++)
        {
            await _store.ReadAsync(snapshot => snapshot.CountAsync(Shape(shape), Cancel), Cancel);

            _store.IdleBytes.ShouldBeLessThanOrEqualTo(4 * MiB);
            most = Math.Max(most, _store.IdleBytes);
        }
        most.ShouldBeGreaterThan(2 * MiB, "statements are kept, and what they hold is known");
    }

    [Fact]
    public async Task All_idle_connections_together_keep_no_more_than_16_MiB()
    {
        await ReadAsync(connections: 12);

        _store.IdleBytes.ShouldBeInRange(4 * MiB, 16 * MiB);
        _store.IdleConnections.ShouldBeGreaterThan(1);

        // The log is moved into the file first, by one of them.
        _time.Advance(SqliteGraphStore.Idle);
        _time.Advance(SqliteGraphStore.Rest);
        _store.IdleConnections.ShouldBe(1);
        _store.IdleBytes.ShouldBeLessThanOrEqualTo(4 * MiB);

        // Each holds its connection while the others read.
        async Task<int> ReadAsync(int connections) =>
            connections == 0
                ? 0
                : await _store.ReadAsync(
                    async snapshot =>
                    {
                        for (var shape = 0; _store.IdleBytes < 16 * MiB && shape < 25; shape++)
                            await snapshot.CountAsync(Shape(shape), Cancel);
                        return await ReadAsync(connections - 1);
                    },
                    Cancel
                );
    }

    /// <summary>One of 243 questions, each a large statement of its own.</summary>
    private static EntityQuery Shape(int number) =>
        new()
        {
            OrUnplaced = true,
            Links =
            [
                .. new[] { 1, 3, 9, 27, 81 }.Select(place => new LinkCount(
                    (RelationshipSide)(number / place % 3),
                    [RelationshipTypes.LocatedIn],
                    [City],
                    [],
                    1,
                    null
                )
                {
                    WithParts = true,
                }),
            ],
        };
}
