using System.Text.Json.Serialization;

namespace ZhuzhouGraph;

/// <summary>What the interval of a quantity means.</summary>
public enum QuantityMeaning
{
    /// <summary>One unknown value lies inside.</summary>
    Uncertain,

    /// <summary>The values of several items lie inside (15至20微米).</summary>
    Varies,

    /// <summary>Every value inside holds (−269℃到400℃).</summary>
    Covers,
}

/// <summary>
/// A printed number with its unit, hedge and interval. Equality is by value; there is no ordering, because intervals overlap.
/// </summary>
public sealed record Quantity
{
    /// <summary>The nominal value, multiplier applied (1.4万 is 14000); null for ranges, 数十, 上千, 十余 and 前列.</summary>
    public decimal? Value { get; init; }

    public required Unit Unit { get; init; }

    /// <summary>The printed base-10 exponent: 万 4, 亿 8, otherwise 0.</summary>
    [JsonPropertyName("Multiplier")]
    public int UnitMultiplier { get; init; }

    public Hedge Hedge { get; init; }

    /// <summary>The lower end; null means unbounded or unknown.</summary>
    public Bound? Lower { get; init; }

    /// <summary>The upper end; null means unbounded or unknown.</summary>
    public Bound? Upper { get; init; }

    /// <summary>Null where there is no bound.</summary>
    public BoundBasis? BoundBasis { get; init; }

    public QuantityMeaning Meaning { get; init; }

    /// <summary>What it can mean: its bounds, or its value where it has none; null where it has no number at all (前列).</summary>
    public Interval? Interval =>
        (Lower, Upper, Value) switch
        {
            (null, null, null) => null,
            (null, null, { } value) => Interval.Of(value),
            _ => new(Lower, Upper, BoundBasis),
        };

    /// <summary>
    /// The same in another unit, digit by digit; null where the units neither compare nor convert, or a number would have
    /// more digits than it can be reckoned with. Nothing is printed so: the multiplier is 0.
    /// </summary>
    public Quantity? In(Unit unit)
    {
        if (unit == Unit)
            return this;
        if (Unit.ComparesWith(unit))
            return this with { Unit = unit };
        if (!Unit.ConvertsTo(unit))
            return null;
        try
        {
            return this with
            {
                Unit = unit,
                UnitMultiplier = 0,
                Value = Value is { } value ? Converted(value, MidpointRounding.ToEven) : null,
                Lower = Of(Lower, MidpointRounding.ToNegativeInfinity),
                Upper = Of(Upper, MidpointRounding.ToPositiveInfinity),
            };
        }
        catch (OverflowException)
        {
            return null;
        }

        Bound? Of(Bound? bound, MidpointRounding how) => bound is null ? null : bound with { Value = Converted(bound.Value, how) };

        // Multiplied first: six months are half a year, and six twelfths written out are not.
        decimal Converted(decimal value, MidpointRounding how)
        {
            var (times, parts) = (Unit.InBase, unit.InBase);
            var converted = value * times / parts;
            return converted * parts == value * times ? Trimmed(converted) : Implied.Rounded(converted, how);
        }

        // Divided by a one of 28 zeros, a number has no zeros at its end.
        static decimal Trimmed(decimal value) => value / 1.0000000000000000000000000000m;
    }

    /// <summary>
    /// As it is told in the unit that is asked for, or without one in that into which all of its dimension convert; null where its own does
    /// not convert.
    /// </summary>
    public Quantity? Told(Unit? asked) =>
        asked is null ? In(Units.BaseOf(Unit))
        : Unit.ConvertsTo(asked) ? In(asked)
        : null;

    /// <summary>True where only the last printed digit makes an interval of a number.</summary>
    public bool IsRounded => BoundBasis is ZhuzhouGraph.BoundBasis.Rounding && Value is not null;

    /// <summary>
    /// What it says for certain: its interval, but the printed number itself where only rounding makes an interval of it. Null where it
    /// has no number.
    /// </summary>
    public Interval? Printed => IsRounded ? Interval.Of(Value!.Value) : Interval;
}
