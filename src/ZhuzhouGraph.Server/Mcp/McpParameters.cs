using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>
/// The parameters of a request, looked at before the SDK reads them, which says of wrong ones only that an error occurred.
/// </summary>
internal static class McpParameters
{
    private const string Text = "a text";

    /// <summary>What methods take.</summary>
    private static readonly IReadOnlyList<(string Method, string Name, bool IsText, bool IsRequired, string Allowed)> Declared =
    [
        (RequestMethods.ToolsCall, "name", true, true, $"{Text}, one of {string.Join(", ", McpTools.All.Select(tool => tool.Name))}"),
        (RequestMethods.ToolsCall, "arguments", false, false, "an object"),
        (RequestMethods.PromptsGet, "name", true, true, $"{Text}, one of {string.Join(", ", McpPrompts.Names)}"),
        (RequestMethods.PromptsGet, "arguments", false, false, "an object"),
        (RequestMethods.ResourcesRead, "uri", true, true, $"{Text} such as {McpResources.Guide}"),
        (RequestMethods.ToolsList, "cursor", true, false, Text),
        (RequestMethods.PromptsList, "cursor", true, false, Text),
        (RequestMethods.ResourcesList, "cursor", true, false, Text),
        (RequestMethods.ResourcesTemplatesList, "cursor", true, false, Text),
    ];

    public static McpMessageHandler Checked(McpMessageHandler next) =>
        async (context, cancellationToken) =>
        {
            if (context.JsonRpcMessage is JsonRpcRequest request && ProblemsOf(request).ToList() is { Count: > 0 } problems)
                throw new McpProtocolException(string.Join('\n', problems), McpErrorCode.InvalidParams);
            await next(context, cancellationToken);
        };

    private static IEnumerable<string> ProblemsOf(JsonRpcRequest request)
    {
        if (request.Params is not (null or JsonObject))
            return [$"'params' is {Found(request.Params)}; allowed is an object."];
        // What cannot be read cannot be looked at any further.
        if (Unreadable(request.Params, "params").ToList() is { Count: > 0 } unreadable)
            return unreadable;
        return Declared
            .Where(declared => declared.Method == request.Method)
            .Select(declared => ProblemOf(declared, request.Params?[declared.Name]))
            .OfType<string>();
    }

    private static string? ProblemOf((string Method, string Name, bool IsText, bool IsRequired, string Allowed) declared, JsonNode? value)
    {
        if (value is null)
            return declared.IsRequired ? $"'{declared.Name}' is left out; needed is {declared.Allowed}." : null;
        return value.GetValueKind() == (declared.IsText ? JsonValueKind.String : JsonValueKind.Object)
            ? null
            : $"'{declared.Name}' is {Found(value)}; allowed is {declared.Allowed}.";
    }

    /// <summary>Texts and names with half of a character, and names that stand twice: JSON that has no value.</summary>
    private static IEnumerable<string> Unreadable(JsonNode? node, string place)
    {
        switch (node)
        {
            case JsonObject members:
                List<KeyValuePair<string, JsonNode?>> read;
                try
                {
                    read = [.. members];
                }
                catch (InvalidOperationException)
                {
                    return [$"'{place}' has a name with half of a character; allowed are names of whole characters."];
                }
                catch (ArgumentException)
                {
                    return [$"'{place}' has a name twice; each may stand once."];
                }
                return read.SelectMany(member =>
                    Unreadable(
                        member.Value,
                        place == "params" ? ArgumentReader.Shorten(member.Key) : $"{place}.{ArgumentReader.Shorten(member.Key)}"
                    )
                );
            case JsonArray items:
                return items.SelectMany((item, at) => Unreadable(item, string.Create(CultureInfo.InvariantCulture, $"{place}[{at}]")));
            case JsonValue value when value.GetValueKind() is JsonValueKind.String && !IsWhole(value):
                return [$"'{place}' is a text with half of a character (\\ud800 to \\udfff alone); allowed is a text of whole characters."];
            default:
                return [];
        }
    }

    private static bool IsWhole(JsonValue value)
    {
        try
        {
            return value.GetValue<string>() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Found(JsonNode value) =>
        value is JsonArray items ? string.Create(CultureInfo.InvariantCulture, $"a list of {items.Count}")
        : value is JsonValue single && single.TryGetValue<JsonElement>(out var element) ? ArgumentValues.Found(element)
        : "an object";
}
