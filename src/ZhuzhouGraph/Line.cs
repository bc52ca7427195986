using NodaTime;

namespace ZhuzhouGraph;

/// <summary>What may be drawn as one line, with what is known of it without its figures.</summary>
/// <param name="Some">One of its figures, which has the values of all dimensions; words as this one prints them.</param>
/// <param name="Count">How many figures it has, 1 or more.</param>
/// <param name="Points">How many periods they are of, 1 or more.</param>
/// <param name="First">The first day of the earliest period, or the last one where that is open.</param>
/// <param name="Last">The last day of the latest period.</param>
/// <param name="Units">The units that its figures are printed in, in the order of <see cref="ZhuzhouGraph.Units.All"/>.</param>
public sealed record Line(Observation Some, long Count, long Points, LocalDate First, LocalDate Last, IReadOnlyList<Unit> Units)
    : IGraphNode
{
    /// <summary>See <see cref="LineId"/>; no id of <see cref="NodeId"/>, for a line is no node of the graph.</summary>
    public string Id { get; } = LineId.Of(Some).ToString();
}
