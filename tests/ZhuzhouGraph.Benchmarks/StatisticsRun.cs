using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using ZhuzhouGraph.Benchmarks.News;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>
/// What a dashboard waits for: the newest figure of each of hundreds of entities, an answer that it has already, a line, and downloads,
/// over HTTP from the server in this process. A store that is empty is filled first.
/// </summary>
internal static class StatisticsRun
{
    private const int FiguresOfArticle = 500,
        Entities = 3_000,
        Promised = 500,
        Downloaded = 100_000,
        Kilobyte = 1024;

    public static async Task<int> RunAsync(
        string name,
        int figures,
        int asked,
        BenchmarkOptions options,
        CancellationToken cancellationToken
    )
    {
        await using var store = await BenchmarkedStore.OpenAsync(name, options, cancellationToken);
        if ((await store.Graph.HeadAsync(cancellationToken)).Number == 0)
            await FillAsync(store.Graph, figures, cancellationToken);
        await using var host = GraphHost.Build(
            new GraphHostOptions { Urls = ["http://127.0.0.1:0"], Settings = ["--Logging:LogLevel:Default=Error"] },
            store.Graph,
            TimeProvider.System
        );
        await host.StartAsync(cancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri($"{host.Urls.First()}/api/v1/"), Timeout = TimeSpan.FromMinutes(20) };
        var indicators = await IndicatorsAsync(store.Graph, cancellationToken);
        // The nearest to what is promised of 500; the widest of a graph that is too small for that.
        var asks = indicators.Where(indicator => indicator.Entities >= Promised).OrderBy(indicator => indicator.Entities).ToList()
            is [var least, ..]
            ? least
            : indicators.MaxBy(indicator => indicator.Entities);
        Console.Out.WriteLine(
            $"{name}: {indicators.Sum(i => i.Figures):N0} figures\n\n| question | answered | median ms | p95 ms | processor ms |\n"
                + "|---|--:|--:|--:|--:|"
        );
        var newest = $"observations.ndjson?indicators={asks.Id}&latestPer=ABOUT";
        await AskAsync(client, $"the newest of each of {asks.Entities:N0} entities, {asks.Figures:N0} figures", newest, asked, null);
        await AskAsync(client, "the first page of these", $"observations?indicators={asks.Id}&latestPer=ABOUT&first=200", asked, null);
        await AskAsync(client, "one line", $"observations?indicators={asks.Id}&about={NewsRegistry.City}&first=200", asked, null);
        await AskAsync(client, "one series, its points", $"series/{await LineAsync(store.Graph, asks.Id, cancellationToken)}", asked, null);
        foreach (var address in new[] { newest, $"observations?indicators={asks.Id}&first=200" })
            await AskAsync(client, "304 of " + address.Split('?')[0], address, asked * 5, await TagAsync(client, address));
        Console.Out.WriteLine("\n| download | figures | MiB | seconds | figures/s | resident MiB, highest |\n|---|--:|--:|--:|--:|--:|");
        // The second round is the one that a server under way gives.
        for (var round = 0; round < 2; round++)
            await DownloadAsync(client, "csv", "", indicators.Sum(i => i.Figures), cancellationToken);
        var (some, count) = Some(indicators);
        await DownloadAsync(client, "xlsx", $"?{string.Join('&', some.Select(id => $"indicators={id}"))}", count, cancellationToken);
        return 0;
    }

    private static async Task FillAsync(IGraphStore store, int figures, CancellationToken cancellationToken)
    {
        var articles = Math.Max(2, figures / FiguresOfArticle);
        var news = new NewsGenerator(NewsShape.With(new(articles, figures, articles, 0, 0, 1, false), known: Entities));
        await store.ImportAsync(news.Registry(), cancellationToken);
        foreach (var article in news.Articles())
            await store.ImportAsync(article, cancellationToken);
    }

