using System.Net;
using System.Net.Sockets;
using System.Text;
using ZhuzhouGraph.Bolt.PackStream;

namespace ZhuzhouGraph.Bolt.Tests;

/// <summary>
/// What a client makes of a peer that is no server, or one that breaks the protocol. The peer is a listener with fixed words.
/// </summary>
public sealed class StrangeServerTests
{
    private static readonly byte[] Version58 = [0, 0, 8, 5];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n", "speaks HTTP")]
    [InlineData("SSH-2.0-OpenSSH", "does not speak Bolt")]
    [InlineData("\0\0\0\0", "no version of Bolt from 5.0 to 5.8")]
    [InlineData("\0\0\u0009\u0005", "does not speak Bolt")]
    [InlineData("\0\0\0\u0004", "does not speak Bolt")]
    public async Task Another_protocol_is_told_apart(string words, string why)
    {
        var error = await FailAsync(Encoding.ASCII.GetBytes(words));

        (error.Fault, error.IsOutcomeUnknown).ShouldBe((BoltFault.NotBolt, false));
        error.Message.ShouldContain(why);
    }

    [Theory]
    [InlineData("000001FF 02 00020805 00040404 09", "5.8")]
    [InlineData("000001FF 01 00000005 00", "5.0")]
    [InlineData("000001FF 02 00000006 00020905 FF01", "5.8")]
    [InlineData("000001FF 01 00000305 00", "5.3")]
    public async Task The_newest_version_of_a_manifest_that_both_speak_is_chosen(string hex, string version)
    {
        await using var peer = new Peer([
            .. Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)),
            .. Success(),
            .. Success(),
        ]);
        await using var connection = await OpenAsync(peer);

        connection.Version.ToString().ShouldBe(version);
        while (peer.Received.Length < 25)
            await Task.Delay(10, Cancel);
        var chosen = peer.Received.AsSpan(20, 5).ToArray();
        chosen.ShouldBe([0, 0, (byte)connection.Version.Minor, 5, 0]);
    }

    [Theory]
    [InlineData("000001FF 01 00000404 00", BoltFault.NotBolt)]
    [InlineData("000001FF 01 00000905 00", BoltFault.NotBolt)]
    [InlineData("000001FF 00 00", BoltFault.NotBolt)]
    [InlineData("000001FF FFFFFFFFFFFFFFFFFFFF01", BoltFault.Protocol)]
    [InlineData("000001FF FFFF03", BoltFault.Protocol)]
    public async Task A_manifest_without_a_version_of_ours_is_refused(string hex, BoltFault fault) =>
        (await FailAsync(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)))).Fault.ShouldBe(fault);

    [Fact]
    public async Task Whoever_closes_at_the_first_word_is_told_apart() => (await FailAsync([])).Fault.ShouldBe(BoltFault.NotBolt);

    [Fact]
    public async Task Whoever_says_nothing_is_given_up()
    {
        await using var peer = new Peer([], closes: false);

        var error = await Should.ThrowAsync<BoltConnectionException>(() => OpenAsync(peer));

        (error.Fault, error.Message).ShouldBe((BoltFault.Unreachable, "No connection was made within 0.5 s."));
    }

    [Fact]
    public async Task Who_cancels_while_it_connects_waits_for_nobody()
    {
        await using var peer = new Peer(Version58, closes: false);
        using var soon = new CancellationTokenSource(100);

        (await Should.ThrowAsync<OperationCanceledException>(() => OpenAsync(peer, soon.Token))).CancellationToken.ShouldBe(soon.Token);
    }

    [Theory]
    [InlineData("0003 B171A0 0000")]
    [InlineData("0001 FF 0000")]
    [InlineData("0002 B07E 0000")]
    [InlineData("0006 B17181D2FFFF 0000")]
    [InlineData("0004 B171 9101 0000")]
    public async Task A_greeting_that_is_none_closes_the_connection(string hex)
    {
        var error = await FailAsync([.. Version58, .. Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))]);

        (error.Fault, error.IsOutcomeUnknown).ShouldBe((BoltFault.Protocol, false));
    }

    [Fact]
    public async Task Signs_of_life_are_passed_over_wherever_they_come()
    {
        byte[] words =
        [
            .. Version58,
            0,
            0,
            .. Success(),
            0,
            0,
            0,
            0,
            .. Success(),
            0,
            0,
            .. Success(),
            0,
            0,
            .. Record("灯"),
            0,
            0,
            .. Success(),
        ];
        await using var peer = new Peer(words, closes: false);
        await using var client = new BoltClient(OptionsOf(peer), TimeProvider.System);

        (await BoltTest.ValuesAsync(client, BoltTest.Ask("RETURN '灯'"), BoltTest.Read, Cancel)).ShouldBe(["灯"]);
    }

    [Theory]
    [InlineData("0002 B07E 0000")]
    [InlineData("0004 B171 92 01 0000")]
    [InlineData("0003 B1 71 91 0000")]
    [InlineData("0003 B1 55 A0 0000")]
    public async Task A_server_that_breaks_the_protocol_within_an_answer_is_left_and_the_outcome_is_unknown(string hex)
    {
        byte[] words =
        [
            .. Version58,
            .. Success(),
            .. Success(),
            .. Success(),
            .. Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)),
        ];
        await using var peer = new Peer(words, closes: false);
        await using var client = new BoltClient(OptionsOf(peer), TimeProvider.System);

        var error = await Should.ThrowAsync<BoltConnectionException>(() =>
            BoltTest.ValuesAsync(client, BoltTest.Ask("CREATE (n)"), BoltTest.Write, Cancel)
        );

        (error.Fault, error.IsOutcomeUnknown).ShouldBe((BoltFault.Protocol, true));
    }

    private static async Task<BoltConnectionException> FailAsync(byte[] words)
    {
        await using var peer = new Peer(words);
        return await Should.ThrowAsync<BoltConnectionException>(() => OpenAsync(peer));
    }

    private static Task<BoltConnection> OpenAsync(Peer peer) => OpenAsync(peer, Cancel);

    private static async Task<BoltConnection> OpenAsync(Peer peer, CancellationToken cancellationToken)
    {
        var options = OptionsOf(peer);
        return await BoltConnection.OpenAsync(
            options.Address.Server,
            options,
            new("user", "password"),
            TimeProvider.System,
            cancellationToken
        );
    }

    private static BoltOptions OptionsOf(Peer peer) =>
        BoltTest.OptionsOf(new Uri($"bolt://127.0.0.1:{peer.Port}"), "user", "password") with
        {
            // Where somebody answers, a busy machine may take its time.
            ConnectTimeout = peer.IsSilent ? TimeSpan.FromMilliseconds(500) : TimeSpan.FromMinutes(1),
            ResetTimeout = TimeSpan.FromMilliseconds(300),
        };

    private static byte[] Success()
    {
        var packer = new Packer();
        packer.BeginMessage((byte)ResponseKind.Success, 1);
        packer.Map(0);
        packer.EndMessage();
        return packer.Packed.ToArray();
    }

    private static byte[] Record(object? value) => PackStreamTests.Message(value);

    /// <summary>Says fixed words to whoever connects, whatever it is told, and then closes or stays.</summary>
    private sealed class Peer : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _closing = new();
        private readonly MemoryStream _received = new();
        private readonly Task _talking;

        public Peer(byte[] words, bool closes = true)
        {
            IsSilent = words.Length == 0 && !closes;
            _listener.Start();
            _talking = TalkAsync(words, closes);
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public bool IsSilent { get; }

        public byte[] Received
        {
            get
            {
                lock (_received)
                    return _received.ToArray();
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _closing.CancelAsync();
            _listener.Dispose();
            await _talking;
            _closing.Dispose();
            await _received.DisposeAsync();
        }

        private async Task TalkAsync(byte[] words, bool closes)
        {
            try
            {
                using var client = await _listener.AcceptSocketAsync(_closing.Token);
                var buffer = new byte[4_096];
                // Whoever answers before being asked, and closes, may be reset before being heard.
                var count = await client.ReceiveAsync(buffer, _closing.Token);
                await client.SendAsync(words, _closing.Token);
                if (closes)
                    client.Shutdown(SocketShutdown.Send);
                for (; count > 0; count = await client.ReceiveAsync(buffer, _closing.Token))
                {
                    lock (_received)
                        _received.Write(buffer.AsSpan(0, count));
                }
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                // The test is over, or the client has gone.
            }
        }
    }
}
