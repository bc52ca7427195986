using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ZhuzhouGraph.Seeds;

/// <summary>
/// Reads seeds: a whole folder (<c>registry/</c> and <c>articles/</c>), one issue's folder, or one article's file. It checks shape
/// only: every scalar stays text, and whatever cannot be read is a <see cref="Problem"/> beside what could be.
/// </summary>
public sealed class SeedReader
{
    private const string IssueFile = "issue.yaml";
    private readonly string _root;
    private readonly List<Problem> _problems = [];

    private SeedReader(string root) => _root = root;

    /// <summary>Reads what stands at the path. An issue or article inside a seeds folder brings that folder's registry along.</summary>
    public static (SeedSource Source, IReadOnlyList<Problem> Problems) Read(string path)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
            return ReadPart(Path.GetDirectoryName(full)!, full);
        if (File.Exists(Path.Combine(full, IssueFile)))
            return ReadPart(full, null);
        if (Directory.Exists(Path.Combine(full, "articles")) || Directory.Exists(Path.Combine(full, "registry")))
        {
            var reader = new SeedReader(full);
            var articles = Path.Combine(full, "articles");
            string[] folders = Directory.Exists(articles) ? [.. Directory.GetDirectories(articles).Order(StringComparer.Ordinal)] : [];
            var source = new SeedSource(
                reader.ReadRegistry(),
                [.. folders.Select(folder => reader.ReadIssue(folder, null)).OfType<SeedIssue>()],
                IsWhole: true,
                HasRegistry: true
            );
            return (source, reader._problems);
        }
        var found = Directory.Exists(full) ? "a folder with none of them" : "nothing";
        var problem = new Problem(
            ProblemCodes.FileUnreadable,
            new(path),
            $"Found {found}; allowed is a seeds folder (registry/, articles/), a folder with {IssueFile}, or an article's .yaml file "
                + $"beside it."
        );
        return (new SeedSource([], [], IsWhole: false, HasRegistry: false), [problem]);
    }

    private static (SeedSource, IReadOnlyList<Problem>) ReadPart(string issueFolder, string? articleFile)
    {
        var above = Path.GetDirectoryName(Path.GetDirectoryName(issueFolder)) ?? issueFolder;
        var hasRegistry = Directory.Exists(Path.Combine(above, "registry"));
        var reader = new SeedReader(hasRegistry ? above : Path.GetDirectoryName(issueFolder) ?? issueFolder);
        var registry = hasRegistry ? reader.ReadRegistry() : [];
        var issue = reader.ReadIssue(issueFolder, articleFile);
        return (new SeedSource(registry, issue is null ? [] : [issue], IsWhole: false, hasRegistry), reader._problems);
    }

    private List<SeedEntity> ReadRegistry()
    {
        var folder = Path.Combine(_root, "registry");
        if (!Directory.Exists(folder))
            return [];
        return [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).SelectMany(ReadRegistryFile)];
    }

    private IEnumerable<SeedEntity> ReadRegistryFile(string path)
    {
        if (Load(path) is not { } root)
            yield break;
        if (root is not YamlSequenceNode list)
        {
            _problems.Add(
                new(ProblemCodes.Syntax, new(Relative(path), (int)root.Start.Line), "A registry file is a list, one '- {…}' per name.")
            );
            yield break;
        }
        for (var i = 0; i < list.Children.Count; i++)
        {
            if (list.Children[i] is YamlMappingNode node)
                yield return SeedArticleReader.ReadEntity(new YamlMap(node, Relative(path), $"[{i}]", _problems));
            else
                _problems.Add(
                    new(
                        ProblemCodes.Syntax,
                        new(Relative(path), (int)list.Children[i].Start.Line, $"[{i}]"),
                        "An entry of the registry is {id: …, type: …, name: …, en: …}."
                    )
                );
        }
    }

    private SeedIssue? ReadIssue(string folder, string? onlyArticle)
    {
        var path = Path.Combine(folder, IssueFile);
        if (!File.Exists(path))
        {
            _problems.Add(
                new(
                    ProblemCodes.FileUnreadable,
                    new(Relative(path)),
                    "The issue's file is missing: newspaper, date, sha256 and lines stand in it."
                )
            );
            return null;
        }
        if (LoadMap(path) is not { } map)
            return null;
        var lines = new Dictionary<string, (Location, IReadOnlyList<SeedText>)>(StringComparer.Ordinal);
        if (map.Map("articles") is { } articles)
        {
            foreach (var name in articles.Keys.ToList())
                lines[name] = (articles.Location with { Field = $"articles.{name}" }, articles.Texts(name));
        }
        var issue = new SeedIssue(Path.GetFileName(folder), map.Location)
        {
            Newspaper = map.Required("newspaper"),
            NewspaperEnglish = map.Required("newspaperEnglish"),
            Date = map.Required("date"),
            Sha256 = map.Required("sha256"),
            LineCount = map.Required("lines"),
            Masthead = map.Texts("masthead"),
            Lines = lines,
            Repeats = [.. map.Maps("repeats").Select(ReadRepeat)],
            Corrections = [.. map.Maps("corrections").Select(ReadCorrection)],
            Articles =
            [
                .. Directory
                    .GetFiles(folder, "*.yaml")
                    .Order(StringComparer.Ordinal)
                    .Where(file => Path.GetFileName(file) != IssueFile && (onlyArticle is null || file == onlyArticle))
                    .Select(file => ReadArticle(folder, file))
                    .OfType<SeedArticle>(),
            ],
        };
        map.Close();
        return issue;
    }

    private static SeedRepeat ReadRepeat(YamlMap map)
    {
        var repeat = new SeedRepeat(map.Location, map.Required("lines"), map.Required("of"), map.Required("reason"));
        map.Close();
        return repeat;
    }

    private static SeedCorrection ReadCorrection(YamlMap map)
    {
        var correction = new SeedCorrection(
            map.Location,
            map.Required("at"),
            map.Required("printed"),
            map.Required("probably"),
            map.Required("reason")
        );
        map.Close();
        return correction;
    }

    private SeedArticle? ReadArticle(string folder, string file) =>
        LoadMap(file) is { } map
            ? SeedArticleReader.ReadArticle($"{Path.GetFileName(folder)}/{Path.GetFileNameWithoutExtension(file)}", map)
            : null;

    private YamlMap? LoadMap(string path)
    {
        var root = Load(path);
        if (root is YamlMappingNode node)
            return new YamlMap(node, Relative(path), "", _problems);
        if (root is not null)
            _problems.Add(
                new(ProblemCodes.Syntax, new(Relative(path), (int)root.Start.Line), "The file is a mapping: 'key: value' lines.")
            );
        return null;
    }

    private YamlNode? Load(string path)
    {
        try
        {
            using var reader = File.OpenText(path);
            var stream = new YamlStream();
            stream.Load(reader);
            if (stream.Documents.Count == 1)
                return stream.Documents[0].RootNode;
            _problems.Add(new(ProblemCodes.Syntax, new(Relative(path)), $"Found {stream.Documents.Count} YAML documents; allowed is one."));
        }
        catch (YamlException e)
        {
            _problems.Add(new(ProblemCodes.Syntax, new(Relative(path), (int)e.Start.Line), $"Not YAML: {e.Message}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _problems.Add(new(ProblemCodes.FileUnreadable, new(Relative(path)), e.Message));
        }
        return null;
    }

    private string Relative(string path) => Path.GetRelativePath(_root, path).Replace('\\', '/');
}
