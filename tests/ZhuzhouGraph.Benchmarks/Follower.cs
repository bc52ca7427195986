using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>
/// A connection with subscriptions on it, as lean as can be: both sides run on one machine, and what the client needs is not measured.
/// </summary>
internal sealed class Follower : IDisposable
{
    private const string Query =
        "subscription ($since: String) { graphChanged(since: $since) { changes { version sequence change kind id node { id } } resume } }";

    private static readonly byte[] Told = "\"changes\":["u8.ToArray();

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly int _subscriptions;

    private Follower(int subscriptions) => _subscriptions = subscriptions;

    /// <param name="number">Another number asks another question.</param>
    public static async Task<Follower> OpenAsync(
        int port,
        bool isSocket,
        int subscriptions,
        int number,
        CancellationToken cancellationToken
    )
    {
        var follower = new Follower(subscriptions);
        await follower._socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        var request = string.Create(
            CultureInfo.InvariantCulture,
            // A variable that the query does not have makes it another question, and changes nothing.
            $"{{\"query\":\"{Query}\",\"variables\":{{\"number\":{number}}}}}"
        );
        await follower.SendAsync(isSocket ? Handshake(port) : Post(port, request), cancellationToken);
        if (isSocket)
        {
            await follower.HearAsync("\r\n\r\n"u8.ToArray(), 1, cancellationToken);
            await follower.SendAsync(Frame("{\"type\":\"connection_init\"}"), cancellationToken);
            for (var i = 0; i < subscriptions; i++)
                await follower.SendAsync(
                    Frame(string.Create(CultureInfo.InvariantCulture, $"{{\"id\":\"{i}\",\"type\":\"subscribe\",\"payload\":{request}}}")),
                    cancellationToken
                );
        }
        await follower.HearAsync(Told, subscriptions, cancellationToken);
        return follower;
    }

    /// <summary>When the last of its subscriptions was told.</summary>
    public async Task<TimeSpan> ToldAsync(Stopwatch watch, CancellationToken cancellationToken)
    {
        await HearAsync(Told, _subscriptions, cancellationToken);
        return watch.Elapsed;
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Reads until those bytes came so often.</summary>
    private async Task HearAsync(byte[] sought, int times, CancellationToken cancellationToken)
    {
        var buffer = new byte[4 * 1024];
        for (var (kept, found) = (0, 0); found < times; )
        {
            var got = await _socket.ReceiveAsync(buffer.AsMemory(kept), cancellationToken);
            if (got == 0)
                throw new InvalidOperationException($"The server closed: {Encoding.UTF8.GetString(buffer, 0, kept)}");
            var read = buffer.AsSpan(0, kept + got);
            found += read.Count(sought);
            // The end may be the start of another, and never holds a whole one.
            kept = Math.Min(sought.Length - 1, read.Length);
            read[^kept..].CopyTo(buffer);
        }
    }

    private async Task SendAsync(byte[] bytes, CancellationToken cancellationToken) => await _socket.SendAsync(bytes, cancellationToken);

    private static byte[] Handshake(int port) =>
        Encoding.ASCII.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            )
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: "
                + "graphql-transport-ws\r\n\r\n"
        );

    private static byte[] Post(int port, string body) =>
        Encoding.ASCII.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\n"
            ) + string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n{body}")
        );

    /// <summary>A text frame of a client; a mask of zeros masks nothing.</summary>
    private static byte[] Frame(string text)
    {
        var payload = Encoding.UTF8.GetBytes(text);
        byte[] length =
            payload.Length < 126 ? [(byte)(0x80 | payload.Length)] : [0x80 | 126, (byte)(payload.Length >> 8), (byte)payload.Length];
        return [0x81, .. length, 0, 0, 0, 0, .. payload];
    }
}
