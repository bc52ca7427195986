using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Server.Tests.GraphApi.Execution;
using ZhuzhouGraph.Server.Tests.RestApi;
using ZhuzhouGraph.SqliteStore;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.Statistics;

/// <summary>A file of a line while the line changes.</summary>
public abstract class MovingGraphScenarios : StatisticsContract, IAsyncDisposable
{
    private readonly List<IGraphStore> _opened = [];
    private LateStore _store = null!;

    protected abstract Task<IGraphStore> OpenAsync();

    protected override async Task<GraphServer> EmptyServerAsync()
    {
        var inner = await OpenAsync();
        _store = new LateStore(inner);
        _opened.Add(inner);
        return await GraphServer.StartedAsync(new GraphHostOptions(), seeds: null, _store, Time);
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var store in _opened)
            await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json-stat")]
    public async Task A_file_that_meets_an_import_is_of_one_version_and_says_of_which(string format)
    {
        await using var server = await FilledAsync([.. Enumerable.Range(1, 4).Select(n => InMonth(n, n, $"{n}00吨"))]);
        var address = $"/series/{await LineAsync(server, "about=云海市")}?format={format}";
        var (before, then) = await ReadAsync(server, address);

        _store.Meanwhile = async () =>
        {
            await ImportAsync(server, InMonth(2, 2, "250吨"));
            await ImportAsync(server, InMonth(5, 5, "500吨"));
        };
        var (met, version) = await ReadAsync(server, address + "&from=2001");
        var (after, now) = await ReadAsync(server, address + "&from=2002");

        now.ShouldBe(then + 2);
        after.ShouldNotBe(before);
        new[] { (before, then), (after, now) }.ShouldContain((met, version));
    }

    private static Observation InMonth(int article, int month, string words) =>
        Printed(article, "f", words) with
        {
            Period = Month(2030, month),
        };

    private static async Task<(string Text, int Version)> ReadAsync(GraphServer server, string address)
    {
        using var response = await server.SendAsync(HttpMethod.Get, address);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        ((int)response.StatusCode).ShouldBe(200, text);
        return (text, int.Parse(response.Headers.GetValues("Data-Version").Single(), null));
    }
}

public sealed class SqliteMovingGraphTests : MovingGraphScenarios
{
    private readonly TemporaryFolder _folder = new();

    protected override async Task<IGraphStore> OpenAsync() => await SqliteGraphStore.OpenAsync(_folder.File("graph.db"), Time, Cancel);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}

[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jMovingGraphTests(Neo4jServer neo4j) : MovingGraphScenarios
{
    protected override async Task<IGraphStore> OpenAsync() => await Neo4jStores.OpenEmptyAsync(neo4j, Time, Cancel);
}
