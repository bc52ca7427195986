using System.IO.Enumeration;

namespace ZhuzhouGraph.Seeds;

/// <summary>The files of a folder, and what stands between them and is none.</summary>
internal static class SeedFiles
{
    /// <summary>A larger file of seeds is none; the largest of a day's issue has 20,000 bytes.</summary>
    public const long MaxBytes = 4 * 1024 * 1024;

    /// <summary>Whatever stands in the folder under the name of a seed, folders included, in order.</summary>
    public static string[] In(string folder) => [.. Directory.GetFileSystemEntries(folder, "*.yaml").Order(StringComparer.Ordinal)];

    /// <summary>
    /// Every file of the folder and of the folders in it, in order. A link to a folder is given like a file and not followed: it may lead
    /// in a circle. A folder that may not be read gives nothing.
    /// </summary>
    public static IReadOnlyList<string> Below(string folder) =>
        [
            .. new FileSystemEnumerable<string>(
                folder,
                (ref FileSystemEntry entry) => entry.ToFullPath(),
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }
            )
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => !IsFolder(ref entry),
                ShouldRecursePredicate = (ref FileSystemEntry entry) => IsFolder(ref entry),
            }.Order(StringComparer.Ordinal),
        ];

    private static bool IsFolder(ref FileSystemEntry entry) => entry.IsDirectory && (entry.Attributes & FileAttributes.ReparsePoint) == 0;
}
