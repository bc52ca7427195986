namespace ZhuzhouGraph;

/// <summary>
/// What a hedge means as an interval: the table of widths, versioned. One place decides what 约 means.
/// </summary>
public static class Hedges
{
    /// <summary>
    /// Changes whenever a width or an openness changes; then stores compute their bounds anew, so that it holds of every bound that is
    /// served. 2: AND_SOME and TEENS are more than their number.
    /// </summary>
    public const string Version = "2";

    /// <summary>What 十来 means, where 十余 and 十几 have the interval of <see cref="Hedge.Teens"/>.</summary>
    public static readonly Interval TenOrSo = new(Inclusive(10), Inclusive(15), BoundBasis.Convention);

    /// <summary>The share of the number that 约 and 左右 add on both sides.</summary>
    public const decimal AboutWidth = 0.05m;

    /// <summary>The largest share of the number that 近 and 不足 take off.</summary>
    public const decimal NearlyWidth = 0.10m;

    /// <summary>
    /// The interval that a printed number and its hedge state. A hedge applies to the printed magnitude, then the sign: −30 % with
    /// 以上 is at most −30 %. Bounds that the words give are STATED, widths of this table CONVENTION.
    /// </summary>
    /// <param name="number">
    /// As printed, without its multiplier but with its trailing zeros: 1.4万 is 1.4, and its last digit says how far it is rounded. The
    /// first number of a range; the order of 数十 (10) and 上千 (1000); ignored where the hedge has none (十余, 前列). Nothing is nearly,
    /// less than or several times zero in a known interval, so these hedges take another.
    /// </param>
    /// <param name="unit">A number of counted things is exact, unless it is printed with 万 or 亿 and a decimal.</param>
    /// <param name="multiplier">The printed base-10 exponent: 万 4, 亿 8, 万亿 12.</param>
    /// <param name="end">The second number of a range, with the same multiplier.</param>
    /// <exception cref="ArgumentException">The hedge needs a number, or one that is not zero, or a range its end.</exception>
    public static Interval Interval(Hedge hedge, decimal? number, Unit unit, int multiplier = 0, decimal? end = null) =>
        hedge switch
        {
            Hedge.Vague => new(null, null),
            Hedge.Teens => new(Exclusive(10), Exclusive(20), BoundBasis.Convention),
            Hedge.Range => new(
                Inclusive(Scaled(Needed(number), multiplier)),
                Inclusive(Scaled(Needed(end), multiplier)),
                BoundBasis.Stated
            ),
            Hedge.Nearly or Hedge.Under or Hedge.Several when number == 0 => throw new ArgumentException(
                "This hedge needs a number other than 0.",
                nameof(number)
            ),
            _ when Needed(number) < 0 => OfMagnitude(hedge, -Needed(number), unit, multiplier).Mirrored(),
            _ => OfMagnitude(hedge, Needed(number), unit, multiplier),
        };

    /// <summary>The place value of the last printed digit: 500亿 → 1亿, 4.2万 → 0.1万.</summary>
    public static decimal LastDigit(decimal number, int multiplier = 0) => Scaled(new decimal(1, 0, 0, false, number.Scale), multiplier);

    /// <summary>
    /// The place value of the last digit that is not zero: 58 → 1, 500 → 100, 230万 → 10万. Zero has none and gives its last digit.
    /// </summary>
    public static decimal LastNonZeroDigit(decimal number, int multiplier = 0)
    {
        var place = new decimal(1, 0, 0, false, number.Scale);
        while (number != 0 && number % (place * 10) == 0)
            place *= 10;
        return Scaled(place, multiplier);
    }

    /// <summary>
    /// The number with its multiplier applied. Decimals that the multiplier uses up are not kept: 1.40 stays 1.40, 1.4万 is 14000.
    /// </summary>
    public static decimal Scaled(decimal number, int multiplier)
    {
        var factor = 1m;
        for (var i = 0; i < multiplier; i++)
            factor *= 10;
        return decimal.Round(number * factor, Math.Max(0, number.Scale - multiplier));
    }

    private static Interval OfMagnitude(Hedge hedge, decimal number, Unit unit, int multiplier)
    {
        var x = Scaled(number, multiplier);
        var isRounded = !unit.IsCount || (multiplier > 0 && number.Scale > 0);
        return hedge switch
        {
            Hedge.None when isRounded => new(Inclusive(x - Half()), Exclusive(x + Half()), BoundBasis.Rounding),
            Hedge.None => new(Inclusive(x), Inclusive(x), BoundBasis.Stated),
            Hedge.AndSome => new(Exclusive(x), Exclusive(x + LastNonZeroDigit(number, multiplier)), BoundBasis.Convention),
            Hedge.Nearly or Hedge.Under => new(Inclusive(x - Shortfall()), Exclusive(x), BoundBasis.Convention),
            Hedge.About => new(Inclusive(x - (AboutWidth * x)), Inclusive(x + (AboutWidth * x)), BoundBasis.Convention),
            Hedge.MoreThan => new(Exclusive(x), null, BoundBasis.Stated),
            Hedge.AtLeast => new(Inclusive(x), null, BoundBasis.Stated),
            Hedge.AtMost => new(null, Inclusive(x), BoundBasis.Stated),
            Hedge.Several => new(Inclusive(2 * x), Exclusive(10 * x), BoundBasis.Convention),
            Hedge.OrderOf => new(Inclusive(x), null, BoundBasis.Convention),
            _ => throw new ArgumentOutOfRangeException(nameof(hedge), hedge, null),
        };

        decimal Half() => LastDigit(number, multiplier) / 2;
        decimal Shortfall() => Math.Min(LastNonZeroDigit(number, multiplier), NearlyWidth * x);
    }

    private static Bound Inclusive(decimal value) => new(WithoutTrailingZeros(value), true);

    private static Bound Exclusive(decimal value) => new(WithoutTrailingZeros(value), false);

    private static decimal Needed(decimal? number) => number ?? throw new ArgumentException("This hedge needs a number.", nameof(number));

    /// <summary>A computed bound has no printed scale: 57.00 and 57 are one bound and read alike.</summary>
    private static decimal WithoutTrailingZeros(decimal value) => value / 1.0000000000000000000000000000m;
}
