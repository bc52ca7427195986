using System.Globalization;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>A figure's number and unit as a seed writes them.</summary>
internal static class DraftQuantity
{
    /// <summary>The measure to write, and its number and unit; null where no unit is declared for the printed word.</summary>
    public static (Measure Measure, string? Written) Of(ReadFigure read)
    {
        // 增长2.4倍 adds 240 % of the base.
        if (read is { Rule: FigureRule.GrowByTimes, Factor: { } factor })
            return (Measure.RateOfChange, $"{Text((factor - 1) * 100)} %");
        var written = read.Measure switch
        {
            Measure.Multiple when read.Factor is { } times => $"{Text(times)} 倍",
            Measure.Rank => Numbered(read, "位"),
            Measure.RateOfChange or Measure.Share when read.UnitCode == "%" => Numbered(read, "%"),
            Measure.Points when read.UnitCode == "pp" => Numbered(read, "百分点"),
            Measure.Level or Measure.Change or Measure.Ordinal when UnitOf(read) is { } unit => Numbered(read, unit),
            _ => null,
        };
        return (read.Measure, written);
    }

    /// <summary>The printed word, where it is one of a declared unit; else the word of the unit that it stands for.</summary>
    private static string? UnitOf(ReadFigure read) => Units.Find(read.Unit) is not null ? read.Unit : read.DeclaredUnit?.Chinese;

    private static string Numbered(ReadFigure read, string unit)
    {
        if (read.Hedge is Hedge.Teens or Hedge.Vague)
            return unit;
        var number = Number(read.Number, read);
        return read.To is { } to ? $"{number}..{Number(to, read)} {unit}" : $"{number} {unit}";
    }

    /// <summary>With the multiplier that is printed, and its trailing zeros: they say how far it is rounded.</summary>
    private static string Number(decimal number, ReadFigure read)
    {
        var (divisor, word) = read.Multiplier switch
        {
            12 => (1_000_000_000_000m, "万亿"),
            8 => (100_000_000m, "亿"),
            4 => (10_000m, "万"),
            _ => (1m, ""),
        };
        var value = number / divisor;
        var digits = new string([.. read.Printed.TakeWhile(c => char.IsAsciiDigit(c) || c == '.')]);
        var isPrinted = decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var printed);
        return isPrinted && digits[0] != '.' && digits[^1] != '.' && printed == Math.Abs(value)
            ? $"{(value < 0 ? "-" : "")}{digits}{word}"
            : $"{Text(value)}{word}";
    }

    private static string Text(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
