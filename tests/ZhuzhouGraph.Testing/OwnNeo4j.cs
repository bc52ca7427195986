using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ZhuzhouGraph.Neo4jStore;

namespace ZhuzhouGraph.Testing;

/// <summary>
/// A server of a test's own, on free ports and with data of its own, which may be killed and started again. Gone after the test.
/// </summary>
public sealed class OwnNeo4j : IAsyncDisposable
{
    private const string Password = "zhuzhou-graph";
    private readonly string _script;
    private readonly string _home = Path.Combine(Path.GetTempPath(), "zhuzhou neo4j " + Guid.NewGuid().ToString("N"));
    private readonly int[] _ports = FreePorts();

    private OwnNeo4j(string script) => _script = script;

    public Neo4jOptions Options => new() { Uri = new Uri($"http://127.0.0.1:{_ports[0]}"), Password = Password };

    /// <summary>Where it speaks Bolt.</summary>
    public int BoltPort => _ports[1];

    /// <summary>The same server over Bolt.</summary>
    public Neo4jOptions Bolt => Options with { Uri = new Uri($"bolt://127.0.0.1:{BoltPort}") };

    /// <summary>
    /// A server that is about to be started. Skips the test by name where there is none to start; fails it where everything is required.
    /// </summary>
    public static OwnNeo4j Require()
    {
        var script = Path.Combine(Path.GetDirectoryName(Root())!, "shared", "neo4j", "neo4j");
        var reason =
            !File.Exists(script) ? "needs a Neo4j server to start, in ../shared/neo4j"
            : HasJava() ? null
            : "needs java, to start a Neo4j server";
        if (reason is not null && Neo4jServer.IsRequired)
            Assert.Fail(reason);
        Assert.SkipUnless(reason is null, reason ?? "");
        return new OwnNeo4j(script);
    }

    /// <summary>Starts it, again if need be, and returns when it answers.</summary>
    /// <param name="settings">Lines for its configuration.</param>
    public async Task StartAsync(CancellationToken cancellationToken, params string[] settings)
    {
        Directory.CreateDirectory(_home);
        var extra = Path.Combine(_home, "extra.conf");
        await File.WriteAllLinesAsync(extra, settings, cancellationToken);
        await RunAsync("start", extra, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => RunAsync("stop", "", cancellationToken);

    /// <summary>Ends its process as a power cut would.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        using var process = Process.GetProcessById(
            int.Parse(await File.ReadAllTextAsync(Path.Combine(_home, "pid"), cancellationToken), provider: null)
        );
        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>A file in the server's folder.</summary>
    public string FileOf(params string[] parts) => Path.Combine([_home, .. parts]);

    public async ValueTask DisposeAsync()
    {
        // Killed, for what it would put in order is deleted.
        if (File.Exists(Path.Combine(_home, "pid")))
        {
            try
            {
                await KillAsync(CancellationToken.None);
            }
            catch (ArgumentException)
            {
                // It is dead already.
            }
        }
        if (Directory.Exists(_home))
            Directory.Delete(_home, recursive: true);
    }

    private async Task RunAsync(string command, string extra, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("bash", [_script, command, _home])
        {
            Environment =
            {
                ["HTTP_PORT"] = $"{_ports[0]}",
                ["BOLT_PORT"] = $"{_ports[1]}",
                ["NEO4J_PASSWORD"] = Password,
                ["HEAP"] = "384m",
                // It lives too short for what it would compile well to pay off.
                ["JAVA_TOOL_OPTIONS"] = $"{Environment.GetEnvironmentVariable("JAVA_TOOL_OPTIONS")} -XX:TieredStopAtLevel=1",
                ["EXTRA_CONF"] = extra,
            },
        };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(cancellationToken);
        process.ExitCode.ShouldBe(0, $"neo4j {command} {_home}");
    }

    private static bool HasJava() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "java")));

    private static int[] FreePorts()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return [((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port];
    }

    private static string Root()
    {
        for (var here = new DirectoryInfo(AppContext.BaseDirectory); here is not null; here = here.Parent)
        {
            if (File.Exists(Path.Combine(here.FullName, "ZhuzhouGraph.sln")))
                return here.FullName;
        }
        throw new InvalidOperationException("The tests run outside of the checkout.");
    }
}
