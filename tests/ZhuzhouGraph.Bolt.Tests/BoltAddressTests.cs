namespace ZhuzhouGraph.Bolt.Tests;

public sealed class BoltAddressTests
{
    [Theory]
    [InlineData("bolt://127.0.0.1:7602", "127.0.0.1:7602", BoltSecurity.None, false)]
    [InlineData("bolt://graph.example.org", "graph.example.org:7687", BoltSecurity.None, false)]
    [InlineData("neo4j://[::1]:7000", "[::1]:7000", BoltSecurity.None, true)]
    [InlineData("bolt+s://graph.example.org", "graph.example.org:7687", BoltSecurity.Verified, false)]
    [InlineData("neo4j+s://abcd1234.example.org", "abcd1234.example.org:7687", BoltSecurity.Verified, true)]
    [InlineData("bolt+ssc://localhost", "localhost:7687", BoltSecurity.Unverified, false)]
    [InlineData("neo4j+ssc://localhost", "localhost:7687", BoltSecurity.Unverified, true)]
    public void A_scheme_says_how_a_server_is_reached(string uri, string server, BoltSecurity security, bool isRouted)
    {
        var address = BoltAddress.Parse(new Uri(uri))!;

        (address.Server.ToString(), address.Security, address.IsRouted).ShouldBe((server, security, isRouted));
    }

    [Theory]
    [InlineData("http://127.0.0.1:7474")]
    [InlineData("bolt+x://127.0.0.1")]
    [InlineData("neo4j+s+ssc://127.0.0.1")]
    public void Another_scheme_is_none(string uri) => BoltAddress.Parse(new Uri(uri)).ShouldBeNull();

    [Theory]
    [InlineData("one.example.org:7687", "one.example.org:7687")]
    [InlineData("one.example.org", "one.example.org:7687")]
    [InlineData("[::1]:7000", "[::1]:7000")]
    [InlineData(":7000", null)]
    [InlineData("", null)]
    public void A_server_of_a_routing_table_is_a_host_with_a_port(string text, string? server) =>
        BoltServer.Parse(text)?.ToString().ShouldBe(server);

    [Theory]
    [InlineData("Neo.TransientError.Transaction.DeadlockDetected", BoltFailure.Transient)]
    [InlineData("Neo.TransientError.Transaction.Terminated", BoltFailure.Terminated)]
    [InlineData("Neo.TransientError.General.DatabaseUnavailable", BoltFailure.DatabaseUnavailable)]
    [InlineData("Neo.ClientError.Cluster.NotALeader", BoltFailure.NotALeader)]
    [InlineData("Neo.ClientError.Security.Unauthorized", BoltFailure.Authentication)]
    [InlineData("Neo.ClientError.Security.AuthenticationRateLimit", BoltFailure.AuthenticationRateLimit)]
    [InlineData("Neo.ClientError.Statement.SyntaxError", BoltFailure.Statement)]
    [InlineData("Neo.DatabaseError.Transaction.TransactionCommitFailed", BoltFailure.Server)]
    [InlineData("nonsense", BoltFailure.Server)]
    public void A_code_says_what_a_failure_means(string code, BoltFailure failure)
    {
        var error = new BoltServerException(code, "words");

        (error.Failure, error.Message).ShouldBe((failure, code + ": words"));
        error.IsOutcomeUnknown.ShouldBe(code.Contains("CommitFailed", StringComparison.Ordinal));
    }
}
