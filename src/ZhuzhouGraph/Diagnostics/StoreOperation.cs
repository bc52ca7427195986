using System.Diagnostics;

namespace ZhuzhouGraph.Diagnostics;

/// <summary>One statement under way: a span and a measurement, both recorded when it is disposed.</summary>
public sealed class StoreOperation : IDisposable
{
    private readonly Activity? _activity;
    private readonly long _started = Stopwatch.GetTimestamp();
    private TagList _tags;
    private bool _isDisposed;

    internal StoreOperation(Activity? activity, TagList tags) => (_activity, _tags) = (activity, tags);

    /// <summary>Says that the statement failed.</summary>
    /// <param name="errorType">One of few: the database's code, or the full name of an exception's type.</param>
    /// <param name="statusCode">The database's code, where it gave one.</param>
    public void Fail(string errorType, string? statusCode = null)
    {
        _tags.Add("error.type", errorType);
        _activity?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", errorType);
        if (statusCode is null)
            return;
        _tags.Add("db.response.status_code", statusCode);
        _activity?.SetTag("db.response.status_code", statusCode);
    }

    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        StoreTelemetry.Duration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, _tags);
        _activity?.Dispose();
    }
}
