namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>Every address leads to its sentence, however long the article is.</summary>
public sealed class PlaceTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Theory]
    [InlineData("/figures")]
    [InlineData("/entity/place:zhuzhou")]
    [InlineData("/entity/person:xiang-heng")]
    [InlineData("/timeline/person:cao-huiquan")]
    [InlineData("/indicator/national-little-giants")]
    [InlineData("/path?from=曹慧泉&to=向恒")]
    public async Task A_source_leads_to_the_sentence_with_its_fact(string address)
    {
        var seen = new HashSet<string>();
        for (var next = address; next is not null; )
        {
            var page = await server.Client.OpenAsync(next);
            foreach (var link in page.Links("a.source").Where(seen.Add))
            {
                var article = await server.Client.OpenAsync(link.Split('#')[0]);
                var sentence = article.Html.GetElementById(link.Split('#')[1]);
                sentence.ShouldNotBeNull(link);
                sentence.QuerySelectorAll("li, p.named").ShouldNotBeEmpty(link);
            }
            next = page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        seen.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_page_that_starts_inside_goes_on_and_back_to_the_beginning()
    {
        const string Article = "/article/2023-05-19/02-hidden-champions";
        var all = await AddressesAsync(Article);

        (await AddressesAsync(Article + "?at=61.1")).ShouldBe(all.SkipWhile(one => int.Parse(one.Split('.')[0], null) < 58));
        var page = await server.Client.OpenAsync(Article + "?at=61.1");
        page.Links(".next a")[0].ShouldBe(Article);
        (await server.Client.OpenAsync(Article + "?at=x", "en")).Text.ShouldContain("'at' is 'x'; allowed is: a line and a sentence");
    }

    private async Task<List<string>> AddressesAsync(string address)
    {
        List<string> found = [];
        for (var next = address; next is not null; )
        {
            var page = await server.Client.OpenAsync(next);
            found.AddRange(page.Html.QuerySelectorAll("ol.sentences > li > a.address").Select(link => link.TextContent));
            next = page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        // A page may break inside of a sentence, which is then on both.
        return [.. found.Distinct()];
    }
}
