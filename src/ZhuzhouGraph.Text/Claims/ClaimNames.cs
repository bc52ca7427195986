namespace ZhuzhouGraph.Text.Claims;

/// <summary>A name of the graph where a text prints it. Offsets are of the text.</summary>
internal sealed record NamedThing(string Name, Span Span, IReadOnlyList<Entity> Entities);

/// <summary>Finds the names of the graph in a text, the longest at each place, by one look-up of all its runs of characters.</summary>
internal static class ClaimNames
{
    private const int Shortest = 2,
        Longest = 24,
        MostWords = 7;

    /// <param name="spans">The parts of the text that are looked at: the sentences with a figure, and what stands before them.</param>
    public static async Task<IReadOnlyList<NamedThing>> FindAsync(
        IGraphSnapshot snapshot,
        string text,
        IReadOnlyList<Span> spans,
        CancellationToken cancellationToken
    )
    {
        List<(string Run, int Start, int End)> runs = [];
        foreach (var span in spans)
            runs.AddRange(IsEnglish(text[span.Start..span.End]) ? WordRuns(text, span) : CharacterRuns(text, span));
        if (runs.Count == 0)
            return [];
        var asked = runs.Select(run => run.Run).Where(run => NodeId.KindOf(run) is null).ToHashSet(StringComparer.Ordinal);
        var found = await snapshot.ResolveAsync(asked, cancellationToken).ConfigureAwait(false);
        List<NamedThing> names = [];
        var end = -1;
        foreach (var run in runs.OrderBy(run => run.Start).ThenByDescending(run => run.End))
        {
            if (run.Start < end || !found.TryGetValue(run.Run, out var nodes))
                continue;
            Entity[] entities = [.. nodes.OfType<Entity>().Where(entity => entity.Type != EntityTypes.Indicator)];
            if (entities.Length == 0 || IsPartOfPronoun(text, run.Start))
                continue;
            names.Add(new(text[run.Start..run.End], new(run.Start, run.End), entities));
            end = run.End;
        }
        return names;
    }

    /// <summary>市政府 in 全市政府 is none.</summary>
    private static bool IsPartOfPronoun(string text, int at) =>
        at > 0 && "市省县区".Contains(text[at], StringComparison.Ordinal) && "全我本各该".Contains(text[at - 1], StringComparison.Ordinal);

    private static bool IsEnglish(string text) => Reading.EnglishReader.IsEnglish(text);

    private static IEnumerable<(string, int, int)> CharacterRuns(string text, Span span)
    {
        for (var start = span.Start; start < span.End; start++)
        {
            if (!Begins(text[start]))
                continue;
            for (var length = Shortest; length <= Longest && start + length <= span.End; length++)
            {
                var last = text[start + length - 1];
                if (ClaimWords.Stops.Contains(last, StringComparison.Ordinal))
                    break;
                if (Ends(last) && !IsInside(text, start, start + length))
                {
                    var run = text.Substring(start, length);
                    yield return (run, start, start + length);
                    // 甲湖的环湖路 is 甲湖环湖路.
                    if (run[1..^1].Contains('的', StringComparison.Ordinal))
                        yield return (run.Replace("的", "", StringComparison.Ordinal), start, start + length);
                }
            }
        }
    }

    private static bool Begins(char c) => char.IsLetterOrDigit(c) || "“《「『".Contains(c, StringComparison.Ordinal);

    private static bool Ends(char c) => char.IsLetterOrDigit(c) || "”》」』）)".Contains(c, StringComparison.Ordinal);

    /// <summary>BOE is not in BOEING, nor 5G in 15G.</summary>
    private static bool IsInside(string text, int start, int end) =>
        (char.IsAsciiLetterOrDigit(text[start]) && start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]))
        || (char.IsAsciiLetterOrDigit(text[end - 1]) && end < text.Length && char.IsAsciiLetterOrDigit(text[end]));

    private static IEnumerable<(string, int, int)> WordRuns(string text, Span span)
    {
        List<Span> words = [];
        for (var at = span.Start; at < span.End; )
        {
            var end = at;
            while (end < span.End && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '\''))
                end++;
            if (end > at)
                words.Add(new(at, end));
            at = Math.Max(end, at + 1);
        }
        for (var first = 0; first < words.Count; first++)
        {
            for (var last = first; last < words.Count && last - first < MostWords; last++)
            {
                var (start, end) = (words[first].Start, words[last].End);
                yield return (text[start..end], start, end);
                if (text[start..end].EndsWith("'s", StringComparison.Ordinal))
                    yield return (text[start..(end - 2)], start, end - 2);
            }
        }
    }
}
