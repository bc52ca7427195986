using System.Net;
using System.Net.Sockets;
using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>Every error says what to do, and whether trying again can help.</summary>
public sealed class QueryApiErrorTests(Neo4jServer server) : QueryApiTest(server)
{
    protected override Neo4jOptions OptionsOf(Neo4jServer server) => server.Http;

    [Fact]
    public async Task A_wrong_password_and_too_many_of_them_are_told_apart()
    {
        await using var system = CypherClient.Of(Options with { Database = "system" }, TimeProvider.System);
        await system.WriteAsync(
            Ask("CREATE OR REPLACE USER queryApiTest SET PASSWORD $p CHANGE NOT REQUIRED", ("p", "right-password")),
            _ => 0,
            Cancel
        );
        await using var api = CypherClient.Of(Options with { User = "queryApiTest", Password = "wrong-password" }, TimeProvider.System);

        var wrong = await FailAsync(api, "RETURN 1");
        await FailAsync(api, "RETURN 1");
        await FailAsync(api, "RETURN 1");
        var often = await FailAsync(api, "RETURN 1");

        wrong.ShouldSatisfyAllConditions(
            () => wrong.Message.ShouldContain("Check User and Password"),
            () => wrong.IsTransient.ShouldBeFalse()
        );
        often.ShouldSatisfyAllConditions(
            () => often.Message.ShouldContain("too many wrong passwords"),
            () => often.IsTransient.ShouldBeTrue()
        );
        wrong.ToString().ShouldNotContain("wrong-password");
        await system.WriteAsync(Ask("DROP USER queryApiTest"), _ => 0, Cancel);
    }

    [Fact]
    public async Task An_unknown_database_is_named()
    {
        await using var api = CypherClient.Of(Options with { Database = "nosuch" }, TimeProvider.System);

        var error = await FailAsync(api, "RETURN 1");

        error.Message.ShouldContain("no database nosuch");
        error.IsTransient.ShouldBeFalse();
    }

    [Theory]
    [InlineData("CREATE (:QueryApiTest)", "Neo.ClientError.Statement.AccessMode")]
    [InlineData("RETRN 1", "Neo.ClientError.Statement.SyntaxError")]
    [InlineData("RETURN $absent", "Neo.ClientError.Statement.ParameterMissing")]
    public async Task A_statement_that_is_wrong_is_an_error_with_its_code(string text, string code)
    {
        var error = await FailAsync(Api, text);

        error.Message.ShouldContain(code);
        error.IsTransient.ShouldBeFalse();
    }

    [Fact]
    public async Task An_error_after_rows_that_were_sent_already_is_an_error_and_nothing_is_written()
    {
        var statement = Ask("UNWIND range(1, 5000) AS i CREATE (n:QueryApiTest {id: 'a', count: 1}) RETURN 1 / (5000 - i)");

        var error = await Should.ThrowAsync<GraphStoreException>(() => Api.WriteAsync(statement, row => row.Number(0), Cancel));

        error.Message.ShouldContain("ArithmeticError");
        (await CountAsync("a")).ShouldBe(0);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_transient_for_writes_too()
    {
        await using var nowhere = CypherClient.Of(Options with { Uri = new Uri($"http://127.0.0.1:{FreePort()}") }, TimeProvider.System);

        var read = await FailAsync(nowhere, "RETURN 1");
        var write = await Should.ThrowAsync<GraphStoreException>(() => AddAsync(nowhere, "a"));

        new[] { read, write }.ShouldAllBe(e => e.IsTransient && e.Message.Contains("cannot be reached. Check that it runs, and Uri"));
    }

    [Fact]
    public async Task A_host_that_nobody_knows_is_named()
    {
        await using var api = CypherClient.Of(Options with { Uri = new Uri("https://nosuch.invalid:7473") }, TimeProvider.System);

        (await FailAsync(api, "RETURN 1")).Message.ShouldContain("nosuch.invalid, is not known");
    }

    [Fact]
    public async Task A_server_without_https_is_told_apart_from_one_that_is_not_there()
    {
        await using var api = CypherClient.Of(
            Options with
            {
                Uri = new UriBuilder(Options.Uri) { Scheme = "https" }.Uri,
            },
            TimeProvider.System
        );

        var error = await FailAsync(api, "RETURN 1");

        error.Message.ShouldContain("No secure connection");
        error.IsTransient.ShouldBeFalse();
    }

    [Fact]
    public async Task A_deadlock_is_tried_again_until_it_goes_through()
    {
        await using var relay = new Relay(Options.Uri);
        await using var api = CypherClient.Of(Options with { Uri = relay.Uri }, TimeProvider.System);
        await AddAsync(Api, "a");
        await AddAsync(Api, "b");
        // Each takes one node, is busy until the other has its own, and asks for that: one of them is given up.
        Cypher Both(string first, string second) =>
            Ask(
                """
                MATCH (n:QueryApiTest {id: $first}) SET n.count = n.count + 1
                WITH count(n) AS c UNWIND range(1, 2000000) AS i WITH count(i % 7) AS c
                MATCH (m:QueryApiTest {id: $second}) SET m.count = m.count + 1
                """,
                ("first", first),
                ("second", second)
            );
        // Once before, so that it is planned and takes its lock at once.
        await Api.WriteAsync(Both("a", "b"), _ => 0, Cancel);

        await Task.WhenAll(api.WriteAsync(Both("a", "b"), _ => 0, Cancel), api.WriteAsync(Both("b", "a"), _ => 0, Cancel));

        relay.Requests.ShouldBeGreaterThan(2);
        (await CountAsync("a"), await CountAsync("b")).ShouldBe((4, 4));
    }

    private static async Task<GraphStoreException> FailAsync(CypherClient api, string text) =>
        await Should.ThrowAsync<GraphStoreException>(() => api.ReadAsync(Ask(text), _ => 0, Cancel));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
