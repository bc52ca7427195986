using System.Diagnostics;
using System.Text.Json.Nodes;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests;

/// <summary>Scripts of the folder <c>npm</c>, which ask a server as a real client does.</summary>
internal static class NpmTool
{
    /// <summary>
    /// Runs one and reads what it prints; skips the test where its package is not installed, unless everything is required.
    /// </summary>
    public static async Task<JsonNode> RunAsync(string script, string package, params string[] arguments)
    {
        var npm = Path.Combine(RepositoryRoot.Path, "tests", "ZhuzhouGraph.Server.Tests", "npm");
        var installed = Directory.Exists(Path.Combine(npm, "node_modules", package));
        if (!installed && Environment.GetEnvironmentVariable("ZHUZHOU_REQUIRE_ALL") == "1")
            Assert.Fail($"The npm package {package} is required here, and is not installed.");
        Assert.SkipUnless(installed, "needs Node and the npm packages of tests/ZhuzhouGraph.Server.Tests/npm (npm ci)");
        using var node = Process.Start(
            new ProcessStartInfo("node", [script, .. arguments]) { WorkingDirectory = npm, RedirectStandardOutput = true }
        )!;
        var printed = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return JsonNode.Parse(printed)!;
    }
}
