using System.Buffers.Binary;
using System.Globalization;

namespace ZhuzhouGraph.SqliteStore;

/// <summary>Whether a file is ours and of this version, and how a new one is made.</summary>
internal static class StoreSchema
{
    /// <summary>Kept in <c>user_version</c>. A store of another version is refused: it is made again from the seeds.</summary>
    public const int Version = 7;

    /// <summary>Kept in <c>application_id</c>: "ZhGr".</summary>
    public const int ApplicationId = 0x5A684772;

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

    /// <summary>Refuses what is not ours before anything is written; makes the schema in an empty file.</summary>
    public static void Ensure(Session session, string path, CancellationToken cancellationToken)
    {
        if (IsEmpty(session, path, cancellationToken))
        {
            session.Script("PRAGMA journal_mode = WAL");
            session.Execute("BEGIN IMMEDIATE", cancellationToken);
            try
            {
                // Another process may have made it between the look and the lock.
                if (IsEmpty(session, path, cancellationToken))
                    session.Script(
                        Read()
                            + string.Create(
                                CultureInfo.InvariantCulture,
                                $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};"
                            )
                    );
                session.Execute("COMMIT", CancellationToken.None);
            }
            finally
            {
                session.Rollback();
            }
        }
        session.Script("PRAGMA journal_mode = WAL");
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

    private static bool IsEmpty(Session session, string path, CancellationToken cancellationToken)
    {
        var application = Number("PRAGMA application_id");
        var version = Number("PRAGMA user_version");
        if (application == 0 && version == 0 && Number("SELECT COUNT(*) FROM sqlite_schema") == 0)
            return true;
        if (application != ApplicationId)
            throw StoreErrors.Foreign(path);
        if (version > Version)
            throw StoreErrors.Newer(path, version, Version);
        if (version < Version)
            throw StoreErrors.Older(path, version, Version);
        return false;

        long Number(string sql) => session.Query(sql, [], row => row.GetInt64(0), cancellationToken)[0];
    }

    private static string Read()
    {
        using var stream = typeof(StoreSchema).Assembly.GetManifestResourceStream("Schema.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
