using System.Diagnostics;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>How often a statement ran and how long in all.</summary>
internal readonly record struct Ran(long Times, TimeSpan Took)
{
    public double MeanMicroseconds => Times == 0 ? 0 : Took.TotalMicroseconds / Times;

    public Ran With(TimeSpan took) => new(Times + 1, Took + took);
}

/// <summary>
/// Sums the stores' own spans by <c>db.query.text</c>, so that a slow import names its statement. Watching costs a little on every
/// statement, so it is asked for.
/// </summary>
internal sealed class StatementWatch : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly Lock _lock = new();
    private Dictionary<string, Ran> _statements = new(StringComparer.Ordinal);

    public StatementWatch()
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name.StartsWith("ZhuzhouGraph.", StringComparison.Ordinal),
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>What ran since the last lap.</summary>
    public IReadOnlyDictionary<string, Ran> Lap()
    {
        lock (_lock)
        {
            var statements = _statements;
            _statements = new(StringComparer.Ordinal);
            return statements;
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Activity activity)
    {
        if (activity.GetTagItem("db.query.text") is not string statement)
            return;
        lock (_lock)
            _statements[statement] = _statements.GetValueOrDefault(statement).With(activity.Duration);
    }
}
