namespace ZhuzhouGraph.Benchmarks;

/// <summary>A question to a store, asked for many keys.</summary>
/// <param name="Text">What a reader of the table wants to know.</param>
/// <param name="Keys">How many keys there are; the n-th is used again after that many.</param>
/// <param name="AskAsync">Asks for a key, and says how many things the answer holds.</param>
internal sealed record Question(string Text, int Keys, Func<IGraphSnapshot, int, CancellationToken, Task<long>> AskAsync)
{
    /// <summary>What happens, unmeasured, before each time.</summary>
    public Func<IGraphStore, CancellationToken, Task>? Before { get; init; }

    public static Question Of<TKey, TItem>(string text, IReadOnlyList<TKey> keys, Func<TKey, GraphQuery<TItem>> query, PageRequest page) =>
        new(text, keys.Count, async (snapshot, n, cancellationToken) =>
            (await snapshot.ListAsync(query(keys[n]), page, cancellationToken)).Items.Count
        );

    /// <summary>One page per parent.</summary>
    public static Question Under<TItem>(
        string text,
        IReadOnlyList<IReadOnlyCollection<string>> parents,
        GraphQuery<TItem> query,
        PageRequest page
    ) =>
        new(text, parents.Count, async (snapshot, n, cancellationToken) =>
            (await snapshot.ListOfAsync(parents[n], query, page, cancellationToken)).Values.Sum(p => p.Items.Count)
        );
}

/// <summary>How long the answers took.</summary>
/// <param name="Processor">This process's processor time per answer: on a busy machine steadier than the clock. A server's own is not in
/// it.</param>
/// <param name="Things">How many things an answer held on average.</param>
internal sealed record Latency(TimeSpan Median, TimeSpan P95, TimeSpan Processor, double Things, int Times)
{
    public static Latency Of(List<(TimeSpan Took, long Things)> answers, TimeSpan processor)
    {
        var times = answers.Select(a => a.Took).Order().ToList();
        return new(
            times[times.Count / 2],
            times[times.Count * 95 / 100],
            processor / times.Count,
            answers.Average(a => a.Things),
            times.Count
        );
    }
}
