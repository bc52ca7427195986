using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.GraphApi.Watching;

namespace ZhuzhouGraph.Server.GraphApi.Http.Sockets;

/// <summary>One WebSocket that speaks <c>graphql-transport-ws</c>: what its client may say, when, and what it is told.</summary>
/// <param name="abort">Breaks the connection.</param>
internal sealed class GraphSocket(
    WebSocket socket,
    SocketOperations operations,
    OpenStreams streams,
    SocketClient client,
    RequestLimits limits,
    TimeProvider time,
    Action abort
) : IDisposable
{
    /// <summary>How long the other side may take to close, too.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    private static readonly byte[] Ack = "{\"type\":\"connection_ack\"}"u8.ToArray(),
        Pong = "{\"type\":\"pong\"}"u8.ToArray();

    private readonly long _openedAt = time.GetTimestamp();
    private long _closingSince;
    private int _isClosing;
    private bool _isInitialized;

    /// <summary>Reads until the connection ends, whoever ends it.</summary>
    public async Task RunAsync(CancellationToken aborted)
    {
        streams.Add(this);
        try
        {
            while (await ReadAsync(aborted)) { }
        }
        // It broke, or was broken: there is nobody to tell.
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException) { }
        finally
        {
            streams.Remove(this);
            await operations.EndAsync();
        }
    }

    /// <summary>Closes with a reason, once; what comes from the other side after that is not looked at.</summary>
    public void Close(SocketEnd end)
    {
        if (Interlocked.Exchange(ref _isClosing, 1) != 0)
            return;
        _closingSince = time.GetTimestamp();
        _ = CloseAsync(end);
    }

    /// <summary>Looks whether it waits in vain.</summary>
    public void Check()
    {
        if (_isClosing != 0)
        {
            if (time.GetElapsedTime(_closingSince) >= LastWords)
                abort();
        }
        else if (!_isInitialized && time.GetElapsedTime(_openedAt) >= limits.SocketInit)
            Close(SocketEnd.InitTimeout);
        else if (operations.IdleSince is { } since && time.GetElapsedTime(since) >= limits.SocketIdle)
            Close(SocketEnd.Idle);
    }

    public void Dispose() => operations.Dispose();

    private async Task CloseAsync(SocketEnd end)
    {
        try
        {
            operations.Cancel();
            await operations.Writer.CloseAsync(end, operations.Ended);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            abort();
        }
    }

    /// <summary>Reads one message and does what it says; false at the end.</summary>
    private async Task<bool> ReadAsync(CancellationToken aborted)
    {
        var (kind, bytes, length) = await SocketReader.ReadAsync(socket, limits.BodyBytes, aborted);
        SocketMessage? message = null;
        string? problem = null;
        try
        {
            if (_isClosing == 0 && kind is Received.Text)
                (message, problem) = SocketMessage.Read(bytes.AsSpan(0, length), limits);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
        if (kind is Received.Close)
        {
            operations.Cancel();
            await operations.Writer.CloseAsync(new((int)WebSocketCloseStatus.NormalClosure, ""), aborted);
            return false;
        }
        if (_isClosing != 0)
            return true;
        if (kind is Received.TooLong)
            Close(SocketEnd.TooLong(limits.BodyBytes));
        else if (kind is Received.Binary)
            Close(SocketEnd.Bad("Invalid message: messages are texts"));
        else if (message is null)
            Close(SocketEnd.Bad(problem!));
        else
            await TakeAsync(message, aborted);
        return true;
    }

    private async Task TakeAsync(SocketMessage message, CancellationToken aborted)
    {
        var purse = client.Purse();
        var isPaid = purse?.Pays(Hosting.ClientPurse.Least) is not false;
        switch (message.Type)
        {
            case SocketMessage.Init when _isInitialized:
                Close(SocketEnd.SecondInit);
                break;
            case SocketMessage.Init:
                _isInitialized = true;
                await operations.Writer.SendAsync(Ack, default, default, aborted);
                break;
            case SocketMessage.Subscribe when !_isInitialized:
                Close(SocketEnd.Unauthorized);
                break;
            case SocketMessage.Subscribe when !isPaid:
                await operations.RefuseAsync(message.Id, purse!.Refusal, aborted);
                break;
            case SocketMessage.Subscribe:
                if (await operations.StartAsync(message.Id, message.Question!, purse, aborted) is { } end)
                    Close(end);
                break;
            case SocketMessage.Complete:
                operations.Stop(message.Id);
                break;
            case not null when !isPaid:
                Close(SocketEnd.TooManyMessages);
                break;
            case SocketMessage.Ping:
                await operations.Writer.SendAsync(Pong, default, default, aborted);
                break;
        }
    }
}
