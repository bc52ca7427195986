using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace ZhuzhouGraph.Benchmarks.Bars;

/// <summary>What a time under load showed.</summary>
/// <param name="PerSecond">Requests answered.</param>
/// <param name="Processor">Microseconds of this process per request; the client's part is the same for all.</param>
/// <param name="Allocated">Bytes per request.</param>
/// <param name="Requests">How many were answered.</param>
internal readonly record struct Pace(double PerSecond, double Processor, double Allocated, double Requests);

/// <summary>
/// The same request over some connections, each sending the next one when the answer is there. Plain sockets that know nothing of HTTP but
/// where an answer ends: a client that costs as much as the server would make all servers alike.
/// </summary>
internal sealed class Load(Uri server, string path, string query)
{
    private const int Connections = 16;

    private readonly byte[] _request = Request(server, path, query);

    public string Path => path;

    public async Task<Pace> RunAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var (allocated, processor, started) = (GC.GetTotalAllocatedBytes(), Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => RepeatAsync(started, time, cancellationToken)));
        double requests = counts.Sum();
        return new Pace(
            requests / Stopwatch.GetElapsedTime(started).TotalSeconds,
            (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / requests,
            (GC.GetTotalAllocatedBytes() - allocated) / requests,
            requests
        );
    }

    /// <summary>The body of one answer, to compare what is compared.</summary>
    public async Task<string> AnswerAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = server };
        using var body = new StringContent(Body(query), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), body, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode || text.Contains("\"errors\"", StringComparison.Ordinal))
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {text[..Math.Min(text.Length, 500)]}");
        return text;
    }

    private async Task<int> RepeatAsync(long started, TimeSpan time, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port, cancellationToken);
        var buffer = new byte[128 * 1024];
        var count = 0;
        for (; Stopwatch.GetElapsedTime(started) < time; count++)
        {
            await socket.SendAsync(_request, cancellationToken);
            await ReceiveAsync(socket, buffer, cancellationToken);
        }
        return count;
    }

    /// <summary>Reads to the end of one answer, which has its length in the head or comes in chunks.</summary>
    private async Task ReceiveAsync(Socket socket, byte[] buffer, CancellationToken cancellationToken)
    {
        var (filled, head) = (0, -1);
        while (head < 0)
        {
            filled += await ReadAsync(filled);
            head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
        }
        if (!buffer.AsSpan(0, head).StartsWith("HTTP/1.1 200"u8))
            throw new InvalidOperationException($"{path} answered {Encoding.ASCII.GetString(buffer, 0, Math.Min(filled, 500))}");
        if (LengthIn(buffer.AsSpan(0, head)) is { } length)
        {
            for (var missing = head + 4 + length - filled; missing > 0; )
                missing -= await ReadAsync(0);
            return;
        }
        while (!buffer.AsSpan(0, filled).EndsWith("0\r\n\r\n"u8))
        {
            // The end may stand in two reads, so its beginning is kept.
            var kept = Math.Min(filled, 4);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
            filled = kept + await ReadAsync(kept);
        }

        async Task<int> ReadAsync(int from)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(from), cancellationToken);
            return read > 0 ? read : throw new InvalidOperationException($"{path} closed the connection.");
        }
    }

    /// <summary>The length that the head of an answer tells; null where it tells none.</summary>
    private static int? LengthIn(ReadOnlySpan<byte> head)
    {
        const string name = "Content-Length:";
        var text = Encoding.ASCII.GetString(head);
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : int.Parse(text[(at + name.Length)..].Split('\r')[0], CultureInfo.InvariantCulture);
    }

    private static byte[] Request(Uri server, string path, string query)
    {
        var body = Body(query);
        return Encoding.UTF8.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {server.Authority}\r\nContent-Type: application/json\r\nAccept: "
                + $"application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"
        );
    }

    private static string Body(string query) => $$"""{"query":{{JsonSerializer.Serialize(query)}}}""";
}
