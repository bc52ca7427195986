using System.Globalization;

namespace ZhuzhouGraph.Text;

/// <summary>
/// Where printed words stand in a text. White space, line breaks, width and case do not matter, and quotation marks matter only where
/// the words themselves begin or end with them.
/// </summary>
public static class PrintMatch
{
    /// <summary>
    /// Every place, from left to right and without overlap, as offsets in <paramref name="text"/> from the first to the last matched
    /// character. Words that begin or end with a digit match whole numbers only: 8家 is not in 58家, nor in 5.8家.
    /// </summary>
    public static IReadOnlyList<Span> Find(string words, string text)
    {
        var pattern = Pattern(words);
        if (pattern.Count == 0)
            return [];
        var found = new List<Span>();
        for (var start = 0; start < text.Length; start++)
        {
            if (Matches(pattern[0], text[start]) && EndOf(pattern, text, start) is { } end && IsWhole(pattern, text, start, end))
            {
                found.Add(new Span(start, end));
                start = end - 1;
            }
        }
        return found;
    }

    /// <summary>
    /// The folded words, without the quotation marks inside; those at the ends stay as their kind. Empty where there are only marks.
    /// </summary>
    private static List<char> Pattern(string words)
    {
        var first = 0;
        while (first < words.Length && Kept(words[first]) is null)
            first++;
        var last = words.Length - 1;
        while (last > first && Kept(words[last]) is null)
            last--;
        return first == words.Length
            ? []
            : [.. words.Select((c, i) => Kept(c) ?? (i < first || i > last ? MarkKind(c) : null)).OfType<char>()];
    }

    private static int? EndOf(List<char> pattern, string text, int start)
    {
        var at = start + 1;
        foreach (var wanted in pattern.Skip(1))
        {
            while (at < text.Length && !Matches(wanted, text[at]) && Kept(text[at]) is null)
                at++;
            if (at == text.Length || !Matches(wanted, text[at]))
                return null;
            at++;
        }
        return at;
    }

    private static bool Matches(char wanted, char printed) => (Kept(printed) ?? MarkKind(printed)) == wanted;

    /// <summary>
    /// The character as matching compares it, or null where it passes over it. Narrower than <see cref="Folding"/>: 億 in a figure is not 亿,
    /// because a figure is quoted as printed.
    /// </summary>
    private static char? Kept(char c) =>
        c switch
        {
            >= '\uFF01' and <= '\uFF5E' => Kept((char)(c - 0xFEE0)),
            '。' => '.',
            '、' => ',',
            '—' or '–' or '−' or '―' => '-',
            '"' or '\'' or '「' or '」' or '『' or '』' or '《' or '》' or '〈' or '〉' => null,
            _ => IsPassedOver(c) ? null : char.ToLowerInvariant(c),
        };

    private static bool IsPassedOver(char c) =>
        char.IsWhiteSpace(c)
        || char.GetUnicodeCategory(c)
            is UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.Control
                or UnicodeCategory.Format;

    /// <summary>One kind for all quotation marks, because print mixes them, another for title marks; null for white space.</summary>
    private static char? MarkKind(char c) =>
        c switch
        {
            '《' or '》' or '〈' or '〉' => '《',
            _ when char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format => null,
            _ => '“',
        };

    private static bool IsWhole(List<char> pattern, string text, int start, int end) =>
        !(char.IsAsciiDigit(pattern[0]) && GoesOn(text, start, -1)) && !(char.IsAsciiDigit(pattern[^1]) && GoesOn(text, end - 1, 1));

    /// <summary>
    /// True where the digit at that place has a neighbour in the same number: a digit, or a digit behind a point or thousands comma.
    /// </summary>
    private static bool GoesOn(string text, int digit, int step)
    {
        var next = Next(digit);
        if (next is not { } at)
            return false;
        if (IsDigit(at))
            return true;
        return Next(at) is { } beyond
            && IsDigit(beyond)
            && (text[at] is '.' or '\uFF0E' || (text[at] is ',' or '\uFF0C' && IsThousands(step < 0 ? digit : beyond)));

        bool IsDigit(int i) => Kept(text[i]) is { } c && char.IsAsciiDigit(c);

        int? Next(int from)
        {
            // A tab divides the cells of a table.
            for (var i = from + step; i >= 0 && i < text.Length && text[i] != '\t'; i += step)
            {
                if (!char.IsWhiteSpace(text[i]))
                    return i;
            }
            return null;
        }

        bool IsThousands(int first)
        {
            var digits = 0;
            while (first + digits < text.Length && IsDigit(first + digits))
                digits++;
            return digits == 3;
        }
    }
}
