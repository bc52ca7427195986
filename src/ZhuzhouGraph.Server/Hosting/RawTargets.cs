using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ZhuzhouGraph.Server.Hosting;

/// <summary>
/// Addresses as people type them: <c>curl http://…/search?q=小巨人</c> sends the characters as they are, which HTTP does not allow and
/// Kestrel refuses without a word. They are percent-encoded before Kestrel reads them, and mean what the encoded address means.
/// </summary>
/// <remarks>
/// This holds for the first request of a connection and for those that follow requests without a body: where a body ends is not known here,
/// and what follows one is refused as Kestrel does. The server speaks no TLS; where it did, the connection's middleware would have to stand
/// behind it.
/// </remarks>
internal static class RawTargets
{
    public static void Accept(KestrelServerOptions kestrel) =>
        kestrel.ConfigureEndpointDefaults(listen =>
            listen.Use(next =>
                async connection =>
                {
                    var transport = connection.Transport;
                    var input = new RawTargetReader(transport.Input, kestrel.Limits.MaxRequestLineSize);
                    connection.Features.Set(input);
                    connection.Transport = new Duplex(input, transport.Output);
                    try
                    {
                        await next(connection);
                    }
                    finally
                    {
                        connection.Transport = transport;
                    }
                }
            )
        );

    /// <summary>Tells the reader of the connection where its next request begins. It comes first of all middleware.</summary>
    public static void Use(IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (
                    context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false }
                    && context.Features.Get<IHttpUpgradeFeature>() is not { IsUpgradableRequest: true }
                )
                    context.Features.Get<RawTargetReader>()?.ExpectLine();
                return next(context);
            }
        );

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
