using NodaTime;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>Reads the figures of one line.</summary>
internal sealed class ParagraphReader(string line, int number, LocalDate print, List<ReadFigure> figures, List<RefusedFigure> refused)
{
    private readonly string _plain = Glyphs.Plain(line);
    private List<Token> _tokens = [];

    /// <summary>The figure before in the same sentence, and the token it is of.</summary>
    private ReadFigure? _before;
    private int _beforeIndex = -1;
    private ReadComparison? _comparison;

    /// <summary>How many tokens are looked at to find the unit at the end of a list, or the report behind a day.</summary>
    private const int LongestList = 40;

    /// <summary>A paragraph of whole sentences goes on with the time of the one before; a heading does not.</summary>
    private bool IsBody => _plain.AsSpan().ContainsAny('。', '!', '?') || _plain.Length > 60;

    public PeriodWalk Read(PeriodWalk periods)
    {
        _tokens = Tokens.Of(_plain, print, periods.HeadYear);
        periods.StartParagraph();
        var status = new StatusWalk();
        var attribution = new Attribution();
        var isBody = IsBody;
        for (var index = 0; index < _tokens.Count; index++)
        {
            var token = _tokens[index];
            status.Take(token, _plain);
            attribution.Take(_tokens, index, line);
            switch (token.Kind)
            {
                case TokenKind.Stop:
                    _before = null;
                    if (_plain[token.Start] != ';')
                        _comparison = null;
                    periods.EndSentence();
                    break;
                case TokenKind.Time when !ComparisonRules.IsBase(_plain, _tokens, index) && !IsReportDay(index) && !IsFounding(token):
                    periods.Take(token, line);
                    break;
                case TokenKind.Cue when _plain.AsSpan(token.Start, token.End - token.Start) is "共" or "累计" or "总计" or "共计":
                    periods.Count();
                    break;
                case TokenKind.Cue when QuantityScanner.IsAt(_plain, token.Start, "分别"):
                    periods.Distribute();
                    break;
                case TokenKind.Quantity:
                    if (IsRun(token, out var count, out var isYears))
                        periods.Continue(count, isYears);
                    periods.Next();
                    if (IsInvestment(token))
                        status.Plan();
                    if (Figure(index, status, ref periods, isBody) is { } read)
                    {
                        var figure = read with { AttributedTo = attribution.SaidBy };
                        figures.Add(figure);
                        (_before, _beforeIndex) = (figure, index);
                        if (figure.Status is ObservationStatus.Actual)
                            periods.Tell(figure.Period);
                    }
                    break;
            }
        }
        periods.EndParagraph(isBody);
        return periods;
    }

    private ReadFigure? Figure(int index, StatusWalk walk, ref PeriodWalk periods, bool isBody)
    {
        var quantity = _tokens[index].Quantity!;
        if (quantity.Unit is null or { Word: "个" } && UnitOfList(index) is { } listed)
            quantity = quantity.Unit is null || listed.Kind is UnitKind.Points ? quantity with { Unit = listed } : quantity;
        if (quantity.Unit is null)
            quantity = quantity with { Unit = ImpliedUnits.Of(_plain, _tokens, index, _before) };
        var context = FigureContext.Of(_plain, _tokens, index);
        if (!FigureFilter.IsFigure(_plain, quantity, context, out var reason))
        {
            if (reason is not null)
                Refuse(quantity, reason);
            return null;
        }
        var isListed = IsListed(index);
        var decision = isListed && context.Change == 0 && Follows(quantity) is { } same ? same : MeasureRules.Of(_plain, quantity, context);
        if (decision.Refusal is { } refusal)
        {
            Refuse(quantity, refusal);
            return null;
        }
        var status = walk is { IsWeak: true } && context.HasHappened ? ObservationStatus.Actual : walk.Status;
        var period = periods.Of(ref status, isBody && !IsCapacity(quantity.Start), decision.Measure is Measure.Ordinal, out var problem);
        if (problem is not null)
            Refuse(quantity, $"its time {problem}");
        var comparison = Comparison(index, decision, isListed, period, context);
        var unit = quantity.Unit ?? PrintedUnits.At(quantity.Form is QuantityForm.Ordinal ? "位" : "元", 0, out _)!;
        return new ReadFigure
        {
            Line = number,
            InLine = new Span(quantity.Start, quantity.End),
            Printed = line[quantity.Start..quantity.End],
            Number = Signed(quantity.Number, decision),
            To = quantity.To is { } to ? Signed(to, decision) : null,
            Unit = unit.Word,
            UnitCode = unit.Code,
            Multiplier = quantity.Multiplier,
            Hedge = quantity.Hedge is Hedge.None ? context.Hedge : quantity.Hedge,
            Measure = decision.Measure,
            Factor = decision.Factor,
            Comparison = comparison,
            Accumulation = periods.IsCumulative ? Accumulation.Cumulative : Accumulation.Single,
            Period = period,
            Status = status,
            Of = context.OfStart >= 0 && context.OfEnd > context.OfStart ? line[context.OfStart..context.OfEnd].TrimEnd('的') : null,
            IsNegated = context.IsNegated,
            IsDistributed = isListed,
            Rule = decision.Rule,
        };
    }

