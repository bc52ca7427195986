using ZhuzhouGraph.Server.GraphApi.Http;

namespace ZhuzhouGraph.Server.Pages;

/// <summary>Browsers that open an address which answers programs.</summary>
internal static class AskedByBrowser
{
    /// <summary>Whether a request is that of a browser that opens an address.</summary>
    public static bool IsOne(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && MediaTypes.PrefersPage(request);

    /// <summary>Whether a browser opens the endpoint of GraphQL without a question.</summary>
    public static bool IsMeant(HttpRequest request) => string.IsNullOrWhiteSpace(request.Query["query"]) && IsOne(request);

    /// <summary>Sends it to where people ask.</summary>
    public static Task Send(HttpContext context)
    {
        context.Response.Headers.Vary = "Accept";
        context.Response.Headers.Location = Links.Ask;
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        return Task.CompletedTask;
    }
}
