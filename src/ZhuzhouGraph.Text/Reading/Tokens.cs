using NodaTime;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>Divides a line into the pieces that rules look at, in one walk from left to right.</summary>
internal static class Tokens
{
    /// <param name="headYear">The year that the head of the text names, for parts of a year without one.</param>
    public static List<Token> Of(string plain, LocalDate print, int? headYear = null)
    {
        List<Token> tokens = [];
        var times = new TimeScanner(plain, print) { ContextYear = headYear, LastYear = headYear };
        for (var at = 0; at < plain.Length; )
        {
            if (Next(plain, at, times, tokens) is { } token)
            {
                if (token is { Kind: TokenKind.Stop })
                    times.ContextYear = headYear;
                if (token.Time is { IsStated: true, Role: TimeRole.Period, First: { } first } time && first.Year == time.Last?.Year)
                    times.ContextYear = times.LastYear = first.Year;
                tokens.Add(token);
                at = token.End;
            }
            else
                at = NumberScanner.Skip(plain, at);
        }
        return tokens;
    }

    private static Token? Next(string plain, int at, TimeScanner times, List<Token> tokens)
    {
        var c = plain[at];
        if (c is '。' or '!' or '?' or ';' or '…')
            return new(TokenKind.Stop, at, at + 1);
        if (c is ',' or '(' or ')' or '"' or '“' or '”')
            return c is '“' && times.TryRead(at, out var plan)
                ? new(TokenKind.Time, at, plan.End) { Time = plan }
                : new(TokenKind.Comma, at, at + 1);
        if (Starts[c] is 0 && !IsFeast(c, at + 1 < plain.Length ? plain[at + 1] : ' '))
            return null;
        if (times.TryRead(at, out var time))
            return new(TokenKind.Time, at, time.End) { Time = time };
        if (c is '、' or '和' or '及' or '与' && IsBetween(plain, at, tokens))
            return new(TokenKind.And, at, at + 1);
        if (CueWords.All.TryFind(plain, at, out var length, out var cue) && !(at > 0 && cue.NotAfter.Contains(plain[at - 1])))
        {
            // 成三 and 上百 are of the number; 为1 is a word before it.
            if (cue.Kind is CueKind.Nothing || !QuantityStartsWith(c) || !QuantityScanner.TryRead(plain, at, out _))
                return new(TokenKind.Cue, at, at + length) { Cue = cue };
        }
        return QuantityScanner.TryRead(plain, at, out var quantity)
            ? new(TokenKind.Quantity, quantity.Start, quantity.End) { Quantity = quantity }
            : null;
    }

    /// <summary>国庆, 元旦, 中秋, 端午: the first characters alone begin far too many words.</summary>
    private static bool IsFeast(char first, char second) => (first, second) is ('国', '庆') or ('元', '旦') or ('中', '秋') or ('端', '午');

    private static bool QuantityStartsWith(char c) => c is '成' or '上' or '近' or '过';

    /// <summary>Between two quantities, so that 和 is no part of a name.</summary>
    private static bool IsBetween(string plain, int at, List<Token> tokens) =>
        tokens.Count > 0 && tokens[^1].Kind is TokenKind.Quantity && tokens[^1].Quantity!.HedgeEnd >= at - 1 && at + 1 < plain.Length;

    /// <summary>Whether anything may begin with a character; most characters of a text begin nothing.</summary>
    private static readonly byte[] Starts = FillStarts();

    private static byte[] FillStarts()
    {
        var starts = new byte[char.MaxValue + 1];
        foreach (
            var c in "0123456789+-.¥$负零数几上半廿卅成翻第首一过近对、和及与截迄自从今本当去前明次昨后下目现如眼历多长同年未接最头开入周星礼假春黄榜"
        )
            starts[c] = 1;
        for (var c = 0; c < starts.Length; c++)
        {
            if (Numerals.IsNumeral((char)c) || CueWords.All.Begins((char)c))
                starts[c] = 1;
        }
        return starts;
    }
}
