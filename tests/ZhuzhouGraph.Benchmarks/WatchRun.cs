using System.Diagnostics;
using System.Globalization;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>What does a subscription need while nothing happens, and how soon does the last of thousands learn of an import?</summary>
internal static class WatchRun
{
    /// <summary>Long enough for a server without work to give back what it does not need.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(25);

    /// <param name="PerSocket">Subscriptions on one socket; 0 for streams of server-sent events.</param>
    /// <param name="AreDifferent">Whether no two ask the same, so that each is answered by itself.</param>
    private sealed record Shape(string Name, int PerSocket, bool AreDifferent = false);

    private static readonly Shape[] Shapes =
    [
        new("one per socket", 1),
        new("100 per socket", 100),
        new("one per stream of events", 0),
        new("one per socket, no two alike", 1, AreDifferent: true),
    ];

    public static async Task<int> RunAsync(string program, int count, string? only, CancellationToken cancellationToken)
    {
        Console.Out.WriteLine(
            "| subscriptions | connections | opened in s | KB each | idle, KB each | import ms | first ms | last ms | processor ms |\n"
                + "|---|--:|--:|--:|--:|--:|--:|--:|--:|"
        );
        foreach (var shape in Shapes.Where(shape => shape.Name.Contains(only ?? "", StringComparison.Ordinal)))
            await RunAsync(program, shape, count, cancellationToken);
        return 0;
    }

    private static async Task RunAsync(string program, Shape shape, int count, CancellationToken cancellationToken)
    {
        await using var server = await MeasuredServer.StartAsync(program, RepositoryRoot.Seeds, cancellationToken);
        var perConnection = Math.Max(1, shape.PerSocket);
        List<Follower> followers = [];
        try
        {
            // What the first few need is needed once.
            followers.AddRange(await OpenAsync(server, shape, 0, 100 / perConnection, perConnection, cancellationToken));
            await Task.Delay(Settling, cancellationToken);
            var before = server.ResidentMegabytes;
            var watch = Stopwatch.StartNew();
            followers.AddRange(
                await OpenAsync(server, shape, followers.Count, (count / perConnection) - followers.Count, perConnection, cancellationToken)
            );
            var opened = watch.Elapsed;
            var open = server.ResidentMegabytes;
            await Task.Delay(Settling, cancellationToken);
            var idle = server.ResidentMegabytes;
            await using var store = await BenchmarkedStore.OpenFileAsync(server.StoreFile, cancellationToken);
            var cpu = server.CpuMilliseconds;
            watch.Restart();
            await store.Graph.ImportAsync(Batches.Article(1), cancellationToken);
            var import = watch.Elapsed;
            var told = await Task.WhenAll(followers.Select(follower => follower.ToldAsync(watch, cancellationToken)));
            var each = 1024.0 / (count - (100 / perConnection * perConnection));
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {count}, {shape.Name} | {followers.Count} | {opened.TotalSeconds:F1} | {(open - before) * each:F1} "
                        + $"| {(idle - before) * each:F1} | {import.TotalMilliseconds:F0} | {told.Min().TotalMilliseconds:F0} "
                        + $"| {told.Max().TotalMilliseconds:F0} | {server.CpuMilliseconds - cpu:F0} |"
                )
            );
        }
        finally
        {
            followers.ForEach(follower => follower.Dispose());
        }
    }

    /// <summary>Opens connections, some at a time, each with its subscriptions, and waits for the first notice of each.</summary>
    private static async Task<List<Follower>> OpenAsync(
        MeasuredServer server,
        Shape shape,
        int from,
        int count,
        int perConnection,
        CancellationToken cancellationToken
    )
    {
        const int atOnce = 64;
        List<Follower> followers = [];
        foreach (var some in Enumerable.Range(from, count).Chunk(atOnce))
            followers.AddRange(
                await Task.WhenAll(
                    some.Select(at =>
                        Follower.OpenAsync(server.Port, shape.PerSocket > 0, perConnection, shape.AreDifferent ? at : 0, cancellationToken)
                    )
                )
            );
        return followers;
    }
}
