using System.Text.Json;
using System.Text.Json.Serialization;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.Hosting;

/// <summary>What <c>/health/*</c> says.</summary>
/// <param name="Status"><c>LIVE</c>, <c>READY</c>, <c>STARTING</c>, <c>STORE_EMPTY</c> or, as in GraphQL, <c>STORE_UNAVAILABLE</c>.</param>
/// <param name="Store">The kind of store.</param>
/// <param name="Version">The data version that would be served; null where there is none.</param>
internal sealed record Health(string Status, string Store, long? Version);

/// <summary>
/// Whether the process answers, and whether the store does. Not the framework's health checks: they ask anew for every poll and log every
/// poll that fails, where a balancer polls each second.
/// </summary>
/// <param name="kind">What the store is called.</param>
internal sealed partial class HealthEndpoint(
    IGraphStore store,
    string kind,
    Readiness readiness,
    TimeProvider time,
    ILogger<HealthEndpoint> log
)
{
    public const string LivePath = "/health/live",
        ReadyPath = "/health/ready";

    /// <summary>How long the store may take to say its version.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(2);

    /// <summary>How long that stands: however many poll, the store is asked once in this time.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Task<GraphHead>? _asked;
    private long _askedAt;
    private int _isAway;

    public Task LiveAsync(HttpContext context) => WriteAsync(context, StatusCodes.Status200OK, new Health("LIVE", kind, null));

    public async Task ReadyAsync(HttpContext context)
    {
        var health = await HealthAsync(context.RequestAborted);
        await WriteAsync(context, health.Version is null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK, health);
    }

    private async Task<Health> HealthAsync(CancellationToken cancellationToken)
    {
        if (!readiness.IsReady)
            return new Health("STARTING", kind, null);
        try
        {
            var head = await AskAsync().WaitAsync(Bound, time, cancellationToken);
            if (Interlocked.Exchange(ref _isAway, 0) == 1)
                LogBack();
            return head.Version is { Number: var number } ? new Health("READY", kind, number) : new Health("STORE_EMPTY", kind, null);
        }
        catch (Exception e)
            when (e is GraphStoreException or TimeoutException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            if (Interlocked.Exchange(ref _isAway, 1) == 0)
                LogAway(e);
            return new Health(GraphErrors.StoreUnavailable, kind, null);
        }
    }

    /// <summary>The question under way, or its last answer while it is fresh: one that hangs is not asked again beside itself.</summary>
    private Task<GraphHead> AskAsync()
    {
        lock (_gate)
        {
            if (_asked is null || (_asked.IsCompleted && time.GetElapsedTime(_askedAt) >= Freshness))
            {
                _askedAt = time.GetTimestamp();
                // The embedded store answers on the thread that asks, so a poll must not be that thread.
                _asked = Task.Run(AskStoreAsync);
            }
            return _asked;
        }
    }

    private async Task<GraphHead> AskStoreAsync()
    {
        using var bound = new CancellationTokenSource(Bound, time);
        return await store.HeadAsync(bound.Token);
    }

    private static Task WriteAsync(HttpContext context, int status, Health health)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "1";
        return context.Response.WriteAsJsonAsync(health, HealthJson.Default.Health, cancellationToken: context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "STORE_UNAVAILABLE: the store does not answer; /health/ready says 503 until it does.")]
    private partial void LogAway(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store answers again; /health/ready says so.")]
    private partial void LogBack();
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Health))]
internal sealed partial class HealthJson : JsonSerializerContext;
