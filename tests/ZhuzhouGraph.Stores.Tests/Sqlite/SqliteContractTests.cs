using ZhuzhouGraph.Stores.Tests.Contract;

namespace ZhuzhouGraph.Stores.Tests.Sqlite;

public class SqliteChangeLogTests : ChangeLogContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}

public class SqliteCitationLawTests : CitationLawContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}

public class SqliteCoAttendanceTests : CoAttendanceContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}

public class SqliteImportTests : ImportContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}

public class SqliteInjectionTests : InjectionContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}

public class SqliteMergingTests : MergingContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}

public class SqliteNeighbourhoodTests : NeighbourhoodContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}

public class SqliteObservationHistoryTests : ObservationHistoryContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}

public class SqlitePagingTests : PagingContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}

public class SqlitePathTests : PathContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}

public class SqlitePathLimitTests : PathLimitContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}

public class SqlitePathOracleTests : PathOracleContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}

public class SqliteReadTests : ReadContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}

public class SqliteSearchTests : SearchContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}

public class SqliteFilterTests : FilterContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}

public class SqliteSeriesTests : SeriesContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}

public class SqliteReachTests : ReachContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}

public class SqliteCitedTests : CitedContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}

public class SqliteOrderTests : OrderContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}

public class SqliteTimelineTests : TimelineContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}

public class SqlitePublishedByTests : PublishedByContract
{
    private readonly SqliteStoreFiles _files = new();

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenAsync(time, cancellationToken);

    protected override ValueTask CleanUpAsync() => _files.CleanUpAsync();
}
