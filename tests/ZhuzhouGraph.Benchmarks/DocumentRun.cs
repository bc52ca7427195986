using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>Does memory stay bounded when no document comes twice?</summary>
internal static class DocumentRun
{
    private const int WarmUp = 1_000;

    public static async Task<int> RunAsync(int count, BenchmarkOptions options, CancellationToken cancellationToken)
    {
        await using var store = await BenchmarkedStore.OpenAsync("sqlite", options, cancellationToken);
        using var schema = new GraphSchema();
        var limits = new DocumentCacheLimits();
        await AskAsync(new DocumentCache(limits), 0, WarmUp);
        var documents = new DocumentCache(limits);
        var baseline = GC.GetTotalMemory(forceFullCollection: true);
        var before = Environment.CpuUsage.TotalTime;
        await AskAsync(documents, WarmUp, count);
        var each = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / count;
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Console.Out.WriteLine(
            "| distinct documents | kept | counted, MB | baseline, MB | after, MB | allowed (baseline + 10 % + bound), MB | CPU µs per "
                + "document |\n|--:|--:|--:|--:|--:|--:|--:|"
        );
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {count:N0} | {documents.Count:N0} | {documents.Bytes / 1e6:F1} | {baseline / 1e6:F1} | {after / 1e6:F1} | "
                    + $"{((1.1 * baseline) + limits.Bytes) / 1e6:F1} | {each:F0} |"
            )
        );
        return 0;

        async Task AskAsync(DocumentCache into, int from, int times)
        {
            var executor = new GraphExecutor(
                store.Graph,
                new StoreDoor(new Readiness(isReady: true), TimeProvider.System, NullLogger<StoreDoor>.Instance),
                schema,
                new RequestLimits(),
                into,
                new PublicUrl(null),
                NullLogger<GraphExecutor>.Instance
            );
            for (var i = from; i < from + times; i++)
            {
                var text = $"{{ {string.Concat(Enumerable.Range(0, 30).Select(alias => $"x{i}_{alias}: __typename "))}}}";
                if ((await executor.AnswerAsync(new GraphQLRequest(text), null, cancellationToken)).Outcome is not Outcome.Answered)
                    throw new InvalidOperationException($"This should have been answered: {text}");
            }
        }
    }
}
