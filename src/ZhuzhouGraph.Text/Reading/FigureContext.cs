namespace ZhuzhouGraph.Text.Reading;

/// <summary>The words that stand directly before a figure, and in its clause.</summary>
internal sealed class FigureContext
{
    private FigureContext() { }

    /// <summary>The hedge before the number, or none.</summary>
    public Hedge Hedge { get; private set; }

    /// <summary>1 or -1 where a word of change touches the number; otherwise 0.</summary>
    public int Change { get; private set; }

    /// <summary>Of that word the first character: 压 of 压缩.</summary>
    public char ChangeWord { get; private set; }

    /// <summary>到, 至, 为 stands between that word and the number.</summary>
    public bool IsReached { get; private set; }

    /// <summary>了 stands there: it has happened.</summary>
    public bool HasHappened { get; private set; }
    public bool IsNew { get; private set; }

    /// <summary>1 or -1 where 增速 or 降幅 touches the number or stands in its clause.</summary>
    public int RateNoun { get; private set; }

    /// <summary>占, 比重 or 率 touches the number, or 占 stands in its clause.</summary>
    public bool IsShare { get; private set; }

    /// <summary>利率 or 失业率 is what the sentence speaks of: a level in per cent.</summary>
    public bool IsLevelRatio { get; private set; }

    /// <summary>What is changed is a ratio itself: 税率降至13%.</summary>
    public bool HasRatio { get; private set; }
    public bool IsContribution { get; private set; }
    public bool IsNegated { get; private set; }

    /// <summary>位居, 全省 touches the number.</summary>
    public bool IsRank { get; private set; }

    /// <summary>1 or -1 where a word of change stands in the clause, and does not touch the number.</summary>
    public int ClauseChange { get; private set; }

    /// <summary>1 or -1 of 高于 and 低于 in the clause: against another.</summary>
    public int Against { get; private set; }

    /// <summary>Where the words of that other begin.</summary>
    public int OtherStart { get; private set; }

    /// <summary>Where 占 or the rank's words begin, to name the whole.</summary>
    public int OfStart { get; private set; } = -1;
    public int OfEnd { get; private set; } = -1;

    public static FigureContext Of(string plain, List<Token> tokens, int index)
    {
        var context = new FigureContext();
        var at = context.Touching(plain, tokens, index);
        context.Clause(plain, tokens, index, at);
        context.Subject(tokens, index);
        return context;
    }

    /// <summary>How many tokens are looked at to find what a sentence speaks of.</summary>
    private const int Farthest = 40;

    /// <summary>Looks for 利率 as far as the figure or stop before, over what it changed by: 下调利率50个基点至4%.</summary>
    private void Subject(List<Token> tokens, int index)
    {
        if (tokens[index].Quantity!.Unit?.Kind is not UnitKind.Percent || IsShare)
            return;
        for (var at = index - 1; at >= Math.Max(0, index - Farthest) && tokens[at].Kind is not TokenKind.Stop; at--)
        {
            // 利率由7.47%下调至5.31%: what it came from is passed over too.
            if (
                tokens[at].Kind is TokenKind.Quantity
                && tokens[at].Quantity!.Unit?.Kind is not UnitKind.Points
                && !(IsReached && tokens[at].Quantity!.Unit?.Kind is UnitKind.Percent)
            )
                return;
            if (tokens[at].Is(CueKind.Share))
                return;
            if (tokens[at].Is(CueKind.LevelRatio))
            {
                IsLevelRatio = true;
                return;
            }
        }
    }

