using System.Diagnostics;
using System.Globalization;
using GraphQL;
using Microsoft.Extensions.Logging.Abstractions;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>
/// What does a hostile document cost, before and after: the stock executor, which gets two seconds of processor in a process of its own,
/// and ours.
/// </summary>
internal static class HostileRun
{
    private const int Times = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        await using var store = await BenchmarkedStore.OpenAsync("sqlite", options, cancellationToken);
        using var schema = new GraphSchema();
        var executor = new GraphExecutor(
            store.Graph,
            new StoreDoor(new Readiness(isReady: true), TimeProvider.System, NullLogger<StoreDoor>.Instance),
            schema,
            new RequestLimits(),
            new DocumentCache(new()),
            new PublicUrl(null),
            NullLogger<GraphExecutor>.Instance
        );
        Console.Out.WriteLine("| document | bytes | stock, CPU ms | ours, CPU ms | refused with |\n|---|--:|--:|--:|---|");
        foreach (var (index, document) in HostileDocuments.All.Index())
        {
            var answer = await executor.AnswerAsync(new GraphQLRequest(document.Text), null, cancellationToken);
            for (var i = 0; i < Times; i++)
                await executor.AnswerAsync(new GraphQLRequest(document.Text), null, cancellationToken);
            var before = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < Times; i++)
                await executor.AnswerAsync(new GraphQLRequest(document.Text), null, cancellationToken);
            var ours = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Times;
            var stock = await StockAsync(index, cancellationToken);
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {document.Name} | {document.Text.Length:N0} | {stock} | {ours:F2} | `{answer.Result.Errors?[0].Code}` |"
                )
            );
        }
        return 0;
    }

    /// <summary>
    /// One document through the stock executor, cold caches but compiled code; prints the milliseconds and ends when patience does.
    /// </summary>
    public static async Task<int> StockAsync(int index, BenchmarkOptions options, CancellationToken cancellationToken)
    {
        await using var store = await BenchmarkedStore.OpenAsync("sqlite", options, cancellationToken);
        using var schema = new GraphSchema();
        await AskAsync("{ articles { nodes { id } } }");
        var before = Environment.CpuUsage.TotalTime;
        var asked = Task.Run(() => AskAsync(HostileDocuments.All[index].Text), cancellationToken);
        while (!asked.IsCompleted && Used() < Patience)
            await Task.WhenAny(asked, Task.Delay(20, cancellationToken));
        Console.Out.WriteLine(
            asked.IsCompleted
                ? Used().TotalMilliseconds.ToString("N0", CultureInfo.InvariantCulture)
                : $"over {Patience.TotalMilliseconds:N0}"
        );
        if (!asked.IsCompleted)
            Environment.Exit(0);
        return 0;

        TimeSpan Used() => Environment.CpuUsage.TotalTime - before;

        Task<ExecutionResult> AskAsync(string query) =>
            store.Graph.ReadAsync(
                snapshot =>
                    new DocumentExecuter().ExecuteAsync(
                        new ExecutionOptions
                        {
                            Schema = schema,
                            Query = query,
                            Root = new RequestScope(snapshot, new RequestLimits()),
                            UserContext = AskedNames.ContextOf(new RequestLimits()),
                            Listeners = { NameLookUp.Instance },
                            CancellationToken = cancellationToken,
                        }
                    ),
                cancellationToken
            );
    }

    private static async Task<string> StockAsync(int index, CancellationToken cancellationToken)
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [typeof(HostileRun).Assembly.Location, "stock", index.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardOutput = true,
            }
        )!;
        var said = (await process.StandardOutput.ReadToEndAsync(cancellationToken)).Trim();
        await process.WaitForExitAsync(cancellationToken);
        return said.Length > 0 ? said : $"ended with {process.ExitCode}";
    }
}
