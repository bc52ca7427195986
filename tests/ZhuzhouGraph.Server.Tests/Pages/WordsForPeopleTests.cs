namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>What people read is written for people, and what they take away has a name.</summary>
public sealed class WordsForPeopleTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Theory]
    [InlineData("/indicator/national-little-giants")]
    [InlineData("/compare?indicator=indicator:national-little-giants&about=株洲")]
    [InlineData("/series/b3cc2e415abd8d77")]
    [InlineData("/figures")]
    public async Task No_page_shows_words_of_programs(string address)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            var page = await server.Client.OpenAsync(address, language);
            foreach (var word in new[] { "STATUS", "SERIES", "per ABOUT", "period descending", " 1 periods", "JSONSVG", "JSONXLSX" })
                page.Text.ShouldNotContain(word, Case.Sensitive);
        }
    }

    [Fact]
    public async Task An_exact_number_has_no_interval_and_a_rounded_one_has()
    {
        (await server.Client.OpenAsync("/figure/2023-05-19/02-hidden-champions/e30728b3d1", "en")).Text.ShouldNotContain("[58, 58]");
        var found = await server.Client.OpenAsync("/search?q=增长240%25");
        (await server.Client.OpenAsync(found.Links("a.figure")[0], "en")).Text.ShouldContain("[239.5, 240.5)");
    }

    [Fact]
    public async Task Other_prints_are_told_in_words_and_a_link_leads_to_them()
    {
        var page = await server.Client.OpenAsync("/series/b3cc2e415abd8d77", "en");

        var more = page
            .Html.QuerySelectorAll("table.chart a")
            .Single(link => link.TextContent.EndsWith("more print", StringComparison.Ordinal));
        var figure = await server.Client.OpenAsync(more.GetAttribute("href")!, "en");
        figure.Html.QuerySelector("#same")!.TextContent.ShouldContain("The same fact elsewhere");
        figure.Text.ShouldContain("截至目前", Case.Sensitive, "that of the other print");
    }

    [Theory]
    [InlineData("/api/v1/observations.csv", "observations.csv")]
    [InlineData("/api/v1/observations.csv?about=株洲&measures=RANK", "observations-株洲.csv")]
    [InlineData(
        "/api/v1/observations.xlsx?indicators=indicator:national-little-giants&about=株洲",
        "observations-indicator-national-little-giants-株洲.xlsx"
    )]
    public async Task A_file_is_called_after_what_it_is_of(string address, string name)
    {
        using var file = await server.Client.GetAsync(address, TestContext.Current.CancellationToken);

        file.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe(name);
    }

    [Fact]
    public async Task The_list_of_figures_is_a_workbook_too_with_what_it_is_narrowed_to()
    {
        var page = await server.Client.OpenAsync("/figures?about=株洲&measure=RANK");

        var link = page.Html.QuerySelectorAll(".ways a").Single(one => one.TextContent == "XLSX").GetAttribute("href")!;
        using var file = await server.Client.GetAsync(link, TestContext.Current.CancellationToken);
        file.IsSuccessStatusCode.ShouldBeTrue();
        link.ShouldContain("measures=RANK");
    }

    [Fact]
    public async Task On_a_phone_each_part_of_a_row_says_what_it_is()
    {
        var page = await server.Client.OpenAsync("/figures?about=株洲", "en");

        foreach (var row in page.Html.QuerySelectorAll("table.figures tbody tr:has(td)"))
            row.QuerySelectorAll("td[data-label]").Select(cell => cell.GetAttribute("data-label")).ShouldContain("Printed in");
    }

    [Fact]
    public async Task The_types_that_a_network_shows_are_those_that_are_ticked()
    {
        var all = await server.Client.OpenAsync("/network/person:cao-huiquan");
        var one = await server.Client.OpenAsync("/network/person:cao-huiquan?types=TOOK_PART_IN");

        all.Html.QuerySelectorAll("input[name=types]").ShouldAllBe(box => box.HasAttribute("checked"));
        one.Html.QuerySelectorAll("input[name=types][checked]").Select(box => box.GetAttribute("value")).ShouldBe(["TOOK_PART_IN"]);
    }
}
