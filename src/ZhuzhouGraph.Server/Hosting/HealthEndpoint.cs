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
internal sealed class HealthEndpoint(IGraphStore store, StoreDoor door, string kind, TimeProvider time)
{
    public const string LivePath = "/health/live",
        ReadyPath = "/health/ready";

    /// <summary>How long the store may take to say its version.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(2);

    /// <summary>How long that stands: however many poll, the store is asked once in this time.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Task<Health>? _asked;
    private long _askedAt;

    public Task LiveAsync(HttpContext context) => WriteAsync(context, StatusCodes.Status200OK, new Health("LIVE", kind, null));

    public async Task ReadyAsync(HttpContext context)
    {
        var health = door.IsRehearsed ? await AskAsync().WaitAsync(context.RequestAborted) : new Health("STARTING", kind, null);
        await WriteAsync(context, health.Version is null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK, health);
    }

    /// <summary>The question under way, or its last answer while it is fresh: one that hangs is not asked again beside itself.</summary>
    private Task<Health> AskAsync()
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

    private async Task<Health> AskStoreAsync()
    {
        var (head, failure) = await door.AskAsync(
            token => store.HeadAsync(token).WaitAsync(token),
            Bound,
            CancellationToken.None,
            waits: false
        );
        door.Note(failure);
        return head is null ? new Health(GraphErrors.StoreUnavailable, kind, null)
            : head.Version is { Number: var number } ? new Health("READY", kind, number)
            : new Health("STORE_EMPTY", kind, null);
    }

    private static Task WriteAsync(HttpContext context, int status, Health health)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status503ServiceUnavailable)
            StoreFailure.Announce(context.Response);
        return context.Response.WriteAsJsonAsync(health, HealthJson.Default.Health, cancellationToken: context.RequestAborted);
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Health))]
internal sealed partial class HealthJson : JsonSerializerContext;
