using System.Diagnostics;
using System.Text.Json.Nodes;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

public sealed class AuditTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Fact]
    public async Task Every_audit_of_graphql_http_passes()
    {
        var npm = Path.Combine(RepositoryRoot.Path, "tests", "ZhuzhouGraph.Server.Tests", "npm");
        var installed = Directory.Exists(Path.Combine(npm, "node_modules", "graphql-http"));
        if (!installed && Environment.GetEnvironmentVariable("ZHUZHOU_REQUIRE_ALL") == "1")
            Assert.Fail("The npm package graphql-http is required here, and is not installed.");
        Assert.SkipUnless(installed, "needs Node and the npm packages of tests/ZhuzhouGraph.Server.Tests/npm (npm ci)");
        using var node = Process.Start(
            new ProcessStartInfo("node", ["audit.mjs", new Uri(server.Client.BaseAddress!, "/graphql").ToString()])
            {
                WorkingDirectory = npm,
                RedirectStandardOutput = true,
            }
        )!;
        var results = JsonNode.Parse(await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken))!.AsArray();
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Console.WriteLine($"graphql-http audits: {results.Count(r => r!["status"]!.GetValue<string>() == "ok")} of {results.Count} ok");
        results.Where(r => r!["status"]!.GetValue<string>() != "ok").Select(r => r!.ToJsonString()).ShouldBeEmpty();
        results.Count.ShouldBe(61);
    }
}
