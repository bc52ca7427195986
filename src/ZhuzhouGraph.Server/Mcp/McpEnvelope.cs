using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>
/// The JSON-RPC message in a body, looked at before the SDK's transport: that speaks of its own types where a message is none, and fails
/// where a greeting lacks what it needs.
/// </summary>
internal static class McpEnvelope
{
    /// <summary>The JSON-RPC error that answers the body, with the id of the request where that can be read; null where the SDK can
    /// read it.</summary>
    public static JsonObject? RefusalOf(MemoryStream body)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
        }
        catch (JsonException e)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}");
            return Error(null, McpErrorCode.ParseError, body.Length == 0 ? "The body is empty." : $"The body is no JSON at {place}.");
        }
        using (document)
        {
            var message = document.RootElement;
            if (message.ValueKind is JsonValueKind.Array)
                return Invalid(null, $"The body is {ArgumentValues.Found(message)}; batches are not taken, allowed is one message.");
            if (message.ValueKind is not JsonValueKind.Object)
                return Invalid(null, $"The body is {ArgumentValues.Found(message)}; allowed is one message, an object.");
            return RefusalOf(message);
        }
    }

    private static JsonObject? RefusalOf(JsonElement message)
    {
        var hasId = message.TryGetProperty("id", out var id);
        if (hasId && !IsId(id))
            return Invalid(null, $"'id' is {ArgumentValues.Found(id)}; allowed is a text or a whole number, or none for a notification.");
        if (!message.TryGetProperty("jsonrpc", out var version))
            return Invalid(id, "'jsonrpc' is left out; needed is the text '2.0'.");
        if (ArgumentValues.TextIn(version) is not "2.0")
            return Invalid(id, $"'jsonrpc' is {ArgumentValues.Found(version)}; allowed is the text '2.0'.");
        if (!message.TryGetProperty("method", out var method))
            return hasId && (message.TryGetProperty("result", out _) || message.TryGetProperty("error", out _))
                ? null
                : Invalid(id, $"'method' is left out; needed is a text such as {RequestMethods.ToolsList}.");
        if (ArgumentValues.TextIn(method) is not { } called)
            return Invalid(id, $"'method' is {ArgumentValues.Found(method)}; allowed is a text such as {RequestMethods.ToolsList}.");
        // Of all parameters the transport itself reads those of the greeting, before a filter sees them.
        if (!hasId || called != RequestMethods.Initialize)
            return null;
        var parameters = message.TryGetProperty("params", out var given) ? JsonNode.Parse(given.GetRawText()) : null;
        var problems = McpParameters.ProblemsOf(called, parameters);
        return problems.Count == 0 ? null : Error(id, McpErrorCode.InvalidParams, string.Join('\n', problems));
    }

    private static bool IsId(JsonElement id) =>
        id.ValueKind switch
        {
            JsonValueKind.String => ArgumentValues.TextIn(id) is not null,
            JsonValueKind.Number => id.TryGetInt64(out _),
            _ => false,
        };

    private static JsonObject Invalid(JsonElement? id, string message) => Error(id, McpErrorCode.InvalidRequest, message);

    private static JsonObject Error(JsonElement? id, McpErrorCode code, string message) =>
        new()
        {
            ["error"] = new JsonObject { ["code"] = (int)code, ["message"] = message },
            ["id"] = id is { ValueKind: not JsonValueKind.Undefined } known ? JsonNode.Parse(known.GetRawText()) : null,
            ["jsonrpc"] = "2.0",
        };
}
