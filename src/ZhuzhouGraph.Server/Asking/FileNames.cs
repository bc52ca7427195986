namespace ZhuzhouGraph.Server.Asking;

/// <summary>What files are called that people take away.</summary>
internal static class FileNames
{
    /// <summary>So many characters; more than that some file systems refuse.</summary>
    public const int Most = 60;

    /// <summary>Words as a part of a name: letters and digits, and a hyphen for whatever else stands between them.</summary>
    public static string Safe(string words)
    {
        var name = string.Join(
            '-',
            string.Concat(words.Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
        return name.Length <= Most ? name : name[..Most].TrimEnd('-');
    }
}
