namespace ZhuzhouGraph;

/// <summary>The declaration of one kind of statement between two things.</summary>
/// <param name="Name">The name in the store and in GraphQL's enum, such as <c>HOLDS_POST</c>.</param>
/// <param name="Chinese">The Chinese term.</param>
/// <param name="Description">What is stated, in English.</param>
public sealed record RelationshipType(string Name, string Chinese, string Description)
{
    /// <summary>The word of a seed's link, such as <c>holdsPost</c>: the name in camelCase.</summary>
    public string SeedWord { get; } = ToCamelCase(Name);

    /// <summary>The GraphQL type name, such as <c>HoldsPost</c>.</summary>
    public string TypeName { get; } = char.ToUpperInvariant(Name[0]) + ToCamelCase(Name)[1..];

    /// <summary>The entity types that it may start from.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>The entity types that it may lead to, or <c>Article</c>.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>The field on the types of <see cref="From"/>, such as <c>posts</c>.</summary>
    public required string Forward { get; init; }

    /// <summary>The field on the types of <see cref="To"/>, such as <c>holders</c>.</summary>
    public required string Reverse { get; init; }

    /// <summary>True where nothing is reached from itself: a whole is no part of its part.</summary>
    public bool IsHierarchy { get; init; }

    /// <summary>True where it leads to where something is: a firm at that end stands for the place where the firm is located.</summary>
    public bool LeadsToWhere { get; init; }

    public IReadOnlyList<PropertyDeclaration> Properties { get; init; } = [];

    private static string ToCamelCase(string name)
    {
        var words = name.ToLowerInvariant().Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
    }
}
