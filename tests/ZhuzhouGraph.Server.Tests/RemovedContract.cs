using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Server.Tests.Mcp;
using ZhuzhouGraph.Server.Tests.RestApi;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests;

/// <summary>What the graph no longer holds says so at every door that still leads to it.</summary>
public abstract class RemovedContract
{
    private const string Old = "place:old-port",
        Figure = "obs:yunhai/01/lit";

    protected static readonly FakeTimeProvider Time = new(new DateTimeOffset(2031, 4, 1, 8, 0, 0, TimeSpan.Zero));

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract Task<GraphServer> EmptyServerAsync();

    [Fact]
    public async Task A_removed_article_its_figures_and_whom_nothing_mentions_any_more_say_since_when()
    {
        await using var server = await EmptyServerAsync();
        await server.Store.ImportAsync(Registry(Named(EntityTypes.Place, Old, "旧港", "Old Port")), Cancel);
        await server.Store.ImportAsync(Article(1).Printing(Batches.Figure(1, "lit", 300) with { About = Old }), Cancel);
        (await ToldAsync(server)).ShouldAllBe(moment => moment == null);

        await server.Store.RemoveAsync(ArticleId(1), Cancel);
        await server.Store.ImportAsync(Registry(), Cancel);

        (await ToldAsync(server)).ShouldAllBe(moment => moment == "2031-04-01T08:00:00Z");
        await using var assistant = await Assistant.OverHttpAsync(server);
        (await assistant.CallAsync("read_article", $$"""{"article": "{{ArticleId(1)}}"}""")).Text.ShouldContain(
            "REMOVED 2031-04-01T08:00:00Z"
        );
        (await assistant.CallAsync("get_entity", $$"""{"entity": "{{Old}}"}""")).Text.ShouldContain("REMOVED 2031-04-01T08:00:00Z");
    }

    /// <summary>What each door says of the article, the entity and the figure.</summary>
    private static async Task<List<string?>> ToldAsync(GraphServer server)
    {
        var (_, graph) = await server.AskAsync(
            $"{{ a: node(id: \"{ArticleId(1)}\") {{ ... on Article {{ removedAt }} }} e: entity(id: \"{Old}\") {{ removedAt }} "
                + $"o: node(id: \"{Figure}\") {{ ... on Observation {{ removedAt }} }} }}"
        );
        List<string?> told = [.. "aeo".Select(one => graph["data"]![$"{one}"]!["removedAt"]?.ToString())];
        foreach (var address in new[] { $"/articles/{ArticleId(1)}", $"/entities/{Old}", $"/observations/{Figure}" })
        {
            var (status, answer) = await server.GetAsync(address);
            status.ShouldBe(200, answer.ToJsonString());
            answer.AsObject().ShouldContainKey("removedAt");
            told.Add(answer["removedAt"]?.ToString());
        }
        await using var assistant = await Assistant.OverHttpAsync(server);
        told.Add((await assistant.CallAsync("get_entity", $$"""{"entity": "{{Old}}"}""")).Rows[0]!["removedAt"]?.ToString());
        told.Add(JsonNode.Parse(await assistant.ReadAsync($"zhuzhou://figure/{Figure}"))!["removedAt"]?.ToString());
        return told;
    }
}

public sealed class SqliteRemovedTests : RemovedContract
{
    protected override Task<GraphServer> EmptyServerAsync() => GraphServer.StartedAsync(Time, seeds: null);
}

[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jRemovedTests(Neo4jServer neo4j) : RemovedContract
{
    protected override async Task<GraphServer> EmptyServerAsync() =>
        await GraphServer.StartedAsync(Time, seeds: null, await Neo4jStores.OpenEmptyAsync(neo4j, Time, Cancel));
}
