using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ZhuzhouGraph;

/// <summary>
/// When two texts count as the same to somebody who looks for one: in names, titles, search, text filters and the keys of series. This one
/// function decides it for both stores, without ICU (a fresh machine may lack it). It is wider than what finds a figure in print
/// (<c>PrintMatch</c>), because it only has to meet, never to be quoted: both sides are folded, and what is served stays as printed.
/// <list type="table">
/// <item><term>canonical equivalents</term><description>é is e and its mark; one Unicode order of marks is taken for given; Hangul
/// apart</description></item>
/// <item><term>width</term><description>full-width ASCII is ASCII, ￥ is ¥</description></item>
/// <item><term>case</term><description>lower, invariant</description></item>
/// <item><term>white space, controls, variation selectors</term><description>dropped</description></item>
/// <item><term>quotation and title marks</term><description>dropped</description></item>
/// <item><term>dashes, tildes, commas</term><description>one of each: - ~ ,</description></item>
/// <item><term>points: . ． 。 and the interpuncts · • ・ ‧ ∙ ⋅</term><description>. between two digits (1.4, 5·12), else
/// dropped</description></item>
/// <item><term>Kangxi radicals, CJK radicals, compatibility ideographs</term><description>the unified
/// ideograph</description></item>
/// <item><term>traditional characters</term><description>the simplified one; of several that share one (後 后) all are that
/// one</description></item>
/// </list>
/// Other compatibility forms (㎡, ①, ﬁ) are no part of it.
/// </summary>
public static class Folding
{
    private static readonly FrozenDictionary<int, string> Table = ReadTables();

    /// <summary>The folded text. Folding it again changes nothing.</summary>
    public static string Fold(string text)
    {
        var folded = new Folded(text.Length, withPlaces: false);
        folded.Add(text);
        return folded.ToString();
    }