    private static decimal Signed(decimal number, MeasureRules.Decision decision) =>
        decision.Rule is FigureRule.ShrinkToPart ? number - 100 : decision.Sign * number;

    /// <summary>The figure before says the same of another: 分别增长3%、5%.</summary>
    private MeasureRules.Decision? Follows(ScannedQuantity quantity)
    {
        if (_before is null || quantity.Form is QuantityForm.Ordinal || _before.UnitCode != (quantity.Unit?.Code ?? "CNY"))
            return null;
        // Of 增长12%、-3.5%和8.1% the sign is of one figure alone.
        var isShared = _tokens[_beforeIndex].Quantity!.Number >= 0;
        var sign = isShared && _before.Number < 0 && quantity.Number > 0 ? -1 : 1;
        decimal? factor =
            _before.Measure is Measure.RateOfChange ? 1 + (sign * quantity.Number / 100)
            : _before.Rule is FigureRule.GrowByTimes ? 1 + quantity.Number
            : _before.Measure is Measure.Multiple ? quantity.Number
            : null;
        return new(_before.Rule, _before.Measure, sign, factor);
    }

    /// <summary>Only 、, 和 or 与 stands between this figure and the one before.</summary>
    private bool IsListed(int index) =>
        _before is not null
        && index >= 2
        && _beforeIndex == index - 2
        && _tokens[index - 1].Kind is TokenKind.And
        && Glyphs.SkipBlanks(_plain, _tokens[index - 2].Quantity!.HedgeEnd) >= _tokens[index - 1].Start
        && Glyphs.SkipBlanks(_plain, _tokens[index - 1].End) >= _tokens[index].Start;

    /// <summary>2亿、3亿和4亿美元: the unit at the end is that of all.</summary>
    private PrintedUnit? UnitOfList(int index)
    {
        for (var at = index; at + 2 < _tokens.Count && at - index < LongestList; at += 2)
        {
            var isLinked =
                _tokens[at + 1].Kind is TokenKind.And
                && _tokens[at + 2].Kind is TokenKind.Quantity
                && Glyphs.SkipBlanks(_plain, _tokens[at].End) == _tokens[at + 1].Start
                && Glyphs.SkipBlanks(_plain, _tokens[at + 1].End) == _tokens[at + 2].Start;
            if (!isLinked)
                return null;
            if (_tokens[at + 2].Quantity!.Unit is { Word: not "个" } unit)
                return _tokens[at + 2].Quantity!.Form is QuantityForm.Ordinal ? null : unit;
        }
        return null;
    }

    private ReadComparison? Comparison(int index, MeasureRules.Decision decision, bool isListed, ReadPeriod? period, FigureContext context)
    {
        if (decision.Measure is not (Measure.RateOfChange or Measure.Points or Measure.Change or Measure.Multiple))
            return null;
        if (decision.Rule is FigureRule.Contribution)
            return new(ComparisonKind.Contribution, "");
        var stated = ComparisonRules.Stated(_plain, line, _tokens, index, print);
        if (stated is null && context is { Against: not 0, Change: 0 } && decision.Measure is Measure.Points)
            stated = new(ComparisonKind.OtherEntity, ComparisonRules.Words(line, context.OtherStart, _tokens[index].Start));
        if (stated is not null)
            return _comparison = stated;
        if (isListed && _before?.Comparison is { } same)
            return same;
        if (decision.Measure is Measure.Change || decision.Rule is FigureRule.GrowToTimes)
            return null;
        if (
            _comparison is { Kind: not (ComparisonKind.OtherEntity or ComparisonKind.Contribution) } carried
            && decision.Measure is not Measure.Points
        )
            return carried with { IsInferred = true };
        // Statistics offices leave out 同比 of a month, a quarter or a year. 压缩 and 提速 are no words of theirs.
        var isLong = period is { First: { } first, Last: { } last } && NodaTime.Period.DaysBetween(first, last) >= 27;
        return isLong && decision.Measure is Measure.RateOfChange && context.ChangeWord is not ('压' or '缩' or '精' or '削')
            ? new(ComparisonKind.YearOnYear, "", IsInferred: true)
            : null;
    }

