using System.Text.RegularExpressions;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Tests;

/// <summary>The pages of the repository, their links, and the index of decisions.</summary>
public sealed partial class DocumentationTests
{
    private static string Source => Path.Combine(RepositoryRoot.Path, "src");

    private static string Readme => File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));

    /// <summary>Every README and DECISIONS of the repository, and the stored questions.</summary>
    private static IEnumerable<string> Pages =>
        new[] { "src", "tests", "graph-seeds" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.md", SearchOption.AllDirectories))
            .Where(file => !NotOurs().IsMatch(file))
            .Append(Path.Combine(RepositoryRoot.Path, "README.md"));

    private static IEnumerable<string> Decisions =>
        Pages.Where(file => Path.GetFileName(file) == "DECISIONS.md" && Path.GetDirectoryName(file) != Source);

    [Fact]
    public void The_README_has_at_most_200_lines() => Readme.TrimEnd('\n').Split('\n').Length.ShouldBeLessThanOrEqualTo(200);

    [Fact]
    public void The_README_leads_to_nothing_outside_of_the_repository()
    {
        Readme.ShouldNotContain("../");
        Hosts().Matches(Readme).Select(host => host.Groups["host"].Value).Distinct().ShouldBeSubsetOf(["localhost", "127.0.0.1"]);
    }

    [Fact]
    public void Every_link_of_a_page_leads_to_a_file_of_the_repository_and_to_a_title_in_it()
    {
        var broken = new List<string>();
        foreach (var page in Pages)
        {
            foreach (var target in Links().Matches(File.ReadAllText(page)).Select(link => link.Groups["target"].Value))
            {
                var parts = target.Split('#');
                var file = parts[0].Length == 0 ? page : Path.GetFullPath(parts[0], Path.GetDirectoryName(page)!);
                var isThere =
                    file.StartsWith(RepositoryRoot.Path + Path.DirectorySeparatorChar, StringComparison.Ordinal) && Path.Exists(file);
                if (!isThere || (parts.Length > 1 && !Titles(file).Select(Anchor).Contains(parts[1])))
                    broken.Add($"{Path.GetRelativePath(RepositoryRoot.Path, page)}: {target}");
            }
        }
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Every_file_that_a_page_names_is_there()
    {
        var files = Directory
            .EnumerateFiles(Source, "*", SearchOption.AllDirectories)
            .Where(file => !NotOurs().IsMatch(file))
            .Select(file => file.Replace('\\', '/'))
            .ToList();
        var missing = Pages
            .Where(page => page.StartsWith(Source, StringComparison.Ordinal) || Path.GetDirectoryName(page) == RepositoryRoot.Path)
            .SelectMany(page => FileNames().Matches(File.ReadAllText(page)).Select(name => (Page: page, Name: name.Groups["name"].Value)))
            .Where(named => !files.Exists(file => file.EndsWith("/" + named.Name, StringComparison.Ordinal)))
            .Select(named => $"{Path.GetRelativePath(RepositoryRoot.Path, named.Page)}: {named.Name}");

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void The_index_lists_every_decision_of_every_project_and_nothing_else()
    {
        var entries = Decisions.SelectMany(file =>
            Titles(file).Skip(1).Select(title => $"[{title}]({Path.GetRelativePath(Source, file).Replace('\\', '/')}#{Anchor(title)})")
        );

        Links()
            .Matches(File.ReadAllText(Path.Combine(Source, "DECISIONS.md")))
            .Select(link => link.Value)
            .ShouldBe(entries, ignoreOrder: true);
    }

    [Fact]
    public void A_decision_has_at_most_twelve_lines()
    {
        foreach (var file in Decisions)
        {
            foreach (var entry in File.ReadAllText(file).Split("\n## ").Skip(1))
                entry.TrimEnd().Split('\n').Length.ShouldBeLessThanOrEqualTo(13, $"{file}: {entry}");
        }
    }

    private static IEnumerable<string> Titles(string file) =>
        Headings().Matches(File.ReadAllText(file)).Select(heading => heading.Groups["title"].Value);

    /// <summary>The anchor that GitHub makes of a title.</summary>
    private static string Anchor(string title) => NotInAnchors().Replace(title.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"[\\/](bin|obj|node_modules)[\\/]")]
    private static partial Regex NotOurs();

    [GeneratedRegex(@"https?://(?<host>[^/:\s`>]+)")]
    private static partial Regex Hosts();

    [GeneratedRegex(@"\[[^\]]+\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"`(?<name>[\w./]+\.(cs|sql|cypher|graphql))`")]
    private static partial Regex FileNames();

    [GeneratedRegex("^#+ (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchors();
}
