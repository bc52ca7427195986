namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>A report of a text: the file that its seeds stand in, its lines and its headline.</summary>
/// <param name="Name">The file's name without .yaml.</param>
/// <param name="Headline">The line that is its headline; null where none is found.</param>
internal sealed record DraftReport(string Name, IReadOnlyList<LineRange> Lines, int? Headline, string? Title)
{
    /// <summary>How many words of a file's name tell what is in it.</summary>
    private const int MostWords = 4;

    /// <summary>A longer line is no headline.</summary>
    private const int LongestTitle = 60;

    /// <summary>
    /// The reports of a text. Lines that begin with ## open one each, or, where there are none, those with #; a text without such marks is
    /// one report, and its first line the headline.
    /// </summary>
    /// <param name="title">The headline, where it is given: then the text is one report.</param>
    /// <param name="masthead">The last line before the first report; 0 where there is none.</param>
    public static IReadOnlyList<DraftReport> In(IssueText text, string? title, KnownNames names, out int masthead)
    {
        var marked = title is null
            ? Heads(text, "## ") is { Count: > 0 } two
                ? two
                : Heads(text, "# ")
            : [];
        masthead = marked.Count > 0 ? marked[0] - 1 : 0;
        if (marked.Count == 0)
        {
            var head = Enumerable
                .Range(1, text.LineCount)
                .FirstOrDefault(line => title is null ? Plain(text, line).Length > 0 : Prints(text.Line(line), title));
            return [Of(text, 1, new(1, text.LineCount), head == 0 ? null : head, title, names)];
        }
        return
        [
            .. marked.Select(
                (line, index) =>
                    Of(text, index + 1, new(line, index + 1 < marked.Count ? marked[index + 1] - 1 : text.LineCount), line, null, names)
            ),
        ];
    }

    /// <summary>A report whose lines an issue gives already.</summary>
    public static DraftReport In(IssueText text, string name, IReadOnlyList<LineRange> lines)
    {
        var head = lines
            .SelectMany(range => Enumerable.Range(range.First, Math.Max(0, Math.Min(range.Last, text.LineCount) - range.First + 1)))
            .FirstOrDefault(line => Plain(text, line).Length > 0);
        return new(name, lines, head == 0 ? null : head, head == 0 ? null : TitleIn(text, head));
    }

    private static DraftReport Of(IssueText text, int number, LineRange lines, int? head, string? title, KnownNames names)
    {
        title ??= head is { } line ? TitleIn(text, line) : null;
        var words = names.In(title ?? "").Select(found => found.Entities[0].Names.FirstOrDefault(name => name.Language == "en")?.Text);
        var slug = Spelling.Slug(string.Join(' ', words.OfType<string>()));
        slug = string.Join('-', slug.Split('-').Take(MostWords));
        return new(FormattableString.Invariant($"{number:D2}-{(slug.Length == 0 ? "report" : slug)}"), [lines], head, title);
    }

    private static List<int> Heads(IssueText text, string mark) =>
        [.. Enumerable.Range(1, text.LineCount).Where(line => text.Line(line).StartsWith(mark, StringComparison.Ordinal))];

    private static string Plain(IssueText text, int line) => text.Line(line).TrimStart('#').Trim();

    private static string? TitleIn(IssueText text, int line) => Plain(text, line) is { Length: <= LongestTitle } title ? title : null;

    private static bool Prints(string line, string title) => Text.PrintMatch.Find(title, line).Count > 0;
}
