using System.Globalization;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>A word, number or mark of an English sentence.</summary>
internal readonly record struct EnglishWord(int Start, int End, string Text);

/// <summary>A number of a sentence, by the indices of its words.</summary>
/// <param name="First">The first word of its hedge.</param>
/// <param name="Number">Its own first word.</param>
/// <param name="Next">Behind its last.</param>
/// <param name="To">The end of a range; null for one number.</param>
internal sealed record EnglishNumber(int First, int Number, int Next, decimal Value, int Multiplier, decimal? To = null);

/// <summary>Numbers as English prints them: 58, 1,400, 4.2 million, fifty-eight, two hundred and five thousand.</summary>
internal static class EnglishNumbers
{
    private static readonly string[] Ones = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    ).Split(' ');

    private static readonly string[] Tens = "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    /// <summary>Exponents of the words that multiply.</summary>
    private static readonly Dictionary<string, int> Scales = new(StringComparer.Ordinal)
    {
        ["hundred"] = 2,
        ["thousand"] = 3,
        ["million"] = 6,
        ["mln"] = 6,
        ["billion"] = 9,
        ["bln"] = 9,
        ["trillion"] = 12,
    };

    /// <summary>The words, numbers and marks of a plain text; 4.2 and 1,400 are one, year-on-year and fifty-eight too.</summary>
    public static List<EnglishWord> Words(string plain)
    {
        List<EnglishWord> words = [];
        for (var at = 0; at < plain.Length; )
        {
            var end = at + 1;
            if (Glyphs.IsDigit(plain[at]))
            {
                while (end < plain.Length && IsInNumber(plain, end))
                    end++;
            }
            else if (Glyphs.IsLetter(plain[at]))
            {
                while (end < plain.Length && IsInWord(plain, end))
                    end++;
            }
            if (!char.IsWhiteSpace(plain[at]))
                words.Add(new(at, end, plain[at..end].ToLowerInvariant()));
            at = end;
        }
        return words;
    }

    /// <summary>A number from that word on, with the index behind its last word and the printed exponent.</summary>
    public static bool TryRead(List<EnglishWord> words, int index, out decimal value, out int next, out int multiplier)
    {
        (value, next, multiplier) = (0, index, 0);
        if (Glyphs.IsDigit(words[index].Text[0]))
        {
            var digits = words[index].Text.Replace($"{Glyphs.Thousands}", "", StringComparison.Ordinal);
            if (digits.Length > 24 || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
                return false;
            next = index + 1;
            while (next < words.Count && multiplier < 12 && Scales.TryGetValue(words[next].Text, out var scale))
                (multiplier, next) = (multiplier + scale, next + 1);
            return (value = Hedges.Scaled(value, multiplier)) < 1e20m;
        }
        return Spelled(words, index, out value, out next);
    }

    /// <summary>From 15 to 20, between 15 and 20: both numbers where nothing of the clause changes; else the one alone.</summary>
    public static EnglishNumber Range(List<EnglishWord> words, EnglishNumber read, int start, int end)
    {
        var before = read.Value < 0 ? read.Number - 2 : read.Number - 1;
        var isRange =
            before >= start
            && read.Next + 1 < end
            && (words[before].Text, words[read.Next].Text) is ("from", "to") or ("between", "and")
            && !words.Skip(start).Take(before - start).Any(word => EnglishUnits.Change(word.Text) != 0);
        var isMore = isRange && TryRead(words, read.Next + 1, out _, out _, out var other) && other == read.Multiplier;
        return isMore && TryRead(words, read.Next + 1, out var to, out var next, out _) && to > read.Value && next <= end
            ? read with
            {
                Next = next,
                To = to,
            }
            : read;
    }

    private static bool Spelled(List<EnglishWord> words, int index, out decimal value, out int next)
    {
        (value, next) = (0, index);
        decimal section = 0;
        for (var (at, hasAny) = (index, false); at < words.Count; at++)
        {
            var word = words[at].Text;
            if (
                hasAny
                && word == "and"
                && at + 1 < words.Count
                && section % 100 == 0
                && section > 0
                && Small(words[at + 1].Text) is not null
            )
                continue;
            if (Small(word) is { } small && (!hasAny || section % 100 == 0))
                section += small;
            else if (hasAny && word == "hundred" && section is > 0 and < 100)
                section *= 100;
            else if (hasAny && section > 0 && Scales.TryGetValue(word, out var scale) && scale > 2)
                (value, section) = (value + Hedges.Scaled(section, scale), 0);
            else
                break;
            (hasAny, next) = (true, at + 1);
        }
        value += section;
        return next > index;
    }

    /// <summary>0 to 99 in words, as one or with a hyphen.</summary>
    private static int? Small(string word)
    {
        if (Array.IndexOf(Ones, word) is >= 0 and var one)
            return one;
        if (Array.IndexOf(Tens, word) is >= 0 and var ten)
            return (ten + 2) * 10;
        var parts = word.Split('-');
        return
            parts.Length == 2
            && Array.IndexOf(Tens, parts[0]) is >= 0 and var tens
            && Array.IndexOf(Ones, parts[1]) is > 0 and < 10 and var ones
            ? ((tens + 2) * 10) + ones
            : null;
    }

    private static bool IsInNumber(string plain, int at) =>
        Glyphs.IsDigit(plain[at])
        || (
            plain[at] is '.' or Glyphs.Thousands && Glyphs.IsDigit(plain[at - 1]) && at + 1 < plain.Length && Glyphs.IsDigit(plain[at + 1])
        );

    private static bool IsInWord(string plain, int at) =>
        Glyphs.IsLetter(plain[at])
        || Glyphs.IsDigit(plain[at])
        || (plain[at] is '-' or '\'' && at + 1 < plain.Length && Glyphs.IsLetter(plain[at + 1]) && Glyphs.IsLetter(plain[at - 1]));
}
