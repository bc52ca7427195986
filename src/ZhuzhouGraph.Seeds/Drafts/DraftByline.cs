namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>The line that says who wrote a report, and whom it names.</summary>
internal static class DraftByline
{
    /// <summary>How many lines behind the headline it may stand, and how long it may be.</summary>
    private const int Nearest = 6,
        Longest = 60;

    private static readonly (string Word, string Capacity)[] Capacities =
    [
        ("记者", "REPORTER"),
        ("通讯员", "CORRESPONDENT"),
        ("摄影", "PHOTOGRAPHER"),
        ("供图", "PHOTOGRAPHER"),
        ("摄", "PHOTOGRAPHER"),
    ];

    private static readonly char[] Marks = [.. " \u3000\t/／、:：|()（）"];

    /// <summary>The byline's line among those of a report, or null.</summary>
    public static int? LineIn(IssueText text, IReadOnlyList<int> lines, int? headline)
    {
        var line = lines
            .Where(line => !(line <= headline))
            .Take(Nearest)
            .FirstOrDefault(line =>
                text.Line(line).Trim() is { Length: > 0 and <= Longest } words
                && words[^1] is not ('。' or '！' or '？')
                && Array.Exists(Capacities, x => words.Contains(x.Word, StringComparison.Ordinal) && x.Word.Length > 1)
            );
        return line == 0 ? null : line;
    }

    /// <summary>The authors as links, unknown ones to do.</summary>
    public static IEnumerable<IReadOnlyList<(string Key, string? Value)>> Authors(DraftSentence sentence)
    {
        string? capacity = null;
        foreach (var word in sentence.Text.Split(Marks, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Array.Find(Capacities, x => word.EndsWith(x.Word, StringComparison.Ordinal)) is { Word: not null } found)
                capacity = found.Capacity;
            else if (capacity is not null && word.Length is >= 2 and <= 4 && word.All(c => c is >= '\u4E00' and <= '\u9FFF'))
                yield return
                [
                    ("from", YamlWords.Of(sentence.Names.Any(name => name.Name == word) ? word : DraftWords.Todo(word))),
                    ("wrote", "this"),
                    ("capacity", capacity),
                ];
        }
    }
}
