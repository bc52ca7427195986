using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace ZhuzhouGraph.Server.Tests.GraphApi.Watching;

/// <summary>A client that says over a WebSocket what a test wants said, right or wrong.</summary>
internal sealed class LiveSocket : IAsyncDisposable
{
    public const string Protocol = "graphql-transport-ws";

    private readonly ClientWebSocket _socket = new();
    private Channel<string>? _heard;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Opens one that has said nothing yet.</summary>
    public static async Task<LiveSocket> OpenAsync(Uri server, string protocol = Protocol, params (string Name, string Value)[] headers)
    {
        var live = new LiveSocket();
        live._socket.Options.AddSubProtocol(protocol);
        foreach (var (name, value) in headers)
            live._socket.Options.SetRequestHeader(name, value);
        await live._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/graphql" }.Uri, Cancel);
        return live;
    }

    /// <summary>Opens one that is acknowledged.</summary>
    public static async Task<LiveSocket> StartAsync(Uri server)
    {
        var live = await OpenAsync(server);
        await live.SayAsync("""{"type":"connection_init"}""");
        (await live.HearAsync()).ToJsonString().ShouldBe("""{"type":"connection_ack"}""");
        return live;
    }

    public Task SayAsync(string text, WebSocketMessageType type = WebSocketMessageType.Text) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(text), type, endOfMessage: true, Cancel);

    public Task SubscribeAsync(string id, string query, JsonObject? variables = null) =>
        SayAsync(
            new JsonObject
            {
                ["id"] = id,
                ["type"] = "subscribe",
                ["payload"] = new JsonObject { ["query"] = query, ["variables"] = variables?.DeepClone() },
            }.ToJsonString()
        );

    /// <summary>
    /// Reads from now on whether or not a test listens, as a real client does: one that does not read answers no ping, and is let go.
    /// </summary>
    public void ReadAlways()
    {
        _heard = Channel.CreateUnbounded<string>();
        _ = PumpAsync(_heard.Writer);
    }

    /// <summary>The next message.</summary>
    public async Task<JsonNode> HearAsync()
    {
        var text = await ReadAsync();
        return JsonNode.Parse(text.ShouldNotBeNull($"the socket was closed: {_socket.CloseStatus} {_socket.CloseStatusDescription}"))!;
    }

    /// <summary>Hears what the operation has to say next.</summary>
    public async Task<JsonNode> HearAsync(string id, string type)
    {
        var message = await HearAsync();
        message["type"]!.GetValue<string>().ShouldBe(type, message.ToJsonString());
        message["id"]!.GetValue<string>().ShouldBe(id);
        return message;
    }

    /// <summary>Reads until the other side closes and gives its code and reason.</summary>
    public async Task<(int Code, string Reason)> ClosedAsync()
    {
        while (await ReadAsync() is not null) { }
        return ((int)_socket.CloseStatus!, _socket.CloseStatusDescription ?? "");
    }

    public Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", Cancel);

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task PumpAsync(ChannelWriter<string> heard)
    {
        try
        {
            while (await ReceiveAsync() is { } text)
                heard.TryWrite(text);
            heard.Complete();
        }
        catch (Exception e)
        {
            heard.Complete(e);
        }
    }

    private async Task<string?> ReadAsync()
    {
        if (_heard is null)
            return await ReceiveAsync();
        return await _heard.Reader.WaitToReadAsync(Cancel) && _heard.Reader.TryRead(out var text) ? text : null;
    }

    private async Task<string?> ReceiveAsync()
    {
        var (buffer, text) = (new byte[16 * 1024], new MemoryStream());
        while (true)
        {
            var got = await _socket.ReceiveAsync(buffer, Cancel);
            if (got.MessageType is WebSocketMessageType.Close)
                return null;
            text.Write(buffer, 0, got.Count);
            if (got.EndOfMessage)
                return Encoding.UTF8.GetString(text.ToArray());
        }
    }
}
