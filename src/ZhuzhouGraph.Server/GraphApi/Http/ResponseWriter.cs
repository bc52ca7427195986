using System.Collections;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Limits;

namespace ZhuzhouGraph.Server.GraphApi.Http;

/// <summary>
/// Writes an answer as JSON while it is read, never more than a chunk ahead of the client. Chinese characters stand as themselves: the
/// answer is JSON over HTTP, not a part of a page.
/// </summary>
internal static class ResponseWriter
{
    private const int Chunk = 32 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static async Task WriteAsync(PipeWriter output, ExecutionResult result, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        if (result.Errors is { Count: > 0 } errors)
            WriteErrors(json, errors);
        if (result.Executed)
        {
            json.WritePropertyName("data");
            await WriteDataAsync(json, output, result.Data, cancellationToken);
        }
        if (result.Extensions is { Count: > 0 } extensions)
        {
            json.WritePropertyName("extensions");
            WriteValue(json, extensions);
        }
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    /// <summary>The whole answer, for who reads it in this process or gives it to several.</summary>
    public static async Task<byte[]> BytesOfAsync(ExecutionResult result, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var output = PipeWriter.Create(bytes, new StreamPipeWriterOptions(leaveOpen: true));
        await WriteAsync(output, result, cancellationToken);
        await output.CompleteAsync();
        return bytes.ToArray();
    }

    private static async Task WriteDataAsync(Utf8JsonWriter json, PipeWriter output, object? root, CancellationToken cancellationToken)
    {
        if (root is not AnswerNode node)
        {
            WriteValue(json, root);
            return;
        }
        var (sent, next) = (0L, 0);
        var open = new Stack<(AnswerNode Node, int Next)>();
        Start(json, node);
        while (true)
        {
            if (next == node.Values.Length)
            {
                End(json, node);
                if (!open.TryPop(out var parent))
                    return;
                (node, next) = parent;
                continue;
            }
            if (node.Fields is { } fields)
                json.WritePropertyName(fields[next].Encoded);
            var value = node.Values[next++];
            if (value is AnswerNode child)
            {
                open.Push((node, next));
                (node, next) = (child, 0);
                Start(json, node);
            }
            else
            {
                WriteValue(json, value);
            }

            var written = json.BytesCommitted + json.BytesPending;
            if (written - sent > Chunk)
            {
                sent = written;
                json.Flush();
                await output.FlushAsync(cancellationToken);
            }
        }
    }

    private static void Start(Utf8JsonWriter json, AnswerNode node)
    {
        if (node.Fields is not null)
            json.WriteStartObject();
        else
            json.WriteStartArray();
    }

    private static void End(Utf8JsonWriter json, AnswerNode node)
    {
        if (node.Fields is not null)
            json.WriteEndObject();
        else
            json.WriteEndArray();
    }

    private static void WriteErrors(Utf8JsonWriter json, ExecutionErrors errors)
    {
        json.WriteStartArray("errors");
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("message", Echo.MessageOf(error));
            if (error.Locations is { Count: > 0 } locations)
            {
                json.WriteStartArray("locations");
                foreach (var location in locations)
                {
                    json.WriteStartObject();
                    json.WriteNumber("line", location.Line);
                    json.WriteNumber("column", location.Column);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
            if (error.Path is { } path)
            {
                json.WritePropertyName("path");
                WriteValue(json, path);
            }
            json.WriteStartObject("extensions");
            json.WriteString("code", error.Code ?? GraphErrors.InternalError);
            foreach (var (key, value) in error.Extensions?.Where(e => e.Value is not null) ?? [])
            {
                json.WritePropertyName(key);
                WriteValue(json, value);
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case IReadOnlyDictionary<string, object?> members:
                json.WriteStartObject();
                foreach (var (key, member) in members)
                {
                    json.WritePropertyName(key);
                    WriteValue(json, member);
                }
                json.WriteEndObject();
                break;
            case IEnumerable items:
                json.WriteStartArray();
                foreach (var item in items)
                    WriteValue(json, item);
                json.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException($"A value of type {value.GetType()} has no form in an answer.");
        }
    }
}
