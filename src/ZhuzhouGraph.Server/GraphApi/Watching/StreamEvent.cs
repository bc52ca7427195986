using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.GraphApi.Watching;

/// <summary>
/// One answer on a stream, written out once for everybody who gets it. It holds little: each subscription may hold its last.
/// </summary>
/// <param name="Payload">The answer as JSON.</param>
/// <param name="Reading">What of the change log it tells; null for what is no subscription.</param>
/// <param name="Cost">What it costs whoever gets it.</param>
internal sealed record StreamEvent(ReadOnlyMemory<byte> Payload, LogReading? Reading, long Cost)
{
    /// <summary>Why the operation is not answered, or not answered any longer; null where it is.</summary>
    public GraphAnswer? Refusal { get; private init; }

    /// <summary>Whether it may be answered when it is asked again.</summary>
    public bool IsPassing => Refusal?.Outcome is Outcome.Unavailable or Outcome.Busy;

    /// <summary>The place behind it, as clients carry it; null for what is no part of the log.</summary>
    public string? Resume => Reading?.Next is { } next ? Cursor.Write(ChangeSchema.Place, next) : null;

    public static async Task<StreamEvent> OfAsync(GraphAnswer answer, CancellationToken cancellationToken)
    {
        var bytes = await ResponseWriter.BytesOfAsync(answer.Result, cancellationToken);
        var cost = answer.Result.Extensions?.GetValueOrDefault("cost") as IReadOnlyDictionary<string, object?>;
        return new StreamEvent(bytes, answer.Reading, (long?)cost?["requested"] ?? 0)
        {
            Refusal = answer.Outcome is not Outcome.Answered || answer.Reading is { Next: null } ? answer : null,
        };
    }
}
