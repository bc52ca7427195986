using Microsoft.Data.Sqlite;
using ZhuzhouGraph.SqliteStore.Verifying;

namespace ZhuzhouGraph.SqliteStore;

/// <summary>
/// The graph in one SQLite file. Reads run beside each other and beside one writer (WAL); writers of one process queue, writers of
/// several wait for each other and then get a transient error.
/// </summary>
public sealed partial class SqliteGraphStore : IGraphStore
{
    internal const int BusyMilliseconds = 5_000;
    private const int MaxIdle = 16;

    /// <summary>
    /// What the prepared statements of all idle connections may hold, 16 MiB: those of all questions of the README take less than 1 each.
    /// </summary>
    private const int MaxIdleBytes = 16 * 1024 * 1024;

    /// <summary>
    /// Pages of the log after which a commit moves them into the file, 64 MiB instead of SQLite's 4: pages of indexes change with every
    /// article, and most are moved once instead of sixteen times.
    /// </summary>
    private const int CheckpointPages = 16_384;

    /// <summary>
    /// How many KiB of pages a connection keeps, at most; SQLite's own 2 MB are read again and again by a question about a hub. Not mapped
    /// into memory instead, which is as fast, because a file that somebody truncates would then end the process.
    /// </summary>
    private const int CacheKilobytes = 32 * 1024;

    private readonly SqliteConnectionStringBuilder _connection;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Stack<Session> _idle = new();
    private int _idleBytes;
    private readonly ITimer _checkpoint;
    private readonly ITimer _rest;
    private readonly ITimer _settled;
    private FileWatch? _watch;
    private bool _isDisposed;

