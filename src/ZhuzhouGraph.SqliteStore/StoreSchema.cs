using System.Buffers.Binary;
using System.Globalization;
using ZhuzhouGraph.SqliteStore.Migrations;

namespace ZhuzhouGraph.SqliteStore;

/// <summary>Whether a file is ours and of which version, how a new one is made, and what every start makes sure of.</summary>
internal static class StoreSchema
{
    /// <summary>
    /// Kept in <c>user_version</c>. It is raised with every change of what is stored, and then <c>Migrations/N.sql</c> says what changed.
    /// </summary>
    public const int Version = 11;

    /// <summary>Kept in <c>application_id</c>: "ZhGr".</summary>
    public const int ApplicationId = 0x5A684772;

    private const string Wal = "PRAGMA journal_mode = WAL";

    /// <summary>Says whose the file is and of which version.</summary>
    public static string Stamp { get; } =
        string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};");

    public static void MakeFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.NoFolder(path, e);
        }
    }

    /// <summary>
    /// Refuses what is not ours, or too old or too new, before anything is written. Makes the schema in an empty file, migrates an older
    /// one, and makes the indexes that are missing.
    /// </summary>
    public static void Ensure(Session session, string path, IProgress<StoreMigration>? migrations, CancellationToken cancellationToken)
    {
        var found = Found(session, path, cancellationToken);
        if (found == 0)
            InTransaction(session, () => Make(session, path, cancellationToken), cancellationToken);
        else if (found < Version)
            Migrate(session, path, found, migrations, cancellationToken);
        else if (SchemaIndexes.Missing(session, cancellationToken).Count > 0)
            InTransaction(session, () => SchemaIndexes.Ensure(session, cancellationToken), cancellationToken);
        session.Script(Wal);
    }

    /// <summary>Refuses what cannot be served without a write.</summary>
    public static void RequireComplete(Session session, string path, CancellationToken cancellationToken)
    {
        var found = Found(session, path, cancellationToken);
        if (found == 0)
            throw StoreErrors.NoTables(path);
        if (found < Version)
            throw StoreErrors.NeedsMigration(path, found, Version);
        if (SchemaIndexes.Missing(session, cancellationToken) is { Count: > 0 } missing)
            throw StoreErrors.Incomplete(path, missing);
    }

    /// <summary>Whether the file begins as a database of this program does, whatever has become of the rest.</summary>
    public static bool IsMarkedAsOurs(string path)
    {
        const int applicationIdAt = 68;
        Span<byte> header = stackalloc byte[applicationIdAt + sizeof(int)];
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length
                && BinaryPrimitives.ReadInt32BigEndian(header[applicationIdAt..]) == ApplicationId;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The text of an embedded script.</summary>
    public static string Resource(string name)
    {
        using var stream = typeof(StoreSchema).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static void Make(Session session, string path, CancellationToken cancellationToken)
    {
        // Another process may have made it between the look and the lock.
        if (Found(session, path, cancellationToken) != 0)
            return;
        session.Script(Resource("Schema.sql") + Stamp);
        session.Digests.Renew(session, cancellationToken);
    }

    private static void Migrate(
        Session session,
        string path,
        int found,
        IProgress<StoreMigration>? migrations,
        CancellationToken cancellationToken
    )
    {
        if (found < Migrator.Oldest)
            throw StoreErrors.TooOld(path, found, Migrator.Oldest, Version);
        migrations?.Report(new(found, Version));
        StoreMigration? done = null;
        try
        {
            InTransaction(
                session,
                () =>
                {
                    // Another process may have migrated it between the look and the lock.
                    if (Found(session, path, cancellationToken) == found)
                        done = Migrator.Migrate(session, found, cancellationToken);
                },
                cancellationToken
            );
        }
        catch (GraphStoreException e) when (!e.IsTransient)
        {
            throw StoreErrors.NotMigrated(path, found, Version, e);
        }
        if (done is not null)
            migrations?.Report(done);
    }

    private static void InTransaction(Session session, Action write, CancellationToken cancellationToken)
    {
        session.Script(Wal);
        session.Execute("BEGIN IMMEDIATE", cancellationToken);
        try
        {
            write();
            session.Execute("COMMIT", CancellationToken.None);
        }
        finally
        {
            session.Rollback();
        }
    }

    /// <summary>The schema version of a file of ours; 0 of an empty one.</summary>
    private static int Found(Session session, string path, CancellationToken cancellationToken)
    {
        var application = Number("PRAGMA application_id");
        var version = Number("PRAGMA user_version");
        if (application == 0 && version == 0 && Number("SELECT COUNT(*) FROM sqlite_schema") == 0)
            return 0;
        if (application != ApplicationId)
            throw StoreErrors.Foreign(path);
        if (version > Version)
            throw StoreErrors.Newer(path, version, Version);
        return (int)version;

        long Number(string sql) => session.Query(sql, [], row => row.GetInt64(0), cancellationToken)[0];
    }
}
