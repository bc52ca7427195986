using System.Collections.ObjectModel;

namespace ZhuzhouGraph;

/// <summary>Whether the paper states something or only implies it.</summary>
public enum StatementStatus
{
    Stated,
    Inferred,
}

/// <summary>
/// What the papers state between two things. Statements of one type between the same ends with the same key properties and
/// the same stated period are one relationship, with all their citations; it ends when its last statement ends.
/// </summary>
public sealed record Relationship : IGraphNode
{
    /// <summary><c>rel:</c> and 16 hex digits; see <see cref="IdOf"/>.</summary>
    public required string Id { get; init; }

    public required RelationshipType Type { get; init; }

    /// <summary>The id of the entity that it starts from.</summary>
    public required string From { get; init; }

    /// <summary>The id of the entity, or article, that it leads to.</summary>
    public required string To { get; init; }

    /// <summary>
    /// Values of the type's declared properties; absent ones have no key. Properties that are no keys come from the first statement that
    /// has them.
    /// </summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The stated period, or null.</summary>
    public Period? Period { get; init; }

    public StatementStatus Status { get; init; }

    /// <summary>Why an inferred statement is believed; null for a stated one.</summary>
    public string? Ground { get; init; }

    /// <summary>The id that type, ends, key properties and stated period give.</summary>
    public static string IdOf(RelationshipType type, string from, string to, IReadOnlyDictionary<string, string> properties, Period? period)
    {
        var keys = type.Properties.Where(p => p.IsKey).Select(p => properties.GetValueOrDefault(p.Name));
        return "rel:"
            + NodeId.Hash(
                16,
                [
                    type.Name,
                    from,
                    to,
                    .. keys,
                    period?.Words,
                    period?.First?.ToString("uuuu-MM-dd", null),
                    period?.Last?.ToString("uuuu-MM-dd", null),
                ]
            );
    }
}
