using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Stores.Tests.Neo4j.QueryApiTest;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>What a server does that is killed, made read-only, or speaks https with a certificate of a private authority.</summary>
public sealed class OwnNeo4jTests : OwnNeo4jTest
{
    [Fact]
    public async Task A_write_during_which_the_server_dies_is_unknown_and_the_same_client_goes_on_when_it_is_back()
    {
        await Server.StartAsync(Cancel);
        await using var api = CypherClient.Of(Server.Options, TimeProvider.System);
        await AddAsync(api, "a");
        using var listening = new Listening();
        var write = api.WriteAsync(
            Ask("MATCH (n:QueryApiTest) SET n.count = 9 WITH n UNWIND range(1, 1000000000000) AS i WITH i WHERE i < 0 RETURN count(i)"),
            row => row.Number(0),
            Cancel
        );
        await using (var other = CypherClient.Of(Server.Options, TimeProvider.System))
        {
            while (
                (
                    await other.ReadAsync(
                        Ask("SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'MATCH' RETURN 1"),
                        _ => 0,
                        Cancel
                    )
                ).Count == 0
            )
                await Task.Delay(20, Cancel);
        }

        await Server.KillAsync(Cancel);

        await Should.ThrowAsync<OutcomeUnknownException>(() => write);
        (await Should.ThrowAsync<GraphStoreException>(() => AddAsync(api, "a"))).IsTransient.ShouldBeTrue();
        await Server.StartAsync(Cancel);
        (await AddAsync(api, "a")).ShouldBe([2]);

        await Server.StopAsync(Cancel);
        await Server.StartAsync(Cancel, "server.databases.default_to_read_only=true");
        var error = await Should.ThrowAsync<GraphStoreException>(() => AddAsync(api, "a"));
        error.Message.ShouldContain("is read-only");
        error.IsTransient.ShouldBeFalse();
    }

    [Fact]
    public async Task A_certificate_of_a_private_authority_is_verified_against_that_authority()
    {
        var port = Server.Options.Uri.Port + 1;
        var authority = MadeUpAuthority.WriteCertificates(Server.FileOf("certificates"));
        await Server.StartAsync(
            Cancel,
            "server.https.enabled=true",
            $"server.https.listen_address=127.0.0.1:{port}",
            "dbms.ssl.policy.https.enabled=true",
            "dbms.ssl.policy.https.base_directory=certificates",
            "dbms.ssl.policy.https.client_auth=NONE"
        );
        var options = Server.Options with { Uri = new Uri($"https://localhost:{port}") };
        await using var trusting = CypherClient.Of(options with { CertificateAuthority = authority }, TimeProvider.System);
        await using var unaware = CypherClient.Of(options, TimeProvider.System);
        await using var misled = CypherClient.Of(
            options with
            {
                Uri = new Uri($"https://127.0.0.1:{port}"),
                CertificateAuthority = authority,
            },
            TimeProvider.System
        );

        (await AddAsync(trusting, "a")).ShouldBe([1]);

        foreach (var api in new[] { unaware, misled })
            (await Should.ThrowAsync<GraphStoreException>(() => AddAsync(api, "a"))).Message.ShouldContain("CertificateAuthority");
    }
}
