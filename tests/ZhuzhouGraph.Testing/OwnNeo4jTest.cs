namespace ZhuzhouGraph.Testing;

/// <summary>Tests that start, harm and end servers of their own: a server for each test, or a skip by name.</summary>
public abstract class OwnNeo4jTest : IAsyncLifetime
{
    private OwnNeo4j? _server;

    /// <summary>The test's server, which it starts itself.</summary>
    protected OwnNeo4j Server => _server!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _server = OwnNeo4j.Require();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
