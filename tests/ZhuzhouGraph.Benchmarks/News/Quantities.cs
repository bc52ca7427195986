using System.Globalization;

namespace ZhuzhouGraph.Benchmarks.News;

/// <summary>Numbers with their hedges, and how they are printed.</summary>
internal static class Quantities
{
    private static readonly (Hedge Hedge, string Before, string After)[] Words =
    [
        (Hedge.None, "", ""),
        (Hedge.None, "", ""),
        (Hedge.None, "", ""),
        (Hedge.About, "约", ""),
        (Hedge.MoreThan, "超", ""),
        (Hedge.Nearly, "近", ""),
        (Hedge.AndSome, "", "余"),
        (Hedge.AtLeast, "至少", ""),
        (Hedge.Under, "不足", ""),
        (Hedge.Range, "", ""),
    ];

    /// <summary>A number without a hedge.</summary>
    public static (Quantity Quantity, string Figure) Plain(Dice dice, Unit unit) => Of(dice, unit, Hedge.None, "", "");

    /// <summary>A number that in seven of ten cases has a hedge.</summary>
    public static (Quantity Quantity, string Figure) Hedged(Dice dice, Unit unit)
    {
        var (hedge, before, after) = dice.Of(Words);
        return Of(dice, unit, hedge, before, after);
    }

    private static (Quantity Quantity, string Figure) Of(Dice dice, Unit unit, Hedge hedge, string before, string after)
    {
        var scale = unit.IsCount ? 0 : dice.Below(3);
        var number = new decimal(100 + dice.Below(unit.Code == "%" ? 300 : 9_000), 0, 0, false, (byte)scale);
        decimal? end = hedge is Hedge.Range ? number + 1 + dice.Below(50) : null;
        var (multiplier, word) = unit.Code switch
        {
            "CNY" => (8, "亿"),
            "t" when dice.Chance(50) => (4, "万"),
            _ => (0, ""),
        };
        var (lower, upper, basis) = Hedges.Interval(hedge, number, unit, multiplier, end);
        var quantity = new Quantity
        {
            Value = end is null ? Hedges.Scaled(number, multiplier) : null,
            Unit = unit,
            UnitMultiplier = multiplier,
            Hedge = hedge,
            Lower = lower,
            Upper = upper,
            BoundBasis = basis,
        };
        var range = end is null ? "" : string.Create(CultureInfo.InvariantCulture, $"至{end}");
        return (quantity, string.Create(CultureInfo.InvariantCulture, $"{before}{number}{range}{word}{after}{unit.Chinese}"));
    }
}
