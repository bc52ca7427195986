using System.Globalization;

namespace ZhuzhouGraph;

/// <summary>Whether two prints of one fact agree. The nearer agreement comes first.</summary>
public enum Agreement
{
    /// <summary>The same number with the same hedge, or the same range.</summary>
    Equal,

    /// <summary>One is the other, rounded: 3.4 and 3.42.</summary>
    Rounding,

    /// <summary>Some value is what both can mean: 近60 and 58.</summary>
    Compatible,

    /// <summary>No value is what both mean: 80余 and 80.</summary>
    Different,
}

/// <summary>How another figure agrees with a figure of the same fact (<see cref="Likeness.SameFact"/>).</summary>
/// <param name="Kind">Null where they do not compare: a number is missing (前列), or they have units that do not convert.</param>
/// <param name="Relation">How the other's interval lies to the figure's; null where they do not compare.</param>
/// <param name="How">One English sentence part that names both numbers, the other's first, and what decided.</param>
public sealed record FactAgreement(Agreement? Kind, IntervalRelation? Relation, string How)
{
    /// <summary>
    /// How <paramref name="other"/> agrees with <paramref name="figure"/>. Counted things compare whatever their measure word.
    /// </summary>
    public static FactAgreement Between(Quantity figure, Quantity other)
    {
        if (figure is not { Interval: { } interval } || other is not { Interval: { } others })
            return new(null, null, "a number is missing");
        var (mine, theirs) = (Said(figure, interval), Said(other, others));
        if (!figure.Unit.ComparesWith(other.Unit))
            return new(null, null, $"{theirs} and {mine} do not compare: units do not convert");
        var relation = others.RelationTo(interval);
        if (figure.Hedge == other.Hedge && figure.Meaning == other.Meaning && IsSame())
            return new(Agreement.Equal, relation, $"{theirs} is {mine}");
        if (IsRoundedOf(figure, other))
            return new(Agreement.Rounding, relation, $"{theirs} rounds to {mine}");
        if (IsRoundedOf(other, figure))
            return new(Agreement.Rounding, relation, $"{mine} rounds to {theirs}");
        return new(others.Meets(interval) ? Agreement.Compatible : Agreement.Different, relation, $"{theirs} {WordOf(relation)} {mine}");

        // 3.4 and 3.40 are the same number, whatever their last digits.
        bool IsSame() => figure.Value is { } value ? value == other.Value : other.Value is null && relation is IntervalRelation.Equal;
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
