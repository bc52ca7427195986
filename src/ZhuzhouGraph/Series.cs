namespace ZhuzhouGraph;

/// <summary>
/// In what figures have to agree before the newest of them is chosen. What is only aimed at or expected never stands in for what was
/// measured.
/// </summary>
public enum SeriesDimension
{
    Indicator,
    About,
    Measure,
    Comparison,
    Accumulation,
    Unit,
    AttributedTo,

    /// <summary>All that <see cref="Series"/> says.</summary>
    Series,
}

/// <summary>How a figure is like another.</summary>
public enum Likeness
{
    /// <summary>Both may be drawn on one line.</summary>
    SameSeries,

    /// <summary>
    /// And they have the same status and the same days: two prints of one figure, or two that differ; see <see cref="FactAgreement"/>. What
    /// has no days of its own is of the day of its print, and a period without a last day lasts until then. Changes of which
    /// nobody says against what (<see cref="Series.Compared"/>) are never one fact.
    /// </summary>
    SameFact,

    /// <summary>
    /// One is a level or a share and the other a change of it: of one indicator, about one thing and place, of the same status and days.
    /// See <see cref="Implied.Of"/>.
    /// </summary>
    Implying,
}

/// <summary>
/// What may be drawn as one line: figures of one indicator, about one entity and place, of the same measure, comparison, dimension of the
/// unit, accumulation, frequency and price basis, of the same whole or within the same universe.
/// </summary>
public static class Series
{
    /// <summary>What is measured against something else: without its <see cref="Comparison"/> nobody knows against what.</summary>
    public static readonly IReadOnlyList<Measure> Compared = [Measure.Change, Measure.RateOfChange, Measure.Multiple, Measure.Points];

    /// <summary>What such a measurement can be of.</summary>
    public static readonly IReadOnlyList<Measure> Levels = [Measure.Level, Measure.Share];

    /// <summary>16 hex digits, the same for all figures of a series.</summary>
    public static string KeyOf(Observation o) =>
        NodeId.Hash(
            16,
            o.Indicator,
            o.About,
            o.Place,
            o.Measure.ToString(),
            o.Comparison?.ToString(),
            Spelling.UpperSnake(o.Quantity.Unit.Dimension.ToString()),
            o.Accumulation.ToString(),
            o.Frequency?.ToString(),
            o.PriceBasis?.ToString(),
            Folded(o.ShareOf),
            Folded(o.Within?.Words),
            o.Within?.IsAscending.ToString()
        );

    /// <summary>The rule by which the newest is chosen, for answers.</summary>
    public static string NewestRule(IEnumerable<SeriesDimension> per) =>
        $"The newest per {string.Join(", ", per.Select(dimension => Spelling.UpperSnake(dimension.ToString())))} and STATUS among the "
        + $"figures that fit the filter: the one whose "
        + "period ends last (a period without a last day, or none, lasts until its print), of these the one printed last (date, "
        + "article, address), then the last id.";

    private static string? Folded(string? words) => words is null ? null : Folding.Fold(words);
}
