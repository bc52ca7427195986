using System.Globalization;

namespace ZhuzhouGraph;

/// <summary>What a value is that was worked out.</summary>
public enum ImpliedKind
{
    /// <summary>How many times the base the new level is: growth by 240 % is 3.4.</summary>
    Factor,

    /// <summary>The level that a change is measured against: 34,000 t after growth by 240 % were 10,000 t.</summary>
    Base,

    /// <summary>The level after a change: 100 t after growth by two times are 300 t.</summary>
    Level,
}

/// <summary>Why nothing follows from two figures.</summary>
public enum ImpliedRefusal
{
    /// <summary>One has no number (前列), or an end that would be needed is open.</summary>
    NoNumber,

    /// <summary>One is of several items (15至20微米), and nobody says which of them the other is of.</summary>
    SeveralValues,

    /// <summary>One is at constant prices and the other is not, so the rate is not that of the level.</summary>
    PriceBasis,

    /// <summary>One adds up from the start of a period and the other does not.</summary>
    Accumulation,

    /// <summary>They are parts of different wholes.</summary>
    Scope,

    /// <summary>A difference and a level in different units.</summary>
    Units,

    /// <summary>The factor is, or may be, zero or less: nothing can be divided by it.</summary>
    NotPositive,

    /// <summary>The numbers are too large to reckon with exactly.</summary>
    TooLarge,

    /// <summary>The measure has no such derivative: nothing is a growth of a rank.</summary>
    Measures,

    /// <summary>The period has no period before it of the same length, or no days.</summary>
    Periods,

    /// <summary>No figure is of the period, or on the line, that is needed beside it.</summary>
    NoOperand,

    /// <summary>It is not known, or is no period, against what the change is measured.</summary>
    Comparison,
}

