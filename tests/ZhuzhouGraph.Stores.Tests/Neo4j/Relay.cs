using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>
/// A relay on the way to a real server that does, when asked, what networks and things between do to one answer or one request.
/// </summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Uri _upstream;
    private readonly Task _accepting;
    private readonly Queue<(int Bytes, string Instead)> _answers = new();
    private readonly List<Socket> _clients = [];
    private TaskCompletionSource? _gate;
    private int _requests;

    public Relay(Uri upstream)
    {
        _upstream = upstream;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens, with the scheme of the server behind it.</summary>
    public Uri Uri => new($"{_upstream.Scheme}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>How many requests went through; small ones are one read each.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Waits for the next answer, passes on so many of its bytes, and cuts the connection.</summary>
    public void CutNextAnswer(int afterBytes)
    {
        lock (_answers)
            _answers.Enqueue((afterBytes, ""));
    }

    /// <summary>Waits for the next answer and gives another one.</summary>
    public void ReplaceNextAnswer(int status, string body)
    {
        lock (_answers)
            _answers.Enqueue(
                (
                    0,
                    $"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                        + $"{Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"
                )
            );
    }

    /// <summary>Keeps the next request back until the result is released.</summary>
    public TaskCompletionSource HoldNextRequest() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Cuts what is connected now.</summary>
    public void CutConnections()
    {
        lock (_clients)
            _clients.ForEach(client => client.Dispose());
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> relays = [];
        try
        {
            while (true)
                relays.Add(RelayAsync(await _listener.AcceptSocketAsync(_closing.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(relays);
        }
    }

    private async Task RelayAsync(Socket client)
    {
        lock (_clients)
            _clients.Add(client);
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using (client)
        {
            try
            {
                await server.ConnectAsync(_upstream.Host, _upstream.Port, _closing.Token);
                await await Task.WhenAny(PassRequestsAsync(client, server), PassAnswersAsync(server, client));
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // Either side has gone, and the other goes with it.
            }
        }
    }

    private async Task PassRequestsAsync(Socket client, Socket server)
    {
        var buffer = new byte[65_536];
        while (await client.ReceiveAsync(buffer, _closing.Token) is > 0 and var count)
        {
            Interlocked.Increment(ref _requests);
            if (Interlocked.Exchange(ref _gate, null) is { } gate)
                await gate.Task.WaitAsync(_closing.Token);
            await server.SendAsync(buffer.AsMemory(0, count), _closing.Token);
        }
    }

    private async Task PassAnswersAsync(Socket server, Socket client)
    {
        var buffer = new byte[65_536];
        while (await server.ReceiveAsync(buffer, _closing.Token) is > 0 and var count)
        {
            if (TryTake(out var fault))
            {
                await client.SendAsync(buffer.AsMemory(0, Math.Min(count, fault.Bytes)), _closing.Token);
                await client.SendAsync(Encoding.UTF8.GetBytes(fault.Instead), _closing.Token);
                // What was sent must arrive before the reset does.
                client.Shutdown(SocketShutdown.Send);
                await client.ReceiveAsync(buffer, _closing.Token);
                return;
            }
            await client.SendAsync(buffer.AsMemory(0, count), _closing.Token);
        }
    }

    private bool TryTake(out (int Bytes, string Instead) fault)
    {
        lock (_answers)
            return _answers.TryDequeue(out fault);
    }
}
