using System.Text.Json.Serialization;

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

/// <summary>One end of an interval.</summary>
/// <param name="Value">The value in the quantity's unit, multiplier applied.</param>
/// <param name="IsInclusive">True where the end itself belongs to the interval.</param>
public sealed record Bound(decimal Value, bool IsInclusive);

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
}
