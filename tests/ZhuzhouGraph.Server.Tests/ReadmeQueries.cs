using System.Text.RegularExpressions;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests;

/// <summary>The GraphQL queries of the README and the answers that it prints.</summary>
internal static partial class ReadmeQueries
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));

    /// <summary>Each query for curl with its answer, in the README's order.</summary>
    public static IReadOnlyList<(string Query, string Answer)> Examples { get; } = Read(Example());

    /// <summary>Each of the questions that the graph answers, likewise.</summary>
    public static IReadOnlyList<(string Query, string Answer)> Questions { get; } = Read(Question());

    private static List<(string Query, string Answer)> Read(Regex pattern) =>
        [.. pattern.Matches(Readme).Select(m => (m.Groups["query"].Value, m.Groups["answer"].Value))];

    [GeneratedRegex(@"--data-urlencode 'query=(?<query>[^']+)'\n```\n\n```json\n(?<answer>.+?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"```graphql\n(?<query>.+?)\n```\n\n```json\n(?<answer>.+?)\n```", RegexOptions.Singleline)]
    private static partial Regex Question();
}
