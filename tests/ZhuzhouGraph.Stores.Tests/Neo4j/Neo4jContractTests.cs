using ZhuzhouGraph.Stores.Tests.Contract;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

[Collection(Neo4jDatabase.Name)]
public class Neo4jChangeLogTests(Neo4jServer server) : ChangeLogContract
{
    protected override double ShareOfCases => 0.4;

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jCitationLawTests(Neo4jServer server) : CitationLawContract
{
    protected override double ShareOfCases => 0.4;

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jCoAttendanceTests(Neo4jServer server) : CoAttendanceContract
{
    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jImportTests(Neo4jServer server) : ImportContract
{
    protected override double ShareOfCases => 0.4;

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jInjectionTests(Neo4jServer server) : InjectionContract
{
    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jMergingTests(Neo4jServer server) : MergingContract
{
    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jNeighbourhoodTests(Neo4jServer server) : NeighbourhoodContract
{
    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jObservationHistoryTests(Neo4jServer server) : ObservationHistoryContract
{
    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jPagingTests(Neo4jServer server) : PagingContract
{
    protected override double ShareOfCases => 0.4;

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jPathTests(Neo4jServer server) : PathContract
{
    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jPathLimitTests(Neo4jServer server) : PathLimitContract
{
    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jPathOracleTests(Neo4jServer server) : PathOracleContract
{
    protected override double ShareOfCases => 0.4;

    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jReadTests(Neo4jServer server) : ReadContract
{
    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jSearchTests(Neo4jServer server) : SearchContract
{
    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jFilterTests(Neo4jServer server) : FilterContract
{
    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jSeriesTests(Neo4jServer server) : SeriesContract
{
    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jReachTests(Neo4jServer server) : ReachContract
{
    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jCitedTests(Neo4jServer server) : CitedContract
{
    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jOrderTests(Neo4jServer server) : OrderContract
{
    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jTimelineTests(Neo4jServer server) : TimelineContract
{
    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jPublishedByTests(Neo4jServer server) : PublishedByContract
{
    protected override Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    protected override ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}
