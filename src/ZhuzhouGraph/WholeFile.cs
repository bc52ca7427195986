using System.Formats.Tar;

namespace ZhuzhouGraph;

/// <summary>
/// Files that are read whole, up to a size. What has no length is never opened: a pipe would wait for a writer, and a device has no end.
/// </summary>
public static class WholeFile
{
    /// <summary>The bytes; null, with what was found and what is allowed, where there is no regular file of that size with any.</summary>
    public static byte[]? Read(string path, long maxBytes, out string? problem)
    {
        try
        {
            problem = FaultOf(path, maxBytes);
            return problem is null ? File.ReadAllBytes(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problem = $"found a file that cannot be read: {e.Message} Allowed is a regular file.";
            return null;
        }
    }

    /// <summary>
    /// What was found where no regular file of that size with any bytes is, and what is allowed; else null. Opens nothing.
    /// </summary>
    public static string? FaultOf(string path, long maxBytes)
    {
        if (Directory.Exists(path))
            return "found a folder; allowed is a regular file";
        var file = new FileInfo(path);
        if (file.LinkTarget is not null)
        {
            try
            {
                file = (FileInfo)file.ResolveLinkTarget(returnFinalTarget: true)!;
            }
            catch (IOException)
            {
                return "found a link that leads in a circle; allowed is a regular file";
            }
            if (!file.Exists)
                return "found a link that leads to no file; allowed is a regular file";
        }
        return !file.Exists ? "found no file; allowed is a regular file"
            : file.Length == 0 ? FaultOfEmpty(file.FullName)
            : file.Length > maxBytes ? $"found {file.Length} bytes; allowed is a file of at most {maxBytes} bytes"
            : null;
    }

    /// <summary>
    /// Which kind of file it is that has no length. Of the platform's own, the writer of archives is what asks the system for it, and
    /// it opens regular files only; a socket has no place in an archive.
    /// </summary>
    private static string FaultOfEmpty(string path)
    {
        using var archive = new MemoryStream();
        try
        {
            using (var writer = new TarWriter(archive, TarEntryFormat.Gnu, leaveOpen: true))
                writer.WriteEntry(path, "file");
        }
        catch (IOException) when (File.Exists(path) && !OperatingSystem.IsWindows())
        {
            return "found a socket; allowed is a regular file";
        }
        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType switch
        {
            TarEntryType.Fifo => "found a pipe; allowed is a regular file",
            TarEntryType.CharacterDevice or TarEntryType.BlockDevice => "found a device; allowed is a regular file",
            _ => "found an empty file; allowed is a regular file with a text",
        };
    }
}
