using System.Net;

namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>What comes with a page: what binds the browser, what may be kept, and in which form.</summary>
public sealed class PageHeaderTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/search?q=58家", 200)]
    [InlineData("/entity/person:cao-huiquan", 200)]
    [InlineData("/figure/2023-05-19/02-hidden-champions/e30728b3d1", 200)]
    [InlineData("/article/2023-05-19/01-hunan-guangdong-single-port", 200)]
    [InlineData("/entity/person:nobody", 404)]
    [InlineData("/nothing", 404)]
    [InlineData("/?asOf=yesterday", 400)]
    public async Task Every_page_loads_and_runs_only_what_is_ours(string address, int status)
    {
        var page = await server.Client.OpenAsync(address);

        page.Status.ShouldBe(status);
        Header("Content-Security-Policy").ShouldBe(Policy);
        Header("X-Content-Type-Options").ShouldBe("nosniff");
        Header("Referrer-Policy").ShouldBe("same-origin");
        Header("X-Frame-Options").ShouldBe("DENY");
        page.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        page.Html.QuerySelectorAll("style, [style], script:not([src]), [onclick], base, iframe").ShouldBeEmpty();
        page.Html.QuerySelectorAll("[src], link[rel=stylesheet], link[rel=icon]")
            .Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!)
            .ShouldAllBe(from => from.StartsWith("/assets/"));
        page.Html.QuerySelectorAll("a, form")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("action")!)
            .ShouldAllBe(to => (to.StartsWith('/') && !to.StartsWith("//")) || to.StartsWith('#'));
        page.Html.QuerySelectorAll("[id]").Select(element => element.Id).ShouldBeUnique();

        string Header(string name) => page.Response.Headers.GetValues(name).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_page_that_is_known_and_still_stands_is_not_sent_again()
    {
        var first = await server.Client.OpenAsync("/entity/person:cao-huiquan");
        first.Response.Headers.CacheControl!.NoCache.ShouldBeTrue();
        first.Response.Headers.GetValues("Data-Version").ShouldBe(["10"]);

        (await AgainAsync("/entity/person:cao-huiquan", "zh")).ShouldBe(HttpStatusCode.NotModified);
        (await AgainAsync("/entity/person:cao-huiquan", "en")).ShouldBe(HttpStatusCode.OK, "it is another page in another language");
        (await AgainAsync("/entity/person:cao-huiquan?asOf=2023-05-19", "zh")).ShouldBe(HttpStatusCode.OK);
        (await AgainAsync("/entity/place:zhuzhou", "zh")).ShouldBe(HttpStatusCode.OK);

        async Task<HttpStatusCode> AgainAsync(string address, string language)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptLanguage.ParseAdd(language);
            request.Headers.IfNoneMatch.Add(first.Response.Headers.ETag!);
            using var response = await server.Client.SendAsync(request, Cancel);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task An_import_makes_other_pages()
    {
        await using var own = await GraphServer.StartedAsync(TimeProvider.System, Testing.RepositoryRoot.Seeds);
        var before = await own.Client.OpenAsync("/");
        await own.Store.RemoveAsync("article:2023-05-19/09-zhang-bufeng", Cancel);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.AcceptLanguage.ParseAdd("zh");
        request.Headers.IfNoneMatch.Add(before.Response.Headers.ETag!);
        using var after = await own.Client.SendAsync(request, Cancel);

        after.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await after.Content.ReadAsStringAsync(Cancel)).ShouldContain("8篇报道");
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Pages_and_files_are_compressed(string encoding)
    {
        var page = await server.Client.OpenAsync("/");
        foreach (var address in page.Html.QuerySelectorAll("link[rel=stylesheet], script").Select(Source).Append("/"))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.AcceptEncoding.ParseAdd(encoding);
            using var response = await server.Client.SendAsync(request, Cancel);
            response.Content.Headers.ContentEncoding.ShouldBe([encoding], address);
        }
    }

    [Fact]
    public async Task Style_script_and_icon_are_kept_for_ever_under_the_hash_of_what_they_are()
    {
        var page = await server.Client.OpenAsync("/");
        var files = page.Html.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script").Select(Source).ToList();
        files.Count.ShouldBe(3);
        foreach (var address in files)
        {
            using var response = await server.Client.GetAsync(address, Cancel);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            response.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
            var hash = Convert.ToHexStringLower(
                System.Security.Cryptography.SHA256.HashData(await response.Content.ReadAsByteArrayAsync(Cancel))
            );
            address.Split('.')[1].ShouldBe(hash[..12]);
        }
        using var icon = await server.Client.GetAsync("/favicon.ico", Cancel);
        icon.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "/", "zh")]
    [InlineData("en-GB,en;q=0.9,zh;q=0.5", "/", "en")]
    [InlineData("fr", "/", "zh")]
    [InlineData("en", "/?lang=zh", "zh")]
    [InlineData("zh", "/?lang=en", "en")]
    public async Task A_page_is_in_the_language_that_the_address_or_else_the_browser_asks_for(
        string accepted,
        string address,
        string language
    )
    {
        var page = await server.Client.OpenAsync(address, accepted);

        page.Html.DocumentElement.GetAttribute("lang").ShouldBe(language);
        page.Response.Content.Headers.ContentLanguage.ShouldBe([language]);
        page.Response.Headers.Vary.ShouldContain("Accept-Language");
        page.Html.QuerySelectorAll("link[rel=alternate][hreflang]").Select(link => link.GetAttribute("hreflang")).ShouldBe(["zh", "en"]);
    }

    [Fact]
    public async Task A_link_keeps_the_language_and_the_day_of_the_address()
    {
        var page = await server.Client.OpenAsync("/entity/person:cao-huiquan?lang=en&asOf=2023-05-19", "zh");

        page.Links().Where(link => link.StartsWith('/')).ShouldAllBe(link => link.Contains("lang=en&asOf=2023-05-19"));
        page.Html.QuerySelector(".banner")!.TextContent.ShouldContain("in print by 19 May 2023");
    }

    private static string Source(AngleSharp.Dom.IElement element) => element.GetAttribute("src") ?? element.GetAttribute("href")!;
}
