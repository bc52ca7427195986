namespace ZhuzhouGraph.SqliteStore;

/// <summary>
/// The indexes that <c>Schema.sql</c> declares, which every start makes sure of: a file that lost one, or has it in an older form, would
/// answer the same, but by reading everything.
/// </summary>
internal static class SchemaIndexes
{
    /// <summary>The statements that make them, by their names.</summary>
    private static readonly Dictionary<string, string> Declared = StoreSchema
        .Resource("Schema.sql")
        .Split(";\n")
        .Select(statement =>
            string.Join('\n', statement.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal))).Trim()
        )
        .Where(statement =>
            statement.StartsWith("CREATE ", StringComparison.Ordinal) && statement.Contains(" INDEX ", StringComparison.Ordinal)
        )
        .ToDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>The names of those that the file lacks or has otherwise.</summary>
    public static IReadOnlyList<string> Missing(Session session, CancellationToken cancellationToken)
    {
        var found = session
            .Query(
                "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL",
                [],
                row => (Name: row.GetString(0), Sql: row.GetString(1)),
                cancellationToken
            )
            .ToDictionary(index => index.Name, index => index.Sql, StringComparer.Ordinal);
        return [.. Declared.Where(index => found.GetValueOrDefault(index.Key) != index.Value).Select(index => index.Key)];
    }

    /// <summary>Makes those that are missing.</summary>
    public static void Ensure(Session session, CancellationToken cancellationToken)
    {
        foreach (var name in Missing(session, cancellationToken))
            session.Script($"DROP INDEX IF EXISTS {name}; {Declared[name]}");
    }

    private static string NameOf(string statement) => statement[..statement.IndexOf(" ON ", StringComparison.Ordinal)].Split(' ')[^1];
}
