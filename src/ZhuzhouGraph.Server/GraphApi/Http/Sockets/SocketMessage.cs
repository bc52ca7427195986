using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Limits;

namespace ZhuzhouGraph.Server.GraphApi.Http.Sockets;

/// <summary>A message of a client in the protocol <c>graphql-transport-ws</c>.</summary>
/// <param name="Id">Of <c>subscribe</c> and <c>complete</c>.</param>
/// <param name="Question">Of <c>subscribe</c>.</param>
internal sealed record SocketMessage(string Type, string Id = "", GraphQLRequest? Question = null)
{
    public const string Protocol = "graphql-transport-ws",
        Init = "connection_init",
        Ping = "ping",
        Pong = "pong",
        Subscribe = "subscribe",
        Complete = "complete";

    /// <summary>How long an id may be.</summary>
    private const int LongestId = 128;

    /// <summary>How deep the members of a request stand in a message.</summary>
    private const int RequestDepth = 2;

    /// <summary>The message, or why it is none.</summary>
    public static (SocketMessage? Message, string? Problem) Read(ReadOnlySpan<byte> json, RequestLimits limits)
    {
        if (!Utf8.IsValid(json))
            return (null, "Invalid message: it is not UTF-8");
        try
        {
            return JsonInput.Read(json, limits, RequestDepth) is Dictionary<string, object?> members
                ? Read(members, json.Length)
                : (null, "Invalid message: it has to be a JSON object");
        }
        catch (Exception e) when (GraphQLRequestReader.RefusalOf(e, "It") is { } refusal)
        {
            return (null, $"Invalid message: {refusal.Error.Message}");
        }
    }

    private static (SocketMessage?, string?) Read(Dictionary<string, object?> members, int length)
    {
        var type = members.GetValueOrDefault("type") as string;
        var payload = members.GetValueOrDefault("payload");
        var id = members.GetValueOrDefault("id") as string ?? "";
        switch (type)
        {
            case Init or Ping or Pong:
                return payload is null or Dictionary<string, object?>
                    ? (new SocketMessage(type), null)
                    : (null, $"Invalid message: the payload of '{type}' has to be an object");
            case Subscribe or Complete when id.Length is 0 or > LongestId:
                return (null, $"Invalid message: '{type}' needs an 'id' of 1 to {LongestId} characters");
            case Complete:
                return (new SocketMessage(type, id), null);
            case Subscribe when payload is Dictionary<string, object?> request:
                var (question, refusal) = GraphQLRequestReader.FromMembers(request);
                return question is null
                    ? (null, $"Invalid message: {refusal!.Error.Message}")
                    : (new SocketMessage(type, id, question with { Bytes = length }), null);
            case Subscribe:
                return (null, "Invalid message: the payload of 'subscribe' has to be an object");
            default:
                return (null, "Invalid message: its 'type' is none that a client sends");
        }
    }

    /// <summary>A message of ours up to its last bracket.</summary>
    public static byte[] Head(string type, string id) =>
        Encoding.UTF8.GetBytes($"{{\"id\":{JsonSerializer.Serialize(id)},\"type\":\"{type}\"");

    /// <summary>The same up to the payload.</summary>
    public static byte[] Payload(string type, string id) => [.. Head(type, id), .. ",\"payload\":"u8];
}
