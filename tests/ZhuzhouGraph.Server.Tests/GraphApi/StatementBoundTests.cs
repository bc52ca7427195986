using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>What composed fields cost where they cost most: around hubs.</summary>
public sealed class StatementBoundTests : IAsyncLifetime
{
    private const int Hubs = 8,
        Leaves = PageRequest.Max + 50;

    private GraphServer _server = null!;

    /// <summary>A chain of hubs; each shares all leaves but one with the next.</summary>
    public async ValueTask InitializeAsync()
    {
        _server = await GraphServer.StartedAsync(TimeProvider.System, seeds: null);
        var links = Enumerable
            .Range(0, Hubs)
            .SelectMany(hub => Enumerable.Range(hub, Leaves).Select(leaf => $"h{hub}>n{leaf}"))
            .Concat(Enumerable.Range(1, Hubs - 1).Select(hub => $"h{hub - 1}-h{hub}"));
        var text = string.Join(' ', links);
        await _server.Store.ImportAsync(Towns.RegistryOf(text), CancellationToken.None);
        await _server.Store.ImportAsync(Towns.ArticleOf(1, text), CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("paths", "(from: \"place:h0\", to: \"place:h7\", maxHops: 4, mode: ALL, throughHubs: true) { isOverBudget }", 10)]
    [InlineData("paths", "(from: \"place:n0\", to: \"place:n256\", maxHops: 4, mode: ALL) { isOverBudget }", 3)]
    [InlineData("neighbourhood", "(id: \"place:h3\", depth: 2, first: 50) { levels { around { count } } }", 40)]
    [InlineData("coAttendance", "(with: \"place:h3\") { isComplete }", 2)]
    public async Task A_hub_costs_no_more_than_the_bound(string field, string rest, int least)
    {
        using var statements = new RequestStatements();
        using var request = statements.Request(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString($"{{ {field}{rest} }}"));
        using var response = await _server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        answer.ShouldNotContain("\"errors\"");
        // One for the version, one for the names.
        statements.Texts.Count.ShouldBeInRange(1 + least, 2 + StatementBounds.AtMost[field]);
    }
}
