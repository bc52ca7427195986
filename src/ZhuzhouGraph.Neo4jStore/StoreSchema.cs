using ZhuzhouGraph.Neo4jStore.Migrations;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>Whether a database can be used, how an empty one is made ready and an older one is brought to this version.</summary>
internal static class StoreSchema
{
    /// <summary>
    /// Kept in <c>(:Store).schema</c>. It is raised with every change of what nodes carry, and then <c>Migrations/N.cypher</c> says what
    /// changed.
    /// </summary>
    public const int Version = 10;

    private static readonly System.Version OldestServer = new(5, 26);

    /// <summary>
    /// Refuses what is too old, too new or not ours before anything is written. Makes constraints and indexes that are missing and waits
    /// for them; migrates a graph of an earlier version.
    /// </summary>
    /// <exception cref="GraphStoreException">The database cannot be used; the message says what to do.</exception>
    public static async Task EnsureAsync(
        CypherClient api,
        string database,
        IProgress<StoreMigration>? migrations,
        CancellationToken cancellationToken
    )
    {
        await RequireServerAsync(api, cancellationToken);
        if (await FoundAsync(api, database, cancellationToken) is not { } found)
            await MakeAsync(api, cancellationToken);
        else if (found < Version)
            await MigrateAsync(api, database, found, migrations, cancellationToken);
        else
            await SchemaIndexes.EnsureAsync(api, cancellationToken);
    }

    /// <summary>Refuses what cannot be served without a write.</summary>
    public static async Task RequireCompleteAsync(CypherClient api, string database, CancellationToken cancellationToken)
    {
        await RequireServerAsync(api, cancellationToken);
        const string Advice = "and is opened for reading only. Start once without --read-only";
        if (await FoundAsync(api, database, cancellationToken) is not { } found)
            throw new GraphStoreException(
                $"The database {database} holds no graph to read. Name another one, or import first.",
                isTransient: false
            );
        if (found < Version)
            throw new GraphStoreException(
                $"The database {database} was written by an older version of this program (schema {found}, this program reads {Version}) "
                    + $"{Advice}, which brings it to this version.",
                isTransient: false
            );
        if (await SchemaIndexes.MissingAsync(api, cancellationToken) is { Count: > 0 } missing)
            throw new GraphStoreException(
                $"The database {database} lacks indexes ({string.Join(", ", missing)}) {Advice}, which makes them.",
                isTransient: false
            );
    }

    /// <summary>
    /// Whether one server alone has the database: on several, a commit may be seen whole on one and in part on another, whatever
    /// <see cref="Sequence"/> says. False where the server does not tell.
    /// </summary>
    public static async Task<bool> IsSingleAsync(CypherClient api, string database, CancellationToken cancellationToken)
    {
        try
        {
            var servers = await api.ReadAsync(
                Cypher.Of(
                    "READ servers",
                    "SHOW DATABASES YIELD name, aliases WHERE name = $p.database OR $p.database IN aliases RETURN count(*) AS servers",
                    ("database", database)
                ),
                row => row.Number(0),
                cancellationToken
            );
            return servers is [1];
        }
        catch (GraphStoreException e) when (!e.IsTransient)
        {
            return false;
        }
    }

    /// <summary>Runs a statement that may be run twice.</summary>
    public static async Task WriteAsync(CypherClient api, Cypher statement, CancellationToken cancellationToken)
    {
        try
        {
            await api.WriteAsync(statement, _ => 0, cancellationToken);
        }
        catch (OutcomeUnknownException)
        {
            await api.WriteAsync(statement, _ => 0, cancellationToken);
        }
    }

    private static async Task MigrateAsync(
        CypherClient api,
        string database,
        int found,
        IProgress<StoreMigration>? migrations,
        CancellationToken cancellationToken
    )
    {
        if (found < Migrator.Oldest)
            throw new GraphStoreException(
                $"The database {database} was written by an older version of this program (schema {found}), and only schemas from "
                    + $"{Migrator.Oldest} on can be brought to {Version}. It was left as it is. {FromSeeds}",
                isTransient: false
            );
        migrations?.Report(new(found, Version));
        try
        {
            if (await Migrator.MigrateAsync(api, found, cancellationToken) is { } done)
                migrations?.Report(done);
        }
        catch (GraphStoreException e) when (!e.IsTransient)
        {
            throw new GraphStoreException(
                $"The database {database} could not be brought from schema {found} to {Version}: {e.Message} It still says {found}: go on "
                    + $"with "
                    + $"the version of the program that wrote it, or make the graph again. {FromSeeds}",
                isTransient: false,
                e
            );
        }
    }

    private const string FromSeeds =
        "To make the graph from the seeds, name another database, or keep a dump of this one and empty it, and import with --texts DIR, so "
        + "that it holds the texts again; links to figures that were closed lead somewhere only in the dump.";

    /// <summary>The schema version of a graph of ours; null of an empty database.</summary>
    private static async Task<int?> FoundAsync(CypherClient api, string database, CancellationToken cancellationToken)
    {
        var rows = await api.ReadAsync(
            Cypher.Of("READ schema", "OPTIONAL MATCH (s:Store {id: 1}) RETURN s.schema AS schema, COUNT { () } AS nodes"),
            row => (Schema: (int?)row.NumberOrNull(0), Nodes: row.Number(1)),
            cancellationToken
        );
        var (schema, nodes) = rows[0];
        if (schema is null && nodes > 0)
            throw new GraphStoreException(
                $"The database {database} holds another graph ({nodes} nodes), which would be mixed up with this one. Name an empty "
                    + $"database, "
                    + "or empty this one.",
                isTransient: false
            );
        if (schema > Version)
            throw new GraphStoreException(
                $"The database {database} was written by a newer version of this program (schema {schema}, this program reads {Version}). "
                    + "Upgrade the program, or name another database.",
                isTransient: false
            );
        return schema;
    }

    private static async Task RequireServerAsync(CypherClient api, CancellationToken cancellationToken)
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
                $"The server is Neo4j {number ?? "of an unknown version"}; {OldestServer} or newer is needed. Upgrade it, or name another "
                    + $"one.",
                isTransient: false
            );
    }

    /// <summary>The node that says the version comes last: a start that was interrupted makes the rest next time.</summary>
    private static async Task MakeAsync(CypherClient api, CancellationToken cancellationToken)
    {
        await SchemaIndexes.EnsureAsync(api, cancellationToken);
        await WriteAsync(
            api,
            Cypher.Of(
                "CREATE store",
                $"{Sequence.Make}\nMERGE (s:Store {{id: 1}}) ON CREATE SET s.schema = $p.schema, s.generation = 0, s.version = 0",
                ("schema", Version)
            ),
            cancellationToken
        );
    }
}
