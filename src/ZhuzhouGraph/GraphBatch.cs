namespace ZhuzhouGraph;

/// <summary>A sentence of a held text, for search.</summary>
/// <param name="Span">Where it stands in its article's text.</param>
public sealed record Sentence(Address Address, string Text, Span Span);

/// <summary>
/// One unit of import: the registry, or one article with everything that it states. Already valid: stores do not check the model's rules
/// again.
/// </summary>
public sealed record GraphBatch
{
    /// <summary>The unit that holds the registry's entities.</summary>
    public const string Registry = "registry";

    /// <summary><see cref="Registry"/>, or the id of <see cref="Article"/>.</summary>
    public required string Unit { get; init; }

    /// <summary>SHA-256 over everything in the unit, whether its text is held included.</summary>
    public required string Hash { get; init; }

    /// <summary>The entities that the unit owns.</summary>
    public IReadOnlyList<Entity> Entities { get; init; } = [];

    /// <summary>Null for the registry.</summary>
    public Article? Article { get; init; }

    /// <summary>
    /// What this article states, one per relationship id; of the registry what documents state of the background. Ends may be owned by the
    /// registry or by this unit.
    /// </summary>
    public IReadOnlyList<Relationship> Relationships { get; init; } = [];

    /// <summary>What this article prints. <see cref="Observation.RecordedAt"/> is the store's to set.</summary>
    public IReadOnlyList<Observation> Observations { get; init; } = [];

    /// <summary>
    /// At least one for every relationship and observation of an article, and one for every printed name in every sentence that mentions
    /// it.
    /// </summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>All sentences of the article; empty where the text is not held.</summary>
    public IReadOnlyList<Sentence> Sentences { get; init; } = [];

    /// <summary>The text of the whole issue; null where it is not held.</summary>
    public string? IssueText { get; init; }
}

/// <summary>What an import did.</summary>
/// <param name="IsChanged">False where the store held the same already; the counts are then 0.</param>
/// <param name="Version">The data version after the import.</param>
public sealed record ImportOutcome(string Unit, bool IsChanged, long Version, int Added, int Changed, int Removed);
