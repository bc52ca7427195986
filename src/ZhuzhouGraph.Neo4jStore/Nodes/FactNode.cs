namespace ZhuzhouGraph.Neo4jStore.Nodes;

/// <summary>
/// A relationship is there twice. As <c>(a)-[:HOLDS_POST {id, title, first, last, article, address, …}]->(b)</c> for whoever walks the
/// graph, and as <c>(:Fact {id, type, from, to, …})</c>, because in a property graph nothing can point at a relationship: articles
/// state the fact, <c>(:Article)-[:STATES]->(:Fact)</c>, and lists of a hub walk its indexes. What has no day of its own points at the
/// events that may date it, <c>(:Fact)-[:OCCASION]->(:Event)</c>, and has the days of one as <c>firstDated</c> and <c>lastDated</c>.
/// </summary>
internal static class FactNode
{
    /// <summary>Every name of a declared property of a relationship type, once.</summary>
    public static IReadOnlyList<string> PropertyNames { get; } =
    [
        .. RelationshipTypes
            .All.SelectMany(type => type.Properties)
            .Select(p => p.Name)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What articles may state differently of one relationship: everything that is not part of its identity.</summary>
    public static IReadOnlyList<string> StatementNames { get; } =
    [.. PropertyNames, "status", "ground", "periodWords", "periodPrecision", "periodBasis", .. ReferenceList.Names];

    /// <summary>The properties of the node.</summary>
    public static Dictionary<string, object?> Properties(Relationship relationship, string sort)
    {
        var properties = EdgeProperties(relationship, sort);
        NodeProperties.AddKey(properties, relationship.Period);
        properties["type"] = relationship.Type.Name;
        properties["from"] = relationship.From;
        properties["to"] = relationship.To;
        properties["text"] = string.Join(
            '\n',
            relationship
                .Type.Properties.Where(p => p.Kind is PropertyKind.Text && relationship.Properties.ContainsKey(p.Name))
                .Select(p => Folding.Fold(relationship.Properties[p.Name]))
        );
        return properties;
    }

    /// <summary>The properties of the typed relationship: the article and the address are those of its first citation.</summary>
    public static Dictionary<string, object?> EdgeProperties(Relationship relationship, string sort)
    {
        var properties = StatementProperties(relationship);
        properties["id"] = relationship.Id;
        properties["sort"] = sort;
        properties["article"] = relationship.Status is StatementStatus.Reference ? null : sort.Split('|')[1];
        properties["address"] = CitationKey.AddressOf(sort)?.ToString();
        NodeProperties.Add(properties, relationship.Period);
        return properties;
    }

    /// <summary>The properties of <c>STATES</c>: one article's own words, before they are merged with those of others.</summary>
    public static Dictionary<string, object?> StatementProperties(Relationship relationship)
    {
        var properties = new Dictionary<string, object?>
        {
            ["digest"] = NodeDigest.Of(relationship),
            ["status"] = NodeProperties.Word(relationship.Status),
            ["ground"] = relationship.Ground,
            ["periodWords"] = relationship.Period?.Words,
            ["periodPrecision"] = NodeProperties.Word(relationship.Period?.Precision),
            ["periodBasis"] = NodeProperties.Word(relationship.Period?.Basis),
        };
        foreach (var (name, value) in relationship.Properties)
            properties.Add(name, value);
        ReferenceList.Add(properties, relationship.References);
        return properties;
    }

    public static NodeForm<Relationship> Whole { get; } =
        new(
            Read,
            [
                .. new[] { "id", "type", "from", "to", "status", "ground" },
                .. NodeProperties.OfPeriod,
                .. ReferenceList.Names,
                .. RelationshipTypes.All.SelectMany(type => type.Properties).Select(property => property.Name),
            ]
        );

    public static NodeForm<Relationship> Brief { get; } =
        new(
            node =>
                new()
                {
                    Id = NodeProperties.Text(node, "id"),
                    Type = TypeOf(node),
                    From = NodeProperties.Text(node, "from"),
                    To = NodeProperties.Text(node, "to"),
                    Status = NodeProperties.Enumeration<StatementStatus>(node, "status"),
                    IsBrief = true,
                },
            "id",
            "type",
            "from",
            "to",
            "status"
        );

    public static Relationship Read(CypherMap node) => Read(node, node);

    /// <summary>The fact as one article states it.</summary>
    public static Relationship Read(CypherMap node, CypherMap statement)
    {
        var type = TypeOf(node);
        return new Relationship
        {
            Id = NodeProperties.Text(node, "id"),
            Type = type,
            From = NodeProperties.Text(node, "from"),
            To = NodeProperties.Text(node, "to"),
            Properties = NodeProperties.Declared(statement, type.Properties),
            Period = NodeProperties.Period(node) is { } period
                ? period with
                {
                    Words = NodeProperties.Text(statement, "periodWords"),
                    Precision = NodeProperties.Enumeration<PeriodPrecision>(statement, "periodPrecision"),
                    Basis = NodeProperties.Enumeration<PeriodBasis>(statement, "periodBasis"),
                }
                : null,
            Status = NodeProperties.Enumeration<StatementStatus>(statement, "status"),
            Ground = statement.Text("ground"),
            References = ReferenceList.Read(statement),
        };
    }

    private static RelationshipType TypeOf(CypherMap node) =>
        RelationshipTypes.Find(NodeProperties.Text(node, "type")) ?? throw NodeProperties.Unreadable(node, "type");
}
