using ZhuzhouGraph.Stores.Tests.Contract;

namespace ZhuzhouGraph.Stores.Tests.Sqlite;

public class SqliteBackgroundTests(SqliteStoreFiles stores) : BackgroundContract<SqliteStoreFiles>(stores);

public class SqliteChangeLogTests(SqliteStoreFiles stores) : ChangeLogContract<SqliteStoreFiles>(stores);

public class SqliteBriefTests(SqliteStoreFiles stores) : BriefContract<SqliteStoreFiles>(stores);

public class SqliteCitationLawTests(SqliteStoreFiles stores) : CitationLawContract<SqliteStoreFiles>(stores);

public class SqliteCitedTests(SqliteStoreFiles stores) : CitedContract<SqliteStoreFiles>(stores);

public class SqliteCoAttendanceTests(SqliteStoreFiles stores) : CoAttendanceContract<SqliteStoreFiles>(stores);

public class SqliteFilterTests(SqliteStoreFiles stores) : FilterContract<SqliteStoreFiles>(stores);

public class SqliteGroupTests(SqliteStoreFiles stores) : GroupContract<SqliteStoreFiles>(stores);

public class SqliteLineTests(SqliteStoreFiles stores) : LineContract<SqliteStoreFiles>(stores);

public class SqliteImportTests(SqliteStoreFiles stores) : ImportContract<SqliteStoreFiles>(stores);

public class SqliteInjectionTests(SqliteStoreFiles stores) : InjectionContract<SqliteStoreFiles>(stores);

public class SqliteMergingTests(SqliteStoreFiles stores) : MergingContract<SqliteStoreFiles>(stores);

public class SqliteNearestTests(SqliteStoreFiles stores) : NearestContract<SqliteStoreFiles>(stores);

public class SqliteNeighbourhoodTests(SqliteStoreFiles stores) : NeighbourhoodContract<SqliteStoreFiles>(stores);

public class SqliteObservationHistoryTests(SqliteStoreFiles stores) : ObservationHistoryContract<SqliteStoreFiles>(stores);

public class SqliteOccasionTests(SqliteStoreFiles stores) : OccasionContract<SqliteStoreFiles>(stores);

public class SqliteOrderTests(SqliteStoreFiles stores) : OrderContract<SqliteStoreFiles>(stores);

public class SqlitePagingTests(SqliteStoreFiles stores) : PagingContract<SqliteStoreFiles>(stores);

public class SqlitePathTests(SqliteStoreFiles stores) : PathContract<SqliteStoreFiles>(stores);

public class SqlitePathLimitTests(SqliteStoreFiles stores) : PathLimitContract<SqliteStoreFiles>(stores);

public class SqlitePathOracleTests(SqliteStoreFiles stores) : PathOracleContract<SqliteStoreFiles>(stores);

public class SqlitePlacingLawTests(SqliteStoreFiles stores) : PlacingLawContract<SqliteStoreFiles>(stores);

public class SqlitePlacingTests(SqliteStoreFiles stores) : PlacingContract<SqliteStoreFiles>(stores);

public class SqlitePublishedByTests(SqliteStoreFiles stores) : PublishedByContract<SqliteStoreFiles>(stores);

public class SqliteReachTests(SqliteStoreFiles stores) : ReachContract<SqliteStoreFiles>(stores);

public class SqliteReadTests(SqliteStoreFiles stores) : ReadContract<SqliteStoreFiles>(stores);

public class SqliteSearchTests(SqliteStoreFiles stores) : SearchContract<SqliteStoreFiles>(stores);

public class SqliteSeriesTests(SqliteStoreFiles stores) : SeriesContract<SqliteStoreFiles>(stores);

public class SqliteStreamTests(SqliteStoreFiles stores) : StreamContract<SqliteStoreFiles>(stores);

public class SqliteTimelineTests(SqliteStoreFiles stores) : TimelineContract<SqliteStoreFiles>(stores);

public class SqliteTogetherTests(SqliteStoreFiles stores) : TogetherContract<SqliteStoreFiles>(stores);

public class SqliteClaimTests(SqliteStoreFiles stores) : ClaimContract<SqliteStoreFiles>(stores);

public class SqliteRelationClaimTests(SqliteStoreFiles stores) : RelationClaimContract<SqliteStoreFiles>(stores);

public class SqliteClaimSourceTests(SqliteStoreFiles stores) : ClaimSourceContract<SqliteStoreFiles>(stores);
