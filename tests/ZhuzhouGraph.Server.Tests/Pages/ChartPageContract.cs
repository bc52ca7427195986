using System.Net;
using AngleSharp.Dom;
using NodaTime;
using ZhuzhouGraph.Server.Tests.Statistics;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>Pages of indicators and lines over invented figures, on both stores.</summary>
public abstract class ChartPageContract : StatisticsContract
{
    [Fact]
    public async Task A_line_is_drawn_from_three_dated_points_on_and_is_always_a_table()
    {
        await using var server = await FilledAsync(Monthly("jan", 1, "10家"), Monthly("feb", 2, "20家"), Monthly("apr", 4, "30家"));
        var id = await LineAsync(server, "indicators=窑炉数");

        var page = await server.Client.OpenAsync($"/series/{id}");

        page.Status.ShouldBe(200);
        Rows(page).ShouldBe(["1月 2030-01-01–2030-01-31 10家", "2月 2030-02-01–2030-02-28 20家", "4月 2030-04-01–2030-04-30 30家"]);
        page.Html.QuerySelectorAll("svg.bar .value").Select(mark => mark.GetAttribute("x1")).ShouldBe(["333", "667", "1000"]);
        var picture = page.Html.QuerySelector(".drawn img")!.GetAttribute("src")!;
        var drawn = await server.Client.OpenAsync(picture);
        drawn.Response.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        var svg = await drawn.Response.Content.ReadAsStringAsync(Cancel);
        var drawing = System.Xml.Linq.XDocument.Parse(svg).Root!;
        drawing.Name.LocalName.ShouldBe("svg");
        Drawn("circle").ShouldBe(3);
        Drawn("line", "#0b5394").ShouldBe(1, "March is missing, and no step leads over it");
        svg.ShouldContain("窑炉数");
        svg.ShouldContain($"/series/{id}");

        int Drawn(string element, string? stroke = null) =>
            drawing
                .Descendants()
                .Count(one => one.Name.LocalName == element && (stroke is null || (string?)one.Attribute("stroke") == stroke));
    }

    [Fact]
    public async Task A_picture_is_of_the_readers_language_and_shows_which_ends_are_open()
    {
        await using var server = await FilledAsync(
            Monthly("jan", 1, "10家"),
            Monthly("feb", 2, "超20家", Hedge.MoreThan),
            Monthly("mar", 3, "30家")
        );
        var page = await server.Client.OpenAsync($"/series/{await LineAsync(server, "indicators=窑炉数")}?lang=en");

        var picture = await server.Client.OpenAsync(page.Html.QuerySelector(".drawn img")!.GetAttribute("src")!);

        picture.Status.ShouldBe(200);
        var svg = System.Xml.Linq.XDocument.Parse(await picture.Response.Content.ReadAsStringAsync(Cancel)).Root!;
        svg.ToString().ShouldContain("▲ or more");
        var circles = svg.Descendants().Where(one => one.Name.LocalName == "circle").Select(one => (string?)one.Attribute("fill"));
        circles.ShouldBe(["#0b5394", "#fff", "#0b5394"], "more than 20 is not 20");
        svg.Descendants().Count(one => one.Name.LocalName == "path").ShouldBe(1);
    }

    [Fact]
    public async Task The_rows_of_the_table_are_those_of_its_CSV()
    {
        await using var server = await FilledAsync(
            Monthly("jan", 1, "10家"),
            Monthly("feb", 2, "20家"),
            Monthly("mar", 3, "约30家", Hedge.About)
        );
        var page = await server.Client.OpenAsync($"/series/{await LineAsync(server, "indicators=窑炉数")}");

        var csv = page.Html.QuerySelectorAll(".downloads a").Single(link => link.TextContent == "CSV").GetAttribute("href")!;
        var bytes = await server.Client.GetByteArrayAsync(csv, Cancel);

        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var text = System.Text.Encoding.UTF8.GetString(bytes[3..]);
        var lines = text.TrimEnd().Split("\r\n");
        lines.Length.ShouldBe(1 + Rows(page).Count);
        foreach (var (line, figure) in lines.Skip(1).Zip(page.Html.QuerySelectorAll("table.chart a.figure")))
            line.ShouldContain(figure.TextContent);
    }

