namespace ZhuzhouGraph.Neo4jStore;

/// <summary>Whether a database can be used, and how an empty one is made ready.</summary>
internal static class StoreSchema
{
    /// <summary>Kept in <c>(:Store).schema</c>. A graph of another version is refused: it is made again from the seeds.</summary>
    public const int Version = 6;

    private static readonly System.Version OldestServer = new(5, 26);

    /// <summary>
    /// Refuses what is too old or not ours before anything is written; makes constraints and indexes once, and waits for them.
    /// </summary>
    /// <exception cref="GraphStoreException">The database cannot be used; the message says what to do.</exception>
    public static async Task EnsureAsync(QueryApi api, string database, CancellationToken cancellationToken)
    {
        await RequireServerAsync(api, cancellationToken);
        if (await FoundAsync(api, cancellationToken) is not { } found)
        {
            await MakeAsync(api, cancellationToken);
            return;
        }
        if (found != Version)
        {
            var advice =
                found > Version
                    ? "Upgrade the program, or name another database"
                    : "Empty the database and import again, or name another one";
            throw new GraphStoreException(
                $"The database {database} was written by another version of this program (schema {found}, this program reads "
                    + $"{Version}). {advice}.",
                isTransient: false
            );
        }

        async Task<long?> FoundAsync(QueryApi asked, CancellationToken cancellation)
        {
            var rows = await asked.ReadAsync(
                Cypher.Of("READ schema", "OPTIONAL MATCH (s:Store {id: 1}) RETURN s.schema AS schema, COUNT { () } AS nodes"),
                row => (Schema: row.NumberOrNull(0), Nodes: row.Number(1)),
                cancellation
            );
            if (rows[0].Schema is null && rows[0].Nodes > 0)
            {
                throw new GraphStoreException(
                    $"The database {database} holds another graph ({rows[0].Nodes} nodes), which would be mixed up with this one. Name "
                        + $"an empty database, or empty this one.",
                    isTransient: false
                );
            }
            return rows[0].Schema;
        }
    }

    private static async Task RequireServerAsync(QueryApi api, CancellationToken cancellationToken)
    {
        var found = await api.ReadAsync(
            Cypher.Of(
                "READ version",
                "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version"
            ),
            row => row.Text(0),
            cancellationToken
        );
        var number = found.Count == 0 ? null : found[0].Split('-', '+')[0];
        if (!System.Version.TryParse(number, out var version) || version < OldestServer)
            throw new GraphStoreException(
                $"The server is Neo4j {number ?? "of an unknown version"}; {OldestServer} or newer is needed. Upgrade it, or name another one.",
                isTransient: false
            );
    }

    /// <summary>The node that says the version comes last: a start that was interrupted makes the rest next time.</summary>
    private static async Task MakeAsync(QueryApi api, CancellationToken cancellationToken)
    {
        foreach (var statement in Statements.Schema)
            await WriteAsync(Cypher.Of("CREATE schema", statement));
        await WriteAsync(Cypher.Of("AWAIT indexes", "CALL db.awaitIndexes(300)"));
        await WriteAsync(
            Cypher.Of(
                "CREATE store",
                "MERGE (s:Store {id: 1}) ON CREATE SET s.schema = $p.schema, s.generation = 0, s.version = 0",
                ("schema", Version)
            )
        );

        async Task WriteAsync(Cypher statement)
        {
            try
            {
                await api.WriteAsync(statement, _ => 0, cancellationToken);
            }
            catch (OutcomeUnknownException)
            {
                // Each of them may be run twice.
                await api.WriteAsync(statement, _ => 0, cancellationToken);
            }
        }
    }
}
