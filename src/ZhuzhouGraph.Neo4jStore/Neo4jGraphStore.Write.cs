using NodaTime;

namespace ZhuzhouGraph.Neo4jStore;

public sealed partial class Neo4jGraphStore
{
    private const int MaxPlans = 20;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    /// <summary>Writers of one process queue here; those of several meet at the generation.</summary>
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>
    /// Plans the unit on what the store holds and writes the plan in one statement, which does nothing where another import came in
    /// between; then it is planned again. An import whose answer is lost looks whether it took place. A cancelled one did or did not.
    /// </summary>
    /// <exception cref="GraphStoreException">Among others: the batch mentions what neither it nor the store holds, or is too large for one
    /// transaction; nothing was written.</exception>
    public async Task<ImportOutcome> ImportAsync(GraphBatch batch, CancellationToken cancellationToken) =>
        (await ReplaceAsync(batch, isRemoval: false, cancellationToken))!;

    public async Task<ImportOutcome?> RemoveAsync(string article, CancellationToken cancellationToken) =>
        article == GraphBatch.Registry
            ? null
            : await ReplaceAsync(new GraphBatch { Unit = article, Hash = "" }, isRemoval: true, cancellationToken);

    private async Task<ImportOutcome?> ReplaceAsync(GraphBatch batch, bool isRemoval, CancellationToken cancellationToken)
    {
        RefuseReadOnly();
        await _writing.WaitAsync(cancellationToken);
        try
        {
            var reader = new BatchReader(_api, cancellationToken);
            long? lostAt = null;
            for (var plan = 1; plan <= MaxPlans; plan++)
            {
                var state = await BetweenImportsAsync(batch.Unit, cancellationToken);
                if (isRemoval ? state.BatchHash is null : state.BatchHash == batch.Hash)
                    return await SettledAsync(batch, state.Head.Version, lostAt, isRemoval, cancellationToken);
                try
                {
                    if (await TryReplaceAsync(reader, batch, isRemoval, state, cancellationToken) is { } outcome)
                        return outcome;
                }
                catch (OutcomeUnknownException)
                {
                    // Even a statement that is still under way writes nothing once another one has moved the generation.
                    lostAt ??= state.Head.Number;
                }
            }
            throw new GraphStoreException(
                $"Others changed the graph {MaxPlans} times while {batch.Unit} was planned, or the answers of the store were lost. Try "
                    + $"again.",
                isTransient: true
            );
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Null where the graph was changed after the plan was made; then nothing was written.</summary>
    private async Task<ImportOutcome?> TryReplaceAsync(
        BatchReader reader,
        GraphBatch batch,
        bool isRemoval,
        StoreState state,
        CancellationToken cancellationToken
    )
    {
        var stored = state.BatchHash is null ? new GraphBatch { Unit = batch.Unit, Hash = "" } : await reader.StoredAsync(batch.Unit);
        var around = await reader.AroundAsync(stored, batch);
        BatchPlanner.RefuseUnknown(around, batch);
        var plan = BatchPlanner.Plan(stored, batch, around);
        var now = Instant.FromDateTimeOffset(_time.GetUtcNow());
        // A clock that goes back must not make a vintage end before it began.
        var recordedAt = state.Head.Version is { } newest ? Instant.Max(now, newest.RecordedAt) : now;
        var version =
            plan is null || plan.Changes.Count == 0
                ? null
                : new DataVersion(
                    state.Head.Number + 1,
                    recordedAt,
                    batch.Unit,
                    isRemoval ? null : batch.Hash,
                    Count(plan, ChangeKind.Added),
                    Count(plan, ChangeKind.Changed),
                    Count(plan, ChangeKind.Removed)
                );
        var writer = new BatchWriter(batch, isRemoval, plan, version, recordedAt);
        var written = await AnnouncedAsync(
            state.Sequence,
            async announced =>
                (await _api.WriteAsync(writer.Write(state.Generation, announced), row => row.Number(0), cancellationToken)).Count > 0,
            cancellationToken
        );
        if (!written)
            return null;
        return version is null
            ? Unchanged(batch.Unit, state.Head.Version)
            : new ImportOutcome(batch.Unit, true, version.Number, version.Added, version.Changed, version.Removed);

        static int Count(BatchPlan plan, ChangeKind kind) => plan.Changes.Count(change => change.Kind == kind);
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
    private async Task<StoreState> BetweenImportsAsync(string? unit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var state = await StoreState.SettledAsync(_api, unit, cancellationToken) ?? throw Emptied();
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
    /// The outcome for a unit that the store holds as it is to be: unchanged, unless an import of ours whose answer was lost made it so.
    /// </summary>
    private async Task<ImportOutcome?> SettledAsync(
        GraphBatch batch,
        DataVersion? newest,
        long? lostAt,
        bool isRemoval,
        CancellationToken cancellationToken
    )
    {
        if (lostAt is { } number)
        {
            var versions = await _api.ReadAsync(
                Cypher.Of(
                    "READ outcome",
                    "MATCH (v:DataVersion) WHERE v.unit = $p.unit AND v.number > $p.number RETURN v ORDER BY v.unit DESC, v.number DESC "
                        + "LIMIT 1",
                    ("unit", batch.Unit),
                    ("number", number)
                ),
                row => Nodes.VersionNode.Read(row.Map(0)),
                cancellationToken
            );
            if (versions is [var ours])
                return new ImportOutcome(batch.Unit, true, ours.Number, ours.Added, ours.Changed, ours.Removed);
        }
        return isRemoval && lostAt is null ? null : Unchanged(batch.Unit, newest);
    }

    private static ImportOutcome Unchanged(string unit, DataVersion? newest) => new(unit, false, newest?.Number ?? 0, 0, 0, 0);
}