    [Fact]
    public async Task Two_points_are_rows_only_and_no_line()
    {
        await using var server = await FilledAsync(Monthly("jan", 1, "10家"), Monthly("feb", 2, "20家"));

        var page = await server.Client.OpenAsync($"/series/{await LineAsync(server, "indicators=窑炉数")}");

        Rows(page).Count.ShouldBe(2);
        page.Html.QuerySelector(".drawn").ShouldBeNull();
    }

    [Fact]
    public async Task An_indicator_has_a_block_for_each_scale_and_targets_stand_apart()
    {
        await using var server = await FilledAsync(
            Monthly("level", 1, "10家"),
            Monthly("works", 1, "4家") with
            {
                About = "org:bell-works",
            },
            Monthly("goal", 2, "90家") with
            {
                Status = ObservationStatus.Target,
            },
            Monthly("sum", 3, "50家") with
            {
                Accumulation = Accumulation.Cumulative,
            }
        );

        var page = await server.Client.OpenAsync("/indicator/kilns", "en");

        page.Heading.ShouldBe("Kilns 窑炉数");
        var blocks = page.Html.QuerySelectorAll("table.chart").ToList();
        blocks.Select(block => block.QuerySelectorAll("tbody tr").Length).Order().ShouldBe([1, 1, 2]);
        var goal = blocks.Single(block => block.TextContent.Contains("90家"));
        goal.QuerySelectorAll("svg .value").ShouldBeEmpty();
        goal.QuerySelectorAll("svg .hollow").ShouldNotBeEmpty();
        page.Text.ShouldContain("target");
        blocks.Single(block => block.TextContent.Contains("10家")).TextContent.ShouldContain("Bell Works");
    }

    [Fact]
    public async Task A_comparison_names_those_without_a_figure_and_mixes_nothing()
    {
        await using var server = await FilledAsync(
            Monthly("hill", 1, "10家"),
            Monthly("works", 1, "4家") with
            {
                About = "org:bell-works",
            },
            Monthly("rate", 1, "5%") with
            {
                Measure = Measure.RateOfChange,
            }
        );

        var page = await server.Client.OpenAsync("/compare?indicator=窑炉数&about=云山&about=钟厂&about=窑炉数");

        page.Status.ShouldBe(200);
        page.Html.QuerySelectorAll("table.chart")
            .Select(block => block.QuerySelectorAll("tbody tr").Length)
            .ShouldBe([2, 1], ignoreOrder: true);
        page.Text.ShouldContain("没有数据");
        page.Html.QuerySelectorAll("section")
            .Single(one => one.QuerySelector("h2")!.TextContent == "没有数据")
            .TextContent.ShouldContain("窑炉数");
        (await server.Client.OpenAsync("/compare?indicator=窑炉数&about=云三")).Status.ShouldBe(404);
        (await server.Client.OpenAsync("/compare")).Html.QuerySelectorAll("form.asked input[name=about]").Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("/indicator/kilns", ".figures:not(.chart)")]
    [InlineData("/compare?indicator=窑炉数&about=云山", ".chart")]
    public async Task The_newest_of_a_rank_hides_no_rank_among_others(string address, string table)
    {
        await using var server = await FilledAsync(
            Rank("country", "第9", 9, "全国"),
            Rank("province", "第2", 2, "全省"),
            Rank("older", "第3", 3, "全省") with
            {
                Period = Month(2030, 1),
            }
        );

        var page = await server.Client.OpenAsync(address);

        page.Html.QuerySelector(table)!
            .QuerySelectorAll("tbody tr")
            .Select(Arrived.Words)
            .Select(row =>
                (Country: row.Contains("第9 ") && row.Contains("范围：全国"), Province: row.Contains("第2 ") && row.Contains("范围：全省"))
            )
            .ShouldBe([(true, false), (false, true)], ignoreOrder: true);

        static Observation Rank(string key, string words, int place, string within) =>
            Monthly(key, 3, "1家") with
            {
                Figure = words,
                Measure = Measure.Rank,
                Quantity = new() { Value = place, Unit = Units.Find("piece")! },
                Within = new(within, null, null, false),
            };
    }

