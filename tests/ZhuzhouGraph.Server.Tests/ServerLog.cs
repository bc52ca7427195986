using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ZhuzhouGraph.Server.Tests;

/// <summary>Keeps what a host logs, exceptions written out.</summary>
public sealed class ServerLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _entries = new();

    /// <summary>Everything of that level and above, in order.</summary>
    public IReadOnlyList<string> From(LogLevel level) => [.. _entries.Where(entry => entry.Level >= level).Select(entry => entry.Text)];

    public ILogger CreateLogger(string categoryName) => new Logger(_entries);

    public void Dispose() { }

    private sealed class Logger(ConcurrentQueue<(LogLevel Level, string Text)> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => entries.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));
    }
}
