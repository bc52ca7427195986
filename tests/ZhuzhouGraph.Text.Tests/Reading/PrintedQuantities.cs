using System.Globalization;
using CsCheck;

namespace ZhuzhouGraph.Text.Tests.Reading;

/// <summary>A quantity with the words that a paper may print for it.</summary>
internal sealed record PrintedQuantity(string Text, decimal Number, string Unit, Hedge Hedge);

/// <summary>Prints quantities in the notations of papers: digits of both widths, with 万 and 亿, and in Chinese.</summary>
internal static class PrintedQuantities
{
    private static readonly (string Before, string After, Hedge Hedge)[] Hedges =
    [
        ("", "", Hedge.None),
        ("约", "", Hedge.About),
        ("近", "", Hedge.Nearly),
        ("超过", "", Hedge.MoreThan),
        ("不足", "", Hedge.Under),
        ("至少", "", Hedge.AtLeast),
        ("", "以上", Hedge.AtLeast),
        ("", "左右", Hedge.About),
        ("", "以下", Hedge.AtMost),
    ];

    private static readonly string[] Units = ["家", "元", "吨", "人次", "平方米", "标箱", "千瓦时", "元/公斤", "亩", "美元"];

    public static readonly Gen<PrintedQuantity> All = Gen.Select(
        Gen.Long[2, 99_999_999_999],
        Gen.Int[0, Units.Length - 1].Select(at => Units[at]),
        Gen.Int[0, Hedges.Length - 1].Select(at => Hedges[at]),
        Gen.Int[0, 3],
        (number, unit, hedge, notation) =>
        {
            var (words, value) = Words(number, notation);
            return new PrintedQuantity($"共有{hedge.Before}{words}{unit}{hedge.After}。", value, unit, hedge.Hedge);
        }
    );

    private static (string Words, decimal Value) Words(long number, int notation) =>
        notation switch
        {
            0 => (number.ToString(CultureInfo.InvariantCulture), number),
            1 => (number.ToString("#,0", CultureInfo.InvariantCulture), number),
            2 => ($"{FullWidth(number % 100_000)}.5万", ((number % 100_000) + 0.5m) * 10_000),
            _ => (Chinese(number), number),
        };

    private static string FullWidth(long number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit + '０' - '0')));

    private static string Chinese(long number)
    {
        var words = "";
        foreach (var (scale, name) in new[] { (100_000_000L, "亿"), (10_000L, "万"), (1L, "") })
        {
            var section = number / scale;
            number %= scale;
            if (section == 0)
                continue;
            words += (words.Length > 0 && section < 1000 ? "零" : "") + Section(section) + name;
        }
        return words;
    }

    private static string Section(long number)
    {
        var words = "";
        var isZero = false;
        foreach (var (scale, name) in new[] { (1000L, "千"), (100L, "百"), (10L, "十"), (1L, "") })
        {
            var digit = (int)(number / scale);
            number %= scale;
            if (digit == 0)
            {
                isZero = words.Length > 0;
                continue;
            }
            words += (isZero ? "零" : "") + "零一二三四五六七八九"[digit] + name;
            isZero = false;
        }
        return words;
    }
}
