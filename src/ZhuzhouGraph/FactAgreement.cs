using System.Globalization;
using NodaTime;

namespace ZhuzhouGraph;

/// <summary>Whether two prints of one fact agree. The nearer agreement comes first.</summary>
public enum Agreement
{
    /// <summary>The same number with the same hedge, or the same range.</summary>
    Equal,

    /// <summary>One is the other, rounded: 3.4 and 3.42.</summary>
    Rounding,

    /// <summary>Some value is what both can mean: 近60 and 58.</summary>
    IntervalCompatible,

    /// <summary>
    /// No value is what both mean, and whoever said the one said the other on a later day: that one stands for it from then on.
    /// </summary>
    Superseded,

    /// <summary>No value is what both mean, and neither replaces the other: 80余 and 80.</summary>
    Conflict,
}

/// <summary>A figure with the day on which it was printed.</summary>
public sealed record Print(Observation Figure, LocalDate Date);

/// <summary>How another figure agrees with a figure of the same fact (<see cref="Likeness.SameFact"/>).</summary>
/// <param name="Kind">Null where they do not compare: a number is missing (前列), or they have units that do not convert.</param>
/// <param name="Relation">How the other's interval lies to the figure's; null where they do not compare.</param>
/// <param name="How">One English sentence part that names both numbers, the other's first, and what decided.</param>
public sealed record FactAgreement(Agreement? Kind, IntervalRelation? Relation, string How)
{
    /// <summary>The least power of ten by which numbers differ that are taken for one number with a wrong unit.</summary>
    private const int LeastJump = 3;

    /// <summary>
    /// The power of ten that the other number is of the figure's, where that is all that tells them apart and it is 3 or more, or −3 or
    /// less:
    /// 1.2亿 is 4 powers above 1.2万, which is rather a slip than news. Null otherwise.
    /// </summary>
    public int? UnitJump { get; private init; }

    /// <summary>
    /// How <paramref name="other"/> agrees with <paramref name="figure"/>, by their numbers and by who said them when: what one speaker
    /// says
    /// otherwise on a later day replaces what was said. Without a speaker nobody knows whose correction it would be.
    /// </summary>
    public static FactAgreement Between(Print figure, Print other)
    {
        if (!Series.IsComparable(figure.Figure) || !Series.IsComparable(other.Figure))
            return new(null, null, "nobody says against what they are measured");
        var agreement = Between(figure.Figure.Quantity, other.Figure.Quantity);
        var speaker = figure.Figure.AttributedTo;
        if (
            agreement.Kind is not Agreement.Conflict
            || speaker is null
            || speaker != other.Figure.AttributedTo
            || figure.Date == other.Date
        )
            return agreement;
        var (before, after) = figure.Date < other.Date ? (figure, other) : (other, figure);
        return agreement with
        {
            Kind = Agreement.Superseded,
            How =
                $"{agreement.How}; {speaker} said {after.Figure.Figure} later ({after.Date.ToString("uuuu'-'MM'-'dd", null)}), "
                + $"which replaces "
                + $"{before.Figure.Figure} ({before.Date.ToString("uuuu'-'MM'-'dd", null)})",
        };
    }

    /// <summary>
    /// How <paramref name="other"/> agrees with <paramref name="figure"/> by their numbers. Counted things compare whatever their measure
    /// word,
    /// and others in units that convert.
    /// </summary>
    public static FactAgreement Between(Quantity figure, Quantity other)
    {
        if (figure is not { Interval: { } interval } || other is not { Interval: { } others })
            return new(null, null, "a number is missing");
        var (mine, theirs) = (Said(figure, interval), Said(other, others));
        if (!figure.Unit.ComparesWith(other.Unit))
        {
            if (other.In(figure.Unit) is not { Interval: { } converted } same)
                return new(null, null, $"{theirs} and {mine} do not compare: units do not convert");
            (other, others) = (same, converted);
        }
        var relation = others.RelationTo(interval);
        if (figure.Hedge == other.Hedge && figure.Meaning == other.Meaning && IsSame())
            return new(Agreement.Equal, relation, $"{theirs} is {mine}");
        if (IsRoundedOf(figure, other))
            return new(Agreement.Rounding, relation, $"{theirs} rounds to {mine}");
        if (IsRoundedOf(other, figure))
            return new(Agreement.Rounding, relation, $"{mine} rounds to {theirs}");
        return others.Meets(interval)
            ? new(Agreement.IntervalCompatible, relation, $"{theirs} {WordOf(relation)} {mine}")
            : new(Agreement.Conflict, relation, $"{theirs} {WordOf(relation)} {mine}") { UnitJump = JumpOf(figure.Value, other.Value) };

        // 3.4 and 3.40 are the same number, whatever their last digits.
        bool IsSame() => figure.Value is { } value ? value == other.Value : other.Value is null && relation is IntervalRelation.Equal;
    }

    private static int? JumpOf(decimal? figure, decimal? other)
    {
        if (figure is not { } a || other is not { } b || a == 0 || b == 0 || Math.Sign(a) != Math.Sign(b))
            return null;
        var isLarger = Math.Abs(b) > Math.Abs(a);
        var (large, small) = isLarger ? (b, a) : (a, b);
        var powers = 0;
        while (Math.Abs(large) > Math.Abs(small))
            (large, powers) = (large / 10, powers + 1);
        return large == small && powers >= LeastJump ? (isLarger ? powers : -powers) : null;
    }

    /// <summary>Whether the number of one is that of the other with fewer digits, and nothing but digits stands between them.</summary>
    private static bool IsRoundedOf(Quantity rounded, Quantity number) =>
        rounded is { Hedge: Hedge.None, IsRounded: true, Interval: { } interval }
        && number is { Hedge: Hedge.None, Value: { } value }
        && Interval.Of(value).IsWithin(interval);

    private static string WordOf(IntervalRelation relation) =>
        relation switch
        {
            IntervalRelation.Equal => "means the same as",
            IntervalRelation.Inside => "lies in",
            IntervalRelation.Contains => "contains",
            IntervalRelation.Overlaps => "overlaps",
            IntervalRelation.Below => "is below",
            _ => "is above",
        };

    /// <summary>The number, the interval where it means more than that, and the unit.</summary>
    private static string Said(Quantity quantity, Interval interval)
    {
        var number = quantity is { IsRounded: true, Value: { } value } ? value.ToString(CultureInfo.InvariantCulture) : $"{interval}";
        return $"{number} {quantity.Unit.English}";
    }
}
