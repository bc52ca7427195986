using Microsoft.Data.Sqlite;

namespace ZhuzhouGraph.SqliteStore;

/// <summary>
/// The graph in one SQLite file. Reads run beside each other and beside one writer (WAL); writers of one process queue, writers of
/// several wait for each other and then get a transient error.
/// </summary>
public sealed partial class SqliteGraphStore : IGraphStore
{
    private const int BusyMilliseconds = 5_000;
    private const int MaxIdle = 16;

    /// <summary>
    /// Pages of the log after which a commit moves them into the file, 64 MiB instead of SQLite's 4: pages of indexes change with every
    /// article, and most are moved once instead of sixteen times.
    /// </summary>
    private const int CheckpointPages = 16_384;

    /// <summary>
    /// How many KiB of pages a connection keeps, at most; SQLite's own 2 MB are read again and again by a question about a hub. Not mapped
    /// into
    /// memory instead, which is as fast, because a file that somebody truncates would then end the process.
    /// </summary>
    private const int CacheKilobytes = 32 * 1024;

    private readonly string _connectionString;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Stack<Session> _idle = new();
    private bool _isDisposed;

    private SqliteGraphStore(string path, TimeProvider time)
    {
        Path = path;
        _time = time;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            // Connections are kept here, with their prepared statements.
            Pooling = false,
            // Seconds after which a statement is not tried again; SQLite itself has waited for BusyMilliseconds by then.
            DefaultTimeout = 1,
        }.ToString();
    }

    /// <summary>The file, as a full path.</summary>
    public string Path { get; }

    /// <summary>
    /// Opens the store in that file, making folder and file where there are none. Refuses, with advice and untouched, a file that is no
    /// database, one of another program, and one of another schema version.
    /// </summary>
    /// <exception cref="GraphStoreException">The file cannot be used.</exception>
    public static Task<SqliteGraphStore> OpenAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var store = new SqliteGraphStore(System.IO.Path.GetFullPath(path), time);
        StoreSchema.MakeFolder(store.Path);
        var session = store.NewSession();
        try
        {
            StoreSchema.Ensure(session, store.Path, cancellationToken);
        }
        catch
        {
            session.Dispose();
            throw;
        }
        store.Return(session);
        return Task.FromResult(store);
    }

    public Task<GraphHead> HeadAsync(CancellationToken cancellationToken) =>
        ReadAsync(snapshot => snapshot.HeadAsync(cancellationToken), cancellationToken);

    public Task<IReadOnlyDictionary<string, string>> UnitsAsync(CancellationToken cancellationToken) =>
        PairsAsync("SELECT id, hash FROM unit", [], cancellationToken);

    public Task RememberSourceAsync(string fingerprint, CancellationToken cancellationToken) =>
        WriteAsync(
            session =>
            {
                session.Execute("UPDATE state SET source = $1, generation = generation + 1", cancellationToken, fingerprint);
                return 0;
            },
            cancellationToken
        );

    public Task<IReadOnlyDictionary<string, string>> TextsAsync(IReadOnlyCollection<string> sha256, CancellationToken cancellationToken) =>
        PairsAsync(
            "SELECT sha256, text FROM issue_text WHERE sha256 IN (SELECT value FROM json_each($1))",
            [CanonicalJson.Write(sha256)],
            cancellationToken
        );

    public async ValueTask DisposeAsync()
    {
        await _writing.WaitAsync(CancellationToken.None);
        try
        {
            lock (_idle)
            {
                _isDisposed = true;
                while (_idle.TryPop(out var session))
                    session.Dispose();
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Runs a write in one transaction: all of it or, after an error or a cancellation, nothing.</summary>
    private async Task<T> WriteAsync<T>(Func<Session, T> write, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            var session = Rent();
            try
            {
                session.Execute("BEGIN IMMEDIATE", cancellationToken);
                var result = write(session);
                session.Execute("COMMIT", CancellationToken.None);
                return result;
            }
            finally
            {
                session.Rollback();
                Return(session);
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Runs one statement of two text columns.</summary>
    private Task<IReadOnlyDictionary<string, string>> PairsAsync(
        string sql,
        IReadOnlyList<object?> values,
        CancellationToken cancellationToken
    )
    {
        var session = Rent();
        try
        {
            var pairs = session.Query(sql, values, row => (Key: row.GetString(0), Value: row.GetString(1)), cancellationToken);
            return Task.FromResult<IReadOnlyDictionary<string, string>>(
                pairs.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)
            );
        }
        finally
        {
            Return(session);
        }
    }

    private Session Rent()
    {
        lock (_idle)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_idle.TryPop(out var session))
                return session;
        }
        return NewSession();
    }

    private void Return(Session session)
    {
        lock (_idle)
        {
            if (!_isDisposed && _idle.Count < MaxIdle)
            {
                _idle.Push(session);
                return;
            }
        }
        session.Dispose();
    }

    private Session NewSession()
    {
        try
        {
            var session = new Session(_connectionString);
            session.Script(
                $"PRAGMA busy_timeout = {BusyMilliseconds}; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = {CheckpointPages}; "
                    + $"PRAGMA cache_size = -{CacheKilobytes};"
            );
            return session;
        }
        catch (SqliteException e)
        {
            throw StoreErrors.Translate(e, Path);
        }
    }
}
