using System.Text.RegularExpressions;

namespace ZhuzhouGraph.Text;

/// <summary>The rules by which words of change become a measure and a number.</summary>
public enum ChangeRule
{
    /// <summary>增长2倍: growth by two times, which leaves three times the base.</summary>
    GrowByTimes,

    /// <summary>增长到2倍, 是去年的2倍: growth to two times the base.</summary>
    GrowToTimes,

    /// <summary>翻两番: doubled twice, four times the base.</summary>
    Double,

    /// <summary>增长240%.</summary>
    GrowByPercent,

    /// <summary>压缩30%: 70 % are left.</summary>
    ShrinkByPercent,

    /// <summary>提高5个百分点: added to a percentage, never multiplied with it.</summary>
    GrowByPoints,

    /// <summary>下降5个百分点.</summary>
    ShrinkByPoints,
}

/// <summary>What printed words of change say.</summary>
/// <param name="Number">Of a rate of change in per cent, of a multiple in times, of points in points; a decrease is negative.</param>
public sealed record ChangeReading(ChangeRule Rule, Measure Measure, decimal Number);

/// <summary>Reads words of change, such as 增长2倍, as far as their rule is certain.</summary>
public static partial class ChangeWords
{
    private static readonly Unit Percent = Units.Find("%")!,
        Fold = Units.Find("times")!;

    /// <summary>2 to this power is more than any paper prints.</summary>
    private const int MostDoublings = 20;

    private const string Up = "(增长|增加|提高|上升|提升|扩大|上涨|增)",
        Down = "(下降|减少|压缩|降低|缩短|收窄|下跌|减|降)",
        Number = "(约|近|超过?|逾|突破|将近|接近)?(?<number>[0-9]+([.][0-9]+)?|[零〇一二两三四五六七八九十百千万]+)";

    /// <summary>What the words say; null where they say no change, or more than one.</summary>
    /// <param name="figure">The figure as printed.</param>
    public static ChangeReading? Read(string figure)
    {
        var words = Folding.Fold(figure);
        var read = new (ChangeRule Rule, Measure Measure, MatchCollection Matches, Func<decimal, decimal> Value)[]
        {
            (ChangeRule.Double, Measure.Multiple, Doubling().Matches(words), number => Power(number)),
            (ChangeRule.GrowToTimes, Measure.Multiple, ToTimes().Matches(words), number => number),
            (ChangeRule.GrowByTimes, Measure.RateOfChange, ByTimes().Matches(words), number => number * 100),
            (ChangeRule.GrowByPercent, Measure.RateOfChange, UpByPercent().Matches(words), number => number),
            (ChangeRule.ShrinkByPercent, Measure.RateOfChange, DownByPercent().Matches(words), number => -number),
            (ChangeRule.GrowByPoints, Measure.Points, UpByPoints().Matches(words), number => number),
            (ChangeRule.ShrinkByPoints, Measure.Points, DownByPoints().Matches(words), number => -number),
        };
        return
            read.SelectMany(rule => rule.Matches.Select(match => (rule.Rule, rule.Measure, rule.Value, Number: NumberOf(match)))).ToList()
                is [{ Number: { } number } only]
            ? new(only.Rule, only.Measure, only.Value(number))
            : null;
    }

    /// <summary>The rule by which a figure's words say what it is recorded as; null where no rule reads them so.</summary>
    public static ChangeRule? RuleOf(Observation figure) =>
        Read(figure.Figure) is { } read
        && read.Measure == figure.Measure
        && figure.Quantity.In(
            read.Measure is Measure.Multiple ? Fold
            : read.Measure is Measure.RateOfChange ? Percent
            : figure.Quantity.Unit
        )
            is { Value: { } value }
        && value == read.Number
            ? read.Rule
            : null;

    private static decimal Power(decimal number) => number is >= 0 and <= MostDoublings ? 1L << (int)number : 0;

    /// <summary>翻番 alone is once.</summary>
    private static decimal? NumberOf(Match match) =>
        match.Groups["number"] is { Success: true } printed ? (PrintedNumbers.In(printed.Value) is [var number] ? number : null) : 1;

    [GeneratedRegex($"翻了?({Number})?番", RegexOptions.ExplicitCapture)]
    private static partial Regex Doubling();

    [GeneratedRegex($"({Up}了?(到|至|为|成)(原来的|原先的)?|(是|为|达到?|相当于)[^0-9，,]*的){Number}倍", RegexOptions.ExplicitCapture)]
    private static partial Regex ToTimes();

    [GeneratedRegex($"{Up}了?{Number}倍", RegexOptions.ExplicitCapture)]
    private static partial Regex ByTimes();

    [GeneratedRegex($"{Up}了?{Number}%", RegexOptions.ExplicitCapture)]
    private static partial Regex UpByPercent();

    [GeneratedRegex($"{Down}了?{Number}%", RegexOptions.ExplicitCapture)]
    private static partial Regex DownByPercent();

    [GeneratedRegex($"{Up}了?{Number}个?百分点", RegexOptions.ExplicitCapture)]
    private static partial Regex UpByPoints();

    [GeneratedRegex($"{Down}了?{Number}个?百分点", RegexOptions.ExplicitCapture)]
    private static partial Regex DownByPoints();
}
