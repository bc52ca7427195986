using System.Net;
using AngleSharp.Dom;
using ZhuzhouGraph.Server.Pages;
using ZhuzhouGraph.Server.Pages.Connections;

namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>How an analyst follows connections by clicking, over the paper of 19 May 2023.</summary>
public sealed class ConnectionPageTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string Talks = "event:cao-huiquan-regulator-talks",
        Network = "/network/person:cao-huiquan";

    [Fact]
    public async Task Two_officials_are_connected_by_their_talks_with_the_address_of_each_statement()
    {
        var page = await server.Client.OpenAsync("/path?from=曹慧泉&to=向恒");

        var ways = page.Html.QuerySelectorAll("ol.paths > li").ToList();
        var first = ways[0].QuerySelectorAll("li").Select(Arrived.Words).ToList();
        first.Count.ShouldBe(2);
        first[0].ShouldStartWith("曹慧泉 参加 → 曹慧泉与向恒座谈");
        first[0].ShouldContain("99.1");
        first[0].ShouldContain("101.1");
        first[1].ShouldStartWith("曹慧泉与向恒座谈 ← 参加 向恒");
        first[1].ShouldContain("101.1");
        Arrived.Words(page.Html.QuerySelector("[role=status]")!).ShouldContain("3步以内的最短路径已找全");
    }

    [Fact]
    public async Task The_same_ways_are_found_from_the_other_end()
    {
        var there = await WaysAsync("/path?from=曹慧泉&to=向恒");
        var back = await WaysAsync("/path?from=向恒&to=曹慧泉");

        there.ShouldNotBeEmpty();
        back.Select(way => string.Join(' ', way.Split(' ').Reverse())).ShouldBe(there, ignoreOrder: true);
    }

    [Fact]
    public async Task A_way_can_be_avoided_and_names_that_nothing_has_are_told_with_near_ones()
    {
        (await WaysAsync($"/path?from=曹慧泉&to=向恒&avoid={Talks}")).ShouldAllBe(way => !way.Contains(Talks));
        var unknown = await server.Client.OpenAsync("/path?from=曹慧泉&to=株州");
        unknown.Status.ShouldBe(404);
        unknown.Links().ShouldContain("/entity/place:zhuzhou");
        (await server.Client.OpenAsync("/path?from=曹慧泉&to=向恒&hops=9")).Status.ShouldBe(400);
        (await server.Client.OpenAsync("/path")).Html.QuerySelectorAll("form.asked input[required]").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_network_counts_each_type_and_shows_twelve_of_it()
    {
        var page = await server.Client.OpenAsync(Network);

        page.Text.ShouldContain("27条关系");
        page.Html.QuerySelectorAll("fieldset label").Select(Arrived.Words).ShouldBe(["任职 1", "参加 3", "谈及 23"]);
        Arrived.Words(page.Html.QuerySelector("svg.network")!).ShouldContain("另有 11 个");
        page.Html.QuerySelectorAll("h3").Select(heading => heading.NextElementSibling!.Children.Length).ShouldBe([1, 3, 13]);
    }

    [Fact]
    public async Task What_is_opened_stands_in_the_next_column_and_the_address_shows_it_again()
    {
        var closed = await server.Client.OpenAsync(Network);
        var link = closed
            .Html.QuerySelectorAll("svg.network a")
            .Single(a => a.GetAttribute("href")!.EndsWith(Talks, StringComparison.Ordinal));

        var opened = await server.Client.OpenAsync(link.GetAttribute("href")!);

        Column(opened, 2).ShouldContain("向恒");
        Column(closed, 2).ShouldBeEmpty();
        var listed = opened.Links("section a").Select(WebUtility.UrlDecode).ToList();
        foreach (
            var drawn in opened
                .Html.QuerySelectorAll("svg.network a[href^='/entity']")
                .Select(a => WebUtility.UrlDecode(a.GetAttribute("href")))
        )
            listed.Append("/entity/person:cao-huiquan").ShouldContain(drawn, "the list names what the picture shows");
    }

    [Fact]
    public async Task Labels_of_a_network_stay_in_their_boxes_and_no_two_share_a_place()
    {
        var page = await server.Client.OpenAsync("/network/place:zhuzhou");

        var places = page
            .Html.QuerySelectorAll("svg.network text")
            .Select(text => (text.GetAttribute("x"), text.GetAttribute("y")))
            .ToList();
        places.Distinct().Count().ShouldBe(places.Count);
        places.Count.ShouldBeLessThanOrEqualTo(60);
        foreach (var label in page.Html.QuerySelectorAll("svg.network text"))
            label.TextContent.Sum(letter => letter > '\u2E7F' ? 2 : 1).ShouldBeLessThanOrEqualTo(31);
    }

    [Fact]
    public void A_network_is_drawn_up_to_60_lines_and_says_that_it_is_cut()
    {
        var center = new Named("place:hill", "Place", "云山");
        var groups = Enumerable
            .Range(0, 6)
            .Select(group => new GroupTold("PART_OF", 30, 18, [.. Enumerable.Range(0, 12).Select(at => Relation(group, at))]));
        var data = new NetworkData(new AroundTold(new CountedTold(180, [.. groups]), center));

        var layout = new NetworkModel(data, [], []).Layout;

        layout.Rows.Count.ShouldBe(60);
        layout.IsCut.ShouldBeTrue();
        layout.Rows.Select(row => (row.Column, row.Row)).Distinct().Count().ShouldBe(60);
        new NetworkModel(data with { Counts = new AroundTold(new CountedTold(201, [])) }, [], []).Layout.Rows.ShouldHaveSingleItem(
            "of a hub nothing is drawn before a type is chosen"
        );

        Relation Relation(int group, int at) =>
            new(
                $"rel:{group}{at}",
                "PART_OF",
                "STATED",
                center,
                new Named($"place:p{group}x{at}", "Place", "某地"),
                new Listed<PrintedAt>([])
            );
    }

    [Fact]
    public async Task A_network_is_a_picture_and_a_file_as_well()
    {
        var page = await server.Client.OpenAsync(Network);
        var links = page.Html.QuerySelectorAll(".downloads a").ToDictionary(a => a.TextContent, a => a.GetAttribute("href")!);

        var svg = await server.Client.GetStringAsync(links["SVG"], TestContext.Current.CancellationToken);
        System.Xml.Linq.XDocument.Parse(svg).Root!.Name.LocalName.ShouldBe("svg");
        foreach (var file in (string[])["CSV", "GraphML"])
        {
            using var response = await server.Client.GetAsync(links[file], TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, file);
        }
    }

    [Theory]
    [InlineData("/network/person:cao-huiquan?types=KNOWS", 400)]
    [InlineData("/figures?about=株洲&about=湖南", 400)]
    [InlineData("/indicator/national-little-giants?about=株洲&about=湖南", 400)]
    [InlineData("/network/person:nobody", 404)]
    [InlineData("/network/person:cao-huiquan?open=a&open=b&open=c&open=d&open=e&open=f&open=g", 400)]
    public async Task What_cannot_be_shown_is_said_so(string address, int status) =>
        (await server.Client.OpenAsync(address)).Status.ShouldBe(status);

    [Fact]
    public async Task A_name_leads_to_the_network_of_what_has_it()
    {
        using var client = PageClient.Staying(server.Client.BaseAddress!);

        (await client.OpenAsync("/network/曹慧泉")).Response.Headers.Location!.ToString().ShouldBe(Network);
    }

    private static IReadOnlyList<string> Column(Arrived page, int column) =>
        [
            .. page
                .Html.QuerySelectorAll("svg.network a text")
                .Where(text => int.Parse(text.GetAttribute("x")!, null) / 290 == column)
                .Select(text => text.TextContent),
        ];

    /// <summary>The ids along each way.</summary>
    private async Task<IReadOnlyList<string>> WaysAsync(string address)
    {
        var page = await server.Client.OpenAsync(address);
        page.Status.ShouldBe(200);
        return
        [
            .. page
                .Html.QuerySelectorAll("ol.paths > li")
                .Select(way =>
                    string.Join(
                        ' ',
                        way.QuerySelectorAll("li")
                            .SelectMany(hop =>
                                hop.QuerySelectorAll("a[href^='/entity/']")
                                    .Take(2)
                                    .Select(a => WebUtility.UrlDecode(a.GetAttribute("href"))!["/entity/".Length..])
                            )
                            .Aggregate(new List<string>(), (ids, id) => ids.Count > 0 && ids[^1] == id ? ids : [.. ids, id])
                    )
                ),
        ];
    }
}
