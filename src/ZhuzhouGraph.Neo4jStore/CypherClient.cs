using ZhuzhouGraph.Diagnostics;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// A way to a Neo4j server: runs statements, each a transaction of its own, and gives their rows. What is tried again, how long it may take
/// and what is told of it is the same whichever way it goes. Safe for many callers at once.
/// </summary>
internal abstract class CypherClient : IAsyncDisposable
{
    private const int MaxAttempts = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _turns;
    private readonly SemaphoreSlim _probeTurn = new(1);
    private readonly CancellationTokenSource _closing = new();
    private long _statements;

    protected CypherClient(Neo4jOptions options, TimeProvider time)
    {
        var problems = options.Problems();
        if (problems.Count > 0)
            throw new ArgumentException(string.Join(' ', problems), nameof(options));
        (Options, Time) = (options, time);
        _turns = new SemaphoreSlim(options.MaxConcurrency - 2);
    }

    /// <summary>How many statements were run: further attempts and the ending of statements do not count.</summary>
    public long Statements => Interlocked.Read(ref _statements);

    protected Neo4jOptions Options { get; }

    protected TimeProvider Time { get; }

    /// <summary>Over Bolt or over the Query API, as the scheme of the address says. Nothing is connected yet.</summary>
    public static CypherClient Of(Neo4jOptions options, TimeProvider time) =>
        options.IsHttp ? new QueryApi(options, time) : new BoltApi(options, time);

    /// <summary>Runs a statement that may not write, and gives its rows.</summary>
    /// <param name="read">Reads one row, which must not be kept. It may run again where the statement is.</param>
    /// <exception cref="GraphStoreException">It failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, and ended on the server.</exception>
    public Task<List<T>> ReadAsync<T>(Cypher statement, Func<CypherRow, T> read, CancellationToken cancellationToken) =>
        RunAsync(statement, isWrite: false, read, cancellationToken);

    /// <summary>
    /// Runs a statement that may write: wholly or not at all. One that is cancelled gives its rows all the same where it turns out to have
    /// been committed; where it throws, it may have been, and the graph is old or new.
    /// </summary>
    /// <param name="read">Reads one row, which must not be kept. It may run again where the statement is.</param>
    /// <exception cref="GraphStoreException">It failed and changed nothing.</exception>
    /// <exception cref="OutcomeUnknownException">Nobody can say whether it took place.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, and ended on the server.</exception>
    public Task<List<T>> WriteAsync<T>(Cypher statement, Func<CypherRow, T> read, CancellationToken cancellationToken) =>
        RunAsync(statement, isWrite: true, read, cancellationToken);

    /// <summary>Ends what is running, on the server too, and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_closing.IsCancellationRequested)
            return;
        await _closing.CancelAsync();
        // Each turn comes back when its statement has ended, which takes no longer than the ending may.
        for (var turn = 2; turn < Options.MaxConcurrency; turn++)
            await _turns.WaitAsync();
        await _probeTurn.WaitAsync();
        await CloseAsync();
    }

    /// <summary>Runs a statement once.</summary>
    /// <exception cref="OperationCanceledException">It ended because of <paramref name="end"/>, on the server too.</exception>
    /// <exception cref="GraphStoreException">It took place, and its rows cannot be read.</exception>
    protected abstract Task<Asked<T>> AskAsync<T>(Cypher statement, bool isWrite, Func<CypherRow, T> read, CancellationToken end);

    protected abstract ValueTask CloseAsync();

    /// <summary>What reading a row threw, as what it is to users.</summary>
    protected static GraphStoreException Unreadable(Exception e) =>
        // A word that no enumeration has, lists of different lengths, a day that is none.
        e as GraphStoreException
        ?? QueryErrors.Unreadable("something that this program cannot read", e);

    private async Task<List<T>> RunAsync<T>(Cypher statement, bool isWrite, Func<CypherRow, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
        using var operation = StoreTelemetry.Start(
            "neo4j",
            statement.Summary,
            statement.Text,
            Options.Database,
            Options.Uri.IdnHost,
            Options.Port
        );
        using var timeout = new CancellationTokenSource(Options.StatementTimeout, Time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token, _closing.Token);
        try
        {
            var (answer, rows) = await AskUntilSettledAsync(statement, isWrite, read, end.Token);
            if (rows is not null)
                return rows;
            if (cancellationToken.IsCancellationRequested && answer.IsUnknown)
                throw new OperationCanceledException(cancellationToken);
            operation.Fail(QueryErrors.TypeOf(answer), answer.Code);
            if (isWrite && answer.IsUnknown)
                throw QueryErrors.Unknown(answer, Options);
            throw QueryErrors.Translate(answer, Options);
        }
        catch (GraphStoreException e) when (e.IsDamage)
        {
            operation.Fail((e.InnerException ?? e).GetType().FullName!);
            throw;
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            operation.Fail(typeof(OperationCanceledException).FullName!);
            throw new OperationCanceledException("The statement was ended.", e, cancellationToken);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            operation.Fail(QueryErrors.TimeoutType);
            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
            throw QueryErrors.TimedOut(Options);
        }
    }

    /// <summary>Asks again while the server says that this helps, and a read once where the connection broke, as kept ones do.</summary>
    private async Task<Asked<T>> AskUntilSettledAsync<T>(Cypher statement, bool isWrite, Func<CypherRow, T> read, CancellationToken end)
    {
        Interlocked.Increment(ref _statements);
        var hasBroken = false;
        for (var attempt = 1; ; attempt++)
        {
            var asked = await AskInTurnAsync(statement, isWrite, read, end);
            var isBroken = !isWrite && !hasBroken && asked.Answer is { Broken: not null, WasSent: true };
            if (attempt == MaxAttempts || !(asked.Answer.IsTransient || isBroken))
                return asked;
            hasBroken |= isBroken;
            if (!isBroken)
                await Task.Delay(Pause(attempt), Time, end);
        }
    }

    private async Task<Asked<T>> AskInTurnAsync<T>(Cypher statement, bool isWrite, Func<CypherRow, T> read, CancellationToken end)
    {
        var turns = statement.IsProbe ? _probeTurn : _turns;
        await turns.WaitAsync(end);
        try
        {
            return await AskAsync(statement, isWrite, read, end);
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>Twice as long each time, and up to twice that: writers that ran into each other part ways.</summary>
    private static TimeSpan Pause(int attempt)
    {
#pragma warning disable CA5394 // Nothing secret is drawn.
        return FirstPause * (1 << (attempt - 1)) * (1 + Random.Shared.NextDouble());
#pragma warning restore CA5394
    }
}

/// <summary>How one attempt ended.</summary>
/// <param name="Rows">Null where the answer is no success.</param>
internal readonly record struct Asked<T>(Answer Answer, List<T>? Rows);
