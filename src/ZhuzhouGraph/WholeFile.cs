namespace ZhuzhouGraph;

/// <summary>
/// Files that are read whole, up to a size. What holds no bytes is never opened: a pipe would wait for a writer, a device has no end, and
/// neither can be told from an empty file beforehand.
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
            : file.Length == 0 ? "found no bytes: an empty file, a pipe, a socket or a device; allowed is a regular file with a text"
            : file.Length > maxBytes ? $"found {file.Length} bytes; allowed is a file of at most {maxBytes} bytes"
            : null;
    }
}
