using System.Globalization;
using System.Text.RegularExpressions;

namespace ZhuzhouGraph.Text;

/// <summary>
/// Compares a quantity with the words of its figure. Print has more forms than are known here, so what is not understood is not judged.
/// </summary>
public static partial class QuantityReader
{
    private const string Numeral = "(?>[0-9][0-9.,]*[十百千万亿]*|[〇零一二两三四五六七八九十百千万亿半]+)";
    private const string RangeUnit = "(%|℃|微米|公里|公斤|标箱|小时|个?百分点|个月|[家项个条种次人吨米年天倍元级位])?";
    private const string SomeUnit = "(年|倍|天|小时|个|公里|公斤|米|吨|万元|亿元)";

    /// <summary>Where a hedge word certainly hedges a number.</summary>
    private static readonly IReadOnlyList<(Hedge Hedge, Regex Form)> HedgeForms =
    [
        (Hedge.About, AboutForm()),
        (Hedge.Nearly, NearlyForm()),
        (Hedge.AndSome, AndSomeForm()),
        (Hedge.MoreThan, MoreThanForm()),
        (Hedge.AtLeast, AtLeastForm()),
        (Hedge.Under, UnderForm()),
        (Hedge.AtMost, AtMostForm()),
        (Hedge.Range, RangeForm()),
        (Hedge.Several, SeveralForm()),
        (Hedge.OrderOf, OrderOfForm()),
        (Hedge.Teens, TeensForm()),
        (Hedge.Vague, VagueForm()),
    ];

    /// <summary>
    /// The hedge that the figure prints, where it is not the one given, or a hedge that no word of the figure bears out; null where
    /// they agree or nothing can be said.
    /// </summary>
    public static string? HedgeContradiction(string figure, Hedge hedge)
    {
        var folded = Folding.Fold(figure);
        var printed = HedgeForms.Where(h => h.Form.IsMatch(folded)).Select(h => (h.Hedge, Words: h.Form.Match(folded).Value)).ToList();
        if (printed.Exists(p => p.Hedge == hedge))
            return null;
        if (printed.Count > 0)
            return $"'{printed[0].Words}' is printed, which is {Name(printed[0].Hedge)}; found {Name(hedge)}";
        return BearsOut(folded, hedge) ? null : $"no word of '{figure}' means {Name(hedge)}";
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
    /// What a printed number may be as a value of the measure: 增长2.4倍 is growth of 240 %, 增长到2.4倍 of 140 %; 7—8万 means 7万.
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

    /// <summary>True where any word can mean the hedge, even one that need not.</summary>
    private static bool BearsOut(string folded, Hedge hedge)
    {
        var words = hedge switch
        {
            Hedge.About => "约|左右|上下|大概|前后",
            Hedge.Nearly => "近|逼",
            Hedge.AndSome => "余|多|几",
            Hedge.MoreThan => "超|逾|破|过|高于|多于|大于",
            Hedge.AtLeast => "以上|至少|不少于|不低于|最少|起",
            Hedge.Under => "不足|不到|不满|未满|低于|少于",
            Hedge.AtMost => "至多|最多|不超过|不高于|不多于|不大于|以下|以内|之内",
            Hedge.Range => "至|到|-|~|,|[一二三四五六七八九]{2}",
            Hedge.Several => "数|几",
            Hedge.OrderOf => "上|成|百|千|万",
            Hedge.Teens => "十|10",
            Hedge.Vague => "^[^0-9]*$",
            _ => "",
        };
        return Regex.IsMatch(folded, words, RegexOptions.CultureInvariant);
    }

    [GeneratedRegex($"(?<![节公条预违合签])约{Numeral}|{Numeral}[^0-9]{{0,4}}(左右|上下)", RegexOptions.ExplicitCapture)]
    private static partial Regex AboutForm();

    /// <summary>近3年 may be the last three years.</summary>
    [GeneratedRegex($"(?<![附最靠])近{Numeral}(?!年|个?月|天|日|周|小时|届|期)", RegexOptions.ExplicitCapture)]
    private static partial Regex NearlyForm();

    [GeneratedRegex($"(?!十[余多几来]){Numeral}([余多几]|{SomeUnit}(余|多(?![次项家种个])))", RegexOptions.ExplicitCapture)]
    private static partial Regex AndSomeForm();

    /// <summary>突破三项技术 breaks through, and exceeds nothing.</summary>
    [GeneratedRegex(
        $"(?<!不)(超过|高于|多于|大于){Numeral}|(?<![不赶])超{Numeral}|逾{Numeral}|突破{Numeral}(?![余多]?[项个大种道条])|(?<!不)过半",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex MoreThanForm();

    /// <summary>省级以上 and 三级以上 are tiers.</summary>
    [GeneratedRegex($"{Numeral}(?![级星])[^0-9及]{{0,4}}以上|(至少|不少于|不低于|最少){Numeral}", RegexOptions.ExplicitCapture)]
    private static partial Regex AtLeastForm();

    [GeneratedRegex($"(不足|不到|(?<!不)(低于|少于)){Numeral}", RegexOptions.ExplicitCapture)]
    private static partial Regex UnderForm();

    [GeneratedRegex(
        $"(至多|最多|不超过|不超|不高于|不多于|不大于){Numeral}|{Numeral}(?![级星])[^0-9]{{0,4}}(以下|以内|之内)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex AtMostForm();

    /// <summary>从5家到58家 is a change, and 5月18日至20日 a date.</summary>
    [GeneratedRegex(
        $"(?<![从由自0-9.]){Numeral}{RangeUnit}([至到~]|-{{1,2}})(零下)?-?{Numeral}(?![月日A-Za-z])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex RangeForm();

    [GeneratedRegex("(?<![十百千万人总次0-9])[数几][十百千万亿]", RegexOptions.ExplicitCapture)]
    private static partial Regex SeveralForm();

    [GeneratedRegex("(?<!以)上[百千万亿]", RegexOptions.ExplicitCapture)]
    private static partial Regex OrderOfForm();

    [GeneratedRegex("(?<![〇零一二两三四五六七八九百千万亿0-9几数])十[余多几来]|(?<![0-9.,])10[余多几]", RegexOptions.ExplicitCapture)]
    private static partial Regex TeensForm();

    [GeneratedRegex("^[^0-9]*(前列|若干|众多)[^0-9]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex VagueForm();

    [GeneratedRegex("下降|压缩|压减|减少|缩短|降低|下滑|回落|负增长", RegexOptions.CultureInvariant)]
    private static partial Regex LessForm();

    [GeneratedRegex("(?<!负)增长|增加|提高|提升|上升|上涨", RegexOptions.CultureInvariant)]
    private static partial Regex MoreForm();
}
