namespace ZhuzhouGraph.Stores;

/// <summary>
/// Works out what an import of one unit writes, from what the unit held, what it holds now and what stands around it. A pure function:
/// the rules of merging, closing and letting go stand here, once for every store that plans before it writes.
/// </summary>
public sealed partial class BatchPlanner
{
    private readonly GraphBatch _stored;
    private readonly GraphBatch _batch;
    private readonly BatchContent _before;
    private readonly BatchContent _after;
    private readonly BatchSurroundings _around;
    private readonly Dictionary<string, Relationship> _statedBefore;
    private readonly Dictionary<string, Relationship> _statedAfter;
    private readonly Dictionary<string, string> _citedBefore;
    private readonly Dictionary<string, string> _citedAfter;
    private readonly Dictionary<string, string> _mentionedBefore;
    private readonly Dictionary<string, string> _mentionedAfter;

    private BatchPlanner(GraphBatch stored, GraphBatch batch, BatchContent before, BatchContent after, BatchSurroundings around)
    {
        (_stored, _batch, _before, _after, _around) = (stored, batch, before, after, around);
        (_statedBefore, _statedAfter) = (stored.Relationships.ToDictionary(r => r.Id), batch.Relationships.ToDictionary(r => r.Id));
        (_citedBefore, _citedAfter) = (FirstCitations(before.Citations.Keys), FirstCitations(after.Citations.Keys));
        (_mentionedBefore, _mentionedAfter) = (Mentions.Of(stored), Mentions.Of(batch));
    }

    /// <summary>The relationships whose statements by other articles the plan needs.</summary>
    public static IReadOnlyList<string> RelationshipsOf(GraphBatch stored, GraphBatch batch) =>
        Union(stored.Relationships.Select(r => r.Id), batch.Relationships.Select(r => r.Id));

    /// <summary>The entities that the plan needs to know: what the unit declares, mentions and refers to, and what it did before.</summary>
    public static IReadOnlyList<string> EntitiesOf(GraphBatch stored, GraphBatch batch) =>
        Union(
            stored.Entities.Select(e => e.Id),
            batch.Entities.Select(e => e.Id),
            stored.Entities.SelectMany(Mentions.Of),
            batch.Entities.SelectMany(Mentions.Of),
            Mentions.Of(stored).Keys,
            Mentions.Of(batch).Keys
        );

    /// <summary>What the unit states, each with its place.</summary>
    public static IEnumerable<ArticleStatement> StatementsOf(GraphBatch batch)
    {
        var cited = FirstCitations(BatchContent.CitationKeysOf(batch));
        return batch.Relationships.Select(r => new ArticleStatement(r, cited.GetValueOrDefault(r.Id) ?? CitationKey.First(batch)));
    }

    /// <summary>The folded words under which the unit prints each entity.</summary>
    public static ILookup<string, string> PrintedNamesOf(GraphBatch batch) => PrintedNames(BatchContent.CitationKeysOf(batch));

    /// <summary>A statement about something that is nowhere would be an answer without a subject.</summary>
    /// <exception cref="GraphStoreException">The batch mentions an entity that neither it nor the store holds.</exception>
    public static void RefuseUnknown(BatchSurroundings around, GraphBatch batch)
    {
        var unknown = Mentions
            .Of(batch)
            .Keys.Concat(batch.Entities.SelectMany(Mentions.Of))
            .Distinct(StringComparer.Ordinal)
            .Except(batch.Entities.Select(e => e.Id), StringComparer.Ordinal)
            .Where(id => around.Entities.GetValueOrDefault(id) is null or { IsPast: true })
            .Order(StringComparer.Ordinal)
            .Take(10)
            .ToList();
        if (unknown.Count > 0)
            throw new GraphStoreException(
                $"{batch.Unit} mentions entities that the store does not hold: {string.Join(", ", unknown)}. Import the unit that holds "
                    + $"them first.",
                isTransient: false
            );
    }

    /// <summary>The plan; null where the batch holds what the store holds.</summary>
    /// <param name="stored">What the unit holds in the store, as a batch; empty for a unit that the store does not have.</param>
    public static BatchPlan? Plan(GraphBatch stored, GraphBatch batch, BatchSurroundings around)
    {
        var (before, after) = (BatchContent.Of(stored), BatchContent.Of(batch));
        return before.IsSameAs(after) ? null : new BatchPlanner(stored, batch, before, after, around).Plan();
    }

