using System.Diagnostics;
using System.Text;

namespace ZhuzhouGraph.Server.Tests;

/// <summary>The real program in a process of its own, on a port that the system chooses.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "ZhuzhouGraph.Server.dll");
    private static readonly Dictionary<string, string> Inherited = [];
    private static readonly string[] Serve = ["serve", "--urls", "http://127.0.0.1:0"];
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public HttpClient Client { get; } = new();

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Runs a command to its end.</summary>
    public static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(Inherited, arguments);

    /// <summary>Runs a command to its end, with more in its environment.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    )
    {
        using var process = Start(environment, arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Starts a command and leaves it to the caller.</summary>
    public static Process Start(params string[] arguments) => Start(Inherited, arguments);

    /// <summary>Starts a line of shell that runs the program, whose path is <c>$0</c> there, and leaves it to the caller.</summary>
    public static Process StartShell(string line) => Process.Start(Of("sh", Inherited, ["-c", line, Program]))!;

    /// <summary>Starts a command with more in its environment and leaves it to the caller.</summary>
    public static Process Start(IReadOnlyDictionary<string, string> environment, string[] arguments) =>
        Process.Start(
            // Whoever runs the tests in the background may ignore Ctrl-C, and what they start would ignore it, too.
            OperatingSystem.IsLinux()
                ? Of("env", environment, ["--default-signal=INT", "dotnet", Program, .. arguments])
                : Of("dotnet", environment, [Program, .. arguments])
        )!;

    private static ProcessStartInfo Of(string command, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }

    /// <summary>Starts the server and waits until it listens.</summary>
    public static Task<ServerProcess> ServeAsync(params string[] arguments) => ServeAsync(Inherited, arguments);

    /// <summary>Starts the server with more in its environment and waits until it listens.</summary>
    public static Task<ServerProcess> ServeAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        ListeningAsync(Of("dotnet", environment, [Program, .. Serve, .. arguments]));

    /// <summary>Starts another copy of the program, in a folder, and waits until it listens.</summary>
    public static Task<ServerProcess> ServeProgramAsync(string program, string folder, params string[] arguments)
    {
        var start = Of("dotnet", Inherited, [program, .. Serve, .. arguments]);
        start.WorkingDirectory = folder;
        return ListeningAsync(start);
    }

    private static async Task<ServerProcess> ListeningAsync(ProcessStartInfo start)
    {
        var server = new ServerProcess(start);
        using var exited = new CancellationTokenSource();
        var exit = server._process.WaitForExitAsync(exited.Token);
        if (await Task.WhenAny(server._listening.Task, exit) == exit)
            throw new InvalidOperationException($"The server ended with {server._process.ExitCode}: {server.Output}");
        await exited.CancelAsync();
        server.Client.BaseAddress = await server._listening.Task;
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.AppendLine(line);
        if (line.StartsWith("GraphQL: ", StringComparison.Ordinal))
            _listening.TrySetResult(new Uri(line["GraphQL: ".Length..].Split("/graphql")[0]));
    }
}
