using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Bolt.Tests;

/// <summary>Classes that share one server. xunit looks for the definition of a collection in the project of its tests.</summary>
[CollectionDefinition(Name)]
public sealed class Neo4jDatabase : ICollectionFixture<Neo4jServer>
{
    /// <summary>For <c>[Collection]</c>.</summary>
    public const string Name = "Neo4j";
}
