using System.Text.RegularExpressions;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>The statements that stand in files of their own. Names in them come from the declarations, values are parameters.</summary>
internal static class Statements
{
    /// <summary>The types of all relationships that are declared.</summary>
    public static readonly string FactTypes = string.Join('|', RelationshipTypes.All.Select(type => type.Name));

    /// <summary>The relationships that stand for the entity-valued properties of entities, each with the name of its property.</summary>
    public static IReadOnlyList<(string Type, string Property)> ReferenceProperties { get; } =
    [
        .. EntityTypes
            .All.SelectMany(type => type.Properties)
            .Where(p => p.Kind is PropertyKind.Entity or PropertyKind.Entities)
            .Select(p => (ReferenceType(p.Name), p.Name))
            .Distinct(),
    ];

    /// <summary>Their types, such as <c>BROADER</c>, as Cypher writes alternatives.</summary>
    public static string ReferenceTypes { get; } = string.Join('|', ReferenceProperties.Select(reference => reference.Type));

    /// <summary>
    /// The import of articles, and that of the registry, which has no article that could state its facts. Its plan, which
    /// takes long to make and walks an index at every step, is kept while the graph grows.
    /// </summary>
    public static string ImportArticles { get; } = Import("Article");

    public static string ImportRegistry { get; } = Import("Unit");

    private static string Import(string source) =>
        "CYPHER replan=skip\n"
        + Load("Import.cypher")
            .Replace(":SOURCE ", $":{source} ", StringComparison.Ordinal)
            .Replace("REFERENCE_TYPES", ReferenceTypes, StringComparison.Ordinal)
            .Replace("FACT_TYPES", FactTypes, StringComparison.Ordinal);

    /// <summary>What a migration writes: see <see cref="Migrations.Rewriting"/>.</summary>
    public static string Rewrite { get; } = Load("Rewrite.cypher").Replace("FACT_TYPES", FactTypes, StringComparison.Ordinal);

    /// <summary>Every constraint and index of what is declared, each a statement of its own.</summary>
    public static IReadOnlyList<string> Schema { get; } = SchemaOf(EntityTypes.All, RelationshipTypes.All);

    /// <summary>
    /// The constraints and indexes of a graph of those types: those of <c>Schema.cypher</c>, and for each type of entity an order by id
    /// and, where it has days, by time; for each type of relationship a unique id.
    /// </summary>
    public static IReadOnlyList<string> SchemaOf(IReadOnlyList<EntityType> entities, IReadOnlyList<RelationshipType> relationships) =>
        [
            .. Script("Schema.cypher"),
            .. entities.Select(type => $"CREATE INDEX order_{type.Name} IF NOT EXISTS FOR (n:{type.Name}) ON (n.id)"),
            .. entities
                .Where(type => type.HasPeriod)
                .SelectMany(type =>
                    new[]
                    {
                        $"CREATE INDEX period_{type.Name} IF NOT EXISTS FOR (n:{type.Name}) ON (n.periodKey, n.id)",
                        // For those who ask by time in Cypher.
                        $"CREATE INDEX days_{type.Name} IF NOT EXISTS FOR (n:{type.Name}) ON (n.first)",
                    }
                ),
            .. relationships.Select(type =>
                $"CREATE CONSTRAINT id_{type.Name} IF NOT EXISTS FOR ()-[r:{type.Name}]-() REQUIRE r.id IS UNIQUE"
            ),
        ];

    /// <summary>The statements of a file.</summary>
    public static IReadOnlyList<string> Script(string name) =>
        Load(name).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The type of the relationship that stands for a property: <c>broader</c> is <c>BROADER</c>.</summary>
    public static string ReferenceType(string property) => Spelling.UpperSnake(char.ToUpperInvariant(property[0]) + property[1..]);

    /// <summary>A statement of a file with its shorthands written out, <c>NAME(a, b)</c> with a for $1 and b for $2.</summary>
    public static string Expanded(string name, params IEnumerable<(string Name, string Text)> shorthands) =>
        shorthands
            .Aggregate(Load(name), (text, shorthand) =>
                Regex.Replace(text, $@"{shorthand.Name}\(([^)]*)\)", call =>
                    "(" + call.Groups[1].Value.Split(", ").Index().Aggregate(shorthand.Text, Put) + ")"
                )
            )
            .Replace("FACT_TYPES", FactTypes, StringComparison.Ordinal);

    private static string Put(string text, (int Index, string Value) argument) =>
        text.Replace($"${argument.Index + 1}", argument.Value, StringComparison.Ordinal);

    private static string Load(string name)
    {
        using var stream = typeof(Statements).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith("//", StringComparison.Ordinal));
        return string.Join('\n', lines).Trim();
    }
}
