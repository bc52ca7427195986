using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Server.Tests.Mcp;

/// <summary>All that is wrong with a request is told at once, with its place, what was found and what is allowed.</summary>
public sealed class AssistantFaultTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string NoCursor =
        "BAD_CURSOR: 'cursor' is no cursor of this list. A cursor belongs to one field with the same arguments and the same parent; "
        + "start again without 'cursor'";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_entry_of_a_list_is_named_with_its_place_and_the_nearest_word()
    {
        await using var assistant = await Assistant.OverHttpAsync(server);

        var lines = (await assistant.CallAsync("search", """{"text": "a", "types": ["Compny", "Place", 7]}""")).Text.Split('\n');

        lines.Length.ShouldBe(2);
        lines[0].ShouldStartWith("BAD_ARGUMENT: 'types[0]' is the text 'Compny'; allowed is one of Official, ");
        lines[0].ShouldEndWith(" Did you mean 'Company'?");
        lines[1].ShouldStartWith("BAD_ARGUMENT: 'types[2]' is 7; allowed is one of Official, ");

        var avoided = await assistant.CallAsync(
            "find_paths",
            $$"""{"from": "株洲", "to": "曹慧泉", "avoid": ["", "{{new string('x', 201)}}"]}"""
        );
        avoided
            .Text.Split('\n')
            .ShouldBe([
                "BAD_ARGUMENT: 'avoid[0]' is the text ''; allowed is a text of 1 to 200 characters.",
                "TEXT_TOO_LONG: 'avoid[1]' is a text of 201 characters; allowed is a text of 1 to 200 characters.",
            ]);
    }

    [Fact]
    public async Task A_wrong_number_hides_no_wrong_name_or_cursor()
    {
        await using var assistant = await Assistant.OverHttpAsync(server);

        var paths = await assistant.CallAsync(
            "find_paths",
            """{"from": "株州", "to": "曹慧泉", "max_hops": 9, "avoid": ["曹慧泉", 7, "长沙氏"], "cursor": "x", "avoids": 1}"""
        );
        var told = paths.Text.Split('\n');
        told[0].ShouldEndWith("limit, cursor. Did you mean 'avoid'?");
        told[1].ShouldBe("BAD_ARGUMENT: 'max_hops' is 9; allowed is a whole number from 1 to 4.");
        told[2].ShouldStartWith("BAD_ARGUMENT: 'avoid[1]' is 7;");
        told[3].ShouldStartWith("BAD_CURSOR: 'cursor' is none of find_paths.");
        told[4].ShouldStartWith("UNKNOWN_NAME: 'from' is '株州'");
        told[5].ShouldStartWith("UNKNOWN_NAME: 'avoid' is '长沙氏'");
        told[6].ShouldBe("1. 株洲 (Place) [place:zhuzhou]");

        var figures = await assistant.CallAsync("list_figures", """{"about": "株州", "indicator": "小巨人企业", "limit": 0}""");
        figures.Text.ShouldContain("BAD_ARGUMENT: 'limit' is 0");
        figures.Text.ShouldContain("UNKNOWN_NAME: 'about' is '株州'");
        figures.Text.ShouldContain("UNKNOWN_NAME: 'indicator' has '小巨人企业'");

        var article = await assistant.CallAsync("read_article", """{"article": "企鹅", "address": "x", "limit": 99}""");
        article
            .Text.Split('\n')
            .Select(line => line.Split(';')[0].Split('.')[0])
            .ShouldBe(["BAD_ARGUMENT: 'limit' is 99", "BAD_ARGUMENT: 'address' is 'x'", "UNKNOWN_NAME: 'article' is '企鹅'"]);

        var shared = await assistant.CallAsync(
            "list_connections",
            """{"entity": "株州", "shared_events": true, "to": "x", "cursor": "q"}"""
        );
        shared.Text.ShouldContain("BAD_ARGUMENT: 'to' has no effect beside 'shared_events'");
        shared.Text.ShouldContain("BAD_CURSOR: 'cursor' is none of this tool.");
        shared.Text.ShouldContain("UNKNOWN_NAME: 'entity' is '株州'");
    }

    [Theory]
    [InlineData("list_figures", "{\"cursor\": \"x\"}")]
    [InlineData("list_connections", "{\"entity\": \"株洲\", \"cursor\": \"x\"}")]
    [InlineData("get_timeline", "{\"entity\": \"株洲\", \"cursor\": \"x\"}")]
    [InlineData("read_article", "{\"article\": \"article:2023-05-19/02-hidden-champions\", \"cursor\": \"x\"}")]
    public async Task A_wrong_cursor_is_told_by_the_name_that_the_tool_has_for_it(string tool, string arguments)
    {
        await using var assistant = await Assistant.OverHttpAsync(server);
        var told = (await assistant.CallAsync(tool, arguments)).Text;
        told.ShouldStartWith(NoCursor);
        told.ShouldNotContain("after");
    }

    [Theory]
    [InlineData("tools/call", "{}", "'name' is left out; needed is a text, one of search, ")]
    [InlineData("tools/call", "{\"name\": 7, \"arguments\": [1]}", "'name' is 7; allowed is a text, one of search, ")]
    [InlineData("tools/call", "{\"name\": \"search\", \"arguments\": [1, 2]}", "'arguments' is a list of 2; allowed is an object.")]
    [InlineData("tools/call", "{\"name\": \"search\", \"arguments\": \"x\"}", "'arguments' is the text 'x'; allowed is an object.")]
    [InlineData(
        "tools/call",
        "{\"name\": \"search\", \"arguments\": {\"text\": \"a\\ud800\", \"types\": [\"Place\", \"\\udc00\"]}}",
        "'arguments.text' is a text with half of a character (\\ud800 to \\udfff alone); allowed is a text of whole characters.\n"
            + "'arguments.types[1]' is a text with half of a character"
    )]
    [InlineData("tools/call", "{\"name\": \"search\", \"arguments\": {\"\\ud800\": 1}}", "'arguments' has a name with half of a character")]
    [InlineData("tools/call", "{\"name\": \"search\", \"arguments\": {\"text\": \"a\", \"text\": \"b\"}}", "'arguments' has a name twice")]
    [InlineData("resources/read", "{}", "'uri' is left out; needed is a text such as zhuzhou://guide.")]
    [InlineData("resources/read", "{\"uri\": {}}", "'uri' is an object; allowed is a text such as zhuzhou://guide.")]
    [InlineData("resources/list", "{\"cursor\": 7}", "'cursor' is 7; allowed is a text.")]
    [InlineData("resources/list", "{\"cursor\": \"x\"}", NoCursor)]
    [InlineData("prompts/get", "{}", "'name' is left out; needed is a text, one of check_text, ")]
    [InlineData("prompts/get", "{\"name\": \"brief\", \"arguments\": 1}", "'arguments' is 1; allowed is an object.")]
    [InlineData("prompts/get", "{\"name\": \"brief\", \"arguments\": {\"entity\": 7}}", "'entity' is 7; needed is a text.")]
    public async Task Parameters_that_are_wrong_are_told_as_the_clients_fault(string method, string parameters, string told)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new StringContent(
                $$"""{"jsonrpc": "2.0", "id": 1, "method": "{{method}}", "params": {{parameters}}}""",
                Encoding.UTF8,
                new MediaTypeHeaderValue("application/json")
            ),
        };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        using var response = await server.Client.SendAsync(request, Cancel);

        var answer = await response.Content.ReadAsStringAsync(Cancel);
        var error = JsonNode.Parse(answer.Split('\n').Last(line => line.StartsWith("data:", StringComparison.Ordinal))[5..])!["error"]!;
        error["code"]!.GetValue<int>().ShouldBe(-32602);
        error["message"]!.GetValue<string>().ShouldStartWith(told);
    }
}
