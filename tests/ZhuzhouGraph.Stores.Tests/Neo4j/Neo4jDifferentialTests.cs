using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Stores.Tests.Differential;
using ZhuzhouGraph.Stores.Tests.Sqlite;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>The embedded store against Neo4j.</summary>
[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jDifferentialTests(Neo4jServer server) : DifferentialContract, IAsyncDisposable
{
    /// <summary>The node that says that the schema is made stays, because making it takes longer than a city.</summary>
    private const string Empty = """
        CALL () { MATCH (s:Store) SET s = {id: s.id, schema: s.schema, generation: 0, version: 0} }
        MATCH (n) WHERE NOT n:Store DETACH DELETE n
        """;

    private readonly SqliteStoreFiles _files = new();

    protected override int Iterations => 12;

    protected override Task<IGraphStore> OpenOneAsync(TimeProvider time, CancellationToken cancellationToken) => _files.OpenAsync(time, cancellationToken);

    protected override async Task<IGraphStore> OpenOtherAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        await using (var api = new QueryApi(server.Options, time))
            await api.WriteAsync(new Cypher("EMPTY store", Empty, new Dictionary<string, object?>()), _ => 0, cancellationToken);
        return await Neo4jGraphStore.OpenAsync(server.Options, time, cancellationToken);
    }

    public ValueTask DisposeAsync() => _files.CleanUpAsync();
}
