namespace ZhuzhouGraph.Exports.Rows;

/// <summary>A figure with the names of what it names, the article that prints it and where it stands there.</summary>
/// <param name="Key">Its place in the list.</param>
/// <param name="Labels">By id, of everything that it names.</param>
/// <param name="Citations">In print order; at least one.</param>
internal sealed record ObservationRow(
    Observation Observation,
    SortKey Key,
    IReadOnlyDictionary<string, NodeLabel> Labels,
    Article Article,
    IReadOnlyList<Citation> Citations
)
{
    public NodeLabel Indicator => Label(Observation.Indicator)!;

    public NodeLabel About => Label(Observation.About)!;

    public NodeLabel? Place => Label(Observation.Place);

    public NodeLabel? At => Label(Observation.At);

    public NodeLabel? AttributedTo => Label(Observation.AttributedTo);

    /// <summary>Where it stands first.</summary>
    public Citation? Citation => Citations.Count > 0 ? Citations[0] : null;

    /// <summary>The ids of the entities that an observation names.</summary>
    public static IEnumerable<string> NamedIn(Observation o) =>
        LineDimension
            .All.Where(dimension => dimension.Kind is LineDimensionKind.Node)
            .Select(dimension => (string?)dimension.Value(o))
            .Concat([o.At, o.AttributedTo, o.Within?.Place])
            .OfType<string>();

    private NodeLabel? Label(string? id) => id is null ? null : Labels[id];
}
