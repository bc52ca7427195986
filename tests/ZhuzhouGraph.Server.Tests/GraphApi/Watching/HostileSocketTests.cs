using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Server.Tests.GraphApi.Watching.RawSocket;

namespace ZhuzhouGraph.Server.Tests.GraphApi.Watching;

/// <summary>What strangers may send over a socket, frame by frame: it ends with the code that says why, and others go on.</summary>
public sealed class HostileSocketTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string Init = """{"type":"connection_init"}""";
    private const string Following = "subscription { graphChanged { changes { id } resume } }";

    private const string Subscribe = $$$"""{"type":"subscribe","id":"a","payload":{"query":"{{{Following}}}"}}""";

    private Uri Address => server.Client.BaseAddress!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Frames, and the code that they end the socket with; 1002 and 1007 are those of RFC 6455 itself.</summary>
    private static readonly Dictionary<string, (int Code, byte[][] Frames)> Wrong = new()
    {
        ["a frame without a mask"] = (1002, [Frame(Whole, Bytes(Init), isMasked: false)]),
        ["compression that was not agreed on"] = (1002, [Frame(Whole | 0x40, Bytes(Init))]),
        ["a kind of frame that there is not"] = (1002, [Frame(0x83, Bytes(Init))]),
        ["a part of no message"] = (1002, [Frame(Part, Bytes(Init))]),
        ["a message inside another"] = (1002, [Frame(Opening, Bytes("{")), Frame(Whole, Bytes(Init))]),
        ["a ping in parts"] = (1002, [Frame(Ping & 0x0F, Bytes("a"))]),
        ["a ping of 126 bytes"] = (1002, [Frame(Ping, new byte[126])]),
        ["a length of 2^63"] = (1002, [Frame(Whole, Bytes("{"), told: 1UL << 63)]),
        ["a close of one byte"] = (1002, [Frame(Close, [3])]),
        ["bytes that are no UTF-8"] = (1007, [Frame(Whole, [.. "{\"type\":\"ping\",\"payload\":{\"a\":\""u8, 0xC3, 0x28, .. "\"}}"u8])]),
        ["half of a character"] = (4400, [Frame(Whole, Bytes("""{"type":"subscribe","id":"\ud800","payload":{"query":"{a}"}}"""))]),
        ["bytes"] = (4400, [Frame(0x82, Bytes(Init))]),
        ["lists a thousand deep"] = (4400, [Frame(Whole, Bytes(PingOf(new string('[', 1_000) + new string(']', 1_000))))]),
        ["100,000 values"] = (4400, [Frame(Whole, Bytes(PingOf($"[{string.Join(',', Enumerable.Repeat("0", 100_000))}]")))]),
        ["a number of 200,000 digits"] = (4400, [Frame(Whole, Bytes(PingOf(new string('7', 200_000))))]),
        ["an id of 2,000 characters"] = (
            4400,
            [Frame(Whole, Bytes(Init)), Frame(Whole, Bytes($$"""{"type":"complete","id":"{{new string('x', 2_000)}}"}"""))]
        ),
        ["a type of 900,000 characters"] = (4400, [Frame(Whole, Bytes($$"""{"type":"{{new string('硬', 300_000)}}"}"""))]),
        ["2,000,000 characters"] = (1009, [Frame(Whole, Bytes($$"""{"type":"{{new string('x', 2_000_000)}}"}"""))]),
    };

    public static TheoryData<string> Kinds => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Frames_that_break_a_rule_end_the_socket_with_its_code_and_are_not_repeated(string kind)
    {
        var (code, frames) = Wrong[kind];
        await using var raw = await RawSocket.OpenAsync(Address);
        foreach (var frame in frames)
            await raw.WriteAsync(frame);

        // Who breaks RFC 6455 itself is cut off by the framework, and may not get to read why.
        var told = await raw.ClosedAsync();
        if (told.Length > 0 || code is not (1002 or 1007))
            told.ShouldStartWith(code.ToString(CultureInfo.InvariantCulture) + " ");
        told.ShouldNotContain("硬硬");
        told.ShouldNotContain("xxxx");
        await GoesOnAsync();
    }

    [Fact]
    public async Task A_message_without_end_is_not_waited_for()
    {
        await using var raw = await RawSocket.StartAsync(Address);
        await raw.SayAsync(Subscribe);
        (await raw.HearAsync()).Text.ShouldStartWith("""{"id":"a","type":"next",""");
        var closed = raw.ClosedAsync();
        var part = Frame(Part, new byte[64 * 1024]);
        await raw.WriteAsync(Frame(Opening, Bytes("{")));
        try
        {
            while (!closed.IsCompleted)
                await raw.WriteAsync(part);
        }
        catch (IOException)
        {
            // It has gone, and had said why.
        }
        (await closed).ShouldStartWith("1009 BODY_BYTES_EXCEEDED");
    }

    [Fact]
    public async Task A_message_may_come_byte_by_byte_with_pings_between_and_empty_parts()
    {
        await using var raw = await RawSocket.OpenAsync(Address);
        var bytes = Bytes(Init);
        await raw.WriteAsync(Frame(Opening, []));
        foreach (var letter in bytes)
            await raw.WriteAsync([.. Frame(Part, [letter]), .. Frame(Part, []), .. Frame(Ping, [letter])]);
        await raw.WriteAsync(Frame(Last, []));

        foreach (var letter in bytes)
            (await raw.HearAsync()).ShouldBe((10, ((char)letter).ToString()), "a ping is answered in the middle of a message");
        (await raw.HearAsync()).ShouldBe((1, """{"type":"connection_ack"}"""));
    }

    [Fact]
    public async Task Half_a_message_is_no_greeting()
    {
        await using var hasty = await GraphServer.StartedAsync(new GraphHostOptions { Settings = ["--Limits:SocketInit=00:00:00.1"] });
        foreach (var half in new[] { Frame(Opening, Bytes("{")), Frame(Whole, Bytes("{"), told: 1_000_000), Frame(Whole, [])[..3], [] })
        {
            await using var raw = await RawSocket.OpenAsync(hasty.Client.BaseAddress!);
            await raw.WriteAsync(half);
            (await raw.ClosedAsync()).ShouldStartWith("4408 ");
        }
    }

    [Fact]
    public async Task Who_does_not_close_in_turn_is_let_go()
    {
        await using var raw = await RawSocket.OpenAsync(Address);
        await raw.SayAsync("nothing");
        (await raw.ClosedAsync()).ShouldStartWith("4400 ");
        // It says no more, and the connection ends all the same.
        (await raw.ClosedAsync()).ShouldBe("");
    }

    [Fact]
    public async Task A_client_that_answers_no_ping_is_gone_and_one_that_does_stays()
    {
        await using var asking = await GraphServer.StartedAsync(
            new GraphHostOptions { Settings = ["--Limits:SocketPing=00:00:00.3"] },
            RepositoryRoot.Seeds
        );
        await using var here = await LiveSocket.StartAsync(asking.Client.BaseAddress!);
        await here.SubscribeAsync("a", Following);
        await here.HearAsync("a", "next");
        var next = here.HearAsync();
        await using var gone = await RawSocket.StartAsync(asking.Client.BaseAddress!);
        await gone.SayAsync(Subscribe);
        (await gone.HearAsync()).Text.ShouldStartWith("""{"id":"a","type":"next",""");

        (await gone.HearAsync()).Kind.ShouldBe(9);
        (await gone.ClosedAsync()).ShouldBe("", "there is nobody to be told");
        await asking.Store.ImportAsync(Batches.Article(1), Cancel);
        (await next)["type"]!.GetValue<string>().ShouldBe("next");
    }

    [Fact]
    public async Task Of_thousands_of_operations_on_one_socket_so_many_are_open_and_the_rest_is_told()
    {
        await using var socket = await LiveSocket.StartAsync(Address);
        const int many = 3_000;
        var sending = Task.Run(
            async () =>
            {
                for (var i = 0; i < many; i++)
                    await socket.SubscribeAsync($"{i}", Following);
            },
            Cancel
        );
        HashSet<string> open = [],
            refused = [];
        while (open.Count + refused.Count < many)
        {
            var message = await socket.HearAsync();
            var isOpen = message["type"]!.GetValue<string>() == "next";
            (isOpen ? open : refused).Add(message["id"]!.GetValue<string>()).ShouldBeTrue();
            if (!isOpen)
                message["payload"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("SOCKET_OPERATIONS_EXCEEDED");
        }
        await sending;
        open.Count.ShouldBe(100);
        // Room is made by whoever ends one.
        foreach (var id in open)
            await socket.SayAsync($$"""{"type":"complete","id":"{{id}}"}""");
        await socket.SubscribeAsync("again", Following);
        await socket.HearAsync("again", "next");
    }

    [Fact]
    public async Task A_client_that_counts_is_closed_when_it_only_talks()
    {
        await using var counting = await GraphServer.StartedAsync(
            new GraphHostOptions { Settings = ["--Clients:Unlimited=none", "--Limits:ClientTokens=5", "--Limits:ClientTokensPerSecond=1"] }
        );
        await using var raw = await RawSocket.StartAsync(counting.Client.BaseAddress!);
        var closed = raw.ClosedAsync();
        try
        {
            while (!closed.IsCompleted)
                await raw.SayAsync("""{"type":"ping"}""");
        }
        catch (IOException)
        {
            // It has gone, and had said why.
        }
        (await closed).ShouldStartWith("1013 Too many messages");
    }

    [Theory]
    [InlineData("evil.example", "", "400")]
    [InlineData("localhost:banana", "", "400")]
    [InlineData(null, "Origin: http://evil.example\r\n", "403")]
    [InlineData(null, "Origin: null\r\n", "403")]
    [InlineData("localhost", "Origin: http://localhost\r\n", "101")]
    [InlineData(null, "Origin: https://page.example\r\n", "101")]
    [InlineData(null, "Sec-WebSocket-Extensions: permessage-deflate\r\n", "101")]
    public async Task A_foreign_host_or_origin_opens_no_socket_where_origins_are_named(string? host, string headers, string status)
    {
        await using var named = await GraphServer.StartedAsync(new GraphHostOptions { Settings = ["--Cors:Origins=https://page.example"] });
        await using var raw = await RawSocket.OpenAsync(named.Client.BaseAddress!, headers, host);
        raw.Greeting.ShouldStartWith($"HTTP/1.1 {status} ");
        raw.Greeting.ShouldNotContain("Sec-WebSocket-Extensions", Case.Insensitive, "nothing is inflated here");
    }

    /// <summary>Others are answered, and nothing of it was a defect.</summary>
    private async Task GoesOnAsync()
    {
        await using var other = await LiveSocket.StartAsync(Address);
        await other.SubscribeAsync("a", "{ summary { articles } }");
        await other.HearAsync("a", "next");
        server.Log.From(LogLevel.Warning).ShouldBeEmpty();
    }

    private static string PingOf(string value) => $$$"""{"type":"ping","payload":{"a":{{{value}}}}}""";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
