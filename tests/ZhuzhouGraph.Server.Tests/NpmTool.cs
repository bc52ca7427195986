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
    public static Task<JsonNode> RunAsync(string script, string package, params string[] arguments) =>
        InAsync("ZhuzhouGraph.Server.Tests", script, package, arguments);

    /// <summary>The same with a script of another project's tests.</summary>
    public static async Task<JsonNode> InAsync(string project, string script, string package, params string[] arguments)
    {
        using var node = Start(project, script, package, arguments);
        var printed = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return JsonNode.Parse(printed)!;
    }

    /// <summary>Starts one that goes on and prints a line of JSON now and then; the caller ends it.</summary>
    public static Process Start(string script, string package, params string[] arguments) =>
        Start("ZhuzhouGraph.Server.Tests", script, package, arguments);

    private static Process Start(string project, string script, string package, string[] arguments)
    {
        var npm = Path.Combine(RepositoryRoot.Path, "tests", project, "npm");
        Require(Directory.Exists(Path.Combine(npm, "node_modules", package)), $"Node and the npm packages of tests/{project}/npm (npm ci)");
        return Process.Start(
            new ProcessStartInfo("node", [script, .. arguments]) { WorkingDirectory = npm, RedirectStandardOutput = true }
        )!;
    }

    /// <summary>A file of what the working group shares; skipped by name where it is absent.</summary>
    public static string Shared(params string[] path)
    {
        var file = Path.Combine([Path.GetDirectoryName(RepositoryRoot.Path)!, "shared", .. path]);
        Require(File.Exists(file), $"../shared/{string.Join('/', path)}, which the project does not contain");
        return file;
    }

    private static void Require(bool isThere, string what)
    {
        if (!isThere && Environment.GetEnvironmentVariable("ZHUZHOU_REQUIRE_ALL") == "1")
            Assert.Fail($"{what} is required here.");
        Assert.SkipUnless(isThere, $"needs {what}");
    }
}
