namespace ZhuzhouGraph.Exports.Rows;

/// <summary>A figure with the names of what it names, the article that prints it and where it stands there.</summary>
/// <param name="Citations">In print order; at least one.</param>
/// <param name="Series">See <see cref="ZhuzhouGraph.Series.KeyOf"/>.</param>
internal sealed record ObservationRow(
    Observation Observation,
    NodeLabel Indicator,
    NodeLabel About,
    NodeLabel? Place,
    NodeLabel? At,
    NodeLabel? AttributedTo,
    Article Article,
    IReadOnlyList<Citation> Citations,
    string Series
)
{
    /// <summary>Where it stands first.</summary>
    public Citation? Citation => Citations.Count > 0 ? Citations[0] : null;
}
