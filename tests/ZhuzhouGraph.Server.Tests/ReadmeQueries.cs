using System.Text.RegularExpressions;
using ZhuzhouGraph.Tests;

namespace ZhuzhouGraph.Server.Tests;

/// <summary>The GraphQL queries of the README and the answers that it prints.</summary>
internal static partial class ReadmeQueries
{
    /// <summary>Each query with its answer, in the README's order.</summary>
    public static IReadOnlyList<(string Query, string Answer)> Examples { get; } =
        [.. Example().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"))).Select(m => (m.Groups["query"].Value, m.Groups["answer"].Value))];

    [GeneratedRegex(@"--data-urlencode 'query=(?<query>[^']+)'\n```\n\n```json\n(?<answer>.+?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
