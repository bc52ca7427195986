namespace ZhuzhouGraph;

/// <summary>The declaration of one kind of thing. Storage, validation, GraphQL types and documents follow from it.</summary>
/// <param name="Name">The GraphQL type name, such as <c>Company</c>.</param>
/// <param name="Chinese">The Chinese term, such as 企业.</param>
/// <param name="Plural">The root connection field, such as <c>companies</c>.</param>
/// <param name="Prefix">What stands before the colon of an id, such as <c>org</c>. Types may share a prefix, so that a type can change and
/// the id stays.</param>
/// <param name="Description">What belongs to the type and what does not.</param>
public sealed record EntityType(string Name, string Chinese, string Plural, string Prefix, string Description)
{
    /// <summary>The closed list of kinds; empty where the type has none.</summary>
    public IReadOnlyList<Choice> Kinds { get; init; } = [];

    /// <summary>Classification of the type's own. Nothing that the paper could be wrong about stands here.</summary>
    public IReadOnlyList<PropertyDeclaration> Properties { get; init; } = [];

    /// <summary>True for what happens on days: the entity has a <see cref="Period"/>.</summary>
    public bool HasPeriod { get; init; }
}
