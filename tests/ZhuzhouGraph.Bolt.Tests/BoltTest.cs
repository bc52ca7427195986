using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Bolt.Tests;

/// <summary>What tests against a real server share: a client, nodes with a label of their own, and ways to look at the server.</summary>
[Collection(Neo4jDatabase.Name)]
public abstract class BoltTest(Neo4jServer server) : IAsyncLifetime
{
    public const string Endless = "UNWIND range(1, 1000000000000) AS i WITH i WHERE i < 0 RETURN count(i)";

    internal BoltClient Client { get; private set; } = null!;

    /// <summary>A second way to the server, which nothing of a test goes through.</summary>
    private BoltClient _aside = null!;

    internal BoltOptions Options { get; private set; } = null!;

    internal static BoltAccess Read { get; } = new() { IsRead = true, Database = "neo4j" };

    internal static BoltAccess Write { get; } = new() { Database = "neo4j" };

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        var named = server.Bolt;
        Options = OptionsOf(named.Uri, named.User, named.Password);
        (Client, _aside) = (new(Options, TimeProvider.System), new(Options, TimeProvider.System));
        await CleanUpAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (Client is not null)
        {
            await Client.DisposeAsync();
            await CleanUpAsync();
            await _aside.DisposeAsync();
        }
        GC.SuppressFinalize(this);
    }

    internal static BoltOptions OptionsOf(Uri uri, string user, string password) =>
        new() { Address = BoltAddress.Parse(uri)!, Credentials = _ => ValueTask.FromResult(new BoltCredentials(user, password)) };

    internal static BoltOptions At(BoltOptions options, int port) =>
        options with
        {
            Address = options.Address with { Server = new("127.0.0.1", port) },
        };

    internal static BoltStatement Ask(string text, params (string Name, object? Value)[] parameters) =>
        new(text, parameters.ToDictionary(p => p.Name, p => p.Value));

    /// <summary>Adds one to a node and gives how often that was done.</summary>
    internal static async Task<long> AddAsync(BoltClient client, string id, CancellationToken cancellationToken) =>
        (long)(await ValuesAsync(client, Add(id), Write, cancellationToken))[0]!;

    internal static BoltStatement Add(string id) =>
        Ask("MERGE (n:BoltTest {id: $id}) SET n.count = coalesce(n.count, 0) + 1 RETURN n.count", ("id", id));

    /// <summary>The first column of all records.</summary>
    internal static async Task<List<object?>> ValuesAsync(
        BoltClient client,
        BoltStatement statement,
        BoltAccess access,
        CancellationToken cancellationToken
    )
    {
        await using var cursor = await client.RunAsync(statement, access, cancellationToken);
        var values = new List<object?>();
        while (await cursor.ReadAsync())
            values.Add(Values.Read(cursor.Current[0]));
        return values;
    }

    internal Task<List<object?>> ValuesAsync(string text, params (string Name, object? Value)[] parameters) =>
        ValuesAsync(Client, Ask(text, parameters), Write, Cancel);

    /// <summary>How often a node was added to, seen past the client under test.</summary>
    internal async Task<long> CountAsync(string id) =>
        (long)
            (await ValuesAsync(_aside, Ask("OPTIONAL MATCH (n:BoltTest {id: $id}) RETURN coalesce(n.count, 0)", ("id", id)), Read, Cancel))[
                0
            ]!;

    /// <summary>How many transactions the server runs, but for the one that asks.</summary>
    internal async Task<long> RunningAsync() =>
        (long)(await ValuesAsync(_aside, Ask("SHOW TRANSACTIONS YIELD currentQuery RETURN count(*) - 1"), Read, Cancel))[0]!;

    internal async Task WaitUntilRunningAsync(long count)
    {
        while (await RunningAsync() != count)
            await Task.Delay(20, Cancel);
    }

    /// <summary>So many run, or do a moment later: the server lists a transaction a little longer than it runs.</summary>
    internal async Task ShouldRunAsync(long count, string? because = null)
    {
        for (var looks = 0; looks < 100 && await RunningAsync() != count; looks++)
            await Task.Delay(20, Cancel);
        (await RunningAsync()).ShouldBe(count, because);
    }

    /// <summary>A transaction that holds the lock of a node, on a connection of its own.</summary>
    internal async Task<BoltTransaction> HoldAsync(string id)
    {
        var transaction = await _aside.BeginAsync(Write, Cancel);
        await using var cursor = await transaction.RunAsync(Ask("MATCH (n:BoltTest {id: $id}) SET n.held = true", ("id", id)), Cancel);
        await cursor.ConsumeAsync();
        return transaction;
    }

    private async Task CleanUpAsync() =>
        await ValuesAsync(_aside, Ask("MATCH (n:BoltTest) DETACH DELETE n"), Write, CancellationToken.None);
}
