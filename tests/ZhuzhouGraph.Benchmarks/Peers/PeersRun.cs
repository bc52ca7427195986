using System.Diagnostics;
using ZhuzhouGraph.Benchmarks.News;
using ZhuzhouGraph.Bolt;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Benchmarks.Peers;

/// <summary>
/// How fast is our server beside what others make of the same data? Ours on Neo4j beside <c>@neo4j/graphql</c> on the same Neo4j, ours on
/// SQLite beside PostGraphile on PostgreSQL; every server is a process of its own, on loopback.
/// </summary>
internal sealed class PeersRun(string folder, NewsGenerator news, Duel duel, BenchmarkOptions options)
{
    private const string Neo4j = "neo4j",
        Postgres = "postgres";

    public static IReadOnlyList<string> Names { get; } = [Neo4j, Postgres];

    /// <returns>0; 1 where answers differ, or a shape was not answered; 2 where a server could not be had.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyCollection<string> names,
        string? only,
        int rounds,
        TimeSpan round,
        BenchmarkOptions options,
        CancellationToken cancellationToken
    )
    {
        var news = new NewsGenerator(options.Shape);
        var shapes = PeerShape.All(news).Where(shape => only is null || shape.Name == only).ToList();
        var folder = Directory.CreateTempSubdirectory("zhuzhou-peers-");
        try
        {
            if (shapes.Count == 0)
                throw new ArgumentException(
                    $"There is no shape '{only}'; there are {string.Join(", ", PeerShape.All(news).Select(s => s.Name))}."
                );
            Report.Machine(Console.Out, options.Shape);
            var run = new PeersRun(folder.FullName, news, new Duel(shapes, rounds, round), options);
            var isFine = !names.Contains(Neo4j) || await run.OnNeo4jAsync(cancellationToken);
            return (!names.Contains(Postgres) || await run.OnTablesAsync(cancellationToken)) && isFine ? 0 : 1;
        }
        catch (Exception e) when (e is GraphStoreException or InvalidOperationException or ArgumentException or IOException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<bool> OnNeo4jAsync(CancellationToken cancellationToken)
    {
        var neo4j = options.Neo4j;
        if (BoltAddress.Parse(neo4j.Uri) is not { } address)
            throw new ArgumentException("The peer speaks Bolt only: --neo4j-uri bolt://… is needed.");
        await using (var store = await BenchmarkedStore.OpenAsync("neo4j", options, cancellationToken))
            await FillAsync(store, cancellationToken);
        var database = neo4j.Uri.IsLoopback ? ProcessorTime.ListenerOf(address.Server.Port) : null;
        if (database is null)
            Console.Out.WriteLine("\nNeo4j's process cannot be seen from here, so its processor time is not counted.");

        var start = Ours("--store", "neo4j", "--neo4j-uri", neo4j.Uri.OriginalString, "--neo4j-user", neo4j.User);
        start.Environment["ZHUZHOU_NEO4J__PASSWORD"] = neo4j.Password;
        await using var ours = await Started.StartAsync(start, "GraphQL: ", cancellationToken);
        await using var peer = await NodeServer.Neo4jAsync(Path.Combine(folder, Neo4j), neo4j, cancellationToken);
        return await duel.RunAsync(
            new Side("ours on Neo4j", ours.Address, [ours.Id, database], shape => shape.Ours),
            new Side($"{peer.Name}, on the same Neo4j", peer.Address, [peer.Id, database], shape => shape.Neo4j),
            cancellationToken
        );
    }

    private async Task<bool> OnTablesAsync(CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(options.SqliteFile ?? Path.Combine(folder, "graph.db"));
        await using (var store = await BenchmarkedStore.OpenFileAsync(file, cancellationToken))
            await FillAsync(store, cancellationToken);
        await using var postgres = await PostgresCluster.StartAsync(Path.Combine(folder, "cluster"), news, cancellationToken);
        await using var ours = await Started.StartAsync(Ours("--store-file", file), "GraphQL: ", cancellationToken);
        await using var peer = await NodeServer.PostGraphileAsync(Path.Combine(folder, Postgres), postgres.Uri, cancellationToken);
        return await duel.RunAsync(
            new Side("ours on SQLite", ours.Address, [ours.Id], shape => shape.Ours),
            new Side($"{peer.Name}, on {postgres.Version}", peer.Address, [peer.Id, postgres.Id], shape => shape.PostGraphile),
            cancellationToken
        );
    }

    /// <summary>Imports the news into an empty store; any other has to hold it.</summary>
    private async Task FillAsync(BenchmarkedStore store, CancellationToken cancellationToken)
    {
        if ((await store.Graph.HeadAsync(cancellationToken)).Number == 0)
            await ImportRun.RunAsync(store, news, null, options.AtOnce, cancellationToken);
        else
            await QuestionKeys.ChooseAsync(news, store.Graph, cancellationToken);
    }

    private static ProcessStartInfo Ours(params IEnumerable<string> store) =>
        new("dotnet", [typeof(GraphHost).Assembly.Location, "serve", "--no-import", "--urls", "http://127.0.0.1:0", .. store]);
}
