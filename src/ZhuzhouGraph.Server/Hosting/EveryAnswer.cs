using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using ZhuzhouGraph.Exports;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.Mcp;

namespace ZhuzhouGraph.Server.Hosting;

/// <summary>
/// What holds for every answer of every endpoint, errors included: headers that bind the browser, other origins, the names of the server,
/// compression, and what is told of a defect.
/// </summary>
internal static partial class EveryAnswer
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddCors();
        services.AddResponseCompression(options =>
        {
            // No answer holds a secret that its length could give away.
            options.EnableForHttps = true;
            options.MimeTypes =
            [
                MediaTypes.Json,
                MediaTypes.GraphQL,
                MediaTypes.Problem,
                RestApi.AtomFeed.Media,
                "text/html",
                "text/css",
                "text/javascript",
                "image/svg+xml",
                "text/plain",
                .. ExportFormats.All.Where(format => format.IsText).Select(format => format.MediaType),
            ];
        });
        // Its refusal is a page without a word about what is allowed: HostNames refuses in its place.
        services.Configure<HostFilteringOptions>(options => options.AllowedHosts = ["*"]);
    }

    public static void Use(WebApplication app, ClientSettings clients, HostNames hosts, CorsSettings cors)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(EveryAnswer));
        if (ClientSettings.Networks(clients.Proxies) is { Count: > 0 } proxies)
            app.UseForwardedHeaders(Believing(proxies));
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() => AddHeaders(context, cors));
                return next(context);
            }
        );
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandler = context => TellDefectAsync(context, log),
                SuppressDiagnosticsCallback = _ => true,
            }
        );
        // Assistants are programs; no page of another origin is to call their tools.
        app.UseWhen(context => !McpEndpoint.IsAsked(context.Request), others => others.UseCors(cors.Apply));
        // A stream of events is not compressed, and what could do it would be held by each of thousands.
        app.UseWhen(context => !MediaTypes.PrefersEvents(context.Request), others => others.UseResponseCompression());
        app.Use(
            (context, next) =>
                hosts.ProblemOf(context.Request) is { } problem
                    ? WriteAsync(context, StatusCodes.Status400BadRequest, problem)
                    : next(context)
        );
    }

    /// <summary>Who asks is who the last of the proxies that are believed says.</summary>
    private static ForwardedHeadersOptions Believing(IEnumerable<System.Net.IPNetwork> proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var network in proxies)
            options.KnownIPNetworks.Add(network);
        return options;
    }

    public static Task WriteAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text + "\n", context.RequestAborted);
    }

    private static Task AddHeaders(HttpContext context, CorsSettings cors)
    {
        var response = context.Response;
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (headers["Referrer-Policy"].Count == 0)
            headers["Referrer-Policy"] = "no-referrer";
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        // What any page may show inside of itself says so in its policy.
        if (headers.ContentSecurityPolicy.ToString().EndsWith("frame-ancestors 'none'", StringComparison.Ordinal))
            headers.XFrameOptions = "DENY";
        if (response.StatusCode >= StatusCodes.Status400BadRequest)
            headers.CacheControl = "no-store";
        if (!McpEndpoint.IsAsked(context.Request))
            cors.Tell(headers);
        return Task.CompletedTask;
    }

    /// <summary>A request that breaks HTTP is told so; of a defect of ours the client gets an id, under which the log has it.</summary>
    private static Task TellDefectAsync(HttpContext context, ILogger log)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()!.Error;
        if (error is BadHttpRequestException bad)
            return WriteAsync(context, bad.StatusCode, $"The request breaks HTTP: {bad.Message}");
        var id = GraphErrors.NewDefectId();
        LogDefect(log, error, id);
        return WriteAsync(
            context,
            StatusCodes.Status500InternalServerError,
            $"{GraphErrors.InternalError}: something is wrong on our side. The log has it as {id}."
        );
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed; the client was told {Id}.")]
    private static partial void LogDefect(ILogger log, Exception exception, string id);
}
