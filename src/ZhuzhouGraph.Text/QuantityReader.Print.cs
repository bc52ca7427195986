using System.Globalization;
using System.Text.RegularExpressions;

namespace ZhuzhouGraph.Text;

/// <summary>
/// Compares a quantity with the words of its figure. Print has more forms than are known here, so what is not understood is not judged.
/// </summary>
public static partial class QuantityReader
{
    /// <summary>
    /// The hedge that the figure prints, where it is not the one given, or a hedge that no word of the figure bears out; null where
    /// they agree or nothing can be said.
    /// </summary>
    public static string? HedgeContradiction(string figure, Hedge hedge)
    {
        var folded = Folding.Fold(figure);
        var printed = HedgeWords.In(folded).ToList();
        if (printed.Exists(p => p.Hedge == hedge))
            return null;
        if (printed.Count > 0)
            return $"'{printed[0].Printed}' is printed, which is {Name(printed[0].Hedge)}; found {Name(hedge)}";
        return HedgeWords.CanMean(folded, hedge) ? null : $"no word of '{figure}' means {Name(hedge)}";
    }

    /// <summary>A printed number or direction that the quantity does not have; null where they agree or nothing can be said.</summary>
    public static string? ValueContradiction(string figure, Quantity quantity, Measure measure)
    {
        var folded = Folding.Fold(figure);
        if (
            measure is Measure.RateOfChange or Measure.Change or Measure.Points
            && quantity.Value is { } change
            && IsAgainst(folded, change)
        )
            return $"'{figure}' says {(change > 0 ? "less" : "more")}, found {(change > 0 ? "a positive" : "a negative")} number";
        var printed = PrintedNumbers.In(folded);
        if (printed.Count == 0)
            return null;
        var wanted = quantity switch
        {
            { Value: { } value } => [value],
            { Hedge: Hedge.Range, Lower: { } lower, Upper: { } upper } => [lower.Value, upper.Value],
            { Hedge: Hedge.Several, Lower: { } twice } => [twice.Value / 2],
            { Hedge: Hedge.OrderOf, Lower: { } order } => [order.Value],
            { Hedge: Hedge.Teens } => [10],
            _ => (IReadOnlyList<decimal>)[],
        };
        var readings = printed.SelectMany(number => Readings(number, folded, quantity, measure)).ToHashSet();
        var missing = wanted.Where(number => !readings.Contains(Math.Abs(number))).ToList();
        return missing.Count == 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"'{figure}' prints {string.Join(" and ", printed)}, found {missing[0]}");
    }

    /// <summary>
    /// What a printed number may be as a value of the measure: 增长2.4倍 is growth of 240 %, 增长到2.4倍 of 140 %; 7—8万 means 7万,
    /// 翻两番 four times.
    /// </summary>
    private static IEnumerable<decimal> Readings(decimal printed, string folded, Quantity quantity, Measure measure)
    {
        yield return printed;
        if (quantity.Hedge == Hedge.Range && quantity.UnitMultiplier > 0 && printed < 1000)
            yield return Hedges.Scaled(printed, quantity.UnitMultiplier);
        if (measure == Measure.RateOfChange && folded.Contains('倍', StringComparison.Ordinal))
        {
            yield return printed * 100;
            yield return (printed - 1) * 100;
        }
        if (
            measure == Measure.RateOfChange
            && (folded.Contains('至', StringComparison.Ordinal) || folded.Contains('到', StringComparison.Ordinal))
        )
            yield return Math.Abs(100 - printed);
        if (measure == Measure.Multiple && folded.Contains('番', StringComparison.Ordinal) && printed is > 0 and < 20)
            yield return 1L << (int)printed;
        if (measure == Measure.Multiple && folded.Contains('%', StringComparison.Ordinal))
        {
            yield return printed / 100;
            yield return 1 + (printed / 100);
        }
    }

    private static bool IsAgainst(string folded, decimal change)
    {
        var saysLess = LessForm().IsMatch(folded);
        var saysMore = MoreForm().IsMatch(folded);
        return saysLess != saysMore && (saysLess ? change > 0 : change < 0);
    }

    [GeneratedRegex("下降|压缩|压减|减少|缩短|降低|下滑|回落|负增长", RegexOptions.CultureInvariant)]
    private static partial Regex LessForm();

    [GeneratedRegex("(?<!负)增长|增加|提高|提升|上升|上涨", RegexOptions.CultureInvariant)]
    private static partial Regex MoreForm();
}
