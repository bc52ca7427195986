using System.Threading.RateLimiting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Logging.Console;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.GraphApi.Http.Sockets;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.GraphApi.Watching;
using ZhuzhouGraph.Server.Mcp;
using ZhuzhouGraph.Server.Pages;
using ZhuzhouGraph.Server.Pages.Asks;
using ZhuzhouGraph.Server.Pages.Gaps;
using ZhuzhouGraph.Server.RestApi;
using ZhuzhouGraph.Server.RestApi.Document;

namespace ZhuzhouGraph.Server.Hosting;

/// <summary>What the host is started with.</summary>
public sealed record GraphHostOptions
{
    /// <summary>
    /// Where to listen, such as <c>http://127.0.0.1:5080</c>; port 0 takes any free one. Empty leaves it to the configuration.
    /// </summary>
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>
    /// Settings in the form <c>--Limits:QueryBytes=32768</c>, over those of the environment and of <c>appsettings.json</c>.
    /// </summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Whether the store holds what is to be served; questions are put off while it does not.</summary>
    /// <value>By default it does.</value>
    public Readiness Readiness { get; init; } = new(isReady: true);

    /// <summary>What the store is called where the server speaks of it.</summary>
    public string StoreKind { get; init; } = "sqlite";

    /// <summary>The folder of the seeds, where the server has them: the editor's page compares them with the text.</summary>
    public string? Seeds { get; init; }

    /// <summary>
    /// Whether the stored questions are asked once at the start, for a store that plans statements when it first meets them.
    /// </summary>
    public bool Rehearses { get; init; }
}

