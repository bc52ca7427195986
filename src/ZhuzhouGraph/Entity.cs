using NodaTime;

namespace ZhuzhouGraph;

/// <summary>On what a name rests.</summary>
public enum NameBasis
{
    /// <summary>Printed in an article; cited.</summary>
    Printed,

    /// <summary>Our translation.</summary>
    Translation,

    /// <summary>Our own words for what the paper describes without naming it.</summary>
    Editorial,
}

/// <summary>A name of an entity.</summary>
/// <param name="Text">The name, as printed where <paramref name="Basis"/> says so.</param>
/// <param name="Language">BCP 47: <c>zh</c> or <c>en</c>.</param>
/// <param name="Basis">On what it rests.</param>
/// <param name="IsPrimary">One name per language is the primary one.</param>
public sealed record EntityName(string Text, string Language, NameBasis Basis, bool IsPrimary);

/// <summary>
/// A thing that the papers name: names and classification only. Whatever the paper could be wrong about is a
/// <see cref="Relationship"/> or an <see cref="Observation"/>, with a citation.
/// </summary>
public sealed record Entity : IGraphNode
{
    /// <summary><c>prefix:slug</c>, stable for ever.</summary>
    public required string Id { get; init; }

    public required EntityType Type { get; init; }

    /// <summary>One of the type's kinds, or null.</summary>
    public string? Kind { get; init; }

    /// <summary>All names, in the order: primary Chinese, primary English, others as the seed lists them.</summary>
    public required IReadOnlyList<EntityName> Names { get; init; }

    /// <summary>Ids that the thing had before; they keep resolving.</summary>
    public IReadOnlyList<string> FormerIds { get; init; } = [];

    /// <summary>Values of the type's declared properties; absent ones have no key.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>When an event happens; null for every other type, and where the paper does not say.</summary>
    public Period? Period { get; init; }

    /// <summary>
    /// When the last that stands ceased to declare or mention it; null while it is listed. Given where it is asked for by its id.
    /// </summary>
    public Instant? RemovedAt { get; init; }

    /// <summary>The primary Chinese name, or the first name.</summary>
    public string Name => (Names.FirstOrDefault(n => n is { IsPrimary: true, Language: "zh" }) ?? Names[0]).Text;
}
