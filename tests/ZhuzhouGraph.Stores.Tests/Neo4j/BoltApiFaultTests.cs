using System.Net;
using System.Net.Sockets;
using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>What is told of statements over Bolt that fail, are cut off, are cancelled or take too long.</summary>
public sealed class BoltApiFaultTests(Neo4jServer server) : QueryApiTest(server)
{
    private readonly Neo4jServer _server = server;

    protected override Neo4jOptions OptionsOf(Neo4jServer server) => server.Bolt;

    [Fact]
    public async Task A_write_whose_answer_is_lost_is_unknown_and_not_run_again()
    {
        await using var relay = new Relay(Options.Uri);
        await using var api = CypherClient.Of(Options with { Uri = relay.Uri }, TimeProvider.System);
        await AddAsync(api, "a");
        relay.CutNextAnswer(0);

        var error = await Should.ThrowAsync<OutcomeUnknownException>(() => AddAsync(api, "a"));

        error.Message.ShouldContain("Nobody can say whether");
        (await CountAsync("a")).ShouldBeInRange(1, 2);
        (await AddAsync(api, "b")).ShouldBe([1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public async Task A_read_whose_connection_broke_is_run_again_once(int bytes)
    {
        await AddAsync(Api, "a");
        await using var relay = new Relay(Options.Uri);
        await using var api = CypherClient.Of(Options with { Uri = relay.Uri }, TimeProvider.System);
        var statement = Ask("MATCH (n:QueryApiTest) RETURN n.count, n.id");
        await api.ReadAsync(statement, row => row.Number(0), Cancel);
        relay.CutNextAnswer(bytes);

        (await api.ReadAsync(statement, row => row.Number(0), Cancel)).ShouldBe([1]);
        api.Statements.ShouldBe(2);
    }

    [Fact]
    public async Task A_write_whose_rows_cannot_be_read_has_taken_place()
    {
        var error = await Should.ThrowAsync<GraphStoreException>(() => Api.WriteAsync(Add("a"), row => row.Text(0), Cancel));

        (error.IsDamage, error.Message.Contains("Integer where a text is read", StringComparison.Ordinal)).ShouldBe((true, true));
        (await CountAsync("a")).ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_statement_has_ended_on_the_server_and_so_has_one_that_takes_too_long()
    {
        using var soon = new CancellationTokenSource();
        var read = Api.ReadAsync(Ask(Endless), row => row.Number(0), soon.Token);
        await WaitUntilRunningAsync(1);
        (await Api.ReadAsync(Ask("RETURN 1") with { IsProbe = true }, row => row.Number(0), Cancel)).ShouldBe([1]);
        await soon.CancelAsync();
        (await Should.ThrowAsync<OperationCanceledException>(() => read)).CancellationToken.ShouldBe(soon.Token);
        (await RunningAsync()).ShouldBe(0);

        await using var api = CypherClient.Of(Options with { StatementTimeout = TimeSpan.FromSeconds(1) }, TimeProvider.System);
        var error = await Should.ThrowAsync<GraphStoreException>(() => api.ReadAsync(Ask(Endless), row => row.Number(0), Cancel));
        (error.IsTransient, error.Message.Contains("did not answer within 1 s", StringComparison.Ordinal)).ShouldBe((true, true));
        (await RunningAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("CREATE (:QueryApiTest)", "Neo.ClientError.Statement.AccessMode")]
    [InlineData("RETRN 1", "Neo.ClientError.Statement.SyntaxError")]
    public async Task A_statement_that_is_wrong_is_an_error_with_its_code(string text, string code)
    {
        var error = await FailAsync(Options, text);

        (error.IsTransient, error.Message.Contains(code, StringComparison.Ordinal)).ShouldBe((false, true));
    }

    [Fact]
    public async Task What_keeps_a_connection_from_being_made_is_said_with_what_to_do()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        foreach (
            var (uri, isTransient, words) in new[]
            {
                ($"bolt://127.0.0.1:{port}", true, "cannot be reached. Check that it runs, and Uri"),
                ("bolt+s://nosuch.invalid", true, "nosuch.invalid, is not known"),
                ($"bolt+s://127.0.0.1:{Options.Uri.Port}", false, "No secure connection"),
                ($"bolt://127.0.0.1:{_server.Http.Uri.Port}", false, "speaks HTTP"),
            }
        )
        {
            var error = await FailAsync(Options with { Uri = new Uri(uri) }, "RETURN 1");
            (error.IsTransient, error.Message.Contains(words, StringComparison.Ordinal)).ShouldBe((isTransient, true), error.Message);
        }
        (await FailAsync(Options with { Database = "nosuch" }, "RETURN 1")).Message.ShouldContain("no database nosuch");
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_a_new_one_in_the_file_is_taken_without_a_restart()
    {
        await using var system = CypherClient.Of(Options with { Database = "system" }, TimeProvider.System);
        await system.WriteAsync(
            Ask("CREATE OR REPLACE USER boltApiTest SET PASSWORD $p CHANGE NOT REQUIRED", ("p", "right-password")),
            _ => 0,
            Cancel
        );
        var file = Path.Combine(Path.GetTempPath(), "zhuzhou-password-" + Guid.NewGuid().ToString("N"));
        await File.WriteAllTextAsync(file, "wrong-password\n", Cancel);
        try
        {
            var options = Options with { User = "boltApiTest", Password = "wrong-password", PasswordFile = file };
            await using var api = CypherClient.Of(options, TimeProvider.System);
            for (var attempt = 0; attempt < 6; attempt++)
            {
                var error = await Should.ThrowAsync<GraphStoreException>(() => api.ReadAsync(Ask("RETURN 1"), _ => 0, Cancel));
                error.Message.ShouldContain("Check User and Password", customMessage: "the server was asked once, and locked nobody");
                error.ToString().ShouldNotContain("wrong-password");
            }

            await File.WriteAllTextAsync(file, "right-password\r\n", Cancel);

            (await api.ReadAsync(Ask("RETURN 1"), row => row.Number(0), Cancel)).ShouldBe([1]);
        }
        finally
        {
            File.Delete(file);
            await system.WriteAsync(Ask("DROP USER boltApiTest"), _ => 0, Cancel);
        }
    }

    private static async Task<GraphStoreException> FailAsync(Neo4jOptions options, string text)
    {
        await using var api = CypherClient.Of(options, TimeProvider.System);
        return await Should.ThrowAsync<GraphStoreException>(() => api.ReadAsync(Ask(text), _ => 0, Cancel));
    }
}
