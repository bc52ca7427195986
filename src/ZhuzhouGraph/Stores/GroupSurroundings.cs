namespace ZhuzhouGraph.Stores;

/// <summary>
/// What stands around each of several units that are imported one after the other in one transaction. What the store holds outside of all
/// of them was read before; what they hold by then, and what that makes of entities, is kept here, plan by plan.
/// </summary>
public sealed class GroupSurroundings
{
    private static readonly HashSet<string> NoNames = [];

    private readonly BatchSurroundings _outside;
    private readonly Dictionary<string, KnownEntity> _entities;
    private readonly Dictionary<string, Held> _held;

    /// <param name="outside">
    /// As for one unit, all of the group's units left out: everything that any of them needs, and who refers to whatever any of them may
    /// let go.
    /// </param>
    /// <param name="stored">What the store holds of each unit of the group, empty where it has none of it.</param>
    public GroupSurroundings(BatchSurroundings outside, IEnumerable<GraphBatch> stored)
    {
        _outside = outside;
        _entities = outside.Entities.ToDictionary(StringComparer.Ordinal);
        _held = stored.ToDictionary(batch => batch.Unit, batch => new Held(batch), StringComparer.Ordinal);
    }

    /// <summary>What the unit holds by now.</summary>
    public GraphBatch HeldBy(string unit) => _held[unit].Batch;

    /// <summary>What stands around the unit by now.</summary>
    public BatchSurroundings Around(GraphBatch batch)
    {
        var stored = HeldBy(batch.Unit);
        List<Held> others = [.. _held.Values.Where(held => held.Batch.Unit != batch.Unit)];
        var relationships = BatchPlanner.RelationshipsOf(stored, batch).ToHashSet(StringComparer.Ordinal);
        var entities = new Dictionary<string, KnownEntity>(StringComparer.Ordinal);
        var around = new BatchSurroundings
        {
            Statements = relationships
                .SelectMany(id => _outside.Statements[id])
                .Concat(others.SelectMany(held => held.Statements).Where(s => relationships.Contains(s.Relationship.Id)))
                .ToLookup(s => s.Relationship.Id, StringComparer.Ordinal),
            Entities = entities,
        };
        var asked = BatchPlanner.EntitiesOf(stored, batch);
        while (asked.Where(_entities.ContainsKey).ToList() is { Count: > 0 } known)
        {
            foreach (var id in known)
                entities.Add(id, Known(_entities[id], others));
            asked = BatchPlanner.AlsoNeeded(around, batch);
        }
        return around;
    }

    /// <summary>Goes on to what stands once the plan was written.</summary>
    public void Apply(GraphBatch batch, BatchPlan plan)
    {
        var closed = plan.Closed.ToHashSet(StringComparer.Ordinal);
        foreach (var id in HeldBy(batch.Unit).Observations.Where(o => closed.Contains(o.Id)).SelectMany(Mentions.Of))
            Change(id, known => known with { IsInPastObservation = true });
        _held[batch.Unit] = new(batch);
        foreach (var entity in plan.Entities)
            Write(entity, batch.Unit);
        foreach (var id in plan.Disowned)
            Change(id, known => known with { Unit = null });
        foreach (var id in plan.Past)
        {
            Change(id, known => known with { IsPast = true });
            Refer(_entities[id].Record, known => known with { ReferredToByPast = [.. known.ReferredToByPast, id] });
        }
        foreach (var id in plan.Gone)
        {
            Refer(_entities[id].Record, known => known);
            _entities.Remove(id);
        }
    }

    private void Write(Entity entity, string unit)
    {
        var known = _entities.GetValueOrDefault(entity.Id) ?? new KnownEntity(entity, unit) { PrintedElsewhere = NoNames };
        Refer(known.Record, other => other);
        _entities[entity.Id] = known with { Record = entity, Unit = unit, IsPast = false };
        Refer(entity, other => other with { ReferredToBy = [.. other.ReferredToBy, entity.Id] });
        foreach (var held in _held.Values.Where(held => held.Batch.Unit != unit))
            held.Lose(entity.Id);
    }

    /// <summary>Changes those that the entity refers to, once they no longer know that it does.</summary>
    private void Refer(Entity by, Func<KnownEntity, KnownEntity> change)
    {
        foreach (var id in Mentions.Of(by))
            Change(id, known =>
                change(
                    known with
                    {
                        ReferredToBy = [.. known.ReferredToBy.Where(other => other != by.Id)],
                        ReferredToByPast = [.. known.ReferredToByPast.Where(other => other != by.Id)],
                    }
                )
            );
    }

    private void Change(string id, Func<KnownEntity, KnownEntity> change)
    {
        if (_entities.TryGetValue(id, out var known))
            _entities[id] = change(known);
    }

    private static KnownEntity Known(KnownEntity known, List<Held> others) =>
        known with
        {
            IsMentionedElsewhere = known.IsMentionedElsewhere || others.Any(held => held.Mentioned.ContainsKey(known.Record.Id)),
            PrintedElsewhere = known
                .PrintedElsewhere.Concat(others.SelectMany(held => held.Printed[known.Record.Id]))
                .ToHashSet(StringComparer.Ordinal),
        };

    /// <summary>What one unit holds, and what that tells of relationships and entities.</summary>
    private sealed class Held(GraphBatch batch)
    {
        public GraphBatch Batch { get; private set; } = batch;

        public IReadOnlyList<ArticleStatement> Statements { get; } = [.. BatchPlanner.StatementsOf(batch)];

        public Dictionary<string, string> Mentioned { get; } = Mentions.Of(batch);

        public ILookup<string, string> Printed { get; } = BatchPlanner.PrintedNamesOf(batch);

        /// <summary>Another unit declares the entity from now on.</summary>
        public void Lose(string entity)
        {
            if (Batch.Entities.Any(e => e.Id == entity))
                Batch = Batch with { Entities = [.. Batch.Entities.Where(e => e.Id != entity)] };
        }
    }
}
