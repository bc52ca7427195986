using System.CommandLine;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging.Console;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Server.Mcp;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>
/// <c>mcp</c>: brings the store up to the seeds and answers an assistant over stdin and stdout. Nothing else is written to stdout; what
/// <c>serve</c> says there goes to stderr. It ends when stdin does.
/// </summary>
internal static class McpCommand
{
    /// <summary>How long calls go on when stdin has ended.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(800);

    public static Command Create()
    {
        var command = new Command(
            "mcp",
            "Answers an assistant over stdin and stdout by the Model Context Protocol; imports as 'serve' does."
        );
        SeedIntake.AddTo(command);
        StoreOptions.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(Settings.Load(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Settings settings, CancellationToken cancellationToken)
    {
        Console.SetOut(Console.Error);
        try
        {
            return await AnswerAsync(settings, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Who tells it to stop gets what he asked for.
            return ExitCodes.Success;
        }
    }

    private static async Task<int> AnswerAsync(Settings settings, CancellationToken cancellationToken)
    {
        var intake = SeedIntake.Read(settings);
        var host = HostSettings.Read(settings, [ListenAddresses.Default]);
        var choice = StoreOptions.Read(settings);
        if (choice is null || settings.Problems.Count > 0)
            return settings.Report();
        Console.Out.WriteLine($"store: {choice}");
        await using var store = await choice.Open(intake.IsReadOnly, TimeProvider.System, cancellationToken);
        await VerifyCommand.RequireSoundAsync(choice, store, cancellationToken);
        if (await SeedIntake.RefusalAsync(store, intake, cancellationToken) is { } refused)
            return refused;
        if (await SeedIntake.ImportAsync(store, intake, cancellationToken) is { } failed)
            return failed;
        var readiness = new Readiness(isReady: false);
        readiness.Set(isEmpty: (await store.HeadAsync(cancellationToken)).Version is null);
        await ServeAsync(store, readiness, new ConfigurationBuilder().AddCommandLine([.. host]).Build(), cancellationToken);
        return ExitCodes.Success;
    }

    private static async Task ServeAsync(
        IGraphStore store,
        Readiness readiness,
        IConfigurationRoot configuration,
        CancellationToken cancellationToken
    )
    {
        using var logs = LoggerFactory.Create(logging =>
            logging
                .AddConsole(console =>
                {
                    console.FormatterName = ConsoleLines.FormatterName;
                    console.LogToStandardErrorThreshold = LogLevel.Trace;
                })
                .AddConsoleFormatter<ConsoleLines, ConsoleFormatterOptions>()
                .SetMinimumLevel(LogLevel.Warning)
                .AddFilter("ModelContextProtocol", LogLevel.None)
        );
        var mcp = configuration.GetSection("Mcp").Get<McpSettings>() ?? new McpSettings();
        using var gate = new ConcurrencyLimiter(
            new ConcurrencyLimiterOptions { PermitLimit = mcp.CallsAtOnce, QueueLimit = mcp.CallsWaiting }
        );
        using var schema = new GraphSchema();
        var executor = new GraphExecutor(
            store,
            new StoreDoor(readiness, TimeProvider.System, logs.CreateLogger<StoreDoor>()),
            schema,
            configuration.GetSection("Limits").Get<RequestLimits>() ?? new RequestLimits(),
            new DocumentCache(configuration.GetSection("DocumentCache").Get<DocumentCacheLimits>() ?? new DocumentCacheLimits()),
            PublicUrl.Of(configuration),
            logs.CreateLogger<GraphExecutor>()
        );
        var calls = new McpCalls(executor, TimeProvider.System, logs.CreateLogger<McpCalls>());
        var options = new McpServerOptions();
        McpServing.Configure(options, () => calls, gate);
        await using var transport = new StdioServerTransport(options, logs);
        await using var server = McpServer.Create(transport, options, logs);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = server.RunAsync(ends.Token);
        // Nobody waits any longer for a call that is under way, and what is nearly done is still told.
        if (await Task.WhenAny(running, transport.MessageReader.Completion) != running)
            ends.CancelAfter(LastWords);
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        if (running.Exception is { } failure)
            throw failure.InnerException!;
    }
}
