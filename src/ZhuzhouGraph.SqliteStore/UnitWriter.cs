using NodaTime;

namespace ZhuzhouGraph.SqliteStore;

/// <summary>One import or removal inside its transaction: writes the difference between what a unit held and what it holds now, and says what became of each node.</summary>
internal sealed partial class UnitWriter(
    Session session, GraphBatch batch, UnitContent before, UnitContent after, long version, Instant recordedAt, CancellationToken cancellationToken)
{
    private string Unit => batch.Unit;

    /// <summary>The changes in the order of the log: entities, relationships, observations, articles, each by id.</summary>
    public List<(ChangeKind Kind, string Id)> Write()
    {
        RefuseUnknown();
        var printedBefore = PrintedNames(before);
        var printedAfter = PrintedNames(after);
        var entities = AffectedEntities(printedBefore, printedAfter);
        var relationships = Union(before.Statements.Keys, after.Statements.Keys);
        var observations = Union(before.Observations.Keys, after.Observations.Keys);
        var servedEntities = Served("SELECT id, json || COALESCE(uncited, '') FROM entity WHERE is_removed = 0", entities);
        var servedRelationships = Served("SELECT id, json FROM relationship WHERE 1", relationships);

        WriteArticle();
        WriteSentences();
        CloseObservations();
        WriteCitations();
        WriteObservations();
        WriteStatements();
        MergeRelationships(relationships);
        WriteEntities();
        WriteMentions();
        WritePrinted(printedBefore, printedAfter);
        SettleEntities(entities);

        var evidence = ChangedEvidence();
        return
        [
            .. Compare(entities, servedEntities, Served("SELECT id, json || COALESCE(uncited, '') FROM entity WHERE is_removed = 0", entities), []),
            .. Compare(relationships, servedRelationships, Served("SELECT id, json FROM relationship WHERE 1", relationships), evidence),
            .. Compare(observations, before.Observations, after.Observations, evidence),
            .. ArticleChange(),
        ];
    }

    /// <summary>An article is changed when anything that it states is; what it states of others shows in them.</summary>
    private IEnumerable<(ChangeKind, string)> ArticleChange() => (before.Article, after.Article) switch
    {
        (null, null) => [],
        (null, _) => [(ChangeKind.Added, Unit)],
        (_, null) => [(ChangeKind.Removed, Unit)],
        _ => [(ChangeKind.Changed, Unit)],
    };

    /// <summary>What is cited at other places than before. Quotes and offsets belong to the article.</summary>
    private HashSet<string> ChangedEvidence() =>
        [.. before.Citations.Keys.Except(after.Citations.Keys).Concat(after.Citations.Keys.Except(before.Citations.Keys)).Select(key => key.Of)];

    private static IEnumerable<(ChangeKind, string)> Compare(
        IReadOnlyList<string> ids, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after, HashSet<string> evidence)
    {
        foreach (var id in ids)
        {
            var (was, now) = (before.GetValueOrDefault(id), after.GetValueOrDefault(id));
            if (was is null && now is not null)
                yield return (ChangeKind.Added, id);
            else if (was is not null && now is null)
                yield return (ChangeKind.Removed, id);
            else if (was != now || (now is not null && evidence.Contains(id)))
                yield return (ChangeKind.Changed, id);
        }
    }

    /// <summary>A statement about something that is nowhere would be an answer without a subject.</summary>
    private void RefuseUnknown()
    {
        var mentioned = Mentions.Of(batch).Keys.Concat(batch.Entities.SelectMany(Mentions.Of))
            .Except(batch.Entities.Select(e => e.Id), StringComparer.Ordinal).ToList();
        var unknown = session.Query(
            "SELECT value FROM json_each($1) p WHERE NOT EXISTS (SELECT 1 FROM entity WHERE id = p.value AND is_removed = 0) ORDER BY value",
            [List(mentioned)],
            row => row.GetString(0),
            cancellationToken);
        if (unknown.Count > 0)
        {
            var names = string.Join(", ", unknown.Take(10));
            throw new GraphStoreException($"{Unit} mentions entities that the store does not hold: {names}. Import the unit that holds them first.", isTransient: false);
        }
    }

    private Dictionary<string, string> Served(string sql, IReadOnlyList<string> ids) => session.Query(
        $"{sql} AND id IN (SELECT value FROM json_each($1))", [List(ids)], row => (Id: row.GetString(0), Text: row.GetString(1)), cancellationToken)
        .ToDictionary(x => x.Id, x => x.Text, StringComparer.Ordinal);

    private void Run(string sql, params IReadOnlyList<object?> values) => session.Execute(sql, cancellationToken, values);

    private static string List(IReadOnlyCollection<string> ids) => CanonicalJson.Write(ids);

    private static List<string> Union(params IEnumerable<IEnumerable<string>> ids) =>
        [.. ids.SelectMany(x => x).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
