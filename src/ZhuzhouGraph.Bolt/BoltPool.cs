namespace ZhuzhouGraph.Bolt;

/// <summary>The connections to one server. The one that was used last is used next, so that those in excess grow old and go.</summary>
internal sealed class BoltPool(BoltServer server, BoltOptions options, Refusals refusals, TimeProvider time) : IAsyncDisposable
{
    private readonly FairGate _gate = new(options.MaxConnections);
    private readonly Lock _lock = new();
    private readonly Stack<BoltConnection> _idle = [];
    private bool _isClosed;

    /// <summary>A connection that stands and is ready; <see cref="ReturnAsync"/> takes it back.</summary>
    /// <exception cref="BoltException">There is none to be had.</exception>
    public async ValueTask<BoltConnection> RentAsync(CancellationToken cancellationToken)
    {
        await _gate.EnterAsync(cancellationToken);
        try
        {
            while (TakeIdle() is { } connection)
            {
                if (await IsGoodAsync(connection, cancellationToken))
                {
                    connection.Begin();
                    return connection;
                }
                await connection.DisposeAsync();
                cancellationToken.ThrowIfCancellationRequested();
            }
            return await refusals.OpenAsync(server, cancellationToken);
        }
        catch
        {
            _gate.Leave();
            throw;
        }
    }

    public async ValueTask ReturnAsync(BoltConnection connection)
    {
        try
        {
            // What was cancelled when it was over already is still to be made ready.
            if (!connection.IsBroken)
                await connection.RecoverAsync();
        }
        catch (BoltConnectionException)
        {
            // It is closed, and so goes the way of the broken ones.
        }
        if (connection.IsBroken || IsOld(connection) || !TryKeep(connection))
            await connection.DisposeAsync();
        _gate.Leave();
    }

    /// <summary>Closes what is idle; what is in use is closed when it comes back.</summary>
    public async ValueTask DisposeAsync()
    {
        List<BoltConnection> idle;
        lock (_lock)
        {
            _isClosed = true;
            idle = [.. _idle];
            _idle.Clear();
        }
        foreach (var connection in idle)
            await connection.DisposeAsync();
    }

    private BoltConnection? TakeIdle()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(BoltClient));
            return _idle.TryPop(out var connection) ? connection : null;
        }
    }

    private bool TryKeep(BoltConnection connection)
    {
        connection.IdleSince = time.GetTimestamp();
        lock (_lock)
        {
            if (!_isClosed)
                _idle.Push(connection);
            return !_isClosed;
        }
    }

    private bool IsOld(BoltConnection connection) => time.GetElapsedTime(connection.Opened) > options.MaxAge;

    private async ValueTask<bool> IsGoodAsync(BoltConnection connection, CancellationToken cancellationToken)
    {
        if (connection.IsBroken || IsOld(connection))
            return false;
        var isSure = time.GetElapsedTime(connection.IdleSince) <= options.LivenessCheck && !connection.IsDisturbed;
        return isSure || await connection.IsAliveAsync(cancellationToken);
    }
}
