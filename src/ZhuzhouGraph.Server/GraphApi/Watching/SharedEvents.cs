using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ZhuzhouGraph.Server.GraphApi.Execution;

namespace ZhuzhouGraph.Server.GraphApi.Watching;

/// <summary>
/// Makes each event once, however many follow the same question from the same place, and few events at a time, so that queries are
/// answered while thousands of different questions are told of an import.
/// </summary>
internal sealed class SharedEvents(GraphExecutor executor, TimeProvider time, CancellationToken stopping) : IDisposable
{
    /// <summary>How long an event is kept for those who come late for it.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _turns = new(Math.Max(2, Environment.ProcessorCount));
    private readonly ConcurrentDictionary<(string Topic, SortKey Place), Lazy<Task<StreamEvent>>> _events = new();

    /// <summary>What is the same for all who follow the same: the question, without the variable that only says where to start.</summary>
    public static string TopicOf(GraphQLRequest question, string? startVariable)
    {
        // A variable of that name which is used for something else as well stands in the document a third time.
        var isOnlyStart = startVariable is not null && question.Query.Split($"${startVariable}").Length == 3;
        var text = new StringBuilder($"{question.OperationName?.Length} {question.OperationName}{question.Query.Length} {question.Query}");
        foreach (var (name, value) in question.Variables?.Where(variable => !isOnlyStart || variable.Key != startVariable) ?? [])
        {
            Write(text, name);
            Write(text, value);
        }
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Writes a value so that no two values are written alike.</summary>
    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case IDictionary<string, object?> members:
                text.Append('{');
                foreach (var (name, member) in members)
                {
                    Write(text, name);
                    Write(text, member);
                }
                text.Append('}');
                break;
            case List<object?> items:
                text.Append('[');
                items.ForEach(item => Write(text, item));
                text.Append(']');
                break;
            default:
                var written = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
                text.Append(CultureInfo.InvariantCulture, $"{value?.GetType().Name}:{written.Length}:{written}");
                break;
        }
    }

    /// <param name="question">With the place in it.</param>
    public Task<StreamEvent> GetAsync(string topic, GraphQLRequest question, CancellationToken cancellationToken)
    {
        var key = (topic, question.From!);
        return _events
            .GetOrAdd(key, _ => new(() => Task.Run(() => MakeAsync(key, question), CancellationToken.None)))
            .Value.WaitAsync(cancellationToken);
    }

    private async Task<StreamEvent> MakeAsync((string, SortKey) key, GraphQLRequest question)
    {
        StreamEvent? made = null;
        try
        {
            await _turns.WaitAsync(stopping);
            try
            {
                return made = await StreamEvent.OfAsync(await executor.AnswerAsync(question, null, stopping), stopping);
            }
            finally
            {
                _turns.Release();
            }
        }
        finally
        {
            // What could not be read is asked for again.
            _ = ForgetAsync(key, made?.Refusal is null ? Kept : TimeSpan.Zero);
        }
    }

    public void Dispose() => _turns.Dispose();

    private async Task ForgetAsync((string, SortKey) key, TimeSpan after)
    {
        if (after > TimeSpan.Zero)
            await Task.Delay(after, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _events.TryRemove(key, out _);
    }
}
