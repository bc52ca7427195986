using System.Text.RegularExpressions;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// The constraints and indexes that <c>Schema.cypher</c> and the declarations ask for. Every start makes sure of them: a type that was
/// declared after a database was made would be listed by a scan of all its nodes, and nobody would be told.
/// </summary>
internal static partial class SchemaIndexes
{
    /// <summary>The names of those that a database lacks or has on other properties.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(CypherClient api, CancellationToken cancellationToken) =>
        [.. (await LookAsync(api, Statements.Schema, cancellationToken)).Missing.Select(NameOf)];

    public static Task EnsureAsync(CypherClient api, CancellationToken cancellationToken) =>
        EnsureAsync(api, Statements.Schema, cancellationToken);

    /// <summary>Makes what is missing, and waits until it can be used. A database that has everything is only read.</summary>
    /// <param name="declared">Each a statement of its own, which does nothing where the name is taken.</param>
    public static async Task EnsureAsync(CypherClient api, IReadOnlyList<string> declared, CancellationToken cancellationToken)
    {
        var (missing, outdated, isComing) = await LookAsync(api, declared, cancellationToken);
        foreach (var statement in outdated)
            await StoreSchema.WriteAsync(
                api,
                Cypher.Of("DROP schema", $"DROP {(IsConstraint(statement) ? "CONSTRAINT" : "INDEX")} {NameOf(statement)} IF EXISTS"),
                cancellationToken
            );
        foreach (var statement in missing)
            await StoreSchema.WriteAsync(api, Cypher.Of("CREATE schema", statement), cancellationToken);
        if (missing.Count > 0 || isComing)
            await StoreSchema.WriteAsync(api, Cypher.Of("AWAIT indexes", "CALL db.awaitIndexes(300)"), cancellationToken);
    }

    private static async Task<(IReadOnlyList<string> Missing, IReadOnlyList<string> Outdated, bool IsComing)> LookAsync(
        CypherClient api,
        IReadOnlyList<string> declared,
        CancellationToken cancellationToken
    )
    {
        // A constraint has an index of its name.
        var found = (
            await api.ReadAsync(
                Cypher.Of("SHOW indexes", "SHOW INDEXES YIELD name, properties, state RETURN name, properties, state"),
                row => (Name: row.Text(0), Properties: row.Texts(1), IsComing: row.Text(2) != "ONLINE"),
                cancellationToken
            )
        ).ToDictionary(index => index.Name, StringComparer.Ordinal);
        var outdated = declared
            .Where(statement =>
                found.TryGetValue(NameOf(statement), out var index) && !index.Properties.SequenceEqual(PropertiesOf(statement))
            )
            .ToList();
        return (
            [.. declared.Where(statement => !found.ContainsKey(NameOf(statement))), .. outdated],
            outdated,
            found.Values.Any(index => index.IsComing)
        );
    }

    private static string NameOf(string statement) => Name().Match(statement).Groups[1].Value;

    private static bool IsConstraint(string statement) => statement.StartsWith("CREATE CONSTRAINT", StringComparison.Ordinal);

    private static IEnumerable<string> PropertiesOf(string statement) =>
        Property().Matches(statement).Select(property => property.Groups[1].Value);

    [GeneratedRegex(@"(?:CONSTRAINT|INDEX) (\w+) IF NOT EXISTS")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b[nr]\.(\w+)")]
    private static partial Regex Property();
}
