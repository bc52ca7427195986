using System.Text.Json.Serialization;

namespace ZhuzhouGraph.Server.Pages.States;

/// <summary>Why there is not what was asked for, and where to go from there.</summary>
/// <param name="Code">The word for it in GraphQL, REST, the command line and the log; null for an address where nothing is.</param>
public sealed record StateModel(string Heading, string? Code, IReadOnlyList<string> Lines)
{
    /// <summary>Who or what was meant, perhaps.</summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];

    /// <summary>The form with what was typed; null where the page has none.</summary>
    public AskedForm? Form { get; init; }

    /// <summary>What is wrong with fields of the form.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];
}

/// <summary>One of several that may be meant, with what tells it from the others.</summary>
public sealed record Candidate(
    string Id,
    [property: JsonPropertyName("__typename")] string TypeName,
    string Name,
    string? NameEnglish = null,
    Listed<object>? Articles = null,
    Listed<Relation>? Relationships = null,
    Listed<Figure>? Observations = null
)
{
    public Named Named => new(Id, TypeName, Name, NameEnglish);
}
