namespace ZhuzhouGraph.Server.Tests.Mcp;

/// <summary>What the block of text says is what the rows say.</summary>
public sealed class AssistantTextTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Fact]
    public async Task Nothing_found_by_a_day_names_what_was_in_print_by_then()
    {
        await using var assistant = await Assistant.OverHttpAsync(server);

        var before = await assistant.CallAsync(
            "list_figures",
            """{"about": "株洲", "figure_text": "58家", "published_by": "2023-05-18"}"""
        );
        before.Rows.ShouldBeEmpty();
        before.Text.ShouldBe("Nothing found in print by 18 May 2023 (no article of the graph). That is not the same as false.");
        before.Structure!["coverage"]!.ToJsonString().ShouldBe("""{"articles":0,"first":null,"last":null,"publishedBy":"2023-05-18"}""");

        var then = await assistant.CallAsync("list_figures", """{"about": "株洲", "figure_text": "58家", "published_by": "2023-05-19"}""");
        then.Text.ShouldEndWith("2 of 2 rows. Covered in print by 19 May 2023: 9 articles, 2023-05-19 to 2023-05-19.");
        then.Structure!["coverage"]!
            .ToJsonString()
            .ShouldBe("""{"articles":9,"first":"2023-05-19","last":"2023-05-19","publishedBy":"2023-05-19"}""");

        var whenever = await assistant.CallAsync("list_figures", """{"about": "株洲", "figure_text": "59家"}""");
        whenever.Text.ShouldStartWith("Nothing found in what the graph covers (9 articles, 2023-05-19 to 2023-05-19).");
        whenever.Structure!["coverage"]!.ToJsonString().ShouldBe("""{"articles":9,"first":"2023-05-19","last":"2023-05-19"}""");
    }

    [Fact]
    public async Task A_time_that_is_open_at_one_end_is_no_undated_one()
    {
        await using var assistant = await Assistant.OverHttpAsync(server);

        var reply = await assistant.CallAsync("get_timeline", """{"entity": "张步峰", "limit": 50}""");

        var open = reply.Rows.Where(row => row!["first"] is null && row["last"] is not null).ToList();
        open.Select(row => $"{row!["period"]} {row["last"]}").ShouldContain("2010年以前 2009-12-31", "the test needs one");
        reply.Text.ShouldContain("until 2009-12-31 (2010年以前): ");
        reply.Text.ShouldNotContain("undated");
        (await assistant.CallAsync("get_timeline", """{"entity": "张步峰", "undated": true}""")).Text.ShouldStartWith("undated");
    }

    [Fact]
    public async Task Each_fact_of_a_sentence_stands_before_its_own_citation()
    {
        await using var assistant = await Assistant.OverHttpAsync(server);

        var reply = await assistant.CallAsync(
            "read_article",
            """{"article": "article:2023-05-19/01-hunan-guangdong-single-port", "address": "17.1"}"""
        );

        var facts = reply.Rows.ShouldHaveSingleItem()!["facts"]!.AsArray();
        facts.Select(fact => fact!["citation"]!.GetValue<string>()).Distinct().Count().ShouldBeGreaterThan(1, "the test needs several");
        foreach (var fact in facts)
        {
            var behind = reply.Text.Split($"[{fact!["id"]}]")[1..].Select(rest => rest.Split(" — ")[1]);
            behind.ShouldContain(cited => cited.StartsWith(fact["citation"]!.GetValue<string>(), StringComparison.Ordinal));
        }
    }
}
