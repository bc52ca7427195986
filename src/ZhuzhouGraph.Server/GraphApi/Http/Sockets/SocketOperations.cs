using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using GraphQL;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.GraphApi.Watching;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.GraphApi.Http.Sockets;

/// <summary>Who is at the other end.</summary>
/// <param name="Address">Null for whom nobody counts.</param>
internal sealed record SocketClient(Clients Clients, IPAddress? Address)
{
    public ClientPurse? Purse() => Clients.PurseOf(Address);
}

/// <summary>The operations of one socket, by their ids: several at once, each ended by either side.</summary>
internal sealed partial class SocketOperations(
    EventFeed feed,
    SocketWriter writer,
    Tally tally,
    SocketClient client,
    RequestLimits limits,
    TimeProvider time,
    ILogger log
) : IDisposable
{
    /// <summary>
    /// How many of one socket are answered for the first time at once: what is made and not sent yet is held in memory. Later events of a
    /// subscription are small, and mostly shared.
    /// </summary>
    private const int AnsweredAtOnce = 4;

    private static readonly byte[] End = "}"u8.ToArray();

    private readonly Lock _gate = new();
    private readonly Dictionary<string, CancellationTokenSource> _open = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _answering = new(AnsweredAtOnce);
    private readonly CancellationTokenSource _ended = new();
    private readonly TaskCompletionSource _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _idleSince = time.GetTimestamp();
    private int _running = 1;

    public SocketWriter Writer => writer;

    /// <summary>Cancelled when the connection has ended.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Since when there has been no operation; null while there is one.</summary>
    public long? IdleSince
    {
        get
        {
            lock (_gate)
                return _open.Count == 0 ? _idleSince : null;
        }
    }

    /// <summary>Starts one and does not wait for it. Why the socket has to be closed, where it has to.</summary>
    public async Task<SocketEnd?> StartAsync(string id, GraphQLRequest question, ClientPurse? purse, CancellationToken cancellationToken)
    {
        ExecutionError? refusal;
        var stop = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token);
        lock (_gate)
        {
            if (_open.ContainsKey(id))
                return SocketEnd.Exists(id);
            refusal =
                _open.Count >= limits.SocketOperations
                    ? DocumentCheck.Exceeded(nameof(limits.SocketOperations), limits.SocketOperations, where: "this socket")
                    : tally.Enter(client.Address);
            if (refusal is null)
                _open[id] = stop;
        }
        if (refusal is not null)
        {
            stop.Dispose();
            await RefuseAsync(id, refusal, cancellationToken);
            return null;
        }
        Interlocked.Increment(ref _running);
        // The embedded store answers on the thread that asks, and this one has to read on.
        _ = Task.Run(() => RunAsync(id, question, purse, stop), CancellationToken.None);
        return null;
    }

    /// <summary>Ends one, if it is there; its id is free at once.</summary>
    public void Stop(string id)
    {
        if (Close(id, null) is { } stop)
            Cancel(stop);
    }

    /// <summary>Ends all of them.</summary>
    public void Cancel()
    {
        List<CancellationTokenSource> all;
        lock (_gate)
            all = [.. _open.Values];
        all.ForEach(Cancel);
    }

    public Task RefuseAsync(string id, ExecutionError error, CancellationToken cancellationToken) =>
        RefuseAsync(id, GraphAnswer.Of(Outcome.Refused, error), cancellationToken);

    /// <summary>Ends all of them and waits until they have.</summary>
    public async Task EndAsync()
    {
        await _ended.CancelAsync();
        if (Interlocked.Decrement(ref _running) > 0)
            await _quiet.Task;
    }

    public void Dispose()
    {
        writer.Dispose();
        _answering.Dispose();
        _ended.Dispose();
    }

    private static void Cancel(CancellationTokenSource stop)
    {
        try
        {
            stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended by itself at this moment.
        }
    }

    private async Task RunAsync(string id, GraphQLRequest question, ClientPurse? purse, CancellationTokenSource stop)
    {
        try
        {
            await AnswerAsync(id, question, purse, stop);
        }
        // It was ended, or there is nobody any more.
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException) { }
        catch (Exception e)
        {
            var defect = GraphErrors.NewDefectId();
            LogDefect(e, defect);
            Close(id, stop);
            await RefuseAsync(id, GraphErrors.Of(GraphErrors.InternalError, GraphErrors.Defect(defect)), _ended.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            Close(id, stop);
            stop.Dispose();
            tally.Leave(client.Address);
            if (Interlocked.Decrement(ref _running) == 0)
                _quiet.TrySetResult();
        }
    }

    private async Task AnswerAsync(string id, GraphQLRequest question, ClientPurse? purse, CancellationTokenSource stop)
    {
        var first = purse;
        // The message was paid for with the purse that pays for the first answer.
        await using var events = feed.FollowAsync(question, () => Interlocked.Exchange(ref first, null) ?? client.Purse(), stop.Token)
            .GetAsyncEnumerator(stop.Token);
        await _answering.WaitAsync(stop.Token);
        bool goesOn;
        try
        {
            goesOn = await events.MoveNextAsync() && await TellAsync(id, events.Current, stop);
        }
        finally
        {
            _answering.Release();
        }
        while (goesOn)
            goesOn = await events.MoveNextAsync() && await TellAsync(id, events.Current, stop);
        // Its id may come again as soon as the client knows.
        if (Close(id, stop) is not null)
            await writer.SendAsync(SocketMessage.Head("complete", id), End, default, stop.Token);
    }

    /// <summary>Whether more may come.</summary>
    private async Task<bool> TellAsync(string id, StreamEvent told, CancellationTokenSource stop)
    {
        if (told.Refusal is null)
        {
            await writer.SendAsync(SocketMessage.Payload("next", id), told.Payload, End, stop.Token);
            return true;
        }
        if (Close(id, stop) is not null)
            await RefuseAsync(id, told.Payload, stop.Token);
        return false;
    }

    private async Task RefuseAsync(string id, GraphAnswer answer, CancellationToken cancellationToken) =>
        await RefuseAsync(id, (await StreamEvent.OfAsync(answer, cancellationToken)).Payload, cancellationToken);

    private Task RefuseAsync(string id, ReadOnlyMemory<byte> answer, CancellationToken cancellationToken)
    {
        using var json = JsonDocument.Parse(answer);
        var errors = JsonSerializer.SerializeToUtf8Bytes(json.RootElement.GetProperty("errors"), Unescaped);
        return writer.SendAsync(SocketMessage.Payload("error", id), errors, End, cancellationToken);
    }

    private static readonly JsonSerializerOptions Unescaped = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Takes one away, so that nothing more is said of it; null where that is done already.</summary>
    /// <param name="stop">The one that is meant; null for whichever has the id.</param>
    private CancellationTokenSource? Close(string id, CancellationTokenSource? stop)
    {
        lock (_gate)
        {
            if (!_open.TryGetValue(id, out var open) || (stop is not null && open != stop))
                return null;
            _open.Remove(id);
            _idleSince = time.GetTimestamp();
            return open;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An operation on a socket failed; the client was told {Id}.")]
    private partial void LogDefect(Exception exception, string id);
}
