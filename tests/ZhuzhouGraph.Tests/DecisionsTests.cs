using System.Text.RegularExpressions;

namespace ZhuzhouGraph.Tests;

/// <summary>The index of decisions in <c>src</c>, and the entries that each project keeps.</summary>
public sealed partial class DecisionsTests
{
    private static string Source => Path.Combine(RepositoryRoot.Path, "src");

    [Fact]
    public void The_index_lists_every_entry_of_every_project_and_nothing_else()
    {
        var entries = Directory
            .EnumerateFiles(Source, "DECISIONS.md", SearchOption.AllDirectories)
            .Where(file => Path.GetDirectoryName(file) != Source)
            .SelectMany(file => Headings().Matches(File.ReadAllText(file)).Select(heading => Link(file, heading.Groups["title"].Value)));

        IndexLines().Matches(File.ReadAllText(Path.Combine(Source, "DECISIONS.md"))).Select(line => line.Value).ShouldBe(entries, ignoreOrder: true);
    }

    [Fact]
    public void An_entry_has_at_most_twelve_lines()
    {
        foreach (var file in Directory.EnumerateFiles(Source, "DECISIONS.md", SearchOption.AllDirectories).Where(file => Path.GetDirectoryName(file) != Source))
        {
            foreach (var entry in File.ReadAllText(file).Split("\n## ").Skip(1))
                entry.TrimEnd().Split('\n').Length.ShouldBeLessThanOrEqualTo(13, $"{file}: {entry}");
        }
    }

    /// <summary>The line of the index for an entry; its anchor is made from the title as GitHub makes it.</summary>
    private static string Link(string file, string title) =>
        $"- [{title}]({Path.GetRelativePath(Source, file).Replace('\\', '/')}#{NotInAnchors().Replace(title.ToLowerInvariant(), "").Replace(' ', '-')})";

    [GeneratedRegex("^## (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex("^- .+$", RegexOptions.Multiline)]
    private static partial Regex IndexLines();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchors();
}
