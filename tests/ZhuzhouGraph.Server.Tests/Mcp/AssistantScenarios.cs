using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Mcp;

/// <summary>What a newsroom's assistant asks of the paper of 19 May 2023, on each store.</summary>
public abstract class AssistantScenarios
{
    private const string LittleGiants = """{"about": "株洲", "indicator": "国家级专精特新“小巨人”企业数"}""";

    /// <summary>A server that holds the seeds.</summary>
    protected abstract Task<GraphServer> SeededAsync();

    [Fact]
    public async Task A_search_for_little_giants_gives_every_tier_with_its_id_and_chooses_none()
    {
        await using var server = await SeededAsync();
        await using var assistant = await Assistant.OverHttpAsync(server);

        var reply = await assistant.CallAsync("search", """{"text": "小巨人", "limit": 13}""");

        reply.Rows.Count(row => row!["group"]!.GetValue<string>() == "name").ShouldBe(13);
        reply.All("id").ShouldContain("award:little-giant");
        reply.All("id").ShouldContain("indicator:national-little-giants");
        reply.All("nameEnglish").ShouldAllBe(name => name != null);
        reply.Structure!["coverage"]!.ToJsonString().ShouldBe("""{"articles":9,"first":"2023-05-19","last":"2023-05-19"}""");
    }

    [Fact]
    public async Task Little_giants_of_a_city_are_two_counts_and_two_ranks_each_with_who_says_it_and_a_line_to_paste()
    {
        await using var server = await SeededAsync();
        await using var assistant = await Assistant.OverHttpAsync(server);

        var reply = await assistant.CallAsync("list_figures", LittleGiants);

        reply
            .Rows.Select(row => $"{row!["figure"]} {row["measure"]} {row["within"]} {row["value"]} {row["address"]} {row["saidBy"]}")
            .ShouldBe([
                "均居全省第2 RANK 全省 2 61.1 株洲日报 (the paper itself)",
                "58家 LEVEL  58 61.1 株洲日报 (the paper itself)",
                "58家 LEVEL  58 103.2 曹慧泉",
                "前列 RANK 中西部非省会城市  103.2 曹慧泉",
            ]);
        foreach (var row in reply.Rows)
            reply.Text.ShouldContain(row!["citation"]!.GetValue<string>());
        reply.Text.ShouldContain("《株洲日报》2023年5月19日，《隐形冠军 闪耀株洲制造之光》，第61行第1句：“58家”。");
        reply.Structure!["total"]!.GetValue<int>().ShouldBe(4);
    }

    [Fact]
    public async Task A_claim_gets_a_verdict_with_rule_computation_slots_and_a_citation_to_paste()
    {
        await using var server = await SeededAsync();
        await using var assistant = await Assistant.OverHttpAsync(server);

        var reply = await assistant.CallAsync("check_claim", """{"claim": "株洲有60家国家级小巨人"}""");

        var row = reply.Rows.ShouldHaveSingleItem()!;
        (row["verdict"]!.GetValue<string>(), row["rule"]!.GetValue<string>(), row["words"]!.GetValue<string>()).ShouldBe(
            ("INACCURATE", "TEN_PERCENT", "58家")
        );
        row["citation"]!.GetValue<string>().ShouldBe("《株洲日报》2023年5月19日，《隐形冠军 闪耀株洲制造之光》，第61行第1句：“58家”。");
        row["slots"]!["subjectId"]!.GetValue<string>().ShouldBe("place:zhuzhou");
        row["slots"]!["figureStart"]!.GetValue<int>().ShouldBe(3);
        row["evidence"]![0]!["match"]!["subject"]!.GetValue<string>().ShouldBe("EQUAL");
        reply.Text.ShouldStartWith("INACCURATE: ");
        reply.Text.ShouldContain(row["citation"]!.GetValue<string>());
        reply.Text.ShouldContain("would change it");
    }

    [Fact]
    public async Task Who_did_what_is_checked_as_a_figure_is()
    {
        await using var server = await SeededAsync();
        await using var assistant = await Assistant.OverHttpAsync(server);

        var reply = await assistant.CallAsync("check_claim", """{"claim": "餐叙活动由曹慧泉主持"}""");

        var row = reply.Rows.ShouldHaveSingleItem()!;
        (row["verdict"]!.GetValue<string>(), row["rule"]!.GetValue<string>()).ShouldBe(("REFUTED", "GIVEN_TO_ANOTHER"));
        row["evidence"]![0]!["fromId"]!.GetValue<string>().ShouldBe("person:chen-huiqing");
        row["citation"]!.GetValue<string>().ShouldStartWith("《株洲日报》2023年5月19日，");
        row["slots"]!["parts"]!.AsArray().Select(part => part!["name"]!.GetValue<string>()).ShouldContain("act");
    }

