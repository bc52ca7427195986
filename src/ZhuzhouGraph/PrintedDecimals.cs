using System.Globalization;
using System.Text.RegularExpressions;

namespace ZhuzhouGraph;

/// <summary>How exactly a figure is printed: the digits behind the point of the number that its words print for it.</summary>
public static partial class PrintedDecimals
{
    /// <summary>
    /// 152.3万吨 has 1, 58家 has 0, and so has 五十八家 none: null where no digit is printed. Of a range, and of a number that is printed
    /// several times, the most. Words may print other numbers beside it (9月152.3万吨): that one counts which has the digits of the value,
    /// or of an end where there is no value, wherever its point is; where none has, the last.
    /// </summary>
    public static int? Of(Observation figure)
    {
        var printed = Number().Matches(Folding.Fold(figure.Figure)).ToList();
        if (printed.Count == 0)
            return null;
        var quantity = figure.Quantity;
        HashSet<string> wanted =
        [
            .. (quantity.Value is { } value ? [value] : new[] { quantity.Lower?.Value, quantity.Upper?.Value }.OfType<decimal>()).Select(
                DigitsOf
            ),
        ];
        var meant = printed.Where(number => wanted.Contains(DigitsOf(number.Value))).ToList();
        return (meant.Count > 0 ? meant : printed[^1..]).Max(number => number.Groups["decimals"].Length);
    }

    private static string DigitsOf(decimal number) => DigitsOf(Math.Abs(number).ToString(CultureInfo.InvariantCulture));

    /// <summary>The digits alone, from the first to the last that is not zero.</summary>
    private static string DigitsOf(string number) => string.Concat(number.Where(char.IsAsciiDigit)).Trim('0');

    [GeneratedRegex("[0-9]+(,[0-9]{3})*([.](?<decimals>[0-9]+))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
