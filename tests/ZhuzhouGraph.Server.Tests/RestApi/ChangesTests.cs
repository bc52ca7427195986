using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.RestApi;

/// <summary>Whoever keeps a copy gets every change once, whatever the clock says.</summary>
public sealed class ChangesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Figures_of_an_indicator_are_followed_alone()
    {
        await using var server = await GraphServer.StartedAsync(new FakeTimeProvider(), seeds: null);
        await server.Store.ImportAsync(Registry(Named(EntityTypes.Indicator, "indicator:boats", "船数", "Boats")), Cancel);
        foreach (var number in Enumerable.Range(1, 4))
            await server.Store.ImportAsync(
                Article(number)
                    .Printing(Figure(number, "a", number))
                    .Printing(Figure(number, "b", number) with { Indicator = "indicator:boats" }),
                Cancel
            );

        List<string> ids = [];
        string? after = null;
        for (var hasMore = true; hasMore; )
        {
            var (status, page) = await server.GetAsync(
                $"/changes?indicators=船数&about=云海市&first=3{(after is null ? "" : $"&after={after}")}"
            );
            status.ShouldBe(200, page.ToJsonString());
            ids.AddRange(page["items"]!.AsArray().Select(c => c!["id"]!.GetValue<string>()));
            hasMore = page["hasMore"]!.GetValue<bool>();
            after = page["resume"]!.GetValue<string>();
        }
        ids.ShouldBe(["obs:yunhai/01/b", "obs:yunhai/02/b", "obs:yunhai/03/b", "obs:yunhai/04/b"]);
    }

    [Fact]
    public async Task GraphQL_and_REST_list_the_same_changes_under_the_same_filters()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2032, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var server = await ToldAsync(time);

        foreach (
            var (address, arguments) in new[]
            {
                ("", ""),
                ("&order=LOG_DESCENDING", "order: LOG_DESCENDING"),
                ("&since=2", "since: 2"),
                ("&updatedAfter=2032-01-01T00:00:00Z", "updatedAfter: \"2032-01-01T00:00:00Z\""),
                ("&about=云海市&indicators=船数", "about: [\"云海市\"], indicators: [\"船数\"]"),
                ("&text=船", "text: \"船\""),
                ("&text=云海市", "text: \"云海市\""),
                ("&text=天上城堡", "text: \"天上城堡\""),
            }
        )
        {
            var (status, page) = await server.GetAsync($"/changes?first=100{address}");
            status.ShouldBe(200, address);
            var answer = await server.AskAsync(
                $"{{ changes(first: 100{(arguments.Length == 0 ? "" : $", {arguments}")}) {{ totalCount nodes {{ version sequence "
                    + "recordedAt change kind id } } }"
            );
            var changes = answer.Answer["data"]!["changes"]!;
            var rest = page["items"]!.AsArray().Select(c => (JsonObject)c!.DeepClone()).ToList();
            rest.ForEach(c => c.Remove("url"));
            changes["nodes"]!.AsArray().Select(c => c!.ToJsonString()).ShouldBe(rest.Select(c => c.ToJsonString()), address);
            changes["totalCount"]!.GetValue<int>().ShouldBe(rest.Count, address);
            (rest.Count == 0).ShouldBe(address.EndsWith("城堡", StringComparison.Ordinal), address);
        }
    }

    [Fact]
    public async Task A_reader_of_feeds_is_told_of_each_new_figure_once()
    {
        await using var server = await ToldAsync(new FakeTimeProvider(new DateTimeOffset(2032, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        var root = server.Client.BaseAddress!.ToString().TrimEnd('/');

        var feed = await NpmTool.RunAsync("feed.mjs", "rss-parser", $"{root}/api/v1/changes.atom?indicators=船数&first=3");

        feed["title"]!.GetValue<string>().ShouldBe("新刊数据 New figures: 船数");
        feed["items"]!
            .AsArray()
            .Select(item => $"{item!["title"]} {item["isoDate"]} {item["link"]}")
            .ShouldBe([
                "云海市 · 船数：4个（移除 removed） 2032-01-01T01:00:00.000Z /figure/yunhai/04/b",
                "云海市 · 船数：4个（新增 added） 2032-01-01T01:00:00.000Z /figure/yunhai/04/b",
                "云海市 · 船数：3个（新增 added） 2032-01-01T01:00:00.000Z /figure/yunhai/03/b",
            ]);
        feed["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()).ShouldBeUnique();
        var (_, all) = await server.GetAsync("/changes?first=100&order=LOG_DESCENDING");
        var figures = all["items"]!.AsArray().Count(c => c!["kind"]!.GetValue<string>() == "OBSERVATION");
        using var whole = await server.SendAsync(HttpMethod.Get, "/api/v1/changes.atom?first=100", null, "Accept: application/atom+xml");
        var entries = System
            .Xml.Linq.XDocument.Parse(await whole.Content.ReadAsStringAsync(Cancel))
            .Root!.Elements()
            .Count(e => e.Name.LocalName == "entry");
        entries.ShouldBe(figures);
        using var same = await server.SendAsync(
            HttpMethod.Get,
            "/api/v1/changes.atom?first=100",
            null,
            $"If-None-Match: {whole.Headers.ETag}"
        );
        ((int)same.StatusCode).ShouldBe(304);
    }

    [Fact]
    public async Task An_entry_leads_to_the_page_of_its_figure_and_to_its_JSON_and_a_feed_to_the_page_of_its_changes()
    {
        await using var server = await ToldAsync(new FakeTimeProvider(new DateTimeOffset(2032, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        var feed = await FeedAsync("?indicators=船数&about=云海市&first=2");

        LinksOf(feed)
            .ShouldBe([
                "self application/atom+xml /api/v1/changes.atom?about=%E4%BA%91%E6%B5%B7%E5%B8%82&indicators=%E8%88%B9%E6%95%B0",
                "alternate text/html /changes?about=%E4%BA%91%E6%B5%B7%E5%B8%82&indicator=%E8%88%B9%E6%95%B0",
            ]);
        foreach (var entry in feed.Elements().Where(e => e.Name.LocalName == "entry"))
            LinksOf(entry)
                .ShouldBe(["alternate text/html /figure/yunhai/04/b", "alternate application/json /api/v1/observations/obs:yunhai/04/b"]);
        LinksOf(await FeedAsync("?indicators=船数&indicators=灯笼产量")).ShouldHaveSingleItem("a page has one indicator");
        foreach (var link in LinksOf(feed).Concat(LinksOf(feed.Elements().Last())).Select(link => link.Split(' ')))
        {
            using var response = await server.SendAsync(
                HttpMethod.Get,
                server.Client.BaseAddress + link[2].TrimStart('/'),
                null,
                $"Accept: {link[1]}"
            );
            ((int)response.StatusCode).ShouldBe(200, link[2]);
            response.Content.Headers.ContentType!.MediaType.ShouldBe(
                link[1],
                "a link is of the type that it says, of a removed figure, too"
            );
        }

        async Task<System.Xml.Linq.XElement> FeedAsync(string query)
        {
            using var response = await server.SendAsync(HttpMethod.Get, $"/api/v1/changes.atom{query}");
            return System.Xml.Linq.XDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).Root!;
        }

        static IEnumerable<string> LinksOf(System.Xml.Linq.XElement element) =>
            element
                .Elements()
                .Where(e => e.Name.LocalName == "link")
                .Select(e => $"{e.Attribute("rel")!.Value} {e.Attribute("type")!.Value} {e.Attribute("href")!.Value}");
    }

    [Fact]
    public async Task A_feed_of_nothing_is_a_feed_and_faults_are_told_as_everywhere()
    {
        await using var server = await ToldAsync(new FakeTimeProvider());

        using var empty = await server.SendAsync(HttpMethod.Get, "/api/v1/changes.atom?text=天上城堡");
        (await empty.Content.ReadAsStringAsync(Cancel)).ShouldContain("<updated>1970-01-01T00:00:00Z</updated>");
        empty.Content.Headers.ContentType!.ToString().ShouldBe("application/atom+xml; charset=utf-8");
        using var wrong = await server.SendAsync(HttpMethod.Get, "/api/v1/changes.atom?abot=云海市");
        ((int)wrong.StatusCode).ShouldBe(400);
        using var other = await server.SendAsync(HttpMethod.Get, "/api/v1/changes.atom", null, "Accept: application/rss+xml");
        other.Content.Headers.ContentType!.MediaType.ShouldBe("application/atom+xml", "readers ask for RSS and take Atom");
    }

    [Fact]
    public async Task Who_is_up_to_date_is_led_on_and_a_version_that_is_not_there_is_told()
    {
        await using var server = await ToldAsync(new FakeTimeProvider(new DateTimeOffset(2032, 1, 1, 0, 0, 0, TimeSpan.Zero)));

        var (_, nothing) = await server.GetAsync("/changes?since=6");
        nothing["items"]!.AsArray().ShouldBeEmpty();
        await server.Store.ImportAsync(Article(5), Cancel);
        var (_, next) = await server.GetAsync($"/changes?after={nothing["resume"]!.GetValue<string>()}");
        Texts(next["items"]!.AsArray()!).ShouldBe([$"7 ADDED {ArticleId(5)}"]);

        var (status, refused) = await server.GetAsync("/changes?since=8");
        status.ShouldBe(422);
        refused["detail"]!.GetValue<string>().ShouldContain("the newest is 7");
        var (_, east) = await server.GetAsync("/changes?updatedAfter=2032-01-01T08:00:00%2B08:00&first=100");
        var (_, utc) = await server.GetAsync("/changes?updatedAfter=2032-01-01T00:00:00Z&first=100");
        east.ToJsonString().ShouldBe(utc.ToJsonString());
        east["items"]!.AsArray().Count.ShouldBeGreaterThan(8);
    }

    /// <summary>Four articles, each with two figures, an hour after the registry; one is removed again.</summary>
    private static async Task<GraphServer> ToldAsync(FakeTimeProvider time)
    {
        var server = await GraphServer.StartedAsync(time, seeds: null);
        await server.Store.ImportAsync(Registry(Named(EntityTypes.Indicator, "indicator:boats", "船数", "Boats")), Cancel);
        time.Advance(TimeSpan.FromHours(1));
        foreach (var number in Enumerable.Range(1, 4))
            await server.Store.ImportAsync(
                Article(number)
                    .Printing(Figure(number, "a", number))
                    .Printing(Figure(number, "b", number) with { Indicator = "indicator:boats" }),
                Cancel
            );
        await server.Store.RemoveAsync(ArticleId(4), Cancel);
        return server;
    }

    private static IEnumerable<string> Texts(IEnumerable<JsonNode> changes) =>
        changes.Select(c => $"{c["version"]} {c["change"]} {c["id"]}");
}
