using NodaTime;
using ZhuzhouGraph.Neo4jStore;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>What goes to the server and what comes back.</summary>
[Collection(Neo4jDatabase.Name)]
public sealed class QueryApiTests(Neo4jServer server) : IAsyncLifetime
{
    private QueryApi _api = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _api = new QueryApi(server.Options, TimeProvider.System);
        await CleanUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_api is null)
            return;
        await CleanUpAsync();
        await _api.DisposeAsync();
    }

    [Theory]
    [InlineData("株洲日报")]
    [InlineData("𠀀𪚥 😀 \" \\ \u0001 \u2028 <&>'")]
    [InlineData("")]
    public async Task A_text_comes_back_as_it_was_sent(string text)
    {
        var rows = await _api.ReadAsync(Ask("RETURN $v, $m.键, $l[1]", ("v", text), ("m", Map(("键", text))), ("l", new[] { "", text })), row => (row.Text(0), row.Text(1), row.Text(2)), Cancel);

        rows.ShouldBe([(text, text, text)]);
    }

    [Fact]
    public async Task Values_of_every_kind_come_back_as_they_were_sent()
    {
        var rows = await _api.ReadAsync(
            Ask("RETURN $i, $l, $f, $whole, $t, $n, $list, $map", ("i", 7), ("l", long.MaxValue), ("f", 2386691.25), ("whole", 5.0), ("t", true), ("n", null),
                ("list", new object?[] { 1, "二" }), ("map", Map(("a", Map(("b", -1L)))))),
            row => (row.Number(0), row.Number(1), row.Float(2), row[3].Kind, row.Flag(4), row.TextOrNull(5), row.List(6, v => v.Kind), row.Map(7).Map("a")!.Number("b")),
            Cancel);

        var (i, l, f, whole, t, n, list, map) = rows.ShouldHaveSingleItem();
        (i, l, f, whole, t, n, map).ShouldBe((7, long.MaxValue, 2386691.25, "Float", true, null, -1));
        list.ShouldBe(["Integer", "String"]);
    }

    private static Cypher Ask(string text, params (string Name, object? Value)[] parameters) =>
        new("TEST", text, parameters.ToDictionary(p => p.Name, p => p.Value));

    private static Dictionary<string, object?> Map(params (string Name, object? Value)[] items) => items.ToDictionary(p => p.Name, p => p.Value);

    private Task<List<int>> CleanUpAsync() => _api.WriteAsync(Ask("MATCH (n:QueryApiTest) DETACH DELETE n"), _ => 0, Cancel);
}
