namespace ZhuzhouGraph.SqliteStore.Migrations;

/// <summary>The tables of the version before, moved aside under other names while their successors are filled.</summary>
internal static class OldTables
{
    public const string Prefix = "old_";

    /// <summary>In the order in which they can be dropped: those that refer to others first.</summary>
    private static readonly string[] First = ["change", "former_id", "former_relationship_id"];

    // What is read article by article; the indexes of the version before have the names of those of this one, and go.
    private static readonly (string Table, string Columns)[] Indexes =
    [
        ("sentence", "article"),
        ("statement", "article"),
        ("observation", "article"),
        ("citation", "article"),
        ("citation", "subject, name"),
        ("mention", "source"),
    ];

    /// <summary>Renames them, without their indexes; what search reads is worked out anew and goes.</summary>
    public static void MoveAside(Session session, CancellationToken cancellationToken)
    {
        foreach (var index in Names("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"))
            session.Script($"DROP INDEX {index}");
        foreach (var table in Names("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL%'"))
            session.Script($"DROP TABLE {table}");
        foreach (var table in Names("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"))
            session.Script($"ALTER TABLE {table} RENAME TO {Prefix}{table}");
        foreach (var (table, columns) in Indexes)
            session.Script(
                $"CREATE INDEX {Prefix}{table}_{columns.Replace(", ", "_", StringComparison.Ordinal)} ON {Prefix}{table} ({columns})"
            );

        List<string> Names(string sql) => session.Query(sql, [], row => row.GetString(0), cancellationToken);
    }

    public static void Drop(Session session, CancellationToken cancellationToken)
    {
        var tables = session.Query(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, length($1)) = $1",
            [Prefix],
            row => row.GetString(0),
            cancellationToken
        );
        foreach (var table in tables.OrderByDescending(table => First.Contains(table[Prefix.Length..])))
            session.Script($"DROP TABLE {table}");
    }
}
