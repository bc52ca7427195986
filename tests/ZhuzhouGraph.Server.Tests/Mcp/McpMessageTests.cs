using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Mcp;

/// <summary>Messages that lack what their method needs, or are none: an error of the protocol that says what, over either way.</summary>
public sealed class McpMessageTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string Needed =
        "'protocolVersion' is left out; needed is a text such as 2025-11-25.\n"
        + "'capabilities' is left out; needed is an object, {} where the client has none.\n"
        + "'clientInfo' is left out; needed is an object with 'name' and 'version'.";

    private const string Levels = "a text, one of debug, info, notice, warning, error, critical, alert, emergency.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Methods, their parameters (nothing where there are none) and what is told.</summary>
    public static TheoryData<string, string?, string> Parameters =>
        new()
        {
            { "initialize", "{}", Needed },
            { "initialize", null, Needed },
            { "initialize", "null", Needed },
            { "initialize", "[]", "'params' is a list of 0; allowed is an object." },
            { "initialize", "7", "'params' is 7; allowed is an object." },
            { "initialize", "\"x\"", "'params' is the text 'x'; allowed is an object." },
            { "initialize", "{\"a\": \"\\ud800\"}", "'a' is a text with half of a character" },
            {
                "initialize",
                """{"protocolVersion": 1, "capabilities": [], "clientInfo": "x"}""",
                "'protocolVersion' is 1; allowed is a text such as 2025-11-25.\n'capabilities' is a list of 0; allowed is an object, {} "
                    + "where the client has none.\n'clientInfo' is the text 'x'; allowed is an object with 'name' and 'version'."
            },
            { "initialize", Greeting("{}"), "'clientInfo.name' is left out; needed is a text.\n'clientInfo.version' is left out;" },
            { "initialize", Greeting("""{"name": 1, "version": "1"}"""), "'clientInfo.name' is 1; allowed is a text." },
            {
                "initialize",
                Greeting("""{"name": "a", "version": "1", "icons": 3}"""),
                "'clientInfo.icons' has not the shape that the Model Context Protocol gives it in 'initialize'."
            },
            { "tools/call", "{}", "'name' is left out; needed is a text, one of search, " },
            { "tools/call", null, "'name' is left out; needed is a text, one of search, " },
            { "tools/list", """{"_meta": 3}""", "'_meta' has not the shape that the Model Context Protocol gives it in 'tools/list'." },
            { "resources/read", "{}", "'uri' is left out; needed is a text such as zhuzhou://guide." },
            { "resources/subscribe", "{}", "'uri' is left out; needed is a text such as zhuzhou://guide." },
            { "resources/subscribe", """{"uri": 3}""", "'uri' is 3; allowed is a text such as zhuzhou://guide." },
            { "resources/unsubscribe", null, "'uri' is left out; needed is a text such as zhuzhou://guide." },
            { "prompts/get", "null", "'name' is left out; needed is a text, one of check_text, " },
            { "logging/setLevel", "{}", $"'level' is left out; needed is {Levels}" },
            { "logging/setLevel", null, $"'level' is left out; needed is {Levels}" },
            { "logging/setLevel", """{"level": 3}""", $"'level' is 3; allowed is {Levels}" },
            { "logging/setLevel", """{"level": "loud"}""", $"'level' is the text 'loud'; allowed is {Levels}" },
            { "ping", "[1]", "'params' is a list of 1; allowed is an object." },
        };

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task Parameters_that_a_method_cannot_do_without_are_named(string method, string? parameters, string told)
    {
        var (status, answer) = await PostAsync(Message("\"the id\"", method, parameters));

        // Only the greeting is read before the answer has begun.
        status.ShouldBe(method == "initialize" ? HttpStatusCode.BadRequest : HttpStatusCode.OK);
        ShouldTell(answer, "\"the id\"", -32602, told);
        server.Log.From(LogLevel.Error).ShouldBeEmpty();
    }

    [Fact]
    public async Task Completions_that_are_not_offered_are_told_as_no_method()
    {
        var (_, answer) = await PostAsync(Message("1", "completion/complete", "{}"));

        ShouldTell(answer, "1", -32601, "Method 'completion/complete' is not available.");
    }

    [Theory]
    [InlineData("", "null", -32700, "The body is empty.")]
    [InlineData("{\n", "null", -32700, "The body is no JSON at line 2, byte 1.")]
    [InlineData("[]", "null", -32600, "The body is a list of 0; batches are not taken, allowed is one message.")]
    [InlineData("""[{"jsonrpc": "2.0", "id": 1, "method": "ping"}]""", "null", -32600, "The body is a list of 1; batches are not taken")]
    [InlineData("null", "null", -32600, "The body is null; allowed is one message, an object.")]
    [InlineData("3", "null", -32600, "The body is 3; allowed is one message, an object.")]
    [InlineData("""{"id": 1, "method": "ping"}""", "1", -32600, "'jsonrpc' is left out; needed is the text '2.0'.")]
    [InlineData("""{"jsonrpc": 2.0, "id": 1, "method": "ping"}""", "1", -32600, "'jsonrpc' is 2.0; allowed is the text '2.0'.")]
    [InlineData("""{"jsonrpc": "2.0", "id": "a"}""", "\"a\"", -32600, "'method' is left out; needed is a text such as tools/list.")]
    [InlineData("""{"jsonrpc": "2.0", "params": {}}""", "null", -32600, "'method' is left out; needed is a text such as tools/list.")]
    [InlineData("""{"jsonrpc": "2.0", "id": 1, "method": 3}""", "1", -32600, "'method' is 3; allowed is a text such as tools/list.")]
    [InlineData("""{"jsonrpc": "2.0", "id": 1, "method": null}""", "1", -32600, "'method' is null; allowed is a text")]
    [InlineData("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"\\ud800\"}", "1", -32600, "'method' is a text with half of a character;")]
    [InlineData("""{"jsonrpc": "2.0", "id": null, "method": "ping"}""", "null", -32600, "'id' is null; allowed is a text or a whole")]
    [InlineData("""{"jsonrpc": "2.0", "id": 1.5, "method": "ping"}""", "null", -32600, "'id' is 1.5; allowed is a text or a whole number")]
    [InlineData(
        """{"jsonrpc": "2.0", "id": true, "method": "ping"}""",
        "null",
        -32600,
        "'id' is true; allowed is a text or a whole number"
    )]
    [InlineData("""{"jsonrpc": "2.0", "id": {}, "method": "initialize"}""", "null", -32600, "'id' is an object; allowed is a text")]
    public async Task A_body_that_is_no_message_is_told_what_a_message_has(string body, string id, int code, string told)
    {
        var (status, answer) = await PostAsync(body);

        status.ShouldBe(HttpStatusCode.BadRequest);
        ShouldTell(answer, id, code, told);
        server.Log.From(LogLevel.Error).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"jsonrpc": "2.0", "method": "initialize", "params": {}}""")]
    [InlineData("""{"jsonrpc": "2.0", "method": "notifications/cancelled", "params": []}""")]
    [InlineData("""{"jsonrpc": "2.0", "id": 1, "result": {}}""")]
    public async Task What_waits_for_no_answer_is_taken_without_one(string body)
    {
        var (status, answer) = await PostAsync(body);

        status.ShouldBe(HttpStatusCode.Accepted);
        answer.ShouldBeEmpty();
    }

    [Fact]
    public async Task Over_stdio_the_same_parameters_are_told_in_the_same_words()
    {
        using var folder = new TemporaryFolder();
        using var process = McpStdioTests.Start(["--store-file", folder.File("graph.db"), "--seeds", RepositoryRoot.Seeds]);
        _ = process.StandardError.ReadToEndAsync(Cancel);
        var rows = Parameters.Select(row => row.Data).ToList();
        foreach (var (at, (method, parameters, _)) in rows.Index())
            await process.StandardInput.WriteLineAsync(Message($"{at}", method, parameters).AsMemory(), Cancel);
        await process.StandardInput.FlushAsync(Cancel);
        Dictionary<int, string> answers = [];
        while (answers.Count < rows.Count)
        {
            var line = (await process.StandardOutput.ReadLineAsync(Cancel)).ShouldNotBeNull();
            answers.Add(JsonNode.Parse(line)!["id"]!.GetValue<int>(), line);
        }
        process.StandardInput.Close();
        await process.WaitForExitAsync(Cancel);

        foreach (var (at, (_, _, told)) in rows.Index())
            ShouldTell(answers[at], $"{at}", -32602, told);
    }

    private static string Greeting(string client) =>
        $$"""{"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {{client}}}""";

    private static string Message(string id, string method, string? parameters) =>
        $$"""{"jsonrpc": "2.0", "id": {{id}}, "method": "{{method}}"{{(parameters is null ? "" : $", \"params\": {parameters}")}}}""";

    private static void ShouldTell(string answer, string id, int code, string told)
    {
        var message = JsonNode.Parse(answer)!;
        (message["id"]?.ToJsonString() ?? "null").ShouldBe(id, answer);
        var error = message["error"].ShouldNotBeNull(answer);
        error["code"]!.GetValue<int>().ShouldBe(code);
        error["message"]!.GetValue<string>().ShouldStartWith(told);
    }

    /// <summary>The status, and the message of the answer, which is its whole body or the last event of it.</summary>
    private async Task<(HttpStatusCode Status, string Message)> PostAsync(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        using var response = await server.Client.SendAsync(request, Cancel);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        return (
            response.StatusCode,
            response.Content.Headers.ContentType?.MediaType == "text/event-stream"
                ? text.Split('\n').Last(line => line.StartsWith("data:", StringComparison.Ordinal))[5..]
                : text
        );
    }
}
