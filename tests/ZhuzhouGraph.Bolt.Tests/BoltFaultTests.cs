using System.Net;
using System.Net.Sockets;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Bolt.Tests;

/// <summary>What is known, and what is not, when something happens between a client and a real server.</summary>
public sealed class BoltFaultTests(Neo4jServer server) : BoltTest(server)
{
    /// <summary>HELLO, LOGON, RUN, record, PULL: that many messages a server sends for the first write on a connection.</summary>
    private const int Answers = 5;

    /// <summary>HELLO, LOGON, RUN, PULL.</summary>
    private const int Requests = 4;

    [Theory]
    [InlineData(true, true, Answers)]
    [InlineData(true, false, Answers)]
    [InlineData(false, true, Requests)]
    [InlineData(false, false, Requests)]
    public async Task A_write_that_meets_a_fault_at_any_message_throws_in_time_and_is_old_or_new(bool ofServer, bool isCut, int messages)
    {
        await using var relay = new BoltRelay(Options.Address.Server);
        await using var client = new BoltClient(
            At(Options, relay.Port) with
            {
                ConnectTimeout = TimeSpan.FromSeconds(isCut ? 60 : 1.5),
                ResetTimeout = TimeSpan.FromMilliseconds(300),
            },
            TimeProvider.System
        );
        var known = 0L;
        for (var count = 0; count < messages; count++)
        {
            if (isCut)
                relay.CutAfterMessages(count, ofServer);
            else
                relay.HangAfterMessages(count, ofServer);
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(isCut ? 60 : 2.5));

            var error = await Should.ThrowAsync<BoltException>(() => AddAsync(client, "a", soon.Token));

            relay.Heal();
            // The server learns that the connection has gone a moment after the client.
            await WaitUntilRunningAsync(0);
            var found = await CountAsync("a");
            if (error.IsOutcomeUnknown)
                found.ShouldBeInRange(known, known + 1);
            else
                found.ShouldBe(known);
            error.IsOutcomeUnknown.ShouldBe(count >= 2, "behind HELLO and LOGON");
            known = await AddAsync(client, "a", Cancel);
            known.ShouldBe(found + 1, "the same client goes on");
            relay.CutConnections();
            // Two notice that they were cut when they are used next.
            await Task.Delay(50, Cancel);
        }
    }

    [Fact]
    public async Task A_kept_connection_that_was_cut_is_replaced_before_it_is_used()
    {
        await using var relay = new BoltRelay(Options.Address.Server);
        await using var client = new BoltClient(At(Options, relay.Port), TimeProvider.System);
        for (var round = 1; round <= 10; round++)
        {
            (await AddAsync(client, "a", Cancel)).ShouldBe(round);
            relay.CutConnections();
            await Task.Delay(50, Cancel);
        }

        relay.Connections.ShouldBe(10);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Every_version_is_spoken_that_is_offered(byte minor)
    {
        await using var relay = new BoltRelay(Options.Address.Server) { Offer = [0, 0, minor, 5, .. new byte[12]] };
        await using var client = new BoltClient(At(Options, relay.Port) with { MaxConnections = 1 }, TimeProvider.System);

        (await AddAsync(client, "a", Cancel)).ShouldBe(1);
        (await ValuesAsync(client, Ask("RETURN datetime('2031-05-01T08:00:00.5+08:00')"), Read, Cancel)).ShouldBe([
            new BoltOffsetDateTime(1_935_360_000, 500_000_000, 28_800),
        ]);
        (await Should.ThrowAsync<BoltServerException>(() => ValuesAsync(client, Ask("RETRN 1"), Read, Cancel))).Code.ShouldBe(
            "Neo.ClientError.Statement.SyntaxError"
        );
        (await AddAsync(client, "a", Cancel)).ShouldBe(2);
    }

    [Fact]
    public async Task A_manifest_is_chosen_from_where_the_server_has_one()
    {
        await using var connection = await OpenAsync(Options);

        (connection.Version, connection.Agent.Split('/')[0]).ShouldBe((new Version(5, 8), "Neo4j"));
    }

    [Fact]
    public async Task A_server_that_speaks_no_version_of_ours_is_told_apart()
    {
        await using var relay = new BoltRelay(Options.Address.Server) { Offer = [0, 0, 0, 9, .. new byte[12]] };

        var error = await Should.ThrowAsync<BoltConnectionException>(() => OpenAsync(At(Options, relay.Port)));

        (error.Fault, error.Message).ShouldBe((BoltFault.NotBolt, "The server speaks no version of Bolt from 5.0 to 5.8."));
    }

    [Fact]
    public async Task A_host_that_nobody_knows_and_a_port_where_nobody_listens_are_told_apart()
    {
        var unknown = Options with { Address = Options.Address with { Server = new("nosuch.invalid", 7687) } };
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();

        (await Should.ThrowAsync<BoltConnectionException>(() => OpenAsync(unknown))).Fault.ShouldBe(BoltFault.UnknownHost);
        var error = await Should.ThrowAsync<BoltConnectionException>(() => OpenAsync(At(Options, port)));
        (error.Fault, error.IsOutcomeUnknown).ShouldBe((BoltFault.Unreachable, false));
    }

    [Fact]
    public async Task A_server_without_tls_is_told_apart()
    {
        var error = await Should.ThrowAsync<BoltConnectionException>(() =>
            OpenAsync(Options with { Address = Options.Address with { Security = BoltSecurity.Verified } })
        );

        error.Fault.ShouldBe(BoltFault.Insecure);
    }

    private static async Task<BoltConnection> OpenAsync(BoltOptions options) =>
        await BoltConnection.OpenAsync(options.Address.Server, options, await options.Credentials(Cancel), TimeProvider.System, Cancel);
}
