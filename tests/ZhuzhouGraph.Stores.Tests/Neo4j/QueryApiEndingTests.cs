using System.Net;
using System.Net.Sockets;
using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>Who cancels or waits too long leaves nothing running on the server.</summary>
public sealed class QueryApiEndingTests(Neo4jServer server) : QueryApiTest(server)
{
    protected override Neo4jOptions OptionsOf(Neo4jServer server) => server.Http;

    [Fact]
    public async Task A_cancelled_read_ends_on_the_server()
    {
        using var soon = new CancellationTokenSource();
        var read = Api.ReadAsync(Ask(Endless), row => row.Number(0), soon.Token);
        await WaitUntilRunningAsync(1);

        await soon.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => read)).CancellationToken.ShouldBe(soon.Token);
        (await RunningAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_read_cancelled_while_its_rows_arrive_ends_on_the_server()
    {
        using var soon = new CancellationTokenSource();
        var read = Api.ReadAsync(Ask("UNWIND range(1, 1000000000000) AS i RETURN i"), row => row.Number(0), soon.Token);
        await WaitUntilRunningAsync(1);

        await soon.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => read);
        (await RunningAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_cancelled_write_that_waits_for_a_lock_never_takes_place()
    {
        await AddAsync(Api, "a");
        var other = await BeginAsync("MATCH (n:QueryApiTest {id: 'a'}) SET n.other = true");
        using var soon = new CancellationTokenSource();
        var write = Api.WriteAsync(Add("a"), row => row.Number(0), soon.Token);
        await WaitUntilRunningAsync(1);

        await soon.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => write);
        (await RunningAsync()).ShouldBe(0);
        await RollbackAsync(other);
        (await CountAsync("a")).ShouldBe(1);
    }

    [Fact]
    public async Task A_write_cancelled_at_any_moment_is_old_or_new_and_new_where_it_gives_rows()
    {
        var known = 0L;
        for (var delay = 0; delay < 40; delay++)
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromMicroseconds(delay * 250));
            try
            {
                known = (await Api.WriteAsync(Add("a"), row => row.Number(0), soon.Token))[0];
                (await CountAsync("a")).ShouldBe(known);
            }
            catch (OperationCanceledException)
            {
                var found = await CountAsync("a");
                found.ShouldBeInRange(known, known + 1);
                known = found;
            }
        }

        (await RunningAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_write_that_reaches_the_server_after_the_first_look_is_ended_all_the_same()
    {
        await AddAsync(Api, "a");
        var other = await BeginAsync("MATCH (n:QueryApiTest {id: 'a'}) SET n.other = true");
        await using var relay = new Relay(Options.Uri);
        await using var api = CypherClient.Of(Options with { Uri = relay.Uri }, TimeProvider.System);
        using var soon = new CancellationTokenSource();
        var gate = relay.HoldNextRequest();
        var write = api.WriteAsync(Add("a"), row => row.Number(0), soon.Token);
        await WaitUntilAsync(() => relay.Requests == 1);

        await soon.CancelAsync();
        await WaitUntilAsync(() => relay.Requests == 3);
        gate.SetResult();

        await Should.ThrowAsync<OperationCanceledException>(() => write);
        (await RunningAsync()).ShouldBe(0);
        await RollbackAsync(other);
        (await CountAsync("a")).ShouldBe(1);
    }

    [Fact]
    public async Task A_statement_that_takes_too_long_is_ended_and_a_transient_error()
    {
        await using var api = CypherClient.Of(Options with { StatementTimeout = TimeSpan.FromSeconds(1) }, TimeProvider.System);

        var error = await Should.ThrowAsync<GraphStoreException>(() => api.ReadAsync(Ask(Endless), row => row.Number(0), Cancel));

        error.IsTransient.ShouldBeTrue();
        error.Message.ShouldContain("did not answer within 1 s");
        (await RunningAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task More_writes_than_may_be_in_flight_can_be_cancelled_while_all_wait_for_a_lock_and_the_server_goes_on_answering()
    {
        await AddAsync(Api, "a");
        var other = await BeginAsync("MATCH (n:QueryApiTest {id: 'a'}) SET n.other = true");
        using var soon = new CancellationTokenSource();
        var writes = Enumerable.Range(0, 20).Select(_ => Api.WriteAsync(Add("a"), row => row.Number(0), soon.Token)).ToList();
        await WaitUntilRunningAsync(Options.MaxConcurrency - 2);

        await soon.CancelAsync();

        foreach (var write in writes)
            await Should.ThrowAsync<OperationCanceledException>(() => write);
        (await RunningAsync()).ShouldBe(0);
        (await CountAsync("a")).ShouldBe(1, "readers see what was before");
        await RollbackAsync(other);
        (await AddAsync(Api, "a")).ShouldBe([2]);
    }

    [Fact]
    public async Task A_statement_that_waits_for_its_turn_is_never_sent_when_it_is_cancelled()
    {
        await using var relay = new Relay(Options.Uri);
        await using var api = CypherClient.Of(Options with { Uri = relay.Uri, MaxConcurrency = 3 }, TimeProvider.System);
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var running = api.ReadAsync(Ask(Endless), row => row.Number(0), first.Token);
        await WaitUntilRunningAsync(1);
        var waiting = AddAsync(api, "a", second.Token);

        await second.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        relay.Requests.ShouldBe(1);
        await first.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_probe_is_answered_while_statements_have_every_turn()
    {
        await using var api = CypherClient.Of(Options with { MaxConcurrency = 3 }, TimeProvider.System);
        using var soon = new CancellationTokenSource();
        var running = api.ReadAsync(Ask(Endless), row => row.Number(0), soon.Token);
        await WaitUntilRunningAsync(1);

        (await api.ReadAsync(Ask("RETURN 1") with { IsProbe = true }, row => row.Number(0), Cancel)).ShouldBe([1]);

        running.IsCompleted.ShouldBeFalse();
        await soon.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task What_is_cancelled_before_it_begins_is_not_sent()
    {
        await using var relay = new Relay(Options.Uri);
        await using var api = CypherClient.Of(Options with { Uri = relay.Uri }, TimeProvider.System);

        await Should.ThrowAsync<OperationCanceledException>(() => AddAsync(api, "a", new CancellationToken(canceled: true)));

        (relay.Requests, api.Statements).ShouldBe((0, 0));
    }

    [Fact]
    public async Task What_is_cancelled_while_it_connects_is_not_looked_for()
    {
        // Takes the connection and says nothing, so that the client waits for the end of the handshake.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var api = CypherClient.Of(
            Options with
            {
                Uri = new Uri($"https://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}"),
            },
            TimeProvider.System
        );
        using var soon = new CancellationTokenSource();
        var write = AddAsync(api, "a", soon.Token);
        using var connected = await silent.AcceptSocketAsync(Cancel);

        await soon.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => write);
        silent.Pending().ShouldBeFalse();
    }

    private static Task<List<long>> AddAsync(CypherClient api, string id, CancellationToken cancellationToken) =>
        api.WriteAsync(Add(id), row => row.Number(0), cancellationToken);

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(10, Cancel);
    }
}
