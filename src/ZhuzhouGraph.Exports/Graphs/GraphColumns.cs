using ZhuzhouGraph.Exports.Rows;

namespace ZhuzhouGraph.Exports.Graphs;

/// <summary>What nodes and edges carry, the same in every format: the properties of relationships follow from their declarations.</summary>
internal static class GraphColumns
{
    public static readonly IReadOnlyList<Column<GraphNode>> Nodes =
    [
        Node("labelEn", n => n.LabelEnglish, "the English name"),
        Node("type", n => n.Type, "the type of the entity, or Article"),
        Node("kind", n => n.Kind, "its kind"),
        new("start", ColumnKind.Day, n => n.Period?.First, "of an event: its first day"),
        new("end", ColumnKind.Day, n => n.Period?.Last, "of an event: its last day"),
    ];

    public static readonly IReadOnlyList<Column<GraphEdge>> Edges =
    [
        Edge("type", e => e.Relationship.Type.Name, "the type of the relationship"),
        Edge("typeZh", e => e.Relationship.Type.Chinese, "its Chinese term"),
        Edge("status", e => Words<StatementStatus>.Of(e.Relationship.Status), "STATED, INFERRED or REFERENCE"),
        Edge("periodWords", e => e.Relationship.Period?.Words, "the stated period"),
        new("start", ColumnKind.Day, e => e.Relationship.Period?.First, "its first day"),
        new("end", ColumnKind.Day, e => e.Relationship.Period?.Last, "its last day"),
        Edge("article", e => e.Citation?.Article, "the article that states it first"),
        Edge("address", e => e.Citation?.Address.ToString(), "line and sentence there"),
        new("line", ColumnKind.Integer, e => e.Citation?.Address.Line, "the address's line, as a number"),
        new("sentence", ColumnKind.Integer, e => e.Citation?.Address.Sentence, "the sentence of that line, as a number"),
        new("citations", ColumnKind.Integer, e => e.Citations, "how many sentences state it"),
        .. RelationshipTypes
            .All.SelectMany(type => type.Properties)
            .Select(property => property.Name)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(name => Edge($"p_{name}", e => e.Relationship.Properties.GetValueOrDefault(name), $"the property {name}")),
    ];

    private static Column<GraphNode> Node(string name, Func<GraphNode, string?> of, string description) =>
        new(name, ColumnKind.Text, of, description);

    private static Column<GraphEdge> Edge(string name, Func<GraphEdge, string?> of, string description) =>
        new(name, ColumnKind.Text, of, description);
}
