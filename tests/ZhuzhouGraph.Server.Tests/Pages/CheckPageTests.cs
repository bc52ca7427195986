using System.Web;

namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>A journalist asks whether a sentence is so, and reads what was printed, where, and by which rule.</summary>
public sealed class CheckPageTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string Sixty = "/check?claim=株洲有60家国家级小巨人";

    [Fact]
    public async Task A_wrong_number_has_its_verdict_first_then_the_printed_one_with_its_place_and_the_rule()
    {
        var page = await server.Client.OpenAsync(Sixty);

        page.Status.ShouldBe(200);
        var card = page.Html.QuerySelector("main section.card")!;
        card.QuerySelector("h2")!.TextContent.ShouldBe("数字有出入");
        card.QuerySelector("mark")!.TextContent.ShouldBe("60家");
        card.QuerySelector(".reading")!.TextContent.ShouldContain("58家");
        card.QuerySelector("a.figure")!.GetAttribute("href").ShouldBe("/figure/2023-05-19/02-hidden-champions/e30728b3d1");
        Arrived.Words(card.QuerySelector("a.source")!).ShouldBe("《隐形冠军 闪耀株洲制造之光》 2023-05-19 61.1");
        card.TextContent.ShouldContain("TEN_PERCENT");
        card.TextContent.ShouldContain("何以改变");
        page.Text.ShouldContain("9篇报道");
    }

    [Fact]
    public async Task In_English_the_verdict_and_its_sentence_are_English()
    {
        var page = await server.Client.OpenAsync(Sixty, "en");

        page.Html.QuerySelector("main section.card h2")!.TextContent.ShouldBe("Inaccurate");
        page.Html.QuerySelector("main section.card .reading")!.TextContent.ShouldContain("58家");
        page.Text.ShouldContain("What would change it");
    }

    [Fact]
    public async Task How_the_claim_was_read_is_told_part_by_part_in_the_words_of_the_schema()
    {
        var page = await server.Client.OpenAsync(Sixty);

        var read = page.Html.QuerySelector("main section.card details dl")!;
        Arrived.Words(read).ShouldContain("字符 0–12");
        Arrived.Words(read).ShouldContain("主体 株洲");
        Arrived.Words(read).ShouldContain("指标 国家级专精特新“小巨人”企业数");
        read.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ShouldContain("/entity/place:zhuzhou");
        Arrived.Words(read).ShouldContain("下限 60上限 60单位 家");
    }

    [Fact]
    public async Task Each_figure_of_a_sentence_has_its_own_verdict()
    {
        var page = await server.Client.OpenAsync("/check?claim=株洲有58家国家级小巨人，湘粤非铁海联运今年1至4月重箱发运1.4万标箱");

        page.Html.QuerySelectorAll("main section.card mark").Select(mark => mark.TextContent).ShouldBe(["58家", "1.4万标箱"]);
        page.Html.QuerySelectorAll("main section.card h2").Select(head => head.TextContent).ShouldBe(["与记录一致", "与记录一致"]);
    }

    [Theory]
    [InlineData("zh-CN", "与记录不符", "主体不同 陈恢清 · 参加（主持） · ", "规则 报载为他者 GIVEN_TO_ANOTHER")]
    [InlineData("en", "Refuted", "other subject Chen Huiqing · took part in (chair) · ", "Rule given to another GIVEN_TO_ANOTHER")]
    public async Task Who_did_what_is_judged_with_what_the_print_states(string language, string verdict, string printed, string rule)
    {
        var page = await server.Client.OpenAsync("/check?claim=餐叙活动由曹慧泉主持", language);

        var card = page.Html.QuerySelectorAll("main section.card").ShouldHaveSingleItem();
        card.QuerySelector("h2")!.TextContent.ShouldBe(verdict);
        Arrived.Words(card.QuerySelector("ul.rows")!).ShouldStartWith(printed);
        card.QuerySelector("a.figure")!.GetAttribute("href")!.ShouldStartWith("/statement/");
        Arrived.Words(card.QuerySelector("dl.facts")!).ShouldStartWith(rule);
        card.QuerySelectorAll("details dd a").Select(link => link.TextContent).ShouldContain("曹慧泉");
    }

    [Fact]
    public async Task A_permalink_has_the_versions_and_says_where_they_are_no_longer_those()
    {
        var page = await server.Client.OpenAsync(Sixty);
        var link = page.Links("dl.facts a").Single(href => href.StartsWith("/check?", StringComparison.Ordinal));
        HttpUtility.ParseQueryString(link.Split('?')[1])["data"].ShouldBe("10");

        (await server.Client.OpenAsync(link)).Text.ShouldNotContain("按另一版数据或规则生成");
        (await server.Client.OpenAsync(link.Replace("data=10", "data=9"))).Text.ShouldContain("按另一版数据或规则生成");
    }

    [Fact]
    public async Task A_sentence_without_a_figure_is_told_what_is_missing()
    {
        var page = await server.Client.OpenAsync("/check?claim=这是一句没有数的话");

        page.Status.ShouldBe(200);
        page.Html.QuerySelector("main [role=status]")!.TextContent.ShouldContain("请写出数字和单位");
        page.Html.QuerySelectorAll("main section.card").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_claim_of_501_characters_is_refused_with_the_form_that_holds_it()
    {
        var longest = await server.Client.OpenAsync($"/check?claim={new string('好', 500)}");
        longest.Status.ShouldBe(200);
        var asked = longest.Html.QuerySelectorAll("footer a").Single(link => link.TextContent.Contains("GraphQL")).GetAttribute("href")!;
        (await server.Client.OpenAsync(asked)).Status.ShouldBe(200, "its GraphQL fits into an address, too");
        var page = await server.Client.OpenAsync($"/check?claim={new string('好', 501)}");

        page.Status.ShouldBe(400);
        page.Text.ShouldContain("最多可以有500个");
        page.Html.QuerySelector("#claim")!.GetAttribute("aria-invalid").ShouldBe("true");
        page.Html.QuerySelector("#claim")!.TextContent.Length.ShouldBe(501);
    }

    [Fact]
    public async Task A_figure_and_a_search_with_a_number_lead_to_the_check()
    {
        var figure = await server.Client.OpenAsync("/figure/2023-05-19/02-hidden-champions/e30728b3d1");
        var form = await server.Client.OpenAsync(figure.Links("a[href^='/check']").Single());
        form.Html.QuerySelector("#about")!.GetAttribute("value").ShouldBe("place:zhuzhou");

        var searched = await server.Client.OpenAsync("/search?q=小巨人 60家");
        var check = await server.Client.OpenAsync(searched.Links("a[href^='/check']").Single());
        check.Html.QuerySelector("#claim")!.TextContent.ShouldBe("小巨人 60家");
        (await server.Client.OpenAsync("/search?q=小巨人")).Links("a[href^='/check']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_what_has_a_rating_and_was_claimed_elsewhere_offers_its_review()
    {
        var page = await server.Client.OpenAsync(Sixty);
        var review = page.Links("a[rel=alternate]").Single();
        using (var answer = await server.Client.GetAsync(review, TestContext.Current.CancellationToken))
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/ld+json");

        foreach (var more in new[] { "株洲有700家天文台", "株洲有60家国家级小巨人&article=article:2023-05-19/02-hidden-champions" })
            (await server.Client.OpenAsync($"/check?claim={more}")).Links("a[rel=alternate]").ShouldBeEmpty(more);
    }

    [Fact]
    public async Task By_a_day_before_the_print_nothing_decides()
    {
        var page = await server.Client.OpenAsync($"{Sixty}&asOf=2023-05-18");

        page.Html.QuerySelector("main section.card h2")!.TextContent.ShouldBe("证据不足");
        page.Html.QuerySelectorAll("main section.card a.figure").ShouldBeEmpty();
    }
}
