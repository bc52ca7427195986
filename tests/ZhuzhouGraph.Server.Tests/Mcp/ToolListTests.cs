using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModelContextProtocol;
using NJsonSchema;
using ZhuzhouGraph.Server.Mcp;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Mcp;

/// <summary>What an assistant is told of the tools, and that it is so.</summary>
public sealed class ToolListTests(GraphServer server) : IClassFixture<GraphServer>
{
    private static readonly string Approved = Path.Combine(
        RepositoryRoot.Path,
        "src",
        "ZhuzhouGraph.Server",
        "contracts",
        "mcp-tools.json"
    );

    private static readonly JsonSerializerOptions Written = new(McpJsonUtilities.DefaultOptions)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_tools_are_the_approved_ones()
    {
        var listed = JsonSerializer.Serialize(McpTools.All.Select(tool => tool.Declared()), Written) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1" && Environment.GetEnvironmentVariable("CI") is null)
            await File.WriteAllTextAsync(Approved, listed, Cancel);
        (await File.ReadAllTextAsync(Approved, Cancel)).ShouldBe(listed, "read the difference; UPDATE_SNAPSHOTS=1 approves it");
    }

    [Fact]
    public async Task The_list_is_short_enough_that_no_client_drops_it()
    {
        await using var assistant = await Assistant.OverHttpAsync(server);

        var tools = (await assistant.Client.ListToolsAsync(cancellationToken: Cancel)).Select(tool => tool.ProtocolTool).ToList();

        Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(tools, McpJsonUtilities.DefaultOptions)).ShouldBeLessThanOrEqualTo(10_000);
        tools.ShouldAllBe(tool => tool.Name.Length <= 20);
        tools.ShouldAllBe(tool => tool.Description!.Length <= McpTool.LongestDescription);
        tools.ShouldAllBe(tool => tool.Annotations!.ReadOnlyHint == true && tool.Annotations.DestructiveHint == false);
        tools.ShouldAllBe(tool => tool.Annotations!.IdempotentHint == true && tool.Annotations.OpenWorldHint == false);
        McpServing.Instructions.Length.ShouldBeLessThanOrEqualTo(600);
        Encoding.UTF8.GetByteCount(McpGuide.Chinese).ShouldBeLessThanOrEqualTo(6 * 1024);
        Encoding.UTF8.GetByteCount(McpGuide.English).ShouldBeLessThanOrEqualTo(6 * 1024);
    }

    [Fact]
    public async Task Tools_resources_and_prompts_are_advertised_and_nothing_that_is_not_there()
    {
        await using var assistant = await Assistant.OverHttpAsync(server);

        var offered = assistant.Client.ServerCapabilities;

        (offered.Tools, offered.Resources, offered.Prompts).ShouldSatisfyAllConditions(
            parts => parts.Tools.ShouldNotBeNull(),
            parts => parts.Resources.ShouldNotBeNull(),
            parts => parts.Prompts.ShouldNotBeNull()
        );
        offered.Completions.ShouldBeNull();
        offered.Resources!.Subscribe.ShouldNotBe(true);
        assistant.Client.ServerInstructions.ShouldBe(McpServing.Instructions);
    }

    [Fact]
    public async Task Every_stored_document_is_one_that_the_schema_takes()
    {
        var documents = McpTools.All.SelectMany(tool => tool.Documents).Concat(McpResources.Documents).ToList();

        // Without variables all that can be wrong is that they are left out.
        foreach (var document in documents)
            (await server.AskAsync(document))
                .Answer["errors"]
                ?.AsArray()
                .Where(error => error!["extensions"]!["code"]!.GetValue<string>() != "INVALID_VALUE")
                .Select(error => error!.ToJsonString())
                .ShouldBeEmpty(document);

        documents.Count.ShouldBe(15);
    }

    [Fact]
    public async Task Every_answer_fits_the_schema_that_its_tool_declares()
    {
        await using var assistant = await Assistant.OverHttpAsync(server);
        (string Tool, string Arguments)[] calls =
        [
            ("search", """{"text": "株洲"}"""),
            ("search", """{"text": "一个没有的词"}"""),
            ("search", """{"text": "小巨人 60家"}"""),
            ("get_entity", """{"entity": "株洲"}"""),
            ("list_figures", "{}"),
            ("list_figures", """{"figure_text": "一个没有的词"}"""),
            ("list_connections", """{"entity": "曹慧泉"}"""),
            ("list_connections", """{"entity": "曹慧泉", "shared_events": true}"""),
            ("find_paths", """{"from": "曹慧泉", "to": "向恒"}"""),
            ("get_timeline", """{"entity": "株洲"}"""),
            ("read_article", """{"article": "闪耀株洲"}"""),
            ("check_claim", """{"claim": "株洲有60家国家级小巨人"}"""),
            ("check_claim", """{"claim": "湘粤非铁海联运今年1至4月增长到2.4倍"}"""),
            ("check_claim", """{"claim": "没有数字的一句话"}"""),
        ];

        foreach (var tool in await assistant.Client.ListToolsAsync(cancellationToken: Cancel))
        {
            var schema = await JsonSchema.FromJsonAsync(tool.ProtocolTool.OutputSchema!.Value.GetRawText(), Cancel);
            var members = tool.ProtocolTool.OutputSchema.Value.GetProperty("properties").GetProperty("rows").GetProperty("items");
            var own = calls.Where(call => call.Tool == tool.Name).ToList();
            own.ShouldNotBeEmpty();
            foreach (var (name, arguments) in own)
            {
                var reply = await assistant.CallAsync(name, arguments);
                reply.IsError.ShouldBeFalse(reply.Text);
                schema.Validate(reply.Structure!.ToJsonString()).Select(error => error.ToString()).ShouldBeEmpty($"{name} {arguments}");
                reply
                    .Rows.SelectMany(row => row!.AsObject().Select(member => member.Key))
                    .Distinct()
                    .Except(members.GetProperty("properties").EnumerateObject().Select(member => member.Name))
                    .Except(Evidence.Members)
                    .ShouldBeEmpty("what a row holds is declared, or told of all rows by the guide");
                reply.Structure.AsObject().Select(member => member.Key).ShouldBe(ToolAnswer.Envelope, ignoreOrder: true);
            }
        }
    }

    [Fact]
    public void The_guides_name_what_every_answer_and_every_row_has()
    {
        foreach (var guide in new[] { McpGuide.Chinese, McpGuide.English })
        foreach (var member in ToolAnswer.Envelope.Concat(Evidence.Members))
            guide.ShouldContain($"`{member}`");
    }

    [Fact]
    public void The_guides_name_every_verdict()
    {
        foreach (var guide in new[] { McpGuide.Chinese, McpGuide.English })
        foreach (var verdict in Enum.GetValues<Text.Claims.Verdict>())
            guide.ShouldContain(Spelling.Name(verdict));
    }

    [Fact]
    public void The_guides_intervals_are_those_of_the_table_of_hedges()
    {
        foreach (var guide in new[] { McpGuide.Chinese, McpGuide.English })
        {
            var rows = guide
                .Split('\n')
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Where(cells => cells.Length == 5 && (cells[3].StartsWith('[') || cells[3].StartsWith('(')))
                .ToDictionary(cells => Spelling.Parse<Hedge>(cells[2])!.Value, cells => cells[3]);
            rows.Keys.ShouldBe([Hedge.About, Hedge.Nearly, Hedge.AndSome, Hedge.MoreThan, Hedge.AtLeast, Hedge.Under, Hedge.Several]);
            foreach (var (hedge, interval) in rows)
                Hedges.Interval(hedge, hedge is Hedge.Several ? 10 : 80, Units.Find("item")!).ToString().ShouldBe(interval, $"{hedge}");
        }
    }

    [Fact]
    public async Task A_tool_that_is_not_there_is_an_error_that_lists_those_that_are()
    {
        await using var assistant = await Assistant.OverHttpAsync(server);

        var error = await Should.ThrowAsync<McpProtocolException>(() => assistant.CallAsync("judge"));

        error.ErrorCode.ShouldBe(McpErrorCode.InvalidParams);
        error.Message.ShouldContain(
            "search, get_entity, list_figures, list_connections, find_paths, get_timeline, read_article, check_claim"
        );
    }
}
