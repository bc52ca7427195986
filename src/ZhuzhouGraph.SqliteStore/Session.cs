using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using ZhuzhouGraph.Diagnostics;
using ZhuzhouGraph.SqliteStore.Verifying;

namespace ZhuzhouGraph.SqliteStore;

/// <summary>
/// One connection with its prepared statements. Used by one caller at a time. Parameters are named $1, $2 … in the order of the values.
/// </summary>
internal sealed partial class Session : IDisposable
{
    private const int MaxPrepared = 256;

    /// <summary>
    /// What the prepared statements of one connection may hold, as SQLite counts it, 4 MiB: clients can make any number of different ones,
    /// and one may be a thousand times as large as another.
    /// </summary>
    private const int MaxPreparedBytes = 4 * 1024 * 1024;

    /// <summary>After so many characters of new statements it is looked how much they hold.</summary>
    private const int CharactersPerLook = 64 * 1024;

    private const int InstructionsPerLook = 5_000;
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Prepared> _prepared = new(StringComparer.Ordinal);
    private int _charactersSinceLook;

    public Session(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
        Digests = new Digests(_connection.Handle!);
    }

    /// <summary>The checksums of what this connection writes.</summary>
    public Digests Digests { get; }

    /// <summary>True inside a transaction. SQLite ends one by itself when a write is interrupted.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    /// <summary>
    /// What the prepared statements hold, in bytes, as it was when last looked; <see cref="Trim"/> looks.
    /// </summary>
    public int PreparedBytes { get; private set; }

    /// <summary>Looks what the prepared statements hold, if there are new ones, and forgets them where that is too much.</summary>
    public void Trim()
    {
        if (_charactersSinceLook == 0)
            return;
        _charactersSinceLook = 0;
        _ = raw.sqlite3_db_status(_connection.Handle, raw.SQLITE_DBSTATUS_STMT_USED, out var bytes, out _, 0);
        PreparedBytes = bytes;
        if (bytes > MaxPreparedBytes)
            ForgetPrepared();
    }

    /// <summary>Runs a statement and reads all its rows.</summary>
    public List<T> Query<T>(string sql, IReadOnlyList<object?> values, Func<SqliteDataReader, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var prepared = Prepare(sql, values.Count);
        return Guarded(
            () =>
            {
                var rows = new List<T>();
                using var reader = Bind(prepared.Command, values).ExecuteReader();
                while (reader.Read())
                    rows.Add(read(reader));
                return rows;
            },
            prepared.Summary,
            sql,
            cancellationToken
        );
    }

    /// <summary>Begins a statement whose rows are read a part at a time; other statements may run in between.</summary>
    public Cursor<T> Open<T>(string sql, IReadOnlyList<object?> values, Func<SqliteDataReader, T> read) =>
        new(this, Bind(NewCommand(sql, values.Count), values), Summarize(sql), read);

    private T Guarded<T>(Func<T> run, string summary, string sql, CancellationToken cancellationToken)
    {
        using var operation = StoreTelemetry.Start("sqlite", summary, sql);
        // SqliteCommand.Cancel does nothing, and sqlite3_interrupt is lost when it comes before the statement's first step: so SQLite asks
        // every few thousand instructions whether to go on, and answers as if interrupted.
        raw.sqlite3_progress_handler(_connection.Handle, InstructionsPerLook, _ => cancellationToken.IsCancellationRequested ? 1 : 0, null);
        try
        {
            return run();
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_INTERRUPT && cancellationToken.IsCancellationRequested)
        {
            operation.Fail(typeof(OperationCanceledException).FullName!);
            throw new OperationCanceledException("The statement was interrupted.", e, cancellationToken);
        }
        catch (SqliteException e)
        {
            var code = e.SqliteErrorCode.ToString(CultureInfo.InvariantCulture);
            operation.Fail(code, code);
            throw StoreErrors.Translate(e, _connection.DataSource);
        }
        catch (Exception e) when (e is not (GraphStoreException or OperationCanceledException))
        {
            // Whatever reading a row throws: a day that is none, a number out of its bounds, a word that no enumeration has.
            operation.Fail(e.GetType().FullName!);
            throw StoreErrors.Unreadable(_connection.DataSource, e);
        }
        finally
        {
            raw.sqlite3_progress_handler(_connection.Handle, 0, (delegate_progress?)null, null);
        }
    }

    /// <summary>A statement under way, whose rows are read a part at a time.</summary>
    public sealed class Cursor<T>(Session session, SqliteCommand command, string summary, Func<SqliteDataReader, T> read) : IDisposable
    {
        private SqliteDataReader? _reader;
        private bool _isAtRow;

