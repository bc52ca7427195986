using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ZhuzhouGraph.SqliteStore;

/// <summary>What SQLite reports, as errors that say what to do.</summary>
internal static class StoreErrors
{
    // Of a file that may be anything, nobody is advised to delete it.
    private const string OtherFile = "Name another file with --store-file.";
    private const string Advice = "Name another file with --store-file, or delete this one and import again.";

    public static GraphStoreException Translate(SqliteException e, string path) =>
        e.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new($"The store {path} is in use by another writer. Try again.", isTransient: true, e),
            raw.SQLITE_NOTADB => new($"{path} is no database, and is left as it is. {OtherFile}", isTransient: false, e),
            raw.SQLITE_CORRUPT => new(
                $"{path} is a damaged database. {(StoreSchema.IsMarkedAsOurs(path) ? Advice : OtherFile)}",
                isTransient: false,
                e
            ),
            raw.SQLITE_CANTOPEN when Directory.Exists(path) => new($"{path} is a folder. {OtherFile}", isTransient: false, e),
            raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM => new(
                $"The store {path} cannot be opened for writing. Check the folder's rights, or name another file with --store-file.",
                isTransient: false,
                e
            ),
            raw.SQLITE_FULL => new(
                $"There is no room left for the store {path}. Make room on its disk and try again.",
                isTransient: true,
                e
            ),
            _ => new($"The store {path} failed: {e.Message}", isTransient: false, e),
        };

    public static GraphStoreException NoFolder(string path, Exception e) =>
        new($"The folder of the store {path} cannot be made: {e.Message} Name another file with --store-file.", isTransient: false, e);

    public static GraphStoreException Foreign(string path) =>
        new($"{path} is a database of another program. Name another file with --store-file.", isTransient: false);

    public static GraphStoreException Newer(string path, long found, int known) =>
        new(
            $"{path} was written by a newer version of this program (schema {found}, this program reads {known}). Upgrade the program. "
                + $"{Advice}",
            isTransient: false
        );

    public static GraphStoreException Older(string path, long found, int known) =>
        new(
            $"{path} was written by an older version of this program (schema {found}, this program reads {known}). {Advice}",
            isTransient: false
        );

    public static GraphStoreException Unreadable(string path, Exception e) =>
        new(
            $"The store {path} holds something that this program cannot read: {e.Message} Upgrade the program. {Advice}",
            isTransient: false,
            e
        );
}