/// <summary>Puts the server together: one store, one schema, the addresses.</summary>
public static class GraphHost
{
    /// <summary>The web application, not started. The store stays the caller's to dispose.</summary>
    public static WebApplication Build(GraphHostOptions options, IGraphStore store, TimeProvider time)
    {
        // Always as in production: whatever a developer's machine is set to, no client is shown a stack.
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                Args = [.. options.Settings],
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = Environments.Production,
            }
        );
        if (options.Urls.Count > 0)
            builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            RawTargets.Accept(kestrel);
        });
        builder.Logging.AddConsole(console => console.FormatterName = ConsoleLines.FormatterName);
        builder.Logging.AddConsoleFormatter<ConsoleLines, ConsoleFormatterOptions>();
        // A host that does not start throws, and its caller says why.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        EveryAnswer.AddServices(builder.Services);
        var limits = builder.Configuration.GetSection("Limits").Get<RequestLimits>() ?? new RequestLimits();
        builder.Services.AddSingleton(_ => new ConcurrencyLimiter(
            new ConcurrencyLimiterOptions
            {
                PermitLimit = limits.RequestsAtOnce,
                QueueLimit = limits.RequestsWaiting,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }
        ));
        var clientSettings = builder.Configuration.GetSection("Clients").Get<ClientSettings>() ?? new ClientSettings();
        builder.Services.AddSingleton(_ => new Clients(clientSettings, limits));
        builder.Services.AddSingleton<PageRenderer>();
        var schema = new GraphSchema();
        var rest = new RestApi.RestApi(schema, builder.Configuration.GetSection("Api").Get<RestSettings>() ?? new RestSettings());
        ApiDocument.AddServices(builder.Services, rest);
        builder.Services.AddHostedService(_ => new IdleMemory(time));
        var urls = options.Urls.Count > 0 ? options.Urls : builder.Configuration["urls"]?.Split(';') ?? [];
        var mcp = builder.Configuration.GetSection("Mcp").Get<McpSettings>() ?? new McpSettings();
        var answersAssistants = mcp.IsOn(urls, builder.Configuration["AllowedHosts"]);
        if (answersAssistants)
            McpHttp.AddServices(builder, mcp);
        // The embedded store answers on the thread that asks: those must never be all there are.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, limits.RequestsAtOnce + Environment.ProcessorCount), ports);

        var app = builder.Build();
        var documents = new DocumentCache(
            builder.Configuration.GetSection("DocumentCache").Get<DocumentCacheLimits>() ?? new DocumentCacheLimits()
        );
        var cors = builder.Configuration.GetSection("Cors").Get<CorsSettings>() ?? new CorsSettings();
        RawTargets.Use(app);
        EveryAnswer.Use(app, clientSettings, new HostNames(urls, builder.Configuration["AllowedHosts"]), cors);
        app.UseWebSockets();
        var door = new StoreDoor(
            options.Readiness,
            time,
            app.Services.GetRequiredService<ILogger<StoreDoor>>(),
            app.Services.GetRequiredService<ConcurrencyLimiter>()
        );
        var site = PublicUrl.Of(builder.Configuration);
        var executor = new GraphExecutor(
            store,
            door,
            schema,
            limits,
            documents,
            site,
            app.Services.GetRequiredService<ILogger<GraphExecutor>>()
        );
        var tags = new AnswerTags(app.Services.GetRequiredService<IResponseCompressionProvider>());
        var clients = app.Services.GetRequiredService<Clients>();
        var stopping = app.Lifetime.ApplicationStopping;
        var watch = new HeadWatch(store, door, time);
        var streams = new OpenStreams(limits, time);
        var shared = new SharedEvents(executor, time, stopping);
        var feed = new EventFeed(executor, shared, watch, limits);
        app.Lifetime.ApplicationStarted.Register(() =>
            _ = Task.WhenAll(Task.Run(() => watch.RunAsync(stopping)), Task.Run(() => streams.RunAsync(stopping)))
        );
        app.Lifetime.ApplicationStopped.Register(shared.Dispose);
        var sockets = new SocketEndpoint(
            feed,
            streams,
            clients,
            cors,
            limits,
            time,
            app.Services.GetRequiredService<ILogger<SocketEndpoint>>()
        );
        var graph = new GraphEndpoint(executor, new EventStream(feed, streams, clients, limits, time, stopping), tags, clients, limits);
        var pages = new PageEndpoint(
            store,
            door,
            executor,
            app.Services.GetRequiredService<PageRenderer>(),
            tags,
            clients,
            limits,
            site,
            app.Services.GetRequiredService<ILogger<PageEndpoint>>()
        );
        var health = new HealthEndpoint(store, door, options.StoreKind, time);
        options.Readiness.IsRehearsed = !options.Rehearses;
        if (options.Rehearses)
            app.Lifetime.ApplicationStarted.Register(() =>
                Task.Run(() => new Rehearsal(executor, options.Readiness, time).RunAsync(app.Lifetime.ApplicationStopping))
            );
        app.Map(GraphEndpoint.Path, context => context.WebSockets.IsWebSocketRequest ? sockets.HandleAsync(context)
            : AskedByBrowser.IsMeant(context.Request) ? AskedByBrowser.Send(context)
            : graph.HandleAsync(context));
        Site.Map(
            app,
            pages,
            new AskEndpoint(pages, executor, clients, limits),
            new GapsEndpoint(pages, store, door, clients, limits, options.Seeds),
            Reading
        );
        app.Map(HealthEndpoint.LivePath, Reading(health.LiveAsync));
        app.Map(HealthEndpoint.ReadyPath, Reading(health.ReadyAsync));
        ApiDocument.Use(app, tags);
        var log = app.Services.GetRequiredService<ILogger<RestEndpoint>>();
        var way = new RestDoor(store, door, limits);
        var memory = new AnswerMemory(store, way, tags);
        rest.Map(app, new RestEndpoint(store, way, new(store, way, memory, tags, limits, log), memory, tags, clients, limits, site, log));
        if (answersAssistants)
            McpHttp.Use(app, new McpCalls(executor, time, app.Services.GetRequiredService<ILogger<McpCalls>>()));
        app.MapFallback(context => AskedByBrowser.IsOne(context.Request) ? pages.NotFoundAsync(context) : NotFoundAsync(context));
        return app;
    }

    /// <summary>The GraphQL schema in the schema language.</summary>
    public static string PrintSchema()
    {
        using var schema = new GraphSchema();
        return schema.Print();
    }

    /// <summary>Answers GET and HEAD, and says of every other method that these are allowed.</summary>
    private static RequestDelegate Reading(RequestDelegate answer)
    {
        var allowed = $"{HttpMethods.Get}, {HttpMethods.Head}";
        return context =>
        {
            var method = context.Request.Method;
            if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
                return answer(context);
            return NotAllowedAsync(context, allowed);
        };
    }

    /// <summary>Says of a method that an address does not have which it has.</summary>
    internal static Task NotAllowedAsync(HttpContext context, string allowed)
    {
        context.Response.Headers.Allow = allowed;
        return EveryAnswer.WriteAsync(
            context,
            StatusCodes.Status405MethodNotAllowed,
            $"{ArgumentReader.Shorten(context.Request.Method)} is not allowed here; allowed are {allowed}."
        );
    }

    private static Task NotFoundAsync(HttpContext context) =>
        EveryAnswer.WriteAsync(
            context,
            StatusCodes.Status404NotFound,
            $"There is nothing at this address. / says what this is; {GraphEndpoint.Path} answers GraphQL, "
                + $"{RestApi.RestApi.Page} describes the REST API."
        );
}
