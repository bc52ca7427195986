namespace ZhuzhouGraph.Neo4jStore;

/// <summary>The statements that stand in files of their own. Names in them come from the declarations, values are parameters.</summary>
internal static class Statements
{
    private static readonly string FactTypes = string.Join('|', RelationshipTypes.All.Select(type => type.Name));

    /// <summary>The relationships that stand for the entity-valued properties of entities, such as <c>BROADER</c>.</summary>
    public static string ReferenceTypes { get; } =
        string.Join(
            '|',
            EntityTypes
                .All.SelectMany(type => type.Properties)
                .Where(p => p.Kind is PropertyKind.Entity or PropertyKind.Entities)
                .Select(p => ReferenceType(p.Name))
                .Distinct(StringComparer.Ordinal)
        );

    /// <summary>The import of an article, and that of the registry, which has no article that could state its facts.</summary>
    public static string ImportArticle { get; } = Import("Article");

    public static string ImportRegistry { get; } = Import("Unit");

    private static string Import(string source) =>
        Load("Import.cypher")
            .Replace(":SOURCE ", $":{source} ", StringComparison.Ordinal)
            .Replace("REFERENCE_TYPES", ReferenceTypes, StringComparison.Ordinal)
            .Replace("FACT_TYPES", FactTypes, StringComparison.Ordinal);

    /// <summary>Every constraint and index, each a statement of its own.</summary>
    public static IReadOnlyList<string> Schema { get; } =
    [
        .. Load("Schema.cypher").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        .. EntityTypes.All.Select(type => $"CREATE INDEX order_{type.Name} IF NOT EXISTS FOR (n:{type.Name}) ON (n.id)"),
        .. RelationshipTypes.All.Select(type =>
            $"CREATE CONSTRAINT id_{type.Name} IF NOT EXISTS FOR ()-[r:{type.Name}]-() REQUIRE r.id IS UNIQUE"
        ),
    ];

    /// <summary>The type of the relationship that stands for a property: <c>broader</c> is <c>BROADER</c>.</summary>
    public static string ReferenceType(string property) => Spelling.UpperSnake(char.ToUpperInvariant(property[0]) + property[1..]);

    private static string Load(string name)
    {
        using var stream = typeof(Statements).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith("//", StringComparison.Ordinal));
        return string.Join('\n', lines).Trim();
    }
}
