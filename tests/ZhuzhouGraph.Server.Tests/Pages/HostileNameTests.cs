using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>Whatever a name is, a page shows it as text.</summary>
public sealed class HostileNameTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names =>
        [
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "'; DROP TABLE entity; --",
            "{{constructor.constructor('alert(1)')()}}",
            "\u202E名倒写\u202C",
            "a\u0300\u0301\u0302",
            "</title></textarea></script>",
            new string('长', 200),
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_name_is_text_on_every_page_that_shows_it(string name)
    {
        await using var own = await GraphServer.StartedAsync(new GraphHostOptions());
        var named = Batches.Named(EntityTypes.Place, "place:hostile", name, name);
        await own.Store.ImportAsync(Batches.Registry(named), Cancel);
        var figure = Batches.Figure(1, "lit", 300) with { About = named.Id };
        await own.Store.ImportAsync(Batches.Article(1).Printing(figure).Naming(named.Id, name), Cancel);

        foreach (
            var address in new[]
            {
                "/entity/place:hostile",
                "/figure/yunhai/01/lit",
                "/article/yunhai/01",
                "/places",
                "/figures",
                "/changes",
                $"/search?q={Uri.EscapeDataString(name)}",
                $"/ask?query={Uri.EscapeDataString(name)}",
            }
        )
        {
            var page = await own.Client.OpenAsync(address);
            page.Html.QuerySelectorAll("script").Length.ShouldBe(1, address);
            page.Html.QuerySelectorAll("img, [onerror]").ShouldBeEmpty(address);
            if (!address.StartsWith("/ask") && page.Status == 200)
                page.Html.QuerySelector("main")!.TextContent.ShouldContain(name, Case.Sensitive, address);
        }
    }

    [Fact]
    public async Task A_question_of_two_million_characters_is_refused_at_once()
    {
        await using var own = await GraphServer.StartedAsync(new GraphHostOptions(), RepositoryRoot.Seeds);
        using var form = new FormUrlEncodedContent([new("query", new string('{', 2_000_000))]);
        using var response = await own.Client.PostAsync("/ask", form, Cancel);

        ((int)response.StatusCode).ShouldBe(400);
        (await response.Content.ReadAsStringAsync(Cancel)).Length.ShouldBeLessThan(60_000);
    }
}
