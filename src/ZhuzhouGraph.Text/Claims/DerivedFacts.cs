namespace ZhuzhouGraph.Text.Claims;

/// <summary>Works out what follows from the printed figures of one subject, for claims that no print answers.</summary>
internal static class DerivedFacts
{
    /// <summary>More pairs are not tried.</summary>
    private const int MostFigures = 60;

    /// <param name="facts">Of one subject, and of an indicator with those that it is a part of.</param>
    /// <param name="broader">From an indicator to that of which it counts a part.</param>
    public static IReadOnlyList<ClaimFact> Of(IReadOnlyList<ClaimFact> facts, Measure wanted, IReadOnlyDictionary<string, string?> broader)
    {
        var actual = facts.Where(fact => fact.Figure.Status is ObservationStatus.Actual).Take(MostFigures).ToList();
        return wanted switch
        {
            Measure.Level => [.. Bases(actual), .. LevelsAfter(actual)],
            Measure.RateOfChange or Measure.Multiple => OnYear(actual, SeriesTransform.GrowthOnYear, Measure.RateOfChange),
            Measure.Change => OnYear(actual, SeriesTransform.ChangeOnYear, Measure.Change),
            Measure.Points => OnYear(actual, SeriesTransform.ChangeOnYear, Measure.Points),
            Measure.Share => Shares(actual, broader),
            _ => [],
        };
    }

    /// <summary>The level of the year before, from a level and its growth.</summary>
    private static IEnumerable<ClaimFact> Bases(IReadOnlyList<ClaimFact> facts) =>
        from pair in LevelsWithGrowth(facts)
        let period = Derived.OperandOf(SeriesTransform.GrowthOnYear, pair.Level.Figure, PeriodOf(pair.Level), out _)
        let implied = Implied.Of(pair.Level.Figure, pair.Change.Figure)
        where period is not null && implied.Interval is not null
        select pair.Level with
        {
            Days = new(period.First, period.Last),
            IsOfPrint = false,
            Derived = Made(Measure.Level, implied.Value, implied.Interval, implied.Unit, implied.Formula, [pair.Level, pair.Change]),
        };

    /// <summary>Levels and growth on the year of the same days.</summary>
    public static IEnumerable<(ClaimFact Level, ClaimFact Change)> LevelsWithGrowth(IReadOnlyList<ClaimFact> facts) =>
        from level in facts
        where level.Figure.Measure is Measure.Level && !level.IsOfPrint
        from change in facts
        where
            change.Figure is { Measure: Measure.RateOfChange or Measure.Multiple, Comparison: Comparison.YearOnYear }
            && IsOfOne(level, change)
            && level.Days == change.Days
        select (level, change);

    private static IEnumerable<ClaimFact> LevelsAfter(IReadOnlyList<ClaimFact> facts) =>
        from change in facts
        where change.Figure.Measure is Measure.RateOfChange or Measure.Multiple && !change.IsOfPrint
        let period = Derived.OperandOf(SeriesTransform.LevelAfter, change.Figure, PeriodOf(change), out _)
        where period is not null
        from earlier in facts
        where earlier.Figure.Measure is Measure.Level && IsOfOne(earlier, change) && IsOf(earlier, period)
        let derived = Derived.Of(SeriesTransform.LevelAfter, change.Figure, earlier.Figure)
        where derived is { Interval: not null, Unit: not null }
        select change with
        {
            Derived = Made(Measure.Level, derived.Value, derived.Interval, derived.Unit!, derived.Formula, [earlier, change]),
        };

    private static IReadOnlyList<ClaimFact> OnYear(IReadOnlyList<ClaimFact> facts, SeriesTransform kind, Measure measure) =>
        [
            .. from figure in facts
            where figure.Figure.Measure is Measure.Level or Measure.Share && !figure.IsOfPrint
            let period = Derived.OperandOf(kind, figure.Figure, PeriodOf(figure), out _)
            where period is not null
            from before in facts
            where before.Figure.Measure == figure.Figure.Measure && IsOfOne(before, figure) && IsOf(before, period)
            let derived = Derived.Of(kind, figure.Figure, before.Figure)
            where
                derived is { Interval: not null, Unit: not null }
                && (measure is Measure.Points == (derived.Unit.Dimension is Dimension.Points))
            select figure with
            {
                Figure = figure.Figure with { Comparison = Comparison.YearOnYear },
                Derived = Made(measure, derived.Value, derived.Interval, derived.Unit!, derived.Formula, [figure, before]),
            },
        ];

    private static IReadOnlyList<ClaimFact> Shares(IReadOnlyList<ClaimFact> facts, IReadOnlyDictionary<string, string?> broader) =>
        [
            .. from part in facts
            where part.Figure.Measure is Measure.Level
            from whole in facts
            where
                whole.Figure.Measure is Measure.Level
                && IsPartOf(part.Figure, whole.Figure, broader)
                && part.Figure.About == whole.Figure.About
                && part.Days == whole.Days
            let derived = Derived.Of(SeriesTransform.Share, part.Figure, whole.Figure)
            where derived is { Interval: not null, Unit: not null }
            select part with
            {
                Derived = Made(Measure.Share, derived.Value, derived.Interval, derived.Unit!, derived.Formula, [part, whole]),
            },
        ];

    /// <summary>A narrower indicator, or a part of the whole by some class.</summary>
    private static bool IsPartOf(Observation part, Observation whole, IReadOnlyDictionary<string, string?> broader) =>
        part.Breakdown == whole.Breakdown
            ? broader.GetValueOrDefault(part.Indicator) == whole.Indicator
            : part.Indicator == whole.Indicator && whole.Breakdown is null;

    private static bool IsOfOne(ClaimFact a, ClaimFact b) =>
        a.Figure.Indicator == b.Figure.Indicator
        && a.Figure.About == b.Figure.About
        && a.Figure.Breakdown == b.Figure.Breakdown
        && a.Figure.Place == b.Figure.Place
        && a.Figure.Accumulation == b.Figure.Accumulation;

    private static bool IsOf(ClaimFact fact, PointPeriod period) =>
        !fact.IsOfPrint && fact.Days.First == period.First && fact.Days.Last == period.Last;

    private static PointPeriod PeriodOf(ClaimFact fact) => new(fact.Days.First, fact.LastDay);

    private static DerivedFact Made(
        Measure measure,
        decimal? value,
        Interval? interval,
        Unit unit,
        string? formula,
        IReadOnlyList<ClaimFact> inputs
    ) =>
        new(
            measure,
            new()
            {
                Value = value,
                Unit = unit,
                Lower = interval!.Lower,
                Upper = interval.Upper,
                BoundBasis = BoundBasis.Rounding,
            },
            formula ?? "",
            [.. inputs.Select(input => input.Figure)]
        );
}
