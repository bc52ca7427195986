using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ZhuzhouGraph.Benchmarks.Peers;

/// <summary>A peer on Node.js: installed by name from npm into a folder of its own, started by one of our scripts.</summary>
/// <param name="Name">What it is, with its version and that of Node.js.</param>
internal sealed record NodeServer(string Name, Started Process) : IAsyncDisposable
{
    /// <summary>PostGraphile 5 needs it; an older one runs PostGraphile 4.</summary>
    private const int NodeOfPostGraphile5 = 22;

    public int Id => Process.Id;

    public Uri Address => Process.Address;

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    /// <summary><c>@neo4j/graphql</c> 7 with Apollo Server on that database.</summary>
    public static Task<NodeServer> Neo4jAsync(string folder, Neo4jStore.Neo4jOptions neo4j, CancellationToken cancellationToken) =>
        StartAsync(
            folder,
            ["@neo4j/graphql@7", "graphql@16", "neo4j-driver@6", "@apollo/server@5"],
            "neo4j.mjs",
            ["neo4j.graphql"],
            new()
            {
                ["NEO4J_URI"] = neo4j.Uri.OriginalString,
                ["NEO4J_USER"] = neo4j.User,
                ["NEO4J_PASSWORD"] = neo4j.Password,
            },
            cancellationToken
        );

    /// <summary>The newest PostGraphile that this machine's Node.js runs.</summary>
    public static async Task<NodeServer> PostGraphileAsync(string folder, string database, CancellationToken cancellationToken)
    {
        var version = await Started.RunAsync(new("node", ["--version"]), cancellationToken);
        var isNew =
            int.Parse(version[1..version.IndexOf('.', StringComparison.Ordinal)], CultureInfo.InvariantCulture) >= NodeOfPostGraphile5;
        return await StartAsync(
            folder,
            isNew
                ? ["postgraphile@5", "postgraphile-plugin-connection-filter@3"]
                : ["postgraphile@4", "postgraphile-plugin-connection-filter@2"],
            isNew ? "postgraphile5.mjs" : "postgraphile4.mjs",
            [],
            new() { ["DATABASE_URL"] = database },
            cancellationToken
        );
    }

    private static async Task<NodeServer> StartAsync(
        string folder,
        IReadOnlyList<string> packages,
        string script,
        IEnumerable<string> files,
        Dictionary<string, string> environment,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), """{"private": true, "type": "module"}""", cancellationToken);
        await Started.RunAsync(
            new("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", .. packages]) { WorkingDirectory = folder },
            cancellationToken
        );
        foreach (var file in files.Append(script))
            await CopyAsync(file, folder, cancellationToken);
        var start = new ProcessStartInfo("node", [script]) { WorkingDirectory = folder };
        start.Environment["NODE_ENV"] = "production";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var node = await Started.RunAsync(new("node", ["--version"]), cancellationToken);
        var versions = packages.Select(package => package[..package.LastIndexOf('@')]).Select(name => $"{name} {VersionIn(folder, name)}");
        return new($"{string.Join(", ", versions)}, Node.js {node}", await Started.StartAsync(start, "ready ", cancellationToken));
    }

    /// <summary>Writes one of the files beside this one, which the program carries.</summary>
    public static async Task CopyAsync(string name, string folder, CancellationToken cancellationToken)
    {
        await using var content = typeof(NodeServer).Assembly.GetManifestResourceStream(name)!;
        await using var file = File.Create(Path.Combine(folder, name));
        await content.CopyToAsync(file, cancellationToken);
    }

    private static string VersionIn(string folder, string package)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "node_modules", package, "package.json")));
        return manifest.RootElement.GetProperty("version").GetString()!;
    }
}
