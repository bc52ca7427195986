using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace ZhuzhouGraph.Server.Tests.Mcp;

/// <summary>What a tool answered.</summary>
internal sealed record ToolReply(bool IsError, string Text, JsonNode? Structure)
{
    public JsonArray Rows => Structure!["rows"]!.AsArray();

    public string? NextCursor => Structure!["nextCursor"]?.GetValue<string>();

    /// <summary>A member of every row.</summary>
    public IReadOnlyList<string?> All(string member) => [.. Rows.Select(row => row![member]?.ToString())];
}

/// <summary>The C# SDK's client, as an assistant's host has it, over HTTP or over stdio.</summary>
internal sealed class Assistant : IAsyncDisposable
{
    private Assistant(McpClient client) => Client = client;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public McpClient Client { get; }

    /// <param name="key">What it sends as its key; none where it is left out.</param>
    public static async Task<Assistant> OverHttpAsync(GraphServer server, string? key = null) =>
        new(
            await McpClient.CreateAsync(
                new HttpClientTransport(
                    new HttpClientTransportOptions
                    {
                        Endpoint = new Uri(server.Client.BaseAddress!, "/mcp"),
                        TransportMode = HttpTransportMode.StreamableHttp,
                        AdditionalHeaders = key is null ? null : new Dictionary<string, string> { ["Authorization"] = $"Bearer {key}" },
                    },
                    // The server has a deadline and the test has one; a third would be a guess of how busy the machine is.
                    new HttpClient { Timeout = Timeout.InfiniteTimeSpan },
                    ownsHttpClient: true
                ),
                cancellationToken: Cancel
            )
        );

    /// <summary>Starts the command <c>mcp</c>.</summary>
    public static Task<Assistant> OverStdioAsync(params string[] arguments) => OverStdioAsync([], arguments);

    /// <summary>Starts the command <c>mcp</c> with more in its environment.</summary>
    public static async Task<Assistant> OverStdioAsync(Dictionary<string, string?> environment, params string[] arguments) =>
        new(
            await McpClient.CreateAsync(
                new StdioClientTransport(
                    new StdioClientTransportOptions
                    {
                        Command = "dotnet",
                        Arguments = [Path.Combine(AppContext.BaseDirectory, "ZhuzhouGraph.Server.dll"), "mcp", .. arguments],
                        EnvironmentVariables = environment,
                    }
                ),
                cancellationToken: Cancel
            )
        );

    /// <summary>Calls a tool with arguments that are written as JSON.</summary>
    public async Task<ToolReply> CallAsync(string tool, string arguments = "{}") =>
        Reply(
            await Client.CallToolAsync(
                tool,
                JsonNode.Parse(arguments)!.AsObject().ToDictionary(argument => argument.Key, argument => (object?)argument.Value),
                cancellationToken: Cancel
            )
        );

    public async Task<string> ReadAsync(string uri) =>
        ((TextResourceContents)(await Client.ReadResourceAsync(uri, cancellationToken: Cancel)).Contents[0]).Text;

    private static ToolReply Reply(CallToolResult result) =>
        new(
            result.IsError is true,
            ((TextContentBlock)result.Content[0]).Text,
            result.StructuredContent is { } structure ? JsonNode.Parse(JsonSerializer.Serialize(structure)) : null
        );

    public ValueTask DisposeAsync() => Client.DisposeAsync();
}
