namespace ZhuzhouGraph.Neo4jStore.Nodes;

/// <summary><c>(:DataVersion {number, recordedAt, unit, hash, added, changed, removed})</c>.</summary>
internal static class VersionNode
{
    public static Dictionary<string, object?> Properties(DataVersion version) =>
        new()
        {
            ["number"] = version.Number,
            ["recordedAt"] = ObservationNode.Moment(version.RecordedAt),
            ["unit"] = version.Unit,
            ["hash"] = version.Hash,
            ["added"] = version.Added,
            ["changed"] = version.Changed,
            ["removed"] = version.Removed,
        };

    public static DataVersion Read(CypherMap node) =>
        new(
            CypherValue.Required(node.Number("number")),
            CypherValue.Required(node.Moment("recordedAt")),
            NodeProperties.Text(node, "unit"),
            node.Text("hash"),
            Count(node, "added"),
            Count(node, "changed"),
            Count(node, "removed")
        );

    private static int Count(CypherMap node, string name) => (int)CypherValue.Required(node.Number(name));
}
