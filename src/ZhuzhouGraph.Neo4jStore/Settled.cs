namespace ZhuzhouGraph.Neo4jStore;

/// <summary>From what a read starts.</summary>
/// <param name="State">The state of the store.</param>
/// <param name="IsShared">
/// True where every statement brings the sequence, and what was read is of one version where all are the state's; false where an import was
/// under way, and the state has to be read again at the end, with the lock.
/// </param>
internal sealed record Ground(StoreState State, bool IsShared);

/// <summary>
/// The state that reads of this process start from, remembered until a statement brings another sequence. Safe for many callers at once.
/// </summary>
/// <param name="locked">Reads the state with the lock of the store's node.</param>
/// <param name="canWrite">False where an import that is dead must be left to others.</param>
internal sealed class Settled(
    CypherClient api,
    Func<CancellationToken, Task<StoreState>> locked,
    bool canWrite,
    bool isSingle,
    TimeProvider time
)
{
    private volatile StoreState? _known;
    private volatile Odd? _odd;

    /// <summary>An odd number, and when it was seen first.</summary>
    private sealed record Odd(Sequence At, long Since);

    /// <summary>Where a read starts.</summary>
    public async Task<Ground> GroundAsync(CancellationToken cancellationToken)
    {
        if (!isSingle)
            return new(await locked(cancellationToken), false);
        if ((_known ??= await StoreState.BetweenAsync(api, cancellationToken)) is { } known)
            return new(known, true);
        var state = await locked(cancellationToken);
        await EndDeadAsync(state.Sequence, cancellationToken);
        return new(state, false);
    }

    /// <summary>Forgets a state that is no longer that of the store.</summary>
    public void Forget(StoreState state) => Interlocked.CompareExchange(ref _known, null, state);

    /// <summary>Whether the store still is where that state was.</summary>
    public async Task<bool> StandsAsync(StoreState state, CancellationToken cancellationToken) =>
        await api.ReadAsync(Sequence.Statement, row => Sequence.Read(row, 0), cancellationToken) is [var now] && now == state.Sequence;

    /// <summary>Ends an import that has been under way for so long that it must be dead.</summary>
    private async Task EndDeadAsync(Sequence at, CancellationToken cancellationToken)
    {
        if (at.IsEven)
            return;
        if (_odd is not { } odd || odd.At != at)
            _odd = new(at, time.GetTimestamp());
        else if (canWrite && time.GetElapsedTime(odd.Since) > Sequence.Patience)
            await StoreSchema.WriteAsync(api, at.End(), cancellationToken);
    }
}
