using ZhuzhouGraph.Neo4jStore;

namespace ZhuzhouGraph.Testing;

/// <summary>Stores in the database of a server that these tests may empty.</summary>
public static class Neo4jStores
{
    public static async Task<IGraphStore> OpenEmptyAsync(Neo4jServer server, TimeProvider time, CancellationToken cancellationToken)
    {
        await EmptyAsync(server.Options, cancellationToken);
        return await Neo4jGraphStore.OpenAsync(server.Options, time, cancellationToken);
    }

    /// <summary>Takes everything out of the database but its constraints and indexes, which take seconds to make.</summary>
    public static async Task EmptyAsync(Neo4jOptions options, CancellationToken cancellationToken)
    {
        await using var api = new QueryApi(options, TimeProvider.System);
        await api.WriteAsync(
            new Cypher(
                "EMPTY database",
                "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS",
                new Dictionary<string, object?>()
            ),
            _ => 0,
            cancellationToken
        );
    }
}
