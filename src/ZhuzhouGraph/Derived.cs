using System.Globalization;
using NodaTime;

namespace ZhuzhouGraph;

/// <summary>What is worked out of the points of a line.</summary>
public enum SeriesTransform
{
    /// <summary>The difference from the period before, of the same length and next to it.</summary>
    Change,

    /// <summary>The growth in % from the period before.</summary>
    Growth,

    /// <summary>The difference from the same period of the year before.</summary>
    ChangeOnYear,

    /// <summary>The growth in % from the same period of the year before.</summary>
    GrowthOnYear,

    /// <summary>Of what adds up: the part that its last month, quarter or half year added.</summary>
    Decumulate,

    /// <summary>The part in % of another line's figure for the same period.</summary>
    Share,

    /// <summary>Of a change the level after it, from another line's level for the period that it is measured against.</summary>
    LevelAfter,
}

/// <summary>A period by its days; the first may be open.</summary>
public sealed record PointPeriod(LocalDate? First, LocalDate Last);

/// <summary>
/// A value that was worked out of printed figures: never stored, never printed, and never without the figures that it comes from.
/// </summary>
/// <param name="Value">The value of the printed numbers; null where one of them is a range, or nothing follows.</param>
/// <param name="Interval">What it can be, by all that the figures can mean; null where nothing follows. Rounded outwards.</param>
/// <param name="Formula">What was reckoned; null where an operand is missing.</param>
/// <param name="Inputs">The ids of the figures, in the order of the formula.</param>
/// <param name="Refused">Why nothing follows; null where something does.</param>
public sealed record Derived(
    SeriesTransform Kind,
    decimal? Value,
    Interval? Interval,
    Unit? Unit,
    string? Formula,
    IReadOnlyList<string> Inputs,
    ImpliedRefusal? Refused = null
)
{
    /// <summary>What it is of: the period of the point, but of what was made of sums the part that the last one added.</summary>
    public PointPeriod? Period { get; init; }

    /// <summary>See <see cref="Implied.IsAcrossPriceBases"/>.</summary>
    public bool IsAcrossPriceBases { get; init; }

    /// <summary>The change that it follows from, whose words say by how much; null where it follows from levels alone.</summary>
    public Observation? Change { get; init; }

    /// <summary>Those that need another line.</summary>
    public static readonly IReadOnlyList<SeriesTransform> OfTwoLines = [SeriesTransform.Share, SeriesTransform.LevelAfter];

    private static readonly Unit Percent = Units.Find("%")!,
        Points = Units.Find("pp")!;

    /// <summary>The period of the figure that is needed beside one; null where its own is enough, or there is none.</summary>
    /// <param name="refused">Why there is none.</param>
    public static PointPeriod? OperandOf(SeriesTransform kind, Observation figure, PointPeriod period, out ImpliedRefusal? refused)
    {
        refused =
            !FitsMeasure(kind, figure.Measure) ? ImpliedRefusal.Measures
            : !FitsAccumulation(kind, figure.Accumulation) ? ImpliedRefusal.Accumulation
            : kind is not SeriesTransform.Share && period.First is null ? ImpliedRefusal.Periods
            : kind is SeriesTransform.LevelAfter && figure.Comparison is not (Comparison.YearOnYear or Comparison.OnPrevious)
                ? ImpliedRefusal.Comparison
            : null;
        if (refused is not null || kind is SeriesTransform.Share)
            return refused is null ? period : null;
        var (first, last) = (period.First!.Value, period.Last);
        return kind switch
        {
            SeriesTransform.Decumulate when MonthsOf(figure.Frequency) is var step => MonthsIn(first, last) is { } months
                ? months <= step
                    ? null
                    : new(first, EndOfMonth(last, -step))
                : Refusing(out refused),
            SeriesTransform.ChangeOnYear or SeriesTransform.GrowthOnYear => YearBefore(),
            SeriesTransform.LevelAfter when figure.Comparison is Comparison.YearOnYear => YearBefore(),
            _ => MonthsIn(first, last) is { } length
                ? new(first.PlusMonths(-length), first.PlusDays(-1))
                : new(first.PlusDays(-1 - NodaTime.Period.DaysBetween(first, last)), first.PlusDays(-1)),
        };

        PointPeriod YearBefore() => new(first.PlusYears(-1), IsEndOfMonth(last) ? EndOfMonth(last, -12) : last.PlusYears(-1));

        static PointPeriod? Refusing(out ImpliedRefusal? refused)
        {
            refused = ImpliedRefusal.Periods;
            return null;
        }
    }

    /// <summary>What follows from a figure, and from the one beside it where one is needed.</summary>
    /// <param name="acrossPriceBases">Whether a value is wanted where the price bases differ.</param>
    public static Derived Of(SeriesTransform kind, Observation figure, Observation? operand, bool acrossPriceBases = false)
    {
        if (kind is SeriesTransform.LevelAfter)
            return After(operand!, figure, acrossPriceBases);
        string[] inputs = operand is null ? [figure.Id] : [figure.Id, operand.Id];
        var unit = kind switch
        {
            SeriesTransform.Growth or SeriesTransform.GrowthOnYear or SeriesTransform.Share => Percent,
            SeriesTransform.Change or SeriesTransform.ChangeOnYear when figure.Quantity.Unit == Percent => Points,
            _ => figure.Quantity.Unit,
        };
        // A part and a whole are counted in one unit; the figures of one line are, whatever their measure words.
        var converts = kind is not SeriesTransform.Share || operand?.Quantity.Unit.ConvertsTo(figure.Quantity.Unit) is true;
        var beside = converts ? operand?.Quantity.In(figure.Quantity.Unit) : null;
        var formula = operand is not null && beside is null ? null : FormulaOf(kind, figure.Quantity, beside);
        var isAcross = operand is not null && operand.PriceBasis != figure.PriceBasis;
        if (RefusalOf(kind, figure, operand, beside, isAcross && !acrossPriceBases) is { } refusal)
            return new(kind, null, null, unit, formula, inputs, refusal);
        try
        {
            var (value, interval) = Reckon(kind, figure.Quantity, beside);
            return new(
                kind,
                value is { } number ? Implied.Rounded(number, MidpointRounding.ToEven) : null,
                Implied.Outwards(interval),
                unit,
                formula,
                inputs
            )
            {
                IsAcrossPriceBases = isAcross,
            };
        }
        catch (OverflowException)
        {
            return new(kind, null, null, unit, formula, inputs, ImpliedRefusal.TooLarge);
        }
    }

    /// <summary>That nothing follows, of a figure alone.</summary>
    public static Derived Refusing(SeriesTransform kind, Observation figure, ImpliedRefusal refusal) =>
        new(kind, null, null, null, null, [figure.Id], refusal);

    private static Derived After(Observation earlier, Observation change, bool acrossPriceBases)
    {
        var follows = Implied.After(earlier, change, acrossPriceBases);
        return new(
            SeriesTransform.LevelAfter,
            follows.Value,
            follows.Interval,
            follows.Unit,
            follows.Formula,
            follows.Inputs,
            follows.Refused
        )
        {
            IsAcrossPriceBases = follows.IsAcrossPriceBases,
            Change = change,
        };
    }

    /// <param name="isMixed">Whether the price bases differ, and no value is wanted then.</param>
    private static ImpliedRefusal? RefusalOf(
        SeriesTransform kind,
        Observation figure,
        Observation? operand,
        Quantity? beside,
        bool isMixed
    ) =>
        figure.Quantity.Interval is null || operand is { Quantity.Interval: null } ? ImpliedRefusal.NoNumber
        : figure.Quantity.Meaning is not QuantityMeaning.Uncertain || operand is { Quantity.Meaning: not QuantityMeaning.Uncertain }
            ? ImpliedRefusal.SeveralValues
        : operand is null ? null
        : isMixed ? ImpliedRefusal.PriceBasis
        : operand.Accumulation != figure.Accumulation ? ImpliedRefusal.Accumulation
        : operand.Measure != figure.Measure ? ImpliedRefusal.Measures
        : beside is null ? ImpliedRefusal.Units
        : kind is SeriesTransform.Share && !MayBePart(figure, operand, beside) ? ImpliedRefusal.Scope
        : IsRatio(kind) && beside.Interval!.Lower is not { Value: > 0 } ? ImpliedRefusal.NotPositive
        : null;

    /// <summary>
    /// Whether one may be a part of the other: of one indicator or about one thing, in one place, and not more for certain.
    /// </summary>
    private static bool MayBePart(Observation part, Observation whole, Quantity beside) =>
        (part.Indicator == whole.Indicator || (part.About == whole.About && part.Place == whole.Place))
        && !(part.Quantity.Interval!.Lower is { } least && beside.Interval!.Upper is { } most && least.Value > most.Value);

    private static (decimal? Value, Interval Interval) Reckon(SeriesTransform kind, Quantity figure, Quantity? beside)
    {
        var a = figure.Interval!;
        if (beside?.Interval is not { } b)
            return (figure.Value, a);
        if (!IsRatio(kind))
            return (figure.Value - beside.Value, new(Implied.Minus(a.Lower, b.Upper), Implied.Minus(a.Upper, b.Lower)));
        var less = kind is SeriesTransform.Share ? 0 : 1;
        var quotient = Implied.Divided(a, b);
        return ((figure.Value / beside.Value - less) * 100, new(Percentage(quotient.Lower), Percentage(quotient.Upper)));

        Bound? Percentage(Bound? bound) => bound is null ? null : bound with { Value = (bound.Value - less) * 100 };
    }

    private static string? FormulaOf(SeriesTransform kind, Quantity figure, Quantity? beside) =>
        beside is null ? Said(figure)
        : kind is SeriesTransform.Share ? $"{Said(figure)} / {Said(beside)} * 100"
        : IsRatio(kind) ? $"({Said(figure)} / {Said(beside)} - 1) * 100"
        : $"{Said(figure)} - {Said(beside)}";

    private static string Said(Quantity quantity) =>
        $"{quantity.Value?.ToString("G29", CultureInfo.InvariantCulture) ?? quantity.Interval?.ToString() ?? "?"} {quantity.Unit.Code}";

    private static bool IsRatio(SeriesTransform kind) =>
        kind is SeriesTransform.Growth or SeriesTransform.GrowthOnYear or SeriesTransform.Share;

    private static bool FitsMeasure(SeriesTransform kind, Measure measure) =>
        kind is SeriesTransform.LevelAfter
            ? Series.Compared.Contains(measure)
            : measure is Measure.Level || (measure is Measure.Share && kind is SeriesTransform.Change or SeriesTransform.ChangeOnYear);

    private static bool FitsAccumulation(SeriesTransform kind, Accumulation accumulation) =>
        kind switch
        {
            SeriesTransform.Decumulate => accumulation is Accumulation.Cumulative,
            SeriesTransform.Change or SeriesTransform.Growth => accumulation is Accumulation.Single,
            _ => true,
        };

    private static int MonthsOf(Frequency? frequency) =>
        frequency switch
        {
            Frequency.Q => 3,
            Frequency.S => 6,
            _ => 1,
        };

    /// <summary>How many whole months the days are; null where they are none.</summary>
    private static int? MonthsIn(LocalDate first, LocalDate last) =>
        first.Day == 1 && IsEndOfMonth(last) ? (last.Year - first.Year) * 12 + last.Month - first.Month + 1 : null;

    private static bool IsEndOfMonth(LocalDate day) => day.PlusDays(1).Day == 1;

    private static LocalDate EndOfMonth(LocalDate day, int months) =>
        new LocalDate(day.Year, day.Month, 1).PlusMonths(months + 1).PlusDays(-1);
}
