namespace ZhuzhouGraph.Server.Asking;

/// <summary>Why the store gave no answer; the same at every endpoint.</summary>
/// <param name="Cause">What happened.</param>
/// <param name="IsLate">True where the deadline passed; false where the store cannot be read.</param>
internal sealed record StoreFailure(Exception Cause, bool IsLate)
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

/// <summary>
/// The way to the store for all endpoints: one deadline, one sorting of what goes wrong, and one line in the log when the store goes and
/// one
/// when it is back, however many ask meanwhile.
/// </summary>
internal sealed partial class StoreDoor(Readiness readiness, TimeProvider time, ILogger<StoreDoor> log)
{
    private int _isAway;

    /// <summary>Whether the store holds what is to be served; an endpoint that needs the store asks this first.</summary>
    public bool IsReady => readiness.IsReady;

    /// <summary>Asks within a deadline that interrupts the store. A client that goes away ends it with the usual exception.</summary>
    /// <returns>The answer, or why there is none.</returns>
    public async Task<(T? Answer, StoreFailure? Failure)> AskAsync<T>(
        Func<CancellationToken, Task<T>> ask,
        TimeSpan deadline,
        CancellationToken cancellationToken
    )
    {
        using var late = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return (await ask(either.Token), null);
        }
        catch (GraphStoreException e)
        {
            return (default, new StoreFailure(e, false));
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            return (default, new StoreFailure(e, true));
        }
    }

    /// <summary>Notes that the store was read, or why it could not be; logs only what differs from the last note.</summary>
    /// <param name="failure">Null where it was read.</param>
    public void Note(Exception? failure)
    {
        var was = Interlocked.Exchange(ref _isAway, failure is null ? 0 : 1);
        if (failure is not null && was == 0)
            LogAway(failure);
        else if (failure is null && was == 1)
            LogBack();
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "STORE_UNAVAILABLE: the store cannot be read. Until it is back, requests are answered so and nothing more is logged."
    )]
    private partial void LogAway(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store answers again; requests are answered from it.")]
    private partial void LogBack();
}
