using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ZhuzhouGraph.Diagnostics;

/// <summary>
/// Spans and durations of statements, the same for every store, after OpenTelemetry's conventions for database clients (stable since
/// semantic conventions 1.33). Values of parameters are in neither.
/// </summary>
public static class StoreTelemetry
{
    /// <summary>The source of one client span per statement.</summary>
    public const string ActivitySourceName = "ZhuzhouGraph.Store";

    /// <summary>The meter of <see cref="DurationName"/>.</summary>
    public const string MeterName = "ZhuzhouGraph.Store";

    /// <summary>The histogram of how long statements take, in seconds, with their waits and further attempts.</summary>
    public const string DurationName = "db.client.operation.duration";

    private static readonly ActivitySource Source = new(ActivitySourceName);
    private static readonly Meter Meter = new(MeterName);

    internal static Histogram<double> Duration { get; } =
        Meter.CreateHistogram(
            DurationName,
            "s",
            "Duration of database client operations.",
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10] }
        );

    /// <summary>Begins a statement; disposing what is given ends it.</summary>
    /// <param name="systemName">The database in the conventions' words: <c>neo4j</c>, <c>sqlite</c>.</param>
    /// <param name="summary">Verb and target, which also name the span: few different ones, without values.</param>
    /// <param name="text">The statement with placeholders.</param>
    public static StoreOperation Start(
        string systemName,
        string summary,
        string text,
        string? @namespace = null,
        string? address = null,
        int? port = null
    )
    {
        var few = new TagList { { "db.system.name", systemName }, { "db.query.summary", summary } };
        if (@namespace is not null)
            few.Add("db.namespace", @namespace);
        if (address is not null)
            few.Add("server.address", address);
        if (port is { } number)
            few.Add("server.port", number);
        // Known from the start, so that a sampler can decide by them.
        var activity = Source.StartActivity(ActivityKind.Client, tags: few, name: summary);
        activity?.SetTag("db.query.text", text);
        return new StoreOperation(activity, few);
    }
}
