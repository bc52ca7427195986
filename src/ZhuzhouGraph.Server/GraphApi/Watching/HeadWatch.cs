using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.GraphApi.Watching;

/// <summary>
/// Looks for all subscriptions of this process whether the graph has another data version, whoever imported it: this process, the command
/// line, or another server before the same store. It looks as long as somebody follows, and less often while the store is away.
/// </summary>
internal sealed class HeadWatch(IGraphStore store, StoreDoor door, TimeProvider time)
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest pause while the store is away.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private int _followers;
    private TaskCompletionSource _wanted = Signal();
    private volatile TaskCompletionSource _looked = Signal();
    private volatile Sight _seen = new(null);

    /// <summary>What was seen last.</summary>
    /// <param name="Version">The newest data version; null before the first look.</param>
    internal sealed record Sight(long? Version)
    {
        private readonly TaskCompletionSource _past = Signal();

        /// <summary>Ends when another version is seen.</summary>
        public Task Past => _past.Task;

        public void Pass() => _past.TrySetResult();
    }

    /// <summary>To be taken before the graph is read: what comes after it ends <see cref="Sight.Past"/>.</summary>
    public Sight Seen => _seen;

    /// <summary>Ends when the store has answered again.</summary>
    public Task NextLook => _looked.Task;

    /// <summary>Makes it look until <see cref="Leave"/>.</summary>
    public void Follow()
    {
        lock (_gate)
        {
            if (_followers++ == 0)
                _wanted.TrySetResult();
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            if (--_followers == 0)
                _wanted = Signal();
        }
    }

    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            var pause = Look;
            while (true)
            {
                await WantedAsync().WaitAsync(stopping);
                pause = await LookAsync(stopping) ? Look : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
                await Task.Delay(pause, time, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested) { }
    }

    private Task WantedAsync()
    {
        lock (_gate)
            return _wanted.Task;
    }

    /// <summary>Whether the store answered.</summary>
    private async Task<bool> LookAsync(CancellationToken stopping)
    {
        if (!door.IsReady)
            return false;
        if (await HeadAsync(stopping) is not { } head)
            return false;
        var before = _seen;
        if (before.Version != head.Number)
        {
            _seen = new Sight(head.Number);
            before.Pass();
        }
        var looked = _looked;
        _looked = Signal();
        looked.TrySetResult();
        return true;
    }

    /// <summary>Null where the store does not answer. Whatever goes wrong, it is looked again: all who follow depend on it.</summary>
    private async Task<GraphHead?> HeadAsync(CancellationToken stopping)
    {
        try
        {
            var (head, failure) = await door.AskAsync(
                // The embedded store answers on the thread that asks.
                token => Task.Run(() => store.HeadAsync(token), token).WaitAsync(token),
                HealthEndpoint.Bound,
                stopping,
                waits: false
            );
            door.Note(failure);
            return head;
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            door.Note(e);
            return null;
        }
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
