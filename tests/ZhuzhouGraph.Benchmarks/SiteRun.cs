using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>
/// How long does a reader wait for a page of each kind? The server in this process over a store that was filled before, the pages found
/// by following links from the home page; then the first paint of each in a browser on a slow line.
/// </summary>
internal static partial class SiteRun
{
    private const int OfKind = 3,
        MostRead = 400,
        Kilobyte = 1024,
        Paints = 5;

    /// <summary>The slow line: 400 kbit/s, 400 ms.</summary>
    private static readonly Dictionary<string, object> SlowLine = new()
    {
        ["offline"] = false,
        ["latency"] = 400,
        ["downloadThroughput"] = 400 * 1000 / 8,
        ["uploadThroughput"] = 400 * 1000 / 8,
    };

    public static async Task<int> RunAsync(
        string name,
        int asked,
        string? browser,
        BenchmarkOptions options,
        CancellationToken cancellationToken
    )
    {
        await using var store = await BenchmarkedStore.OpenAsync(name, options, cancellationToken);
        await using var host = GraphHost.Build(
            new GraphHostOptions { Urls = ["http://127.0.0.1:0"], Settings = ["--Logging:LogLevel:Default=Error"] },
            store.Graph,
            TimeProvider.System
        );
        await host.StartAsync(cancellationToken);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None };
        using var client = new HttpClient(handler) { BaseAddress = new(host.Urls.First()) };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var kinds = await FoundAsync(client, cancellationToken);
        await using var painter = browser is null ? null : await PainterAsync(browser);
        Console.Out.WriteLine("| page | KiB | median ms | p95 ms | first paint on a slow line, ms |\n|---|--:|--:|--:|--:|");
        foreach (var (_, addresses) in kinds.Where(kind => kind.Value.Count > 0).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            List<(string Address, int Bytes, double Median, double Late)> of = [];
            foreach (var address in addresses)
                of.Add(await AskAsync(client, address, asked, cancellationToken));
            var worst = of.MaxBy(one => one.Late);
            var paint = painter is null ? "" : $"{await PaintAsync(painter, client.BaseAddress!, worst.Address):N0}";
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| `{Uri.UnescapeDataString(worst.Address.Split("after=")[0])}` | {worst.Bytes / Kilobyte:N0} | {worst.Median:N1} | "
                        + $"{worst.Late:N1} | {paint} |"
                )
            );
        }
        return 0;
    }

    /// <summary>The addresses to which links lead from the home page, some of each kind: what stands first in their paths.</summary>
    private static async Task<Dictionary<string, List<string>>> FoundAsync(HttpClient client, CancellationToken cancellationToken)
    {
        Dictionary<string, List<string>> kinds = [];
        // Of what is known least comes first, or the lists would lead to nothing but lists.
        PriorityQueue<string, int> open = new([("/", 0)]);
        HashSet<string> seen = ["/"];
        for (var read = 0; read < MostRead && open.TryDequeue(out var address, out _); read++)
        {
            using var response = await client.GetAsync(address, cancellationToken);
            if (response.StatusCode != HttpStatusCode.OK || response.Content.Headers.ContentType?.MediaType is not "text/html")
                continue;
            var known = KnownOf(address);
            if (known.Count < OfKind)
                known.Add(address);
            foreach (Match link in Link().Matches(await response.Content.ReadAsStringAsync(cancellationToken)))
                if (WebUtility.HtmlDecode(link.Groups[1].Value) is var next && seen.Add(next))
                    open.Enqueue(next, KnownOf(next).Count);
        }
        return kinds;

        List<string> KnownOf(string address)
        {
            var kind = address.Split('/', '?')[1];
            return kinds.TryGetValue(kind, out var known) ? known : kinds[kind] = [];
        }
    }

    private static async Task<(string Address, int Bytes, double Median, double Late)> AskAsync(
        HttpClient client,
        string address,
        int times,
        CancellationToken cancellationToken
    )
    {
        List<double> taken = [];
        var bytes = 0;
        for (var at = -times / 5; at < times; at++)
        {
            var watch = Stopwatch.StartNew();
            bytes = (await client.GetByteArrayAsync(address, cancellationToken)).Length;
            // What comes before is compiled and read for the first time.
            if (at >= 0)
                taken.Add(watch.Elapsed.TotalMilliseconds);
        }
        taken.Sort();
        return (address, bytes, taken[taken.Count / 2], taken[taken.Count * 95 / 100]);
    }

    private static async Task<IBrowser> PainterAsync(string browser) =>
        await (await Playwright.CreateAsync()).Chromium.LaunchAsync(new() { ExecutablePath = browser, Args = ["--no-sandbox"] });

    /// <summary>The median of a few first visits, each with nothing kept.</summary>
    private static async Task<double> PaintAsync(IBrowser browser, Uri site, string address)
    {
        List<double> painted = [];
        for (var time = 0; time < Paints; time++)
        {
            var page = await browser.NewPageAsync(
                new()
                {
                    ViewportSize = new() { Width = 390, Height = 844 },
                }
            );
            var line = await page.Context.NewCDPSessionAsync(page);
            await line.SendAsync("Network.enable");
            await line.SendAsync("Network.emulateNetworkConditions", SlowLine);
            await page.GotoAsync(new Uri(site, address).ToString());
            painted.Add(
                await page.EvaluateAsync<double>(
                    "() => new Promise(told => new PerformanceObserver((list, watch) => {"
                        + " const paint = list.getEntriesByName('first-contentful-paint')[0];"
                        + " if (paint) { watch.disconnect(); told(paint.startTime); } })"
                        + ".observe({ type: 'paint', buffered: true }))"
                )
            );
            await page.CloseAsync();
        }
        painted.Sort();
        return painted[Paints / 2];
    }

    [GeneratedRegex("<a [^>]*href=\"(/(?!/|api/)[^\"#]*)\"")]
    private static partial Regex Link();
}
