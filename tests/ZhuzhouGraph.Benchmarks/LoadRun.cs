using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>How long do honest requests wait while some of the others are hostile, against a run in which none is?</summary>
internal static class LoadRun
{
    private const int Connections = 256;

    public static async Task<int> RunAsync(string program, TimeSpan duration, CancellationToken cancellationToken)
    {
        Console.Out.WriteLine(
            "| hostile | honest requests/s | p50 ms | p99 ms | not 200 | hostile sent | resident MB |\n|---|--:|--:|--:|--:|--:|--:|"
        );
        foreach (var hostile in new[] { 0, 5 })
        {
            await using var server = await MeasuredServer.StartAsync(program, RepositoryRoot.Seeds, cancellationToken);
            await RequestRun.WarmUpAsync(server.Port, cancellationToken);
            var (times, failed, sent) = await LoadAsync(server.Port, hostile, duration, cancellationToken);
            times.Sort();
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {hostile} % | {times.Count / duration.TotalSeconds:F0} | {times[times.Count / 2]:F1} "
                        + $"| {times[times.Count * 99 / 100]:F1} | {failed} | {sent} | {server.ResidentMegabytes:F0} |"
                )
            );
        }
        return 0;
    }

    private static async Task<(List<double> Times, int Failed, int Sent)> LoadAsync(
        int port,
        int percent,
        TimeSpan duration,
        CancellationToken cancellationToken
    )
    {
        var times = new ConcurrentBag<double>();
        var (failed, sent) = (0, 0);
        var end = Stopwatch.StartNew();
        // Which of a hundred is hostile is fixed, so that two runs differ in nothing else.
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(at => Task.Run(() => AskAsync(at), cancellationToken)));
        return ([.. times], failed, sent);

        async Task AskAsync(int at)
        {
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}") };
            for (var i = at * 7; end.Elapsed < duration; i++)
            {
                if (i % 100 < percent)
                {
                    var request = HostileRequests.All[(at + i) % HostileRequests.All.Count];
                    await request.SendAsync(port, cancellationToken);
                    Interlocked.Increment(ref sent);
                    continue;
                }
                var watch = Stopwatch.GetTimestamp();
                try
                {
                    if (await RequestRun.AskAsync(client, i, cancellationToken) != 200)
                        Interlocked.Increment(ref failed);
                    times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
                }
                catch (HttpRequestException)
                {
                    Interlocked.Increment(ref failed);
                }
            }
        }
    }
}
