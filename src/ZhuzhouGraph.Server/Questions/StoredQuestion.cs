using System.Text.Json;
using System.Text.RegularExpressions;

namespace ZhuzhouGraph.Server.Questions;

/// <summary>
/// A question that the graph answers, with its query and the answer. Each is a file <c>Questions/SLUG.md</c>, which is part of the
/// program: six parts with one empty line between two and none inside, in the order of the properties below.
/// </summary>
public sealed partial record StoredQuestion
{
    private const string Folder = "Questions/";

    private static readonly Lazy<IReadOnlyList<StoredQuestion>> Embedded = new(ReadEmbedded);

    private static readonly (Regex Form, string Allowed)[] Parts =
    [
        (Heading(), "'# ' and the question in English, on one line"),
        (Bold(), "the question in Chinese between '**' and '**', on one line"),
        (Whom(), $"'For: ' and one of {string.Join(", ", Enum.GetNames<Audience>().Select(name => name.ToLowerInvariant()))}"),
        (Paragraph(), "the explanation, a paragraph of text"),
        (GraphQLBlock(), "the query, between '```graphql' and '```'"),
        (JsonBlock(), "the answer, between '```json' and '```'"),
    ];

    /// <summary>Every stored question: by audience, then by slug.</summary>
    /// <exception cref="FormatException">A file of the program is malformed.</exception>
    public static IReadOnlyList<StoredQuestion> All => Embedded.Value;

    /// <summary>The file's name without its ending, such as <c>posts-of-a-person</c>. It does not change: addresses hold it.</summary>
    public required string Slug { get; init; }

    /// <summary>The question in English.</summary>
    public required string English { get; init; }

    /// <summary>The question in Chinese.</summary>
    public required string Chinese { get; init; }

    /// <summary>For whom it is.</summary>
    public required Audience Audience { get; init; }

    /// <summary>How to read the query or the answer, in English; names of fields stand between backticks.</summary>
    public required string Explanation { get; init; }

    /// <summary>The GraphQL document: one query without variables.</summary>
    public required string Query { get; init; }

    /// <summary>
    /// The response as JSON, from the seeds of this repository and without the newspaper's text; <c>extensions</c> is left out.
    /// </summary>
    public required string Answer { get; init; }

    /// <summary>Returns the question that stands in a file.</summary>
    /// <param name="name">The file's name without its folder.</param>
    /// <param name="text">What stands in it, with line feeds.</param>
    /// <exception cref="FormatException">
    /// The file is malformed; the message tells all problems, each with its line and what is allowed.
    /// </exception>
    public static StoredQuestion Read(string name, string text)
    {
        var problems = new List<string>();
        if (!FileName().IsMatch(name))
            problems.Add("its name is not lower-case words joined by '-', such as posts-of-a-person.md");

        var parts = text.TrimEnd('\n').Split("\n\n");
        var values = new string[Parts.Length];
        var line = 1;
        for (var at = 0; at < Math.Max(parts.Length, Parts.Length); at++)
        {
            var part = at < parts.Length ? parts[at] : null;
            var allowed = at < Parts.Length ? Parts[at].Allowed : "nothing more (no part has an empty line inside)";
            var match = part is not null && at < Parts.Length ? Parts[at].Form.Match(part) : Match.Empty;
            if (!match.Success)
                problems.Add($"line {line}: allowed is {allowed}; found is {(part is null ? "the end" : $"'{part.Split('\n')[0]}'")}");
            else
                values[at] = match.Groups["value"].Value;
            line += part is null ? 0 : part.Count(c => c == '\n') + 2;
        }
        if (values[^1] is { } answer && WhyNotJson(answer) is { } reason)
            problems.Add($"the answer is not JSON: {reason}");

        if (problems.Count > 0)
            throw new FormatException($"{Folder}{name} is not a question:\n  {string.Join("\n  ", problems)}");
        return new StoredQuestion
        {
            Slug = Path.GetFileNameWithoutExtension(name),
            English = values[0],
            Chinese = values[1],
            Audience = Enum.Parse<Audience>(values[2], ignoreCase: true),
            Explanation = values[3].Replace('\n', ' '),
            Query = values[4],
            Answer = values[5],
        };
    }

    private static List<StoredQuestion> ReadEmbedded()
    {
        var program = typeof(StoredQuestion).Assembly;
        var questions = new List<StoredQuestion>();
        foreach (var name in program.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(program.GetManifestResourceStream(name)!);
            questions.Add(Read(name[Folder.Length..], reader.ReadToEnd()));
        }
        return [.. questions.OrderBy(question => question.Audience).ThenBy(question => question.Slug, StringComparer.Ordinal)];
    }

    private static string? WhyNotJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return null;
        }
        catch (JsonException e)
        {
            return e.Message;
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*[.]md$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\A# (?<value>\S.*)\z")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\A\*\*(?<value>[^*\n]+)\*\*\z")]
    private static partial Regex Bold();

    [GeneratedRegex(@"\AFor: (?<value>analyst|dashboard|journalist)\z")]
    private static partial Regex Whom();

    [GeneratedRegex(@"\A(?![#*]|```|For:)(?<value>\S.*)\z", RegexOptions.Singleline)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"\A```graphql\n(?<value>.+)\n```\z", RegexOptions.Singleline)]
    private static partial Regex GraphQLBlock();

    [GeneratedRegex(@"\A```json\n(?<value>.+)\n```\z", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
