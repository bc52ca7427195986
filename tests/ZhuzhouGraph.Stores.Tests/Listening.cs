using System.Diagnostics;
using System.Diagnostics.Metrics;
using ZhuzhouGraph.Diagnostics;

namespace ZhuzhouGraph.Stores.Tests;

/// <summary>What stores tell telemetry while it lives. Other tests run beside this one: only spans of its own trace count.</summary>
internal sealed class Listening : IDisposable
{
    private readonly Activity _test = new Activity("test").Start();
    private readonly ActivityListener _spans;
    private readonly MeterListener _meter = new();

    public Listening()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == StoreTelemetry.ActivitySourceName,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                if (span.TraceId == _test.TraceId)
                    Spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(_spans);
        _meter.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == StoreTelemetry.MeterName)
                listener.EnableMeasurementEvents(instrument);
        };
        _meter.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) =>
            {
                // A measurement has no trace, but is made where its statement ends.
                if (Activity.Current?.TraceId == _test.TraceId)
                    Durations.Add((instrument, value, tags.ToArray().ToDictionary(t => t.Key, t => t.Value)));
            }
        );
        _meter.Start();
    }

    public List<Activity> Spans { get; } = [];

    public List<(Instrument Instrument, double Seconds, Dictionary<string, object?> Tags)> Durations { get; } = [];

    public void Dispose()
    {
        _meter.Dispose();
        _spans.Dispose();
        _test.Dispose();
    }
}
