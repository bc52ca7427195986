using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Server;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>Assistants over HTTP: the SDK's endpoint, stateless, behind a door of ours.</summary>
internal static class McpHttp
{
    /// <summary>The tools' runner is made when the host is, and the SDK's options before.</summary>
    private sealed class Runner
    {
        public McpCalls? Calls { get; set; }
    }

    public static void AddServices(WebApplicationBuilder builder, McpSettings settings)
    {
        // It writes a line for each message, and a trace for each name that it does not know. Our own defects are logged by us.
        builder.Logging.AddFilter("ModelContextProtocol", LogLevel.None);
        builder.Services.AddSingleton<Runner>();
        builder.Services.AddScoped<McpCaller>();
        builder.Services.AddSingleton(services => new McpEndpoint(settings, services.GetRequiredService<Clients>()));
        builder.Services.AddMcpServer().WithHttpTransport(http => http.SessionMode = HttpServerSessionMode.Stateless);
        builder
            .Services.AddOptions<McpServerOptions>()
            .Configure<Runner>((options, runner) => McpServing.Configure(options, () => runner.Calls!));
    }

    public static void Use(WebApplication app, McpCalls calls)
    {
        app.Services.GetRequiredService<Runner>().Calls = calls;
        var door = app.Services.GetRequiredService<McpEndpoint>();
        app.Use(next => context => McpEndpoint.IsAsked(context.Request) ? door.HandleAsync(context, next) : next(context));
        // It is no part of the REST API.
        app.MapMcp(McpEndpoint.Path).ExcludeFromDescription();
    }
}
