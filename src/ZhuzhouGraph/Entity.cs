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
    private readonly IReadOnlyList<EntityName> _names = [];

    /// <summary><c>prefix:slug</c>, stable for ever.</summary>
    public required string Id { get; init; }

    public required EntityType Type { get; init; }

    /// <summary>One of the type's kinds, or null.</summary>
    public string? Kind { get; init; }

    /// <summary>True where <see cref="Names"/> and what is declared behind them were not read.</summary>
    public bool IsBrief { get; init; }

    /// <summary>The primary Chinese name, or the first name.</summary>
    public string Name => (_names.FirstOrDefault(n => n is { IsPrimary: true, Language: "zh" }) ?? _names[0]).Text;

    /// <summary>The primary English name, or null.</summary>
    public string? NameEnglish => _names.FirstOrDefault(n => n is { IsPrimary: true, Language: "en" })?.Text;

    /// <summary>All names, in the order: primary Chinese, primary English, others as the seed lists them.</summary>
    public required IReadOnlyList<EntityName> Names
    {
        get => Brief.Whole(IsBrief, _names);
        init => _names = value;
    }

    /// <summary>Ids that the thing had before; they keep resolving.</summary>
    public IReadOnlyList<string> FormerIds
    {
        get => Brief.Whole(IsBrief, field);
        init;
    } = [];

    /// <summary>Values of the type's declared properties; absent ones have no key.</summary>
    public IReadOnlyDictionary<string, string> Properties
    {
        get => Brief.Whole(IsBrief, field);
        init;
    } = new Dictionary<string, string>();

    /// <summary>When an event happens; null for every other type, and where the paper does not say.</summary>
    public Period? Period
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>
    /// When the last that stands ceased to declare or mention it; null while it is listed. Given where it is asked for by its id.
    /// </summary>
    public Instant? RemovedAt
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>An entity of which only what names it was read.</summary>
    public static Entity InBrief(string id, EntityType type, string? kind, string name, string? nameEnglish) =>
        new()
        {
            Id = id,
            Type = type,
            Kind = kind,
            IsBrief = true,
            Names = nameEnglish is null ? [Primary(name, "zh")] : [Primary(name, "zh"), Primary(nameEnglish, "en")],
        };

    private static EntityName Primary(string text, string language) => new(text, language, NameBasis.Editorial, IsPrimary: true);
}
