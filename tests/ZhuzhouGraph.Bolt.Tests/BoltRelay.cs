using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace ZhuzhouGraph.Bolt.Tests;

/// <summary>
/// A relay on the way to a real server that knows where messages begin and end, and does after one of them what networks do: it cuts the
/// connection, or passes on nothing more.
/// </summary>
internal sealed class BoltRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly BoltServer _upstream;
    private readonly Task _accepting;
    private readonly List<Socket> _sockets = [];
    private readonly Lock _lock = new();
    private (int Left, bool OfServer, bool IsCut)? _fault;
    private TaskCompletionSource _healed = new();
    private int _connections;

    public BoltRelay(BoltServer upstream)
    {
        _upstream = upstream;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>What a client offers in place of what it offers: four versions of four bytes.</summary>
    public byte[]? Offer { get; init; }

    /// <summary>Cuts the connection before the message behind so many of one side.</summary>
    public void CutAfterMessages(int count, bool ofServer) => Set((count, ofServer, true));

    /// <summary>Passes on nothing more of that side behind so many messages.</summary>
    public void HangAfterMessages(int count, bool ofServer) => Set((count, ofServer, false));

    /// <summary>True where a message was kept back.</summary>
    public bool IsHanging { get; private set; }

    /// <summary>What hangs goes on hanging, and nothing else happens.</summary>
    public void LetOthersPass() => Set(null);

    /// <summary>From now on nothing happens, and what hung is cut.</summary>
    public void Heal()
    {
        Set(null);
        CutConnections();
        Interlocked.Exchange(ref _healed, new()).TrySetResult();
    }

    public void CutConnections()
    {
        lock (_lock)
        {
            _sockets.ForEach(socket => socket.Dispose());
            _sockets.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        CutConnections();
        await _accepting;
        _closing.Dispose();
    }

    private void Set((int, bool, bool)? fault)
    {
        lock (_lock)
            _fault = fault;
    }

    private async Task AcceptAsync()
    {
        List<Task> relays = [];
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(_closing.Token);
                Interlocked.Increment(ref _connections);
                relays.Add(RelayAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(relays);
        }
    }

    private async Task RelayAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        lock (_lock)
            _sockets.AddRange([client, server]);
        using (client)
        {
            try
            {
                await server.ConnectAsync(_upstream.Host, _upstream.Port, _closing.Token);
                await GreetAsync(client, server);
                await await Task.WhenAny(PassAsync(client, server, ofServer: false), PassAsync(server, client, ofServer: true));
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException or IOException)
            {
                // Either side has gone, and the other goes with it.
            }
        }
    }

    /// <summary>The handshake has no messages and is passed on as it is, without the manifest, so that its length is known.</summary>
    private async Task GreetAsync(Socket client, Socket server)
    {
        var offer = new byte[20];
        await ReadAsync(client, offer);
        (Offer ?? [0, 8, 8, 5, .. new byte[12]]).CopyTo(offer.AsSpan(4));
        await server.SendAsync(offer, _closing.Token);
        var choice = new byte[4];
        await ReadAsync(server, choice);
        await client.SendAsync(choice, _closing.Token);
    }

    private async Task PassAsync(Socket from, Socket to, bool ofServer)
    {
        var isWithin = false;
        while (true)
        {
            var header = new byte[2];
            await ReadAsync(from, header);
            var chunk = new byte[BinaryPrimitives.ReadUInt16BigEndian(header)];
            await ReadAsync(from, chunk);
            if (!isWithin && chunk.Length > 0 && !await MayPassAsync(ofServer))
                return;
            isWithin = chunk.Length > 0;
            await to.SendAsync((byte[])[.. header, .. chunk], _closing.Token);
        }
    }

    private async Task<bool> MayPassAsync(bool ofServer)
    {
        Task hang;
        lock (_lock)
        {
            if (_fault is not { } fault || fault.OfServer != ofServer)
                return true;
            if (fault.Left > 0)
            {
                _fault = fault with { Left = fault.Left - 1 };
                return true;
            }
            if (fault.IsCut)
                return false;
            IsHanging = true;
            hang = _healed.Task;
        }
        await hang.WaitAsync(_closing.Token);
        return false;
    }

    private async Task ReadAsync(Socket socket, byte[] bytes)
    {
        for (var read = 0; read < bytes.Length; )
        {
            var count = await socket.ReceiveAsync(bytes.AsMemory(read), _closing.Token);
            if (count == 0)
                throw new EndOfStreamException();
            read += count;
        }
    }
}
