using System.Text.Json.Nodes;
using ZhuzhouGraph.Server.Mcp;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Mcp;

/// <summary>Every row of every tool over the whole seed: where it is printed, and that pages leave nothing out.</summary>
public sealed class AssistantPagingTests(GraphServer server) : IClassFixture<GraphServer>
{
    public static TheoryData<string, string> Lists =>
        new()
        {
            { "search", """{"text": "小巨人"}""" },
            { "search", """{"text": "湘粤"}""" },
            { "list_figures", "{}" },
            { "list_connections", """{"entity": "曹慧泉"}""" },
            { "list_connections", """{"entity": "株洲"}""" },
            { "list_connections", """{"entity": "曹慧泉", "shared_events": true}""" },
            { "get_timeline", """{"entity": "株洲"}""" },
            { "get_timeline", """{"entity": "株洲", "undated": true}""" },
            { "read_article", """{"article": "article:2023-05-19/02-hidden-champions"}""" },
            { "read_article", """{"article": "article:2023-05-19/09-zhang-bufeng"}""" },
        };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Pages_of_every_size_give_the_same_rows_in_the_same_order(string tool, string arguments)
    {
        await using var assistant = await Assistant.OverHttpAsync(server);

        var largest = await AllAsync(assistant, tool, arguments, 50);
        largest.ShouldNotBeEmpty();
        foreach (var limit in new[] { 1, 7 })
            (await AllAsync(assistant, tool, arguments, limit)).ShouldBe(largest, $"pages of {limit}");
    }

    [Fact]
    public async Task Every_row_says_where_it_is_printed_and_that_place_is_in_the_article()
    {
        await using var assistant = await Assistant.OverHttpAsync(server);
        var addresses = await AddressesAsync();
        var rows = await EveryRowAsync(assistant, addresses.Keys);
        rows.AddRange(rows.ToList().SelectMany(Below));

        rows.Count.ShouldBeGreaterThan(2_000);
        foreach (var row in rows)
        {
            var citation = row["citation"]?.GetValue<string>();
            citation.ShouldNotBeNullOrEmpty(row.ToJsonString());
            if (row["address"] is { } address)
                addresses[row["article"]!.GetValue<string>()].ShouldContain(address.GetValue<string>(), row.ToJsonString());
            else if (citation == Evidence.OfHeading)
                (
                    await server.AskAsync(
                        $"{{ entity(id: {row["id"]!.ToJsonString()}) {{ citations(first: 1) {{ totalCount }} cited(first: 1) {{ "
                            + $"nodes {{ node {{ id }} }} }} }} }}"
                    )
                ).Answer["data"]!["entity"]!
                    .ToJsonString()
                    .ShouldBe("""{"citations":{"totalCount":0},"cited":{"nodes":[]}}""");
        }
        rows.Count(row => row["citation"]!.GetValue<string>() == Evidence.OfHeading).ShouldBeLessThan(rows.Count / 20);
    }

