using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>Runs a command. Whatever ends it early is a line that says what to do, and an exit code; never a stack trace.</summary>
internal static class CommandRunner
{
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM];

    public static async Task<int> RunAsync(ParseResult parsed)
    {
        // Whoever asks for help gets it, whatever else stands there.
        if (parsed.Action is not HelpAction && CommandWords.ProblemsOf(parsed) is { Count: > 0 } problems)
        {
            foreach (var problem in problems)
                await Console.Error.WriteLineAsync(problem);
            return ExitCodes.Problems;
        }
        using var stop = new CancellationTokenSource();
        // Not the library's handling: it ends with 130 or with the command's own code, whichever comes first. A second signal ends at once.
        var handlers = Signals.Select(signal => PosixSignalRegistration.Create(signal, context => Stop(context, stop))).ToList();
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                stop.Token
            );
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync(LineOf(e, stop.IsCancellationRequested));
            return ExitCodes.Failure;
        }
        finally
        {
            handlers.ForEach(handler => handler.Dispose());
        }
    }

    private static void Stop(PosixSignalContext context, CancellationTokenSource stop)
    {
        context.Cancel = !stop.IsCancellationRequested;
        stop.Cancel();
    }

    private static string LineOf(Exception e, bool isStopped) =>
        e switch
        {
            OperationCanceledException when isStopped => "interrupted before the end; run the command again",
            GraphStoreException => $"STORE_UNAVAILABLE: {e.Message}",
            IOException or UnauthorizedAccessException => $"FILE_UNREADABLE: {e.Message}",
            _ => $"INTERNAL_ERROR: something is wrong on our side; {WhereKept(e)}",
        };

    /// <summary>Writes a defect of ours, with all that helps to mend it, into a file, and says which.</summary>
    private static string WhereKept(Exception e)
    {
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"zhuzhou-graph-{DateTime.UtcNow:yyyyMMdd-HHmmss}-{Environment.ProcessId}.log"
        );
        var file = Path.Combine(Path.GetTempPath(), name);
        try
        {
            File.WriteAllText(file, $"{e}\n");
            return $"{file} holds what its maintainers need to know.";
        }
        catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
        {
            return $"{Path.GetTempPath()} takes no file that would say more.";
        }
    }
}
