using ZhuzhouGraph.SqliteStore;
using ZhuzhouGraph.Stores.Tests.Contract;

namespace ZhuzhouGraph.Stores.Tests.Sqlite;

/// <summary>Real store files in a folder of their own, with spaces and Chinese in its name, gone after the test.</summary>
public sealed class SqliteStoreFiles : IStoresUnderTest
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "zhuzhou graph 图 " + Guid.NewGuid().ToString("N"));
    private int _count;

    public double ShareOfCases => 1;

    public string NewPath() => Path.Combine(_folder, "not there yet", $"{++_count} graph.db");

    public async Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        await SqliteGraphStore.OpenAsync(NewPath(), time, cancellationToken);

    public ValueTask CleanUpAsync()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
