namespace ZhuzhouGraph.Stores;

/// <summary>What a store holds outside of a unit that bears on the import of the unit.</summary>
public sealed record BatchSurroundings
{
    /// <summary>Nothing at all.</summary>
    public static BatchSurroundings None { get; } =
        new()
        {
            Statements = Array.Empty<ArticleStatement>().ToLookup(statement => statement.Relationship.Id),
            Entities = new Dictionary<string, KnownEntity>(),
        };

    /// <summary>
    /// What other articles state, per relationship that the unit states or stated; what several say in the same words may be given once.
    /// </summary>
    public required ILookup<string, ArticleStatement> Statements { get; init; }

    /// <summary>The entities that the unit holds, held, mentions or mentioned. Unknown ids have no key.</summary>
    public required IReadOnlyDictionary<string, KnownEntity> Entities { get; init; }
}

/// <summary>A relationship as one article states it.</summary>
/// <param name="Cited">The place of its first citation there: see <see cref="CitationKey"/>.</param>
public sealed record ArticleStatement(Relationship Relationship, string Cited);

/// <summary>An entity that a store holds. Who mentions it is asked only where no unit will declare it: others may leave that out.</summary>
/// <param name="Record">As its unit declares it.</param>
/// <param name="Unit">The unit that holds it; null where none does any more but something still mentions it.</param>
public sealed record KnownEntity(Entity Record, string? Unit)
{
    /// <summary>True where only closed observations mention it: it is resolved by id and listed nowhere.</summary>
    public bool IsPast { get; init; }

    /// <summary>The folded names of the entity that other articles than the unit print.</summary>
    public required IReadOnlySet<string> PrintedElsewhere { get; init; }

    /// <summary>True where another article than the unit mentions it.</summary>
    public bool IsMentionedElsewhere { get; init; }

    /// <summary>The listed entities that refer to it in a property.</summary>
    public IReadOnlyList<string> ReferredToBy { get; init; } = [];

    /// <summary>The entities of the past that refer to it in a property.</summary>
    public IReadOnlyList<string> ReferredToByPast { get; init; } = [];

    /// <summary>True where an observation that was closed before mentions it.</summary>
    public bool IsInPastObservation { get; init; }
}
