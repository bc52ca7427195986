using System.Globalization;

namespace ZhuzhouGraph.Text.Claims;

/// <summary>The rules by which a claimed and a printed number are held against each other.</summary>
public enum ClaimRule
{
    /// <summary>No figure was compared.</summary>
    None,

    /// <summary>All that the printed figure can mean is claimed.</summary>
    Within,

    /// <summary>The same number with the same hedge.</summary>
    SameWords,

    /// <summary>Both can mean the same.</summary>
    Overlap,

    /// <summary>Measured, and apart by no more than rounding makes.</summary>
    RoundingGap,

    /// <summary>The printed number is claimed, and the print hedges it.</summary>
    NominalInside,

    /// <summary>The record covers all values of an interval, and the claimed one lies in it.</summary>
    Covered,

    /// <summary>The hedge of the record leaves it open.</summary>
    HedgeTooWide,

    /// <summary>Apart by at most 10 % of the claimed number.</summary>
    TenPercent,

    /// <summary>Further apart, or over a threshold, or of another sign.</summary>
    Apart,

    /// <summary>A place in an order, or in time: the same or not.</summary>
    SamePlace,

    /// <summary>The place in a smaller universe says that one in a larger cannot be.</summary>
    PlaceInPart,

    /// <summary>A claim that denies a number.</summary>
    Negation,
}

/// <summary>What a comparison comes to.</summary>
internal enum Outcome
{
    Supports,
    Approximates,
    Inaccurate,
    Refutes,

    /// <summary>The record leaves it open.</summary>
    Open,
}

/// <param name="Computation">One line, such as <c>58 ∈ [54, 60)</c>.</param>
/// <param name="MoreThanPrinted">The bare number of a hedge is claimed that excludes it.</param>
internal sealed record Compared(
    Outcome Outcome,
    ClaimRule Rule,
    string Computation,
    bool MoreThanPrinted = false,
    bool Understates = false
);

/// <summary>Compares intervals; decimals only, all in the unit of the claim.</summary>
internal static class ClaimComparison
{
    private static readonly Unit Percent = Units.Find("%")!,
        Times = Units.Find("times")!;

    private static readonly Hedge[] Thresholds = [Hedge.MoreThan, Hedge.AtLeast, Hedge.AtMost, Hedge.Under, Hedge.OrderOf];

    /// <summary>Null where they do not compare.</summary>
    public static Compared? Of(Claim claim, Quantity fact, Measure measure)
    {
        if (Told(claim, fact, measure) is not { } told)
            return null;
        var compared = Compare(claim, fact, measure, told);
        return claim.Figure.IsNegated ? Negated(compared) : compared;
    }

    /// <summary>Both intervals in one unit, the printed number, the claimed number and its last digit that is not zero.</summary>
    private sealed record Pair(Interval Claimed, Interval? Printed, decimal? Nominal, decimal? Number, decimal Place);

    private static Pair? Told(Claim claim, Quantity fact, Measure measure)
    {
        if (measure is Measure.RateOfChange or Measure.Multiple)
        {
            var rate = RateOf(fact, measure);
            if (claim.Rate is not { } claimed || rate is null)
                return null;
            var number = claim.Figure.Factor is { } factor ? (factor - 1) * 100 : (decimal?)null;
            var stated = claim.Quantity!.Unit == Times ? claim.Figure.Number * 100 : claim.Figure.Number;
            var place = Hedges.LastNonZeroDigit(Math.Abs(stated));
            return new(claimed, rate.Interval, rate.Value, claim.Figure.To is null ? number : null, place);
        }
        if (claim.Quantity is not { Interval: var interval } quantity || fact.In(quantity.Unit) is not { } converted)
            return null;
        var value = quantity.Value;
        return new(
            interval ?? new(null, null),
            converted.Interval,
            converted.Value,
            value,
            value is { } own ? Hedges.LastNonZeroDigit(Math.Abs(own) / 1.0000000000000000000000000000m) : 0
        );
    }

    /// <summary>A printed rate or multiple as a rate in per cent.</summary>
    public static Quantity? RateOf(Quantity fact, Measure measure) =>
        measure is not Measure.Multiple ? fact.In(Percent)
        : fact.In(Times) is { } times
            ? times with
            {
                Unit = Percent,
                Value = (times.Value - 1) * 100,
                Lower = Of(times.Lower),
                Upper = Of(times.Upper),
            }
        : null;

    private static Bound? Of(Bound? bound) => bound is null ? null : bound with { Value = (bound.Value - 1) * 100 };

    private static Compared Compare(Claim claim, Quantity fact, Measure measure, Pair pair)
    {
        if (measure is Measure.Rank or Measure.Ordinal)
            return Places(pair);
        if (pair.Printed is not { } printed || fact.Hedge is Hedge.Vague)
            return new(Outcome.Open, ClaimRule.HedgeTooWide, $"{pair.Claimed}: the print gives no number");
        var claimed = pair.Claimed;
        if (fact.Meaning is QuantityMeaning.Covers && claimed.IsWithin(printed))
            return new(Outcome.Supports, ClaimRule.Covered, $"{claimed} ⊆ {printed}");
        if (
            claim.Figure.Hedge == fact.Hedge
            && fact.Hedge is not Hedge.None
            && (claimed with { Basis = null }) == (printed with { Basis = null })
        )
            return new(Outcome.Supports, ClaimRule.SameWords, $"{printed} = {claimed}");
        if (printed.IsWithin(claimed))
            return new(
                Outcome.Supports,
                ClaimRule.Within,
                $"{printed} {In(printed)} {claimed}",
                Understates: Understates(claim, printed, pair)
            );
        return fact.Hedge is Hedge.None && fact.Meaning is QuantityMeaning.Uncertain
            ? Exact(claim, fact, pair, printed)
            : Hedged(claim, fact, pair, printed);
    }

