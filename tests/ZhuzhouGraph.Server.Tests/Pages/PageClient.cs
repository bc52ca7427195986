using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>A page as it arrived.</summary>
public sealed record Arrived(HttpResponseMessage Response, IDocument Html)
{
    public int Status => (int)Response.StatusCode;

    /// <summary>What stands between the head and the foot, as a reader reads it.</summary>
    public string Text => Words(Html.QuerySelector("main")!);

    public string Heading => Words(Html.QuerySelector("h1")!);

    /// <summary>The addresses of the links that a selector finds.</summary>
    public IReadOnlyList<string> Links(string selector = "main a") =>
        [.. Html.QuerySelectorAll(selector).Select(link => link.GetAttribute("href")!)];

    public static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Reads pages as a browser asks for them, without one.</summary>
public static class PageClient
{
    public const string Accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    public static async Task<Arrived> OpenAsync(this HttpClient client, string address, string language = "zh-CN,zh;q=0.9")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd(Accept);
        request.Headers.AcceptLanguage.ParseAdd(language);
        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(response, await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken));
    }

    /// <summary>A client that tells where it is sent, and does not go there.</summary>
    public static HttpClient Staying(Uri server) => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server };
}
