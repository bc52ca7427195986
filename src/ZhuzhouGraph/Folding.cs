using System.Globalization;
using System.Text;

namespace ZhuzhouGraph;

/// <summary>When two printed texts count as the same: width, case, white space and quotation marks do not matter, other punctuation matters only in kind.</summary>
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

    /// <summary>The folded character, or null where folding drops it.</summary>
    public static char? FoldCharacter(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => FoldCharacter((char)(c - 0xFEE0)),
        '。' => '.',
        '、' => ',',
        '—' or '–' or '−' or '―' => '-',
        '"' or '\'' or '「' or '」' or '『' or '』' or '《' or '》' or '〈' or '〉' => null,
        _ => IsDropped(c) ? null : char.ToLowerInvariant(c),
    };

    private static bool IsDropped(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c)
        is UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.Control or UnicodeCategory.Format;
}