    [Theory]
    [InlineData("/indicator/kilns")]
    [InlineData("/compare?indicator=窑炉数&about=云山&about=钟厂")]
    [InlineData("/figures?indicator=窑炉数")]
    public async Task Each_block_is_a_picture_and_can_be_embedded(string address)
    {
        await using var server = await FilledAsync(
            Monthly("hill", 1, "10家"),
            Monthly("works", 1, "超4家", Hedge.MoreThan) with
            {
                About = "org:bell-works",
            },
            Monthly("rate", 1, "5%") with
            {
                Measure = Measure.RateOfChange,
            }
        );
        var page = await server.Client.OpenAsync(address, "en");
        var blocks = page.Html.QuerySelectorAll("section:has(table.chart)").ToList();
        blocks.Count.ShouldBe(2);

        foreach (var block in blocks)
        {
            var figures = block.QuerySelectorAll("a.figure").Select(figure => figure.TextContent.Trim()).ToList();
            var links = block.QuerySelectorAll(".downloads a").ToDictionary(link => link.TextContent, link => link.GetAttribute("href")!);
            links["PNG"].ShouldBe(links["SVG"]);
            var picture = await server.Client.OpenAsync(links["SVG"]);
            picture.Response.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
            var svg = System.Xml.Linq.XDocument.Parse(await picture.Response.Content.ReadAsStringAsync(Cancel)).Root!;
            var texts = svg.Descendants().Where(one => one.Name.LocalName == "text").Select(text => text.Value.Trim()).ToList();
            foreach (var figure in figures)
                texts.ShouldContain(figure);
            texts.ShouldContain(text => text.Contains(address.Split('?')[0]), "it says where it is from");

            var embedded = await server.Client.OpenAsync(links["Embed"]);
            embedded
                .Links("a.figure")
                .ShouldBe([.. block.QuerySelectorAll("a.figure").Select(link => $"{link.GetAttribute("href")}?lang=en")]);
            embedded.Response.Headers.GetValues("Content-Security-Policy").Single().ShouldEndWith("frame-ancestors *");
            (await server.Client.OpenAsync(embedded.Links("footer a").Single(), "en")).Heading.ShouldBe(page.Heading);
        }
        var none = page.Links(".downloads a").First(link => link.Contains("block=")).Replace("block=1", "block=9");
        (await server.Client.OpenAsync(none)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_picture_names_what_it_is_about_and_who_says_it()
    {
        await using var server = await FilledAsync(Monthly("hill", 1, "10家") with { AttributedTo = Mayor });
        var page = await server.Client.OpenAsync("/indicator/kilns", "en");
        var svg = page.Links(".downloads a").First(link => link.StartsWith("/chart/"));

        var picture = await (await server.Client.OpenAsync(svg)).Response.Content.ReadAsStringAsync(Cancel);

        picture.ShouldContain("Cloud Hill");
        picture.ShouldContain("Lan Qiao");
    }

    [Theory]
    [InlineData("/indicator/kilns")]
    [InlineData("/figures?indicator=窑炉数")]
    public async Task What_is_pasted_to_embed_a_chart_is_a_frame_of_it(string address)
    {
        await using var server = await FilledAsync(Monthly("hill", 1, "10家"));
        var page = await server.Client.OpenAsync(address, "en");

        var code = page.Html.QuerySelector("details [data-copy]")!.TextContent.Trim();

        var frame = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(code).QuerySelector("iframe")!;
        frame.GetAttribute("title")!.ShouldContain("Kilns");
        int.Parse(frame.GetAttribute("height")!, null).ShouldBeInRange(200, 1400);
        var shown = await server.Client.OpenAsync(frame.GetAttribute("src")!);
        shown.Status.ShouldBe(200);
        shown.Html.QuerySelectorAll("table.chart tbody tr").Length.ShouldBe(1);
        frame.GetAttribute("src")!.ShouldStartWith(server.Client.BaseAddress!.ToString());
    }

    [Fact]
    public async Task What_is_not_printed_by_a_day_is_not_drawn_as_of_it()
    {
        await using var server = await FilledAsync(Monthly("jan", 1, "10家"), Monthly("feb", 2, "20家", article: 2));
        var id = await LineAsync(server, "indicators=窑炉数");
        var day = NodaTime.Text.LocalDatePattern.Iso.Format(Article(1).Article!.Date);

        Rows(await server.Client.OpenAsync($"/series/{id}?asOf={day}")).Count.ShouldBe(1);
        Rows(await server.Client.OpenAsync($"/series/{id}")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_chart_may_be_shown_by_pages_of_others_and_says_where_it_comes_from()
    {
        await using var server = await FilledAsync(Monthly("jan", 1, "10家"));
        var id = await LineAsync(server, "indicators=窑炉数");

        var page = await server.Client.OpenAsync($"/embed/series/{id}");

        page.Response.Headers.GetValues("Content-Security-Policy").Single().ShouldEndWith("frame-ancestors *");
        page.Html.QuerySelector("footer a")!.GetAttribute("href").ShouldBe($"/series/{id}");
        page.Html.QuerySelectorAll("nav, form").ShouldBeEmpty();
        (await server.Client.OpenAsync($"/series/{id}"))
            .Response.Headers.GetValues("Content-Security-Policy")
            .Single()
            .ShouldEndWith("frame-ancestors 'none'");
    }

    [Theory]
    [InlineData("/series/zzz", 404)]
    [InlineData("/series/0123456789abcdef", 404)]
    [InlineData("/chart/zzz.svg", 404)]
    [InlineData("/indicator/none", 404)]
    [InlineData(
        "/compare?indicator=窑炉数&about=1&about=2&about=3&about=4&about=5&about=6&about=7&about=8&about=9&about=10&about=11&about=12"
            + "&about=13&about=14&about=15&about=16&about=17&about=18&about=19&about=20&about=21",
        400
    )]
    public async Task What_is_not_there_is_said_so(string address, int status)
    {
        await using var server = await FilledAsync(Monthly("jan", 1, "10家"));

        var page = await server.Client.OpenAsync(address);

        page.Status.ShouldBe(status);
        page.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    private static Observation Monthly(string key, int month, string words, Hedge hedge = Hedge.None, int article = 1) =>
        Printed(article, key, words.TrimStart('约', '超'), hedge) with
        {
            Figure = words,
            Indicator = Kilns,
            About = "place:hill",
            Period = Month(2030, month),
            Frequency = Frequency.M,
        };

    /// <summary>Time and figure of each row.</summary>
    private static IReadOnlyList<string> Rows(Arrived page) =>
        [
            .. page
                .Html.QuerySelectorAll("table.chart tbody tr")
                .Select(row => string.Join(' ', row.QuerySelectorAll("td").Take(2).Select(Arrived.Words))),
        ];
}

public sealed class SqliteChartPageTests : ChartPageContract
{
    protected override Task<GraphServer> EmptyServerAsync() => GraphServer.StartedAsync(Time, seeds: null);
}

[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jChartPageTests(Neo4jServer neo4j) : ChartPageContract
{
    protected override async Task<GraphServer> EmptyServerAsync() =>
        await GraphServer.StartedAsync(Time, seeds: null, await Neo4jStores.OpenEmptyAsync(neo4j, Time, Cancel));
}
