using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.SqliteStore;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Cli;

public sealed class SqliteKilledImportTests() : KilledImportContract(articles: 60, kills: 20)
{
    private string Store => PathOf("graph.db");

    protected override string[] Arguments => ["--store-file", Store];

    protected override Task EmptyAsync() => Task.CompletedTask;

    protected override async Task<IGraphStore> OpenAsync() => await SqliteGraphStore.OpenAsync(Store, new FakeTimeProvider(), Cancel);
}

[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jKilledImportTests(Neo4jServer neo4j) : KilledImportContract(articles: 30, kills: 3)
{
    protected override string[] Arguments =>
        ["--neo4j-uri", neo4j.Options.Uri.ToString(), "--neo4j-user", neo4j.Options.User, "--neo4j-database", neo4j.Options.Database];

    protected override IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string> { ["ZHUZHOU_NEO4J__PASSWORD"] = neo4j.Options.Password };

    protected override Task EmptyAsync() => Neo4jStores.EmptyAsync(neo4j.Options, Cancel);

    protected override async Task<IGraphStore> OpenAsync() =>
        await Neo4jGraphStore.OpenAsync(neo4j.Options, new FakeTimeProvider(), Cancel);
}
