using System.Text.Json.Nodes;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>What is printed of someone, day by day.</summary>
public sealed class TimelineTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string Official = "person:cao-huiquan";

    [Fact]
    public async Task The_page_of_an_entity_leads_to_its_timeline_which_has_every_dated_fact_in_order()
    {
        var entity = await server.Client.OpenAsync($"/entity/{Official}");
        var address = entity.Links(".ways a").Single(link => link.StartsWith("/timeline/"));
        var facts = await FactsAsync(undated: false);

        var page = await server.Client.OpenAsync(address);

        page.Html.QuerySelectorAll("ol.rows > li > b .days").Select(Arrived.Words).ShouldBe(facts.Select(DaysOf));
        facts.Select(fact => fact["period"]!["first"]!.GetValue<string>()).ShouldBeInOrder();
        page.Text.ShouldContain($"{facts.Count} / {facts.Count}");
        page.Html.QuerySelectorAll("ol.rows > li").ShouldAllBe(row => row.QuerySelectorAll("a[href^='/article/']").Length > 0);
    }

    [Fact]
    public async Task Of_one_day_the_morning_stands_before_the_evening_and_one_hour_in_print_order()
    {
        await using var own = await GraphServer.StartedAsync(new GraphHostOptions());
        await own.Store.ImportAsync(Batches.Registry(), TestContext.Current.CancellationToken);
        var article = Batches.Article(1);
        foreach (var (line, key, when) in new[] { (9, "a", "3月1日晚"), (8, "b", "3月1日下午"), (10, "c", "3月1日"), (7, "d", "3月1日晚") })
            article = article.Printing(
                Batches.Figure(1, key, line) with
                {
                    Period = Batches.Days(when, Batches.FirstDay, Batches.FirstDay),
                },
                $"{line}.1"
            );
        await own.Store.ImportAsync(article, TestContext.Current.CancellationToken);

        var page = await own.Client.OpenAsync($"/timeline/{Batches.City}");

        page.Html.QuerySelectorAll("a.figure").Select(Arrived.Words).ShouldBe(["10个", "8个", "7个", "9个"]);
    }

    [Fact]
    public async Task What_has_no_day_is_listed_apart()
    {
        var facts = await FactsAsync(undated: true);
        facts.ShouldNotBeEmpty();
        var dated = await server.Client.OpenAsync($"/timeline/{Official}", "en");

        var page = await server.Client.OpenAsync(dated.Links(".ways a").ShouldHaveSingleItem(), "en");

        page.Html.QuerySelectorAll("ol.rows > li").Length.ShouldBe(facts.Count);
        page.Text.ShouldContain("Only the facts that have no day.");
        page.Links(".ways a").ShouldBe([$"/timeline/{Official}"]);
    }

    [Fact]
    public async Task A_figure_without_a_day_says_whose_day_it_has()
    {
        var (_, answer) = await server.AskAsync(
            "{ observations(first: 200) { nodes { id about { id } at { id name } period { first } } } }"
        );
        var figure = answer["data"]!["observations"]!["nodes"]!
            .AsArray()
            .First(node => node!["at"] is not null && node["period"]?["first"] is null)!;

        var page = await server.Client.OpenAsync($"/timeline/{figure["about"]!["id"]}");

        var its = $"a[href='/figure/{figure["id"]!.GetValue<string>()["obs:".Length..]}']";
        var row = page.Html.QuerySelectorAll("ol.rows > li").Single(row => row.QuerySelector(its) is not null);
        row.QuerySelectorAll(".quiet").Select(Arrived.Words).ShouldContain($"日期取自：{figure["at"]!["name"]}");
    }

    [Theory]
    [InlineData("/timeline/person:nobody", 404)]
    [InlineData("/timeline/person:cao-huiquan?undated=perhaps", 400)]
    [InlineData("/timeline/person:cao-huiquan?after=perhaps", 400)]
    public async Task What_cannot_be_listed_is_refused(string address, int status) =>
        (await server.Client.OpenAsync(address)).Status.ShouldBe(status);

    private async Task<List<JsonNode>> FactsAsync(bool undated)
    {
        var (_, answer) = await server.AskAsync(
            "query ($of: String!, $undated: Boolean!) { timeline(about: $of, undated: $undated, first: 30) {"
                + " nodes { period { first last } } } }",
            new() { ["of"] = Official, ["undated"] = undated }
        );
        return [.. answer["data"]!["timeline"]!["nodes"]!.AsArray().Select(node => node!)];
    }

    private static string DaysOf(JsonNode fact)
    {
        var (first, last) = (fact["period"]!["first"]!.GetValue<string>(), fact["period"]!["last"]!.GetValue<string>());
        return first == last ? first : $"{first}–{last}";
    }
}
