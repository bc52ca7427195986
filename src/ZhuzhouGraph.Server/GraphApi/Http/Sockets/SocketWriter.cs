using System.Buffers;
using System.Net.WebSockets;
using ZhuzhouGraph.Server.GraphApi.Watching;

namespace ZhuzhouGraph.Server.GraphApi.Http.Sockets;

/// <summary>
/// Writes the messages of one socket, one after the other. Nothing is queued: who wants to write waits, and a client that reads nothing for
/// too long is closed.
/// </summary>
/// <param name="unsent">Counts what waits to be written.</param>
/// <param name="patience">How long a client may take to make room for one message.</param>
/// <param name="tooSlow">What is done when it takes longer; the message may still go out.</param>
/// <param name="abort">Breaks the connection.</param>
internal sealed class SocketWriter(WebSocket socket, Unsent unsent, TimeSpan patience, TimeProvider time, Action tooSlow, Action abort)
    : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Writes a message of up to three parts, unless the token is cancelled before its turn comes.</summary>
    public async Task SendAsync(
        ReadOnlyMemory<byte> head,
        ReadOnlyMemory<byte> payload,
        ReadOnlyMemory<byte> tail,
        CancellationToken cancellationToken
    )
    {
        var length = head.Length + payload.Length + tail.Length;
        var sending = InTurnAsync(
            async () =>
            {
                var buffer = ArrayPool<byte>.Shared.Rent(length);
                head.CopyTo(buffer);
                payload.CopyTo(buffer.AsMemory(head.Length));
                tail.CopyTo(buffer.AsMemory(head.Length + payload.Length));
                // A message that is cut in the middle would break the connection, so no token cuts it.
                await PatientlyAsync(
                    socket.SendAsync(buffer.AsMemory(0, length), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None)
                );
                ArrayPool<byte>.Shared.Return(buffer);
            },
            cancellationToken
        );
        using (sending.IsCompleted ? null : unsent.Wait(length, abort))
            await sending;
    }

    public Task CloseAsync(SocketEnd end, CancellationToken cancellationToken) =>
        InTurnAsync(
            async () =>
            {
                if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                    await socket.CloseOutputAsync((WebSocketCloseStatus)end.Code, end.Told, cancellationToken);
            },
            cancellationToken
        );

    public void Dispose() => _turn.Dispose();

    private async Task InTurnAsync(Func<Task> write, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await write();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task PatientlyAsync(ValueTask sending)
    {
        if (sending.IsCompleted)
        {
            await sending;
            return;
        }
        var sent = sending.AsTask();
        if (await EndsAsync(sent))
            return;
        tooSlow();
        // Whoever goes on reading is told why it ends; whoever does not is let go.
        if (!await EndsAsync(sent))
        {
            abort();
            await sent;
        }
    }

    /// <summary>Whether it ends in time; a failure is an end.</summary>
    private async Task<bool> EndsAsync(Task sent)
    {
        try
        {
            await sent.WaitAsync(patience, time);
            return true;
        }
        catch (TimeoutException) when (!sent.IsCompleted)
        {
            return false;
        }
    }
}
