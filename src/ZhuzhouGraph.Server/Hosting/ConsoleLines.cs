using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace ZhuzhouGraph.Server.Hosting;

/// <summary>
/// The log on the console, an entry a line. What an operator can mend, a store that is away or a file that cannot be read, says so in its
/// message; only a defect of ours brings its stack trace along.
/// </summary>
internal sealed class ConsoleLines() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "lines";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        textWriter.Write($"{Word(logEntry.LogLevel)}: {logEntry.Category}: {logEntry.Formatter(logEntry.State, logEntry.Exception)}");
        if (logEntry.Exception is { } e)
            textWriter.Write(
                e is GraphStoreException or OperationCanceledException or TimeoutException or IOException
                    ? $" {e.Message.ReplaceLineEndings(" ")}"
                    : $"\n{e}"
            );
        textWriter.Write('\n');
    }

    private static string Word(LogLevel level) =>
        level switch
        {
            LogLevel.Trace => "trce",
            LogLevel.Debug => "dbug",
            LogLevel.Warning => "warn",
            LogLevel.Error or LogLevel.Critical => "fail",
            _ => "info",
        };
}
