using System.Text;
using NodaTime;
using NodaTime.Text;

namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>What a draft is made from.</summary>
/// <param name="Newspaper">Its name, as it is printed.</param>
public sealed record DraftRequest(IssueText Text, LocalDate Date, string Newspaper)
{
    /// <summary>The headline of a text that is one report; null where the text says what its reports are.</summary>
    public string? Title { get; init; }

    /// <summary>The seeds folder, whose names are known; null where there is none.</summary>
    public string? Seeds { get; init; }

    /// <summary>The issue's folder; null for that of the day in the seeds folder.</summary>
    public string? Folder { get; init; }
}

/// <summary>A file of a draft.</summary>
public sealed record DraftFile(string Name, string Content);

/// <summary>What was drafted.</summary>
/// <param name="Folder">Where the files belong.</param>
/// <param name="Files">Those that do not stand there yet.</param>
/// <param name="Differences">Of reports whose seeds stand there: what is read otherwise, or in one of them only.</param>
/// <param name="Compared">How many reports' seeds stand there.</param>
public sealed record SeedDraft(string Folder, IReadOnlyList<DraftFile> Files, IReadOnlyList<string> Differences, int Compared);

/// <summary>Drafts the seeds of a text: what is read stands in them, what is not known is left to do.</summary>
public static class SeedDrafts
{
    private const string IssueFile = "issue.yaml";