    [Fact]
    public async Task No_sentence_is_given_where_no_text_is_held()
    {
        await using var assistant = await Assistant.OverHttpAsync(server);

        var rows = await EveryRowAsync(assistant, (await AddressesAsync()).Keys);

        rows.SelectMany(Members).Where(member => member.Name is "quote" or "sentence").ShouldAllBe(member => member.Value == null);
        // Nor by another name: what is printed and stands in no seed.
        var paper = RepositoryRoot.RequirePaper();
        var seeds = Folded(Directory.EnumerateFiles(RepositoryRoot.Seeds, "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        var told = Folded(rows.Select(row => row.ToJsonString(Plain)));
        var runs = Directory
            .EnumerateFiles(paper, "*.txt")
            .SelectMany(File.ReadLines)
            .Select(line => Folded([line]))
            .SelectMany(line => Enumerable.Range(0, Math.Max(0, line.Length - Run + 1)).Select(start => line.Substring(start, Run)))
            .ToList();
        runs.Count.ShouldBeGreaterThan(5_000);
        runs.Where(run => told.Contains(run, StringComparison.Ordinal) && !seeds.Contains(run, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>Lines are broken elsewhere in a seed.</summary>
    private static string Folded(IEnumerable<string> texts) =>
        string.Concat(texts.SelectMany(text => text).Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>So many characters in a row are a piece of the text, and no name or figure.</summary>
    private const int Run = 24;

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>All members inside of something, however deep.</summary>
    private static IEnumerable<(string Name, JsonNode? Value)> Members(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member => Members(member.Value).Prepend((member.Key, member.Value))),
            JsonArray items => items.SelectMany(Members),
            _ => [],
        };

    [Fact]
    public async Task Figures_are_those_of_GraphQL_in_the_same_order()
    {
        await using var assistant = await Assistant.OverHttpAsync(server);

        var (_, answer) = await server.AskAsync("{ observations(first: 200) { nodes { id value figure } } }");

        var rows = await RowsAsync(assistant, "list_figures", "{}", 50);
        rows.Select(row => $"{row["id"]} {row["value"]?.ToJsonString()} {row["figure"]}")
            .ShouldBe(
                answer["data"]!["observations"]!["nodes"]!
                    .AsArray()
                    .Select(node => $"{node!["id"]} {node["value"]?.ToJsonString()} {node["figure"]}")
            );
    }

    [Fact]
    public async Task An_answer_that_would_be_too_long_ends_between_rows_with_a_cursor()
    {
        await using var assistant = await Assistant.OverHttpAsync(server);

        var reply = await assistant.CallAsync("list_figures", """{"limit": 50}""");

        reply.Rows.Count.ShouldBeLessThan(50);
        reply.NextCursor.ShouldNotBeNull();
        reply.Text.Length.ShouldBeLessThanOrEqualTo(ToolAnswer.LongestText);
        (
            reply.Text.Length
            + reply
                .Structure!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
                .Length
        ).ShouldBeLessThanOrEqualTo(ToolAnswer.LongestAnswer);
        reply.Text.ShouldContain($"{reply.Rows.Count} of 75 rows; more with cursor nextCursor.");
    }

    [Theory]
    [InlineData("search", """{"text": "小巨人", "cursor": "x"}""")]
    [InlineData("list_figures", """{"cursor": "x"}""")]
    [InlineData("find_paths", """{"from": "曹慧泉", "to": "向恒", "cursor": "x"}""")]
    [InlineData("list_connections", """{"entity": "曹慧泉", "shared_events": true, "cursor": "x"}""")]
    public async Task A_cursor_of_something_else_is_told(string tool, string arguments)
    {
        await using var assistant = await Assistant.OverHttpAsync(server);

        (await assistant.CallAsync(tool, arguments)).Text.ShouldStartWith("BAD_CURSOR: ");
    }

    [Fact]
    public async Task Resources_are_the_rows_of_the_tools()
    {
        await using var assistant = await Assistant.OverHttpAsync(server);
        const string Figure = "obs:2023-05-19/02-hidden-champions/e30728b3d1";

        var plain = await assistant.ReadAsync($"zhuzhou://figure/{Figure}");

        (await assistant.ReadAsync($"zhuzhou://figure/{Uri.EscapeDataString(Figure)}")).ShouldBe(plain, "slashes may be encoded");
        var row = (await assistant.CallAsync("list_figures", """{"figure_text": "58家", "limit": 1}""")).Rows[0]!;
        JsonNode.DeepEquals(JsonNode.Parse(plain), row).ShouldBeTrue();
        JsonNode.Parse(await assistant.ReadAsync("zhuzhou://entity/place:zhuzhou"))!["rows"]![0]!["name"]!
            .GetValue<string>()
            .ShouldBe("株洲");
        JsonNode.Parse(await assistant.ReadAsync("zhuzhou://article/article:2023-05-19/02-hidden-champions"))!["rows"]!
            .AsArray()
            .ShouldNotBeEmpty();
        (await assistant.ReadAsync("zhuzhou://guide")).ShouldBe(McpGuide.Chinese);
        (await assistant.ReadAsync("zhuzhou://guide/en")).ShouldBe(McpGuide.English);
        var listed = await assistant.Client.ListResourcesAsync(cancellationToken: TestContext.Current.CancellationToken);
        listed.Count.ShouldBe(2 + 9);
        (await assistant.Client.ListResourceTemplatesAsync(cancellationToken: TestContext.Current.CancellationToken)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Prompts_stand_in_both_languages_and_carry_what_is_given()
    {
        await using var assistant = await Assistant.OverHttpAsync(server);

        var prompts = await assistant.Client.ListPromptsAsync(cancellationToken: TestContext.Current.CancellationToken);

        prompts.Select(prompt => prompt.Name).ShouldBe(["check_text", "check_text_zh", "brief", "brief_zh"]);
        foreach (var prompt in prompts)
        {
            var argument = prompt.ProtocolPrompt.Arguments!.ShouldHaveSingleItem().Name;
            var got = await prompt.GetAsync(
                new Dictionary<string, object?> { [argument] = "一家想出来的公司" },
                cancellationToken: TestContext.Current.CancellationToken
            );
            ((ModelContextProtocol.Protocol.TextContentBlock)got.Messages.ShouldHaveSingleItem().Content).Text.ShouldContain(
                "一家想出来的公司"
            );
        }
    }

    private static async Task<List<string>> AllAsync(Assistant assistant, string tool, string arguments, int limit) =>
        (await RowsAsync(assistant, tool, arguments, limit)).ConvertAll(row => row.ToJsonString());

    private static async Task<List<JsonNode>> RowsAsync(Assistant assistant, string tool, string arguments, int limit)
    {
        List<JsonNode> rows = [];
        var asked = JsonNode.Parse(arguments)!.AsObject();
        asked["limit"] = limit;
        for (string? cursor = ""; cursor is not null; )
        {
            var reply = await assistant.CallAsync(tool, asked.ToJsonString());
            reply.IsError.ShouldBeFalse(reply.Text);
            rows.AddRange(reply.Rows!);
            cursor = reply.NextCursor;
            asked["cursor"] = cursor;
        }
        return rows;
    }

    private async Task<List<JsonNode>> EveryRowAsync(Assistant assistant, IEnumerable<string> articles)
    {
        List<JsonNode> rows = [];
        foreach (var (_, (id, _)) in await EntitiesAsync())
        {
            var entity = new JsonObject { ["entity"] = id };
            rows.AddRange((await assistant.CallAsync("get_entity", entity.ToJsonString())).Rows!);
            foreach (var tool in new[] { "list_connections", "get_timeline" })
            {
                var wide = new JsonObject { ["entity"] = id, ["limit"] = 50 };
                rows.AddRange((await assistant.CallAsync(tool, wide.ToJsonString())).Rows!);
            }
        }
        foreach (var article in articles)
            rows.AddRange(
                (await assistant.CallAsync("read_article", new JsonObject { ["article"] = article, ["limit"] = 60 }.ToJsonString())).Rows!
            );
        rows.AddRange((await assistant.CallAsync("list_figures", """{"limit": 50}""")).Rows!);
        return rows;
    }

    /// <summary>Rows inside a row.</summary>
    private static IEnumerable<JsonNode> Below(JsonNode row) =>
        new[] { "posts", "figures", "articles", "facts" }.SelectMany(name => row[name]?.AsArray() ?? []).Select(inside => inside!);

    private async Task<Dictionary<string, HashSet<string>>> AddressesAsync()
    {
        var found = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var (_, articles) = await server.AskAsync("{ articles { nodes { id } } }");
        foreach (var article in articles["data"]!["articles"]!["nodes"]!.AsArray())
        {
            var id = article!["id"]!.GetValue<string>();
            var (_, answer) = await server.AskAsync(
                $"{{ node(id: \"{id}\") {{ ... on Article {{ cited(first: 200) {{ nodes {{ citation {{ address }} }} }} }} }} }}"
            );
            found[id] =
            [
                .. answer["data"]!["node"]!["cited"]!["nodes"]!.AsArray().Select(item => item!["citation"]!["address"]!.GetValue<string>()),
            ];
        }
        return found;
    }

    private async Task<Dictionary<int, (string Id, string Type)>> EntitiesAsync()
    {
        List<(string Id, string Type)> all = [];
        foreach (var type in EntityTypes.All)
        {
            var (_, answer) = await server.AskAsync($"{{ {type.Plural}(first: 200) {{ nodes {{ id }} }} }}");
            all.AddRange(answer["data"]![type.Plural]!["nodes"]!.AsArray().Select(node => (node!["id"]!.GetValue<string>(), type.Name)));
        }
        return all.Index().ToDictionary(item => item.Index, item => item.Item);
    }
}
