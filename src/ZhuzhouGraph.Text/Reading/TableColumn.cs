namespace ZhuzhouGraph.Text.Reading;

/// <summary>What the head of a column says of its cells.</summary>
/// <param name="Unit">Null where neither head nor caption names one.</param>
internal sealed record TableColumn(
    Measure Measure,
    PrintedUnit? Unit,
    int Multiplier,
    ComparisonKind? Comparison,
    TimeToken? Time,
    string Head
)
{
    /// <summary>The head that names its time: its own, or that of another column.</summary>
    public string? TimeHead { get; init; }

    private const string Changes = "涨跌 增减 升降 变化 变动 差额 增加 减少";
    private const string Rates = "增速 增长 增幅 涨幅 降幅 跌幅 同比 环比 涨跌幅 变动率 变化率";
    private const string Shares = "占比 比重 份额 占全 率";
    private const string Ranks = "排名 名次 位次 排序";

    /// <param name="caption">The unit that the caption names for the whole table.</param>
    public static TableColumn Of(string head, (PrintedUnit Unit, int Multiplier)? caption, TimeScanner times)
    {
        var plain = Glyphs.Plain(head);
        var own = UnitIn(plain) ?? caption;
        var isPercent = own?.Unit.Kind is UnitKind.Percent || plain.Contains('%');
        var measure =
            Has(plain, Ranks) ? Measure.Rank
            : Has(plain, Changes) && !isPercent && !plain.Contains('幅') && !plain.Contains('率') ? Measure.Change
            : Has(plain, Rates) ? Measure.RateOfChange
            : Has(plain, Shares) || isPercent ? Measure.Share
            : Measure.Level;
        ComparisonKind? comparison =
            measure is not (Measure.Change or Measure.RateOfChange) ? null
            : plain.Contains("环比") || plain.Contains('昨') || plain.Contains('日') || plain.Contains("上月") ? ComparisonKind.OnPrevious
            : plain.Contains('周') || plain.Contains("年初") || plain.Contains("年末") ? ComparisonKind.BasePeriod
            : ComparisonKind.YearOnYear;
        var unit = measure switch
        {
            Measure.Rank => (PrintedUnits.At("位", 0, out _)!, 0),
            Measure.RateOfChange or Measure.Share => (PrintedUnits.At("%", 0, out _)!, 0),
            _ => own,
        };
        return new(measure, unit?.Item1, unit?.Item2 ?? 0, comparison, measure is Measure.Change ? null : TimeIn(plain, times), head);
    }

    /// <summary>(亿元), 单位：元/公斤, or a head that is only a unit.</summary>
    public static (PrintedUnit Unit, int Multiplier)? UnitIn(string plain)
    {
        for (var at = 0; at < plain.Length; at++)
        {
            var isMark = plain[at] == '(' || (plain[at] == ':' && at >= 2 && plain[at - 1] == '位');
            if (!isMark)
                continue;
            var from = Glyphs.SkipBlanks(plain, at + 1);
            var multiplier = 0;
            while (from < plain.Length && Numerals.LargeOf(plain[from]) is 4 or 8)
                multiplier += Numerals.LargeOf(plain[from++]);
            if (from < plain.Length && PrintedUnits.At(plain, from, out var end) is { } unit && IsEnd(plain, end))
                return (unit, multiplier);
        }
        return null;
    }

    private static bool IsEnd(string plain, int end) =>
        end >= plain.Length || plain[end] is ')' or ' ' or ',' or '、' or '\t' or ';' or '。';

    /// <summary>The time that a head names; behind 较 and 比 it is a base.</summary>
    private static TimeToken? TimeIn(string plain, TimeScanner times)
    {
        for (var at = 0; at < plain.Length; at++)
        {
            if (times.TryRead(at, out var time) && time.Role is TimeRole.Period)
                return at > 0 && plain[at - 1] is '较' or '比' ? null : time;
        }
        return null;
    }

    private static bool Has(string plain, string words) =>
        Array.Exists(words.Split(' '), word => plain.Contains(word, StringComparison.Ordinal));
}
