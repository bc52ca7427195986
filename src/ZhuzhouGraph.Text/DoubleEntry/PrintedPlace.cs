using NodaTime;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.DoubleEntry;

/// <summary>Where a figure stands in print: what its reading is judged against.</summary>
/// <param name="Figure">The words that are recorded as the figure.</param>
/// <param name="Paragraph">The line in which they stand; the words themselves where no text is at hand.</param>
/// <param name="Start">Where in that line the sentence begins.</param>
/// <param name="At">Where in that line the number begins.</param>
/// <param name="Print">The day of print.</param>
/// <param name="IsInText">False where only the words are known: then what stands around them is not judged.</param>
public sealed record PrintedPlace(string Figure, string Paragraph, int Start, int At, LocalDate Print, bool IsInText)
{
    private const int Shortly = 4;

    private List<Token> AllTokens => field ??= Tokens.Of(Glyphs.Plain(Paragraph), Print);

    /// <summary>Whether what stands at the number has happened, by the words before it.</summary>
    internal ObservationStatus Status
    {
        get
        {
            var (walk, plain) = (new StatusWalk(), Glyphs.Plain(Paragraph));
            foreach (var token in AllTokens.TakeWhile(token => token.Start < At))
                walk.Take(token, plain);
            return walk.IsWeak ? ObservationStatus.Actual : walk.Status;
        }
    }

    /// <summary>Whether a word of that kind stands in the sentence.</summary>
    internal bool HasInSentence(params CueKind[] kinds) =>
        Sentence.Any(token => token.Kind is TokenKind.Cue && kinds.Contains(token.Cue.Kind));

    /// <summary>Whether a word of that kind stands in the sentence before the number.</summary>
    internal bool HasInSentenceBefore(params CueKind[] kinds) =>
        Sentence.Any(token => token.Start < At && token.Kind is TokenKind.Cue && kinds.Contains(token.Cue.Kind));

    /// <summary>Whether a time stands in the sentence before the number.</summary>
    internal bool HasTimeBefore => Sentence.Any(token => token.Start < At && token.Kind is TokenKind.Time);

    /// <summary>
    /// Whether a word of that kind stands before the number: in its sentence, or, where it has more than one character, in the
    /// paragraph. 将 and 要 say something else too often.
    /// </summary>
    internal bool HasBefore(params CueKind[] kinds) =>
        AllTokens.Exists(token =>
            token.Start < At
            && token.Kind is TokenKind.Cue
            && kinds.Contains(token.Cue.Kind)
            && (token.Start >= Start || token.End - token.Start > 1)
        );

    /// <summary>Whether one of the words stands in the paragraph, as far as the number.</summary>
    internal bool Says(params string[] words) => Says(0, words);

    /// <summary>Whether one of the words stands between those of a time, or shortly before them, and the number.</summary>
    internal bool SaysSince(string time, params string[] words) =>
        Says(Math.Max(0, Paragraph[..Math.Min(Paragraph.Length, At)].LastIndexOf(time, StringComparison.Ordinal) - Shortly), words);

    private bool Says(int from, string[] words)
    {
        var end = Math.Min(Paragraph.Length, At);
        return Array.Exists(words, word => Paragraph.AsSpan()[Math.Min(from, end)..end].Contains(word, StringComparison.Ordinal));
    }

    private IEnumerable<Token> Sentence =>
        AllTokens.Where(token => token.Start >= Start).TakeWhile(token => token.Start < At || token.Kind is not TokenKind.Stop);
}
