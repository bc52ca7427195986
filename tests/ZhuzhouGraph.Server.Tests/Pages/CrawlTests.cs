using System.Net;

namespace ZhuzhouGraph.Server.Tests.Pages;

public sealed class CrawlTests(GraphServer server) : IClassFixture<GraphServer>
{
    /// <summary>Of one kind of page, so that the others have their turn.</summary>
    private const int MostOfOne = 40;

    [Theory]
    [InlineData("/")]
    [InlineData("/?lang=en&asOf=2023-05-19")]
    public async Task Every_link_from_the_home_page_on_leads_somewhere(string start)
    {
        var (seen, waiting, kinds) = (
            new HashSet<string> { start },
            new Queue<(string To, string From)>([(start, "")]),
            new Dictionary<string, int>()
        );
        var broken = new List<string>();
        while (waiting.TryDequeue(out var link))
        {
            var kind = link.To.Split('/', '?')[1];
            if ((kinds[kind] = kinds.GetValueOrDefault(kind) + 1) > MostOfOne)
                continue;
            var page = await server.Client.OpenAsync(link.To);
            if (page.Response.StatusCode != HttpStatusCode.OK)
                broken.Add($"{page.Status} {link.To} on {link.From}");
            if (page.Response.Content.Headers.ContentType?.MediaType != "text/html" || kind == "api")
                continue;
            var pictures = page.Html.QuerySelectorAll("img").Select(picture => picture.GetAttribute("src")!);
            foreach (var address in page.Links("a[href^='/']").Select(address => address.Split('#')[0]).Concat(pictures).Where(seen.Add))
                waiting.Enqueue((address, link.To));
        }

        broken.ShouldBeEmpty();
        kinds.Keys.ShouldContain("coverage");
        kinds.Values.Sum().ShouldBeGreaterThan(200);
    }
}
