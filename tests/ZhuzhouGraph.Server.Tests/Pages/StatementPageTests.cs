using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>What is stated between two things is cited as a figure is.</summary>
public sealed class StatementPageTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Theory]
    [InlineData("/entity/person:cao-huiquan")]
    [InlineData("/entity/event:five-good-parks-meeting")]
    [InlineData("/article/2023-05-19/01-hunan-guangdong-single-port")]
    [InlineData("/timeline/person:cao-huiquan")]
    [InlineData("/path?from=曹慧泉&to=向恒")]
    [InlineData("/network/person:cao-huiquan")]
    public async Task Every_statement_leads_to_its_citation_in_both_languages(string address)
    {
        var page = await server.Client.OpenAsync(address);

        var stated = page.Html.QuerySelectorAll(".relation, .paths .rows > li");
        stated.Length.ShouldBeGreaterThan(0);
        stated.ShouldAllBe(one => one.QuerySelectorAll("a.cites").Length == 1);
        var proof = await server.Client.OpenAsync(page.Links("a.cites")[0]);
        proof.Status.ShouldBe(200);
        proof.Html.QuerySelector("article.evidence h1").ShouldNotBeNull("the script shows it in place");
        var lines = proof.Html.QuerySelectorAll("[data-copy]").Select(line => (line.GetAttribute("lang"), Arrived.Words(line))).ToList();
        lines[0].Item1.ShouldBe("zh");
        lines[0].Item2.ShouldStartWith("《株洲日报》2023年5月19日");
        lines[1].Item1.ShouldBe("en");
        lines[1].Item2.ShouldStartWith("Zhuzhou Daily (株洲日报), 19 May 2023");
        lines[0].Item2.ShouldEndWith($"。{server.Client.BaseAddress}{page.Links("a.cites")[0][1..]}");
    }

    [Fact]
    public async Task A_meeting_is_cited_where_it_is_named()
    {
        var page = await server.Client.OpenAsync("/entity/event:five-good-parks-meeting", "en");

        page.Html.QuerySelector("[data-copy][lang=zh]")!.TextContent.ShouldEndWith("/entity/event:five-good-parks-meeting");
        page.Html.QuerySelector("[data-copy][lang=en]")!.TextContent.ShouldStartWith("Zhuzhou Daily (株洲日报), 19 May 2023");
    }

    [Fact]
    public async Task What_only_a_document_states_is_cited_by_the_document()
    {
        await using var own = await GraphServer.StartedAsync(new GraphHostOptions());
        var district = Batches.Named(EntityTypes.Place, "place:yunhai-hill", "云山区", "Yunshan District");
        var stated = Batches.Link(RelationshipTypes.LocatedIn, district.Id, Batches.City) with
        {
            References = [new("reference:yh-1", "云海区划", "Divisions of Yunhai", "云海市政府", 2030, "YH 1", "0102")],
        };
        await own.Store.ImportAsync(
            Batches.Hashed(Batches.Registry(district) with { Relationships = [stated] }),
            TestContext.Current.CancellationToken
        );

        var page = await own.Client.OpenAsync($"/statement/{stated.Id["rel:".Length..]}", "en");

        page.Status.ShouldBe(200);
        page.Html.QuerySelectorAll("[data-copy]").Length.ShouldBe(2);
        page.Heading.ShouldContain("Yunshan District");
    }

    [Theory]
    [InlineData("/statement/0000000000000000")]
    [InlineData("/statement/x")]
    public async Task Where_nothing_is_stated_a_page_says_so(string address) =>
        (await server.Client.OpenAsync(address)).Status.ShouldBe(404);

    [Fact]
    public async Task GraphQL_has_the_page_of_a_statement_for_it_and_for_its_citations()
    {
        await using var told = await GraphServer.StartedAsync(
            new GraphHostOptions { Settings = ["--PublicUrl=https://graph.example.org/"] },
            RepositoryRoot.Seeds
        );

        var (_, answer) = await told.AskAsync(
            "{ relationships(first: 1) { nodes { id url citations(first: 1) { nodes { url citeAs } } } } }"
        );

        var stated = answer["data"]!["relationships"]!["nodes"]![0]!;
        var url = $"https://graph.example.org/statement/{stated["id"]!.GetValue<string>()["rel:".Length..]}";
        stated["url"]!.GetValue<string>().ShouldBe(url);
        stated["citations"]!["nodes"]![0]!["url"]!.GetValue<string>().ShouldBe(url);
        stated["citations"]!["nodes"]![0]!["citeAs"]!.GetValue<string>().ShouldEndWith(url);
    }
}
