using Microsoft.Data.Sqlite;
using ZhuzhouGraph.SqliteStore.Verifying;

namespace ZhuzhouGraph.SqliteStore;

/// <summary>The file as others see it: whole while nothing is written, and copied whole while something is.</summary>
public sealed partial class SqliteGraphStore
{
    /// <summary>How long nothing has to be written before what stands in the log is moved into the file.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    /// <summary>How long no connection has to be given back before all but one are closed.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    /// <summary>How long the store is open before its indexes are looked through, beside the reads; commands are done by then.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Copies the store, which may be read and written meanwhile, into a new file: one version of it, checked, or no file at all.
    /// </summary>
    /// <exception cref="GraphStoreException">There is such a file already, it cannot be written, or the copy is not sound.</exception>
    public Task BackupAsync(string file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        file = System.IO.Path.GetFullPath(file);
        if (File.Exists(file) || Directory.Exists(file))
            throw StoreErrors.BackupExists(file);
        var partial = $"{file}.{Guid.NewGuid():N}.partial";
        var session = Rent();
        try
        {
            OwnFile.Make(partial);
            session.CopyTo(partial);
            using (var copy = new Session(SqliteConnectionTo(partial)))
            {
                var found = copy.Query("PRAGMA integrity_check(1)", [], row => row.GetString(0), cancellationToken)[0];
                if (found != "ok")
                    throw StoreErrors.UnsoundBackup(file, found);
                if (new Verification(copy, cancellationToken).Quick() is { Count: > 0 } lines)
                    throw StoreErrors.UnsoundBackup(file, lines[0]);
                // The copy needs no log beside it and can be opened from a folder that takes no files.
                copy.Script("PRAGMA journal_mode = DELETE");
            }
            File.Move(partial, file, overwrite: false);
            return Task.CompletedTask;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.NoBackup(file, e);
        }
        finally
        {
            Return(session);
            if (File.Exists(partial))
                File.Delete(partial);
        }
    }

    /// <summary>A file beside the store that one program has open; the system lets go of it whatever becomes of the program.</summary>
    public Task<IAsyncDisposable?> TryTakeTurnAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (IsReadOnly)
            throw StoreErrors.ReadOnly(Path);
        return Task.FromResult<IAsyncDisposable?>(OwnFile.TryLock(Path + "-import"));
    }

    /// <summary>Reads the file anew, past every page that a connection keeps.</summary>
    public Task<IReadOnlyList<string>> VerifyAsync(bool isThorough, CancellationToken cancellationToken) =>
        VerifyAsync(verification => isThorough ? verification.Full() : verification.Quick(), cancellationToken);

    private Task<IReadOnlyList<string>> VerifyAsync(Func<Verification, IReadOnlyList<string>> look, CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                using var session = NewSession();
                return look(new Verification(session, cancellationToken));
            },
            cancellationToken
        );

    private static string SqliteConnectionTo(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();

    /// <summary>
    /// Moves the log into the file once nothing has been written for a while: a copy of the file alone is then the store.
    /// </summary>
    private void CheckpointLater() => _checkpoint.Change(Idle, Timeout.InfiniteTimeSpan);

    private void CheckpointWhenIdle()
    {
        // A write that is under way asks again when it ends.
        if (!_writing.Wait(0))
            return;
        try
        {
            var session = Rent();
            try
            {
                // Readers of an older version hold a part of the log: it is tried again when they may have ended.
                if (!session.Checkpoint())
                    CheckpointLater();
            }
            finally
            {
                Return(session);
            }
        }
        catch (Exception e) when (e is GraphStoreException or ObjectDisposedException)
        {
            // Nothing is lost: the log holds it, and the next write asks again.
        }
        finally
        {
            _writing.Release();
        }
    }
}
