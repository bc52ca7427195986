using System.Diagnostics;
using System.Globalization;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>The server's program in a process of its own, whose processor time and memory the system tells. Linux only.</summary>
internal sealed class MeasuredServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zhuzhou-bench-");

    private MeasuredServer(string program, string seeds)
    {
        _process = Process.Start(
            new ProcessStartInfo("dotnet", [program, "serve", "--urls", "http://127.0.0.1:0", "--seeds", seeds, "--store-file", StoreFile])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
    }

    public int Port { get; private set; }

    /// <summary>What it serves, for another process to import into.</summary>
    public string StoreFile => Path.Combine(_folder.FullName, "graph.db");

    /// <summary>Starts it with the seeds and waits until it answers.</summary>
    /// <param name="program">The program's assembly, of this commit or of another.</param>
    public static async Task<MeasuredServer> StartAsync(string program, string seeds, CancellationToken cancellationToken)
    {
        var server = new MeasuredServer(program, seeds);
        while (await server._process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (!line.StartsWith("GraphQL: ", StringComparison.Ordinal))
                continue;
            server.Port = new Uri(line.Split(' ')[1]).Port;
            _ = server._process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return server;
        }
        await server.DisposeAsync();
        throw new InvalidOperationException($"{program} ended before it served.");
    }

    public bool IsAlive => !_process.HasExited;

    /// <summary>
    /// Milliseconds of processor time since the start, exact to the scheduler's nanoseconds; threads that ended are not in it.
    /// </summary>
    public double CpuMilliseconds =>
        Directory
            .EnumerateDirectories($"/proc/{_process.Id}/task")
            .Sum(task =>
            {
                try
                {
                    return long.Parse(File.ReadAllText($"{task}/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1e6;
                }
                catch (IOException)
                {
                    return 0;
                }
            });

    public double ResidentMegabytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
            return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
