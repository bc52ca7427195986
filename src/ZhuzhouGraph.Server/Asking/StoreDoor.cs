using System.Threading.RateLimiting;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>Why the store gave no answer; the same at every endpoint.</summary>
/// <param name="Cause">What happened; null where the store was not asked.</param>
internal sealed record StoreFailure(StoreFailureKind Kind, Exception? Cause)
{
    /// <summary>Seconds after which it is worth asking again, as the header <c>Retry-After</c> has them.</summary>
    public const string RetryAfter = "1";

    /// <summary>Answers 503 without a body, not to be kept, and says when to ask again.</summary>
    public static void Announce(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = RetryAfter;
        response.Headers.CacheControl = "no-store";
    }
}

internal enum StoreFailureKind
{
    /// <summary>The store cannot be read.</summary>
    Away,

    /// <summary>The deadline passed.</summary>
    Late,

    /// <summary>Too many others wait already.</summary>
    Busy,
}

/// <summary>
/// The way to the store for all endpoints: so many at once and so many that wait, one deadline, one sorting of what goes wrong, and one
/// line in the log when the store goes and one when it is back, however many ask meanwhile. Once anybody met damage, nobody is answered for
/// a while, wherever they ask: half of a damaged graph is no graph, and <c>/health/ready</c> says what queries say.
/// </summary>
/// <param name="queue">Who asks at once; null where nobody has to wait.</param>
internal sealed partial class StoreDoor(Readiness readiness, TimeProvider time, ILogger<StoreDoor> log, ConcurrencyLimiter? queue = null)
{
    /// <summary>How long a store that was found damaged is not asked again.</summary>
    public static readonly TimeSpan DamageStands = TimeSpan.FromSeconds(30);

    private int _isAway;
    private volatile Damage? _damage;

    private sealed record Damage(GraphStoreException Cause, long FoundAt);

    /// <summary>Whether the store holds what is to be served; an endpoint that needs the store asks this first.</summary>
    public bool IsReady => readiness.IsReady;

    /// <summary>Whether it answers as fast as it is going to.</summary>
    public bool IsRehearsed => readiness is { IsReady: true, IsRehearsed: true };

    /// <summary>Whether nothing has been imported yet. A store that was empty is asked until something has; no other is.</summary>
    public async Task<bool> IsEmptyAsync(IGraphStore store, TimeSpan deadline, CancellationToken cancellationToken)
    {
        if (!readiness.IsEmpty)
            return false;
        // Why the store does not answer is told by the question itself.
        var (head, _) = await AskAsync(store.HeadAsync, deadline, cancellationToken, waits: false);
        if (head?.Version is not null)
            readiness.Set();
        return head is { Version: null };
    }

    /// <summary>
    /// Asks, when it is its turn, within a deadline that interrupts the store. A client that goes away ends it with the usual exception,
    /// also while it waits.
    /// </summary>
    /// <param name="waits">False for what must be answered however many wait.</param>
    /// <returns>The answer, or why there is none.</returns>
    public async Task<(T? Answer, StoreFailure? Failure)> AskAsync<T>(
        Func<CancellationToken, Task<T>> ask,
        TimeSpan deadline,
        CancellationToken cancellationToken,
        bool waits = true
    )
    {
        if (StandingDamage() is { } damage)
            return (default, new StoreFailure(StoreFailureKind.Away, damage));
        using var late = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            using var turn = waits && queue is not null ? await queue.AcquireAsync(1, either.Token) : null;
            return turn is { IsAcquired: false }
                ? (default, new StoreFailure(StoreFailureKind.Busy, null))
                : (await ask(either.Token), null);
        }
        catch (GraphStoreException e)
        {
            return (default, new StoreFailure(StoreFailureKind.Away, e));
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            return (default, new StoreFailure(StoreFailureKind.Late, new TimeoutException($"It did not answer within {deadline}.", e)));
        }
    }

    /// <summary>Notes how it went; that others waited says nothing of the store.</summary>
    public void Note(StoreFailure? failure)
    {
        if (failure is not { Kind: StoreFailureKind.Busy })
            Note(failure?.Cause);
    }

    /// <summary>Notes that the store was read, or why it could not be; logs only what differs from the last note.</summary>
    /// <param name="failure">Null where it was read.</param>
    public void Note(Exception? failure)
    {
        if (failure is null && StandingDamage() is not null)
            return;
        if (failure is GraphStoreException { IsDamage: true } found && StandingDamage() is null)
            _damage = new(found, time.GetTimestamp());
        var was = Interlocked.Exchange(ref _isAway, failure is null ? 0 : 1);
        if (failure is not null && was == 0)
            LogAway(failure);
        else if (failure is null && was == 1)
            LogBack();
    }

    private GraphStoreException? StandingDamage() =>
        _damage is { } damage && time.GetElapsedTime(damage.FoundAt) < DamageStands ? damage.Cause : null;

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "STORE_UNAVAILABLE: the store cannot be read. Until it is back, requests are answered so and nothing more is logged."
    )]
    private partial void LogAway(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store answers again; requests are answered from it.")]
    private partial void LogBack();
}
