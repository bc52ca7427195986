using NodaTime;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>Finds the base of a comparison in the words before a figure.</summary>
internal static class ComparisonRules
{
    private const int LongestBase = 20;

    private static readonly string[] BeforeWords =
    [
        "之前",
        "以前",
        "过去",
        "原来",
        "原先",
        "此前",
        "以往",
        "往常",
        "传统",
        "改造前",
        "改革前",
        "疫情前",
        "前期",
    ];

    private static readonly string[] PriceBases = ["不变价", "可比价", "价格", "为基期", "为基数", "为基准", "=100"];

    private static readonly string[] PlanWords = ["计划", "预期", "目标", "预算", "合同"];

    /// <summary>Whether the time at that token is the base of a comparison, and no period of figures.</summary>
    public static bool IsBase(string plain, List<Token> tokens, int index)
    {
        var token = tokens[index];
        if (IsBehindThan(plain, tokens, index))
            return true;
        // 比6月末和3月末.
        if (index > 0 && tokens[index - 1].Kind is TokenKind.Time && token.Start - tokens[index - 1].End == 1)
            return plain[token.Start - 1] is '和' or '与' or '、' && IsBehindThan(plain, tokens, index - 1);
        // 按2020年不变价, 以2015年为基期.
        if (Array.Exists(PriceBases, word => QuantityScanner.IsAt(plain, token.End, word)))
            return true;
        // 是2010年的3倍.
        return QuantityScanner.CharAt(plain, token.End) == '的'
            && index + 1 < tokens.Count
            && tokens[index + 1] is { Kind: TokenKind.Quantity, Quantity.Unit.Kind: UnitKind.Times } times
            && times.Start - token.End <= 3;
    }

    private static bool IsBehindThan(string plain, List<Token> tokens, int index) =>
        index > 0
        && tokens[index - 1].Is(CueKind.Than)
        && tokens[index - 1].End == tokens[index].Start
        && (plain[tokens[index - 1].Start] is '比' or '较' || IsCompared(tokens, index));

    /// <summary>What is said between the figure and the figure or stop before it; null where nothing is.</summary>
    public static ReadComparison? Stated(string plain, string line, List<Token> tokens, int index, LocalDate print)
    {
        var isSameClause = true;
        for (var at = index - 1; at >= 0; at--)
        {
            var token = tokens[at];
            if (token.Kind is TokenKind.Stop or TokenKind.Quantity)
                return null;
            if (token.Kind is TokenKind.Comma)
                isSameClause = false;
            if (token.Is(CueKind.Comparison))
                return new(token.Cue.Comparison, line[token.Start..token.End]);
            if (token.Kind is TokenKind.Time && IsBase(plain, tokens, at))
                return OfTime(line, token, print);
            if (token.Is(CueKind.Compared) && token.Start > 0)
            {
                if (at > 0 && tokens[at - 1].Kind is TokenKind.Time)
                    return OfTime(line, tokens[at - 1], print);
            }
            if (token.Is(CueKind.Than) && isSameClause && plain[token.Start] is '比' or '较' && token.End - token.Start == 1)
                return OfWords(plain, line, token.End, EndOfBase(tokens, at, index));
        }
        return null;
    }

    private static bool IsCompared(List<Token> tokens, int index) =>
        index + 1 < tokens.Count && tokens[index + 1].Is(CueKind.Compared) && tokens[index + 1].Start - tokens[index].End <= 4;

    private static ReadComparison OfTime(string line, Token token, LocalDate print)
    {
        var time = token.Time!.Behind(print);
        var words = line[token.Start..token.End];
        var kind = time switch
        {
            { Role: TimeRole.SamePeriod, IsStated: false } => ComparisonKind.YearOnYear,
            { Role: TimeRole.SamePeriod } => time.First?.Year == print.Year - 1 ? ComparisonKind.YearOnYear : ComparisonKind.BasePeriod,
            { HasYear: true, Precision: PeriodPrecision.Year, First: { } first } when first.Year == print.Year - 1 && !time.IsStated =>
                ComparisonKind.YearOnYear,
            { IsPrevious: true, Precision: PeriodPrecision.Day or PeriodPrecision.Month or PeriodPrecision.Quarter } =>
                ComparisonKind.OnPrevious,
            _ => ComparisonKind.BasePeriod,
        };
        return new(kind, words, time.First, time.Last);
    }

    /// <summary>Where the words of a base end: at the word of change behind it, or at the figure.</summary>
    private static int EndOfBase(List<Token> tokens, int than, int index)
    {
        var end = than + 1;
        while (end < index && !(tokens[end].Is(CueKind.Change) || tokens[end].Is(CueKind.To)))
            end++;
        return tokens[end].Start;
    }

    /// <summary>The words of a base, as many as a seed takes.</summary>
    public static string Words(string line, int from, int to) => line[from..Math.Max(from, Math.Min(to, from + LongestBase))];

    private static ReadComparison? OfWords(string plain, string line, int from, int to)
    {
        if (to <= from)
            return null;
        var kind =
            Begins(BeforeWords) ? ComparisonKind.AgainstBefore
            : Begins(PlanWords) ? ComparisonKind.Plan
            : ComparisonKind.OtherEntity;
        return new(kind, Words(line, from, to));

        bool Begins(string[] words) => Array.Exists(words, word => QuantityScanner.IsAt(plain, from, word));
    }
}