/// <summary>
/// A value that follows from printed figures. It is worked out when it is asked for and never stored, and the figures that it follows
/// from stand beside it.
/// </summary>
/// <param name="Value">The value of the printed numbers; null where one of them is a range, or nothing follows.</param>
/// <param name="Interval">What it can be, by all that the figures can mean; null where nothing follows. Rounded outwards.</param>
/// <param name="Unit">The unit of both.</param>
/// <param name="Formula">What was reckoned, such as <c>34000 t / (1 + 240 / 100)</c>.</param>
/// <param name="Refused">Why nothing follows; null where something does.</param>
public sealed record Implied(
    ImpliedKind Kind,
    decimal? Value,
    Interval? Interval,
    Unit Unit,
    string Formula,
    ImpliedRefusal? Refused = null
)
{
    /// <summary>Digits of a result; more would only show how it was reckoned.</summary>
    private const int Digits = 12;

    private static readonly Unit Fold = Units.Find("times")!,
        Percent = Units.Find("%")!;

    /// <summary>
    /// Whether one figure is at constant prices and the other is not: there is a value only because the caller wanted it all the same, and
    /// it is neither nominal nor real.
    /// </summary>
    public bool IsAcrossPriceBases { get; init; }

    /// <summary>The ids of the figures that it follows from: the level, then the change.</summary>
    public IReadOnlyList<string> Inputs => [.. new[] { Level, Change }.OfType<Observation>().Select(figure => figure.Id)];

    /// <summary>The level or share that it follows from; null where it follows from the change alone.</summary>
    public Observation? Level { get; init; }

    /// <summary>The change that it follows from, whose words say by how much.</summary>
    public Observation? Change { get; init; }

    /// <summary>How many times the base a rate of change makes; null of any other measure.</summary>
    public static Implied? FactorOf(Observation figure) =>
        figure.Measure is Measure.RateOfChange ? Factored(figure) with { Change = figure } : null;

    private static Implied Factored(Observation figure) =>
        // 两年平均 is what each of the years makes of the one before.
        figure.Comparison is Comparison.AverageSince
            ? Refusing(ImpliedKind.Factor, Fold, Factor(figure), ImpliedRefusal.Comparison)
        : figure.Quantity is { Interval: { } rate, Meaning: QuantityMeaning.Uncertain }
            ? Reckoned(ImpliedKind.Factor, Fold, Factor(figure), () => (Times(figure), Factors(figure, rate)))
        : Refusing(
            ImpliedKind.Factor,
            Fold,
            Factor(figure),
            figure.Quantity.Interval is null ? ImpliedRefusal.NoNumber : ImpliedRefusal.SeveralValues
        );

    /// <summary>What a level or share and a change of it imply (<see cref="Likeness.Implying"/>), in either order.</summary>
    /// <param name="acrossPriceBases">Whether a value is wanted where the price bases differ.</param>
    /// <exception cref="ArgumentException">Not one of them is a change, or both are.</exception>
    public static Implied Of(Observation one, Observation other, bool acrossPriceBases = false)
    {
        var (level, change) = Series.Levels.Contains(one.Measure) ? (one, other) : (other, one);
        if (!Series.Levels.Contains(level.Measure) || !Series.Compared.Contains(change.Measure))
            throw new ArgumentException($"{one.Id} is {one.Measure} and {other.Id} {other.Measure}: no level and a change of it.");
        var formula = IsDifference(change) ? $"{Said(level)} - {Said(change)}" : $"{Said(level)} / {Factor(change)}";
        return From(ImpliedKind.Base, level, change, formula, acrossPriceBases, (a, b) =>
            IsDifference(change)
                ? (level.Quantity.Value - change.Quantity.Value, new Interval(Minus(a.Lower, b.Upper), Minus(a.Upper, b.Lower)))
                : (level.Quantity.Value / Times(change), Divided(a, b))
        );
    }

    /// <summary>The level or share after a change of an earlier one, which is that of the period that the change is measured
    /// against.</summary>
    /// <param name="acrossPriceBases">Whether a value is wanted where the price bases differ.</param>
    public static Implied After(Observation earlier, Observation change, bool acrossPriceBases = false)
    {
        var formula = IsDifference(change) ? $"{Said(earlier)} + {Said(change)}" : $"{Said(earlier)} * {Factor(change)}";
        if (
            earlier.Indicator != change.Indicator
            || earlier.About != change.About
            || earlier.Place != change.Place
            || earlier.Breakdown != change.Breakdown
        )
            return Refused(ImpliedRefusal.Scope);
        if (!Series.Levels.Contains(earlier.Measure) || !Series.Compared.Contains(change.Measure))
            return Refused(ImpliedRefusal.Measures);
        return From(ImpliedKind.Level, earlier, change, formula, acrossPriceBases, (a, b) =>
            IsDifference(change)
                ? (earlier.Quantity.Value + change.Quantity.Value, new Interval(Plus(a.Lower, b.Lower), Plus(a.Upper, b.Upper)))
                : (earlier.Quantity.Value * Times(change), Multiplied(a, b))
        );

        Implied Refused(ImpliedRefusal refusal) =>
            Refusing(ImpliedKind.Level, earlier.Quantity.Unit, formula, refusal) with
            {
                Level = earlier,
                Change = change,
            };
    }

    /// <param name="reckon">Of what the level can be, and what the difference or the factor.</param>
    private static Implied From(
        ImpliedKind kind,
        Observation level,
        Observation change,
        string formula,
        bool acrossPriceBases,
        Func<Interval, Interval, (decimal? Value, Interval Interval)> reckon
    )
    {
        var unit = level.Quantity.Unit;
        var isAcross = level.PriceBasis is PriceBasis.Constant != change.PriceBasis is PriceBasis.Constant;
        var refusal = RefusalOf(level, change, isAcross && !acrossPriceBases);
        var implied = refusal is { } why
            ? Refusing(kind, unit, formula, why)
            : Reckoned(kind, unit, formula, () =>
                reckon(
                    level.Quantity.Interval!,
                    IsDifference(change) ? change.Quantity.Interval! : Factors(change, change.Quantity.Interval!)
                )
            );
        return implied with { Level = level, Change = change, IsAcrossPriceBases = isAcross && implied.Refused is null };
    }

    private static ImpliedRefusal? RefusalOf(Observation level, Observation change, bool isMixed) =>
        level.Quantity.Interval is null || change.Quantity.Interval is not { } by ? ImpliedRefusal.NoNumber
        : level.Quantity.Meaning is not QuantityMeaning.Uncertain || change.Quantity.Meaning is not QuantityMeaning.Uncertain
            ? ImpliedRefusal.SeveralValues
        : change.Comparison is Comparison.AverageSince ? ImpliedRefusal.Comparison
        : level.Breakdown != change.Breakdown ? ImpliedRefusal.Scope
        : isMixed ? ImpliedRefusal.PriceBasis
        : level.Accumulation != change.Accumulation ? ImpliedRefusal.Accumulation
        : level.ShareOf != change.ShareOf && change.ShareOf is not null ? ImpliedRefusal.Scope
        : IsDifference(change) && !IsSameUnit(level, change) ? ImpliedRefusal.Units
        : !IsDifference(change) && Factors(change, by).Lower is not { Value: > 0 } ? ImpliedRefusal.NotPositive
        : null;

    private static bool IsDifference(Observation change) => change.Measure is Measure.Change or Measure.Points;

    /// <summary>A difference of percentages is one of per cent.</summary>
    private static bool IsSameUnit(Observation level, Observation change) =>
        level.Quantity.Unit.ComparesWith(change.Quantity.Unit)
        || (change.Measure is Measure.Points && level.Quantity.Unit.Dimension is Dimension.Ratio);

    private static Implied Refusing(ImpliedKind kind, Unit unit, string formula, ImpliedRefusal refusal) =>
        new(kind, null, null, unit, formula, refusal);

    private static Implied Reckoned(ImpliedKind kind, Unit unit, string formula, Func<(decimal? Value, Interval Interval)> reckon)
    {
        try
        {
            var (value, interval) = reckon();
            return new(kind, value is { } number ? Rounded(number, MidpointRounding.ToEven) : null, Outwards(interval), unit, formula);
        }
        catch (OverflowException)
        {
            return Refusing(kind, unit, formula, ImpliedRefusal.TooLarge);
        }
    }

    /// <summary>The factor of a printed number; null where there is none.</summary>
    private static decimal? Times(Observation change) =>
        change.Measure is Measure.Multiple ? Rate(change).Value : 1 + Rate(change).Value / 100;

    /// <param name="by">What the change can be, in the unit that it is printed in.</param>
    private static Interval Factors(Observation change, Interval by)
    {
        var told = Rate(change) is { Interval: { } rate } ? rate : by;
        return change.Measure is Measure.Multiple ? told : new(Factor(told.Lower), Factor(told.Upper));
    }

    /// <summary>A multiple in times and a rate in per cent: growth by 2倍 is one of 200 %.</summary>
    private static Quantity Rate(Observation change) =>
        change.Quantity.In(change.Measure is Measure.Multiple ? Fold : Percent) ?? change.Quantity;

    private static Bound? Factor(Bound? rate) => rate is null ? null : rate with { Value = 1 + rate.Value / 100 };

    internal static Bound? Plus(Bound? to, Bound? what) =>
        to is null || what is null ? null : new(to.Value + what.Value, to.IsInclusive && what.IsInclusive);

    internal static Bound? Minus(Bound? from, Bound? what) =>
        from is null || what is null ? null : new(from.Value - what.Value, from.IsInclusive && what.IsInclusive);

    /// <summary>All quotients; every factor is above zero.</summary>
    internal static Interval Divided(Interval level, Interval factors)
    {
        return new(
            level.Lower is { } low ? Quotient(low, low.Value >= 0 ? factors.Upper : factors.Lower) : null,
            level.Upper is { } high ? Quotient(high, high.Value >= 0 ? factors.Lower : factors.Upper) : null
        );

        // What is divided by ever larger factors comes as near to zero as one likes.
        static Bound Quotient(Bound number, Bound? by) =>
            by is null
                ? new(0, number is { Value: 0, IsInclusive: true })
                : new(number.Value / by.Value, number.IsInclusive && by.IsInclusive);
    }

    /// <summary>All products; every factor is above zero.</summary>
    private static Interval Multiplied(Interval level, Interval factors)
    {
        return new(
            level.Lower is { } low ? Product(low, low.Value >= 0 ? factors.Lower : factors.Upper) : null,
            level.Upper is { } high ? Product(high, high.Value >= 0 ? factors.Upper : factors.Lower) : null
        );

        static Bound? Product(Bound number, Bound? by) =>
            by is null ? null : new(number.Value * by.Value, number.IsInclusive && by.IsInclusive);
    }

    internal static Interval Outwards(Interval interval) =>
        new(
            interval.Lower is { } lower ? lower with { Value = Rounded(lower.Value, MidpointRounding.ToNegativeInfinity) } : null,
            interval.Upper is { } upper ? upper with { Value = Rounded(upper.Value, MidpointRounding.ToPositiveInfinity) } : null
        );

    /// <summary>To so many digits.</summary>
    internal static decimal Rounded(decimal value, MidpointRounding how)
    {
        var places = Digits;
        for (var rest = Math.Abs(value); rest >= 1 && places > 0; rest /= 10)
            places--;
        // Divided by a one of 28 zeros, a number has no zeros at its end.
        return Math.Round(value, places, how) / 1.0000000000000000000000000000m;
    }

    private static string Said(Observation figure) => $"{Number(figure, figure.Quantity)} {figure.Quantity.Unit.Code}";

    private static string Factor(Observation change) =>
        change.Measure is Measure.Multiple ? Number(change, Rate(change)) : $"(1 + {Number(change, Rate(change))} / 100)";

    /// <summary>The number, or what it can be where there is none, or the printed words.</summary>
    private static string Number(Observation figure, Quantity told) =>
        told.Value?.ToString("G29", CultureInfo.InvariantCulture) ?? told.Interval?.ToString() ?? figure.Figure;
}
