using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Pages;

[Collection(Neo4jDatabase.Name)]
public sealed class BothStoresTests(Neo4jServer neo4j)
{
    [Fact]
    public async Task A_page_is_the_same_whichever_store_answers()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2023, 5, 20, 8, 0, 0, TimeSpan.Zero));
        await using var embedded = await GraphServer.StartedAsync(time, RepositoryRoot.Seeds);
        await using var served = await GraphServer.StartedAsync(
            time,
            RepositoryRoot.Seeds,
            await Neo4jStores.OpenEmptyAsync(neo4j, time, TestContext.Current.CancellationToken)
        );
        foreach (var address in PageAddresses.Asking)
            (await HtmlAsync(served, address)).ShouldBe(await HtmlAsync(embedded, address), address);
    }

    /// <summary>A page, without the port in its citations.</summary>
    private static async Task<string> HtmlAsync(GraphServer server, string address) =>
        (await server.Client.GetStringAsync(address, TestContext.Current.CancellationToken)).Replace(
            server.Client.BaseAddress!.Authority,
            "server",
            StringComparison.Ordinal
        );
}
