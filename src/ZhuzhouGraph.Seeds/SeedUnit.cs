using System.Globalization;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds;

/// <summary>The unit of a column, with the multiplier that is printed before it: 亿元, 万吨, 元/公斤.</summary>
internal sealed record SeedUnit(int Multiplier, string Word)
{
    private static readonly (string Word, int Exponent)[] Multipliers =
    [
        ("万亿", 12),
        ("千万", 7),
        ("百万", 6),
        ("亿", 8),
        ("万", 4),
        ("千", 3),
        ("百", 2),
    ];

    public static SeedUnit Of(string text)
    {
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        if (Units.Find(plain) is not null)
            return new(0, plain);
        foreach (var (word, exponent) in Multipliers)
        {
            if (plain.StartsWith(word, StringComparison.Ordinal) && Units.Find(plain[word.Length..]) is not null)
                return new(exponent, plain[word.Length..]);
        }
        return new(0, plain);
    }

    /// <summary>The unit that a measure always has; null for one whose unit is the indicator's.</summary>
    public static string? Of(Measure measure) =>
        measure switch
        {
            Measure.RateOfChange or Measure.Share => "%",
            Measure.Points => "百分点",
            Measure.Rank => "位",
            Measure.Multiple => "倍",
            _ => null,
        };

    /// <summary>A printed number as seeds write it, such as 123.4亿 元: with the multiplier of its cell, else of the unit.</summary>
    public string Quantity(CellNumber number)
    {
        var exponent = number.Multiplier > 0 ? number.Multiplier : Multiplier;
        var word = Multipliers.FirstOrDefault(x => x.Exponent == exponent && x.Word is "万亿" or "亿" or "万").Word;
        return exponent == 0 || word is not null
            ? $"{number.Digits}{word} {Word}"
            : string.Create(CultureInfo.InvariantCulture, $"{Scaled(number.Digits, exponent):0.######} {Word}");
    }

    private static decimal Scaled(string digits, int exponent) =>
        Hedges.Scaled(
            decimal.Parse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
            exponent
        );
}
