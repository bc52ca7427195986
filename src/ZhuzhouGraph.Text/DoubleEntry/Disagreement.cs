namespace ZhuzhouGraph.Text.DoubleEntry;

/// <summary>A part of a figure that is recorded otherwise than its print reads.</summary>
/// <param name="Part">unit, number, hedge, measure, direction, comparison, accumulation, status or period.</param>
/// <param name="Said">What is recorded.</param>
/// <param name="Read">What the words say.</param>
/// <param name="Rule">The rule of the reader, as <see cref="Reading.FigureRule"/> names it, or the words that it went by.</param>
/// <param name="Allowed">What may be recorded instead.</param>
public sealed record Disagreement(string Part, string Said, string Read, string Rule, string Allowed)
{
    /// <summary>How a seed names it that keeps to what it says: <c>hedge ABOUT</c>.</summary>
    public string Excuse => $"{Part} {Read}";
}
