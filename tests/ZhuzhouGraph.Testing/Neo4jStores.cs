using ZhuzhouGraph.Neo4jStore;

namespace ZhuzhouGraph.Testing;

/// <summary>Stores in the database of a server that these tests may empty.</summary>
public static class Neo4jStores
{
    public static Task<IGraphStore> OpenEmptyAsync(Neo4jServer server, TimeProvider time, CancellationToken cancellationToken) =>
        OpenEmptyAsync(server.Options, time, cancellationToken);

    public static async Task<IGraphStore> OpenEmptyAsync(Neo4jOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        await EmptyAsync(options, cancellationToken);
        return await Neo4jGraphStore.OpenAsync(options, time, cancellationToken);
    }

    /// <summary>
    /// Takes everything out of the database but its constraints and indexes, which take seconds to make, and the store's own node, so that
    /// stores that are open go on. The node is of this version of the program, whoever used the database before.
    /// </summary>
    public static async Task EmptyAsync(Neo4jOptions options, CancellationToken cancellationToken)
    {
        await using var api = CypherClient.Of(options, TimeProvider.System);
        await WriteAsync("MATCH (n) WHERE NOT n:Store AND NOT n:Seq CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS");
        await WriteAsync(
            "MATCH (s:Store) SET s = {id: 1, schema: $schema, generation: 0, version: 0} "
                + "MERGE (q:Seq {id: 1}) SET q.n = 0, q.epoch = randomUUID()"
        );

        Task WriteAsync(string statement) =>
            api.WriteAsync(
                new Cypher("EMPTY database", statement, new Dictionary<string, object?> { ["schema"] = StoreSchema.Version }),
                _ => 0,
                cancellationToken
            );
    }
}
