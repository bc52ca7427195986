using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ZhuzhouGraph.Testing;

/// <summary>A request that tries to hurt, byte for byte as it is sent.</summary>
/// <param name="Kind">What it tries.</param>
/// <param name="Code">The code of the error that refuses it; null where several answers are right, but never a 5xx.</param>
public sealed record HostileRequest(string Kind, string Name, byte[] Bytes, string? Code = null)
{
    /// <summary>What marks input in these requests, so that a test sees how much of it an answer repeats.</summary>
    public const char Mark = '硬';

    public static HostileRequest Post(string kind, string name, string body, string? code = null, string headers = "") =>
        Post(kind, name, Encoding.UTF8.GetBytes(body), code, headers);

    public static HostileRequest Post(string kind, string name, byte[] body, string? code = null, string headers = "") =>
        new(
            kind,
            name,
            [
                .. Encoding.ASCII.GetBytes(
                    "POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n{headers}\r\n")
                ),
                .. body,
            ],
            code
        );

    public static HostileRequest Get(string kind, string name, string query, string? variables, string? code = null) =>
        Raw(
            kind,
            name,
            $"GET /graphql?query={Uri.EscapeDataString(query)}"
                + (variables is null ? "" : $"&variables={Uri.EscapeDataString(variables)}")
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            code
        );

    public static HostileRequest Raw(string kind, string name, string text, string? code = null) =>
        new(kind, name, Encoding.UTF8.GetBytes(text), code);

    /// <summary>Sends it on a connection of its own and reads until the server closes it, or for some seconds.</summary>
    /// <returns>The status, 0 where the server closed without a word, and the whole answer.</returns>
    public async Task<(int Status, string Answer)> SendAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port, cancellationToken);
        var stream = client.GetStream();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        // Both at once: a server that refuses early does not read the rest.
        var sending = SendAllAsync(stream, patience.Token);
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, patience.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // What came before the connection broke, or patience did, is the answer.
        }
        await patience.CancelAsync();
        await sending;
        var text = Encoding.UTF8.GetString(answer.ToArray());
        var isHttp = text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal);
        return (isHttp ? int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture) : 0, text);
    }

    private async Task SendAllAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(Bytes, cancellationToken);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The server has closed.
        }
    }

    public override string ToString() => $"{Kind}: {Name}";
}