    [Fact]
    public async Task What_nothing_decides_is_an_answer_and_no_error()
    {
        await using var server = await SeededAsync();
        await using var assistant = await Assistant.OverHttpAsync(server);

        foreach (
            var claim in new[]
            {
                """{"claim": "株洲有700家天文台"}""",
                """{"claim": "株洲有58家国家级小巨人", "claimed_on": "2023-05-01", "mode": "CLAIM_TIME"}""",
            }
        )
        {
            var reply = await assistant.CallAsync("check_claim", claim);

            reply.IsError.ShouldBeFalse();
            reply.All("verdict").ShouldBe(["NOT_ENOUGH_EVIDENCE"], claim);
            reply.Structure!["coverage"]!["articles"]!.GetValue<int>().ShouldBe(9);
        }
    }

    [Fact]
    public async Task An_article_cannot_support_its_own_claim_and_one_that_is_not_there_is_refused_with_all_else_that_is_wrong()
    {
        await using var server = await SeededAsync();
        await using var assistant = await Assistant.OverHttpAsync(server);

        var growth = """{"claim": "湘粤非铁海联运1至4月的重箱发运量同比增长240%", "own_article": "ARTICLE"}""";
        (
            await assistant.CallAsync(
                "check_claim",
                growth.Replace("ARTICLE", "article:2023-05-19/01-hunan-guangdong-single-port", StringComparison.Ordinal)
            )
        )
            .All("verdict")
            .ShouldBe(["AS_PRINTED"]);

        var wrong = await assistant.CallAsync("check_claim", """{"own_article": "article:2023-05-19/nothing", "mode": "CLAIM_TIME"}""");
        wrong.IsError.ShouldBeTrue();
        wrong.Text.ShouldContain("MISSING_ARGUMENT: 'claim'");
        wrong.Text.ShouldContain("MISSING_ARGUMENT: 'claimed_on'");
        wrong.Text.ShouldContain("'own_article'");
        (await assistant.CallAsync("check_claim", $$"""{"claim": "{{new string('好', 501)}}"}""")).Text.ShouldStartWith("TEXT_TOO_LONG");
    }

    [Fact]
    public async Task An_indicator_is_found_by_its_slug_alone()
    {
        await using var server = await SeededAsync();
        await using var assistant = await Assistant.OverHttpAsync(server);

        var reply = await assistant.CallAsync("list_figures", """{"indicator": "national-little-giants", "about": "株洲"}""");

        reply.All("indicatorId").Distinct().ShouldBe(["indicator:national-little-giants"]);
    }

