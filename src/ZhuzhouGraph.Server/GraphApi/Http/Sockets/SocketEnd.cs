using System.Text;

namespace ZhuzhouGraph.Server.GraphApi.Http.Sockets;

/// <summary>Why a socket is closed: the codes of <c>graphql-transport-ws</c> and of RFC 6455, with words for people.</summary>
internal sealed record SocketEnd(int Code, string Reason)
{
    /// <summary>The longest reason that a frame can hold, in bytes.</summary>
    private const int Longest = 123;

    public static readonly SocketEnd Unauthorized = new(4401, "Unauthorized: subscribe comes after connection_ack"),
        NoSubprotocol = new(4406, $"Subprotocol not acceptable: this is {SocketMessage.Protocol}"),
        InitTimeout = new(4408, "Connection initialisation timeout"),
        SecondInit = new(4429, "Too many initialisation requests"),
        Idle = new(1000, "No operation for a long while"),
        TooSlow = new(1013, "Too slow: what was sent is not read. Go on with since: the resume of the last notice"),
        GoingAway = new(1001, "The server stops. Go on with since: the resume of the last notice"),
        TooManyMessages = new(1013, "Too many messages for now (clientTokens)");

    /// <summary>A message that is none of the protocol, or not what is allowed.</summary>
    public static SocketEnd Bad(string why) => new(4400, why);

    public static SocketEnd TooLong(int allowed) => new(1009, $"BODY_BYTES_EXCEEDED: a message may have {allowed} bytes");

    public static SocketEnd Exists(string id) => new(4409, $"Subscriber for {Asking.ArgumentReader.Shorten(id)} already exists");

    /// <summary>The reason as far as a frame holds it.</summary>
    public string Told
    {
        get
        {
            var (length, bytes) = (0, 0);
            foreach (var rune in Reason.EnumerateRunes())
            {
                if (bytes + rune.Utf8SequenceLength > Longest)
                    break;
                bytes += rune.Utf8SequenceLength;
                length += rune.Utf16SequenceLength;
            }
            return Reason[..length];
        }
    }
}
