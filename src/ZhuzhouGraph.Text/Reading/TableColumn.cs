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
    /// <summary>The words of its time, from its own head or that of another column.</summary>
    public string? TimeWords { get; init; }

    /// <summary>The time stands in the head of another column.</summary>
    public bool IsTimeBorrowed { get; init; }

    /// <summary>Its own head names the unit, and not the caption of the table.</summary>
    public bool HasOwnUnit { get; init; }

    /// <summary>The head names what is compared with; else it is the year before, by the usage of statistics.</summary>
    public bool IsComparisonStated { get; init; }

    /// <summary>1—4月, 累计: its figures add up from a start.</summary>
    public bool IsCumulative => Time?.IsCumulative is true || Head.Contains("累计", StringComparison.Ordinal);

    /// <summary>The cells of such a column name the units of their rows.</summary>
    public bool IsOfUnits => Head.Trim() is "单位" or "计量单位";

    /// <summary>序号, 编号: its numbers count nothing.</summary>
    public bool IsOfNumbers => Head.Contains("序号", StringComparison.Ordinal) || Head.Contains("编号", StringComparison.Ordinal);

    private const string StatedBases = "同比 环比 上年 去年 同期 昨 上月 上日 上周 年初 年末";

    private const string Changes = "涨跌 增减 升降 变化 变动 差额 增加 减少";
    private const string Rates = "增速 增长 增幅 涨幅 降幅 跌幅 同比 环比 涨跌幅 变动率 变化率";
    private const string Shares = "占比 比重 份额 占全 率";
    private const string Ranks = "排名 名次 位次 排序";

    /// <param name="caption">The unit that the caption names for the whole table.</param>
    public static TableColumn Of(string head, (PrintedUnit Unit, int Multiplier)? caption, TimeScanner times)
    {
        var plain = Glyphs.Plain(head);
        var inHead = UnitIn(plain);
        var own = inHead ?? caption;
        var isPercent = own?.Unit.Kind is UnitKind.Percent || plain.Contains('%');
        var measure =
            Has(plain, Ranks) ? Measure.Rank
            : inHead?.Unit.Kind is UnitKind.Points ? Measure.Points
            : Has(plain, Changes)
                ? isPercent || plain.Contains('幅') || plain.Contains('率') ? Measure.RateOfChange
                    : Measure.Change
            : Has(plain, Rates) ? Measure.RateOfChange
            : Has(plain, Shares) || isPercent ? Measure.Share
            : Measure.Level;
        ComparisonKind? comparison =
            measure is not (Measure.Change or Measure.RateOfChange or Measure.Points) ? null
            : plain.Contains("环比") || plain.Contains('昨') || plain.Contains('日') || plain.Contains("上月") ? ComparisonKind.OnPrevious
            : plain.Contains('周') || plain.Contains("年初") || plain.Contains("年末") ? ComparisonKind.BasePeriod
            : ComparisonKind.YearOnYear;
        var unit = measure switch
        {
            Measure.Rank => (PrintedUnits.At("位", 0, out _)!, 0),
            Measure.RateOfChange or Measure.Share => (PrintedUnits.At("%", 0, out _)!, 0),
            _ => own,
        };
        var time = measure is Measure.Change ? null : TimeIn(plain, times);
        return new(measure, unit?.Item1, unit?.Item2 ?? 0, comparison, time, head)
        {
            TimeWords = time is null ? null : head[time.Start..time.End],
            HasOwnUnit = inHead is not null || measure is Measure.Rank or Measure.RateOfChange or Measure.Share,
            IsComparisonStated = Has(plain, StatedBases),
        };
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

    /// <summary>Whether the head names a part of a whole.</summary>
    public static bool SaysShare(string head) => Has(Glyphs.Plain(head), Shares);

    private static bool Has(string plain, string words) =>
        Array.Exists(words.Split(' '), word => plain.Contains(word, StringComparison.Ordinal));
}
