using ZhuzhouGraph.Stores.Tests.Differential;
using ZhuzhouGraph.Stores.Tests.Sqlite;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>The embedded store against Neo4j.</summary>
[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jDifferentialTests(Neo4jServer server) : DifferentialContract, IAsyncDisposable
{
    private readonly SqliteStoreFiles _files = new();

    protected override int Iterations => 2;

    protected override Task<IGraphStore> OpenOneAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenEmptyAsync(time, cancellationToken);

    protected override Task<IGraphStore> OpenOtherAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    public ValueTask DisposeAsync() => _files.CleanUpAsync();
}
