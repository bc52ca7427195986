using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ZhuzhouGraph.SqliteStore;

/// <summary>What SQLite reports, as errors that say what to do.</summary>
internal static class StoreErrors
{
    // Of a file that may be anything, nobody is advised to delete it.
    private const string OtherFile = "Name another file with --store-file.";
    private const string Advice =
        "The command verify says what else is wrong. Restore a backup in its place, or name another file with --store-file, or delete this "
        + "one and import again.";

    private const string FromSeeds =
        "To make the graph from the seeds, name another file with --store-file and import with --texts DIR, so that it holds the texts "
        + "again; links to figures that were closed lead somewhere only in the old file.";

    public static GraphStoreException Translate(SqliteException e, string path) =>
        e.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new($"The store {path} is in use by another writer. Try again.", isTransient: true, e),
            raw.SQLITE_NOTADB => new($"{path} is no database, and is left as it is. {OtherFile}", isTransient: false, e)
            {
                IsDamage = true,
            },
            raw.SQLITE_CORRUPT => new(
                $"{path} is a damaged database. {(StoreSchema.IsMarkedAsOurs(path) ? Advice : OtherFile)}",
                isTransient: false,
                e
            )
            {
                IsDamage = true,
            },
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
            $"{path} was written by a newer version of this program (schema {found}, this program reads {known}). Upgrade the program, or "
                + "name another file with --store-file.",
            isTransient: false
        );

    public static GraphStoreException TooOld(string path, long found, int oldest, int known) =>
        new(
            $"{path} was written by an older version of this program (schema {found}), and only schemas from {oldest} on can be brought to "
                + $"{known}. It was left as it is. {FromSeeds}",
            isTransient: false
        );

    public static GraphStoreException NotMigrated(string path, long found, int known, GraphStoreException reason) =>
        new(
            $"{path} could not be brought from schema {found} to {known} and was left as it is: {reason.Message} Go on with the version of "
                + $"the "
                + $"program that wrote it, or make the graph again. {FromSeeds}",
            isTransient: false,
            reason
        );

    public static GraphStoreException NeedsMigration(string path, long found, int known) =>
        new(
            $"{path} was written by an older version of this program (schema {found}, this program reads {known}) and is opened for "
                + $"reading "
                + "only. Start once without --read-only, which brings it to this version, or serve a copy of it.",
            isTransient: false
        );

    public static GraphStoreException Incomplete(string path, IReadOnlyList<string> indexes) =>
        new(
            $"{path} lacks indexes ({string.Join(", ", indexes)}) and is opened for reading only. Start once without --read-only, which "
                + $"makes "
                + "them.",
            isTransient: false
        );

    public static GraphStoreException Nothing(string path) =>
        new($"There is no store in {path} to read. Name another file with --store-file, or import first.", isTransient: false);

    public static GraphStoreException NoBytes(string path) =>
        new(
            $"{path} is there and is empty, or is a pipe or a device: no store is in it to read. Name another file with --store-file, or "
                + "import first.",
            isTransient: false
        );

    public static GraphStoreException NoTables(string path) =>
        new(
            $"{path} is an empty database: no store is in it to read. Name another file with --store-file, or import first.",
            isTransient: false
        );

    public static GraphStoreException HalfOfACopy(string path) =>
        new(
            $"{path} is not whole: a part of it stands in {path}-wal, which cannot be read without writing there. Make the copy with the "
                + "command backup, or open it once where it can be written.",
            isTransient: false
        );

    public static GraphStoreException BackupExists(string file) =>
        new($"There is a {file} already, and no backup writes over anything. Name a file that is not there.", isTransient: false);

    public static GraphStoreException NoBackup(string file, Exception e) =>
        new(
            $"The backup {file} cannot be written: {e.Message} Name a file in a folder that exists and takes files.",
            isTransient: false,
            e
        );

    public static GraphStoreException UnsoundBackup(string file, string found) =>
        new($"The copy of the store is not sound and was not kept as {file}: {found}", isTransient: false);

    public static GraphStoreException ReadOnly(string path) =>
        new($"The store {path} is opened for reading only; nothing can be imported or removed.", isTransient: false);

    public static GraphStoreException Unreadable(string path, Exception e) =>
        new($"The store {path} is damaged; it holds something that this program cannot read: {e.Message} {Advice}", isTransient: false, e)
        {
            IsDamage = true,
        };

    public static GraphStoreException Damaged(string path, IReadOnlyList<string> found) =>
        new(
            $"The store {path} is damaged: {found[0]}{(found.Count > 1 ? $", and {found.Count - 1} more" : "")}. {Advice}",
            isTransient: false
        )
        {
            IsDamage = true,
        };

    public static GraphStoreException Gone(string path) =>
        new(
            $"The file {path} was deleted or moved away while this program "
                + $"used it. Move it back, or restore a backup and start the program "
                + "again.",
            isTransient: false
        );

    public static GraphStoreException Replaced(string path) =>
        new($"The file {path} was replaced by another one while this program used it. Start the program again.", isTransient: false);
}
