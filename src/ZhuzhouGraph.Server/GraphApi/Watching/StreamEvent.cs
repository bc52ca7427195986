using System.IO.Pipelines;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.GraphApi.Watching;

/// <summary>One answer on a stream, written out once for everybody who gets it.</summary>
/// <param name="Payload">The answer as JSON.</param>
internal sealed record StreamEvent(GraphAnswer Answer, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Whether it tells why the operation is not answered, or not answered any longer.</summary>
    public bool IsRefusal => Answer.Outcome is not Outcome.Answered || Answer.Reading is { Next: null };

    /// <summary>The place behind it, as clients carry it; null for what is no part of the log.</summary>
    public string? Resume => Answer.Reading?.Next is { } next ? Cursor.Write(ChangeSchema.Place, next) : null;

    /// <summary>What it costs whoever gets it.</summary>
    public long Cost =>
        Answer.Result.Extensions?.GetValueOrDefault("cost") is IReadOnlyDictionary<string, object?> cost ? (long)cost["requested"]! : 0;

    public static async Task<StreamEvent> OfAsync(GraphAnswer answer, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var output = PipeWriter.Create(bytes, new StreamPipeWriterOptions(leaveOpen: true));
        await ResponseWriter.WriteAsync(output, answer.Result, cancellationToken);
        await output.CompleteAsync();
        return new StreamEvent(
            // What was made for the answer is written and need not be kept.
            answer with
            {
                Result = new()
                {
                    Executed = answer.Result.Executed,
                    Errors = answer.Result.Errors,
                    Extensions = answer.Result.Extensions,
                },
            },
            bytes.GetBuffer().AsMemory(0, (int)bytes.Length)
        );
    }
}