    private BatchPlan Plan()
    {
        var relationships = RelationshipsOf(_stored, _batch).Select(Merged).ToList();
        var entities = SettledEntities();
        List<Entity> written = [.. _batch.Entities.Where(e => _before.Entities.GetValueOrDefault(e.Id) != _after.Entities[e.Id])];
        var closed = Different(_before.Observations, _after.Observations);
        var begun = Different(_after.Observations, _before.Observations);
        var ended = _before.Observations.Keys.Except(_after.Observations.Keys, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return new BatchPlan
        {
            Changes =
            [
                .. entities.Changes,
                .. relationships.SelectMany(r => ChangeOf(r.Id, r.Was?.Text, r.Now?.Text)),
                .. Union(_before.Observations.Keys, _after.Observations.Keys)
                    .SelectMany(id => ChangeOf(id, _before.Observations.GetValueOrDefault(id), _after.Observations.GetValueOrDefault(id))),
                .. ArticleChange(),
            ],
            Entities = written,
            Disowned = [.. _before.Entities.Keys.Except(_after.Entities.Keys, StringComparer.Ordinal)],
            Past = entities.Past,
            Gone = entities.Gone,
            Freed = Freed(written, entities.Gone),
            Uncited = entities.Uncited,
            CitationCounts = CitationCounts(),
            Relationships =
            [
                .. relationships
                    .Where(r => r.Now is { } now && (now.Text, now.Sort) != (r.Was?.Text, r.Was?.Sort))
                    .Select(r => new MergedRelationship(r.Now!.Record, r.Now.Sort, r.Was is null)),
            ],
            Ended = [.. relationships.Where(r => r.Now is null).Select(r => r.Was!.Record)],
            Statements = [.. _batch.Relationships.Where(HasStatementChanged).Select(r => new ArticleStatement(r, CitedAfter(r.Id)))],
            Withdrawn = [.. _before.Statements.Keys.Except(_after.Statements.Keys, StringComparer.Ordinal)],
            Observations = [.. _batch.Observations.Where(o => begun.Contains(o.Id)).Select(o => (o, CitedAfter(o.Id)))],
            Closed = [.. closed],
            Moved =
            [
                .. _batch
                    .Observations.Where(o => !begun.Contains(o.Id) && CitedAfter(o.Id) != CitedBefore(o.Id))
                    .Select(o => (o.Id, CitedAfter(o.Id))),
            ],
            Citations =
            [
                .. _batch
                    .Citations.Select(c => (Key: CitationKey.For(c, _batch.Article!), Record: c))
                    .DistinctBy(c => c.Key)
                    .Where(c => _before.Citations.GetValueOrDefault(c.Key) != _after.Citations[c.Key]),
            ],
            Uncitings = [.. _before.Citations.Keys.Except(_after.Citations.Keys).Where(key => !ended.Contains(key.Of))],
            PastCited = [.. ended],
            CitedAnew = [.. _after.Observations.Keys.Except(_before.Observations.Keys, StringComparer.Ordinal)],
            Mentions = _mentionedAfter.Where(m => IsMentionNew(m.Key, m.Value)).ToDictionary(StringComparer.Ordinal),
            Unmentioned = [.. _mentionedBefore.Keys.Except(_mentionedAfter.Keys, StringComparer.Ordinal)],
            HasArticleChanged = _before.Article != _after.Article || _before.Citations.Count != _after.Citations.Count,
            HaveSentencesChanged = !BatchContent.IsSame(_before.Sentences, _after.Sentences),
        };
    }

    private bool HasStatementChanged(Relationship r) =>
        _before.Statements.GetValueOrDefault(r.Id) != _after.Statements[r.Id] || CitedAfter(r.Id) != CitedBefore(r.Id);

    /// <summary>A mention carries the article's date, so it changes with it.</summary>
    private bool IsMentionNew(string entity, string kind) =>
        _mentionedBefore.GetValueOrDefault(entity) != kind || _stored.Article?.Date != _batch.Article?.Date;

    /// <summary>A relationship merged from its statements, and its canonical text.</summary>
    private sealed record Merge(Relationship Record, string Text, string Sort);

    /// <summary>
    /// A relationship before and after, merged from its statements.
    /// </summary>
    private (string Id, Merge? Was, Merge? Now) Merged(string id) =>
        (
            id,
            Merged(id, _statedBefore.GetValueOrDefault(id) is { } was ? new(was, CitedBefore(id)) : null),
            Merged(id, _statedAfter.GetValueOrDefault(id) is { } now ? new(now, CitedAfter(id)) : null)
        );

    private Merge? Merged(string id, ArticleStatement? own)
    {
        var others = _around.Statements[id];
        var ordered = (own is null ? others : others.Append(own)).OrderBy(s => s.Cited, StringComparer.Ordinal).ToList();
        if (ordered.Count == 0)
            return null;
        var record = Relationship.Merge([.. ordered.Select(s => s.Relationship)]);
        return new(record, CanonicalJson.Write(record), ordered[0].Cited);
    }

    private IEnumerable<(ChangeKind, string)> ChangeOf(string id, string? was, string? now)
    {
        if (was is null && now is not null)
            yield return (ChangeKind.Added, id);
        else if (was is not null && now is null)
            yield return (ChangeKind.Removed, id);
        else if (was != now || (now is not null && ChangedEvidence.Contains(id)))
            yield return (ChangeKind.Changed, id);
    }

    /// <summary>An article is changed when anything that it states is; what it states of others shows in them.</summary>
    private IEnumerable<(ChangeKind, string)> ArticleChange() =>
        (_before.Article, _after.Article) switch
        {
            (null, null) => [],
            (null, _) => [(ChangeKind.Added, _batch.Unit)],
            (_, null) => [(ChangeKind.Removed, _batch.Unit)],
            _ => [(ChangeKind.Changed, _batch.Unit)],
        };

    /// <summary>What is cited at other places than before. Quotes and offsets belong to the article.</summary>
    private HashSet<string> ChangedEvidence =>
        field ??= [
            .. _before
                .Citations.Keys.Except(_after.Citations.Keys)
                .Concat(_after.Citations.Keys.Except(_before.Citations.Keys))
                .Select(key => key.Of),
        ];

    private string CitedBefore(string id) => _citedBefore.GetValueOrDefault(id) ?? CitationKey.First(_stored);

    private string CitedAfter(string id) => _citedAfter.GetValueOrDefault(id) ?? CitationKey.First(_batch);

    private static Dictionary<string, string> FirstCitations(IEnumerable<CitationKey> citations) =>
        citations
            .GroupBy(key => key.Of, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(key => key.Sort).Min(StringComparer.Ordinal)!, StringComparer.Ordinal);

    /// <summary>The keys of one side that the other side has otherwise or not at all.</summary>
    private static HashSet<string> Different(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        [.. one.Where(pair => other.GetValueOrDefault(pair.Key) != pair.Value).Select(pair => pair.Key)];

    private static List<string> Union(params IEnumerable<IEnumerable<string>> ids) =>
        [.. ids.SelectMany(x => x).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
