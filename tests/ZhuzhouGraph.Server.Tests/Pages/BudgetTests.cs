namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>How much a page may weigh, so that it is read on a slow line.</summary>
public sealed class BudgetTests(GraphServer server) : IClassFixture<GraphServer>
{
    public static TheoryData<string> Addresses => [.. PageAddresses.Asking.Where(address => !address.StartsWith("/schema"))];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_is_at_most_60_kB_15_compressed_and_asks_for_three_files_more_at_most(string address)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            (await WeighAsync(address, language, null)).ShouldBeLessThanOrEqualTo(60_000, language);
            (await WeighAsync(address, language, "br")).ShouldBeLessThanOrEqualTo(15_000, language);
        }
        var page = await server.Client.OpenAsync(address);
        page.Html.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], img").Length.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task Style_and_script_stay_small()
    {
        var page = await server.Client.OpenAsync("/");
        var (style, script) = (page.Html.QuerySelector("link[rel=stylesheet]")!, page.Html.QuerySelector("script")!);

        (await WeighAsync(style.GetAttribute("href")!, "zh", "br")).ShouldBeLessThanOrEqualTo(5_000);
        var scripts =
            await WeighAsync(script.GetAttribute("src")!, "zh", "br") + await WeighAsync(script.GetAttribute("data-editor")!, "zh", "br");
        scripts.ShouldBeLessThanOrEqualTo(10_000);
    }

    private async Task<int> WeighAsync(string address, string language, string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd(PageClient.Accept);
        request.Headers.AcceptLanguage.ParseAdd(language);
        if (encoding is not null)
            request.Headers.AcceptEncoding.ParseAdd(encoding);
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
    }
}
