using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ZhuzhouGraph.Benchmarks.News;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>
/// How many reads a second are answered while articles are imported, beside the same readers when nothing is, and is any of them torn?
/// </summary>
internal static class ImportedReadsRun
{
    private static readonly int[] Connections = [16, 64];

    /// <summary>What a time of reading showed.</summary>
    /// <param name="Torn">Reads of which two answers are of different versions.</param>
    /// <param name="Refused">Reads that imports overtook again and again, and that may be asked once more.</param>
    private sealed record Reading(double PerSecond, double Median, double P99, long Reads, long Torn, long Refused);

    public static async Task<int> RunAsync(string name, TimeSpan duration, BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var news = new NewsGenerator(options.Shape);
        await using var store = await BenchmarkedStore.OpenAsync(name, options, cancellationToken);
        if ((await store.Graph.HeadAsync(cancellationToken)).Number > 0)
            throw new InvalidOperationException($"The {name} store holds a graph already; this needs an empty one.");
        var articles = Enumerable.Range(0, news.Shape.Articles);
        var half = news.Shape.Articles / 2;
        await TakeAsync(store.Graph, [news.Registry(), .. articles.Take(half).Select(news.Article)], cancellationToken);
        // A program of its own imports, as the importer beside a server does.
        await using var importer = await BenchmarkedStore.OpenAsync(name, options, cancellationToken);
        var next = half;
        await ReadAsync(store.Graph, Connections[0], duration / 4, cancellationToken);
        Report.Machine(Console.Out, options.Shape);
        Console.Out.WriteLine(
            "| connections | reads/s, no import | reads/s, importing | ratio | p50 ms | p99 ms | articles/s | reads | torn | "
                + "refused | load |\n|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
        );
        var torn = 0L;
        foreach (var connections in Connections)
        {
            var alone = await ReadAsync(store.Graph, connections, duration, cancellationToken);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var importing = ImportUntilAsync(over.Token);
            var beside = await ReadAsync(store.Graph, connections, duration, cancellationToken);
            await over.CancelAsync();
            var imported = await importing;
            torn += alone.Torn + beside.Torn;
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {connections} | {alone.PerSecond:F0} | {beside.PerSecond:F0} | {beside.PerSecond / alone.PerSecond:F2} | "
                        + $"{beside.Median:F1} | {beside.P99:F1} | "
                        + $"{imported / duration.TotalSeconds:F1} | {alone.Reads + beside.Reads:N0} | "
                        + $"{alone.Torn + beside.Torn} | {alone.Refused + beside.Refused} | {LoadAverage()} |"
                )
            );
        }
        return torn == 0 ? 0 : 1;

        async Task<int> ImportUntilAsync(CancellationToken over)
        {
            var first = next;
            while (!over.IsCancellationRequested)
            {
                if (next == news.Shape.Articles)
                    throw new InvalidOperationException("There are too few articles to import all the time: give more with --articles.");
                GraphBatch[] units = [.. Enumerable.Range(next, Math.Min(options.AtOnce, news.Shape.Articles - next)).Select(news.Article)];
                next += (await importer.Graph.ImportAsync(units, cancellationToken)).Count;
            }
            return next - first;
        }
    }

    private static async Task TakeAsync(IGraphStore store, List<GraphBatch> units, CancellationToken cancellationToken)
    {
        for (var taken = 0; taken < units.Count; )
            taken += (await store.ImportAsync([.. units.Skip(taken).Take(10)], cancellationToken)).Count;
    }

    private static async Task<Reading> ReadAsync(IGraphStore store, int connections, TimeSpan time, CancellationToken cancellationToken)
    {
        var times = new ConcurrentBag<double>();
        var (torn, refused) = (0L, 0L);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(RepeatAsync, cancellationToken)));
        var sorted = times.Order().ToList();
        return new(
            sorted.Count / Stopwatch.GetElapsedTime(started).TotalSeconds,
            sorted[sorted.Count / 2],
            sorted[sorted.Count * 99 / 100],
            sorted.Count,
            torn,
            refused
        );

        async Task RepeatAsync()
        {
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                var before = Stopwatch.GetTimestamp();
                try
                {
                    if (!await store.ReadAsync(snapshot => IsWholeAsync(snapshot, cancellationToken), cancellationToken))
                        Interlocked.Increment(ref torn);
                    times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
                }
                catch (GraphStoreException e) when (e.IsTransient)
                {
                    Interlocked.Increment(ref refused);
                }
            }
        }
    }

    /// <summary>
    /// What a page asks (newest articles, figures and relationships of the city), and whether it is of one version: each article takes one
    /// version after the registry's, and is the last change of its version.
    /// </summary>
    private static async Task<bool> IsWholeAsync(IGraphSnapshot snapshot, CancellationToken cancellationToken)
    {
        var articles = await snapshot.CountAsync(new ArticleQuery(), cancellationToken);
        var page = new PageRequest(20);
        var figures = await snapshot.ListOfAsync([NewsGenerator.City], new ObservationQuery(), page, cancellationToken);
        var links = await snapshot.ListOfAsync([NewsGenerator.City], new RelationshipQuery(), page, cancellationToken);
        var head = await snapshot.HeadAsync(cancellationToken);
        var newest = await snapshot.ListAsync(new ArticleQuery { Order = ArticleOrder.DateDescending }, page, cancellationToken);
        return articles == head.Number - 1
            && newest.Items.Count == Math.Min(page.First, (int)articles)
            && figures.Count == 1
            && links.Count == 1
            && (head.Version!.Unit == GraphBatch.Registry || newest.Items.Any(article => article.Id == head.Version.Unit));
    }

    private static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";
}
