namespace ZhuzhouGraph.SqliteStore;

/// <summary>Files that the store makes: only their owner may read and write them, since they hold a newspaper's text.</summary>
internal static class OwnFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// Makes an empty file where there is none, which SQLite takes for a new database; what it makes beside it has the same mode. One that
    /// cannot be made is left for SQLite to tell.
    /// </summary>
    public static void Make(string path)
    {
        try
        {
            using var made = Open(path, FileMode.CreateNew);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is there already, or the folder takes none.
        }
    }

    /// <summary>Opens a file that nobody else has open, making it where there is none; null where another program has it.</summary>
    /// <exception cref="GraphStoreException">It cannot be made.</exception>
    public static FileStream? TryLock(string path)
    {
        try
        {
            return Open(path, FileMode.OpenOrCreate);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.NoFolder(path, e);
        }
    }

    private static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Owner;
        return new FileStream(path, options);
    }
}
