using System.Globalization;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>Places in an order as English prints them: 7th, 21st, third.</summary>
internal static class EnglishPlaces
{
    private static readonly string[] Words = "first second third fourth fifth sixth seventh eighth ninth tenth".Split(' ');

    private static readonly string[] Verbs = ["rank", "ranks", "ranked", "ranking", "placed", "places"];

    /// <summary>The place from that word on, and the index behind it.</summary>
    public static bool TryRead(List<EnglishWord> words, int at, out int place, out int next)
    {
        (place, next) = (Array.IndexOf(Words, words[at].Text) + 1, at + 1);
        if (place > 0)
            return true;
        next = at + 2;
        return next <= words.Count
            && words[at].End == words[at + 1].Start
            && words[at + 1].Text is "st" or "nd" or "rd" or "th"
            && int.TryParse(words[at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out place)
            && place > 0;
    }

    /// <summary>Only what ranks has a place: ranks 7th, is ranked as the third; not the first quarter.</summary>
    public static bool IsRanked(List<EnglishWord> words, int at, int start)
    {
        var before = at - 1;
        while (before > start && words[before].Text is "the" or "as" or "at" or "in")
            before--;
        return before >= start && Verbs.Contains(words[before].Text, StringComparer.Ordinal);
    }
}
