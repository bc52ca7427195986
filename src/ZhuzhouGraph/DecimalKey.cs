using System.Globalization;

namespace ZhuzhouGraph;

/// <summary>
/// A text key for decimals: keys compare by code point as the decimals compare by value, and equal values (1.40 and 1.4) have equal keys.
/// </summary>
public static class DecimalKey
{
    /// <summary>The key of what has no number: after all numbers.</summary>
    public const string None = "~";

    /// <summary>The key by which a quantity is ordered: its value, else the lower end of what it can be, else the upper.</summary>
    public static string Of(Quantity quantity) =>
        (quantity.Value ?? quantity.Lower?.Value ?? quantity.Upper?.Value) is { } number ? Of(number) : None;

    /// <summary>
    /// A letter for the sign (n, o, p), two digits for the magnitude, then the significant digits. A negative number has all digits
    /// complemented and ends in a character above them, so that the larger magnitude comes first.
    /// </summary>
    public static string Of(decimal value)
    {
        if (value == 0)
            return "o";
        var printed = Math.Abs(value).ToString(CultureInfo.InvariantCulture);
        var point = printed.IndexOf('.', StringComparison.Ordinal);
        var integerDigits = point < 0 ? printed.Length : point;
        var digits = printed.Replace(".", "", StringComparison.Ordinal);
        var significant = digits.TrimStart('0');
        var magnitude = integerDigits - (digits.Length - significant.Length);
        var key = string.Create(CultureInfo.InvariantCulture, $"{magnitude + 50:D2}{significant.TrimEnd('0')}");
        return value > 0 ? "p" + key : "n" + string.Concat(key.Select(digit => (char)('0' + '9' - digit))) + "~";
    }
}
