using System.Buffers;
using System.Net.WebSockets;

namespace ZhuzhouGraph.Server.GraphApi.Http.Sockets;

/// <summary>What came over a socket.</summary>
internal enum Received
{
    Text,

    /// <summary>More than a message may have; what comes after that is the rest of it.</summary>
    TooLong,

    Binary,

    /// <summary>The other side closes.</summary>
    Close,
}

/// <summary>Reads whole messages. A socket on which nothing comes holds no buffer.</summary>
internal static class SocketReader
{
    private const int Small = 4 * 1024;

    /// <summary>The next message, in an array of the pool to be given back.</summary>
    /// <param name="cancellationToken">Breaks the connection.</param>
    public static async Task<(Received Kind, byte[] Bytes, int Length)> ReadAsync(
        WebSocket socket,
        int allowed,
        CancellationToken cancellationToken
    )
    {
        var got = await socket.ReceiveAsync(Memory<byte>.Empty, cancellationToken);
        var (buffer, length) = (ArrayPool<byte>.Shared.Rent(Small), 0);
        try
        {
            while (!got.EndOfMessage && got.MessageType is not WebSocketMessageType.Close && length <= allowed)
            {
                if (length == buffer.Length)
                    buffer = Grown(buffer, allowed);
                got = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
                length += got.Count;
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
        return (
            got.MessageType switch
            {
                WebSocketMessageType.Close => Received.Close,
                WebSocketMessageType.Binary => Received.Binary,
                _ => length > allowed ? Received.TooLong : Received.Text,
            },
            buffer,
            length
        );
    }

    private static byte[] Grown(byte[] full, int allowed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(full.Length * 4, Math.Max(full.Length, allowed) + 1));
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