    /// <summary>记者6月6日从市统计局获悉: the day on which it was told.</summary>
    private bool IsReportDay(int index)
    {
        if (_tokens[index].Time is not { Precision: PeriodPrecision.Day, Role: TimeRole.Period })
            return false;
        if (index > 0 && _tokens[index - 1].Is(CueKind.Report) && _tokens[index].Start - _tokens[index - 1].End <= 2)
            return true;
        // 6月8日，记者从市统计局获悉: as far as the second comma.
        var last = Math.Min(_tokens.Count, index + LongestList);
        var commas = 0;
        for (var at = index + 1; at < last && _tokens[at].Kind is not (TokenKind.Stop or TokenKind.Quantity or TokenKind.Time); at++)
        {
            if (_tokens[at].Kind is TokenKind.Comma && ++commas > 1)
                return false;
            if (_tokens[at].Is(CueKind.Report))
                return true;
        }
        return false;
    }

    /// <summary>年产, 每天, 亩产 before the number: what can be made in a time holds without a date.</summary>
    private bool IsCapacity(int start)
    {
        var from = Math.Max(0, start - 12);
        var before = _plain.AsSpan(from, start - from);
        if (before.LastIndexOfAny(",。;") is >= 0 and var stop)
            before = before[(stop + 1)..];
        return Any(before, Capacities);
    }

    private static readonly string[] Capacities =
    [
        "年产",
        "日产",
        "月产",
        "亩产",
        "每年",
        "每天",
        "每月",
        "每亩",
        "每小时",
        "每分钟",
        "一年",
        "一天",
    ];

    /// <summary>1999年成立的公司, 始建于1958年: when something began is no period of what it does.</summary>
    private bool IsFounding(Token token)
    {
        var end = Math.Min(_plain.Length, token.End + 10);
        var after = _plain.AsSpan(token.End, end - token.End);
        if (after.IndexOfAny(",。;") is >= 0 and var stop)
            after = after[..stop];
        var from = Math.Max(0, token.Start - 4);
        return Any(after, Foundings)
            || (token.Start > 0 && _plain[token.Start - 1] == '于' && Any(_plain.AsSpan(from, token.Start - from), Foundings));
    }

    private static bool Any(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static readonly string[] Foundings = ["成立", "创办", "创建", "创立", "组建", "诞生", "始建", "建于", "出生", "生于"];

    /// <summary>连续35个月, 连续三年.</summary>
    private bool IsRun(Token token, out int count, out bool isYears)
    {
        var quantity = token.Quantity!;
        (count, isYears) = (0, quantity.Unit?.Code == "a");
        if (token.Start < 2 || !QuantityScanner.IsAt(_plain, token.Start - 2, "连续") || quantity.Unit?.Code is not ("mo" or "a"))
            return false;
        count = quantity.Number is > 0 and < 1200 ? (int)quantity.Number : 0;
        return count > 0;
    }

    /// <summary>投资40亿元，建设…, where what comes when it is built is told behind: it is not spent yet.</summary>
    private bool IsInvestment(Token token)
    {
        if (token.Quantity!.Unit?.Kind is not UnitKind.Money || token.Start < 2 || !QuantityScanner.IsAt(_plain, token.Start - 2, "投资"))
            return false;
        var at = QuantityScanner.CharAt(_plain, token.End) is ',' ? token.End + 1 : token.End;
        return Array.Exists(Buildings, word => QuantityScanner.IsAt(_plain, at, word))
            && Any(_plain.AsSpan(at, Math.Min(_plain.Length - at, Ahead)), Afterwards);
    }

    private const int Ahead = 80;
    private static readonly string[] Buildings = ["建设", "新建", "兴建", "共同开发", "打造"];
    private static readonly string[] Afterwards = ["建成后", "投产后", "达产后", "建成投产", "建成达产", "签约的", "拟建"];

    private void Refuse(ScannedQuantity quantity, string reason) =>
        refused.Add(new(number, new Span(quantity.Start, quantity.End), line[quantity.Start..quantity.End], reason));
}
