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

    /// <summary>Whether anything stands on the scale: 前列 has no number.</summary>
    public bool HasNumbers => All.Any(one => one.Numbers.Any());

    /// <summary>What all of them are about, of what, and who says them, where that is one and the title does not tell it.</summary>
    public IReadOnlyList<string> Common(Visit visit, string title)
    {
        Named?[] nodes = [Only(one => one.About), Only(one => one.Indicator), Only(one => one.AttributedTo)];
        return
        [
            .. nodes.OfType<Named>().Select(node => NameOf(visit, node)).Where(name => !title.Contains(name, StringComparison.Ordinal)),
        ];
    }

    /// <summary>What sets one of them apart from the others, beside its number.</summary>
    public IReadOnlyList<string> Own(Visit visit, Charted one)
    {
        Named?[] nodes =
        [
            Only(figure => figure.About) is null ? one.Figure.About : null,
            Only(figure => figure.Indicator) is null ? one.Figure.Indicator : null,
        ];
        var speaker = Only(figure => figure.AttributedTo) is null ? one.Figure.AttributedTo : null;
        return
        [
            .. nodes.OfType<Named>().Select(node => NameOf(visit, node)),
            .. new[]
            {
                one.Figure.Breakdown is { Count: > 0 } parts ? Member.NamesOf(parts, visit) : null,
                one.Figure.Within?.Words,
                one.Figure.Period?.Words,
                speaker is null ? null : NameOf(visit, speaker),
            }.OfType<string>(),
        ];
    }

    /// <summary>What all of them have; null where they differ, or one has nothing.</summary>
    private Named? Only(Func<Figure, Named?> part) =>
        All.Select(one => part(one.Figure)).DistinctBy(node => node?.Id).Take(2).ToList() is [var only] ? only : null;

    private static string NameOf(Visit visit, Named node) => visit.Say(node.Chinese, node.English ?? node.Chinese);

    /// <summary>All of them, the dated first.</summary>
    public IEnumerable<Charted> All => Dated.Concat(Undated);

    /// <summary>The blocks of some figures, in the order of the first figure of each.</summary>
    public static IReadOnlyList<ChartBlock> Of(IEnumerable<Charted> figures) =>
        [
            .. figures
                .GroupBy(one =>
                    (one.Figure.Measure, one.Unit?.Code, one.Figure.Accumulation, one.Figure.Comparison, one.Figure.Base, one.Figure.Status)
                )
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
        if (figure.Base is { } against)
            parts.Add(against.Words);
        if (figure.Accumulation == Cumulative)
            parts.Add(Terms.Of("Accumulation", Cumulative).For(visit));
        if (!figure.IsMeasured)
            parts.Add(Terms.Of("ObservationStatus", figure.Status).For(visit));
        return string.Join(" · ", parts);
    }
}
