using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using GraphQL;
using ZhuzhouGraph.Server.GraphApi.Limits;

namespace ZhuzhouGraph.Server.Hosting;

/// <summary>
/// What each client may ask for: a bucket of tokens that fills as time goes by, one token for one object that an answer may hold. A client
/// is an address; of version 6 the first 64 bits, for the others are the client's to choose.
/// </summary>
internal sealed class Clients : IDisposable
{
    private readonly IReadOnlyList<IPNetwork> _unlimited;
    private readonly RequestLimits _limits;
    private readonly PartitionedRateLimiter<IPAddress> _buckets;

    public Clients(ClientSettings settings, RequestLimits limits)
    {
        (_unlimited, _limits) = (ClientSettings.Networks(settings.Unlimited), limits);
        var atOnce = Math.Max(1, limits.ClientTokensPerSecond / 10);
        var bucket = new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.ClientTokens,
            TokensPerPeriod = atOnce,
            ReplenishmentPeriod = TimeSpan.FromSeconds(atOnce / (double)limits.ClientTokensPerSecond),
        };
        _buckets = PartitionedRateLimiter.Create<IPAddress, IPAddress>(client =>
            RateLimitPartition.GetTokenBucketLimiter(client, _ => bucket)
        );
    }

    /// <summary>The purse of whoever asks; null where nobody counts. From then on the answer says how much is left.</summary>
    public ClientPurse? Of(HttpContext context)
    {
        var purse = PurseOf(Counted(context));
        if (purse is not null)
            context.Response.OnStarting(() => purse.Announce(context.Response));
        return purse;
    }

    /// <summary>A purse for one answer more; null where nobody counts.</summary>
    /// <param name="client">See <see cref="Counted"/>.</param>
    public ClientPurse? PurseOf(IPAddress? client) => client is null ? null : new ClientPurse(_buckets, client, _limits);

    /// <summary>Whom the request is counted for; null where nobody counts.</summary>
    public IPAddress? Counted(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        var client = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return _unlimited.Any(network => network.Contains(client)) ? null : Subnet(client);
    }

    public void Dispose() => _buckets.Dispose();

    private static IPAddress Subnet(IPAddress client)
    {
        if (client.AddressFamily is not AddressFamily.InterNetworkV6)
            return client;
        var bytes = client.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}

/// <summary>The tokens of the client of one request.</summary>
internal sealed class ClientPurse(PartitionedRateLimiter<IPAddress> buckets, IPAddress client, RequestLimits limits)
{
    /// <summary>What a request costs at least, whatever becomes of it.</summary>
    public const int Least = 10;

    private int _paid;
    private int? _wait;

    /// <summary>
    /// Pays for the request, what is paid already included, so that a question that is asked again is paid once. Nothing costs more than a
    /// full bucket.
    /// </summary>
    /// <returns>False where the tokens do not suffice; then nothing was taken.</returns>
    public bool Pays(long cost)
    {
        var missing = (int)Math.Min(Math.Max(cost, Least), limits.ClientTokens) - _paid;
        if (missing <= 0)
            return true;
        using var lease = buckets.AttemptAcquire(client, missing);
        if (lease.IsAcquired)
            _paid += missing;
        else
            _wait = SecondsUntil(missing);
        return lease.IsAcquired;
    }

    /// <summary>Why the request is not answered.</summary>
    public ExecutionError Refusal =>
        DocumentCheck.Exceeded(
            nameof(limits.ClientTokens),
            limits.ClientTokens,
            where: $"your address. You have {Left} left and get {limits.ClientTokensPerSecond} a second; ask again in {_wait} s"
        );

    /// <summary>The same in Chinese.</summary>
    public string ChineseRefusal =>
        $"近来请求过多：此地址尚余 {Left} 个令牌，每秒恢复 {limits.ClientTokensPerSecond} 个，请于 {_wait} 秒后再试"
        + $"（限制 'clientTokens' 为 {limits.ClientTokens}）。";

    private long Left => buckets.GetStatistics(client)?.CurrentAvailablePermits ?? limits.ClientTokens;

    /// <summary>The headers of draft-ietf-httpapi-ratelimit-headers, and <c>Retry-After</c> where the client has to wait.</summary>
    internal Task Announce(HttpResponse response)
    {
        response.Headers["RateLimit-Policy"] = Text($"\"client\";q={limits.ClientTokens};w={SecondsFor(limits.ClientTokens)}");
        response.Headers["RateLimit"] = Text($"\"client\";r={Left};t={SecondsUntil(limits.ClientTokens)}");
        if (_wait is { } wait && response.StatusCode == StatusCodes.Status429TooManyRequests)
            response.Headers.RetryAfter = Text($"{wait}");
        return Task.CompletedTask;
    }

    private int SecondsUntil(int tokens) => SecondsFor(Math.Max(0, tokens - Left));

    private int SecondsFor(long tokens) => (int)Math.Ceiling(tokens / (double)limits.ClientTokensPerSecond);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
