namespace ZhuzhouGraph.SqliteStore;

/// <summary>How a file is opened that nobody here may write.</summary>
internal static class ReadOnlyFile
{
    /// <summary>
    /// What a connection is told. Readers of a file in WAL mode share an index of the log, <c>-shm</c>, which the first of them makes:
    /// where the folder takes no files, SQLite is told instead that nothing changes, which is true of a whole file that nobody can write.
    /// </summary>
    /// <exception cref="GraphStoreException">
    /// There is no such file or nothing in it, or a part of it stands in a log that cannot be read.
    /// </exception>
    public static string SourceOf(string path)
    {
        if (!File.Exists(path))
            throw StoreErrors.Nothing(path);
        // A pipe is there, too, and opening it would wait for a writer.
        if (WholeFile.FaultOf(path, long.MaxValue) is not null)
            throw StoreErrors.NoBytes(path);
        if (CanMakeFiles(Path.GetDirectoryName(path)!) || File.Exists(path + "-shm"))
            return path;
        if (new FileInfo(path + "-wal") is { Exists: true, Length: > 0 })
            throw StoreErrors.HalfOfACopy(path);
        return $"file:{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1";
    }

    private static bool CanMakeFiles(string folder)
    {
        try
        {
            using var probe = new FileStream(
                Path.Combine(folder, $".zhuzhou-{Guid.NewGuid():N}"),
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    Options = FileOptions.DeleteOnClose,
                }
            );
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
