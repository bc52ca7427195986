using NodaTime;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>Units that one transaction takes in, each planned on what the store holds and the plans before it.</summary>
/// <param name="state">The state of the store that they are planned on.</param>
/// <param name="ours">What became of units by an import of ours whose answer was lost.</param>
internal sealed class UnitGroup(
    IReadOnlyList<GraphBatch> units,
    bool isRemoval,
    StoreState state,
    IReadOnlyDictionary<string, ImportOutcome> ours
)
{
    private const int MaxUnits = 10;

    /// <summary>How many rows a transaction of several units has at most; a unit alone may have <see cref="ImportRows.MaxRows"/>.</summary>
    private const int MaxRows = 10_000;

    /// <summary>A record makes about three rows: more than this are not worth reading what stands around them.</summary>
    private const int MaxRecords = MaxRows / 3;

    /// <summary>
    /// The first units that may go together, at least one. The registry goes alone, a unit only once, and those that do not fit come next.
    /// </summary>
    public static IReadOnlyList<GraphBatch> FirstOf(IReadOnlyList<GraphBatch> units)
    {
        List<GraphBatch> group = [units[0]];
        var records = RecordsOf(units[0]);
        foreach (var unit in units.Take(MaxUnits).Skip(1))
        {
            records += RecordsOf(unit);
            var isApart = unit.Unit == GraphBatch.Registry || group[0].Unit == GraphBatch.Registry;
            if (isApart || records > MaxRecords || group.Any(before => before.Unit == unit.Unit))
                break;
            group.Add(unit);
        }
        return group;

        static int RecordsOf(GraphBatch batch) =>
            batch.Entities.Count + batch.Relationships.Count + batch.Observations.Count + batch.Citations.Count + batch.Sentences.Count;
    }

    /// <summary>
    /// What becomes of the units, and what has to be written for it. A unit that is refused, or does not fit in, ends the group: it is told
    /// when it comes first.
    /// </summary>
    /// <exception cref="GraphStoreException">The first unit is refused.</exception>
    public async Task<(IReadOnlyList<ImportOutcome> Outcomes, IReadOnlyList<BatchWriter> Writers)> PlanAsync(
        BatchReader reader,
        Instant now
    )
    {
        List<ImportOutcome> outcomes = [];
        List<BatchWriter> writers = [];
        var newest = state.Head.Version;
        var around = await AroundAsync(reader);
        foreach (var unit in units)
        {
            if (IsDone(unit))
            {
                outcomes.Add(ours.GetValueOrDefault(unit.Unit) ?? new(unit.Unit, false, newest?.Number ?? 0, 0, 0, 0));
                continue;
            }
            try
            {
                var (plan, version, writer) = Plan(unit, around, newest, now);
                if (writers.Count > 0 && writers.Sum(w => w.Rows) + writer.Rows > MaxRows)
                    break;
                outcomes.Add(writer.Outcome(newest));
                writers.Add(writer);
                newest = version ?? newest;
                if (plan is not null)
                    around.Apply(unit, plan);
            }
            catch (GraphStoreException) when (outcomes.Count > 0)
            {
                break;
            }
        }
        return (outcomes, writers);
    }

    /// <summary>True where the store holds the unit as it is to be.</summary>
    private bool IsDone(GraphBatch unit) => !isRemoval && state.Hashes.GetValueOrDefault(unit.Unit) == unit.Hash;

    private async Task<GroupSurroundings> AroundAsync(BatchReader reader)
    {
        List<GraphBatch> planned = [.. units.Where(unit => !IsDone(unit))];
        if (planned.Count == 0)
            return new(BatchSurroundings.None, []);
        List<string> ids = [.. planned.Select(unit => unit.Unit)];
        var stored = await reader.StoredAsync(ids, [.. ids.Where(state.Hashes.ContainsKey)]);
        return new(await reader.AroundAsync(stored, planned), stored);
    }

    private (BatchPlan? Plan, DataVersion? Version, BatchWriter Writer) Plan(
        GraphBatch unit,
        GroupSurroundings group,
        DataVersion? newest,
        Instant now
    )
    {
        var around = group.Around(unit);
        BatchPlanner.RefuseUnknown(around, unit);
        var plan = BatchPlanner.Plan(group.HeldBy(unit.Unit), unit, around);
        // A clock that goes back must not make a vintage end before it began.
        var recordedAt = newest is null ? now : Instant.Max(now, newest.RecordedAt);
        var version =
            plan is null || plan.Changes.Count == 0
                ? null
                : new DataVersion(
                    (newest?.Number ?? 0) + 1,
                    recordedAt,
                    unit.Unit,
                    isRemoval ? null : unit.Hash,
                    Count(ChangeKind.Added),
                    Count(ChangeKind.Changed),
                    Count(ChangeKind.Removed)
                );
        return (plan, version, new BatchWriter(unit, isRemoval, plan, version, recordedAt).Filled());

        int Count(ChangeKind kind) => plan.Changes.Count(change => change.Kind == kind);
    }
}
