namespace ZhuzhouGraph.Server.Pages.Charts;

/// <summary>
/// Figures on one scale: of one measure and unit, and alike in whether they add up, against what they compare, and whether they were
/// measured. What differs in any of these stands in a block of its own.
/// </summary>
/// <param name="Dated">In the order in which they are given.</param>
/// <param name="Undated">What stands under the chart, because no days are printed for it.</param>
public sealed record ChartBlock(Charted Like, ChartScale Scale, IReadOnlyList<Charted> Dated, IReadOnlyList<Charted> Undated)
{
    private const string Rank = "RANK",
        Cumulative = "CUMULATIVE";

    /// <summary>All of them, the dated first.</summary>
    public IEnumerable<Charted> All => Dated.Concat(Undated);

    /// <summary>The blocks of some figures, in the order of the first figure of each.</summary>
    public static IReadOnlyList<ChartBlock> Of(IEnumerable<Charted> figures) =>
        [
            .. figures
                .GroupBy(one => (one.Figure.Measure, one.Unit?.Code, one.Figure.Accumulation, one.Figure.Comparison, one.Figure.Status))
                .Select(group => One([.. group])),
        ];

    /// <summary>What belongs on one scale as one block.</summary>
    public static ChartBlock One(IReadOnlyList<Charted> figures)
    {
        var isRank = figures[0].Figure.Measure == Rank;
        var numbers = figures.SelectMany(one => one.Numbers);
        return new(
            figures[0],
            ChartScale.Of(isRank ? numbers.Concat(figures.Select(SizeOf).OfType<decimal>()) : numbers, isRank),
            [.. figures.Where(one => one.IsDated)],
            [.. figures.Where(one => !one.IsDated)]
        );

        static decimal? SizeOf(Charted one) => one.Figure.Within?.Size;
    }

    /// <summary>What all of the block is: the measure, the unit, and what else sets it apart.</summary>
    public string Heading(Visit visit)
    {
        var figure = Like.Figure;
        List<string> parts = [Terms.Of("Measure", figure.Measure).For(visit)];
        if (Like.Unit is { } unit)
            parts.Add(visit.Say(unit.Label, unit.LabelEnglish));
        if (figure.Comparison is { } comparison)
            parts.Add(Terms.Of("Comparison", comparison).For(visit));
        if (figure.Accumulation == Cumulative)
            parts.Add(Terms.Of("Accumulation", Cumulative).For(visit));
        if (!figure.IsMeasured)
            parts.Add(Terms.Of("ObservationStatus", figure.Status).For(visit));
        return string.Join(" · ", parts);
    }
}
