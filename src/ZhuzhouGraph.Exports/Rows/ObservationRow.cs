using ZhuzhouGraph.Queries;

namespace ZhuzhouGraph.Exports.Rows;

/// <summary>A figure with the names of what it names, the article that prints it and where it stands there.</summary>
/// <param name="Breakdown">The members of its breakdown, in their order; none where it is of the whole.</param>
/// <param name="Citations">In print order; at least one.</param>
/// <param name="Series">See <see cref="LineId"/>.</param>
internal sealed record ObservationRow(
    Observation Observation,
    NodeLabel Indicator,
    NodeLabel About,
    NodeLabel? Place,
    NodeLabel? At,
    NodeLabel? AttributedTo,
    NodeLabel? Base,
    IReadOnlyList<NodeLabel> Breakdown,
    Article Article,
    IReadOnlyList<Citation> Citations,
    string Series
)
{
    /// <summary>Where it stands on the line that is asked for; null where figures are asked for.</summary>
    public RowPoint? Point { get; init; }

    /// <summary>Where it stands first.</summary>
    public Citation? Citation => Citations.Count > 0 ? Citations[0] : null;

    /// <summary>What a file tells of the members of its breakdown, in their order; null where it is of the whole.</summary>
    public string? OfMembers(string separator, Func<NodeLabel, string?> of) =>
        Breakdown.Count == 0 ? null : string.Join(separator, Breakdown.Select(of));

    /// <summary>The names of an entity that makes its series.</summary>
    /// <exception cref="InvalidOperationException">The figure does not name it.</exception>
    public NodeLabel LabelOf(string id) =>
        id == Observation.Indicator ? Indicator
        : id == Observation.About ? About
        : id == Observation.Place ? Place!
        : id == Observation.Base?.Entity ? Base!
        : Breakdown.FirstOrDefault(member => member.Id == id)
            ?? throw new InvalidOperationException($"{Observation.Id} does not name {id}.");
}

/// <summary>A point of the line that is asked for.</summary>
/// <param name="Told">Its number in the unit of the line; null where its own does not convert.</param>
/// <param name="Report">What others print for the same, by the day and at the moment that are asked for.</param>
/// <param name="Derived">What was worked out of it; null where nothing is asked for.</param>
internal sealed record RowPoint(SeriesPoint Of, Quantity? Told, FactReport Report, Derived? Derived)
{
    /// <summary>How many others agree with it in that way; null is for those that do not compare.</summary>
    public int Agreeing(Agreement? kind) => Report.Others.Count(other => other.Agreement.Kind == kind);

    /// <summary>The period that it is of, which is the day of its print where the figure has none.</summary>
    public Period Period => new("", Of.First, Of.Last, default, default);
}
