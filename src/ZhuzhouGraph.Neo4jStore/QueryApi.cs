using ZhuzhouGraph.Diagnostics;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// Neo4j's Query API: runs statements, each a transaction of its own, and gives their rows. Everything that is known of the protocol is
/// in this class and the small ones that only it uses. Safe for many callers at once.
/// </summary>
internal sealed partial class QueryApi : IAsyncDisposable
{
    private const int MaxAttempts = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);

    private readonly Neo4jOptions _options;
    private readonly TimeProvider _time;
    private readonly QueryHttp _http;
    private readonly SemaphoreSlim _turns;
    private readonly SemaphoreSlim _endingTurn = new(1);
    private readonly SemaphoreSlim _probeTurn = new(1);
    private readonly CancellationTokenSource _closing = new();
    private long _statements;

    public QueryApi(Neo4jOptions options, TimeProvider time)
    {
        var problems = options.Problems();
        if (problems.Count > 0)
            throw new ArgumentException(string.Join(' ', problems), nameof(options));
        _options = options;
        _time = time;
        _http = new QueryHttp(options);
        _turns = new SemaphoreSlim(options.MaxConcurrency - 2);
    }

    /// <summary>How many statements were run: further attempts and the ending of statements do not count.</summary>
    public long Statements => Interlocked.Read(ref _statements);

    /// <summary>Runs a statement that may not write, and gives its rows.</summary>
    /// <param name="read">Reads one row, which must not be kept.</param>
    /// <exception cref="GraphStoreException">It failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, and ended on the server.</exception>
    public Task<List<T>> ReadAsync<T>(Cypher statement, Func<CypherRow, T> read, CancellationToken cancellationToken) =>
        RunAsync(statement, isWrite: false, read, cancellationToken);

    /// <summary>
    /// Runs a statement that may write: wholly or not at all. One that is cancelled gives its rows all the same where it turns out to have
    /// been committed; where it throws, it may have been, and the graph is old or new.
    /// </summary>
    /// <param name="read">Reads one row, which must not be kept.</param>
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
        for (var turn = 2; turn < _options.MaxConcurrency; turn++)
            await _turns.WaitAsync();
        await _probeTurn.WaitAsync();
        _http.Dispose();
    }

    private async Task<List<T>> RunAsync<T>(Cypher statement, bool isWrite, Func<CypherRow, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
        using var operation = StoreTelemetry.Start(
            "neo4j",
            statement.Summary,
            statement.Text,
            _options.Database,
            _options.Uri.IdnHost,
            _options.Uri.Port
        );
        using var timeout = new CancellationTokenSource(_options.StatementTimeout, _time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token, _closing.Token);
        try
        {
            using var answer = await AskUntilSettledAsync(statement, isWrite, end.Token);
            if (answer.IsSuccess)
                return Rows(answer, read, operation);
            if (cancellationToken.IsCancellationRequested && answer.IsUnknown)
                throw new OperationCanceledException(cancellationToken);
            operation.Fail(QueryErrors.TypeOf(answer), answer.Code);
            if (isWrite && answer.IsUnknown)
                throw QueryErrors.Unknown(answer, _options);
            throw QueryErrors.Translate(answer, _options);
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
            throw QueryErrors.TimedOut(_options);
        }
    }

    /// <summary>Asks again while the server says that this helps, and a read once where the connection broke, as kept ones do.</summary>
    private async Task<Answer> AskUntilSettledAsync(Cypher statement, bool isWrite, CancellationToken end)
    {
        Interlocked.Increment(ref _statements);
        var hasBroken = false;
        for (var attempt = 1; ; attempt++)
        {
            var answer = await AskAsync(statement, isWrite, end);
            var isBroken = !isWrite && !hasBroken && answer is { Broken: not null, WasSent: true };
            if (attempt == MaxAttempts || !(answer.IsTransient || isBroken))
                return answer;
            answer.Dispose();
            hasBroken |= isBroken;
            if (!isBroken)
                await Task.Delay(Pause(attempt), _time, end);
        }
    }

    private async Task<Answer> AskAsync(Cypher statement, bool isWrite, CancellationToken end)
    {
        var requestId = Guid.NewGuid().ToString("N");
        var content = new StatementContent(statement.ToJson(isWrite ? "WRITE" : "READ", requestId));
        var turns = statement.IsProbe ? _probeTurn : _turns;
        await turns.WaitAsync(end);
        try
        {
            return await AskOrEndAsync(content, requestId, isWrite, end);
        }
        finally
        {
            turns.Release();
        }
    }

    private static List<T> Rows<T>(Answer answer, Func<CypherRow, T> read, StoreOperation operation)
    {
        try
        {
            return answer.Rows(read);
        }
        catch (GraphStoreException e)
        {
            operation.Fail(e.GetType().FullName!);
            throw;
        }
        catch (Exception e)
        {
            // Whatever reading a row throws: a word that no enumeration has, lists of different lengths, a day that is none.
            operation.Fail(e.GetType().FullName!);
            throw QueryErrors.Unreadable("something that this program cannot read", e);
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
