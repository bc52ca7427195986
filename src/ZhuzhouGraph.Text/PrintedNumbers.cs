using System.Globalization;
using System.Text.RegularExpressions;

namespace ZhuzhouGraph.Text;

/// <summary>The numbers of a figure's words, as far as seeds need them for a check.</summary>
public static partial class PrintedNumbers
{
    private const decimal Largest = 1e16m;

    /// <summary>
    /// The numbers of a folded figure, without sign: 1.4万 is 14000, 首 is 1, 一半 is 50 and 0.5. Empty where the figure has forms
    /// that are not read: 三成, 两年半, 三分之一.
    /// </summary>
    public static IReadOnlyList<decimal> In(string folded)
    {
        var words = folded.Replace("百分之", "", StringComparison.Ordinal);
        if (UnreadForm().IsMatch(words))
            return [];
        if (HalfForm().IsMatch(words))
            return [50, 0.5m];
        var numbers = Form().Matches(words).Select(match => Value(match.Value)).ToList();
        if (FirstForm().IsMatch(words))
            numbers.Add(1);
        return numbers.Exists(number => number is null) ? [] : [.. numbers.OfType<decimal>()];
    }

    private static decimal? Value(string word)
    {
        var digits = word.TrimEnd('十', '百', '千', '万', '亿');
        if (digits.Length == 0 || !char.IsAsciiDigit(digits[0]))
            return ChineseValue(word);
        if (digits.Length > 16)
            return null;
        var value = decimal.Parse(digits.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        foreach (var multiplier in word[digits.Length..])
        {
            value = Hedges.Scaled(value, Exponent(multiplier));
            if (value > Largest)
                return null;
        }
        return value;
    }

    /// <summary>三千九百六十五, 一万五千亿; digits alone stand by place, as in 二〇二三.</summary>
    private static decimal? ChineseValue(string word)
    {
        decimal total = 0,
            section = 0;
        decimal? digit = null;
        var lastExponent = int.MaxValue;
        foreach (var c in word)
        {
            if (DigitOf(c) is { } next)
            {
                digit = (digit * 10 ?? 0) + next;
            }
            else if (c is '十' or '百' or '千')
            {
                section += Hedges.Scaled(digit ?? 1, Exponent(c));
                digit = null;
            }
            else
            {
                var exponent = Exponent(c);
                section += digit ?? 0;
                digit = null;
                if (exponent > lastExponent || total == 0)
                    total = Hedges.Scaled(Math.Max(total + section, 1), exponent);
                else
                    total += Hedges.Scaled(section, exponent);
                section = 0;
                lastExponent = exponent;
            }
            if (total > Largest || section > Largest || digit > Largest)
                return null;
        }
        return total + section + (digit ?? 0);
    }

    private static int? DigitOf(char c) =>
        c switch
        {
            '两' => 2,
            '零' => 0,
            _ => "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is var digit and >= 0 ? digit : null,
        };

    private static int Exponent(char c) =>
        c switch
        {
            '十' => 1,
            '百' => 2,
            '千' => 3,
            '万' => 4,
            _ => 8,
        };

    /// <summary>The 千 of 千瓦, 千克 and 千米 belongs to the unit: 12亿千瓦时.</summary>
    [GeneratedRegex(
        "[0-9]+(,[0-9]{3})*(\\.[0-9]+)?([十百万亿]|千(?![瓦克米伏卡]))*|[〇零一二两三四五六七八九十百千万亿]+",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Form();

    [GeneratedRegex("首(?![席都府先要])", RegexOptions.CultureInvariant)]
    private static partial Regex FirstForm();

    [GeneratedRegex("^[^0-9]*(一半|过半|半数)[^0-9]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex HalfForm();

    /// <summary>Parts, 成, 折, 番, halves beside other numbers, and 七八.</summary>
    [GeneratedRegex(
        "分之|[一二三四五六七八九十0-9][成折番]|(?<![一过])半(?!数)|[0-9].*半|半.*[0-9]|[二三四五六七八][三四五六七八九](?![〇零一二三四五六七八九])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex UnreadForm();
}
