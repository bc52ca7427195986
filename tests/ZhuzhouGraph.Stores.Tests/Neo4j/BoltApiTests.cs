using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>The same values as over the Query API.</summary>
public sealed class BoltApiTests(Neo4jServer server) : QueryApiTests(server)
{
    protected override Neo4jOptions OptionsOf(Neo4jServer server) => server.Bolt;
}
