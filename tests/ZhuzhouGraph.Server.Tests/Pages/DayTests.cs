using NodaTime;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>What a reader is told who looks at the graph as of a day.</summary>
public sealed class DayTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string Before = "2023-05-18";

    [Theory]
    [InlineData("/", true)]
    [InlineData("/search?q=58家", true)]
    [InlineData("/entity/place:zhuzhou", true)]
    [InlineData("/timeline/place:zhuzhou", true)]
    [InlineData("/figures", true)]
    [InlineData("/companies", true)]
    [InlineData("/figure/2023-05-19/02-hidden-champions/e30728b3d1", false)]
    [InlineData("/article/2023-05-19/02-hidden-champions", false)]
    [InlineData("/changes", false)]
    [InlineData("/schema", false)]
    public async Task A_page_says_whether_it_is_of_the_readers_day(string address, bool isOfDay)
    {
        var day = address + (address.Contains('?') ? "&" : "?") + "asOf=" + Before;

        var page = await server.Client.OpenAsync(day, "en");

        Arrived
            .Words(page.Html.QuerySelector("body > .banner")!)
            .ShouldContain(isOfDay ? "shows only what was in print by 18 May 2023" : "this page is the same on any day");
        // Whatever it says is so: nothing was in print on the day before.
        if (isOfDay)
            page.Html.QuerySelectorAll("main a.figure, main a.source, main ul.reports > li").ShouldBeEmpty();
        else
            (await server.Client.OpenAsync(address, "en")).Text.ShouldBe(page.Text);
    }

    [Fact]
    public async Task Nothing_is_denied_of_later_articles_and_nothing_of_them_is_counted()
    {
        var found = await server.Client.OpenAsync($"/search?q=58家&asOf={Before}", "en");
        found.Text.ShouldContain("Not in print by 18 May 2023.");
        found.Text.ShouldNotContain("Not printed in these articles");

        var home = await server.Client.OpenAsync($"/?asOf={Before}", "en");
        home.Text.ShouldContain("0 articles by then");
        home.Html.QuerySelectorAll(".counts b").ShouldBeEmpty();
        home.Html.QuerySelectorAll(".counts a").Length.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task The_files_of_a_network_say_that_they_have_more_than_the_page()
    {
        const string Network = "/network/person:cao-huiquan";
        (await server.Client.OpenAsync(Network, "en")).Text.ShouldNotContain("All relationships:");

        var narrowed = await server.Client.OpenAsync($"{Network}?types=HOLDS_POST&lang=en");

        narrowed.Text.ShouldContain("All relationships:");
        var json = narrowed.Html.QuerySelectorAll(".downloads a").Single(link => link.TextContent == "JSON").GetAttribute("href")!;
        var listed = System.Text.Json.Nodes.JsonNode.Parse(
            await server.Client.GetStringAsync(json, TestContext.Current.CancellationToken)
        )!;
        listed["items"]!.AsArray().Select(item => item!["type"]!.GetValue<string>()).Distinct().ShouldBe(["HOLDS_POST"]);
        listed["items"]!.AsArray().Count.ShouldBe(narrowed.Html.QuerySelectorAll("article > section ul.rows > li").Length);
    }
}
