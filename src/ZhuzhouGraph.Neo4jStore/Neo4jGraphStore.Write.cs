using NodaTime;

namespace ZhuzhouGraph.Neo4jStore;

public sealed partial class Neo4jGraphStore
{
    private const int MaxPlans = 20;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    /// <summary>Writers of one process queue here; those of several meet at the generation.</summary>
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>
    /// Plans the units on what the store holds, each with those before it, and writes the plans in one statement, which does nothing where
    /// another import came in between; then they are planned again. An import whose answer is lost looks whether it took place. A cancelled
    /// one did or did not.
    /// </summary>
    /// <exception cref="GraphStoreException">Among others: the first batch mentions what neither it nor the store holds, or is too large
    /// for one transaction; nothing was written.</exception>
    public Task<IReadOnlyList<ImportOutcome>> ImportAsync(IReadOnlyList<GraphBatch> units, CancellationToken cancellationToken) =>
        ReplaceAsync(UnitGroup.FirstOf(units), isRemoval: false, cancellationToken);

    public async Task<ImportOutcome?> RemoveAsync(string article, CancellationToken cancellationToken) =>
        article == GraphBatch.Registry
            ? null
            : (await ReplaceAsync([new GraphBatch { Unit = article, Hash = "" }], isRemoval: true, cancellationToken)).SingleOrDefault();

    private async Task<IReadOnlyList<ImportOutcome>> ReplaceAsync(
        IReadOnlyList<GraphBatch> units,
        bool isRemoval,
        CancellationToken cancellationToken
    )
    {
        RefuseReadOnly();
        await _writing.WaitAsync(cancellationToken);
        try
        {
            long? lostAt = null;
            for (var plan = 1; plan <= MaxPlans; plan++)
            {
                var state = await BetweenImportsAsync([.. units.Select(unit => unit.Unit)], cancellationToken);
                var ours = lostAt is { } number ? await VersionsAfterAsync(number, units, cancellationToken) : [];
                if (isRemoval && state.Hashes.Count == 0)
                    return [.. ours.Values.Select(OutcomeOf)];
                var group = new UnitGroup(units, isRemoval, state, ours.ToDictionary(unit => unit.Key, unit => OutcomeOf(unit.Value)));
                try
                {
                    if (await TryReplaceAsync(group, state, cancellationToken) is { } outcomes)
                        return outcomes;
                }
                catch (OutcomeUnknownException)
                {
                    // Even a statement that is still under way writes nothing once another one has moved the generation.
                    lostAt ??= state.Head.Number;
                }
            }
            throw new GraphStoreException(
                $"Others changed the graph {MaxPlans} times while {units[0].Unit} was planned, or the answers of the store were lost. Try "
                    + $"again.",
                isTransient: true
            );
        }
        finally
        {
            _writing.Release();
        }

        static ImportOutcome OutcomeOf(DataVersion version) =>
            new(version.Unit, true, version.Number, version.Added, version.Changed, version.Removed);
    }

    /// <summary>Null where the graph was changed after the plans were made; then nothing was written.</summary>
    private async Task<IReadOnlyList<ImportOutcome>?> TryReplaceAsync(
        UnitGroup group,
        StoreState state,
        CancellationToken cancellationToken
    )
    {
        var (outcomes, writers) = await group.PlanAsync(
            new BatchReader(_api, cancellationToken),
            Instant.FromDateTimeOffset(_time.GetUtcNow())
        );
        if (writers.Count == 0)
            return outcomes;
        var isWritten = await AnnouncedAsync(
            state.Sequence,
            async announced =>
                (
                    await _api.WriteAsync(BatchWriter.Write(writers, state.Generation, announced), row => row.Number(0), cancellationToken)
                ).Count > 0,
            cancellationToken
        );
        return isWritten ? outcomes : null;
    }

    /// <summary>
    /// Runs a write that is announced before and ended after it: see <see cref="Sequence"/>. False, and nothing written, where another
    /// import came in between.
    /// </summary>
    /// <param name="from">Where the imports stood when the write was planned, between two of them.</param>
    /// <param name="write">Writes only while the announcement that it is given stands.</param>
    private async Task<bool> AnnouncedAsync(Sequence from, Func<Sequence, Task<bool>> write, CancellationToken cancellationToken)
    {
        var isOurs = true;
        try
        {
            isOurs = (await _api.WriteAsync(from.Announce(), row => row.Number(0), cancellationToken)).Count > 0;
            return isOurs && await write(from.Next);
        }
        finally
        {
            // Where the answer was lost it may be ours.
            if (isOurs)
                await EndAsync(from.Next);
        }
    }

    /// <summary>The state once no other import is under way.</summary>
    private async Task<StoreState> BetweenImportsAsync(IReadOnlyList<string> units, CancellationToken cancellationToken)
    {
        while (true)
        {
            var state = await StoreState.SettledAsync(_api, units, cancellationToken) ?? throw Emptied();
            if (state.Sequence.IsEven)
                return state;
            await OutliveAsync(state.Sequence, cancellationToken);
        }
    }

    /// <summary>Waits for the import that made the number odd, and ends it where nobody else does.</summary>
    private async Task OutliveAsync(Sequence odd, CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        while (await _api.ReadAsync(Sequence.Statement, row => Sequence.Read(row, 0), cancellationToken) is [var now] && now == odd)
        {
            if (_time.GetElapsedTime(began) > Sequence.Patience)
                await StoreSchema.WriteAsync(_api, odd.End(), cancellationToken);
            else
                await Task.Delay(BetweenLooks, cancellationToken);
        }
    }

    /// <summary>Says that it is over, whatever became of it. Where that cannot be said others do, some time later.</summary>
    private async Task EndAsync(Sequence announced)
    {
        try
        {
            await StoreSchema.WriteAsync(_api, announced.End(), CancellationToken.None);
        }
        catch (Exception e) when (e is GraphStoreException or OutcomeUnknownException or ObjectDisposedException)
        {
            // The store is away.
        }
    }

    /// <summary>
    /// The newest data version of each of the units after that one: what an import of ours did whose answer was lost, where the store holds
    /// the units as they are to be.
    /// </summary>
    private async Task<Dictionary<string, DataVersion>> VersionsAfterAsync(
        long number,
        IReadOnlyList<GraphBatch> units,
        CancellationToken cancellationToken
    ) =>
        (
            await _api.ReadAsync(
                Cypher.Of(
                    "READ outcome",
                    "UNWIND $p.units AS unit CALL (unit) { MATCH (v:DataVersion) WHERE v.unit = unit AND v.number > $p.number "
                        + "RETURN v ORDER BY v.unit DESC, v.number DESC LIMIT 1 } RETURN v",
                    ("units", units.Select(unit => unit.Unit).ToList()),
                    ("number", number)
                ),
                row => Nodes.VersionNode.Read(row.Map(0)),
                cancellationToken
            )
        ).ToDictionary(version => version.Unit, StringComparer.Ordinal);
}