    /// <summary>
    /// The words that somebody looks for: what white space separates, folded, each once, in the order given. Words of nothing but what
    /// folding drops are none.
    /// </summary>
    public static IReadOnlyList<string> WordsOf(string text) =>
        [.. text.Split((char[]?)null).Select(Fold).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// Every place where a word stands in a text after folding, from left to right; what overlaps is one place. A place reaches from the
    /// first character to the last that folding keeps, in UTF-16 code units of the text as it is.
    /// </summary>
    /// <param name="words">Folded: see <see cref="WordsOf"/>.</param>
    public static IReadOnlyList<Span> Find(string text, IEnumerable<string> words)
    {
        var folded = new Folded(text.Length, withPlaces: true);
        folded.Add(text);
        List<Span> found = [];
        foreach (var place in words.SelectMany(folded.PlacesOf).OrderBy(place => place.Start).ThenBy(place => place.End))
        {
            if (found is [.., var last] && place.Start < last.End)
                found[^1] = new Span(last.Start, Math.Max(last.End, place.End));
            else
                found.Add(place);
        }
        return found;
    }

    /// <summary>Each traditional character with its simplified one, where both are one code unit, so that places in a text stay.</summary>
    public static IEnumerable<(char Traditional, char Simplified)> SimplifiedPairs =>
        from pair in Tokens(TraditionalCharacters.Pairs)
        where pair.Length == 2
        select (pair[0], pair[1]);

    private static FrozenDictionary<int, string> ReadTables()
    {
        Dictionary<int, string> table = [];
        foreach (var pair in Tokens(TraditionalCharacters.Pairs))
        {
            Rune[] runes = [.. pair.EnumerateRunes()];
            table[runes[0].Value] = runes[1].ToString();
        }
        foreach (var run in Tokens(CompatibilityIdeographs.Runs).Select(run => run.Split(':')))
        {
            foreach (var (at, rune) in run[1].EnumerateRunes().Index())
                table[Hex(run[0]) + at] = rune.ToString();
        }
        // The simplified form of what a radical stands for, and of what a simplified form is the traditional one of.
        foreach (var (from, to) in table.ToList())
        {
            var last = to;
            while (table.TryGetValue(Rune.GetRuneAt(last, 0).Value, out var next))
                last = next;
            table[from] = last;
        }
        foreach (var run in Tokens(DecomposedLetters.Runs).Select(run => run.Split(':')))
        {
            foreach (var (at, letters) in run[1].Split(',').Index())
                table[Hex(run[0]) + at] = string.Concat(letters.Split('.').Select(code => new Rune(Hex(code)).ToString()));
        }
        return table.ToFrozenDictionary();

        static int Hex(string code) => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    private static string[] Tokens(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A text while it is folded, with the place in the original of each UTF-16 code unit where places are asked for.</summary>
    private sealed class Folded(int capacity, bool withPlaces)
    {
        private readonly StringBuilder _text = new(capacity);
        private readonly List<Span>? _places = withPlaces ? new(capacity) : null;

        /// <summary>The last character is a point behind a digit, which stays only before another digit.</summary>
        private bool _endsWithPoint;

        public void Add(string text)
        {
            for (var at = 0; at < text.Length; )
            {
                Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
                if (!rune.IsAscii && Table.TryGetValue(rune.Value, out var parts))
                {
                    foreach (var part in parts.EnumerateRunes())
                        Add(part, at, length);
                }
                else
                    Add(rune, at, length);
                at += length;
            }
            DropPoint();
        }

        public IEnumerable<Span> PlacesOf(string word)
        {
            var whole = _text.ToString();
            for (
                var at = word.Length == 0 ? -1 : whole.IndexOf(word, StringComparison.Ordinal);
                at >= 0;
                at = whole.IndexOf(word, at + word.Length, StringComparison.Ordinal)
            )
                yield return new Span(_places![at].Start, _places[at + word.Length - 1].End);
        }

        public override string ToString() => _text.ToString();

        private void Add(Rune rune, int at, int length)
        {
            switch (ClassOf(rune.Value))
            {
                case '\0':
                    if (!IsDropped(rune))
                        Keep(Rune.ToLowerInvariant(rune), at, length);
                    break;
                case '.':
                    DropPoint();
                    if (_text.Length > 0 && char.IsAsciiDigit(_text[^1]))
                    {
                        Keep(new Rune('.'), at, length);
                        _endsWithPoint = true;
                    }
                    break;
                case '"':
                    break;
                case var one:
                    Keep(Rune.ToLowerInvariant(new Rune(one)), at, length);
                    break;
            }
        }

        private void Keep(Rune rune, int at, int length)
        {
            if (rune.Value is < '0' or > '9')
                DropPoint();
            _endsWithPoint = false;
            _text.Append(rune.ToString());
            for (var unit = 0; unit < rune.Utf16SequenceLength; unit++)
                _places?.Add(new Span(at, at + length));
        }

        private void DropPoint()
        {
            if (!_endsWithPoint)
                return;
            _endsWithPoint = false;
            _text.Length--;
            _places?.RemoveAt(_places.Count - 1);
        }
    }

    /// <summary>
    /// The character that a class of them is written as: '"' for marks that are dropped, '\0' for whatever is in no class.
    /// </summary>
    private static char ClassOf(int code) =>
        code switch
        {
            >= 0xFF01 and <= 0xFF5E => ClassOf(code - 0xFEE0) is not '\0' and var narrow ? narrow : (char)(code - 0xFEE0),
            '.' or '。' or '｡' or '·' or '•' or '・' or '･' or '‧' or '∙' or '⋅' => '.',
            ',' or '、' or '､' => ',',
            '-' or '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '﹘' or '﹣' => '-',
            '~' or '〜' => '~',
            '￥' => '¥',
            '"' or '\'' or '「' or '」' or '『' or '』' or '｢' or '｣' or '《' or '》' or '〈' or '〉' or '〝' or '〞' or '〟' => '"',
            >= '﹁' and <= '﹄' => '"',
            _ => '\0',
        };

    private static bool IsDropped(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.Control
                or UnicodeCategory.Format;
}
