using System.Globalization;

namespace ZhuzhouGraph;

/// <summary>Where the bounds of a quantity come from.</summary>
public enum BoundBasis
{
    /// <summary>The paper states them.</summary>
    Stated,

    /// <summary>The table of <see cref="Hedges"/> gives them.</summary>
    Convention,

    /// <summary>The last printed digit gives them.</summary>
    Rounding,
}

/// <summary>One end of an interval.</summary>
/// <param name="Value">The value in the quantity's unit, multiplier applied.</param>
/// <param name="IsInclusive">True where the end itself belongs to the interval.</param>
public sealed record Bound(decimal Value, bool IsInclusive);

/// <summary>How an interval lies to another. One of them holds of any two, and of the two turned round its mirror.</summary>
public enum IntervalRelation
{
    /// <summary>The same ends.</summary>
    Equal,

    /// <summary>All of it lies in the other, which has more.</summary>
    Inside,

    /// <summary>All of the other lies in it, and it has more.</summary>
    Contains,

    /// <summary>They share something, and each has more.</summary>
    Overlaps,

    /// <summary>All of it lies below all of the other.</summary>
    Below,

    /// <summary>All of it lies above all of the other.</summary>
    Above,
}

/// <summary>
/// The values that a number can mean. Equality is by ends and basis; there is no ordering, because intervals overlap: ask
/// <see cref="RelationTo(Interval)"/>. Immutable. Ends that leave nothing between them are not refused, and such an interval meets nothing.
/// </summary>
/// <param name="Lower">The lower end; null means unbounded or unknown.</param>
/// <param name="Upper">The upper end; null means unbounded or unknown.</param>
/// <param name="Basis">Where the ends come from; null where there is none, or where it is not known.</param>
public sealed record Interval(Bound? Lower, Bound? Upper, BoundBasis? Basis = null)
{
    /// <summary>The interval of one number.</summary>
    public static Interval Of(decimal number) => new(new(number, true), new(number, true));

    /// <summary>How it lies to another interval; where they come from does not matter.</summary>
    public IntervalRelation RelationTo(Interval other) =>
        (IsWithin(other), other.IsWithin(this)) switch
        {
            (true, true) => IntervalRelation.Equal,
            (true, false) => IntervalRelation.Inside,
            (false, true) => IntervalRelation.Contains,
            _ when EndsBefore(other) => IntervalRelation.Below,
            _ when other.EndsBefore(this) => IntervalRelation.Above,
            _ => IntervalRelation.Overlaps,
        };

    /// <summary>How it lies to a number: <see cref="IntervalRelation.Contains"/>, where the number is one of several in it.</summary>
    public IntervalRelation RelationTo(decimal number) => RelationTo(Of(number));

    /// <summary>Whether every value of it is one of the other's.</summary>
    public bool IsWithin(Interval other) => CompareLower(Lower, other.Lower) >= 0 && CompareUpper(Upper, other.Upper) <= 0;

    /// <summary>Whether they have a value in common.</summary>
    public bool Meets(Interval other) => !EndsBefore(other) && !other.EndsBefore(this);

    /// <summary>What it is for the opposite numbers.</summary>
    public Interval Mirrored()
    {
        return this with { Lower = Negated(Upper), Upper = Negated(Lower) };

        static Bound? Negated(Bound? bound) => bound is null ? null : bound with { Value = -bound.Value };
    }

    /// <summary>As mathematics writes it, such as <c>[57.5, 58.5)</c>, <c>(1000, ∞)</c>, and the number alone where it is one.</summary>
    public override string ToString()
    {
        if (Lower is { IsInclusive: true, Value: var number } && Upper is { IsInclusive: true } && number == Upper.Value)
            return Text(number);
        var (lower, upper) = (Lower is null ? "-∞" : Text(Lower.Value), Upper is null ? "∞" : Text(Upper.Value));
        return $"{(Lower is { IsInclusive: true } ? '[' : '(')}{lower}, {upper}{(Upper is { IsInclusive: true } ? ']' : ')')}";

        static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
    }

    private bool EndsBefore(Interval other) =>
        Upper is { } end
        && other.Lower is { } start
        && (end.Value < start.Value || (end.Value == start.Value && !(end.IsInclusive && start.IsInclusive)));

    private static int CompareLower(Bound? a, Bound? b) =>
        (a, b) switch
        {
            (null, null) => 0,
            (null, _) => -1,
            (_, null) => 1,
            _ when a.Value != b.Value => a.Value.CompareTo(b.Value),
            _ => b.IsInclusive.CompareTo(a.IsInclusive),
        };

    private static int CompareUpper(Bound? a, Bound? b) =>
        (a, b) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            _ when a.Value != b.Value => a.Value.CompareTo(b.Value),
            _ => a.IsInclusive.CompareTo(b.IsInclusive),
        };
}
