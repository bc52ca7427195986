namespace ZhuzhouGraph.Text.Reading;

/// <summary>
/// A text in the characters that the rules know: half width, simplified, one dash, one tilde. Every character stays one character, so
/// that a place in the plain text is the place in the text.
/// </summary>
internal static class Glyphs
{
    /// <summary>A comma inside a number.</summary>
    public const char Thousands = '\u066C';

    private static readonly char[] Table = Fill();

    public static string Plain(string text) => string.Create(text.Length, text, (plain, source) =>
        {
            for (var at = 0; at < source.Length; at++)
            {
                plain[at] = Table[source[at]];
                if (plain[at] == ',' && IsBetweenDigits(source, at))
                    plain[at] = Thousands;
            }
        });

    /// <summary>A comma and the digits around it are of one width: ５，３００ is a number, 5，300 two.</summary>
    private static bool IsBetweenDigits(string source, int at)
    {
        var zero = source[at] == ',' ? '0' : '０';
        return at > 0 && at + 1 < source.Length && source[at - 1] - zero is >= 0 and <= 9 && source[at + 1] - zero is >= 0 and <= 9;
    }

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    /// <summary>A blank that may stand inside a number; a tab divides the cells of a table.</summary>
    public static bool IsBlank(char c) => c == ' ';

    public static int SkipBlanks(string plain, int at)
    {
        while (at < plain.Length && IsBlank(plain[at]))
            at++;
        return at;
    }

    private static char[] Fill()
    {
        var table = new char[char.MaxValue + 1];
        for (var c = 0; c < table.Length; c++)
        {
            table[c] = (char)c switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
                '\u3000' or '\u00A0' or '\u2002' or '\u2003' or '\u2009' => ' ',
                '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '﹣' => '-',
                '〜' or '∼' => '~',
                '￥' => '¥',
                '〇' or '○' => '零',
                var other => other,
            };
        }
        foreach (var (traditional, simplified) in Folding.SimplifiedPairs)
            table[traditional] = simplified;
        // Of a sum of money it is the formal three.
        table['參'] = '叁';
        return table;
    }
}
