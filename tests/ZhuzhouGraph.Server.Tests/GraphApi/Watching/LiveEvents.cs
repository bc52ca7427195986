using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Server.Tests.GraphApi.Watching;

/// <summary>A client that reads a stream of server-sent events line by line.</summary>
internal sealed class LiveEvents : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private LiveEvents(HttpResponseMessage response, StreamReader lines) => (_response, _lines) = (response, lines);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public HttpResponseMessage Response => _response;

    public HttpStatusCode Status => _response.StatusCode;

    /// <param name="Id">The place behind it.</param>
    public sealed record Event(string? Id, string Name, JsonNode? Data);

    public static async Task<LiveEvents> PostAsync(
        HttpClient client,
        string query,
        JsonObject? variables = null,
        string? lastEventId = null
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(
                new JsonObject { ["query"] = query, ["variables"] = variables?.DeepClone() }.ToJsonString(),
                Encoding.UTF8,
                "application/json"
            ),
        };
        return await SendAsync(client, request, lastEventId);
    }

    public static Task<LiveEvents> GetAsync(HttpClient client, string query, string? lastEventId = null) =>
        SendAsync(client, new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(query)}"), lastEventId);

    /// <summary>The next event; null where the stream ends.</summary>
    public async Task<Event?> HearAsync()
    {
        string? id = null,
            name = null,
            data = null;
        while (await _lines.ReadLineAsync(Cancel) is { } line)
        {
            if (line.Length == 0 && name is not null)
                return new Event(id, name, string.IsNullOrEmpty(data) ? null : JsonNode.Parse(data));
            if (line.StartsWith(':'))
                return new Event(null, ":", null);
            var (field, value) = line.Split(": ", 2) is [var left, var right] ? (left, right) : (line, "");
            (id, name, data) = field switch
            {
                "id" => (value, name, data),
                "event" => (id, value, data),
                "data" => (id, name, value),
                _ => (id, name, data),
            };
        }
        return null;
    }

    /// <summary>The rest of an answer that is no stream.</summary>
    public Task<string> TextAsync() => _lines.ReadToEndAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        _lines.Dispose();
        _response.Dispose();
        await ValueTask.CompletedTask;
    }

    private static async Task<LiveEvents> SendAsync(HttpClient client, HttpRequestMessage request, string? lastEventId)
    {
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        return new LiveEvents(response, new StreamReader(await response.Content.ReadAsStreamAsync(Cancel)));
    }
}
