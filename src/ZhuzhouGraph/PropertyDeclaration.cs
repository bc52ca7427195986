namespace ZhuzhouGraph;

/// <summary>What the value of a declared property is.</summary>
public enum PropertyKind
{
    /// <summary>Words as printed, or a few words of our own where the declaration says so.</summary>
    Text,

    /// <summary>A whole number, in decimal digits.</summary>
    Number,

    /// <summary>One of the declaration's <see cref="PropertyDeclaration.Choices"/>.</summary>
    Choice,

    /// <summary>The id of one entity.</summary>
    Entity,

    /// <summary>The ids of one or more entities, joined by one space.</summary>
    Entities,
}

/// <summary>A value of a closed list, with its Chinese term.</summary>
public sealed record Choice(string Name, string Chinese, string Description);

/// <summary>A property that an entity type or a relationship type declares.</summary>
/// <param name="Name">The name in seeds, in the store and in GraphQL, in camelCase.</param>
/// <param name="Chinese">The Chinese term.</param>
/// <param name="Description">What the value means, in English.</param>
/// <param name="Kind">What the value is.</param>
public sealed record PropertyDeclaration(string Name, string Chinese, string Description, PropertyKind Kind)
{
    /// <summary>Relationships that differ in a key property are two relationships; others merge.</summary>
    public bool IsKey { get; init; }

    /// <summary>True for a key that was declared after its type: where it is absent, the id is what it was before. One per type.</summary>
    public bool IsLaterKey { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>The allowed values of a <see cref="PropertyKind.Choice"/>; empty for every other kind.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>The entity types that an entity-valued property may name; empty means any.</summary>
    public IReadOnlyList<string> EntityTypes { get; init; } = [];
}