    /// <summary>Drafts, and writes nothing.</summary>
    /// <param name="problems">What was found and what is allowed; then nothing is drafted.</param>
    public static SeedDraft? Make(DraftRequest request, out IReadOnlyList<string> problems, CancellationToken cancellationToken)
    {
        var folder = request.Folder ?? Path.Combine(request.Seeds ?? "", "articles", LocalDatePattern.Iso.Format(request.Date));
        var texts = SeedTexts.None.With(new Dictionary<string, string> { [request.Text.Sha256] = request.Text.Text });
        var seeds = Bound(request.Seeds, texts, cancellationToken);
        var issue = seeds.Source.Issues.FirstOrDefault(issue => issue.Sha256?.Value == request.Text.Sha256);
        var own = seeds;
        if (issue is not null)
            folder = Path.Combine(request.Seeds!, "articles", issue.Folder);
        else if (File.Exists(Path.Combine(folder, IssueFile)))
        {
            own = Bound(folder, texts, cancellationToken);
            issue = own.Source.Issues is [var there, ..] ? there : null;
        }
        var found = Faults(request, folder, issue).ToList();
        problems = found;
        if (found.Count > 0)
            return null;
        var names = new DraftNames(seeds, request.Newspaper);
        var masthead = 0;
        var reports = issue is null
            ? DraftReport.In(request.Text, request.Title, names.Known, out masthead)
            : [.. issue.Lines.Select(lines => DraftReport.In(request.Text, lines.Key, RangesOf(lines.Value.Ranges)!))];
        List<DraftFile> files = [];
        List<string> differences = [];
        var compared = 0;
        foreach (var report in reports)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var draft = new DraftArticle(request.Text, report, request.Date, names);
            var file = $"{report.Name}.yaml";
            if (!File.Exists(Path.Combine(folder, file)))
            {
                files.Add(new(file, draft.Write(SchemaLine(request.Seeds, folder, "article"))));
                continue;
            }
            compared++;
            var article = own.Articles.FirstOrDefault(article => article.Document.Key == $"{issue!.Folder}/{report.Name}");
            differences.AddRange(
                article is null
                    ? [$"{file}: cannot be read; 'check' says why"]
                    : DraftDifference.Of(draft, article, request.Text).Select(line => $"{file} {line}")
            );
        }
        if (issue is null)
            files.Add(new(IssueFile, SchemaLine(request.Seeds, folder, "issue") + Issue(request, names, reports, masthead)));
        return new(folder, files, differences, compared);
    }

    /// <summary>
    /// Writes the files, all or none, and none over another: each under a name of its own first. Null where they are written; else why
    /// they are not.
    /// </summary>
    public static string? Write(SeedDraft draft)
    {
        List<(string Temporary, string File)> files =
        [
            .. draft.Files.Select(file => Path.Combine(draft.Folder, file.Name)).Select(file => ($"{file}.{Guid.NewGuid():N}.part", file)),
        ];
        List<string> moved = [];
        try
        {
            Directory.CreateDirectory(draft.Folder);
            if (files.Select(x => x.File).Where(Path.Exists).ToList() is { Count: > 0 } there)
                return $"found {string.Join(", ", there)}; allowed is a folder without, for nothing is written over a file.";
            foreach (var ((temporary, _), file) in files.Zip(draft.Files))
                File.WriteAllText(temporary, file.Content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            foreach (var (temporary, file) in files)
            {
                File.Move(temporary, file, overwrite: false);
                moved.Add(file);
            }
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            foreach (var file in moved.Concat(files.Select(x => x.Temporary)).Where(File.Exists))
                File.Delete(file);
            return $"'{draft.Folder}' cannot be written: {e.Message}";
        }
    }

    private static BoundSeeds Bound(string? path, SeedTexts texts, CancellationToken cancellationToken)
    {
        var source = path is null ? new([], [], false, false, [], []) : SeedReader.Read(path, cancellationToken);
        return SeedBinder.Bind(SeedTables.Expand(source, texts), texts, new NameIndex(), cancellationToken);
    }

    private static IEnumerable<string> Faults(DraftRequest request, string folder, SeedIssue? issue)
    {
        var file = Path.Combine(folder, IssueFile);
        if (request.Text.LineCount == 0)
            yield return "TEXT: found no line; allowed is a text.";
        if (issue is null && File.Exists(file))
            yield return $"{file}: cannot be read; 'check' says why.";
        if (issue is null && request.Title is { } title && Text.PrintMatch.Find(title, request.Text.Text).Count == 0)
            yield return $"--title: found '{title}', which the text does not print; allowed is a headline of it.";
        if (issue is null)
            yield break;
        if (issue.Sha256?.Value != request.Text.Sha256)
            yield return $"{file}: found an issue of another text ({issue.Sha256?.Value}; this one's SHA-256 is {request.Text.Sha256}); "
                + "allowed is another folder.";
        else if (issue.Date?.Value != LocalDatePattern.Iso.Format(request.Date) || issue.Newspaper?.Value != request.Newspaper)
            yield return $"{file}: says that the text is of {issue.Newspaper?.Value}, {issue.Date?.Value}; found {request.Newspaper}, "
                + $"{LocalDatePattern.Iso.Format(request.Date)}.";
        if (request.Title is not null)
            yield return $"--title: has no effect, because {file} says which lines belong to which report; leave it out.";
        if (issue.Lines.Count == 0)
            yield return $"{file}: found no 'articles'; allowed are the lines of each report, or no such file.";
        foreach (var (name, (_, ranges)) in issue.Lines)
        {
            if (RangesOf(ranges) is null)
                yield return $"{file}: found lines of {name} that cannot be read; 'check' says why.";
        }
    }

    private static List<LineRange>? RangesOf(IReadOnlyList<SeedText> texts)
    {
        var ranges = texts.Select(text => SeedLines.Parse(text.Value)).ToList();
        return ranges.Contains(null) ? null : [.. ranges.OfType<LineRange>()];
    }

    private static string Issue(DraftRequest request, DraftNames names, IReadOnlyList<DraftReport> reports, int masthead)
    {
        var yaml = new StringBuilder();
        yaml.Append(null, $"newspaper: {YamlWords.Of(request.Newspaper)}\n");
        yaml.Append(null, $"newspaperEnglish: {YamlWords.Of(names.NewspaperEnglish ?? SeedTodo.For(""))}\n");
        yaml.Append(null, $"date: {LocalDatePattern.Iso.Format(request.Date)}\n");
        yaml.Append(null, $"sha256: {request.Text.Sha256}\n");
        yaml.Append(System.Globalization.CultureInfo.InvariantCulture, $"lines: {request.Text.LineCount}\n");
        if (masthead > 0)
            yaml.Append(null, $"masthead: [{Range(new(1, masthead))}]\n");
        yaml.Append("articles:\n");
        foreach (var report in reports)
            yaml.Append(null, $"  {report.Name}: [{string.Join(", ", report.Lines.Select(Range))}]\n");
        return yaml.ToString();
    }

    private static string Range(LineRange range) =>
        range.First == range.Last
            ? FormattableString.Invariant($"{range.First}")
            : FormattableString.Invariant($"{range.First}-{range.Last}");

    private static string SchemaLine(string? seeds, string folder, string name)
    {
        var schema = Path.Combine(seeds ?? "", $"{name}.schema.json");
        return seeds is not null && File.Exists(schema)
            ? $"# yaml-language-server: $schema={Path.GetRelativePath(folder, schema).Replace('\\', '/')}\n"
            : "";
    }
}
