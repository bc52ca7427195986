namespace ZhuzhouGraph.Server.GraphApi.Limits;

/// <summary>
/// How much the server keeps of documents that it has found valid. Bound from the section <c>DocumentCache</c> of the configuration, such
/// as <c>DocumentCache:Bytes</c>.
/// </summary>
public sealed record DocumentCacheLimits
{
    /// <summary>Documents. 1,000; 0 keeps none.</summary>
    public int Entries { get; init; } = 1_000;

    /// <summary>Bytes of memory of all of them. 32 MiB.</summary>
    public long Bytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Bytes of a document's text in UTF-8; a longer one is never kept. 16 KiB.</summary>
    public int DocumentBytes { get; init; } = 16 * 1024;
}
