namespace ZhuzhouGraph.Bolt;

/// <summary>
/// A transaction of several statements, run one after the other. One that is disposed before <see cref="CommitAsync"/> is rolled back, and
/// so is one of which a statement failed.
/// </summary>
public sealed class BoltTransaction : IAsyncDisposable
{
    private readonly BoltConnection _connection;
    private readonly BoltOptions _options;
    private readonly Func<Exception?, ValueTask> _done;
    private Exception? _failure;
    private bool _isRunning;
    private bool _isOver;

    private BoltTransaction(BoltConnection connection, BoltOptions options, Func<Exception?, ValueTask> done) =>
        (_connection, _options, _done) = (connection, options, done);

    /// <summary>Runs a statement, whose records must be read to the end before the next one: to give them up is to roll back.</summary>
    /// <inheritdoc cref="BoltCursor.ReadAsync" path="/exception"/>
    public async Task<BoltCursor> RunAsync(BoltStatement statement, CancellationToken cancellationToken)
    {
        RequireOpen();
        if (_isRunning)
            throw new InvalidOperationException("The records of the statement before have not been read.");
        _isRunning = true;
        return await BoltCursor.OpenAsync(_connection, _options, statement, null, NoteAsync, cancellationToken);
    }

    /// <summary>Commits, and gives the summary with the bookmark.</summary>
    /// <exception cref="BoltException">It failed; <see cref="BoltException.IsOutcomeUnknown"/> says how.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; it may have taken place.</exception>
    public Task<BoltSummary> CommitAsync(CancellationToken cancellationToken) => CloseAsync(Request.Commit, cancellationToken);

    public Task RollbackAsync(CancellationToken cancellationToken) => CloseAsync(Request.Rollback, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_isOver)
            return;
        _isOver = true;
        // A reset rolls back whatever is open.
        _connection.Interrupt();
        try
        {
            await _connection.RecoverAsync();
        }
        catch (BoltConnectionException)
        {
            // So does the end of the connection.
        }
        await _done(_failure);
    }

    internal static async Task<BoltTransaction> BeginAsync(
        BoltConnection connection,
        BoltOptions options,
        BoltAccess access,
        Func<Exception?, ValueTask> done,
        CancellationToken cancellationToken
    )
    {
        var transaction = new BoltTransaction(connection, options, done);
        Requests.Begin(connection.Out, access);
        await transaction.AskAsync(cancellationToken);
        return transaction;
    }

    private async Task<BoltSummary> CloseAsync(byte request, CancellationToken cancellationToken)
    {
        RequireOpen();
        if (_isRunning)
            throw new InvalidOperationException("The records of the last statement have not been read.");
        Requests.Empty(_connection.Out, request);
        var summary = await AskAsync(cancellationToken);
        _isOver = true;
        await _done(null);
        return summary;
    }

    private async Task<BoltSummary> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var registration = cancellationToken.UnsafeRegister(
                static running => ((BoltConnection)running!).Interrupt(),
                _connection
            );
            return await _connection.SendAsync(1)
                ? await _connection.SummaryAsync()
                : throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception e)
        {
            _failure = e;
            await DisposeAsync();
            if (e is OperationCanceledException)
                throw new OperationCanceledException("The transaction was ended.", e, cancellationToken);
            throw;
        }
    }

    private ValueTask NoteAsync(Exception? failure)
    {
        _isRunning = false;
        _failure = failure ?? _failure;
        // The server takes nothing more of it until it is reset, and that rolls back.
        return failure is not null || _connection.IsInterrupted ? DisposeAsync() : ValueTask.CompletedTask;
    }

    private void RequireOpen()
    {
        if (_isOver)
            throw new InvalidOperationException("The transaction is over.", _failure);
    }
}
