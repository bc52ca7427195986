using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ZhuzhouGraph.SqliteStore;

/// <summary>One connection with its prepared statements. Used by one caller at a time. Parameters are named $1, $2 … in the order of the values.</summary>
internal sealed class Session : IDisposable
{
    private const int MaxPrepared = 256;
    private const int InstructionsPerLook = 5_000;
    private static readonly ActivitySource Source = new(SqliteGraphStore.ActivitySourceName);
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    public Session(string connectionString)
    {
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
    }

    /// <summary>True inside a transaction. SQLite ends one by itself when a write is interrupted.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    /// <summary>Runs a statement and reads all its rows.</summary>
    public List<T> Query<T>(string sql, IReadOnlyList<object?> values, Func<SqliteDataReader, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var activity = Source.StartActivity("sqlite", ActivityKind.Client);
        activity?.SetTag("db.system.name", "sqlite").SetTag("db.query.text", sql);
        // SqliteCommand.Cancel does nothing, and sqlite3_interrupt is lost when it comes before the statement's first step: so SQLite asks
        // every few thousand instructions whether to go on, and answers as if interrupted.
        raw.sqlite3_progress_handler(_connection.Handle, InstructionsPerLook, _ => cancellationToken.IsCancellationRequested ? 1 : 0, null);
        try
        {
            var rows = new List<T>();
            using var reader = Bind(sql, values).ExecuteReader();
            while (reader.Read())
                rows.Add(read(reader));
            return rows;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_INTERRUPT && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The statement was interrupted.", e, cancellationToken);
        }
        catch (SqliteException e)
        {
            activity?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", e.SqliteErrorCode);
            throw StoreErrors.Translate(e, _connection.DataSource);
        }
        catch (JsonException e)
        {
            throw StoreErrors.Unreadable(_connection.DataSource, e);
        }
        finally
        {
            raw.sqlite3_progress_handler(_connection.Handle, 0, (delegate_progress?)null, null);
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

    /// <summary>Ends the transaction without its changes, if there is one.</summary>
    public void Rollback()
    {
        if (IsInTransaction)
            Script("ROLLBACK");
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Bind(string sql, IReadOnlyList<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            if (_prepared.Count >= MaxPrepared)
                ForgetPrepared();
            command = Prepare(sql, values.Count);
        }
        for (var i = 0; i < values.Count; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        // Our own statements with placeholders; values are parameters everywhere.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
        _prepared.Add(sql, command);
        return command;
    }

    private void ForgetPrepared()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        _prepared.Clear();
    }
}
