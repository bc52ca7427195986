namespace ZhuzhouGraph.Bolt;

/// <summary>
/// The records of one statement, read one after the other. They come in batches, each asked for when the one before was read, so that a
/// slow reader holds the server back and not the other way round. Who cancels, or disposes it before the end, ends the statement on the
/// server, and a statement that is a transaction of its own is then rolled back.
/// </summary>
public sealed class BoltCursor : IAsyncDisposable
{
    private readonly BoltConnection _connection;
    private readonly BoltOptions _options;
    private readonly Func<Exception?, ValueTask> _done;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenRegistration _registration;
    private long _bytes;
    private BoltRecord _current;
    private bool _isOver;

    /// <param name="done">Is told once, before the caller, that it is over and what went wrong. It recovers the connection.</param>
    private BoltCursor(
        BoltConnection connection,
        BoltOptions options,
        Func<Exception?, ValueTask> done,
        CancellationToken cancellationToken
    )
    {
        (_connection, _options, _done, _cancellation) = (connection, options, done, cancellationToken);
        _registration = cancellationToken.UnsafeRegister(static running => ((BoltConnection)running!).Interrupt(), connection);
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>The record that was read last. It must not be kept.</summary>
    public BoltRecord Current => _current;

    /// <summary>What the server says of the statement, once all records were read; null before.</summary>
    public BoltSummary? Summary { get; private set; }

    /// <summary>Reads the next record; false behind the last, when a statement of its own has taken place.</summary>
    /// <exception cref="BoltException">It failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, and has ended on the server.</exception>
    public async ValueTask<bool> ReadAsync()
    {
        ObjectDisposedException.ThrowIf(_isOver && Summary is null, this);
        try
        {
            while (!_isOver)
            {
                var response = await _connection.ReceiveAsync();
                if (response.Kind is ResponseKind.Record)
                {
                    _bytes += response.Size;
                    if (_bytes > _options.MaxAnswerBytes)
                        throw new BoltAnswerTooLargeException(_options.MaxAnswerBytes);
                    _current = response.Record;
                    return true;
                }
                if (response.Kind is not ResponseKind.Success)
                    throw _connection.Unsuccessful(response);
                if (response.Metadata.Flag("has_more"))
                    await PullAsync();
                else
                    await EndAsync(BoltSummary.Of(response.Metadata));
            }
            return false;
        }
        catch (Exception e) when (!_isOver)
        {
            await FailAsync(e);
            throw Told(e);
        }
    }

    /// <summary>Reads what is left and gives the summary.</summary>
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    public async ValueTask<BoltSummary> ConsumeAsync()
    {
        while (await ReadAsync()) { }
        return Summary!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_isOver)
            return;
        _connection.Interrupt();
        await FailAsync(null);
    }

    internal static async ValueTask<BoltCursor> OpenAsync(
        BoltConnection connection,
        BoltOptions options,
        BoltStatement statement,
        BoltAccess? access,
        Func<Exception?, ValueTask> done,
        CancellationToken cancellationToken
    )
    {
        var cursor = new BoltCursor(connection, options, done, cancellationToken);
        try
        {
            var packer = connection.Out;
            packer.BeginMessage(Request.Run, 3);
            packer.Text(statement.Text);
            packer.Value(statement.Parameters);
            Requests.Extra(packer, access);
            packer.EndMessage();
            Requests.Pull(packer, options.BatchSize);
            if (!await connection.SendAsync(2))
                throw new OperationCanceledException(cancellationToken);
            var fields = (await connection.SuccessAsync()).Metadata;
            if (fields.TryFind("fields", out var names) && names.Kind is BoltKind.List)
            {
                var columns = new List<string>(names.AsList().Count);
                foreach (var name in names.AsList())
                    columns.Add(name.Kind is BoltKind.String ? name.AsString() : "");
                cursor.Columns = columns;
            }
            return cursor;
        }
        catch (Exception e)
        {
            connection.Out.Clear();
            await cursor.FailAsync(e);
            throw cursor.Told(e);
        }
    }

    private async ValueTask PullAsync()
    {
        Requests.Pull(_connection.Out, _options.BatchSize);
        if (!await _connection.SendAsync(1))
            throw new OperationCanceledException(_cancellation);
    }

    private async ValueTask EndAsync(BoltSummary summary)
    {
        await _registration.DisposeAsync();
        _isOver = true;
        Summary = summary;
        // What was cancelled too late has taken place all the same; the connection is made ready by whoever has it next.
        await _done(null);
    }

    /// <summary>Whoever takes the connection back waits until the server has ended what was left of it.</summary>
    private async ValueTask FailAsync(Exception? failure)
    {
        await _registration.DisposeAsync();
        _isOver = true;
        await _done(failure);
    }

    private Exception Told(Exception e) =>
        e is OperationCanceledException ? new OperationCanceledException("The statement was ended.", e, _cancellation) : e;
}
