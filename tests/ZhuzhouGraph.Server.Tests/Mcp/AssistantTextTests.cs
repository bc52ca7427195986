namespace ZhuzhouGraph.Server.Tests.Mcp;

/// <summary>What the block of text says is what the rows say.</summary>
public sealed class AssistantTextTests(GraphServer server) : IClassFixture<GraphServer>
{
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
}
