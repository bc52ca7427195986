using System.Net.Sockets;
using ZhuzhouGraph.Bolt.PackStream;

namespace ZhuzhouGraph.Bolt;

/// <summary>
/// One connection, for one user at a time. Requests go out in one flight and are answered in their order. <see cref="Interrupt"/> may come
/// from any thread, at any time.
/// </summary>
internal sealed partial class BoltConnection : IAsyncDisposable
{
    private static readonly byte[] Reset = [0, 2, 0xB0, Request.Reset, 0, 0];
    private static readonly byte[] Goodbye = [0, 2, 0xB0, Request.Goodbye, 0, 0];
    private static readonly TimeSpan GoodbyeTimeout = TimeSpan.FromSeconds(1);

    private readonly Socket _socket;
    private readonly Stream _stream;
    private readonly BoltOptions _options;
    private readonly TimeProvider _time;
    private readonly ChunkReader _in;
    private readonly FairGate _sending = new(1);
    private readonly Lock _gate = new();

    /// <summary>Closes the connection of a server that was silent for too long; null where it did not say how long that is.</summary>
    private ITimer? _silence;
    private TimeSpan _silenceAllowed;
    private BoltConnectionException? _broken;
    private Task? _interruption;

    /// <summary>How many requests have no summary yet, but for a reset.</summary>
    private int _owed;
    private bool _isFailed;
    private bool _wasSent;

    private BoltConnection(Socket socket, Stream stream, BoltServer server, BoltOptions options, TimeProvider time)
    {
        (_socket, _stream, Server, _options, _time) = (socket, stream, server, options, time);
        _in = new ChunkReader(options.MaxMessageBytes);
        (Opened, IdleSince) = (time.GetTimestamp(), time.GetTimestamp());
    }

    public BoltServer Server { get; }

    /// <summary>The version that both sides speak.</summary>
    public Version Version { get; private set; } = new(0, 0);

    /// <summary>Who the server says it is: <c>Neo4j/5.26.0</c>.</summary>
    public string Agent { get; private set; } = "";

    public long Opened { get; }

    public long IdleSince { get; set; }

    public bool IsBroken => Volatile.Read(ref _broken) is not null;

    /// <summary>What was interrupted gets no more requests to the server.</summary>
    public bool IsInterrupted => Volatile.Read(ref _interruption) is not null;

    /// <summary>True where something came, or the other side has gone, while nobody asked.</summary>
    public bool IsDisturbed
    {
        get
        {
            try
            {
                return !_in.IsEmpty || _socket.Poll(0, SelectMode.SelectRead);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return true;
            }
        }
    }

    /// <summary>What is to be sent next.</summary>
    public Packer Out { get; } = new();

    /// <summary>Begins a statement: whatever breaks now, the server has seen nothing of it.</summary>
    public void Begin() => _wasSent = false;

    /// <summary>Sends what was packed, so many requests. Nothing is sent after <see cref="Interrupt"/>: then this says false.</summary>
    /// <exception cref="BoltConnectionException">The connection broke.</exception>
    public async ValueTask<bool> SendAsync(int requests)
    {
        await _sending.EnterAsync(CancellationToken.None);
        try
        {
            if (IsInterrupted)
                return false;
            _wasSent = true;
            _owed += requests;
            await _stream.WriteAsync(Out.Packed);
            return true;
        }
        catch (Exception e) when (IsOfConnection(e))
        {
            throw Break(BoltFault.Broken, "The connection broke while something was sent.", e);
        }
        finally
        {
            Out.Clear();
            _sending.Leave();
        }
    }

    /// <summary>The next message; a summary is one that is owed no more.</summary>
    /// <exception cref="BoltConnectionException">The connection broke, or what comes is no message.</exception>
    public ValueTask<Response> ReceiveAsync()
    {
        try
        {
            if (_in.TryTake(out var message))
                return new(Taken(message));
        }
        catch (BoltProtocolException e)
        {
            throw Break(e);
        }
        return ReceiveMoreAsync();
    }

    /// <summary>The summary of the request that is next in turn, of which nothing but a success is good.</summary>
    /// <exception cref="BoltServerException">It failed; <see cref="RecoverAsync"/> makes the connection good again.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public async ValueTask<BoltSummary> SummaryAsync() => BoltSummary.Of((await SuccessAsync()).Metadata);

    /// <inheritdoc cref="SummaryAsync"/>
    public async ValueTask<Response> SuccessAsync()
    {
        var response = await ReceiveAsync();
        return response.Kind is ResponseKind.Success ? response : throw Unsuccessful(response);
    }

    /// <summary>What a summary that is no success is to the caller.</summary>
    public Exception Unsuccessful(Response response) =>
        response.Kind switch
        {
            ResponseKind.Failure when !IsInterrupted => response.Failure(),
            ResponseKind.Failure or ResponseKind.Ignored when IsInterrupted => new OperationCanceledException("It was interrupted."),
            _ => Break(new BoltProtocolException("a message that is no answer to what was asked")),
        };

    /// <summary>
    /// Asks the server to end what it runs, on this connection, whatever it is about; <see cref="RecoverAsync"/> waits until it has ended.
    /// What the server has not ended in time is given up with the connection.
    /// </summary>
    public void Interrupt()
    {
        lock (_gate)
        {
            if (_interruption is null && _broken is null)
                _interruption = SendResetAsync();
        }
    }

    /// <summary>Makes the connection good for the next statement: what was owed has come, and the server is ready.</summary>
    /// <exception cref="BoltConnectionException">It is not to be had; the connection is closed.</exception>
    public async ValueTask RecoverAsync()
    {
        if (_interruption is null && !_isFailed && _owed == 0)
            return;
        Interrupt();
        if (_interruption is null)
            throw _broken!;
        await _interruption;
        while (_owed > 0)
            await ReceiveAsync();
        var reset = await ReceiveAsync();
        if (reset.Kind is not ResponseKind.Success)
            throw Break(new BoltProtocolException("no success when it was asked to be ready again"));
        lock (_gate)
            _interruption = null;
        _ending?.Dispose();
        (_isFailed, _owed) = (false, 0);
    }

    /// <summary>True where the server answers on this connection, on which nothing runs.</summary>
    /// <param name="cancellationToken">Gives it up: there is nothing on it that would have to end.</param>
    public async ValueTask<bool> IsAliveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var registration = cancellationToken.UnsafeRegister(
                static idle => ((BoltConnection)idle!).Break(BoltFault.Broken, "It was given up.", null),
                this
            );
            Interrupt();
            await RecoverAsync();
            return true;
        }
        catch (BoltConnectionException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!IsBroken)
        {
            using var timer = _time.CreateTimer(_ => _socket.Dispose(), null, GoodbyeTimeout, Timeout.InfiniteTimeSpan);
            try
            {
                await _stream.WriteAsync(Goodbye);
            }
            catch (Exception e) when (IsOfConnection(e))
            {
                // It has gone already.
            }
        }
        Break(BoltFault.Broken, "The connection was closed.", null);
        await _stream.DisposeAsync();
    }
}
