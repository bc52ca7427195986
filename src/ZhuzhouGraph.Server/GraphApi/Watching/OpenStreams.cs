using System.Collections.Concurrent;
using ZhuzhouGraph.Server.GraphApi.Http.Sockets;
using ZhuzhouGraph.Server.GraphApi.Limits;

namespace ZhuzhouGraph.Server.GraphApi.Watching;

/// <summary>
/// All sockets and streams of events of this process: how many there may be, one clock for them instead of a timer each, and their end when
/// the server stops.
/// </summary>
internal sealed class OpenStreams(RequestLimits limits, TimeProvider time)
{
    /// <summary>How often sockets are looked at.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>How often a stream of events says that it is still there; proxies cut what is silent.</summary>
    private const int LooksPerBeat = 15;

    private readonly ConcurrentDictionary<GraphSocket, bool> _sockets = new();
    private readonly ConcurrentDictionary<Heartbeat, bool> _beats = new();

    /// <summary>The sockets.</summary>
    public Tally Sockets { get; } = new(nameof(limits.Sockets), limits.Sockets, nameof(limits.ClientSockets), limits.ClientSockets);

    /// <summary>The operations on sockets, and the streams of events.</summary>
    public Tally Operations { get; } =
        new(nameof(limits.Subscriptions), limits.Subscriptions, nameof(limits.ClientSubscriptions), limits.ClientSubscriptions);

    /// <summary>What waits for their clients.</summary>
    public Unsent Unsent { get; } = new(limits.UnsentBytes);

    /// <summary>Lets a stream say now and then that it is there, until it is disposed.</summary>
    public Heartbeat Beating(Action beat)
    {
        var beating = new Heartbeat(beat, gone => _beats.TryRemove(gone, out _));
        _beats[beating] = true;
        return beating;
    }

    public void Add(GraphSocket socket) => _sockets[socket] = true;

    public void Remove(GraphSocket socket) => _sockets.TryRemove(socket, out _);

    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Look, time);
        try
        {
            for (var looks = 1; ; looks++)
            {
                await timer.WaitForNextTickAsync(stopping);
                foreach (var socket in _sockets.Keys)
                    socket.Check();
                if (looks % LooksPerBeat != 0)
                    continue;
                foreach (var beat in _beats.Keys)
                    beat.Beat();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested) { }
        foreach (var socket in _sockets.Keys)
            socket.Close(SocketEnd.GoingAway);
        // Who does not answer holds nobody up.
        while (!_sockets.IsEmpty && await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            foreach (var socket in _sockets.Keys)
                socket.Check();
        }
    }
}

/// <summary>The beats of one stream. They are called and not waited for: a wait would hold memory in each of thousands.</summary>
internal sealed class Heartbeat(Action beat, Action<Heartbeat> gone) : IDisposable
{
    public void Beat() => beat();

    public void Dispose() => gone(this);
}