    [Fact]
    public async Task The_newest_of_each_line_keeps_ranks_among_different_things_apart()
    {
        await using var server = await SeededAsync();
        await using var assistant = await Assistant.OverHttpAsync(server);

        var reply = await assistant.CallAsync("list_figures", LittleGiants.Replace("}", ", \"latest\": true}"));

        reply
            .Rows.Select(row => $"{row!["measure"]} {row["within"]}")
            .ShouldBe(["RANK 全省", "LEVEL ", "RANK 中西部非省会城市"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_level_and_its_growth_are_read_apart_with_interval_and_factor()
    {
        await using var server = await SeededAsync();
        await using var assistant = await Assistant.OverHttpAsync(server);

        var rows = (await assistant.CallAsync("list_figures", """{"about": "湘粤非铁海联运"}""")).Rows;

        rows.Select(row => $"{row!["figure"]} {row["measure"]} {row["interval"]} {row["basis"]} {row["address"]} {row["accumulation"]}")
            .ShouldBe([
                "1.4万标箱 LEVEL [13500, 14500) ROUNDING 17.1 CUMULATIVE",
                "同比增长240% RATE_OF_CHANGE [239.5, 240.5) ROUNDING 17.1 CUMULATIVE",
            ]);
        rows[1]!["reading"]!.GetValue<string>().ShouldContain("factor 3.4, not 2.4");
        rows.Select(row => $"{row!["from"]} {row["to"]}").ShouldAllBe(days => days == "2023-01-01 2023-04-30");
    }

    [Fact]
    public async Task A_cut_by_30_percent_is_no_cut_to_30_percent()
    {
        await using var server = await SeededAsync();
        await using var assistant = await Assistant.OverHttpAsync(server);

        var row = (await assistant.CallAsync("list_figures", """{"about": "湘粤一港通"}""")).Rows.ShouldHaveSingleItem()!;

        $"{row["figure"]} {row["value"]} {row["saidBy"]} {row["address"]}".ShouldBe("压缩30% -30 彭光泽 (湘粤非铁海联运总经理) 15.1");
        row["reading"]!.GetValue<string>().ShouldContain("by 30 %, not to 30 %");
        row["readingChinese"]!.GetValue<string>().ShouldContain("减少30%，不是减到30%");
    }

    [Fact]
    public async Task The_shortest_way_between_two_people_is_told_hop_by_hop_and_whether_it_is_all()
    {
        await using var server = await SeededAsync();
        await using var assistant = await Assistant.OverHttpAsync(server);

        var reply = await assistant.CallAsync("find_paths", """{"from": "曹慧泉", "to": "向恒"}""");

        var first = reply.Rows.Where(row => row!["path"]!.GetValue<int>() == 1).ToList();
        first
            .Select(row => $"{row!["hop"]} {row["type"]} {row["toId"]} {row["address"]}")
            .ShouldBe(["1 TOOK_PART_IN event:cao-huiquan-regulator-talks 99.1", "2 TOOK_PART_IN event:cao-huiquan-regulator-talks 101.1"]);
        first[0]!["also"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldContain("第101行第1句");
        reply.Text.ShouldContain("complete: true");
        (await assistant.CallAsync("find_paths", """{"from": "曹慧泉", "to": "DuPont"}""")).Text.ShouldNotContain(
            "UNKNOWN_NAME",
            Case.Sensitive,
            "it is org:dupont"
        );
    }

    [Fact]
    public async Task A_misspelt_name_gets_candidates_an_everyday_name_resolves_and_all_wrong_arguments_are_told_at_once()
    {
        await using var server = await SeededAsync();
        await using var assistant = await Assistant.OverHttpAsync(server);

        var misspelt = await assistant.CallAsync("get_entity", """{"entity": "株州"}""");
        misspelt.IsError.ShouldBeTrue();
        misspelt.Text.ShouldStartWith("UNKNOWN_NAME: 'entity'");
        misspelt.Text.ShouldContain("1. 株洲 (Place) [place:zhuzhou]");
        misspelt.Text.ShouldContain("Names are taken by entity.");

        (await assistant.CallAsync("get_entity", """{"entity": "株洲市"}""")).All("id").ShouldBe(["place:zhuzhou"]);

        var wrong = await assistant.CallAsync("list_figures", """{"limit": "x", "abuot": "株洲", "measure": "LEVELS", "from": "May"}""");
        wrong.IsError.ShouldBeTrue();
        wrong.Structure.ShouldBeNull("no row and no guess");
        wrong.Text.ShouldContain("UNKNOWN_ARGUMENT: 'abuot' is no argument of list_figures; allowed: about, indicator");
        wrong.Text.ShouldContain("BAD_ARGUMENT: 'limit' is the text 'x'; allowed is a whole number from 1 to 50.");
        wrong.Text.ShouldContain("BAD_ARGUMENT: 'measure' is the text 'LEVELS'; allowed is one of LEVEL, ");
        wrong.Text.ShouldContain("BAD_ARGUMENT: 'from' is the text 'May'; allowed is a day such as 2023-05-19.");
        (await assistant.CallAsync("get_entity")).Text.ShouldStartWith("MISSING_ARGUMENT: 'entity'");
    }

    [Fact]
    public async Task A_sentence_whose_text_is_not_held_has_its_facts_and_their_words()
    {
        await using var server = await SeededAsync();
        await using var assistant = await Assistant.OverHttpAsync(server);

        var reply = await assistant.CallAsync(
            "read_article",
            """{"article": "article:2023-05-19/01-hunan-guangdong-single-port", "address": "17.1"}"""
        );

        var row = reply.Rows.ShouldHaveSingleItem()!;
        $"{row["address"]} {row["part"]} {row["sentence"]} {row["code"]}".ShouldBe("17.1 BODY  TEXT_NOT_HELD");
        var facts = row["facts"]!.AsArray();
        facts.Select(fact => fact!["words"]?.ToString()).ShouldContain("1.4万标箱");
        facts.Select(fact => fact!["words"]?.ToString()).ShouldContain("同比增长240%");
        facts.ShouldAllBe(fact => fact!["wordsStart"] == null);
    }

    [Theory]
    [InlineData("小巨人 60家", "58家", "58家")]
    [InlineData("增长2.4倍", "同比增长240%", null)]
    [InlineData("缩短到30%", "压缩30%", null)]
    [InlineData("６０家", "58家", null)]
    [InlineData("六十家", "58家", null)]
    [InlineData("60", "58家", null)]
    public async Task A_number_that_is_not_printed_is_answered_by_the_nearest_ones_and_no_verdict(string text, string figure, string? first)
    {
        await using var server = await SeededAsync();
        await using var assistant = await Assistant.OverHttpAsync(server);

        var reply = await assistant.CallAsync("search", $$"""{"text": "{{text}}"}""");

        reply.Rows.ShouldBeEmpty("what is near is no hit");
        var near = reply.Structure!["near"]!.AsArray().Where(one => one!["figure"] is not null).ToList();
        near.Count.ShouldBeInRange(1, 6);
        near.Select(one => one!["figure"]!.GetValue<string>()).ShouldContain(figure);
        if (first is not null)
            near[0]!["figure"]!.GetValue<string>().ShouldBe(first);
        foreach (var one in near)
            reply.Text.ShouldContain($"Nearest printed: {one!["about"]} · {one["indicator"]}: {one["figure"]}");
        near.ShouldAllBe(one => reply.Text.Contains(one!["citation"]!.GetValue<string>(), StringComparison.Ordinal));
        foreach (var verdict in new[] { "support", "refute", "true", "wrong", "属实", "有误" })
            reply.Text.Replace("not the same as false", "").ShouldNotContain(verdict);
    }

    [Theory]
    [InlineData("""{"text": "58家"}""")]
    [InlineData("""{"text": "小巨人"}""")]
    [InlineData("""{"text": "小巨人 60家", "types": ["Award"]}""")]
    public async Task Nothing_is_near_what_is_printed_or_is_no_number_or_asks_for_names(string arguments)
    {
        await using var server = await SeededAsync();
        await using var assistant = await Assistant.OverHttpAsync(server);

        var reply = await assistant.CallAsync("search", arguments);

        reply.Structure!["near"]!.AsArray().ShouldAllBe(one => one!["figure"] == null);
        reply.Text.ShouldNotContain("Nearest printed");
    }

    [Fact]
    public async Task Every_tool_answers_the_same_bytes_as_on_the_other_store()
    {
        await using var server = await SeededAsync();
        await using var embedded = await GraphServer.StartedAsync(TimeProvider.System, RepositoryRoot.Seeds);
        await using var here = await Assistant.OverHttpAsync(server);
        await using var there = await Assistant.OverHttpAsync(embedded);

        foreach (var (tool, arguments) in Calls)
        {
            var (one, other) = (await here.CallAsync(tool, arguments), await there.CallAsync(tool, arguments));
            one.Text.ShouldBe(other.Text, $"{tool} {arguments}");
            one.Structure?.ToJsonString().ShouldBe(other.Structure?.ToJsonString(), $"{tool} {arguments}");
        }
    }

    private static IEnumerable<(string Tool, string Arguments)> Calls =>
        [
            ("search", """{"text": "小巨人", "limit": 50}"""),
            ("search", """{"text": "株州"}"""),
            ("search", """{"text": "小巨人 60家"}"""),
            ("search", """{"text": "增长2.4倍"}"""),
            ("search", """{"text": "缩短到30%"}"""),
            ("get_entity", """{"entity": "曹慧泉"}"""),
            ("get_entity", """{"entity": "株洲"}"""),
            ("list_figures", LittleGiants),
            ("list_figures", """{"at_least": 50, "latest": true, "limit": 50}"""),
            ("list_connections", """{"entity": "株洲", "limit": 50}"""),
            ("list_connections", """{"entity": "曹慧泉", "shared_events": true, "limit": 50}"""),
            ("find_paths", """{"from": "曹慧泉", "to": "广州港集团", "limit": 10}"""),
            ("get_timeline", """{"entity": "株洲", "limit": 50}"""),
            ("get_timeline", """{"entity": "株洲", "undated": true, "limit": 50}"""),
            ("read_article", """{"article": "article:2023-05-19/02-hidden-champions", "limit": 60}"""),
            ("get_entity", """{"entity": "株州"}"""),
            ("check_claim", """{"claim": "株洲有60家国家级小巨人"}"""),
            ("check_claim", """{"claim": "株洲有700家天文台"}"""),
            ("check_claim", """{"claim": "株洲有58家国家级小巨人", "claimed_on": "2023-05-01", "mode": "CLAIM_TIME"}"""),
            ("check_claim", """{"claim": "株洲有58家国家级小巨人", "own_article": "article:2023-05-19/nothing"}"""),
        ];
}

public sealed class SqliteAssistantTests : AssistantScenarios
{
    protected override Task<GraphServer> SeededAsync() => GraphServer.StartedAsync(TimeProvider.System, RepositoryRoot.Seeds);
}

[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jAssistantTests(Neo4jServer neo4j) : AssistantScenarios
{
    protected override async Task<GraphServer> SeededAsync() =>
        await GraphServer.StartedAsync(
            TimeProvider.System,
            RepositoryRoot.Seeds,
            await Neo4jStores.OpenEmptyAsync(neo4j, TimeProvider.System, TestContext.Current.CancellationToken)
        );
}
