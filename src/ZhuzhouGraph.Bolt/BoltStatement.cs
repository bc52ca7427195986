namespace ZhuzhouGraph.Bolt;

/// <summary>How a transaction, or a statement that is one of its own, is to be run.</summary>
public record BoltAccess
{
    /// <summary>Null for the user's home database.</summary>
    public string? Database { get; init; }

    /// <summary>True where nothing may be written: the server refuses it, and one of a cluster that only reads may be asked.</summary>
    public bool IsRead { get; init; }

    /// <summary>After which the server ends it by itself. Null for what the server is set to.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>What <c>SHOW TRANSACTIONS</c> and the log of queries tell of it.</summary>
    public IReadOnlyDictionary<string, object?>? Metadata { get; init; }

    /// <summary>What must be visible to it: the <see cref="BoltSummary.Bookmark"/> of transactions before.</summary>
    public IReadOnlyList<string> Bookmarks { get; init; } = [];
}

/// <summary>A statement with its parameters: null, texts, truth values, numbers, bytes, days and times, lists and maps of these.</summary>
public sealed record BoltStatement(string Text, IReadOnlyDictionary<string, object?> Parameters);

/// <summary>What the server says of a statement or a transaction that is over.</summary>
/// <param name="Bookmark">Stands for the state after it. Null within a transaction.</param>
/// <param name="Counters">What was changed, such as <c>nodes-created</c>, and how often; empty where nothing was.</param>
public sealed record BoltSummary(string? Bookmark, IReadOnlyDictionary<string, long> Counters)
{
    private static readonly Dictionary<string, long> None = [];

    internal static BoltSummary Of(BoltMap metadata)
    {
        var counters = None;
        if (metadata.TryFind("stats", out var stats) && stats.Kind is BoltKind.Map)
        {
            var map = stats.AsMap();
            counters = map.Keys.Where(key => map.Number(key) is not null).ToDictionary(key => key, key => map.Number(key)!.Value);
        }
        return new(metadata.Text("bookmark"), counters);
    }
}
