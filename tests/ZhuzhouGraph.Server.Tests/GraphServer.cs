using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZhuzhouGraph.Seeds;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.SqliteStore;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests;

/// <summary>
/// The real host on a real port, over a real store that holds the repository's seeds without texts. One for all tests of a class.
/// </summary>
public sealed class GraphServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication? _host;

    public IGraphStore Store { get; private set; } = null!;

    public HttpClient Client { get; } = new() { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>What the host logs.</summary>
    public ServerLog Log { get; } = new();

    /// <summary>The store's file, where it is the server's own.</summary>
    public string File => _folder.File("graph.db");

    public async ValueTask InitializeAsync() =>
        await StartAsync(await OpenAsync(TimeProvider.System), TimeProvider.System, RepositoryRoot.Seeds);

    /// <summary>A server of the test's own, to do harm to.</summary>
    /// <param name="seeds">What it holds; null for an empty store.</param>
    public static async Task<GraphServer> StartedAsync(TimeProvider time, string? seeds)
    {
        var server = new GraphServer();
        await server.StartAsync(await server.OpenAsync(time), time, seeds);
        return server;
    }

    /// <summary>A server that is started differently; it listens on its address, or on any free port of this machine.</summary>
    /// <param name="store">Another store, which is the server's to dispose.</param>
    public static async Task<GraphServer> StartedAsync(
        GraphHostOptions options,
        string? seeds = null,
        IGraphStore? store = null,
        TimeProvider? time = null
    )
    {
        var server = new GraphServer();
        time ??= TimeProvider.System;
        await server.StartAsync(store ?? await server.OpenAsync(time), time, seeds, options);
        return server;
    }

    /// <summary>A server over another store, which is the server's to dispose.</summary>
    public static async Task<GraphServer> StartedAsync(TimeProvider time, string? seeds, IGraphStore store)
    {
        var server = new GraphServer();
        await server.StartAsync(store, time, seeds);
        return server;
    }

    private async Task<IGraphStore> OpenAsync(TimeProvider time) => await SqliteGraphStore.OpenAsync(File, time, CancellationToken.None);

    private async Task StartAsync(IGraphStore store, TimeProvider time, string? seeds, GraphHostOptions? options = null)
    {
        Store = store;
        if (seeds is not null)
            await SeedImporter.ImportAsync(
                await SeedImporter.CheckAsync(seeds, null, null, CancellationToken.None),
                Store,
                null,
                CancellationToken.None
            );
        options ??= new GraphHostOptions();
        _host = GraphHost.Build(options.Urls.Count > 0 ? options : options with { Urls = ["http://127.0.0.1:0"] }, Store, time);
        _host.Services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
        await _host.StartAsync();
        Client.BaseAddress = new UriBuilder(_host.Urls.First()) { Host = "127.0.0.1" }.Uri;
    }

    /// <summary>Asks over POST and gives status and answer.</summary>
    public async Task<(int Status, JsonNode Answer)> AskAsync(string query, JsonObject? variables = null)
    {
        using var body = new StringContent(
            new JsonObject { ["query"] = query, ["variables"] = variables?.DeepClone() }.ToJsonString(),
            System.Text.Encoding.UTF8,
            "application/json"
        );
        using var response = await Client.PostAsync("/graphql", body, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }

    /// <summary>The code of the only or first error.</summary>
    public async Task<string?> CodeAsync(string query, JsonObject? variables = null) =>
        (await AskAsync(query, variables)).Answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>();

    /// <summary>Changes the store's file behind the server's back.</summary>
    public void Meddle(string sql) => Meddle(File, sql);

    /// <summary>Changes a store's file behind the back of whoever has it open.</summary>
    public static void Meddle(string file, string sql)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Pooling = false,
                ForeignKeys = false,
            }.ToString()
        );
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own statements.
        // Stays in the log: what is written into the file itself would be verified.
        command.CommandText = $"PRAGMA wal_autocheckpoint = 0; {sql}";
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>Stops as an operator stops it.</summary>
    public Task StopAsync() => _host!.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        await Store.DisposeAsync();
        _folder.Dispose();
    }
}
