using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace ZhuzhouGraph.Benchmarks.Bars;

/// <summary>What a time under load showed.</summary>
/// <param name="PerSecond">Requests answered.</param>
/// <param name="Processor">Microseconds of this process per request; the client's part is the same for all.</param>
/// <param name="Allocated">Bytes per request.</param>
internal readonly record struct Pace(double PerSecond, double Processor, double Allocated);

/// <summary>
/// The same request over some connections, each sending the next one when the answer is there. Plain sockets that know nothing of HTTP but
/// how a chunked answer ends: a client that costs as much as the server would make all servers alike.
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
            (GC.GetTotalAllocatedBytes() - allocated) / requests
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
            var end = 0;
            do
            {
                // The end may stand in two reads, so its beginning is kept.
                var kept = Math.Min(end, 4);
                buffer.AsSpan(end - kept, kept).CopyTo(buffer);
                var read = await socket.ReceiveAsync(buffer.AsMemory(kept), cancellationToken);
                if (read == 0)
                    throw new InvalidOperationException($"{path} closed the connection.");
                end = kept + read;
            } while (!buffer.AsSpan(0, end).EndsWith("0\r\n\r\n"u8));
        }
        return count;
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