    /// <summary>The indicators, how many figures each has, and of how many entities.</summary>
    private static async Task<List<(string Id, long Figures, long Entities)>> IndicatorsAsync(
        IGraphStore store,
        CancellationToken cancellationToken
    ) =>
        await store.ReadAsync(
            async snapshot =>
            {
                List<(string, long, long)> found = [];
                var page = await snapshot.ListAsync(
                    new EntityQuery { Types = [EntityTypes.Indicator] },
                    new PageRequest(PageRequest.Max),
                    cancellationToken
                );
                foreach (var indicator in page.Items.Select(item => item.Id))
                {
                    var query = new ObservationQuery { Indicators = [indicator] };
                    found.Add(
                        (
                            indicator,
                            await snapshot.CountAsync(query, cancellationToken),
                            await snapshot.CountAsync(query with { LatestPer = [SeriesDimension.About] }, cancellationToken)
                        )
                    );
                }
                return found;
            },
            cancellationToken
        );

    /// <summary>The id of the line of an indicator that has the most figures.</summary>
    private static async Task<string> LineAsync(IGraphStore store, string indicator, CancellationToken cancellationToken)
    {
        var lines = new LineQuery(new ObservationQuery { Indicators = [indicator] });
        return (await store.ReadAsync(snapshot => snapshot.ListAsync(lines, new(1), cancellationToken), cancellationToken)).Items[0].Id;
    }

    /// <summary>As many indicators as have the figures of a download.</summary>
    private static (List<string> Ids, long Figures) Some(IEnumerable<(string Id, long Figures, long Entities)> indicators)
    {
        List<string> ids = [];
        var figures = 0L;
        foreach (var indicator in indicators.TakeWhile(_ => figures < Downloaded))
        {
            ids.Add(indicator.Id);
            figures += indicator.Figures;
        }
        return (ids, figures);
    }

    private static async Task<string> TagAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        return response.EnsureSuccessStatusCode().Headers.ETag!.ToString();
    }

    private static async Task AskAsync(HttpClient client, string question, string address, int times, string? tag)
    {
        List<double> taken = [];
        var (bytes, processor) = (0, TimeSpan.Zero);
        for (var at = -times / 5; at < times; at++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (tag is not null)
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            var watch = Stopwatch.StartNew();
            using var response = await client.SendAsync(request);
            bytes = (await response.Content.ReadAsByteArrayAsync()).Length;
            if (response.StatusCode != (tag is null ? HttpStatusCode.OK : HttpStatusCode.NotModified))
                throw new InvalidOperationException($"{address} was answered with {response.StatusCode}.");
            // What comes before is compiled and read for the first time.
            if (at >= 0)
                taken.Add(watch.Elapsed.TotalMilliseconds);
            else
                processor = Environment.CpuUsage.TotalTime;
        }
        // Of the client and the server; of Neo4j's nothing.
        processor = (Environment.CpuUsage.TotalTime - processor) / times;
        taken.Sort();
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {question} | {bytes / Kilobyte:N0} KiB | {taken[taken.Count / 2]:N2} | {taken[taken.Count * 95 / 100]:N2} | "
                    + $"{processor.TotalMilliseconds:N2} |"
            )
        );
    }

    private static async Task DownloadAsync(
        HttpClient client,
        string format,
        string query,
        long figures,
        CancellationToken cancellationToken
    )
    {
        using var memory = new MemoryWatch();
        var watch = Stopwatch.StartNew();
        using var response = await client.GetAsync(
            $"observations.{format}{query}",
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken
        );
        await using var body = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[Kilobyte * Kilobyte];
        long length = 0;
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0; )
            length += read;
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {format} over HTTP | {figures:N0} | {length / Kilobyte / Kilobyte:N0} | {watch.Elapsed.TotalSeconds:N1} | "
                    + $"{figures / watch.Elapsed.TotalSeconds:N0} | {memory.Lap().Resident / Kilobyte / Kilobyte:N0} |"
            )
        );
    }
}
