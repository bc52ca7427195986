using System.Globalization;
using System.Text;

namespace ZhuzhouGraph;

/// <summary>
/// When two printed texts count as the same: width, case, white space and quotation marks do not matter, other punctuation matters only in
/// kind.
/// </summary>
public static class Folding
{
    /// <summary>The folded text: half width, lower case, without white space and quotation marks, Chinese stops as ASCII ones.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (FoldCharacter(c) is { } kept)
                folded.Append(kept);
        }
        return folded.ToString();
    }

    /// <summary>
    /// Every place where a part stands in a text after folding, from left to right and without overlap. A place reaches from the first
    /// character to the last that folding keeps.
    /// </summary>
    public static IReadOnlyList<Span> Find(string text, string part)
    {
        var wanted = Fold(part);
        if (wanted.Length == 0)
            return [];
        var folded = new StringBuilder(text.Length);
        List<int> places = [];
        foreach (var (at, c) in text.Index())
        {
            if (FoldCharacter(c) is not { } kept)
                continue;
            folded.Append(kept);
            places.Add(at);
        }
        List<Span> found = [];
        var whole = folded.ToString();
        for (
            var at = whole.IndexOf(wanted, StringComparison.Ordinal);
            at >= 0;
            at = whole.IndexOf(wanted, at + wanted.Length, StringComparison.Ordinal)
        )
            found.Add(new Span(places[at], places[at + wanted.Length - 1] + 1));
        return found;
    }

    /// <summary>The folded character, or null where folding drops it.</summary>
    public static char? FoldCharacter(char c) =>
        c switch
        {
            >= '\uFF01' and <= '\uFF5E' => FoldCharacter((char)(c - 0xFEE0)),
            '。' => '.',
            '、' => ',',
            '—' or '–' or '−' or '―' => '-',
            '"' or '\'' or '「' or '」' or '『' or '』' or '《' or '》' or '〈' or '〉' => null,
            _ => IsDropped(c) ? null : char.ToLowerInvariant(c),
        };

    private static bool IsDropped(char c) =>
        char.IsWhiteSpace(c)
        || char.GetUnicodeCategory(c)
            is UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.Control
                or UnicodeCategory.Format;
}
