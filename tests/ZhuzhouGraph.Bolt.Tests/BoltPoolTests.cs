using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Bolt.Tests;

/// <summary>Which connection a statement gets, and in which order callers get theirs.</summary>
public sealed class BoltPoolTests(Neo4jServer server) : BoltTest(server)
{
    private const string Connections = "CALL dbms.listConnections() YIELD connector RETURN count(*)";

    [Fact]
    public async Task Who_waits_longest_is_next_and_who_gave_up_is_passed_over()
    {
        var gate = new FairGate(1);
        await gate.EnterAsync(Cancel);
        using var impatient = new CancellationTokenSource();
        var order = new List<int>();
        var waiting = Enumerable.Range(0, 50).Select(i => EnterAsync(i, i % 3 == 1 ? impatient.Token : Cancel)).ToList();

        await impatient.CancelAsync();
        gate.Leave();
        for (var i = 0; i < waiting.Count; i++)
        {
            if (i % 3 == 1)
                (await Should.ThrowAsync<OperationCanceledException>(() => waiting[i])).CancellationToken.ShouldBe(impatient.Token);
            else
                await waiting[i];
        }

        order.ShouldBe(Enumerable.Range(0, 50).Where(i => i % 3 != 1));
        await gate.EnterAsync(Cancel);

        async Task EnterAsync(int number, CancellationToken cancellationToken)
        {
            await gate.EnterAsync(cancellationToken);
            order.Add(number);
            gate.Leave();
        }
    }

    [Fact]
    public async Task Statements_one_after_the_other_take_one_connection()
    {
        await using var relay = new BoltRelay(Options.Address.Server);
        await using var client = new BoltClient(At(Options, relay.Port), TimeProvider.System);
        for (var i = 1; i <= 20; i++)
            (await AddAsync(client, "a", Cancel)).ShouldBe(i);

        relay.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task A_connection_that_is_too_old_is_replaced()
    {
        var time = new FakeTimeProvider();
        await using var relay = new BoltRelay(Options.Address.Server);
        await using var client = new BoltClient(At(Options, relay.Port) with { MaxAge = TimeSpan.FromMinutes(30) }, time);
        await AddAsync(client, "a", Cancel);
        time.Advance(TimeSpan.FromMinutes(29));
        await AddAsync(client, "a", Cancel);
        relay.Connections.ShouldBe(1);

        time.Advance(TimeSpan.FromMinutes(2));

        (await AddAsync(client, "a", Cancel)).ShouldBe(3);
        relay.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task A_connection_that_was_idle_is_asked_whether_it_stands()
    {
        var time = new FakeTimeProvider();
        await using var relay = new BoltRelay(Options.Address.Server);
        await using var client = new BoltClient(At(Options, relay.Port) with { LivenessCheck = TimeSpan.FromMinutes(1) }, time);
        await AddAsync(client, "a", Cancel);
        relay.HangAfterMessages(0, ofServer: true);
        time.Advance(TimeSpan.FromMinutes(2));

        var write = AddAsync(client, "a", Cancel);
        while (!relay.IsHanging)
            await Task.Delay(20, Cancel);
        relay.LetOthersPass();
        time.Advance(TimeSpan.FromSeconds(11));

        (await write).ShouldBe(2, "what was asked on the dead connection was no statement");
        relay.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task A_wrong_password_is_tried_once_and_then_not_for_a_while_unless_it_changes()
    {
        await ValuesAsync(
            Client,
            Ask("CREATE OR REPLACE USER boltTest SET PASSWORD 'right-password' CHANGE NOT REQUIRED"),
            Write with
            {
                Database = "system",
            },
            Cancel
        );
        var time = new FakeTimeProvider();
        var password = "wrong-password";
        await using var relay = new BoltRelay(Options.Address.Server);
        await using var client = new BoltClient(
            At(Options, relay.Port) with
            {
                Credentials = _ => ValueTask.FromResult(new BoltCredentials("boltTest", password)),
            },
            time
        );

        for (var attempt = 0; attempt < 10; attempt++)
            (await RefusedAsync()).Failure.ShouldBe(BoltFailure.Authentication);
        relay.Connections.ShouldBe(1);
        time.Advance(TimeSpan.FromSeconds(31));
        (await RefusedAsync()).ToString().ShouldNotContain(password);
        await RefusedAsync();
        relay.Connections.ShouldBe(2);
        time.Advance(TimeSpan.FromSeconds(31));
        await RefusedAsync();
        relay.Connections.ShouldBe(2, "the second pause is twice as long");

        password = "right-password";
        (await ValuesAsync(client, Ask("RETURN 1"), Read, Cancel)).ShouldBe([1L]);
        relay.Connections.ShouldBe(3);
        await ValuesAsync(Client, Ask("DROP USER boltTest"), Write with { Database = "system" }, Cancel);

        Task<BoltServerException> RefusedAsync() =>
            Should.ThrowAsync<BoltServerException>(() => ValuesAsync(client, Ask("RETURN 1"), Read, Cancel));
    }

    [Fact]
    public async Task A_closed_client_says_goodbye_on_every_connection()
    {
        var before = await ConnectionsAsync();
        var client = new BoltClient(Options, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => AddAsync(client, "a", Cancel)));

        await client.DisposeAsync();

        while (await ConnectionsAsync() > before)
            await Task.Delay(20, Cancel);
    }

    private async Task<long> ConnectionsAsync() => (long)(await ValuesAsync(Client, Ask(Connections), Read, Cancel))[0]!;
}
