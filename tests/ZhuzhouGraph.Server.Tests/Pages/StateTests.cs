using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>What a reader is shown who does not get what he asked for: each state has a status, a word and a way on.</summary>
public sealed class StateTests(GraphServer server) : IClassFixture<GraphServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_found_says_what_was_searched_and_that_not_printed_is_not_false()
    {
        var page = await server.Client.OpenAsync("/search?q=渡轮", "en");

        page.Status.ShouldBe(200);
        page.Text.ShouldContain("Not printed in these articles: 9 articles, 19 May 2023. That is not the same as false.");
        page.Text.ShouldContain("no text is held, so sentences were not");
    }

    [Theory]
    [InlineData("/search?q=株州", 200)]
    [InlineData("/entity/株州", 404)]
    [InlineData("/entity/place:zhuzhu", 404)]
    public async Task A_name_or_id_that_nothing_has_is_told_with_the_near_ones(string address, int status)
    {
        var page = await server.Client.OpenAsync(address);

        page.Status.ShouldBe(status);
        page.Links().ShouldContain("/entity/place:zhuzhou");
        page.Html.QuerySelector("form[role=search] input[name=q]").ShouldNotBeNull();
        if (status == 404)
            page.Text.ShouldContain("UNKNOWN_NAME");
    }

    [Fact]
    public async Task A_name_that_several_have_is_left_to_the_reader_with_what_tells_them_apart()
    {
        await using var own = await GraphServer.StartedAsync(new GraphHostOptions());
        var namesake = Batches.Named(EntityTypes.Product, "product:yunhai", "云海市", "Yunhai, a tea");
        await own.Store.ImportAsync(Batches.Registry(namesake), Cancel);
        await own.Store.ImportAsync(Batches.Article(1).Printing(Batches.Figure(1, "lit", 300)).Naming(namesake.Id, "云海市"), Cancel);

        var page = await own.Client.OpenAsync("/entity/云海市", "en");

        page.Status.ShouldBe(300);
        page.Text.ShouldContain("Several things have this name");
        page.Text.ShouldContain("AMBIGUOUS_NAME");
        page.Links("main li > a").ShouldBe([$"/entity/{Batches.City}", "/entity/product:yunhai"], ignoreOrder: true);
        page.Text.ShouldContain("300个", Case.Sensitive, "a figure tells them apart");
        page.Text.ShouldContain("1 article");
    }

    [Theory]
    [InlineData("/figure/2023-05-19/02-hidden-champions/0000000000")]
    [InlineData("/figure/x")]
    [InlineData("/article/2023-05-19/none")]
    [InlineData("/article/..%2F..%2Fetc")]
    [InlineData("/nothing/here")]
    public async Task Where_nothing_is_a_browser_gets_a_page_with_the_search_box(string address)
    {
        var page = await server.Client.OpenAsync(address, "en");

        page.Status.ShouldBe(404);
        page.Heading.ShouldBe("There is nothing at this address");
        page.Html.QuerySelector("form[role=search] input[name=q]").ShouldNotBeNull();
        page.Html.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
    }

    [Theory]
    [InlineData("/?asOf=tomorrow", "'asOf' is 'tomorrow'; allowed is: a day such as 2023-05-19")]
    [InlineData("/?lang=fr", "'lang' is 'fr'; allowed is: zh, en")]
    [InlineData("/?lang=en&lang=zh", "'lang' stands more than once")]
    [InlineData("/search?q=a&type=Ship", "Variable '$types[0]' is invalid")]
    [InlineData("/search?q=a&after=altered", "CURSOR_MISMATCH")]
    [InlineData("/entity/person:cao-huiquan?after=altered", "CURSOR_MISMATCH")]
    public async Task What_is_not_allowed_is_named_with_what_is(string address, string told)
    {
        var page = await server.Client.OpenAsync(address, "en");

        page.Status.ShouldBe(400);
        page.Text.ShouldContain(told);
    }

    [Fact]
    public async Task A_text_that_is_too_long_to_be_searched_for_is_refused_before_anything_is_read()
    {
        var page = await server.Client.OpenAsync($"/search?q={new string('a', 201)}", "en");

        page.Status.ShouldBe(400);
        page.Text.ShouldContain("200");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=58家")]
    [InlineData("/entity/person:cao-huiquan")]
    [InlineData("/figure/2023-05-19/02-hidden-champions/e30728b3d1")]
    [InlineData("/article/2023-05-19/01-hunan-guangdong-single-port")]
    public async Task While_the_store_is_away_every_page_says_so_in_both_languages_and_then_comes_back(string address)
    {
        await using var own = await GraphServer.StartedAsync(TimeProvider.System, RepositoryRoot.Seeds);
        (await own.Client.OpenAsync(address)).Status.ShouldBe(200);
        own.Meddle(StoreFaults.TakeAway);
        foreach (var language in new[] { "zh", "en" })
        {
            var page = await own.Client.OpenAsync(address, language);
            page.Status.ShouldBe(503);
            page.Response.Headers.RetryAfter.ShouldNotBeNull();
            page.Text.ShouldContain("STORE_UNAVAILABLE");
            page.Text.ShouldContain("数据库暂时无法读取");
            page.Text.ShouldContain("The store cannot be read now");
            page.Text.ShouldNotContain("Exception");
            page.Html.QuerySelector("form[role=search] input[name=q]").ShouldNotBeNull();
        }
        own.Meddle(StoreFaults.GiveBack);
        (await own.Client.OpenAsync(address)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_empty_store_is_told_as_such()
    {
        await using var own = await GraphServer.StartedAsync(new GraphHostOptions { Readiness = Empty() });

        var page = await own.Client.OpenAsync("/", "en");

        page.Status.ShouldBe(503);
        page.Text.ShouldContain("STORE_EMPTY");
        page.Text.ShouldContain("nothing has been imported yet");
    }

    [Fact]
    public async Task A_former_id_leads_to_the_present_one()
    {
        await using var own = await GraphServer.StartedAsync(new GraphHostOptions());
        await own.Store.ImportAsync(Batches.Registry(), Cancel);
        using var staying = PageClient.Staying(own.Client.BaseAddress!);

        var page = await staying.OpenAsync("/entity/place:yunhai-town?lang=en");

        page.Status.ShouldBe(301);
        page.Response.Headers.Location!.ToString().ShouldBe($"/entity/{Batches.City}?lang=en");
    }

    [Fact]
    public async Task A_figure_that_was_replaced_keeps_its_address_and_leads_to_the_new_one()
    {
        await using var own = await GraphServer.StartedAsync(new GraphHostOptions());
        await own.Store.ImportAsync(Batches.Registry(), Cancel);
        await own.Store.ImportAsync(Batches.Article(1).Printing(Batches.Figure(1, "old", 300)), Cancel);
        await own.Store.ImportAsync(Batches.Article(1).Printing(Batches.Figure(1, "new", 310)), Cancel);

        var page = await own.Client.OpenAsync("/figure/yunhai/01/old", "en");

        page.Status.ShouldBe(200);
        page.Heading.ShouldBe("300个");
        page.Html.QuerySelector(".banner")!.TextContent.ShouldContain("This figure was replaced on");
        page.Links(".banner a").ShouldBe(["/figure/yunhai/01/new"]);
    }

    [Fact]
    public async Task A_figure_of_a_removed_article_is_withdrawn_and_nothing_else_that_is_printed_stands_in_its_place()
    {
        await using var own = await GraphServer.StartedAsync(new GraphHostOptions());
        await own.Store.ImportAsync(Batches.Registry(), Cancel);
        var year = Batches.Days("去年", new(2030, 1, 1), new(2030, 12, 31));
        await own.Store.ImportAsync(Batches.Article(1).Printing(Batches.Figure(1, "own", 300) with { Period = year }), Cancel);
        await own.Store.ImportAsync(Batches.Article(2).Printing(Batches.Figure(2, "other", 500) with { Period = year }), Cancel);
        await own.Store.RemoveAsync(Batches.ArticleId(1), Cancel);

        var (english, chinese) = (
            await own.Client.OpenAsync("/figure/yunhai/01/own", "en"),
            await own.Client.OpenAsync("/figure/yunhai/01/own", "zh")
        );

        english.Html.QuerySelector(".banner")!.TextContent.ShouldContain("This figure was withdrawn on");
        chinese.Html.QuerySelector(".banner")!.TextContent.ShouldContain("撤下");
        english.Links(".banner a").ShouldBeEmpty();
        english.Text.ShouldContain("500个", Case.Sensitive, "it is told as another print of the fact");
    }

    [Fact]
    public async Task An_article_and_an_entity_that_the_graph_no_longer_has_say_so_at_the_top()
    {
        await using var own = await GraphServer.StartedAsync(new GraphHostOptions());
        var old = Batches.Named(EntityTypes.Place, "place:old-port", "旧港", "Old Port");
        await own.Store.ImportAsync(Batches.Registry(old), Cancel);
        await own.Store.ImportAsync(Batches.Article(1).Printing(Batches.Figure(1, "lit", 300) with { About = old.Id }), Cancel);
        (await own.Client.OpenAsync("/article/yunhai/01", "en")).Html.QuerySelector(".banner").ShouldBeNull();
        (await own.Client.OpenAsync("/entity/place:old-port", "en")).Html.QuerySelector(".banner").ShouldBeNull();
        await own.Store.RemoveAsync(Batches.ArticleId(1), Cancel);
        await own.Store.ImportAsync(Batches.Registry(), Cancel);

        foreach (
            var (address, english, chinese) in new[]
            {
                ("/article/yunhai/01", "This report was taken out of the graph on", "移出图谱"),
                ("/entity/place:old-port", "Nothing in the graph has mentioned it since", "已无任何记载提及它"),
            }
        )
        {
            (await own.Client.OpenAsync(address, "en")).Html.QuerySelector(".banner")!.TextContent.ShouldContain(english);
            (await own.Client.OpenAsync(address, "zh")).Html.QuerySelector(".banner")!.TextContent.ShouldContain(chinese);
        }
    }

    [Fact]
    public async Task What_is_asked_as_of_a_day_is_what_was_in_print_by_then()
    {
        await using var own = await GraphServer.StartedAsync(new GraphHostOptions());
        await own.Store.ImportAsync(Batches.Registry(), Cancel);
        for (var day = 1; day <= 2; day++)
            await own.Store.ImportAsync(Batches.Article(day).Printing(Batches.Figure(day, "lit", 300 + day)), Cancel);

        var page = await own.Client.OpenAsync($"/entity/{Batches.City}?asOf=2031-03-02", "en");

        page.Text.ShouldContain("301个");
        page.Text.ShouldNotContain("302个");
        page.Html.QuerySelector(".banner")!.TextContent.ShouldContain("only what was in print by 2 March 2031");
        page.Links(".banner a").ShouldBe([$"/entity/{Batches.City}"]);
    }

    [Fact]
    public async Task A_name_leads_to_the_id()
    {
        using var staying = PageClient.Staying(server.Client.BaseAddress!);

        var page = await staying.OpenAsync("/entity/株洲市");

        page.Status.ShouldBe(303);
        page.Response.Headers.Location!.ToString().ShouldBe("/entity/place:zhuzhou");
    }

    private static Readiness Empty()
    {
        var readiness = new Readiness(isReady: false);
        readiness.Set(isEmpty: true);
        return readiness;
    }

    [Theory]
    [InlineData("/figures?abot=渡轮", "This page has no parameter 'abot'; it does nothing. Perhaps 'about'?")]
    [InlineData("/entity/place:zhuzhou?utm_source=x", "This page has no parameter 'utm_source'; it does nothing.")]
    [InlineData("/people?from=2023-05-01", "This page has no parameter 'from'")]
    public async Task A_parameter_that_does_nothing_is_told_of(string address, string told)
    {
        var page = await server.Client.OpenAsync(address, "en");

        page.Status.ShouldBe(200);
        Arrived.Words(page.Html.QuerySelector("body > .banner")!).ShouldStartWith(told);
    }
}
