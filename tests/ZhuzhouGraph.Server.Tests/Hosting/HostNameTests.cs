using System.Net;
using System.Net.Sockets;
using System.Text;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.Tests.Hosting;

/// <summary>By which names a server may be called.</summary>
public sealed class HostNameTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://127.0.0.1:0", null, "localhost", 200)]
    [InlineData("http://127.0.0.1:0", null, "LOCALHOST:5080", 200)]
    [InlineData("http://127.0.0.1:0", null, "127.0.0.1:1", 200)]
    [InlineData("http://127.0.0.1:0", null, "[::1]:5080", 200)]
    [InlineData("http://127.0.0.1:0", null, "elsewhere.example", 400)]
    [InlineData("http://127.0.0.1:0", null, "localhost.elsewhere.example", 400)]
    [InlineData("http://127.0.0.1:0", null, "192.0.2.1:5080", 400)]
    [InlineData("http://127.0.0.1:0", "graph.example;*.wide.example", "graph.example:80", 200)]
    [InlineData("http://127.0.0.1:0", "graph.example;*.wide.example", "a.wide.example", 200)]
    [InlineData("http://127.0.0.1:0", "graph.example;*.wide.example", "wide.example", 400)]
    [InlineData("http://127.0.0.1:0", "graph.example", "localhost", 200)]
    [InlineData("http://127.0.0.1:0", "*", "elsewhere.example", 200)]
    [InlineData("http://0.0.0.0:0", null, "elsewhere.example", 200)]
    [InlineData("http://[::]:0", null, "elsewhere.example", 200)]
    [InlineData("http://*:0", null, "elsewhere.example", 200)]
    [InlineData("http://+:0", null, "elsewhere.example", 200)]
    [InlineData("http://0.0.0.0:0", "graph.example", "elsewhere.example", 400)]
    [InlineData("http://0.0.0.0:0", "graph.example", "graph.example", 200)]
    [InlineData("http://graph.example:0", null, "graph.example", 200)]
    [InlineData("http://graph.example:0", null, "elsewhere.example", 400)]
    [InlineData("http://*:0", null, "xn--", 400)]
    [InlineData("http://*:0", null, "xn--.example", 400)]
    [InlineData("http://*:0", null, "a..example", 400)]
    [InlineData("http://*:0", null, "localhost:banana", 400)]
    [InlineData("http://*:0", null, "localhost:99999", 400)]
    [InlineData("http://127.0.0.1:0", null, "localhost:banana", 400)]
    [InlineData("http://*:0", null, "xn--fiq228c.example", 200)]
    public async Task A_host_is_one_of_the_names_or_refused(string listening, string? allowed, string host, int status)
    {
        await using var server = await GraphServer.StartedAsync(
            new GraphHostOptions { Urls = [listening], Settings = allowed is null ? [] : [$"--AllowedHosts={allowed}"] }
        );

        // The home page reads the host; the others must not let it through either.
        foreach (var path in new[] { "/", "/graphql?query=%7B__typename%7D", "/health/live" })
        {
            var answer = await SendAsync(server.Client.BaseAddress!, path, $"Host: {host}\r\n", "HTTP/1.1");
            answer.ShouldStartWith($"HTTP/1.1 {status} ", Case.Sensitive, path);
        }
    }

    [Fact]
    public async Task A_refusal_says_which_names_there_are_and_echoes_little()
    {
        await using var server = await GraphServer.StartedAsync(new GraphHostOptions { Settings = ["--AllowedHosts=graph.example"] });

        var answer = await SendAsync(server.Client.BaseAddress!, "/", $"Host: {new string('a', 50)}.example\r\n", "HTTP/1.1");

        answer.ShouldContain(
            $"This server is not called '{new string('a', 40)}…'. It answers to localhost, 127.0.0.1, [::1], graph.example;"
        );
        answer.ShouldContain("X-Content-Type-Options: nosniff");
    }

    [Fact]
    public async Task HTTP_1_0_without_a_host_is_answered()
    {
        await using var server = await GraphServer.StartedAsync(new GraphHostOptions());

        (await SendAsync(server.Client.BaseAddress!, "/", "", "HTTP/1.0")).ShouldContain("<a href=\"/ask");
    }

    /// <summary>Sends a request as it stands and reads all of the answer: a client library would not send a malformed host.</summary>
    private static async Task<string> SendAsync(Uri address, string path, string headers, string version)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, address.Port, Cancel);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} {version}\r\n{headers}Connection: close\r\n\r\n"), Cancel);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Cancel);
    }
}
