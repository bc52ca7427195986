namespace ZhuzhouGraph.Stores;

/// <summary>Which entities come, change, become past and go.</summary>
public sealed partial class BatchPlanner
{
    /// <summary>
    /// Entities that the plan must know too: those that are referred to by an entity that may go with this import, or that the unit
    /// declares over the record of another. Ask until there are none.
    /// </summary>
    /// <param name="batches">One unit, or several that are imported one after the other.</param>
    public static IReadOnlyList<string> AlsoNeeded(BatchSurroundings around, params IReadOnlyList<GraphBatch> batches)
    {
        var declared = batches
            .Select(batch => (Batch: batch, Ids: batch.Entities.Select(e => e.Id).ToHashSet(StringComparer.Ordinal)))
            .ToList();
        return
        [
            .. around
                .Entities.Values.Where(known => declared.Any(by => by.Ids.Contains(known.Record.Id) || IsLoose(known, by.Batch, by.Ids)))
                .SelectMany(known => Mentions.Of(known.Record))
                .Where(id => !around.Entities.ContainsKey(id))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>True where no unit declares the entity after the import.</summary>
    private static bool IsLoose(KnownEntity known, GraphBatch batch, HashSet<string> declared) =>
        (known.Unit is null || known.Unit == batch.Unit) && !declared.Contains(known.Record.Id);

    private (
        IReadOnlyList<(ChangeKind, string)> Changes,
        IReadOnlyList<string> Past,
        IReadOnlyList<string> Gone,
        IReadOnlyDictionary<string, IReadOnlyList<string>> Uncited
    ) SettledEntities()
    {
        var (past, gone, loose) = LetGo();
        var (printedBefore, printedAfter) = (PrintedNames(_before.Citations.Keys), PrintedNames(_after.Citations.Keys));
        var declared = _batch.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var changes = new List<(ChangeKind, string)>();
        var uncited = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var affected = Union(
            _before.Entities.Keys,
            _after.Entities.Keys,
            printedBefore.Select(g => g.Key),
            printedAfter.Select(g => g.Key),
            loose
        );
        foreach (var id in affected)
        {
            var known = _around.Entities.GetValueOrDefault(id);
            var was = known is null or { IsPast: true } ? null : known.Record;
            var now = declared.GetValueOrDefault(id) ?? (past.Contains(id) || gone.Contains(id) ? null : was);
            var uncitedNow = now is null ? [] : Uncited(now, known, printedAfter[id]);
            changes.AddRange(
                ChangeOfEntity(id, Served(was, was is null ? [] : Uncited(was, known, printedBefore[id])), Served(now, uncitedNow))
            );
            if (now is not null)
                uncited.Add(id, uncitedNow);
        }
        return (
            changes,
            [.. past.Except(gone, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. gone.Order(StringComparer.Ordinal)],
            uncited
        );

        static string? Served(Entity? entity, IReadOnlyList<string> uncited) =>
            entity is null ? null : CanonicalJson.Write(entity) + string.Join('\n', uncited);
    }

    /// <summary>New evidence for a name changes an entity only where it makes the name printed.</summary>
    private static IEnumerable<(ChangeKind, string)> ChangeOfEntity(string id, string? was, string? now) =>
        (was, now) switch
        {
            (null, not null) => [(ChangeKind.Added, id)],
            (not null, null) => [(ChangeKind.Removed, id)],
            _ => was == now ? [] : [(ChangeKind.Changed, id)],
        };

    /// <summary>
    /// What nothing listed mentions becomes past; what nothing at all mentions goes. What goes may have held the last mention of another.
    /// </summary>
    private (HashSet<string> Past, HashSet<string> Gone, IReadOnlyList<string> Loose) LetGo()
    {
        var declared = _batch.Entities.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var loose = _around.Entities.Values.Where(known => IsLoose(known, _batch, declared)).ToList();
        var referring = _batch
            .Entities.SelectMany(e => Mentions.Of(e).Select(id => (Id: id, By: e.Id)))
            .ToLookup(x => x.Id, x => x.By, StringComparer.Ordinal);
        var closed = _stored
            .Observations.Where(o => _before.Observations[o.Id] != _after.Observations.GetValueOrDefault(o.Id))
            .SelectMany(Mentions.Of)
            .ToHashSet(StringComparer.Ordinal);
        HashSet<string> past = new(loose.Where(known => known.IsPast).Select(known => known.Record.Id), StringComparer.Ordinal);
        HashSet<string> hidden = new(StringComparer.Ordinal);
        HashSet<string> gone = new(StringComparer.Ordinal);
        while (Loose(known => !past.Contains(known.Record.Id) && !Stands(known)) is { Count: > 0 } found)
        {
            past.UnionWith(found);
            hidden.UnionWith(found);
        }
        while (
            Loose(known => past.Contains(known.Record.Id) && !gone.Contains(known.Record.Id) && !IsInThePast(known)) is { Count: > 0 } found
        )
            gone.UnionWith(found);
        return (hidden, gone, [.. loose.Select(known => known.Record.Id)]);

        List<string> Loose(Func<KnownEntity, bool> condition) => [.. loose.Where(condition).Select(known => known.Record.Id)];

        bool Stands(KnownEntity known) =>
            known.IsMentionedElsewhere
            || _mentionedAfter.ContainsKey(known.Record.Id)
            || referring[known.Record.Id].Any()
            || known.ReferredToBy.Any(by => !declared.Contains(by) && !hidden.Contains(by));

        bool IsInThePast(KnownEntity known) =>
            known.IsInPastObservation
            || closed.Contains(known.Record.Id)
            || known
                .ReferredToByPast.Concat(known.ReferredToBy.Where(hidden.Contains))
                .Any(by => !declared.Contains(by) && !gone.Contains(by));
    }

    private List<string> Freed(IReadOnlyCollection<Entity> written, IEnumerable<string> gone) =>
        [
            .. written
                .Select(e => e.Id)
                .Concat(gone)
                .SelectMany(id => _around.Entities.GetValueOrDefault(id)?.Record.FormerIds ?? [])
                .Except(written.SelectMany(e => e.FormerIds), StringComparer.Ordinal),
        ];

    /// <summary>The names that the entity is declared to have in print and that no article prints.</summary>
    private static IReadOnlyList<string> Uncited(Entity entity, KnownEntity? known, IEnumerable<string> printed)
    {
        var words = printed.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. entity
                .Names.Where(name => name.Basis is NameBasis.Printed)
                .Select(name => name.Text)
                .Where(text =>
                    Folding.Fold(text) is var folded && !words.Contains(folded) && known?.PrintedElsewhere.Contains(folded) is not true
                ),
        ];
    }

    /// <summary>The folded words under which the unit prints each entity, once per citation.</summary>
    private static ILookup<string, string> PrintedNames(IEnumerable<CitationKey> citations) =>
        citations
            .Where(key => NodeId.KindOf(key.Of) is NodeKind.Entity)
            .ToLookup(key => key.Of, key => Folding.Fold(key.Words), StringComparer.Ordinal);

    private Dictionary<string, int> CitationCounts()
    {
        var (was, now) = (PrintedNames(_before.Citations.Keys), PrintedNames(_after.Citations.Keys));
        return Union(was.Select(g => g.Key), now.Select(g => g.Key))
            .Select(id => (Id: id, Difference: now[id].Count() - was[id].Count()))
            .Where(x => x.Difference != 0)
            .ToDictionary(x => x.Id, x => x.Difference, StringComparer.Ordinal);
    }
}
