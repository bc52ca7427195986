using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.Net.Http.Headers;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>Who calls, while a request is answered.</summary>
internal sealed class McpCaller
{
    /// <summary>What the client pays with; null where nobody counts.</summary>
    public ClientPurse? Purse { get; set; }
}

/// <summary>
/// The door before the SDK's endpoint: key, origin, method, size of the body, tokens, one message in it and how many at once. The SDK
/// checks the least of these, and reads whatever comes.
/// </summary>
internal sealed class McpEndpoint(McpSettings settings, Clients clients) : IDisposable
{
    public const string Path = "/mcp";

    /// <summary>The largest body.</summary>
    public const int BodyBytes = 64 * 1024;

    private readonly byte[]? _key = string.IsNullOrEmpty(settings.Key) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(settings.Key));

    private readonly ConcurrencyLimiter _queue = new(
        new ConcurrencyLimiterOptions
        {
            PermitLimit = settings.CallsAtOnce,
            QueueLimit = settings.CallsWaiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }
    );

    public static bool IsAsked(HttpRequest request) =>
        request.Path.StartsWithSegments(Path, StringComparison.Ordinal, out var rest) && rest.Value is "" or "/";

    public async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = "no-store";
        if (!HasKey(request))
        {
            response.Headers.WWWAuthenticate = "Bearer";
            await EveryAnswer.WriteAsync(
                context,
                StatusCodes.Status401Unauthorized,
                "This server answers assistants that send its key: 'Authorization: Bearer KEY'."
            );
            return;
        }
        if (!IsOwnOrigin(request))
        {
            await EveryAnswer.WriteAsync(context, StatusCodes.Status403Forbidden, "Pages of other origins are not answered here.");
            return;
        }
        if (!HttpMethods.IsPost(request.Method))
        {
            response.Headers.Allow = HttpMethods.Post;
            await EveryAnswer.WriteAsync(
                context,
                StatusCodes.Status405MethodNotAllowed,
                $"{ArgumentReader.Shorten(request.Method)} is not allowed here; allowed is POST, as the Model Context Protocol has it."
            );
            return;
        }
        if (!GraphQLRequestReader.IsJson(request))
        {
            await EveryAnswer.WriteAsync(
                context,
                StatusCodes.Status415UnsupportedMediaType,
                "The body has to be 'Content-Type: application/json', in UTF-8 and without a content encoding."
            );
            return;
        }
        var purse = clients.Of(context);
        if (purse?.Pays(ClientPurse.Least) is false)
        {
            await EveryAnswer.WriteAsync(context, StatusCodes.Status429TooManyRequests, purse.Refusal.Message);
            return;
        }
        // Read before a place is taken, so that who sends slowly holds none.
        if (await BodyAsync(context) is not { } body)
            return;
        if (McpEnvelope.RefusalOf(body) is { } refusal)
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            response.ContentType = MediaTypes.Json + "; charset=utf-8";
            await response.WriteAsync(refusal.ToJsonString(), context.RequestAborted);
            return;
        }
        using var turn = await _queue.AcquireAsync(1, context.RequestAborted);
        if (!turn.IsAcquired)
        {
            response.Headers.RetryAfter = StoreFailure.RetryAfter;
            await EveryAnswer.WriteAsync(context, StatusCodes.Status429TooManyRequests, "Too many calls wait already. Try again.");
            return;
        }
        request.Body = body;
        context.RequestServices.GetRequiredService<McpCaller>().Purse = purse;
        // Held back, so that who reads slowly holds no place either: an answer has 30,000 characters at most.
        var output = response.Body;
        using var answer = new MemoryStream();
        response.Body = answer;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = output;
            turn.Dispose();
        }
        answer.Position = 0;
        await answer.CopyToAsync(output, context.RequestAborted);
    }

    public void Dispose() => _queue.Dispose();

    private bool HasKey(HttpRequest request)
    {
        if (_key is null)
            return true;
        const string Scheme = "Bearer ";
        var given = request.Headers.Authorization.ToString();
        return given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given[Scheme.Length..].Trim())), _key);
    }

    /// <summary>No origin, as programs have it, or that of this server's own pages.</summary>
    private static bool IsOwnOrigin(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(HeaderNames.Origin, out var origin))
            return true;
        return Uri.TryCreate(origin.ToString(), UriKind.Absolute, out var uri)
            && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The body; null where there is none to be answered, which the answer says already.</summary>
    private static async Task<MemoryStream?> BodyAsync(HttpContext context)
    {
        var request = context.Request;
        var body = new MemoryStream();
        var buffer = new byte[8 * 1024];
        try
        {
            for (long length = request.ContentLength ?? 0; length <= BodyBytes; length = body.Length)
            {
                var read = await request.Body.ReadAsync(buffer, context.RequestAborted);
                body.Write(buffer, 0, read);
                if (read > 0)
                    continue;
                body.Position = 0;
                return body;
            }
        }
        catch (BadHttpRequestException e)
        {
            // Whoever breaks off in the middle of a body reads no answer.
            context.Response.StatusCode = e.StatusCode;
            return null;
        }
        await EveryAnswer.WriteAsync(
            context,
            StatusCodes.Status413PayloadTooLarge,
            $"The body has more than {BodyBytes} bytes, which are allowed."
        );
        return null;
    }
}
