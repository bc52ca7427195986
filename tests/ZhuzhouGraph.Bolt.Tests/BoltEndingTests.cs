using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Bolt.Tests;

/// <summary>Who cancels leaves nothing running on the server, and knows it.</summary>
public sealed class BoltEndingTests(Neo4jServer server) : BoltTest(server)
{
    [Theory]
    [InlineData(Endless)]
    [InlineData("UNWIND range(1, 1000000000000) AS i RETURN i")]
    public async Task A_cancelled_read_has_ended_on_the_server(string text)
    {
        await using var client = new BoltClient(Options with { MaxConnections = 1 }, TimeProvider.System);
        using var soon = new CancellationTokenSource();
        var read = DrainAsync(client, Ask(text), Read, soon.Token);
        await WaitUntilRunningAsync(1);

        await soon.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => read)).CancellationToken.ShouldBe(soon.Token);
        await ShouldRunAsync(0);
        (await ValuesAsync(client, Ask("RETURN 1"), Read, Cancel)).ShouldBe([1L], "the same connection goes on");
    }

    [Fact]
    public async Task A_read_that_is_given_up_in_the_middle_has_ended_on_the_server()
    {
        await using var client = new BoltClient(Options with { MaxConnections = 1 }, TimeProvider.System);
        for (var round = 0; round < 20; round++)
        {
            var cursor = await client.RunAsync(Ask("UNWIND range(1, 1000000000000) AS i RETURN i"), Read, Cancel);
            for (var read = 0; read < round * 150; read++)
                (await cursor.ReadAsync()).ShouldBeTrue();

            await cursor.DisposeAsync();

            await ShouldRunAsync(0);
            await Should.ThrowAsync<ObjectDisposedException>(async () => await cursor.ReadAsync());
        }
    }

    [Fact]
    public async Task A_cancelled_write_that_waits_for_a_lock_never_takes_place()
    {
        await AddAsync(Client, "a", Cancel);
        await using var other = await HoldAsync("a");
        using var soon = new CancellationTokenSource();
        var write = AddAsync(Client, "a", soon.Token);
        await WaitUntilRunningAsync(2);

        await soon.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => write);
        await ShouldRunAsync(1);
        await other.RollbackAsync(Cancel);
        (await CountAsync("a")).ShouldBe(1);
    }

    [Fact]
    public async Task A_write_cancelled_at_any_moment_is_old_or_new_and_new_where_it_gives_records()
    {
        var known = 0L;
        var (cancelled, done) = (0, 0);
        for (var delay = 0; delay < 120; delay++)
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromMicroseconds(delay * 50));
            try
            {
                known = await AddAsync(Client, "a", soon.Token);
                (await CountAsync("a")).ShouldBe(known);
                done++;
            }
            catch (OperationCanceledException)
            {
                var found = await CountAsync("a");
                found.ShouldBeInRange(known, known + 1);
                known = found;
                cancelled++;
            }
        }

        await ShouldRunAsync(0);
        cancelled.ShouldBeGreaterThan(0);
        (await AddAsync(Client, "a", Cancel)).ShouldBe(known + 1);
    }

    [Fact]
    public async Task More_writes_than_there_are_connections_can_be_cancelled_while_all_wait_for_a_lock()
    {
        await AddAsync(Client, "a", Cancel);
        await using var other = await HoldAsync("a");
        await using var client = new BoltClient(Options with { MaxConnections = 4 }, TimeProvider.System);
        using var soon = new CancellationTokenSource();
        var writes = Enumerable.Range(0, 20).Select(_ => AddAsync(client, "a", soon.Token)).ToList();
        await WaitUntilRunningAsync(5);

        await soon.CancelAsync();

        foreach (var write in writes)
            await Should.ThrowAsync<OperationCanceledException>(() => write);
        await ShouldRunAsync(1);
        await other.RollbackAsync(Cancel);
        (await AddAsync(client, "a", Cancel)).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_cancelled_before_it_begins_is_not_sent()
    {
        await using var relay = new BoltRelay(Options.Address.Server);
        await using var client = new BoltClient(At(Options, relay.Port), TimeProvider.System);

        await Should.ThrowAsync<OperationCanceledException>(() => AddAsync(client, "a", new CancellationToken(canceled: true)));

        relay.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task A_server_that_does_not_end_what_it_is_asked_to_end_is_given_up()
    {
        await using var relay = new BoltRelay(Options.Address.Server);
        await using var client = new BoltClient(
            At(Options, relay.Port) with
            {
                ResetTimeout = TimeSpan.FromMilliseconds(300),
            },
            TimeProvider.System
        );
        await AddAsync(client, "a", Cancel);
        using var soon = new CancellationTokenSource();
        relay.HangAfterMessages(1, ofServer: false);
        var write = AddAsync(client, "a", soon.Token);
        await Task.Delay(100, Cancel);

        await soon.CancelAsync();

        var error = await Should.ThrowAsync<BoltConnectionException>(() => write);
        (error.Fault, error.IsOutcomeUnknown).ShouldBe((BoltFault.Silent, true));
        relay.Heal();
        (await AddAsync(client, "a", Cancel)).ShouldBe(2);
    }

    private static async Task DrainAsync(BoltClient client, BoltStatement statement, BoltAccess access, CancellationToken cancellationToken)
    {
        await using var cursor = await client.RunAsync(statement, access, cancellationToken);
        while (await cursor.ReadAsync()) { }
    }
}
