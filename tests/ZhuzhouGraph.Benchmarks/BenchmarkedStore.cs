using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.SqliteStore;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>A store under measurement, and how large it is on disk.</summary>
internal sealed class BenchmarkedStore : IAsyncDisposable
{
    public static readonly IReadOnlyList<string> Names = ["sqlite", "neo4j"];

    private readonly string? _temporary;
    private readonly Func<long?> _size;

    private BenchmarkedStore(string name, IGraphStore graph, Func<long?> size, string? temporary = null)
    {
        Name = name;
        Graph = graph;
        _size = size;
        _temporary = temporary;
    }

    public string Name { get; }

    public IGraphStore Graph { get; }

    /// <summary>Bytes on disk, write-ahead logs included; null where the folder is not known.</summary>
    public long? Size => _size();

    /// <summary>The one place that knows which stores there are.</summary>
    public static async Task<BenchmarkedStore> OpenAsync(string name, BenchmarkOptions options, CancellationToken cancellationToken)
    {
        if (name == "neo4j")
        {
            var server = await Neo4jGraphStore.OpenAsync(options.Neo4j, TimeProvider.System, cancellationToken);
            return new(name, server, () => options.Neo4jHome is { } home ? SizeOf(Path.Combine(home, "data"), "*") : null);
        }
        var temporary = options.SqliteFile is null ? Directory.CreateTempSubdirectory("zhuzhou-benchmark-").FullName : null;
        var file = Path.GetFullPath(options.SqliteFile ?? Path.Combine(temporary!, "graph.db"));
        var store = await SqliteGraphStore.OpenAsync(file, TimeProvider.System, cancellationToken);
        return new(name, store, () => SizeOf(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*"), temporary);
    }

    /// <summary>The store in a file that another process has open, too.</summary>
    public static async Task<BenchmarkedStore> OpenFileAsync(string file, CancellationToken cancellationToken) =>
        new("sqlite", await SqliteGraphStore.OpenAsync(file, TimeProvider.System, cancellationToken), () => null);

    public async ValueTask DisposeAsync()
    {
        await Graph.DisposeAsync();
        if (_temporary is not null)
            Directory.Delete(_temporary, recursive: true);
    }

    private static long SizeOf(string folder, string pattern) =>
        new DirectoryInfo(folder).EnumerateFiles(pattern, SearchOption.AllDirectories).Sum(file => file.Length);
}
