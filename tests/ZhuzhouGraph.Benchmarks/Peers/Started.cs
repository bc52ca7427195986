using System.Diagnostics;

namespace ZhuzhouGraph.Benchmarks.Peers;

/// <summary>A server in a process of its own, which ends with this one's <see cref="DisposeAsync"/>.</summary>
internal sealed class Started : IAsyncDisposable
{
    private const int ErrorLines = 20;

    private readonly Process _process;
    private readonly Queue<string> _errors = new();

    private Started(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
            {
                if (line.Data is not null)
                    _errors.Enqueue(line.Data);
                while (_errors.Count > ErrorLines)
                    _errors.Dequeue();
            }
        };
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>Where it listens, as it said itself.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts a program and waits until it says where it listens.</summary>
    /// <param name="word">What that line begins with; the address follows.</param>
    /// <exception cref="InvalidOperationException">It ended before; the message has the end of what it wrote.</exception>
    public static async Task<Started> StartAsync(ProcessStartInfo start, string word, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var started = new Started(start);
        try
        {
            while (await started._process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                if (!line.StartsWith(word, StringComparison.Ordinal))
                    continue;
                started.Address = new Uri(line[word.Length..].Trim().Split(' ')[0]);
                _ = started._process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return started;
            }
            await started._process.WaitForExitAsync(cancellationToken);
            throw new InvalidOperationException(
                $"{start.FileName} {string.Join(' ', start.ArgumentList)} ended before it served:\n{string.Join('\n', started._errors)}"
            );
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it wrote to standard output.</returns>
    /// <exception cref="InvalidOperationException">It is missing or failed; the message has what it wrote.</exception>
    public static async Task<string> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = true;
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0
                ? output.Trim()
                : throw new InvalidOperationException(
                    $"{start.FileName} {string.Join(' ', start.ArgumentList)} failed:\n{output}{await errors}"
                );
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException($"{start.FileName} cannot be run: {e.Message}", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
