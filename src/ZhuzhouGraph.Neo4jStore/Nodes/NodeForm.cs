namespace ZhuzhouGraph.Neo4jStore.Nodes;

/// <summary>What is read of a node, and how it becomes a record.</summary>
/// <param name="Properties">Their names; none for all of them.</param>
internal sealed record NodeForm<T>(Func<CypherMap, T> Read, params IReadOnlyList<string> Properties)
{
    /// <summary>The column that holds them.</summary>
    public string Of(string variable) =>
        Properties.Count == 0 ? $"properties({variable})" : $"{variable} {{.{string.Join(", .", Properties)}}}";
}
