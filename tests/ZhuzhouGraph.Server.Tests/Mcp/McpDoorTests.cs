using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Server.Mcp;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Mcp;

/// <summary>Requests written by hand, kind and hostile, at <c>/mcp</c>.</summary>
public sealed class McpDoorTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string Key = "a-key-of-this-test-alone";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2025-03-26")]
    [InlineData("2025-06-18")]
    [InlineData("2025-11-25")]
    public async Task Older_protocols_are_answered_to_requests_written_by_hand(string version)
    {
        var greeting = await AskAsync(
            "initialize",
            $$$"""{"protocolVersion": "{{{version}}}", "capabilities": {}, "clientInfo": {"name": "by hand", "version": "1"}}"""
        );
        greeting["result"]!["protocolVersion"]!.GetValue<string>().ShouldBe(version);
        greeting["result"]!["serverInfo"]!["name"]!.GetValue<string>().ShouldBe("zhuzhou-graph");

        var called = await AskAsync("tools/call", """{"name": "list_figures", "arguments": {"about": "湘粤一港通"}}""", version);
        called["result"]!["structuredContent"]!["rows"]![0]!["figure"]!.GetValue<string>().ShouldBe("压缩30%");
    }

    [Fact]
    public async Task The_newest_protocol_is_answered_without_a_greeting()
    {
        const string Meta =
            "\"_meta\": {\"io.modelcontextprotocol/protocolVersion\": \"2026-07-28\", \"io.modelcontextprotocol/clientCapabilities\": {}, "
            + "\"io.modelcontextprotocol/clientInfo\": {\"name\": \"by hand\", \"version\": \"1\"}}";
        using var request = Request(
            Body("tools/call", $$$"""{"name": "list_figures", "arguments": {"about": "湘粤一港通"}, {{{Meta}}}}"""),
            "2026-07-28"
        );
        request.Headers.Add("Mcp-Method", "tools/call");
        request.Headers.Add("Mcp-Name", "list_figures");
        using var response = await server.Client.SendAsync(request, Cancel);

        (await MessageAsync(response))["result"]!["structuredContent"]!["rows"]![0]!["figure"]!.GetValue<string>().ShouldBe("压缩30%");
    }

    [Theory]
    [InlineData("Host", "evil.example", HttpStatusCode.BadRequest)]
    [InlineData("Origin", "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://127.0.0.1:1", HttpStatusCode.Forbidden)]
    public async Task A_foreign_host_and_a_foreign_origin_are_refused_before_anything_is_read(
        string header,
        string value,
        HttpStatusCode status
    )
    {
        using var request = Request(Body("tools/list", "{}"));
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await server.Client.SendAsync(request, Cancel);

        response.StatusCode.ShouldBe(status);
        response.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse("no page of another origin reads this");
    }

    [Fact]
    public async Task The_servers_own_origin_is_answered_and_no_page_of_another_gets_leave()
    {
        using var own = Request(Body("tools/list", "{}"));
        own.Headers.Add("Origin", server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var answered = await server.Client.SendAsync(own, Cancel);
        answered.StatusCode.ShouldBe(HttpStatusCode.OK);
        answered.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();

        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/mcp");
        preflight.Headers.Add("Origin", "http://evil.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        using var refused = await server.Client.SendAsync(preflight, Cancel);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    public async Task Only_POST_is_allowed(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/mcp");
        using var response = await server.Client.SendAsync(request, Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["POST"]);
    }

    [Fact]
    public async Task A_client_that_takes_only_JSON_is_told_what_to_accept()
    {
        using var request = Request(Body("tools/list", "{}"));
        request.Headers.Accept.Clear();
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await server.Client.SendAsync(request, Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("text/event-stream");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_6_MB_is_refused_whether_its_length_is_told_or_not(bool isChunked)
    {
        var body = Body("tools/call", $$$"""{"name": "search", "arguments": {"text": "{{{new string('洲', 2_000_000)}}}"}}""");
        using var request = Request(body);
        request.Headers.TransferEncodingChunked = isChunked;
        using var response = await server.Client.SendAsync(request, Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_long_text_is_refused_before_the_graph_is_asked()
    {
        using var statements = new RequestStatements();
        using var request = statements.Request(HttpMethod.Post, "/mcp");
        request.Content = new StringContent(
            Body("tools/call", $$$"""{"name": "search", "arguments": {"text": "{{{new string('a', 60_000)}}}"}}"""),
            Encoding.UTF8,
            "application/json"
        );
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        using var response = await server.Client.SendAsync(request, Cancel);

        (await MessageAsync(response))["result"]!["content"]![0]!["text"]!
            .GetValue<string>()
            .ShouldBe("TEXT_TOO_LONG: 'text' is a text of 60000 characters; allowed is a text of 1 to 200 characters.");
        statements.Texts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"text": {"a": [1]}}""", "BAD_ARGUMENT: 'text' is an object")]
    [InlineData("""{"text": " "}""", "BAD_ARGUMENT: 'text' is the text ' '")]
    [InlineData("""{"text": "a", "limit": 51}""", "BAD_ARGUMENT: 'limit' is 51; allowed is a whole number from 1 to 50.")]
    [InlineData("""{"text": "a", "limit": 1e999}""", "BAD_ARGUMENT: 'limit' is 1e999")]
    [InlineData("""{"text": "a", "types": []}""", "BAD_ARGUMENT: 'types' is a list of 0")]
    [InlineData("""{"text": "a", "types": ["Mayor"]}""", "BAD_ARGUMENT: 'types[0]' is the text 'Mayor'; allowed is one of Official, ")]
    public async Task A_wrong_argument_is_told_with_what_is_allowed(string arguments, string told)
    {
        using var request = Request(Body("tools/call", $$$"""{"name": "search", "arguments": {{{arguments}}}}"""));
        using var response = await server.Client.SendAsync(request, Cancel);

        (await MessageAsync(response))["result"]!["content"]![0]!["text"]!.GetValue<string>().ShouldStartWith(told);
    }

    [Fact]
    public async Task JSON_that_nests_deep_or_is_none_is_refused_and_the_server_goes_on()
    {
        foreach (
            var body in new[]
            {
                Body("tools/call", string.Concat(Enumerable.Repeat("{\"a\":", 9_000)) + "1" + new string('}', 9_000)),
                "{",
                "[]",
                "\"\xff\xfe",
            }
        )
        {
            using var request = Request(body);
            using var response = await server.Client.SendAsync(request, Cancel);
            ((int)response.StatusCode).ShouldBe(400, body[..Math.Min(40, body.Length)]);
        }
        using var half = Request(Body("tools/call", """{"name": "search", "arguments": {"text": "\ud800"}}"""));
        using var error = await server.Client.SendAsync(half, Cancel);
        (await MessageAsync(error))["error"].ShouldNotBeNull("half of a character is no text, which the SDK says");
        using var bytes = Request("");
        bytes.Content = new ByteArrayContent([.. "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \""u8, 0xff, 0xfe, .. "\"}"u8]);
        bytes.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var refused = await server.Client.SendAsync(bytes, Cancel);
        ((int)refused.StatusCode).ShouldBe(400);

        (await CallAsync("list_figures", new JsonObject { ["about"] = "湘粤一港通" }))["structuredContent"].ShouldNotBeNull();
    }

    [Fact]
    public async Task All_of_200_calls_at_once_are_answered()
    {
        await using var assistant = await Assistant.OverHttpAsync(server);

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(_ => assistant.CallAsync("list_figures", """{"about": "湘粤一港通"}"""))
        );

        replies.ShouldAllBe(reply => reply.Rows.Count == 1);
    }

    [Fact]
    public async Task More_calls_than_may_wait_are_told_to_come_again_and_the_rest_is_answered()
    {
        await using var small = await GraphServer.StartedAsync(
            new GraphHostOptions { Settings = ["--Mcp:CallsAtOnce=1", "--Mcp:CallsWaiting=1"] },
            RepositoryRoot.Seeds
        );
        var asked = await Task.WhenAll(
            Enumerable
                .Range(0, 64)
                .Select(async _ =>
                {
                    using var request = Request(Body("tools/call", """{"name": "list_figures", "arguments": {"limit": 50}}"""));
                    using var response = await small.Client.SendAsync(request, Cancel);
                    return (response.StatusCode, response.Headers.RetryAfter);
                })
        );

        asked.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK || answer.StatusCode == HttpStatusCode.TooManyRequests);
        asked.ShouldContain(answer => answer.StatusCode == HttpStatusCode.OK);
        asked.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ShouldAllBe(answer => answer.RetryAfter != null);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_sends_or_reads_slowly_keeps_nobody_waiting(bool isSent)
    {
        var body = isSent ? Body("tools/call", """{"name": "list_figures", "arguments": {"limit": 50}}""") : "{";
        var length = isSent ? body.Length : 500;
        await using var small = await GraphServer.StartedAsync(
            new GraphHostOptions { Settings = ["--Mcp:CallsAtOnce=1"] },
            RepositoryRoot.Seeds
        );
        var slow = new List<System.Net.Sockets.TcpClient>();
        try
        {
            for (var i = 0; i < 64; i++)
            {
                var client = new System.Net.Sockets.TcpClient { ReceiveBufferSize = 1 };
                await client.ConnectAsync(IPAddress.Loopback, small.Client.BaseAddress!.Port, Cancel);
                await client
                    .GetStream()
                    .WriteAsync(
                        Encoding.ASCII.GetBytes(
                            $"POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept: application/json, "
                                + $"text/event-stream\r\nContent-Length: {length}\r\n\r\n{body}"
                        ),
                        Cancel
                    );
                slow.Add(client);
            }
            await using var assistant = await Assistant.OverHttpAsync(small);
            (await assistant.CallAsync("list_figures", """{"about": "湘粤一港通"}""")).Rows.Count.ShouldBe(1);
        }
        finally
        {
            slow.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public async Task A_key_is_asked_for_where_one_is_set()
    {
        await using var locked = await GraphServer.StartedAsync(
            new GraphHostOptions { Settings = [$"--Mcp:Key={Key}"] },
            RepositoryRoot.Seeds
        );
        foreach (var wrong in new[] { null, "Bearer", "Bearer another-key-of-this-test", $"Basic {Key}" })
        {
            using var request = Request(Body("tools/list", "{}"));
            if (wrong is not null)
                request.Headers.TryAddWithoutValidation("Authorization", wrong);
            using var response = await locked.Client.SendAsync(request, Cancel);
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        }
        await using var assistant = await Assistant.OverHttpAsync(locked, Key);
        (await assistant.CallAsync("list_figures", """{"about": "湘粤一港通"}""")).Rows.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0", null, true)]
    [InlineData("http://localhost:5080", null, true)]
    [InlineData("http://[::1]:0", null, true)]
    [InlineData("http://127.0.0.1:0", "--Mcp:Enabled=false", false)]
    [InlineData("http://0.0.0.0:0", null, false)]
    [InlineData("http://127.0.0.1:0;http://192.0.2.1:0", null, false)]
    [InlineData("http://0.0.0.0:0", "--Mcp:Enabled=true", false)]
    [InlineData("http://0.0.0.0:0", "--Mcp:Enabled=true --Mcp:Key=" + Key, true)]
    [InlineData("http://127.0.0.1:0", "--AllowedHosts=graph.example", false)]
    public void It_is_on_where_this_machine_alone_asks_and_elsewhere_with_a_key(string urls, string? settings, bool isOn)
    {
        var configuration = new ConfigurationBuilder().AddCommandLine(settings?.Split(' ') ?? []).Build();
        var mcp = configuration.GetSection("Mcp").Get<McpSettings>() ?? new McpSettings();

        mcp.IsOn(urls.Split(';'), configuration["AllowedHosts"]).ShouldBe(isOn);
    }

    [Fact]
    public async Task A_server_that_others_reach_does_not_start_with_assistants_and_without_a_key()
    {
        var (code, _, error) = await ServerProcess.RunAsync(
            new Dictionary<string, string> { ["ZHUZHOU_MCP__ENABLED"] = "true", ["ZHUZHOU_MCP__KEYS"] = "x" },
            "serve",
            "--urls",
            "http://0.0.0.0:0",
            "--store-file",
            Path.Combine(Path.GetTempPath(), "is-never-made", "graph.db")
        );

        code.ShouldBe(1);
        error.ShouldContain("Mcp:Key is needed");
        error.ShouldContain("Mcp:Keys is no setting; allowed are Enabled, Key, CallsAtOnce, CallsWaiting.");
    }

    [Fact]
    public async Task A_store_that_goes_and_comes_back_is_told_and_answers_again()
    {
        // The clock stands still: a second after an import the file is written and then verified, and a table that is gone is damage.
        await using var own = await GraphServer.StartedAsync(new FakeTimeProvider(), RepositoryRoot.Seeds);
        await using var assistant = await Assistant.OverHttpAsync(own);
        const string Figures = """{"about": "湘粤一港通"}""";

        own.Meddle(StoreFaults.TakeAway);
        var away = await assistant.CallAsync("list_figures", Figures);
        away.IsError.ShouldBeTrue();
        away.Text.ShouldStartWith("STORE_UNAVAILABLE: ");

        own.Meddle(StoreFaults.GiveBack);
        (await assistant.CallAsync("list_figures", Figures)).Rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_that_was_asked_is_logged()
    {
        await using var own = await GraphServer.StartedAsync(TimeProvider.System, RepositoryRoot.Seeds);
        await using var assistant = await Assistant.OverHttpAsync(own);

        await assistant.CallAsync("search", """{"text": "一句悄悄话"}""");
        await assistant.CallAsync("get_entity", """{"entity": "一句悄悄话"}""");

        own.Log.From(Microsoft.Extensions.Logging.LogLevel.Trace).ShouldAllBe(line => !line.Contains("悄悄话"));
    }

    private async Task<JsonNode> CallAsync(string tool, JsonObject arguments)
    {
        using var request = Request(Body("tools/call", new JsonObject { ["name"] = tool, ["arguments"] = arguments }.ToJsonString()));
        using var response = await server.Client.SendAsync(request, Cancel);
        return (await MessageAsync(response))["result"]!;
    }

    private async Task<JsonNode> AskAsync(string method, string parameters, string? version = null)
    {
        using var request = Request(Body(method, parameters), version);
        using var response = await server.Client.SendAsync(request, Cancel);
        return await MessageAsync(response);
    }

    private static string Body(string method, string parameters) =>
        $$"""{"jsonrpc": "2.0", "id": 1, "method": "{{method}}", "params": {{parameters}}}""";

    private static HttpRequestMessage Request(string body, string? version = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        if (version is not null)
            request.Headers.Add("MCP-Protocol-Version", version);
        return request;
    }

    /// <summary>The message of an answer, which is the last event of its stream.</summary>
    private static async Task<JsonNode> MessageAsync(HttpResponseMessage response) =>
        JsonNode.Parse(
            (await response.Content.ReadAsStringAsync(Cancel)).Split('\n').Last(line => line.StartsWith("data:", StringComparison.Ordinal))[
                5..
            ]
        )!;
}
