using System.Text.RegularExpressions;

namespace ZhuzhouGraph.Testing;

/// <summary>
/// The seeds of the repository and those of four local reports, in one temporary folder: what a newsroom holds that took other papers
/// up. A line of the local registry takes the place of the line with its id, wherever that stands.
/// </summary>
public sealed partial class LocalNewsSeeds : IDisposable
{
    private static readonly string Local = System.IO.Path.Combine(RepositoryRoot.Path, "tests/ZhuzhouGraph.Seeds.Tests/LocalNews/seeds");

    public LocalNewsSeeds()
    {
        Path = Directory.CreateTempSubdirectory("local-news").FullName;
        var ids = File.ReadLines(System.IO.Path.Combine(Local, "registry/local-news.yaml"))
            .Select(IdOf)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        Copy(RepositoryRoot.Seeds, line => IdOf(line) is not { } id || !ids.Contains(id));
        Copy(Local, _ => true);
    }

    public string Path { get; }

    /// <summary>The texts of the local reports; a test is skipped by name where they are absent, or fails.</summary>
    public static string RequireTexts() => RepositoryRoot.RequireCorpus("local-news");

    /// <summary>The files of the local reports' facts, such as articles/2011-04-13/01-procurement.yaml.</summary>
    public static IEnumerable<string> Reports =>
        Directory
            .GetFiles(System.IO.Path.Combine(Local, "articles"), "*.yaml", SearchOption.AllDirectories)
            .Where(file => System.IO.Path.GetFileName(file) != "issue.yaml")
            .Select(file => System.IO.Path.GetRelativePath(Local, file))
            .Order(StringComparer.Ordinal);

    /// <summary>Puts other words into the line of a figure that a report records once; the line's number.</summary>
    public int Change(string report, string figure, string found, string replaced)
    {
        var file = System.IO.Path.Combine(Path, report);
        var lines = File.ReadAllLines(file);
        var at = lines.Index().Single(x => x.Item.Contains($"{{figure: {figure},", StringComparison.Ordinal)).Index;
        if (!lines[at].Contains(found, StringComparison.Ordinal))
            throw new ArgumentException($"'{found}' does not stand in: {lines[at]}", nameof(found));
        lines[at] = lines[at].Replace(found, replaced, StringComparison.Ordinal);
        File.WriteAllLines(file, lines);
        return at + 1;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private void Copy(string folder, Func<string, bool> isKept)
    {
        foreach (var file in Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.WriteAllLines(copy, File.ReadLines(file).Where(isKept));
        }
    }

    private static string? IdOf(string line) => Introduced().Match(line) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("^- \\{id: ([^,]+),", RegexOptions.CultureInvariant)]
    private static partial Regex Introduced();
}
