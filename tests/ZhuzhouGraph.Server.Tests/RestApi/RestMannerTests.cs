using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.RestApi;

/// <summary>Caching, compression, pages and links.</summary>
public sealed class RestMannerTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string Figures = "/observations?about=株洲&first=5";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Figures)]
    [InlineData("/entities/place:zhuzhou")]
    [InlineData("/changes")]
    [InlineData("/codelists/Hedge")]
    [InlineData("/openapi.json")]
    public async Task An_answer_that_a_client_has_is_not_sent_again(string address)
    {
        using var first = await server.SendAsync(HttpMethod.Get, address);
        var tag = first.Headers.ETag!.ToString();
        using var again = await server.SendAsync(HttpMethod.Get, address, null, $"If-None-Match: {tag}");

        tag.ShouldStartWith("\"", Case.Sensitive, "it is strong");
        first.Headers.CacheControl!.ToString().ShouldBe("public, max-age=60, stale-while-revalidate=600");
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync(Cancel)).ShouldBeEmpty();
        again.Headers.ETag!.ToString().ShouldBe(tag);
        again.Headers.CacheControl.ShouldBe(first.Headers.CacheControl);
        again.Headers.Vary.ShouldBe(["Accept", "Accept-Language", "Accept-Encoding"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_import_changes_the_tags_of_the_answers_that_it_changes_and_of_no_other()
    {
        await using var own = await GraphServer.StartedAsync(TimeProvider.System, seeds: null);
        await own.Store.ImportAsync(Registry(), Cancel);
        await own.Store.ImportAsync(Article(1).Printing(Figure(1, "a", 5)), Cancel);
        string[] addresses =
        [
            "/observations/obs:yunhai/01/a",
            "/articles/article:yunhai/01",
            $"/entities/{Mayor}",
            "/articles",
            "/observations",
        ];
        var before = await TagsAsync();
        await own.Store.ImportAsync(Article(2).Printing(Figure(2, "b", 6)), Cancel);
        var after = await TagsAsync();

        after.Select(x => x.Tag).Zip(before.Select(x => x.Tag), (a, b) => a == b).ShouldBe([true, true, true, false, false]);
        before.Select(x => x.Version).Distinct().ShouldBe(["2"]);
        after.Select(x => x.Version).Distinct().ShouldBe(["3"]);

        async Task<List<(string Tag, string Version)>> TagsAsync()
        {
            List<(string, string)> tags = [];
            foreach (var address in addresses)
            {
                using var response = await own.SendAsync(HttpMethod.Get, address);
                tags.Add((response.Headers.ETag!.ToString(), response.Headers.GetValues("Data-Version").Single()));
                response.Content.Headers.LastModified.ShouldNotBeNull();
            }
            return tags;
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Each_coding_has_the_same_answer_and_a_tag_of_its_own(string coding)
    {
        using var plain = await server.SendAsync(HttpMethod.Get, Figures);
        using var packed = await server.SendAsync(HttpMethod.Get, Figures, null, $"Accept-Encoding: {coding}");
        await using var body = await packed.Content.ReadAsStreamAsync(Cancel);
        await using Stream unpacked =
            coding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        using var text = new StreamReader(unpacked);

        packed.Content.Headers.ContentEncoding.ShouldBe([coding]);
        (await text.ReadToEndAsync(Cancel)).ShouldBe(await plain.Content.ReadAsStringAsync(Cancel));
        packed.Headers.ETag.ShouldNotBe(plain.Headers.ETag);
    }

    [Fact]
    public async Task HEAD_tells_what_GET_would_without_a_body()
    {
        using var head = await server.SendAsync(HttpMethod.Head, Figures);
        using var get = await server.SendAsync(HttpMethod.Get, Figures);

        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Headers.ETag.ShouldBe(get.Headers.ETag);
        head.Content.Headers.ContentLength.ShouldBe(get.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("/indicators", 7)]
    [InlineData("/entities?types=Place", 10)]
    [InlineData("/observations", 50)]
    [InlineData("/observations?order=VALUE_DESCENDING", 60)]
    [InlineData("/articles", 4)]
    [InlineData("/search?text=株洲", 9)]
    [InlineData("/entities/place:zhuzhou/relationships", 10)]
    [InlineData("/entities/place:zhuzhou/observations", 10)]
    [InlineData("/entities/place:zhuzhou/timeline", 6)]
    public async Task Pages_lead_to_the_end_of_a_list_by_cursor_and_by_link_and_have_each_item_once(string address, int size)
    {
        var whole = await server.AllAsync(address, 200);
        var pages = await server.AllAsync(address, size);
        List<JsonNode> linked = [];
        string? next = $"{address}{(address.Contains('?', StringComparison.Ordinal) ? "&" : "?")}first={size}&totalCount=true";
        while (next is not null)
        {
            using var response = await server.SendAsync(HttpMethod.Get, next);
            var page = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;
            linked.AddRange(page["items"]!.AsArray()!);
            page["totalCount"]!.GetValue<int>().ShouldBe(whole.Count);
            next = response.Headers.TryGetValues("Link", out var links) ? NextOf(links.Single()) : null;
        }

        whole.Count.ShouldBeGreaterThan(size);
        Texts(pages).ShouldBe(Texts(whole));
        Texts(linked).ShouldBe(Texts(whole));
        Texts(whole).Distinct().Count().ShouldBe(whole.Count);

        static IEnumerable<string> Texts(IEnumerable<JsonNode> items) => items.Select(item => item.ToJsonString());

        static string? NextOf(string links) =>
            links.Split(", ").FirstOrDefault(link => link.EndsWith("rel=\"next\"", StringComparison.Ordinal))?.Split('<', '>')[1];
    }

    [Fact]
    public async Task A_page_past_the_first_links_back_to_it_and_its_cursor_is_of_this_list_alone()
    {
        var (_, page) = await server.GetAsync(Figures);
        var cursor = page["next"]!.GetValue<string>();
        using var second = await server.SendAsync(HttpMethod.Get, $"{Figures}&after={cursor}&totalCount=true");

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.Headers.GetValues("Link").Single().ShouldContain("first=5&totalCount=true>; rel=\"first\"");
        (await server.GetAsync($"/observations?about=湖南&after={cursor}")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Nothing_that_fits_is_an_empty_list_with_a_reason()
    {
        var (status, page) = await server.GetAsync("/observations?units=家&value.moreThan=58&value.lessThan=59&totalCount=true");

        status.ShouldBe(200);
        page["items"]!.AsArray().ShouldBeEmpty();
        page["totalCount"]!.GetValue<int>().ShouldBe(0);
        page["reason"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_newest_figure_says_by_which_rule_it_was_chosen_and_how_many_were_not()
    {
        var (_, page) = await server.GetAsync(
            "/observations?indicators=indicator:national-little-giants&about=株洲&measures=LEVEL&latestPer=INDICATOR&totalCount=true"
        );

        page["items"]!.AsArray().ShouldHaveSingleItem()!["value"]!.GetValue<int>().ShouldBe(58);
        page["rule"]!.GetValue<string>().ShouldNotBeEmpty();
        page["passedOver"]!.GetValue<int>().ShouldBe(1);
    }

    [Theory]
    [InlineData(
        "/observations?about=株洲&measures=LEVEL&measures=RANK&value.atLeast=2&order=VALUE&periodOverlaps=2023",
        """{"about": ["株洲"], "measures": ["LEVEL", "RANK"], "value": {"atLeast": "2"}, "order": "VALUE", "periodOverlaps": "2023"}"""
    )]
    [InlineData(
        "/observations?periodOverlaps.from=2023-01&periodOverlaps.to=2023-Q2&printedIn.parts=HEADLINE&printedIn.only=true",
        """{"periodOverlaps": {"from": "2023-01", "to": "2023-06-30"}, "printedIn": {"parts": "HEADLINE", "only": true}}"""
    )]
    [InlineData("/indicators?text=企业&first=2", """{"text": "企业", "first": 2}""")]
    [InlineData("/entities?types=Event&on=2023-05-17&order=PERIOD", """{"types": ["Event"], "on": "2023-05-17", "order": "PERIOD"}""")]
    [InlineData("/articles?published=2023-05&order=DATE_DESCENDING", """{"published": "2023-05", "order": "DATE_DESCENDING"}""")]
    public async Task What_is_posted_is_answered_as_the_same_address_is(string address, string body)
    {
        var (status, got) = await server.GetAsync(address);
        var (_, posted) = await server.PostAsync(address.Split('?')[0], body);

        status.ShouldBe(200, got.ToJsonString());
        posted.ToJsonString().ShouldBe(got.ToJsonString());
        got["items"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Sorts_of_relationships_are_posted()
    {
        var (status, page) = await server.PostAsync(
            "/entities",
            """{"types": ["Company"], "relationships": [{"types": ["MAKES"], "atLeast": 2}], "totalCount": true}"""
        );
        var (_, graph) = await server.AskAsync("{ companies(filter: {relationships: [{types: [MAKES], atLeast: 2}]}) { totalCount } }");

        status.ShouldBe(200, page.ToJsonString());
        page["totalCount"]!.GetValue<int>().ShouldBe(graph["data"]!["companies"]!["totalCount"]!.GetValue<int>());
    }
}
