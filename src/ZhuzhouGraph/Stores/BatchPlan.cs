namespace ZhuzhouGraph.Stores;

/// <summary>A relationship after an import.</summary>
/// <param name="Record">Merged from all its statements.</param>
/// <param name="Sort">The place of its first citation.</param>
/// <param name="IsNew">False where the store holds an older form of it.</param>
public sealed record MergedRelationship(Relationship Record, string Sort, bool IsNew);

/// <summary>
/// What an import of one unit writes: the difference between what the unit held and what it holds now, worked out before anything is
/// written.
/// </summary>
public sealed record BatchPlan
{
    /// <summary>A plan that writes nothing.</summary>
    public static BatchPlan Nothing { get; } =
        new()
        {
            Changes = [],
            Entities = [],
            Disowned = [],
            Past = [],
            Gone = [],
            Freed = [],
            Uncited = new Dictionary<string, IReadOnlyList<string>>(),
            CitationCounts = new Dictionary<string, int>(),
            Relationships = [],
            Ended = [],
            Statements = [],
            Withdrawn = [],
            Observations = [],
            Closed = [],
            Moved = [],
            Citations = [],
            Uncitings = [],
            PastCited = [],
            CitedAnew = [],
            Mentions = new Dictionary<string, string>(),
            Unmentioned = [],
        };

    /// <summary>
    /// What became of each node, in the order of the change log: entities, relationships, observations, articles, each by id. Empty where
    /// no answer changes.
    /// </summary>
    public required IReadOnlyList<(ChangeKind Kind, string Id)> Changes { get; init; }

    /// <summary>Entities that the unit declares anew or otherwise.</summary>
    public required IReadOnlyList<Entity> Entities { get; init; }

    /// <summary>Entities that the unit no longer declares.</summary>
    public required IReadOnlyList<string> Disowned { get; init; }

    /// <summary>Entities that only closed observations mention from now on.</summary>
    public required IReadOnlyList<string> Past { get; init; }

    /// <summary>Entities that nothing mentions any more.</summary>
    public required IReadOnlyList<string> Gone { get; init; }

    /// <summary>Former ids that their entity claims no more: whoever else claims one has it from now on, the least id of several.</summary>
    public required IReadOnlyList<string> Freed { get; init; }

    /// <summary>The printed names that no article prints, per listed entity for which they may have changed.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Uncited { get; init; }

    /// <summary>By how much the citations of an entity's names become more or fewer; never 0.</summary>
    public required IReadOnlyDictionary<string, int> CitationCounts { get; init; }

    /// <summary>Relationships that are new, or that differ in their record or place.</summary>
    public required IReadOnlyList<MergedRelationship> Relationships { get; init; }

    /// <summary>Relationships that no article states any more.</summary>
    public required IReadOnlyList<Relationship> Ended { get; init; }

    /// <summary>What the article states from now on, new or otherwise than before.</summary>
    public required IReadOnlyList<ArticleStatement> Statements { get; init; }

    /// <summary>The relationships that the article no longer states.</summary>
    public required IReadOnlyList<string> Withdrawn { get; init; }

    /// <summary>New vintages of observations, each with its place.</summary>
    public required IReadOnlyList<(Observation Record, string Sort)> Observations { get; init; }

    /// <summary>Observations whose standing vintage ends.</summary>
    public required IReadOnlyList<string> Closed { get; init; }

    /// <summary>Observations that are as they were, at another place.</summary>
    public required IReadOnlyList<(string Id, string Sort)> Moved { get; init; }

    /// <summary>Citations that are new or otherwise than before.</summary>
    public required IReadOnlyList<(CitationKey Key, Citation Record)> Citations { get; init; }

    /// <summary>Citations that are no more. Those of observations that only end are not among them.</summary>
    public required IReadOnlyList<CitationKey> Uncitings { get; init; }

    /// <summary>Observations that end without a successor: their citations stay, as things of the past.</summary>
    public required IReadOnlyList<string> PastCited { get; init; }

    /// <summary>Observations that begin, perhaps again: citations of the past that they had are no more.</summary>
    public required IReadOnlyList<string> CitedAnew { get; init; }

    /// <summary>
    /// The entities that the article mentions from now on, new or in another way, each with the strongest way: see <see cref="Mentions"/>.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Mentions { get; init; }

    /// <summary>The entities that the article no longer mentions.</summary>
    public required IReadOnlyList<string> Unmentioned { get; init; }

    /// <summary>True where the article's record, its text or the number of its citations differs.</summary>
    public bool HasArticleChanged { get; init; }

    /// <summary>True where the held sentences differ.</summary>
    public bool HaveSentencesChanged { get; init; }
}
