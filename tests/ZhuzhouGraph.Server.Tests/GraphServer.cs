using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using ZhuzhouGraph.Seeds;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.SqliteStore;
using ZhuzhouGraph.Tests;

namespace ZhuzhouGraph.Server.Tests;

/// <summary>The real host on a real port, over a real store that holds the repository's seeds without texts. One for all tests of a class.</summary>
public sealed class GraphServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication? _host;

    public SqliteGraphStore Store { get; private set; } = null!;

    public HttpClient Client { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Store = await SqliteGraphStore.OpenAsync(_folder.File("graph.db"), TimeProvider.System, CancellationToken.None);
        await SeedImporter.ImportAsync(await SeedImporter.CheckAsync(RepositoryRoot.Seeds, null, null, CancellationToken.None), Store, null, CancellationToken.None);
        _host = GraphHost.Build(new GraphHostOptions { Urls = ["http://127.0.0.1:0"] }, Store, TimeProvider.System);
        await _host.StartAsync();
        Client.BaseAddress = new Uri(_host.Urls.First());
    }

    /// <summary>Asks over POST and gives status and answer.</summary>
    public async Task<(int Status, JsonNode Answer)> AskAsync(string query)
    {
        using var body = new StringContent(new JsonObject { ["query"] = query }.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using var response = await Client.PostAsync("/graphql", body, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }

    /// <summary>The code of the only or first error.</summary>
    public async Task<string?> CodeAsync(string query) => (await AskAsync(query)).Answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        await Store.DisposeAsync();
        _folder.Dispose();
    }
}
