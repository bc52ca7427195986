using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ZhuzhouGraph.Server.Tests.Hosting;

/// <summary>Addresses whose characters are sent as they are typed, by sockets: a client of .NET would encode them.</summary>
public sealed class RawTargetTests(GraphServer server) : IClassFixture<GraphServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/search?q=小巨人")]
    [InlineData("/entity/株洲")]
    [InlineData("/figures?about=株洲")]
    [InlineData("/api/v1/entities?text=株洲")]
    [InlineData("/graphql?query={search(text:\"小巨人\",first:1){nodes{node{id}}}}")]
    [InlineData("/graphql?query={entities(filter:{text:\"𠮷\"}){totalCount}}")]
    public async Task A_target_typed_in_Chinese_is_answered_as_the_encoded_one(string target)
    {
        var typed = await AskAsync(Request(target));
        var encoded = await AskAsync(Request(string.Concat(Encoding.UTF8.GetBytes(target).Select(Encoded))));

        typed.ShouldBe(encoded);
        typed.ShouldNotStartWith("HTTP/1.1 400");
        typed.ShouldNotContain("There is nothing at this address.");
    }

    [Theory]
    [InlineData("/search?q=", "FF")]
    [InlineData("/search?q=", "D0A1BEDEC8CB")]
    [InlineData("/entity/", "E5B0")]
    [InlineData("/api/v1/entities?text=", "C0AF")]
    [InlineData("/graphql?query={__typename}&operationName=", "EDA080")]
    public async Task Bytes_that_are_no_UTF_8_are_answered_as_the_encoded_ones(string target, string bytes)
    {
        var raw = Convert.FromHexString(bytes);
        var typed = await AskAsync([.. "GET "u8, .. Encoding.ASCII.GetBytes(target), .. raw, .. End()]);

        typed.ShouldBe(await AskAsync(Request(target + string.Concat(raw.Select(Encoded)))));
    }

    [Fact]
    public async Task A_line_that_comes_byte_by_byte_is_read_as_one()
    {
        var request = Request("/search?q=小巨人");

        (await AskAsync([.. request.Select(one => new[] { one })])).ShouldBe(await AskAsync(request));
    }

    [Theory]
    [InlineData(1_300, "HTTP/1.1 404")]
    [InlineData(2_000, "HTTP/1.1 414")]
    [InlineData(5_000, "HTTP/1.1 414")]
    public async Task A_line_counts_as_long_as_it_is_encoded(int characters, string status) =>
        // Of two bytes each, and six when they are encoded; a line has 8,192.
        (await AskAsync(Request("/nothing/" + new string('é', characters)))).ShouldStartWith(status);

    [Fact]
    public async Task A_line_that_is_too_long_as_it_comes_is_told_before_its_end()
    {
        byte[] line = [.. "GET /"u8, .. Encoding.UTF8.GetBytes(new string('株', 2_740))];

        (await AskAsync(line)).ShouldStartWith("HTTP/1.1 414");
        (await AskAsync([.. line, .. End()])).ShouldStartWith("HTTP/1.1 414");
    }

    [Theory]
    [InlineData("GÉT / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("株洲\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHöst: localhost\r\nConnection: close\r\n\r\n")]
    public async Task Methods_and_names_of_headers_stay_refused(string request) =>
        (await AskAsync(Encoding.UTF8.GetBytes(request))).ShouldStartWith("HTTP/1.1 400");

    [Theory]
    [InlineData("/graphql?a=株")]
    [InlineData("/graphql")]
    public async Task A_body_is_read_as_it_was_sent_though_a_line_stands_in_it(string target)
    {
        var body = Encoding.UTF8.GetBytes("{\"query\":\n\"{observations(filter:{about:[\\\"湘粤一港通\\\"]}){totalCount}}\"}");
        byte[] head = Encoding.UTF8.GetBytes(
            $"POST {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                + $"{body.Length}\r\n\r\n"
        );

        (await AskAsync([.. head, .. body])).ShouldContain("\"totalCount\":1}");
        (await AskAsync(head, body[..60], body[60..])).ShouldContain("\"totalCount\":1}");
    }

    [Fact]
    public async Task Requests_one_behind_the_other_are_answered_each_until_one_has_a_body()
    {
        const string kept = "HTTP/1.1\r\nHost: localhost\r\n\r\n";
        const string posted = "HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 24\r\n\r\n";
        var requests =
            $"GET /api/v1/entities?text=株洲&first=1 {kept}\r\nGET /health/live {kept}HEAD /search?q=小巨人 {kept}"
            + $"POST /graphql?a=株 {posted}{{\"query\":\"{{__typename}}\"}}";

        var refused = await AskAsync(Encoding.UTF8.GetBytes($"{requests}GET /search?q=小巨人 {kept}"));
        Statuses(refused).ShouldBe(["200", "200", "200", "200", "400"]);
        byte[] slow = [.. Encoding.UTF8.GetBytes($"{requests}GET /health/live"), .. End()];
        Statuses(await AskAsync([.. slow.Select(one => new[] { one })])).ShouldBe(["200", "200", "200", "200", "200"]);
    }

    [Fact]
    public async Task A_connection_that_is_kept_is_answered_again()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Client.BaseAddress!.Port, Cancel);
        using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        for (var time = 0; time < 3; time++)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes("HEAD /search?q=小巨人 HTTP/1.1\r\nHost: localhost\r\n\r\n"), Cancel);
            (await reader.ReadLineAsync(Cancel)).ShouldBe("HTTP/1.1 200 OK");
            while (await reader.ReadLineAsync(Cancel) is { Length: > 0 })
                continue;
        }
    }

    private static List<string> Statuses(string answers) => [.. answers.Split("HTTP/1.1 ").Skip(1).Select(answer => answer[..3])];

    private static string Encoded(byte one) => one > 0x7F ? $"%{one:X2}" : $"{(char)one}";

    private static byte[] Request(string target) => [.. Encoding.UTF8.GetBytes($"GET {target}"), .. End()];

    private static byte[] End() => [.. " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8];

    /// <summary>All that the server answers to what is sent packet by packet, without the time of day.</summary>
    private async Task<string> AskAsync(params byte[][] packets)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, server.Client.BaseAddress!.Port, Cancel);
        using var stream = client.GetStream();
        foreach (var packet in packets)
        {
            await stream.WriteAsync(packet, Cancel);
            if (packets.Length > 1)
                await Task.Delay(1, Cancel);
        }
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync(Cancel);
        return string.Join('\n', answer.Split("\r\n").Where(line => !line.StartsWith("Date: ", StringComparison.Ordinal)));
    }
}
