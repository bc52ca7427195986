using ZhuzhouGraph.Neo4jStore;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>Classes that share one database, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class Neo4jDatabase : ICollectionFixture<Neo4jServer>
{
    /// <summary>For <c>[Collection]</c>.</summary>
    public const string Name = "Neo4j";
}

/// <summary>A Neo4j server that runs already. Its tests are skipped by name where none is named, and fail where everything is required.</summary>
public sealed class Neo4jServer
{
    private const string Reason = "needs a Neo4j server: ZHUZHOU_NEO4J_URI";

    private readonly string? _uri = Variable("URI");

    /// <summary>How to reach the server.</summary>
    public Neo4jOptions Options
    {
        get
        {
            if (_uri is null && IsRequired)
                Assert.Fail(Reason);
            Assert.SkipUnless(_uri is not null, Reason);
            return new Neo4jOptions
            {
                Uri = new Uri(_uri!),
                User = Variable("USER") ?? "neo4j",
                Password = Variable("PASSWORD") ?? "neo4j",
                Database = Variable("DATABASE") ?? "neo4j",
                AllowInsecure = true,
            };
        }
    }

    /// <summary>True where a machine must have everything, as in CI.</summary>
    internal static bool IsRequired => Environment.GetEnvironmentVariable("ZHUZHOU_REQUIRE_ALL") == "1";

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable("ZHUZHOU_NEO4J_" + name) is { Length: > 0 } value ? value : null;
}