    private SqliteGraphStore(string path, string source, bool isReadOnly, TimeProvider time)
    {
        Path = path;
        IsReadOnly = isReadOnly;
        _time = time;
        _checkpoint = time.CreateTimer(_ => CheckpointWhenIdle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _rest = time.CreateTimer(_ => CloseIdle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _settled = time.CreateTimer(_ => _watch!.LookThroughIndexes(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _connection = new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = isReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            // Connections are kept here, with their prepared statements.
            Pooling = false,
            // Seconds after which a statement is not tried again; SQLite itself has waited for BusyMilliseconds by then.
            DefaultTimeout = 1,
        };
    }

    /// <summary>The file, as a full path.</summary>
    public string Path { get; }

    /// <summary>True where nothing can be imported: see <see cref="OpenReadOnlyAsync"/>.</summary>
    public bool IsReadOnly { get; }

    /// <inheritdoc cref="OpenAsync(string, TimeProvider, IProgress{StoreMigration}, CancellationToken)"/>
    public static Task<SqliteGraphStore> OpenAsync(string path, TimeProvider time, CancellationToken cancellationToken) =>
        OpenAsync(path, time, null, cancellationToken);

    /// <summary>
    /// Opens the store in that file, making folder and file where there are none, and migrating a store of an earlier version. Refuses,
    /// with advice and untouched, a file that is no database, one of another program, and one that is too old or too new.
    /// </summary>
    /// <param name="migrations">Is told when a migration begins and when it is done.</param>
    /// <exception cref="GraphStoreException">The file cannot be used.</exception>
    public static Task<SqliteGraphStore> OpenAsync(
        string path,
        TimeProvider time,
        IProgress<StoreMigration>? migrations,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        path = System.IO.Path.GetFullPath(path);
        StoreSchema.MakeFolder(path);
        OwnFile.Make(path);
        var store = new SqliteGraphStore(path, path, isReadOnly: false, time);
        store.Prepare(session => StoreSchema.Ensure(session, path, migrations, cancellationToken));
        // What a killed process left in the log is moved into the file as well.
        store.CheckpointLater();
        return Task.FromResult(store);
    }

    /// <summary>
    /// Opens a complete store of this version for reading only; its file and folder need no right to write. Nothing is migrated.
    /// </summary>
    /// <exception cref="GraphStoreException">The file is missing or not complete, or cannot be used.</exception>
    public static Task<SqliteGraphStore> OpenReadOnlyAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        path = System.IO.Path.GetFullPath(path);
        var store = new SqliteGraphStore(path, ReadOnlyFile.SourceOf(path), isReadOnly: true, time);
        store.Prepare(session => StoreSchema.RequireComplete(session, path, cancellationToken));
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
        await _checkpoint.DisposeAsync();
        await _rest.DisposeAsync();
        await _settled.DisposeAsync();
        await _writing.WaitAsync(CancellationToken.None);
        try
        {
            lock (_idle)
            {
                _isDisposed = true;
                while (_idle.TryPop(out var session))
                    session.Dispose();
            }
            await _watch!.DisposeAsync();
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Runs a write in one transaction: all of it or, after an error or a cancellation, nothing.</summary>
    private async Task<T> WriteAsync<T>(Func<Session, T> write, CancellationToken cancellationToken)
    {
        if (IsReadOnly)
            throw StoreErrors.ReadOnly(Path);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            var session = Rent();
            try
            {
                session.Execute("BEGIN IMMEDIATE", cancellationToken);
                session.Digests.Reset();
                var result = write(session);
                session.Digests.Save(session, cancellationToken);
                session.Execute("COMMIT", CancellationToken.None);
                return result;
            }
            finally
            {
                session.Rollback();
                Return(session);
                CheckpointLater();
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

    /// <summary>How many connections are open that nobody uses.</summary>
    internal int IdleConnections
    {
        get
        {
            lock (_idle)
                return _idle.Count;
        }
    }

    /// <summary>What the prepared statements of the idle connections hold, in bytes.</summary>
    internal int IdleBytes
    {
        get
        {
            lock (_idle)
                return _idleBytes;
        }
    }

    private Session Rent()
    {
        Session? session;
        lock (_idle)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _watch!.Look();
            if (_idle.TryPop(out session))
            {
                _idleBytes -= session.PreparedBytes;
                return session;
            }
        }
        session = NewSession();
        if (!_watch.HasMoved)
            return session;
        // Of the file that is there now, and perhaps not the one that this store was opened with.
        session.Dispose();
        throw StoreErrors.Replaced(Path);
    }

    private void Return(Session session)
    {
        session.Trim();
        lock (_idle)
        {
            if (_idleBytes + session.PreparedBytes > MaxIdleBytes)
                session.ForgetPrepared();
            if (!_isDisposed && _idle.Count < MaxIdle)
            {
                _idleBytes += session.PreparedBytes;
                _idle.Push(session);
                // One connection alone keeps what a server at rest needs.
                if (_idle.Count > 1)
                    _rest.Change(Rest, Timeout.InfiniteTimeSpan);
                return;
            }
        }
        session.Dispose();
    }

    /// <summary>Closes all connections but one, with the pages and statements that a burst of requests has left in them.</summary>
    private void CloseIdle()
    {
        lock (_idle)
        {
            while (_idle.Count > 1)
            {
                var session = _idle.Pop();
                _idleBytes -= session.PreparedBytes;
                session.Dispose();
            }
        }
    }

    /// <summary>Opens the first connection and runs what has to be so before anything is asked.</summary>
    private void Prepare(Action<Session> prepare)
    {
        Session? session = null;
        try
        {
            session = NewSession();
            prepare(session);
            // No later connection makes a file where this one was deleted.
            if (!IsReadOnly)
                _connection.Mode = SqliteOpenMode.ReadWrite;
            _watch = new FileWatch(
                Path,
                session,
                token => VerifyAsync(isThorough: false, token),
                token => VerifyAsync(verification => verification.Indexes(), token)
            );
            _settled.Change(Settling, Timeout.InfiniteTimeSpan);
        }
        catch
        {
            session?.Dispose();
            _checkpoint.Dispose();
            _rest.Dispose();
            _settled.Dispose();
            throw;
        }
    }

    private Session NewSession()
    {
        try
        {
            var session = new Session(_connection.ToString());
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
