using System.Collections.Concurrent;

namespace ZhuzhouGraph.Bolt;

/// <summary>
/// Runs statements on a Neo4j server, or on the cluster that it belongs to, over Bolt 5.0 to 5.8. Safe for many callers at once: each
/// statement or transaction has a connection to itself.
/// </summary>
public sealed class BoltClient : IAsyncDisposable
{
    private readonly BoltOptions _options;
    private readonly TimeProvider _time;
    private readonly Refusals _refusals;
    private readonly Router _router;
    private readonly ConcurrentDictionary<BoltServer, BoltPool> _pools = new();
    private volatile bool _isClosed;

    public BoltClient(BoltOptions options, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxConnections, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxMessageBytes, 1_024);
        (_options, _time) = (options, time);
        _refusals = new(options, time);
        _router = new(options, RouteAsync, time);
    }

    /// <summary>Runs a statement that is a transaction of its own, which takes place when its records were read to the end.</summary>
    /// <inheritdoc cref="BoltCursor.ReadAsync" path="/exception"/>
    public async Task<BoltCursor> RunAsync(BoltStatement statement, BoltAccess access, CancellationToken cancellationToken)
    {
        var (pool, connection) = await RentAsync(access, cancellationToken);
        return await BoltCursor.OpenAsync(connection, _options, statement, access, Returning(pool, connection, access), cancellationToken);
    }

    /// <summary>Begins a transaction of several statements.</summary>
    /// <inheritdoc cref="BoltCursor.ReadAsync" path="/exception"/>
    public async Task<BoltTransaction> BeginAsync(BoltAccess access, CancellationToken cancellationToken)
    {
        var (pool, connection) = await RentAsync(access, cancellationToken);
        return await BoltTransaction.BeginAsync(connection, _options, access, Returning(pool, connection, access), cancellationToken);
    }

    /// <summary>Asks the first server which servers do what; a server that is no cluster names itself.</summary>
    /// <inheritdoc cref="BoltCursor.ReadAsync" path="/exception"/>
    public Task<BoltRoutes> RoutesAsync(string? database, CancellationToken cancellationToken) =>
        RouteAsync(_options.Address.Server, new BoltAccess { Database = database }, cancellationToken);

    /// <summary>Closes what is idle; a connection in use is closed when its statement is over.</summary>
    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        foreach (var pool in _pools.Values)
            await pool.DisposeAsync();
    }

    private async Task<(BoltPool Pool, BoltConnection Connection)> RentAsync(BoltAccess access, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var server = await _router.ServerForAsync(access, cancellationToken);
        var pool = PoolOf(server);
        try
        {
            return (pool, await pool.RentAsync(cancellationToken));
        }
        catch (BoltConnectionException)
        {
            _router.Forget(access.Database);
            throw;
        }
    }

    private BoltPool PoolOf(BoltServer server)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        return _pools.GetOrAdd(server, added => new BoltPool(added, _options, _refusals, _time));
    }

    private Func<Exception?, ValueTask> Returning(BoltPool pool, BoltConnection connection, BoltAccess access) =>
        failure =>
        {
            if (
                failure
                is BoltConnectionException
                    or BoltServerException { Failure: BoltFailure.NotALeader or BoltFailure.DatabaseUnavailable }
            )
                _router.Forget(access.Database);
            return pool.ReturnAsync(connection);
        };

    private async Task<BoltRoutes> RouteAsync(BoltServer server, BoltAccess access, CancellationToken cancellationToken)
    {
        var pool = PoolOf(server);
        var connection = await pool.RentAsync(cancellationToken);
        try
        {
            await using var registration = cancellationToken.UnsafeRegister(
                static running => ((BoltConnection)running!).Interrupt(),
                connection
            );
            Requests.Route(connection.Out, _options.Address, access);
            return await connection.SendAsync(1)
                ? BoltRoutes.Of((await connection.SuccessAsync()).Metadata)
                : throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            await pool.ReturnAsync(connection);
        }
    }
}