        /// <summary>True where rows follow those that were read.</summary>
        public bool HasMore => _reader is null || _isAtRow;

        /// <summary>At most so many of the rows that follow.</summary>
        public List<T> Next(int most, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return session.Guarded(() => Read(most), summary, command.CommandText, cancellationToken);
        }

        public void Dispose()
        {
            _reader?.Dispose();
            command.Dispose();
        }

        private List<T> Read(int most)
        {
            if (_reader is null)
            {
                _reader = command.ExecuteReader();
                _isAtRow = _reader.Read();
            }
            var rows = new List<T>(most);
            for (; _isAtRow && rows.Count < most; _isAtRow = _reader.Read())
                rows.Add(read(_reader));
            return rows;
        }
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    public void Execute(string sql, CancellationToken cancellationToken, params IReadOnlyList<object?> values) =>
        Query(sql, values, _ => 0, cancellationToken);

    /// <summary>Runs a script of constant text.</summary>
    public void Script(string sql)
    {
        try
        {
            using var command = _connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
        catch (SqliteException e)
        {
            throw StoreErrors.Translate(e, _connection.DataSource);
        }
    }

    /// <summary>
    /// Moves the log into the file and empties it, without waiting for anybody. False where a reader still needs a part of it.
    /// </summary>
    public bool Checkpoint()
    {
        var code = raw.sqlite3_wal_checkpoint_v2(_connection.Handle, null, raw.SQLITE_CHECKPOINT_PASSIVE, out var log, out var moved);
        if (code != raw.SQLITE_OK || moved < log)
            return false;
        Script("PRAGMA busy_timeout = 0");
        try
        {
            return raw.sqlite3_wal_checkpoint_v2(_connection.Handle, null, raw.SQLITE_CHECKPOINT_TRUNCATE, out _, out _) == raw.SQLITE_OK;
        }
        finally
        {
            Script($"PRAGMA busy_timeout = {SqliteGraphStore.BusyMilliseconds}");
        }
    }

    /// <summary>True where the file was deleted, moved away or replaced since it was opened.</summary>
    public bool HasMoved() =>
        Native.FileControl(_connection.Handle!.DangerousGetHandle(), "main", Native.HasMoved, out var hasMoved) == raw.SQLITE_OK
        && hasMoved != 0;

    /// <summary>Copies the database, as it is in one moment, into a new file.</summary>
    public void CopyTo(string file)
    {
        try
        {
            using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
            target.Open();
            _connection.BackupDatabase(target);
        }
        catch (SqliteException e)
        {
            throw StoreErrors.Translate(e, file);
        }
    }

    /// <summary>Ends the transaction without its changes, if there is one.</summary>
    public void Rollback()
    {
        if (IsInTransaction)
            Script("ROLLBACK");
    }

    public void Dispose()
    {
        ForgetPrepared();
        Digests.Dispose();
        _connection.Dispose();
    }

    private static SqliteCommand Bind(SqliteCommand command, IReadOnlyList<object?> values)
    {
        for (var i = 0; i < values.Count; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private Prepared Prepare(string sql, int parameters)
    {
        if (_prepared.TryGetValue(sql, out var known))
            return known;
        if (_charactersSinceLook > CharactersPerLook)
            Trim();
        if (_prepared.Count >= MaxPrepared)
            ForgetPrepared();
        _charactersSinceLook += sql.Length;
        return _prepared[sql] = new Prepared(NewCommand(sql, parameters), Summarize(sql));
    }

    private SqliteCommand NewCommand(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        // Our own statements with placeholders; values are parameters everywhere.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
        return command;
    }

    /// <summary>The verb and the first table of a statement: <c>SELECT relationship</c>, or the verb alone.</summary>
    private static string Summarize(string sql)
    {
        var verb = Verb().Match(sql).Value;
        var table = Table().Match(sql);
        return table.Success ? $"{verb} {table.Groups[1].Value}" : verb;
    }

    public void ForgetPrepared()
    {
        foreach (var prepared in _prepared.Values)
            prepared.Command.Dispose();
        _prepared.Clear();
        PreparedBytes = 0;
    }

    [GeneratedRegex(@"\b(SELECT|INSERT|UPDATE|DELETE|BEGIN|SAVEPOINT|RELEASE|COMMIT|ROLLBACK|PRAGMA)\b")]
    private static partial Regex Verb();

    // Tables are written in lower case. A list that was sent (json_each) is none, nor is the SET of an upsert.
    [GeneratedRegex(@"\b(?:FROM|INTO|UPDATE|JOIN)\s+(?!json_each)([a-z_]+)")]
    private static partial Regex Table();

    private readonly record struct Prepared(SqliteCommand Command, string Summary);
}
