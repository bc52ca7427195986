using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.GraphApi.Watching;

/// <summary>Whoever does not read what it asked for: nothing is kept for it, it is let go, and nobody else waits for it.</summary>
public sealed class SlowFollowerTests
{
    /// <summary>What a change tells is made long, so that few imports fill every buffer on the way.</summary>
    private static readonly string Long =
        $"subscription ($since: String) {{ graphChanged(since: $since, first: 100) {{ changes {{ sequence "
        + $"{string.Concat(Enumerable.Range(0, 25).Select(i => $"a{i:D50}: id "))}}} resume }} }}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_that_never_reads_is_let_go_and_others_are_told_of_every_change_meanwhile(bool isSocket)
    {
        await using var server = await GraphServer.StartedAsync(
            new GraphHostOptions { Settings = ["--Limits:SlowReader=00:00:00.2", "--Limits:Subscriptions=2"] }
        );
        await using var slow = await NeverReadingAsync(server, isSocket);
        await using var quick = await LiveSocket.StartAsync(server.Client.BaseAddress!);
        await quick.SubscribeAsync("q", "subscription { graphChanged(first: 200) { changes { id } resume hasMore } }");
        await quick.HearAsync("q", "next");

        for (var number = 1; !await slow.IsGoneAsync(); number++)
        {
            await server.Store.ImportAsync(Full(number), Cancel);
            var notice = (await quick.HearAsync("q", "next"))["payload"]!["data"]!["graphChanged"]!;
            notice["changes"]!.AsArray().Count.ShouldBe(Figures + 1);
            notice["hasMore"]!.GetValue<bool>().ShouldBeFalse();
        }

        // What it held is given to the next one.
        var isRefused = true;
        while (isRefused)
        {
            await quick.SubscribeAsync("next", "{ __typename }");
            isRefused = (await quick.HearAsync())["type"]!.GetValue<string>() == "error";
        }
        server.Log.From(LogLevel.Warning).ShouldBeEmpty("it is no fault of ours");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_too_much_waits_for_all_together_who_waits_longest_is_let_go_and_the_rest_stays(bool isSocket)
    {
        await using var server = await GraphServer.StartedAsync(
            new GraphHostOptions { Settings = ["--Limits:SlowReader=1.00:00:00", $"--Limits:UnsentBytes={5 * EventBytes / 2}"] }
        );
        List<Slow> slow = [];
        for (var at = 0; at < 4; at++)
            slow.Add(await NeverReadingAsync(server, isSocket));
        await using var quick = await LiveSocket.StartAsync(server.Client.BaseAddress!);
        await quick.SubscribeAsync("q", "subscription { graphChanged(first: 200) { resume } }");
        await quick.HearAsync("q", "next");

        var gone = 0;
        for (var (number, after) = (1, 0); after < 10; number++)
        {
            await server.Store.ImportAsync(Full(number), Cancel);
            await quick.HearAsync("q", "next");
            foreach (var one in slow.ToList())
            {
                if (!await one.IsGoneAsync())
                    continue;
                slow.Remove(one);
                await one.DisposeAsync();
                gone++;
            }
            after += gone == 2 ? 1 : 0;
            gone.ShouldBeLessThanOrEqualTo(2, "there is room for two");
        }
        foreach (var one in slow)
            await one.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_that_pauses_gets_all_that_it_missed_in_order_once_it_reads_again(bool isSocket)
    {
        await using var server = await GraphServer.StartedAsync(new GraphHostOptions { Settings = ["--Limits:SlowReader=1.00:00:00"] });
        await using var slow = await NeverReadingAsync(server, isSocket);
        const int imports = 40;
        for (var number = 1; number <= imports; number++)
            await server.Store.ImportAsync(Full(number), Cancel);

        List<int> sequences = [];
        while (sequences.Count < imports * (Figures + 1))
            sequences.AddRange(await slow.ReadAsync());
        sequences.ShouldBe(Enumerable.Range(0, imports).SelectMany(_ => Enumerable.Range(1, Figures + 1)));
    }

    private const int Figures = 99;

    /// <summary>About what is told of one import to who asks for <see cref="Long"/>.</summary>
    private const int EventBytes = 200_000;

    private static GraphBatch Full(int number) =>
        Enumerable.Range(0, Figures).Aggregate(Article(number), (batch, at) => batch.Printing(Figure(number, $"f{at}", at), $"{at + 4}.1"));

    private static async Task<Slow> NeverReadingAsync(GraphServer server, bool isSocket)
    {
        await server.Store.ImportAsync(Registry(), Cancel);
        var request = new JsonObject { ["query"] = Long }.ToJsonString();
        if (isSocket)
        {
            var raw = await RawSocket.StartAsync(server.Client.BaseAddress!);
            await raw.SayAsync($$"""{"type":"subscribe","id":"slow","payload":{{request}}}""");
            (await raw.HearAsync()).Text.ShouldContain("\"changes\":[]");
            return new Slow(raw, null);
        }
        var client = new TcpClient { ReceiveBufferSize = 4 * 1024 };
        await client.ConnectAsync(IPAddress.Loopback, server.Client.BaseAddress!.Port, Cancel);
        var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /graphql HTTP/1.0\r\nHost: localhost\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\n"
                    + $"Content-Length: {request.Length}\r\n\r\n{request}"
            ),
            Cancel
        );
        var slow = new Slow(null, client);
        (await slow.ReadAsync()).ShouldBeEmpty();
        return slow;
    }

    /// <summary>One that reads nothing but when it is told to.</summary>
    private sealed class Slow(RawSocket? socket, TcpClient? stream) : IAsyncDisposable
    {
        private readonly StreamReader? _lines = stream is null ? null : new StreamReader(stream.GetStream());

        public async Task<bool> IsGoneAsync()
        {
            if (socket is not null)
                return await socket.IsBrokenAsync();
            try
            {
                // Behind the end of its request nothing is looked at.
                await stream!.GetStream().WriteAsync(new byte[1], Cancel);
                return false;
            }
            catch (IOException)
            {
                return true;
            }
        }

        /// <summary>The numbers of the changes of the next notice.</summary>
        public async Task<IEnumerable<int>> ReadAsync()
        {
            var told = socket is null ? null : (await socket.HearAsync()).Text;
            while (told is null)
            {
                var line = (await _lines!.ReadLineAsync(Cancel)).ShouldNotBeNull();
                told = line.StartsWith("data: {", StringComparison.Ordinal) ? line[6..] : null;
            }
            var message = JsonNode.Parse(told)!;
            return (message["payload"] ?? message)["data"]!["graphChanged"]!["changes"]!
                .AsArray()
                .Select(change => change!["sequence"]!.GetValue<int>());
        }

        public async ValueTask DisposeAsync()
        {
            if (socket is not null)
                await socket.DisposeAsync();
            _lines?.Dispose();
            stream?.Dispose();
        }
    }
}
