using ZhuzhouGraph.Stores.Tests.Contract;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>Stores in the one database that these tests may empty.</summary>
public sealed class Neo4jDatabaseStores(Neo4jServer server) : IStoresUnderTest
{
    public double ShareOfCases => 0.2;

    public Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server, time, cancellationToken);

    public ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

/// <summary>The same over the Query API, by whichever address the others go.</summary>
public sealed class Neo4jHttpStores(Neo4jServer server) : IStoresUnderTest
{
    public double ShareOfCases => 0.2;

    public Task<IGraphStore> OpenEmptyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Neo4jStores.OpenEmptyAsync(server.Http, time, cancellationToken);

    public ValueTask CleanUpAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jDatabase.Name)]
public class Neo4jHttpImportTests(Neo4jHttpStores stores) : ImportContract<Neo4jHttpStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jHttpTogetherTests(Neo4jHttpStores stores) : TogetherContract<Neo4jHttpStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jHttpReadTests(Neo4jHttpStores stores) : ReadContract<Neo4jHttpStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jHttpStreamTests(Neo4jHttpStores stores) : StreamContract<Neo4jHttpStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jBackgroundTests(Neo4jDatabaseStores stores) : BackgroundContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jChangeLogTests(Neo4jDatabaseStores stores) : ChangeLogContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jBriefTests(Neo4jDatabaseStores stores) : BriefContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jCitationLawTests(Neo4jDatabaseStores stores) : CitationLawContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jCitedTests(Neo4jDatabaseStores stores) : CitedContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jCoAttendanceTests(Neo4jDatabaseStores stores) : CoAttendanceContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jFilterTests(Neo4jDatabaseStores stores) : FilterContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jGroupTests(Neo4jDatabaseStores stores) : GroupContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jLineTests(Neo4jDatabaseStores stores) : LineContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jImportTests(Neo4jDatabaseStores stores) : ImportContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jInjectionTests(Neo4jDatabaseStores stores) : InjectionContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jMergingTests(Neo4jDatabaseStores stores) : MergingContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jNearestTests(Neo4jDatabaseStores stores) : NearestContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jNeighbourhoodTests(Neo4jDatabaseStores stores) : NeighbourhoodContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jObservationHistoryTests(Neo4jDatabaseStores stores) : ObservationHistoryContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jOccasionTests(Neo4jDatabaseStores stores) : OccasionContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jOrderTests(Neo4jDatabaseStores stores) : OrderContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jPagingTests(Neo4jDatabaseStores stores) : PagingContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jPathTests(Neo4jDatabaseStores stores) : PathContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jPathLimitTests(Neo4jDatabaseStores stores) : PathLimitContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jPathOracleTests(Neo4jDatabaseStores stores) : PathOracleContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jPlacingLawTests(Neo4jDatabaseStores stores) : PlacingLawContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jPlacingTests(Neo4jDatabaseStores stores) : PlacingContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jPublishedByTests(Neo4jDatabaseStores stores) : PublishedByContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jReachTests(Neo4jDatabaseStores stores) : ReachContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jReadTests(Neo4jDatabaseStores stores) : ReadContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jSearchTests(Neo4jDatabaseStores stores) : SearchContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jSeriesTests(Neo4jDatabaseStores stores) : SeriesContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jStreamTests(Neo4jDatabaseStores stores) : StreamContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jTimelineTests(Neo4jDatabaseStores stores) : TimelineContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jTogetherTests(Neo4jDatabaseStores stores) : TogetherContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jClaimTests(Neo4jDatabaseStores stores) : ClaimContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jRelationClaimTests(Neo4jDatabaseStores stores) : RelationClaimContract<Neo4jDatabaseStores>(stores);

[Collection(Neo4jDatabase.Name)]
public class Neo4jClaimSourceTests(Neo4jDatabaseStores stores) : ClaimSourceContract<Neo4jDatabaseStores>(stores);
