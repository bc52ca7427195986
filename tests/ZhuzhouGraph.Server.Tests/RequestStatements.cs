using System.Diagnostics;
using System.Threading.Channels;
using ZhuzhouGraph.Diagnostics;

namespace ZhuzhouGraph.Server.Tests;

/// <summary>The statements that a store runs for requests of one trace, whatever else the process does meanwhile.</summary>
public sealed class RequestStatements : IDisposable
{
    /// <summary>Longer than a statement of the seeds takes on a busy machine.</summary>
    private static readonly TimeSpan Endless = TimeSpan.FromSeconds(2);

    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();
    private readonly ActivityListener _listener;
    private readonly Channel<string?> _events = Channel.CreateUnbounded<string?>();
    private readonly List<string> _texts = [];
    private int _underWay;

    public RequestStatements()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == StoreTelemetry.ActivitySourceName,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStarted = span => Note(span, null),
            ActivityStopped = span => Note(span, (string)span.GetTagItem("db.query.text")!),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The trace.</summary>
    public ActivityTraceId Trace => _trace;

    /// <summary>The texts of what has ended so far, without the beginnings of transactions.</summary>
    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (_texts)
                return [.. _texts.Where(text => text != "BEGIN")];
        }
    }

    /// <summary>How many have been under way at once, at most.</summary>
    public int AtOnce { get; private set; }

    /// <summary>A request of the trace.</summary>
    public HttpRequestMessage Request(HttpMethod method, string address)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Add("traceparent", $"00-{_trace}-{ActivitySpanId.CreateRandom()}-01");
        return request;
    }

    /// <summary>Waits until a statement begins, after the last one that was waited for.</summary>
    public Task BeganAsync() => UntilAsync(text => text is null);

    /// <summary>Waits until a statement ends whose text contains that.</summary>
    public Task EndedAsync(string part) => UntilAsync(text => text?.Contains(part, StringComparison.Ordinal) is true);

    /// <summary>Waits until one has been under way for so long that it is one that never ends, however many came before it.</summary>
    public async Task HangsAsync()
    {
        var since = Stopwatch.StartNew();
        for (var (seen, underWay) = Progress(); underWay == 0 || since.Elapsed < Endless; )
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            var now = Progress();
            if (now.Seen != seen)
                since.Restart();
            (seen, underWay) = now;
        }
    }

    /// <summary>Waits until none is under way.</summary>
    public async Task AreOverAsync()
    {
        while (Progress().UnderWay > 0)
            await Task.Delay(50, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _listener.Dispose();

    private (int Seen, int UnderWay) Progress()
    {
        lock (_texts)
            return ((2 * _texts.Count) + _underWay, _underWay);
    }

    private async Task UntilAsync(Func<string?, bool> isIt)
    {
        while (!isIt(await _events.Reader.ReadAsync(TestContext.Current.CancellationToken))) { }
    }

    /// <param name="text">Of a statement that has ended; null for one that begins, which does not say its text yet.</param>
    private void Note(Activity span, string? text)
    {
        if (span.TraceId != _trace)
            return;
        lock (_texts)
        {
            _underWay += text is null ? 1 : -1;
            AtOnce = Math.Max(AtOnce, _underWay);
            if (text is not null)
                _texts.Add(text);
        }
        _events.Writer.TryWrite(text);
    }
}
