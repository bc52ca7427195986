using ZhuzhouGraph.Server.RestApi;

namespace ZhuzhouGraph.Server.Pages;

/// <summary>What binds the browser that shows a page: only what is ours is loaded and run, and nothing is sent elsewhere.</summary>
internal static class PageHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors ";

    public const string ContentType = "text/html; charset=utf-8",
        PictureType = "image/svg+xml; charset=utf-8";

    /// <param name="isEmbeddable">Whether pages of other origins may show it inside of themselves.</param>
    public static void Set(HttpResponse response, Visit visit, bool isEmbeddable = false)
    {
        var headers = response.Headers;
        response.ContentType = ContentType;
        headers.ContentSecurityPolicy = Policy + (isEmbeddable ? "*" : "'none'");
        headers["Referrer-Policy"] = "same-origin";
        headers.ContentLanguage = visit.Language;
        headers.Vary = "Accept-Language, Accept-Encoding";
        // A page may be kept, and is asked for again: an import may have changed it.
        headers.CacheControl = "no-cache";
    }

    /// <summary>Says of which data version the page is.</summary>
    public static void SetVersion(HttpResponse response, DataVersion? version)
    {
        if (version is not null)
            RestEndpoint.SetVersion(response, version);
    }
}
