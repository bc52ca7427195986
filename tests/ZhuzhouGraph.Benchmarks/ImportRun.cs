using System.Diagnostics;
using ZhuzhouGraph.Benchmarks.News;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>One tenth of the articles.</summary>
/// <param name="Importing">Spent in the store alone; making the units is not counted.</param>
/// <param name="Processor">This process's processor time, making the units included: on a busy machine steadier than the clock.</param>
/// <param name="Slowest">Of those units that were given at once.</param>
/// <param name="Alive">Managed memory after a full collection at its end.</param>
internal sealed record Tenth(
    int Units,
    TimeSpan Importing,
    TimeSpan Processor,
    TimeSpan Slowest,
    long PeakResident,
    long PeakManaged,
    long Alive
)
{
    /// <summary>What ran, where statements are watched; otherwise null.</summary>
    public IReadOnlyDictionary<string, Ran>? Statements { get; init; }
}

/// <summary>What an import took.</summary>
/// <param name="Registry">The registry's unit, apart because it is one large transaction.</param>
/// <param name="Generating">Making all the units, which no import waits for in earnest.</param>
internal sealed record ImportResult(
    string Store,
    TimeSpan Registry,
    IReadOnlyList<Tenth> Tenths,
    TimeSpan Generating,
    long ResidentBefore,
    long? Size
)
{
    public int Units => Tenths.Sum(t => t.Units);

    public TimeSpan Articles => Tenths.Aggregate(TimeSpan.Zero, (sum, t) => sum + t.Importing);
}

/// <summary>Imports the news, so many units at once, and watches.</summary>
internal static class ImportRun
{
    public static async Task<ImportResult> RunAsync(
        BenchmarkedStore store,
        NewsGenerator news,
        StatementWatch? statements,
        int atOnce,
        CancellationToken cancellationToken
    )
    {
        var head = await store.Graph.HeadAsync(cancellationToken);
        if (head.Number > 0)
            throw new InvalidOperationException(
                $"The {store.Name} store holds data version {head.Number} already; an import is measured on an empty store."
            );
        var residentBefore = Environment.WorkingSet;
        using var memory = new MemoryWatch();
        var importing = new Stopwatch();
        var all = Stopwatch.StartNew();

        await ImportAsync([news.Registry()]);
        var registry = importing.Elapsed;
        Console.Error.WriteLine($"{store.Name}: registry {registry.TotalSeconds:F1} s");
        importing.Reset();
        _ = memory.Lap();
        _ = statements?.Lap();

        var tenths = new List<Tenth>();
        var articles = TimeSpan.Zero;
        var waiting = TimeSpan.Zero;
        foreach (var numbers in Enumerable.Range(0, news.Shape.Articles).Chunk((news.Shape.Articles + 9) / 10))
        {
            var slowest = TimeSpan.Zero;
            var processor = Environment.CpuUsage.TotalTime;
            foreach (var together in numbers.Chunk(atOnce))
            {
                var before = importing.Elapsed;
                await ImportAsync([.. together.Select(news.Article)]);
                slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, (importing.Elapsed - before).Ticks));
            }
            processor = Environment.CpuUsage.TotalTime - processor;
            var started = all.Elapsed;
            var (resident, managed, alive) = memory.Lap();
            waiting += all.Elapsed - started;
            tenths.Add(
                new(numbers.Length, importing.Elapsed, processor, slowest, resident, managed, alive) { Statements = statements?.Lap() }
            );
            articles += importing.Elapsed;
            Console.Error.WriteLine(
                FormattableString.Invariant(
                    $"{store.Name}: {numbers[^1] + 1} articles, the last {numbers.Length} in {importing.Elapsed.TotalSeconds:F1} s ({
                        processor.TotalSeconds:F1} s of our processor), {resident / 1e6:F0} MB"
                )
            );
            importing.Reset();
        }
        return new(store.Name, registry, tenths, all.Elapsed - registry - articles - waiting, residentBefore, store.Size);

        async Task ImportAsync(GraphBatch[] units)
        {
            importing.Start();
            for (var taken = 0; taken < units.Length; )
                taken += (await store.Graph.ImportAsync(units[taken..], cancellationToken)).Count;
            importing.Stop();
        }
    }
}
