using System.Diagnostics;
using System.Text.Json.Nodes;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.SqliteStore;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.GraphApi.Watching;

/// <summary>The clients that people use, npm graphql-ws and graphql-sse, as they come.</summary>
public sealed class NpmFollowTests
{
    private const string Query = "subscription ($since: String) { graphChanged(since: $since) { changes { version change id } resume } }";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("graphql-ws")]
    [InlineData("graphql-sse")]
    public async Task A_client_comes_back_after_a_restart_and_misses_and_repeats_nothing(string package)
    {
        using var folder = new TemporaryFolder();
        var server = await ServeAsync(folder, []);
        await server.Store.ImportAsync(Registry(), Cancel);
        var address = server.Client.BaseAddress!;
        using var client = NpmTool.Start("follow.mjs", package, package, new Uri(address, "/graphql").ToString(), Query, "{}");
        try
        {
            (await ToldAsync(client)).ShouldBeEmpty();
            List<string> told = [];
            for (var number = 1; number <= 3; number++)
            {
                await server.Store.ImportAsync(Article(number), Cancel);
                told.AddRange(await ToldAsync(client));
                await server.StopAsync();
                await server.DisposeAsync();
                // What comes while no server is there.
                await using (var alone = await SqliteGraphStore.OpenAsync(folder.File("graph.db"), TimeProvider.System, Cancel))
                    await alone.ImportAsync(Article(number + 10), Cancel);
                server = await ServeAsync(folder, [address.ToString()]);
                told.AddRange(await ToldAsync(client));
            }
            told.ShouldBe(
                new[] { 1, 11, 2, 12, 3, 13 }.Select((number, at) => $"{at + 2} ADDED {ArticleId(number)}"),
                "each once and in order"
            );
        }
        finally
        {
            client.Kill();
            await client.WaitForExitAsync(Cancel);
            await server.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("graphql-ws")]
    [InlineData("graphql-sse")]
    public async Task A_client_asks_and_is_refused_as_it_expects(string package)
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServeAsync(folder, []);
        await server.Store.ImportAsync(Registry(), Cancel);
        var address = new Uri(server.Client.BaseAddress!, "/graphql").ToString();

        using var asks = NpmTool.Start("follow.mjs", package, package, address, "{ summary { articles } }", "{}");
        (await LineAsync(asks))["data"]!["summary"]!["articles"]!.GetValue<int>().ShouldBe(0);
        (await LineAsync(asks))["complete"]!.GetValue<bool>().ShouldBeTrue();
        await asks.WaitForExitAsync(Cancel);

        using var errs = NpmTool.Start(
            "follow.mjs",
            package,
            package,
            address,
            "subscription { graphChanged(about: [\"云海布\"]) { resume } }",
            "{}"
        );
        var refused = await LineAsync(errs);
        (refused["error"] ?? refused["errors"])![0]!["extensions"]!["nearest"]![0]!["name"]!.GetValue<string>().ShouldBe("云海市");
        errs.Kill();
        await errs.WaitForExitAsync(Cancel);
    }

    private static async Task<GraphServer> ServeAsync(TemporaryFolder folder, IReadOnlyList<string> urls) =>
        await GraphServer.StartedAsync(
            new GraphHostOptions { Urls = urls },
            null,
            await SqliteGraphStore.OpenAsync(folder.File("graph.db"), TimeProvider.System, Cancel)
        );

    /// <summary>What the next notice tells.</summary>
    private static async Task<List<string>> ToldAsync(Process client) =>
        [
            .. (await LineAsync(client))["data"]!["graphChanged"]!["changes"]!
                .AsArray()
                .Select(change => $"{change!["version"]} {change["change"]} {change["id"]}"),
        ];

    private static async Task<JsonNode> LineAsync(Process client) =>
        JsonNode.Parse((await client.StandardOutput.ReadLineAsync(Cancel)).ShouldNotBeNull("the client ended"))!;
}
