using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using ZhuzhouGraph.Server.Mcp;
using ZhuzhouGraph.Server.Tests.GraphApi.Execution;
using ZhuzhouGraph.SqliteStore;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Mcp;

/// <summary>What the SDK does by itself and an assistant must not meet, and bodies that are no call.</summary>
public sealed class McpTrapTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string Figures = """{"name": "list_figures", "arguments": {"about": "湘粤一港通"}}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_defect_of_ours_is_masked_under_an_id_that_the_log_has()
    {
        using var folder = new TemporaryFolder();
        await using var store = await SqliteGraphStore.OpenAsync(folder.File("graph.db"), TimeProvider.System, Cancel);
        var late = new LateStore(store) { Defect = new InvalidOperationException("a lamp that nobody lit") };
        await using var broken = await GraphServer.StartedAsync(TimeProvider.System, RepositoryRoot.Seeds, late);
        await using var assistant = await Assistant.OverHttpAsync(broken);

        var reply = await assistant.CallAsync("list_figures");

        reply.IsError.ShouldBeTrue();
        reply.Text.ShouldStartWith("INTERNAL_ERROR: ", Case.Sensitive, "the SDK would say that an error occurred invoking the tool");
        reply.Text.ShouldNotContain("a lamp");
        var logged = broken.Log.From(LogLevel.Error).ShouldHaveSingleItem();
        logged.ShouldContain("a lamp", Case.Sensitive, "the test needs a defect with details to hide");
        logged.ShouldContain(reply.Text.Split(' ')[^1].TrimEnd('.'));
    }

    [Fact]
    public async Task What_the_SDK_advertises_unasked_is_logging_alone_and_sends_nothing()
    {
        var greeting = await AskAsync(
            "initialize",
            """{"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "by hand", "version": "1"}}"""
        );
        greeting["result"]!["capabilities"]!
            .AsObject()
            .Select(offered => offered.Key)
            .Except(["tools", "resources", "prompts", "logging"])
            .ShouldBeEmpty();

        await AskAsync("logging/setLevel", """{"level": "debug"}""");
        using var response = await server.Client.SendAsync(Request(Body("tools/call", Figures)), Cancel);
        (await response.Content.ReadAsStringAsync(Cancel))
            .Split('\n')
            .Count(line => line.StartsWith("data:", StringComparison.Ordinal))
            .ShouldBe(1, "the answer, and no line of a log before it");
    }

    [Fact]
    public async Task Rows_stand_in_the_structure_once_and_are_not_repeated_as_JSON_in_the_text()
    {
        var content = (await AskAsync("tools/call", Figures))["result"]!["content"]!.AsArray().ShouldHaveSingleItem()!;

        content["type"]!.GetValue<string>().ShouldBe("text");
        content["text"]!.GetValue<string>().ShouldStartWith("湘粤一港通 · ");
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_the_stores_work()
    {
        await using var own = await GraphServer.StartedAsync(
            new Microsoft.Extensions.Time.Testing.FakeTimeProvider(),
            RepositoryRoot.Seeds
        );
        own.Meddle(StoreFaults.HangArticles);
        using var statements = new RequestStatements();
        using var request = statements.Request(HttpMethod.Post, "/mcp");
        request.Content = new StringContent(Body("tools/call", Figures), Encoding.UTF8, "application/json");
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var asked = own.Client.SendAsync(request, leaving.Token);
        await statements.HangsAsync();

        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(asked);
        await statements.AreOverAsync();
        own.Log.From(LogLevel.Error).ShouldBeEmpty("it is no fault of ours");
    }

    [Fact]
    public async Task The_span_of_a_call_names_tool_rows_and_code_and_nothing_that_was_asked()
    {
        List<Activity> spans = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == McpCalls.ActivitySourceName,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                lock (spans)
                    spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var trace = new RequestStatements();
        foreach (var arguments in new[] { Figures, """{"name": "list_figures", "arguments": {"about": "一句悄悄话"}}""" })
        {
            using var request = trace.Request(HttpMethod.Post, "/mcp");
            request.Content = new StringContent(Body("tools/call", arguments), Encoding.UTF8, "application/json");
            request.Headers.Accept.ParseAdd("application/json, text/event-stream");
            using var response = await server.Client.SendAsync(request, Cancel);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        lock (spans)
            spans
                .Where(span => span.TraceId == trace.Trace)
                .Select(span => $"{span.DisplayName} {string.Join(' ', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}")
                .ShouldBe([
                    "tools/call list_figures mcp.tool=list_figures mcp.rows=1 mcp.code=OK",
                    "tools/call list_figures mcp.tool=list_figures mcp.rows=0 mcp.code=UNKNOWN_NAME",
                ]);
    }

    public static TheoryData<string, string?, string, int[]> Bodies =>
        new()
        {
            { "text", "text/plain", Body("tools/list", "{}"), [415] },
            { "a form", "application/x-www-form-urlencoded", "a=1", [415] },
            { "no type", null, Body("tools/list", "{}"), [415] },
            { "another writing", "application/json; charset=utf-16", Body("tools/list", "{}"), [415] },
            { "nothing", "application/json", "", [400] },
            { "a batch", "application/json", $"[{Body("tools/list", "{}")},{Body("tools/list", "{}")}]", [400] },
            { "a text", "application/json", "\"硬\"", [400] },
            { "null", "application/json", "null", [400] },
            { "no version", "application/json", """{"id": 1, "method": "tools/list"}""", [400] },
            { "no method", "application/json", """{"jsonrpc": "2.0", "id": 1}""", [200, 202, 400] },
            { "an id that is an object", "application/json", """{"jsonrpc": "2.0", "id": {}, "method": "tools/list"}""", [400] },
            { "a tool of 60,000 characters", "application/json", Body("tools/call", Named(60_000)), [200] },
            { "a prompt of 60,000 characters", "application/json", Body("prompts/get", Named(60_000)), [200] },
            { "a cursor of 60,000 characters", "application/json", Body("tools/call", Cursor(60_000)), [200] },
            {
                "an address of 60,000",
                "application/json",
                Body("resources/read", $$"""{"uri": "zhuzhou://entity/{{Many(60_000)}}"}"""),
                [200]
            },
            { "5,000 arguments", "application/json", Body("tools/call", Arguments(5_000)), [200] },
            { "parameters that are a list", "application/json", Body("tools/call", "[1]"), [200, 400] },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_no_call_is_refused_and_little_of_it_repeated(string name, string? type, string body, int[] statuses)
    {
        using var request = Request(body);
        request.Content!.Headers.Remove("Content-Type");
        if (type is not null)
            request.Content.Headers.Add("Content-Type", type);
        using var response = await server.Client.SendAsync(request, Cancel);

        var told = await response.Content.ReadAsStringAsync(Cancel);
        ((int)response.StatusCode).ShouldBeOneOf(statuses);
        told.ShouldNotContain(new string('x', 41), Case.Sensitive, name);
        told.ShouldNotContain("   at ");
        told.Length.ShouldBeLessThan(ToolAnswer.LongestText * 2);
        if (response.StatusCode is HttpStatusCode.OK)
            (
                told.Contains("\"error\"", StringComparison.Ordinal) || told.Contains("\"isError\":true", StringComparison.Ordinal)
            ).ShouldBeTrue(told);
        (await AskAsync("tools/call", Figures))["result"]!["structuredContent"].ShouldNotBeNull("the server goes on");
        server.Log.From(LogLevel.Error).ShouldBeEmpty();
    }

    private static string Many(int count) => new('x', count);

    private static string Named(int length) => $$"""{"arguments": {}, "name": "{{Many(length)}}"}""";

    private static string Cursor(int length) => Calling($"\"cursor\": \"{Many(length)}\"");

    private static string Arguments(int count) => Calling(string.Join(',', Enumerable.Range(0, count).Select(i => $"\"a{i}\":1")));

    private static string Calling(string arguments) => "{\"name\": \"list_figures\", \"arguments\": {" + arguments + "}}";

    private async Task<JsonNode> AskAsync(string method, string parameters)
    {
        using var request = Request(Body(method, parameters));
        using var response = await server.Client.SendAsync(request, Cancel);
        var told = await response.Content.ReadAsStringAsync(Cancel);
        return JsonNode.Parse(told.Split('\n').Last(line => line.StartsWith("data:", StringComparison.Ordinal))[5..])!;
    }

    private static string Body(string method, string parameters) =>
        $$$"""{"jsonrpc": "2.0", "id": 1, "method": "{{{method}}}", "params": {{{parameters}}}}""";

    private static HttpRequestMessage Request(string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        return request;
    }
}
