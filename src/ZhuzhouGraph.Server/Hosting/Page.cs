using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace ZhuzhouGraph.Server.Hosting;

/// <summary>What the pages of this server have in common: their look, and what a browser may do for them. None needs a script.</summary>
internal static class Page
{
    /// <summary>The beginning of every page, up to its first title.</summary>
    public const string Head = $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>ZhuzhouGraph 株洲图谱</title>
        <style>{Style}</style></head><body><main>

        """;

    public const string End = "</main></body></html>\n";

    private const string Style = """

        body { font: 16px/1.5 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1d232b; background: #fff; margin: 0 }
        main { max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
        h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2rem } h3 { font-size: 1rem; margin: 1.5rem 0 .25rem }
        table { border-collapse: collapse } caption { text-align: left; color: #5a6572 }
        th { font-weight: normal; text-align: left; padding: .1rem 1rem .1rem 0 }
        td { text-align: right; font-variant-numeric: tabular-nums }
        pre { background: #f3f5f7; padding: .6rem .8rem; overflow-x: auto }
        ul { padding-left: 1.2rem } li { margin: .5rem 0 } li p { margin: 0; color: #5a6572; font-size: .9rem }

        """;

    /// <summary>Nothing is loaded and nothing runs; the style is known by its hash.</summary>
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Scheme, host and port as the browser wrote them; empty where it wrote no host.</summary>
    public static string AddressOf(HttpRequest request) => request.Host.HasValue ? $"{request.Scheme}://{request.Host}" : "";

    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Writes a page, to be asked for anew unless it was announced otherwise.</summary>
    public static Task WriteAsync(HttpContext context, string html)
    {
        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        if (response.Headers.CacheControl.Count == 0)
            response.Headers.CacheControl = "no-cache";
        response.Headers.AppendCommaSeparatedValues("Vary", "Accept-Encoding");
        return response.WriteAsync(html, context.RequestAborted);
    }
}
