using System.Diagnostics;
using System.Text.Json.Nodes;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Mcp;

/// <summary>The command <c>mcp</c> in a process of its own.</summary>
public sealed class McpStdioTests : IDisposable
{
    private const string Greeting =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","""
        + """ "capabilities":{},"clientInfo":{"name":"by hand","version":"1"}}}""";

    private readonly TemporaryFolder _folder = new();

    private string[] Store => ["--store-file", _folder.File("graph.db"), "--seeds", RepositoryRoot.Seeds];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_first_start_imports_and_writes_nothing_but_JSON_RPC_to_stdout_and_ends_when_stdin_does()
    {
        using var process = Start([.. Store]);
        var error = process.StandardError.ReadToEndAsync(Cancel);
        await process.StandardInput.WriteLineAsync(Greeting.AsMemory(), Cancel);
        await process.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""".AsMemory(), Cancel);
        await process.StandardInput.WriteLineAsync(
            """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"list_figures","arguments":{"about":"湘粤一港通"}}}""".AsMemory(),
            Cancel
        );
        await process.StandardInput.WriteLineAsync("{ no JSON".AsMemory(), Cancel);
        await process.StandardInput.FlushAsync(Cancel);
        List<JsonNode> messages = [];
        // Answers come as they are ready.
        while (!new[] { "1", "2" }.All(id => messages.Exists(message => message["id"]?.ToJsonString() == id)))
            messages.Add(JsonNode.Parse((await process.StandardOutput.ReadLineAsync(Cancel))!)!);
        process.StandardInput.Close();
        await process.WaitForExitAsync(Cancel);

        process.ExitCode.ShouldBe(0);
        foreach (var line in (await process.StandardOutput.ReadToEndAsync(Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            messages.Add(JsonNode.Parse(line)!);
        messages.ShouldAllBe(message => message["jsonrpc"]!.GetValue<string>() == "2.0");
        messages.Select(message => message["id"]?.ToJsonString()).ShouldContain("1");
        messages.Single(message => message["id"]?.ToJsonString() == "2")["result"]!["structuredContent"]!["rows"]![0]!["figure"]!
            .GetValue<string>()
            .ShouldBe("压缩30%");
        (await error).ShouldContain("10 of 10 units changed");
    }

    [Fact]
    public async Task It_ends_when_stdin_does_though_a_call_would_take_for_ever()
    {
        using var process = Start([.. Store], ("ZHUZHOU_LIMITS__DEADLINE", "10:00:00"));
        var error = process.StandardError.ReadToEndAsync(Cancel);
        await process.StandardInput.WriteLineAsync(Greeting.AsMemory(), Cancel);
        await process.StandardInput.FlushAsync(Cancel);
        (await process.StandardOutput.ReadLineAsync(Cancel)).ShouldNotBeNull();
        GraphServer.Meddle(_folder.File("graph.db"), StoreFaults.HangArticles);
        await process.StandardInput.WriteLineAsync(
            """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"list_figures","arguments":{}}}""".AsMemory(),
            Cancel
        );
        await process.StandardInput.FlushAsync(Cancel);
        var answer = process.StandardOutput.ReadToEndAsync(Cancel);
        // It reads on only when the call has begun.
        await process.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","id":3,"method":"ping"}""".AsMemory(), Cancel);
        process.StandardInput.Close();
        await process.WaitForExitAsync(Cancel);

        process.ExitCode.ShouldBe(0, await error);
        (await answer).ShouldNotContain("\"rows\"");
    }

    [Fact]
    public async Task The_C_sharp_client_asks_over_stdio_as_over_HTTP_200_calls_at_once()
    {
        await using var server = await GraphServer.StartedAsync(TimeProvider.System, RepositoryRoot.Seeds);
        await using var http = await Assistant.OverHttpAsync(server);
        await using var stdio = await Assistant.OverStdioAsync(Store);
        (string Tool, string Arguments)[] calls =
        [
            ("search", """{"text": "小巨人"}"""),
            ("get_entity", """{"entity": "曹慧泉"}"""),
            ("get_entity", """{"entity": "株州"}"""),
            ("list_figures", """{"about": "株洲"}"""),
            ("list_connections", """{"entity": "曹慧泉"}"""),
            ("find_paths", """{"from": "曹慧泉", "to": "向恒"}"""),
            ("get_timeline", """{"entity": "曹慧泉"}"""),
            ("read_article", """{"article": "闪耀株洲"}"""),
            ("search", """{"text": 1}"""),
        ];

        foreach (var (tool, arguments) in calls)
        {
            var (here, there) = (await stdio.CallAsync(tool, arguments), await http.CallAsync(tool, arguments));
            here.Text.ShouldBe(there.Text, $"{tool} {arguments}");
            here.Structure?.ToJsonString().ShouldBe(there.Structure?.ToJsonString());
        }
        (await stdio.Client.ListToolsAsync(cancellationToken: Cancel)).Count.ShouldBe(8);
        (await stdio.ReadAsync("zhuzhou://guide")).ShouldBe(await http.ReadAsync("zhuzhou://guide"));
        var replies = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(_ => stdio.CallAsync("list_figures", """{"about": "湘粤一港通"}"""))
        );
        replies.ShouldAllBe(reply => reply.Rows.Count == 1);
    }

    [Fact]
    public async Task Calls_over_what_may_wait_are_told_so_as_errors_of_the_tool()
    {
        await using var small = await Assistant.OverStdioAsync(
            new() { ["ZHUZHOU_MCP__CALLSATONCE"] = "1", ["ZHUZHOU_MCP__CALLSWAITING"] = "1" },
            Store
        );

        var replies = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => small.CallAsync("list_figures", """{"limit": 50}""")));

        replies.ShouldContain(reply => !reply.IsError);
        replies.Where(reply => reply.IsError).ShouldAllBe(reply => reply.Text.StartsWith("LIMIT_EXCEEDED: Too many calls wait already."));
    }

    [Fact]
    public async Task Wrong_seeds_are_told_on_stderr_and_nothing_on_stdout()
    {
        var (code, output, error) = await ServerProcess.RunAsync(
            "mcp",
            "--store-file",
            _folder.File("graph.db"),
            "--seeds",
            _folder.File("none")
        );

        code.ShouldBe(1);
        output.ShouldBeEmpty();
        error.ShouldContain("a folder that exists is allowed");
    }

    [Fact]
    public async Task With_the_text_a_sentence_stands_beside_its_facts_with_the_place_of_their_words()
    {
        var texts = RepositoryRoot.RequirePaper();
        await using var assistant = await Assistant.OverStdioAsync([.. Store, "--texts", texts]);

        var row = (
            await assistant.CallAsync(
                "read_article",
                """{"article": "article:2023-05-19/01-hunan-guangdong-single-port", "address": "17.1"}"""
            )
        ).Rows.ShouldHaveSingleItem()!;

        row["code"].ShouldBeNull();
        var growth = row["facts"]!.AsArray().Single(fact => fact!["words"]?.ToString() == "同比增长240%")!;
        $"{growth["wordsStart"]} {growth["wordsEnd"]}".ShouldBe("621 629");
        row["sentence"]!.GetValue<string>().ShouldContain("同比增长240%");
    }

    public void Dispose() => _folder.Dispose();

    internal static Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ZhuzhouGraph.Server.dll"), "mcp", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
