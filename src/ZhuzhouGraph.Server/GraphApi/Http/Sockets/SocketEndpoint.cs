using System.Net.WebSockets;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.GraphApi.Watching;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.GraphApi.Http.Sockets;

/// <summary>Opens WebSockets: whom it admits, in which protocol, and how many.</summary>
internal sealed class SocketEndpoint(
    EventFeed feed,
    OpenStreams streams,
    Clients clients,
    CorsSettings cors,
    RequestLimits limits,
    TimeProvider time,
    ILogger<SocketEndpoint> log
)
{
    public async Task HandleAsync(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        // Browsers ask nobody whether a page may open a socket: it is looked at here.
        if (!cors.Admits(origin, $"{context.Request.Scheme}://{context.Request.Host}"))
        {
            await EveryAnswer.WriteAsync(
                context,
                StatusCodes.Status403Forbidden,
                $"Pages of '{Asking.ArgumentReader.Shorten(origin)}' may not open sockets here; whoever runs this server adds "
                    + "origins by the setting Cors:Origins."
            );
            return;
        }
        var client = new SocketClient(clients, clients.Counted(context));
        if (streams.Sockets.Enter(client.Address) is { } refusal)
        {
            context.Response.Headers.RetryAfter = Asking.StoreFailure.RetryAfter;
            var isClients = refusal.Code!.StartsWith("CLIENT", StringComparison.Ordinal);
            await EveryAnswer.WriteAsync(
                context,
                isClients ? StatusCodes.Status429TooManyRequests : StatusCodes.Status503ServiceUnavailable,
                $"{refusal.Code}: {refusal.Message}"
            );
            return;
        }
        try
        {
            await AcceptAsync(context, client);
        }
        finally
        {
            streams.Sockets.Leave(client.Address);
        }
    }

    private async Task AcceptAsync(HttpContext context, SocketClient client)
    {
        var isOurs = context.WebSockets.WebSocketRequestedProtocols.Contains(SocketMessage.Protocol);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext
            {
                SubProtocol = isOurs ? SocketMessage.Protocol : null,
                KeepAliveInterval = limits.SocketPing,
                KeepAliveTimeout = limits.SocketPing,
            }
        );
        GraphSocket? open = null;
        var writer = new SocketWriter(socket, streams.Unsent, limits.SlowReader, time, () => open!.Close(SocketEnd.TooSlow), context.Abort);
        var operations = new SocketOperations(feed, writer, streams.Operations, client, limits, time, log);
        using (open = new GraphSocket(socket, operations, streams, client, limits, time, context.Abort))
        {
            if (!isOurs)
                open.Close(SocketEnd.NoSubprotocol);
            await open.RunAsync(context.RequestAborted);
        }
    }
}
