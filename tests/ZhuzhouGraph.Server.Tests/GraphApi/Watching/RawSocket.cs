using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ZhuzhouGraph.Server.Tests.GraphApi.Watching;

/// <summary>A connection on which a test writes the bytes of WebSocket frames itself, such as no library would send.</summary>
internal sealed class RawSocket : IAsyncDisposable
{
    /// <summary>The first byte of a frame: the last of its message or not, and its kind.</summary>
    public const int Whole = 0x81,
        Opening = 0x01,
        Part = 0x00,
        Last = 0x80,
        Close = 0x88,
        Ping = 0x89,
        Pong = 0x8A;

    private readonly TcpClient _client = new() { ReceiveBufferSize = 4 * 1024, NoDelay = true };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public NetworkStream Stream => _client.GetStream();

    /// <summary>What the server said to the handshake.</summary>
    public string Greeting { get; private set; } = "";

    /// <param name="headers">Lines beside those that every handshake has.</param>
    /// <param name="host">Null for the right one.</param>
    public static async Task<RawSocket> OpenAsync(Uri server, string headers = "", string? host = null)
    {
        var raw = new RawSocket();
        await raw._client.ConnectAsync(IPAddress.Loopback, server.Port, Cancel);
        await raw.WriteAsync(
            Encoding.ASCII.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"GET /graphql HTTP/1.1\r\nHost: {host ?? server.Authority}\r\n")
                    + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                    + $"dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: {LiveSocket.Protocol}\r\n{headers}\r\n"
            )
        );
        var (greeting, one) = (new List<byte>(), new byte[1]);
        while (!greeting.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()) && await raw.Stream.ReadAsync(one, Cancel) > 0)
            greeting.Add(one[0]);
        raw.Greeting = Encoding.ASCII.GetString([.. greeting]);
        return raw;
    }

    /// <summary>Opens one that is acknowledged.</summary>
    public static async Task<RawSocket> StartAsync(Uri server)
    {
        var raw = await OpenAsync(server);
        await raw.SayAsync("""{"type":"connection_init"}""");
        (await raw.HearAsync()).ShouldBe((1, """{"type":"connection_ack"}"""));
        return raw;
    }

    public Task SayAsync(string text) => WriteAsync(Frame(Whole, Encoding.UTF8.GetBytes(text)));

    public async Task WriteAsync(byte[] bytes) => await Stream.WriteAsync(bytes, Cancel);

    /// <summary>A frame of a client, masked with zeros, which changes nothing.</summary>
    /// <param name="told">The length that it claims; null for the true one.</param>
    public static byte[] Frame(int first, byte[] payload, ulong? told = null, bool isMasked = true)
    {
        var (length, mask) = (told ?? (ulong)payload.Length, isMasked ? 0x80 : 0);
        var head = new byte[10];
        (head[0], head[1]) = (
            (byte)first,
            (byte)(
                mask
                | (
                    length < 126 ? (int)length
                    : length <= ushort.MaxValue ? 126
                    : 127
                )
            )
        );
        BinaryPrimitives.WriteUInt64BigEndian(head.AsSpan(2), length);
        byte[] size =
            length < 126 ? []
            : length <= ushort.MaxValue ? head[8..]
            : head[2..];
        return [head[0], head[1], .. size, .. isMasked ? new byte[4] : [], .. payload];
    }

    /// <summary>The next frame: its kind and its text; kind -1 where the connection ends without one.</summary>
    public async Task<(int Kind, string Text)> HearAsync()
    {
        var head = new byte[2];
        if (await Stream.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, Cancel) < 2)
            return (-1, "");
        var size = new byte[
            (head[1] & 0x7F) switch
            {
                126 => 2,
                127 => 8,
                _ => 0,
            }
        ];
        await Stream.ReadExactlyAsync(size, Cancel);
        var length = size.Length == 0 ? head[1] & 0x7F : size.Aggregate(0, (sum, digit) => (sum << 8) | digit);
        var payload = new byte[length];
        await Stream.ReadExactlyAsync(payload, Cancel);
        return (head[0] & 0x0F) == 8
            ? (
                8,
                string.Create(CultureInfo.InvariantCulture, $"{BinaryPrimitives.ReadUInt16BigEndian(payload)} ")
                    + Encoding.UTF8.GetString(payload[2..])
            )
            : (head[0] & 0x0F, Encoding.UTF8.GetString(payload));
    }

    /// <summary>Reads until the server closes, and gives its code and reason; empty where it only breaks off.</summary>
    public async Task<string> ClosedAsync()
    {
        try
        {
            while (true)
            {
                var (kind, text) = await HearAsync();
                if (kind is 8 or -1)
                    return text;
            }
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>Whether the server has let go of it, without a look at what it sent.</summary>
    public async Task<bool> IsBrokenAsync()
    {
        try
        {
            await WriteAsync(Frame(Pong, []));
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }
}