    /// <summary>Walks left while words touch each other; the index of the first token that does not.</summary>
    private int Touching(string plain, List<Token> tokens, int index)
    {
        var start = tokens[index].Start;
        var isOnlyHigh = false;
        // 低3个百分点 is a difference, whatever it is compared with.
        var isOfPoints = tokens[index].Quantity!.Unit?.Kind is UnitKind.Points;
        var at = index - 1;
        for (; at >= 0; at--)
        {
            var token = tokens[at];
            if (token.Kind is not TokenKind.Cue || Glyphs.SkipBlanks(plain, token.End) < start)
                return at;
            start = token.Start;
            switch (token.Cue.Kind)
            {
                case CueKind.Hedge when IsRank && plain[token.End - 1] == '于':
                    (Against, OtherStart) = (plain[token.Start] is '低' or '少' ? -1 : 1, token.End);
                    break;
                case CueKind.Hedge:
                    if (Hedge is Hedge.None)
                        Hedge = token.Cue.Hedge;
                    break;
                case CueKind.To:
                    (IsReached, isOnlyHigh) = (true, (isOnlyHigh || !IsReached) && plain[token.Start] is '达' or '高' or '多');
                    break;
                case CueKind.Change:
                    // 增长达39%, 贬值高达9%: as much as that, not up to it.
                    if (isOnlyHigh && token.End - token.Start > 1)
                        IsReached = false;
                    if (Change != 0 || (IsPlainAdjective(plain, token) && !isOfPoints && !IsCompared(tokens, at)))
                        return at;
                    (Change, ChangeWord) = (token.Cue.Sign, plain[token.Start]);
                    break;
                case CueKind.New:
                    IsNew = true;
                    return at - 1;
                case CueKind.RateNoun:
                    RateNoun = token.Cue.Sign;
                    return at - 1;
                case CueKind.Share:
                    (IsShare, OfStart, OfEnd) = (true, token.End, tokens[index].Start);
                    return at - 1;
                case CueKind.Rank:
                    IsRank = true;
                    if (plain[token.Start] is '全' or '世' or '我' or '国')
                        (OfStart, OfEnd) = (token.Start, token.End);
                    break;
                case CueKind.Negation:
                    IsNegated = true;
                    break;
                case CueKind.Link:
                    HasHappened |= plain[token.Start] == '了';
                    break;
                case CueKind.Comparison or CueKind.Plan or CueKind.Forecast or CueKind.Done or CueKind.Contribution:
                    IsContribution |= token.Cue.Kind is CueKind.Contribution;
                    // 将超过 and 将突破 plan and hedge in one word.
                    if (Hedge is Hedge.None && plain.AsSpan(token.Start, token.End - token.Start) is "将超过" or "将突破")
                        Hedge = Hedge.MoreThan;
                    break;
                default:
                    return at;
            }
        }
        return at;
    }

    /// <summary>高, 低, 多 and 少 tell a change only of what is compared.</summary>
    private static bool IsPlainAdjective(string plain, Token token) =>
        token.End - token.Start == 1 && plain[token.Start] is '高' or '低' or '多' or '少';

    private static bool IsCompared(List<Token> tokens, int at)
    {
        for (var left = at - 1; left >= 0 && tokens[left].Kind is not (TokenKind.Stop or TokenKind.Quantity); left--)
        {
            if (tokens[left].Is(CueKind.Than) || tokens[left].Is(CueKind.Comparison))
                return true;
        }
        return false;
    }

    /// <summary>下降至2007年的2.9%: what it came to stands further on.</summary>
    private static bool IsUpTo(string plain, List<Token> tokens, int at) =>
        tokens[at + 1].Is(CueKind.To) && tokens[at + 1].Start == tokens[at].End && plain[tokens[at + 1].Start] is '至' or '到';

    /// <summary>Looks through the rest of the clause, as far as the figure or the comma before.</summary>
    private void Clause(string plain, List<Token> tokens, int index, int at)
    {
        for (var left = at; left >= 0; left--)
        {
            var token = tokens[left];
            if (token.Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Quantity)
                return;
            if (token.Kind is not TokenKind.Cue)
                continue;
            switch (token.Cue.Kind)
            {
                case CueKind.Share when IsReached && Change < 0:
                    HasRatio = true;
                    break;
                case CueKind.Share when !IsShare && plain[token.Start] == '占':
                    (IsShare, OfStart, OfEnd) = (true, token.End, tokens[index].Start);
                    break;
                case CueKind.RateNoun when RateNoun == 0 && Change == 0:
                    RateNoun = token.Cue.Sign;
                    break;
                case CueKind.Change when IsUpTo(plain, tokens, left):
                    IsReached = true;
                    break;
                case CueKind.Change when ClauseChange == 0 && !IsReached && token.End - token.Start > 1:
                    ClauseChange = token.Cue.Sign;
                    ChangeWord = ChangeWord == 0 ? plain[token.Start] : ChangeWord;
                    break;
                case CueKind.Hedge when Against == 0 && plain[token.End - 1] == '于':
                    (Against, OtherStart) = (plain[token.Start] is '低' or '少' ? -1 : 1, token.End);
                    break;
                case CueKind.Contribution:
                    IsContribution = true;
                    break;
                case CueKind.Negation:
                    IsNegated |= left >= at - 1;
                    break;
            }
        }
    }
}
