using System.Text.Json.Nodes;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Mcp;

/// <summary>The npm SDK's client, which checks schemas that the C# one does not, over both transports.</summary>
public sealed class McpNpmTests
{
    private const string Package = "@modelcontextprotocol/sdk";

    private static readonly string[] Codes = ["UNKNOWN_NAME", "AMBIGUOUS_NAME", "UNKNOWN_ARGUMENT", "TEXT_TOO_LONG", "BAD_CURSOR"];

    [Fact]
    public async Task The_npm_client_lists_calls_reads_and_is_told_errors_the_same_over_HTTP_and_stdio()
    {
        using var folder = new TemporaryFolder();
        await using var server = await GraphServer.StartedAsync(TimeProvider.System, RepositoryRoot.Seeds);

        var http = await NpmTool.RunAsync("assistant.mjs", Package, new Uri(server.Client.BaseAddress!, "/mcp").ToString());
        var stdio = await NpmTool.RunAsync(
            "assistant.mjs",
            Package,
            "stdio",
            "dotnet",
            Path.Combine(AppContext.BaseDirectory, "ZhuzhouGraph.Server.dll"),
            "mcp",
            "--store-file",
            folder.File("graph.db"),
            "--seeds",
            RepositoryRoot.Seeds
        );

        foreach (var seen in new[] { http, stdio })
        {
            seen["tools"]!.AsArray().Count.ShouldBe(8);
            var replies = seen["replies"]!.AsArray();
            replies.Take(8).ShouldAllBe(reply => reply!["rows"]!.AsArray().Count > 0);
            replies.Skip(8).Select(reply => reply!["text"]!.GetValue<string>().Split(':')[0]).ShouldBe(Codes);
            replies.Skip(8).ShouldAllBe(reply => reply!["isError"]!.GetValue<bool>());
            seen["manyRows"]!.AsArray().Count.ShouldBe(200);
            seen["manyRows"]!.AsArray().ShouldAllBe(rows => rows!.GetValue<int>() == 1);
            seen["unknown"]!.GetValue<int>().ShouldBe(-32602);
            seen["figure"]!.GetValue<string>().ShouldBe("58家");
            (seen["resources"]!.GetValue<int>(), seen["templates"]!.GetValue<int>(), seen["brief"]!.GetValue<int>()).ShouldBe((11, 3, 1));
        }
        JsonNode.DeepEquals(http, stdio).ShouldBeTrue("both transports say the same");
    }
}
