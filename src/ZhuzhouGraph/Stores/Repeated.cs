using System.Text;

namespace ZhuzhouGraph.Stores;

/// <summary>Texts that a list repeats, such as the ids of articles, as one object. Each thread keeps those that it met last.</summary>
public static class Repeated
{
    private const int Kept = 1_024,
        Longest = 64;

    [ThreadStatic]
    private static string?[]? _kept;

    /// <param name="utf8">Only ASCII of at most 64 characters is kept.</param>
    public static string Text(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest)
            return Encoding.UTF8.GetString(utf8);
        var hash = default(HashCode);
        hash.AddBytes(utf8);
        ref var kept = ref (_kept ??= new string?[Kept])[hash.ToHashCode() & (Kept - 1)];
        return kept is not null && Ascii.Equals(utf8, kept) ? kept : kept = Encoding.UTF8.GetString(utf8);
    }
}
