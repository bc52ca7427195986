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

    /// <summary>The SDK answers it, and calls its name for it obsolete.</summary>
    private const string SetLevel = "logging/setLevel";

    private static readonly string[] Levels = ["debug", "info", "notice", "warning", "error", "critical", "alert", "emergency"];

    /// <summary>A parameter of a method.</summary>
    /// <param name="Name">Its name; one inside of another is <c>clientInfo.name</c>, and needed only where the other is given.</param>
    private sealed record Parameter(string Method, string Name, bool IsText, bool IsRequired, string Allowed, string[]? Choices = null);

    /// <summary>What methods take.</summary>
    private static readonly IReadOnlyList<Parameter> Declared =
    [
        new(RequestMethods.Initialize, "protocolVersion", true, true, $"{Text} such as 2025-11-25"),
        new(RequestMethods.Initialize, "capabilities", false, true, "an object, {} where the client has none"),
        new(RequestMethods.Initialize, "clientInfo", false, true, "an object with 'name' and 'version'"),
        new(RequestMethods.Initialize, "clientInfo.name", true, true, Text),
        new(RequestMethods.Initialize, "clientInfo.version", true, true, Text),
        new(RequestMethods.ToolsCall, "name", true, true, $"{Text}, one of {string.Join(", ", McpTools.All.Select(tool => tool.Name))}"),
        new(RequestMethods.ToolsCall, "arguments", false, false, "an object"),
        new(RequestMethods.PromptsGet, "name", true, true, $"{Text}, one of {string.Join(", ", McpPrompts.Names)}"),
        new(RequestMethods.PromptsGet, "arguments", false, false, "an object"),
        new(RequestMethods.ResourcesRead, "uri", true, true, $"{Text} such as {McpResources.Guide}"),
        new(RequestMethods.ResourcesSubscribe, "uri", true, true, $"{Text} such as {McpResources.Guide}"),
        new(RequestMethods.ResourcesUnsubscribe, "uri", true, true, $"{Text} such as {McpResources.Guide}"),
        new(SetLevel, "level", true, true, $"{Text}, one of {string.Join(", ", Levels)}", Levels),
        new(RequestMethods.ToolsList, "cursor", true, false, Text),
        new(RequestMethods.PromptsList, "cursor", true, false, Text),
        new(RequestMethods.ResourcesList, "cursor", true, false, Text),
        new(RequestMethods.ResourcesTemplatesList, "cursor", true, false, Text),
    ];

    /// <summary>What the SDK reads the parameters of a method as.</summary>
    private static readonly Dictionary<string, Type> Shapes = new()
    {
        [RequestMethods.Initialize] = typeof(InitializeRequestParams),
        [RequestMethods.ToolsCall] = typeof(CallToolRequestParams),
        [RequestMethods.PromptsGet] = typeof(GetPromptRequestParams),
        [RequestMethods.ResourcesRead] = typeof(ReadResourceRequestParams),
        [RequestMethods.ResourcesSubscribe] = typeof(SubscribeRequestParams),
        [RequestMethods.ResourcesUnsubscribe] = typeof(UnsubscribeRequestParams),
        [RequestMethods.ToolsList] = typeof(ListToolsRequestParams),
        [RequestMethods.PromptsList] = typeof(ListPromptsRequestParams),
        [RequestMethods.ResourcesList] = typeof(ListResourcesRequestParams),
        [RequestMethods.ResourcesTemplatesList] = typeof(ListResourceTemplatesRequestParams),
        [RequestMethods.Ping] = typeof(PingRequestParams),
    };

    public static McpMessageHandler Checked(McpMessageHandler next) =>
        async (context, cancellationToken) =>
        {
            if (context.JsonRpcMessage is JsonRpcRequest request && ProblemsOf(request.Method, request.Params) is { Count: > 0 } problems)
                throw new McpProtocolException(string.Join('\n', problems), McpErrorCode.InvalidParams);
            await next(context, cancellationToken);
        };

    /// <summary>All that is wrong with the parameters of a method, a sentence each; empty where the SDK can read them.</summary>
    public static IReadOnlyList<string> ProblemsOf(string method, JsonNode? parameters)
    {
        if (parameters is not (null or JsonObject))
            return [$"'params' is {Found(parameters)}; allowed is an object."];
        // What cannot be read cannot be looked at any further.
        if (Unreadable(parameters, "params").ToList() is { Count: > 0 } unreadable)
            return unreadable;
        List<string> problems =
        [
            .. Declared.Where(declared => declared.Method == method).Select(declared => ProblemOf(declared, parameters)).OfType<string>(),
        ];
        return problems.Count == 0 && Misshapen(method, parameters) is { } problem ? [problem] : problems;
    }

    private static string? ProblemOf(Parameter declared, JsonNode? parameters)
    {
        var steps = declared.Name.Split('.');
        var within = parameters;
        foreach (var step in steps[..^1])
            within = (within as JsonObject)?[step];
        if (steps.Length > 1 && within is not JsonObject)
            return null;
        if (within?[steps[^1]] is not { } value)
            return declared.IsRequired ? $"'{declared.Name}' is left out; needed is {declared.Allowed}." : null;
        return
            value.GetValueKind() == (declared.IsText ? JsonValueKind.String : JsonValueKind.Object)
            && (declared.Choices is null || declared.Choices.Contains(value.GetValue<string>(), StringComparer.Ordinal))
            ? null
            : $"'{declared.Name}' is {Found(value)}; allowed is {declared.Allowed}.";
    }

    /// <summary>What the SDK does not read though no declared parameter is wrong, such as an icon that is a number.</summary>
    private static string? Misshapen(string method, JsonNode? parameters)
    {
        if (parameters is null || !Shapes.TryGetValue(method, out var shape))
            return null;
        try
        {
            _ = parameters.Deserialize(shape, McpJsonUtilities.DefaultOptions);
            return null;
        }
        catch (JsonException e)
        {
            var place = ArgumentReader.Shorten(e.Path is ['$', '.', .. var path] ? path : "params");
            return $"'{place}' has not the shape that the Model Context Protocol gives it in '{method}'.";
        }
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
