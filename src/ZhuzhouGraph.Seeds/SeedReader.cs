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
    private const string Extension = ".yaml";
    private const string Articles = "articles";
    private const string Registry = "registry";

    /// <summary>How the library begins what it says of a key that stands twice.</summary>
    private const string DuplicateKey = "Duplicate key ";
    private readonly List<Problem> _problems = [];
    private readonly List<Location> _unread = [];
    private readonly List<SeedReference> _references = [];
    private readonly List<SeedLink> _links = [];
    private readonly CancellationToken _cancellationToken;

    private SeedReader(string root, CancellationToken cancellationToken) => (_root, _cancellationToken) = (root, cancellationToken);

    /// <summary>What is wrong with a path at which nothing can be read, and what is allowed; null where something can.</summary>
    public static string? Refusal(string path)
    {
        var found = true switch
        {
            _ when path.Length == 0 => "an empty path",
            _ when File.Exists(path) => Path.GetExtension(path) != Extension ? $"the file '{path}', which is no {Extension} file"
            : !File.Exists(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, IssueFile))
                ? $"the file '{path}', which has no {IssueFile} beside it"
            : null,
            _ when !Directory.Exists(path) => $"nothing at '{path}'",
            _ when File.Exists(Path.Combine(path, IssueFile)) => null,
            _ when Directory.Exists(Path.Combine(path, Articles)) || Directory.Exists(Path.Combine(path, Registry)) => null,
            _ => $"the folder '{path}', in which none of these stands",
        };
        return found is null
            ? null
            : $"found {found}; allowed is a seeds folder ({Registry}/, {Articles}/), a folder with {IssueFile}, or an article's "
                + $"{Extension} "
                + "file beside it.";
    }

    /// <summary>Reads what stands at the path. An issue or article inside a seeds folder brings that folder's registry along.</summary>
    public static SeedSource Read(string path, CancellationToken cancellationToken)
    {
        if (Refusal(path) is { } refusal)
        {
            var where = new Location(path);
            return new SeedSource([], [], IsWhole: false, HasRegistry: false, [new(ProblemCodes.FileUnreadable, where, refusal)], [where]);
        }
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
            return ReadPart(Path.GetDirectoryName(full)!, Path.GetFileName(full) == IssueFile ? null : full, cancellationToken);
        if (File.Exists(Path.Combine(full, IssueFile)))
            return ReadPart(full, null, cancellationToken);
        var reader = new SeedReader(full, cancellationToken);
        var registry = reader.ReadRegistry();
        var articles = Path.Combine(full, Articles);
        string[] folders = Directory.Exists(articles) ? [.. Directory.GetDirectories(articles).Order(StringComparer.Ordinal)] : [];
        var issues = folders.Select(folder => reader.ReadIssue(folder, null)).OfType<SeedIssue>().ToList();
        return new SeedSource(registry, issues, IsWhole: true, HasRegistry: true, reader._problems, reader._unread)
        {
            Background = reader.Background,
        };
    }

    private static SeedSource ReadPart(string issueFolder, string? articleFile, CancellationToken cancellationToken)
    {
        var above = Path.GetDirectoryName(Path.GetDirectoryName(issueFolder)) ?? issueFolder;
        var hasRegistry = Directory.Exists(Path.Combine(above, Registry));
        var reader = new SeedReader(hasRegistry ? above : Path.GetDirectoryName(issueFolder) ?? issueFolder, cancellationToken);
        var registry = hasRegistry ? reader.ReadRegistry() : [];
        var issue = reader.ReadIssue(issueFolder, articleFile);
        return new SeedSource(registry, issue is null ? [] : [issue], IsWhole: false, hasRegistry, reader._problems, reader._unread)
        {
            Background = reader.Background,
        };
    }

    /// <summary>What the registry's files have given of it so far.</summary>
    private SeedBackground Background => new([.. _references], [.. _links]);

    private List<SeedEntity> ReadRegistry()
    {
        var folder = Path.Combine(_root, Registry);
        if (!Directory.Exists(folder))
        {
            Unreadable(folder, null, ProblemCodes.FileUnreadable, "The folder is missing: the names that outlive one article stand in it.");
            return [];
        }
        return [.. SeedFiles.In(folder).SelectMany(ReadRegistryFile)];
    }

    private IEnumerable<SeedEntity> ReadRegistryFile(string path)
    {
        if (Load(path) is not var (root, source))
            yield break;
        if (root is YamlMappingNode background)
        {
            ReadBackground(new YamlMap(background, source, ""));
            yield break;
        }
        if (root is not YamlSequenceNode list)
        {
            const string allowed = "A registry file is a list, one '- {…}' per name, or a mapping of 'references' and 'links'.";
            Unreadable(path, (int)root.Start.Line, ProblemCodes.Syntax, allowed);
            yield break;
        }
        for (var i = 0; i < list.Children.Count; i++)
        {
            if (list.Children[i] is YamlMappingNode node)
                yield return SeedArticleReader.ReadEntity(new YamlMap(node, source, $"[{i}]"));
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

    private void ReadBackground(YamlMap map)
    {
        _references.AddRange(map.Maps("references").Select(SeedArticleReader.ReadReference));
        _links.AddRange(map.Maps("links").Select(SeedArticleReader.ReadBackgroundLink));
        map.Close();
    }

    private SeedIssue? ReadIssue(string folder, string? onlyArticle)
    {
        var path = Path.Combine(folder, IssueFile);
        if (!Path.Exists(path))
        {
            const string missing = "The issue's file is missing: newspaper, date, sha256 and lines stand in it.";
            Unreadable(path, null, ProblemCodes.FileUnreadable, missing);
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
                .. SeedFiles
                    .In(folder)
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
        if (Load(path) is not var (root, source))
            return null;
        if (root is YamlMappingNode node)
            return new YamlMap(node, source, "");
        Unreadable(path, (int)root.Start.Line, ProblemCodes.Syntax, "The file is a mapping: 'key: value' lines.");
        return null;
    }

    private (YamlNode Root, YamlSource Source)? Load(string path)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (WholeFile.Read(path, SeedFiles.MaxBytes, out var problem) is not { } bytes)
            Unreadable(path, null, ProblemCodes.FileUnreadable, $"{Sentence(problem!)}.");
        else if (Utf8Text.Read(bytes, out problem) is not { } text)
            Unreadable(path, null, ProblemCodes.FileUnreadable, $"{Sentence(problem!)}; a seed is UTF-8.");
        else
            return Parse(path, text);
        return null;
    }

    private (YamlNode, YamlSource)? Parse(string path, string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new SeedYamlParser(text));
            if (stream.Documents.Count == 1)
                return (stream.Documents[0].RootNode, new YamlSource(Relative(path), text.Split('\n'), _problems));
            Unreadable(path, null, ProblemCodes.Syntax, "Found no value in the file; allowed is one YAML document.");
        }
        catch (SeedYamlException e)
        {
            Unreadable(path, (int)e.Start.Line, ProblemCodes.Syntax, e.Message);
        }
        catch (YamlException e) when (e.Message.StartsWith(DuplicateKey, StringComparison.Ordinal))
        {
            var key = SeedCharacters.Shown(e.Message[DuplicateKey.Length..].Trim());
            var found = $"Found the key '{key}' a second time; allowed is each key once in a mapping.";
            Unreadable(path, (int)e.Start.Line, ProblemCodes.Syntax, found);
        }
        catch (YamlException e)
        {
            NotYaml(e);
        }
        catch (InvalidOperationException)
        {
            // What the library says of an entry of a list in a bracket that is open.
            NotYaml(null);
        }
        return null;

        void NotYaml(YamlException? fault)
        {
            var (line, message) = YamlFaults.Of(text, fault);
            Unreadable(path, line, ProblemCodes.Syntax, message);
        }
    }

    /// <summary>Notes a file of which nothing is known but why.</summary>
    private void Unreadable(string path, int? line, string code, string message)
    {
        _problems.Add(new(code, new(Relative(path), line), message));
        _unread.Add(new(Relative(path)));
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private string Relative(string path) => Path.GetRelativePath(_root, path).Replace('\\', '/');
}