    /// <summary>The print has no hedge: exact, or rounded at its last digit.</summary>
    private static Compared Exact(Claim claim, Quantity fact, Pair pair, Interval printed)
    {
        if (printed.Meets(pair.Claimed))
            return new(Outcome.Approximates, ClaimRule.Overlap, $"{printed} ∩ {pair.Claimed} ≠ ∅");
        var gap = Gap(printed, pair.Claimed);
        var isMeasured = !fact.Unit.IsCount && claim.Figure.Hedge is Hedge.None;
        if (
            isMeasured
            && pair.Number is { } number
            && IsSameSign(pair)
            && gap <= Math.Min(pair.Place / 2, ClaimWords.RoundingShare * Math.Abs(number))
        )
            return new(Outcome.Approximates, ClaimRule.RoundingGap, Apart(printed, pair, gap));
        return ByGap(claim, fact, pair, printed, gap);
    }

    private static Compared Hedged(Claim claim, Quantity fact, Pair pair, Interval printed)
    {
        if (pair.Nominal is { } nominal && Interval.Of(nominal).IsWithin(pair.Claimed) && Interval.Of(nominal).IsWithin(printed))
            return new(Outcome.Approximates, ClaimRule.NominalInside, $"{Text(nominal)} ∈ {pair.Claimed}");
        var isBare = claim.Figure.Hedge is Hedge.None && pair.Number is { } number && number == pair.Nominal;
        if (isBare || printed.Meets(pair.Claimed))
            return new(
                Outcome.Open,
                ClaimRule.HedgeTooWide,
                $"{printed} {(printed.Meets(pair.Claimed) ? "⊄" : "∌")} {pair.Claimed}",
                isBare && fact.Hedge is Hedge.AndSome or Hedge.MoreThan or Hedge.AtLeast
            );
        return ByGap(claim, fact, pair, printed, Gap(printed, pair.Claimed));
    }

    private static Compared ByGap(Claim claim, Quantity fact, Pair pair, Interval printed, decimal gap)
    {
        var isNear =
            gap <= ClaimWords.InaccurateShare * Math.Abs(pair.Number ?? Largest(pair.Claimed))
            && IsSameSign(pair)
            && !Thresholds.Contains(claim.Figure.Hedge)
            && !Thresholds.Contains(fact.Hedge);
        return new(
            isNear ? Outcome.Inaccurate : Outcome.Refutes,
            isNear ? ClaimRule.TenPercent : ClaimRule.Apart,
            Apart(printed, pair, gap)
        );
    }

    /// <summary>A place is the same or another; it is never nearly the same.</summary>
    private static Compared Places(Pair pair)
    {
        if (pair.Printed is not { } printed)
            return new(Outcome.Open, ClaimRule.HedgeTooWide, $"{pair.Claimed}: the print gives no place");
        return printed.IsWithin(pair.Claimed)
            ? new(Outcome.Supports, ClaimRule.SamePlace, $"{printed} {In(printed)} {pair.Claimed}")
            : new(Outcome.Refutes, ClaimRule.SamePlace, $"{printed} ∉ {pair.Claimed}");
    }

    private static Compared Negated(Compared compared) =>
        compared.Outcome switch
        {
            Outcome.Supports => compared with { Outcome = Outcome.Refutes, Rule = ClaimRule.Negation },
            Outcome.Inaccurate or Outcome.Refutes => compared with { Outcome = Outcome.Supports, Rule = ClaimRule.Negation },
            _ => compared with { Outcome = Outcome.Open, Rule = ClaimRule.Negation },
        };

    private static bool Understates(Claim claim, Interval printed, Pair pair) =>
        claim.Figure.Hedge is Hedge.MoreThan or Hedge.AtLeast
        && pair.Number is { } number
        && printed.Lower is { } lower
        && lower.Value > Math.Abs(number) + pair.Place;

    private static bool IsSameSign(Pair pair) =>
        pair.Number is not { } number || pair.Nominal is not { } nominal || Math.Sign(number) == Math.Sign(nominal);

    private static decimal Largest(Interval interval) =>
        Math.Max(Math.Abs(interval.Lower?.Value ?? 0), Math.Abs(interval.Upper?.Value ?? 0));

    /// <summary>How far two intervals that share nothing lie apart.</summary>
    private static decimal Gap(Interval a, Interval b) =>
        a.RelationTo(b) is IntervalRelation.Below ? b.Lower!.Value - a.Upper!.Value : a.Lower!.Value - b.Upper!.Value;

    private static string Apart(Interval printed, Pair pair, decimal gap) => $"{printed} ∉ {pair.Claimed}, gap {Text(gap)}";

    private static string In(Interval printed) => printed.Lower == printed.Upper ? "∈" : "⊆";

    private static string Text(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
