using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore.Verifying;

/// <summary>
/// The statements of <c>Foreign.cypher</c>, which look for nodes and edges that no import wrote. Each goes once over all nodes of a label,
/// and the server alone looks from one to the other.
/// </summary>
internal static class ForeignNodes
{
    /// <summary>How many lines one statement gives at most: a graph that is ruined has one for every node.</summary>
    private const int Most = 100;

    /// <summary>What a node or an edge is called that may have no id, or one that is no text.</summary>
    private const string Name = "coalesce(toStringOrNull($1.id), elementId($1))";

    private static readonly string[] Labels =
    [
        "Store",
        "Seq",
        "Unit",
        "IssueText",
        "DataVersion",
        "Change",
        "Entity",
        "PastEntity",
        "FormerId",
        "Article",
        "PastArticle",
        "Fact",
        "Observation",
        "PastObservation",
        "Citation",
        "PastCitation",
        "Name",
        "Sentence",
    ];

    /// <summary>Each gives lines that say what is wrong and where.</summary>
    public static IReadOnlyList<string> Looks { get; } =
    [
        .. Statements
            .Expanded("Foreign.cypher", ("NAME", Name))
            .Replace("LINK_TYPES", ObservationNode.LinkTypes, StringComparison.Ordinal)
            .Replace("[LINKS]", $"[{Pairs("o", ObservationNode.LinkProperties)}]", StringComparison.Ordinal)
            .Replace("REFERENCE_TYPES", Statements.ReferenceTypes, StringComparison.Ordinal)
            .Replace("[REFERENCES]", $"[{Pairs("e", Statements.ReferenceProperties)}]", StringComparison.Ordinal)
            .Split(';', StringSplitOptions.TrimEntries),
    ];

    public static IReadOnlyList<(string Name, object? Value)> Parameters { get; } =
    [("labels", Labels), ("types", EntityTypes.All.Select(type => type.Name).ToList()), ("registry", GraphBatch.Registry), ("most", Most)];

    /// <summary>Types of edges, each with the property of the node that says where it leads.</summary>
    private static string Pairs(string node, IEnumerable<(string Type, string Property)> links) =>
        string.Join(", ", links.Select(link => $"['{link.Type}', {node}.{link.Property}]"));
}
