namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>What readers of the paper of 19 May 2023 look for, and find.</summary>
public sealed class ScenarioTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string LittleGiants = "/figure/2023-05-19/02-hidden-champions/e30728b3d1";

    [Fact]
    public async Task A_journalist_who_types_58家_finds_both_prints_and_cites_one_with_two_clicks()
    {
        var found = await server.Client.OpenAsync("/search?q=58家");
        var rows = found.Html.QuerySelectorAll("table.figures tbody tr").Select(Arrived.Words).ToList();
        rows.Count.ShouldBe(2);
        rows[0].ShouldContain("本报 《隐形冠军 闪耀株洲制造之光》 2023-05-19 61.1");
        rows[1].ShouldContain("曹慧泉 《曹慧泉到湖南银保监局对接工作》 2023-05-19 103.2");

        var figure = await server.Client.OpenAsync(found.Links("a.figure")[0]);
        figure
            .Html.QuerySelectorAll(".cite p")
            .Select(Arrived.Words)
            .ShouldBe([
                $"《株洲日报》2023年5月19日，《隐形冠军 闪耀株洲制造之光》，第61行第1句：“58家”。{server.Client.BaseAddress}{LittleGiants[1..]}",
                "Zhuzhou Daily (株洲日报), 19 May 2023, \"Hidden champions: the light of Zhuzhou manufacturing\", line 61, sentence 1: "
                    + $"\"58家\". {server.Client.BaseAddress}{LittleGiants[1..]}",
            ]);
    }

    [Fact]
    public async Task A_figure_says_of_what_it_is_when_who_says_it_and_why_its_sentence_is_not_shown()
    {
        var page = await server.Client.OpenAsync(LittleGiants);

        page.Heading.ShouldBe("58家");
        page.Text.ShouldContain("株洲 · 国家级专精特新“小巨人”企业数");
        page.Text.ShouldContain("截至目前");
        page.Text.ShouldContain("谁说的 本报");
        page.Text.ShouldContain("61.1");
        page.Text.ShouldContain("此处不显示句子：本站未存有报道原文。第61行第1句");
        page.Text.ShouldContain("--texts DIR");
        page.Text.ShouldContain("同一事实的其他刊载 1 相同 58家 曹慧泉");
    }

    [Fact]
    public async Task With_the_text_a_figure_stands_marked_in_its_sentence()
    {
        var texts = Testing.RepositoryRoot.RequirePaper();
        using var folder = new TemporaryFolder();
        await using var holding = await ServerProcess.ServeAsync(
            "--store-file",
            folder.File("graph.db"),
            "--seeds",
            Testing.RepositoryRoot.Seeds,
            "--texts",
            texts
        );

        var page = await holding.Client.OpenAsync(LittleGiants);
        page.Html.QuerySelector("blockquote mark")!.TextContent.ShouldBe("58家");
        page.Text.ShouldNotContain("不显示句子");
        var article = await holding.Client.OpenAsync("/article/2023-05-19/02-hidden-champions");
        article.Html.QuerySelectorAll("ol.sentences q").Length.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task A_number_that_is_not_printed_is_answered_by_the_nearest_ones_and_no_verdict()
    {
        var page = await server.Client.OpenAsync("/search?q=小巨人 60家", "en");

        page.Text.ShouldContain("Nearest printed");
        page.Html.QuerySelectorAll("a.figure").Take(2).Select(Arrived.Words).ShouldBe(["58家", "58家"]);
        foreach (var verdict in new[] { "supported", "refuted", "true", "wrong", "属实", "有误" })
            page.Text.Replace("That is not the same as false", "").ShouldNotContain(verdict);
        (await server.Client.OpenAsync("/search?q=60家")).Text.ShouldNotContain("60家 株洲");
    }

    [Theory]
    [InlineData("60", "58家")]
    [InlineData("六十家", "58家")]
    [InlineData("小巨人 六十家", "58家")]
    [InlineData("二百四十%", "同比增长240%")]
    public async Task A_bare_number_or_one_in_characters_finds_the_nearest(string text, string figure)
    {
        var page = await server.Client.OpenAsync($"/search?q={text.Replace("%", "%25")}", "en");

        page.Text.ShouldContain("Nearest printed");
        page.Html.QuerySelectorAll("a.figure").Select(Arrived.Words).ShouldContain(figure);
    }

    [Theory]
    [InlineData("五个好园区")]
    [InlineData("湘粤一港通")]
    public async Task A_name_that_begins_with_a_number_is_no_number(string text) =>
        (await server.Client.OpenAsync($"/search?q={text}", "en")).Text.ShouldNotContain("Nearest printed");

    [Theory]
    [InlineData("little giants")]
    [InlineData("\"little giants\"")]
    [InlineData("Little+Giants")]
    public async Task English_words_are_found_with_quotes_and_without(string text) =>
        (await server.Client.OpenAsync($"/search?q={text}", "en")).Links().ShouldContain(link => link.StartsWith("/indicator/"));

    [Fact]
    public async Task Who_only_speaks_has_a_way_to_the_figures_that_he_said()
    {
        var page = await server.Client.OpenAsync("/entity/person:peng-guangze", "en");

        page.Text.ShouldContain("0 figures");
        var link = page.Html.QuerySelectorAll(".ways a").Single(one => one.TextContent.EndsWith(" said", StringComparison.Ordinal));
        var said = await server.Client.OpenAsync(link.GetAttribute("href")!, "en");
        said.Status.ShouldBe(200);
        var figures = said.Html.QuerySelectorAll("a.figure").Length;
        Arrived.Words(link).ShouldBe($"{figures} figure{(figures == 1 ? "" : "s")} said");
        foreach (var silent in new[] { "/entity/place:zhuzhou", "/entity/product:polyimide-film" })
        {
            var other = await server.Client.OpenAsync(silent, "en");
            other.Status.ShouldBe(200);
            other.Text.ShouldNotContain("figures said");
        }
    }

    [Theory]
    [InlineData("增长2.4倍", "同比增长240%")]
    [InlineData("缩短到30%", "压缩30%")]
    public async Task A_number_with_a_unit_finds_what_is_printed_near_it(string text, string figure)
    {
        var page = await server.Client.OpenAsync($"/search?q={text}");

        page.Html.QuerySelectorAll("a.figure").Select(Arrived.Words).ShouldContain(figure);
    }

    [Fact]
    public async Task A_growth_of_240_per_cent_is_shown_with_its_factor_its_rounding_and_the_level_beside_it()
    {
        var found = await server.Client.OpenAsync("/search?q=增长240%25");
        var page = await server.Client.OpenAsync(found.Links("a.figure")[0], "en");

        page.Heading.ShouldBe("同比增长240%");
        page.Text.ShouldContain("今年1至4月 2023-01-01–2023-04-30");
        page.Text.ShouldContain("Accumulation cumulative");
        page.Text.ShouldContain("factor 3.4, not 2.4");
        page.Text.ShouldContain("[239.5, 240.5) rounding");
        page.Text.ShouldContain("line 17, sentence 1");
        page.Text.ShouldContain("1.4万标箱");
    }

    [Fact]
    public async Task A_cut_by_30_per_cent_is_told_as_by_and_not_to_in_both_languages()
    {
        var found = await server.Client.OpenAsync("/search?q=压缩30%25");
        var address = found.Links("a.figure")[0];
        var (chinese, english) = (await server.Client.OpenAsync(address), await server.Client.OpenAsync(address, "en"));

        chinese.Text.ShouldContain("减少30%，不是减到30%");
        english.Text.ShouldContain("cut by 30 %, not to 30 %");
        english.Text.ShouldContain("Said by Peng Guangze 彭光泽 湘粤非铁海联运总经理");
        english.Text.ShouldContain("line 15, sentence 1");
    }

    [Fact]
    public async Task A_target_carries_the_word()
    {
        var found = await server.Client.OpenAsync("/search?q=全国最大", "en");

        found.Html.QuerySelectorAll("b.mark").Select(Arrived.Words).ShouldContain("target");
    }

    [Theory]
    [InlineData("株洲市", "/entity/place:zhuzhou")]
    [InlineData("株州", "/entity/place:zhuzhou")]
    [InlineData("DuPont", "/entity/org:dupont")]
    public async Task An_everyday_name_a_misprint_and_an_English_name_lead_to_what_is_meant(string text, string address)
    {
        var page = await server.Client.OpenAsync($"/search?q={text}");

        page.Links()[0].ShouldBe(address);
    }

    [Fact]
    public async Task A_name_of_many_tiers_lists_them_all_and_chooses_none()
    {
        var page = await server.Client.OpenAsync("/search?q=小巨人");

        page.Status.ShouldBe(200);
        foreach (
            var tier in new[]
            {
                "award:little-giant",
                "award:national-little-giant",
                "award:key-little-giant",
                "award:provincial-little-giant",
            }
        )
            page.Links().ShouldContain($"/entity/{tier}");
    }

    [Fact]
    public async Task An_analyst_reads_when_a_meeting_was_held_and_who_spoke_where()
    {
        var page = await server.Client.OpenAsync("/entity/event:five-good-parks-meeting");
        var rows = page.Html.QuerySelectorAll("ul.rows > li").Select(Arrived.Words).ToList();

        page.Text.ShouldContain("2023-05-18");
        page.Text.ShouldContain("已举行");
        rows.ShouldContain(row => row.Contains("陈恢清") && row.Contains("株洲分会场") && row.Contains("153.1"));
        rows.ShouldContain(row => row.Contains("王庭恺") && row.Contains("株洲分会场"));
        rows.ShouldContain(row => row.Contains("郭凌云") && row.Contains("发言") && row.Contains("157.1"));
    }

    [Fact]
    public async Task A_dashboard_builder_sees_the_little_giants_on_scales_of_their_units_and_ranks_from_the_outside()
    {
        var page = await server.Client.OpenAsync("/figures?about=株洲&text=小巨人");
        var blocks = page.Html.QuerySelectorAll("table.chart").ToDictionary(table => Arrived.Words(table.QuerySelector("caption")!));

        var counted = blocks["同一标尺：数值 · 家"];
        var prints = counted.QuerySelectorAll("tbody tr:has(a.figure)").Select(Arrived.Words).ToList();
        foreach (var figure in new[] { "383家", "25家", "197家", "172家" })
            prints.Count(print => print.Contains(figure)).ShouldBe(1, figure);
        prints.Where(print => print.Contains("58家")).Select(print => print.Contains("103.2 · 曹慧泉")).ShouldBe([false, true]);
        // Where each stands between nought and the largest, 383.
        Marks(counted).ShouldContain(1000);
        Marks(counted).Count(mark => mark == 151).ShouldBe(2);

        var ranks = blocks["同一标尺：位次 · 位"];
        var seventeenth = ranks.QuerySelectorAll("tbody tr").Single(row => Arrived.Words(row).Contains("全国 居全国第17位"));
        Marks(seventeenth).ShouldBe([0]);
        Marks(ranks).Max().ShouldBe(1000, "1 stands on the outside");
        ranks.QuerySelectorAll("td.plot").Select(Arrived.Words).ShouldContain("无数值", "前列 has no number");

        static List<int> Marks(AngleSharp.Dom.IElement within) =>
            [.. within.QuerySelectorAll("line.value").Select(mark => int.Parse(mark.GetAttribute("x1")!))];
    }

    [Fact]
    public async Task Figures_are_narrowed_by_a_form_paged_and_taken_as_a_file_with_the_same_rows()
    {
        var page = await server.Client.OpenAsync("/figures?about=株洲&order=VALUE_DESCENDING", "en");
        page.Text.ShouldContain("20 of ");
        var csv = page.Links("a[download]").Where(link => link.StartsWith("/api/v1/observations.csv")).ShouldHaveSingleItem();
        using var response = await server.Client.GetAsync(csv, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var ids = System
            .Text.Encoding.UTF8.GetString(bytes)
            .Split('\n')
            .Skip(1)
            .Select(line => line.Split(',')[0])
            .Where(id => id.Length > 0)
            .ToList();

        var shown = new List<string>();
        for (var next = "/figures?about=株洲&order=VALUE_DESCENDING"; next is not null; )
        {
            var part = await server.Client.OpenAsync(next, "en");
            shown.AddRange(part.Links("a.figure").Select(link => link.Replace("/figure/", "obs:")));
            next = part.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        shown.ShouldBe(ids, ignoreOrder: true);
        shown.ShouldBeUnique();
    }
}
