using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Bolt.Tests;

/// <summary>Transactions of several statements.</summary>
public sealed class BoltTransactionTests(Neo4jServer server) : BoltTest(server)
{
    [Fact]
    public async Task What_is_committed_is_there_and_has_a_bookmark()
    {
        await using var transaction = await Client.BeginAsync(Write, Cancel);
        await RunAsync(transaction, Add("a"));
        await RunAsync(transaction, Add("a"));
        (await CountAsync("a")).ShouldBe(0, "nobody else sees it yet");

        (await transaction.CommitAsync(Cancel)).Bookmark.ShouldNotBeNullOrEmpty();

        (await CountAsync("a")).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_rolled_back_or_disposed_is_not_there()
    {
        await using (var transaction = await Client.BeginAsync(Write, Cancel))
        {
            await RunAsync(transaction, Add("a"));
            await transaction.RollbackAsync(Cancel);
        }
        await using (var transaction = await Client.BeginAsync(Write, Cancel))
            await RunAsync(transaction, Add("a"));

        (await CountAsync("a")).ShouldBe(0);
        await ShouldRunAsync(0);
    }

    [Fact]
    public async Task A_failure_rolls_back_and_ends_the_transaction()
    {
        await using var transaction = await Client.BeginAsync(Write, Cancel);
        await RunAsync(transaction, Add("a"));

        await Should.ThrowAsync<BoltServerException>(() => RunAsync(transaction, Ask("RETURN 1 / 0")));

        (
            await Should.ThrowAsync<InvalidOperationException>(() => transaction.CommitAsync(Cancel))
        ).InnerException.ShouldBeOfType<BoltServerException>();
        await ShouldRunAsync(0);
        (await CountAsync("a")).ShouldBe(0);
    }

    [Fact]
    public async Task A_commit_that_fails_says_so()
    {
        await ValuesAsync("CREATE CONSTRAINT boltTestOnce IF NOT EXISTS FOR (n:BoltTest) REQUIRE n.once IS UNIQUE");
        try
        {
            await ValuesAsync("CREATE (:BoltTest {once: 1})");
            await using var transaction = await Client.BeginAsync(Write, Cancel);

            var error = await Should.ThrowAsync<BoltServerException>(async () =>
            {
                await RunAsync(transaction, Ask("CREATE (:BoltTest {once: 1})"));
                await transaction.CommitAsync(Cancel);
            });

            error.Failure.ShouldBe(BoltFailure.Statement);
            error.IsOutcomeUnknown.ShouldBeFalse();
        }
        finally
        {
            await ValuesAsync("DROP CONSTRAINT boltTestOnce");
        }
    }

    [Fact]
    public async Task A_cancelled_statement_ends_its_transaction_on_the_server()
    {
        await AddAsync(Client, "a", Cancel);
        await using var other = await HoldAsync("a");
        await using var transaction = await Client.BeginAsync(Write, Cancel);
        await RunAsync(transaction, Add("b"));
        using var soon = new CancellationTokenSource();
        var waiting = RunAsync(transaction, Add("a"), soon.Token);
        await Task.Delay(200, Cancel);

        await soon.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => waiting)).CancellationToken.ShouldBe(soon.Token);
        await ShouldRunAsync(1, "the one that holds the lock");
        await other.RollbackAsync(Cancel);
        (await CountAsync("a"), await CountAsync("b")).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Records_that_are_given_up_end_the_transaction()
    {
        await using var transaction = await Client.BeginAsync(Write, Cancel);
        await RunAsync(transaction, Add("a"));
        var cursor = await transaction.RunAsync(Ask("UNWIND range(1, 100000) AS i RETURN i"), Cancel);
        (await cursor.ReadAsync()).ShouldBeTrue();
        await Should.ThrowAsync<InvalidOperationException>(() => RunAsync(transaction, Add("a")));

        await cursor.DisposeAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => transaction.CommitAsync(Cancel));
        await ShouldRunAsync(0);
    }

    private static Task RunAsync(BoltTransaction transaction, BoltStatement statement) => RunAsync(transaction, statement, Cancel);

    private static async Task RunAsync(BoltTransaction transaction, BoltStatement statement, CancellationToken cancellationToken)
    {
        await using var cursor = await transaction.RunAsync(statement, cancellationToken);
        await cursor.ConsumeAsync();
    }
}
