using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>What is known, and what is not, when something happens between a real server and the caller.</summary>
public sealed class QueryApiFaultTests(Neo4jServer server) : QueryApiTest(server)
{
    private const string Deadlock = """{"errors":[{"code":"Neo.TransientError.Transaction.DeadlockDetected","message":"again"}]}""";

    private Relay _relay = null!;
    private CypherClient _api = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _relay = new Relay(Options.Uri);
        _api = CypherClient.Of(Options with { Uri = _relay.Uri }, TimeProvider.System);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_api is not null)
        {
            await _api.DisposeAsync();
            await _relay.DisposeAsync();
        }
        await base.DisposeAsync();
    }

    protected override Neo4jOptions OptionsOf(Neo4jServer server) => server.Http;

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(250)]
    public async Task A_write_whose_answer_is_lost_or_cut_short_is_unknown_and_not_run_again(int bytes)
    {
        _relay.CutNextAnswer(bytes);

        var error = await Should.ThrowAsync<OutcomeUnknownException>(() => AddAsync(_api, "a"));

        error.Message.ShouldContain("Nobody can say whether");
        (await CountAsync("a")).ShouldBe(1, "this one did take place");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(250)]
    public async Task A_read_whose_connection_broke_is_run_again_once(int bytes)
    {
        await AddAsync(Api, "a");
        _relay.CutNextAnswer(bytes);
        var statement = Ask("MATCH (n:QueryApiTest) RETURN n.count, n.id");

        (await _api.ReadAsync(statement, row => row.Number(0), Cancel)).ShouldBe([1]);
    }

    [Fact]
    public async Task A_read_whose_connection_breaks_again_is_a_transient_error()
    {
        _relay.CutNextAnswer(0);
        // What ends a statement whose connection broke goes the same way.
        for (var look = 0; look < 3; look++)
            _relay.ReplaceNextAnswer(202, """{"data":{"fields":[],"values":[]}}""");
        _relay.CutNextAnswer(0);

        var error = await Should.ThrowAsync<GraphStoreException>(() => _api.ReadAsync(Ask("RETURN 1"), row => row.Number(0), Cancel));

        error.IsTransient.ShouldBeTrue();
        error.Message.ShouldContain("broke before the answer was complete");
    }

    [Fact]
    public async Task A_write_that_was_cut_off_while_it_runs_is_ended_so_that_what_is_read_next_is_final()
    {
        await AddAsync(Api, "a");
        var other = await BeginAsync("MATCH (n:QueryApiTest {id: 'a'}) SET n.other = true");
        var relay = new Relay(Options.Uri);
        await using var api = CypherClient.Of(Options with { Uri = relay.Uri }, TimeProvider.System);
        var write = AddAsync(api, "a");
        await WaitUntilRunningAsync(1);

        relay.CutConnections();

        await Should.ThrowAsync<OutcomeUnknownException>(() => write);
        (await RunningAsync()).ShouldBe(0);
        await RollbackAsync(other);
        (await CountAsync("a")).ShouldBe(1);
        await relay.DisposeAsync();
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(503, "<html>no</html>")]
    [InlineData(500, """{"errors":[{"message":"no code"}]}""")]
    [InlineData(500, """{"errors":[{"code":"Neo.DatabaseError.Transaction.TransactionCommitFailed","message":"?"}]}""")]
    public async Task A_write_that_failed_without_a_word_on_its_outcome_is_unknown(int status, string body)
    {
        _relay.ReplaceNextAnswer(status, body);

        await Should.ThrowAsync<OutcomeUnknownException>(() => AddAsync(_api, "a"));
    }

    [Theory]
    [InlineData(202)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task A_transient_error_is_tried_again_whatever_its_status(int status)
    {
        _relay.ReplaceNextAnswer(status, Deadlock);

        await AddAsync(_api, "a");

        (await CountAsync("a")).ShouldBe(2, "the relay took the first answer away after the fact");
        _api.Statements.ShouldBe(1);
    }

    [Fact]
    public async Task A_transient_error_that_stays_is_given_after_a_few_attempts()
    {
        for (var attempt = 0; attempt < 20; attempt++)
            _relay.ReplaceNextAnswer(400, Deadlock);

        var error = await Should.ThrowAsync<GraphStoreException>(() => AddAsync(_api, "a"));

        error.IsTransient.ShouldBeTrue();
        _relay.Requests.ShouldBe(5);
    }

    [Theory]
    [InlineData(200, """{"hello":"world"}""")]
    [InlineData(301, "")]
    [InlineData(404, "<html>nothing</html>")]
    [InlineData(404, """{"errors":[{"code":"Neo.ClientError.Request.Invalid","message":"Not Found"}]}""")]
    public async Task Another_program_at_the_address_is_told_apart(int status, string body)
    {
        _relay.ReplaceNextAnswer(status, body);

        var error = await Should.ThrowAsync<GraphStoreException>(() => _api.ReadAsync(Ask("RETURN 1"), row => row.Number(0), Cancel));

        error.Message.ShouldContain("is not Neo4j's Query API. Check Uri");
        error.IsTransient.ShouldBeFalse();
    }
}
