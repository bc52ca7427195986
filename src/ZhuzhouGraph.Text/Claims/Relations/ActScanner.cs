using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Claims.Relations;

/// <summary>Where a sentence has the words of an act. Offsets are of the sentence.</summary>
/// <param name="Acts">The acts that they can mean, the likeliest first.</param>
internal sealed record FoundAct(Span Span, IReadOnlyList<Act> Acts);

/// <summary>Finds the words of acts, the longest at each place.</summary>
internal static class ActScanner
{
    /// <summary>How many characters may stand for <c>…</c>.</summary>
    private const int Gap = 12;

    private static readonly Dictionary<char, char> Simplified = Folding
        .SimplifiedPairs.GroupBy(pair => pair.Traditional)
        .ToDictionary(group => group.Key, group => group.First().Simplified);

    private static readonly IReadOnlyList<(string[] Parts, Act Act)> Chinese = Table(act => act.ChineseWords);
    private static readonly IReadOnlyList<(string[] Parts, Act Act)> English = Table(act => act.EnglishWords);

    /// <summary>A text in simplified half-width lower case, each character in its place.</summary>
    public static string Plain(string text) =>
        string.Concat(Glyphs.Plain(text).Select(c => char.ToLowerInvariant(Simplified.GetValueOrDefault(c, c))));

    /// <param name="plain">Made <see cref="Plain"/>.</param>
    /// <param name="isTaken">Whether what stands there belongs to a name.</param>
    public static List<FoundAct> Find(string plain, bool isEnglish, Func<int, int, bool> isTaken)
    {
        List<FoundAct> found = [];
        for (var at = 0; at < plain.Length; at++)
        {
            var longest = (isEnglish ? English : Chinese)
                .Select(row => (row.Act, End: EndOf(plain, at, row.Parts, isEnglish)))
                .Where(row => row.End > 0 && !isTaken(at, row.End))
                .GroupBy(row => row.End)
                .MaxBy(group => group.Key);
            if (longest is null)
                continue;
            found.Add(new(new(at, longest.Key), [.. longest.Select(row => row.Act).Distinct()]));
            at = longest.Key - 1;
        }
        return found;
    }

    /// <summary>Where words that begin at a place end; 0 where they do not stand there.</summary>
    public static int EndOf(string plain, int at, string[] parts, bool isEnglish)
    {
        var end = at;
        foreach (var (index, part) in parts.Index())
        {
            var start = index == 0 ? (string.CompareOrdinal(plain, at, part, 0, part.Length) == 0 ? at : -1) : Next(part, end);
            if (start < 0)
                return 0;
            end = start + part.Length;
        }
        return isEnglish && (IsLetter(at - 1) || IsLetter(end)) ? 0 : end;

        bool IsLetter(int index) => index >= 0 && index < plain.Length && (char.IsAsciiLetter(plain[index]) || plain[index] == '-');

        int Next(string part, int from)
        {
            var next = plain.IndexOf(part, from, Math.Min(plain.Length - from, Gap + part.Length), StringComparison.Ordinal);
            return next < 0 || plain[from..next].Any(c => ClaimWords.Stops.Contains(c, StringComparison.Ordinal)) ? -1 : next;
        }
    }

    private static List<(string[], Act)> Table(Func<Act, IEnumerable<string>> words) =>
        [.. Acts.All.SelectMany(act => words(act).Distinct(StringComparer.Ordinal).Select(word => (word.Split('…'), act)))];
}
