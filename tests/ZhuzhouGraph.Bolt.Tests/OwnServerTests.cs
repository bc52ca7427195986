using System.Security.Cryptography.X509Certificates;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Bolt.Tests.BoltTest;

namespace ZhuzhouGraph.Bolt.Tests;

/// <summary>
/// What a client does whose server is secured by a made-up authority, is killed, or falls silent. The servers are the tests' own.
/// </summary>
public sealed class OwnServerTests : OwnNeo4jTest
{
    [Fact]
    public async Task A_certificate_is_verified_against_the_authority_and_the_host_unless_any_is_asked_for()
    {
        var authority = MadeUpAuthority.WriteCertificates(Server.FileOf("certificates"));
        await Server.StartAsync(
            Cancel,
            "server.bolt.tls_level=OPTIONAL",
            "dbms.ssl.policy.bolt.enabled=true",
            "dbms.ssl.policy.bolt.base_directory=certificates",
            "dbms.ssl.policy.bolt.client_auth=NONE"
        );
        X509Certificate2Collection authorities = [];
        authorities.ImportFromPemFile(authority);

        (await AddAsync("bolt+s", "localhost", authorities)).ShouldBe(1);
        (await AddAsync("neo4j+s", "localhost", authorities)).ShouldBe(2);
        (await AddAsync("bolt+ssc", "127.0.0.1", null)).ShouldBe(3);
        (await AddAsync("bolt", "127.0.0.1", null)).ShouldBe(4);
        foreach (var (host, trusted) in new[] { ("127.0.0.1", authorities), ("localhost", null) })
        {
            var error = await Should.ThrowAsync<BoltConnectionException>(() => AddAsync("bolt+s", host, trusted));
            (error.Fault, error.IsOutcomeUnknown).ShouldBe((BoltFault.Insecure, false));
        }
        await using var client = ClientOf("bolt+s", "localhost", authorities);
        var text = string.Concat(Enumerable.Repeat("0123456789", 300_000));
        ((await ValuesAsync(client, Ask("RETURN $text", ("text", text)), Read, Cancel))[0] as string == text).ShouldBeTrue();
        using var soon = new CancellationTokenSource(300);
        await Should.ThrowAsync<OperationCanceledException>(() => ValuesAsync(client, Ask(Endless), Read, soon.Token));
        (await ValuesAsync(client, Ask("RETURN 1"), Read, Cancel)).ShouldBe([1L]);
    }

    [Fact]
    public async Task A_write_during_which_the_server_dies_is_unknown_and_the_same_client_goes_on_when_it_is_back()
    {
        await Server.StartAsync(Cancel);
        await using var client = ClientOf("bolt", "127.0.0.1", null);
        await BoltTest.AddAsync(client, "a", Cancel);
        var write = ValuesAsync(client, Ask("MATCH (n:BoltTest) SET n.count = 9 WITH n " + Endless), Write, Cancel);
        await Task.Delay(500, Cancel);

        await Server.KillAsync(Cancel);

        var error = await Should.ThrowAsync<BoltConnectionException>(() => write);
        (error.Fault, error.IsOutcomeUnknown).ShouldBe((BoltFault.Broken, true));
        (await Should.ThrowAsync<BoltConnectionException>(() => BoltTest.AddAsync(client, "a", Cancel))).Fault.ShouldBe(
            BoltFault.Unreachable
        );
        await Server.StartAsync(Cancel);
        (await BoltTest.AddAsync(client, "a", Cancel)).ShouldBe(2);

        await Server.StopAsync(Cancel);
        await Server.StartAsync(Cancel, "server.databases.default_to_read_only=true");
        (await Should.ThrowAsync<BoltServerException>(() => BoltTest.AddAsync(client, "a", Cancel))).Failure.ShouldBe(BoltFailure.ReadOnly);
    }

    [Fact]
    public async Task AServer_that_is_silent_for_longer_than_it_says_is_left_and_one_that_works_is_not()
    {
        await Server.StartAsync(
            Cancel,
            "server.bolt.connection_keep_alive=1s",
            "server.bolt.connection_keep_alive_for_requests=ALL",
            "server.bolt.connection_keep_alive_probes=2",
            "server.bolt.connection_keep_alive_streaming_scheduling_interval=500ms"
        );
        await using var relay = new BoltRelay(new("127.0.0.1", Server.BoltPort));
        await using var client = new BoltClient(
            At(OptionsOf(new Uri("bolt://127.0.0.1"), "neo4j", "zhuzhou-graph"), relay.Port),
            TimeProvider.System
        );
        const string busy = "UNWIND range(1, 20000000) AS i WITH i % 1000 AS m WITH DISTINCT m RETURN count(m)";
        (await ValuesAsync(client, Ask(busy), Read, Cancel)).ShouldBe([1_000L]);

        relay.HangAfterMessages(0, ofServer: true);
        var error = await Should.ThrowAsync<BoltConnectionException>(() => ValuesAsync(client, Ask("RETURN 1"), Read, Cancel));

        (error.Fault, error.Message).ShouldBe((BoltFault.Silent, "The server was silent for 2 s."));
        relay.Heal();
        (await ValuesAsync(client, Ask("RETURN 1"), Read, Cancel)).ShouldBe([1L]);
    }

    private async Task<long> AddAsync(string scheme, string host, X509Certificate2Collection? authorities)
    {
        await using var client = ClientOf(scheme, host, authorities);
        return await BoltTest.AddAsync(client, "a", Cancel);
    }

    private BoltClient ClientOf(string scheme, string host, X509Certificate2Collection? authorities) =>
        new(
            OptionsOf(new Uri($"{scheme}://{host}:{Server.BoltPort}"), "neo4j", "zhuzhou-graph") with
            {
                Authorities = authorities,
            },
            TimeProvider.System
        );
}
