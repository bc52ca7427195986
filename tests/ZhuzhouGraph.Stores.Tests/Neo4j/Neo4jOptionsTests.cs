using ZhuzhouGraph.Neo4jStore;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

public sealed class Neo4jOptionsTests
{
    private static readonly Neo4jOptions Good = new() { Uri = new Uri("http://127.0.0.1:7474"), Password = "p4ssw0rd" };

    [Theory]
    [InlineData("http://127.0.0.1:7474")]
    [InlineData("http://localhost:7474/")]
    [InlineData("http://[::1]:7474")]
    [InlineData("https://graph.example.org")]
    [InlineData("bolt://127.0.0.1:7687")]
    [InlineData("neo4j://localhost")]
    [InlineData("neo4j+s://abcd1234.example.org")]
    [InlineData("bolt+s://graph.example.org:7687/")]
    [InlineData("neo4j+ssc://graph.example.org")]
    public void An_address_on_this_machine_or_with_tls_is_allowed(string uri) =>
        (Good with { Uri = new Uri(uri) }).Problems().ShouldBeEmpty();

    [Theory]
    [InlineData("graph.example.org", "is needed, such as bolt://127.0.0.1:7687")]
    [InlineData("ftp://127.0.0.1", "bolt, bolt+s, bolt+ssc, neo4j, neo4j+s, neo4j+ssc, https or http with a host is needed")]
    [InlineData("bolt:graph", "with a host is needed")]
    [InlineData("neo4j+s://graph.example.org/neo4j", "has the path '/neo4j'")]
    [InlineData(
        "neo4j://graph.example.org",
        "is plain neo4j to graph.example.org, which shows the password to the network; neo4j+s is needed"
    )]
    [InlineData("bolt://graph.example.org:7687", "bolt+s is needed, or AllowInsecure")]
    [InlineData("https://graph.example.org/db/neo4j", "has the path '/db/neo4j'")]
    [InlineData("https://graph.example.org/?a=1", "has the path '/?a=1'")]
    [InlineData("https://neo4j:hunter2@graph.example.org", "belong in User and Password")]
    [InlineData("neo4j+s://neo4j:hunter2@graph.example.org", "belong in User and Password")]
    [InlineData("ftp://neo4j:hunter2@graph.example.org", "the user in User and Password")]
    [InlineData("http://graph.example.org:7474", "https is needed, or AllowInsecure")]
    public void An_address_that_cannot_be_used_is_said_to_be_so_and_why(string uri, string why)
    {
        var problem = (Good with { Uri = new Uri(uri, UriKind.RelativeOrAbsolute) }).Problems().ShouldHaveSingleItem();

        problem.ShouldStartWith("Uri ");
        problem.ShouldContain(why);
        problem.ShouldNotContain("hunter2");
    }

    [Fact]
    public void Plain_http_to_another_host_can_be_allowed() =>
        (Good with { Uri = new Uri("http://graph.example.org:7474"), AllowInsecure = true }).Problems().ShouldBeEmpty();

    [Fact]
    public void Every_wrong_setting_is_named_at_once()
    {
        var wrong = new Neo4jOptions
        {
            Uri = new Uri("ftp://127.0.0.1"),
            User = "",
            Password = "",
            Database = "a b",
            CertificateAuthority = "nosuch.pem",
            MaxConcurrency = 1,
            StatementTimeout = TimeSpan.Zero,
        };

        wrong
            .Problems()
            .Select(p => p.Split(' ')[0])
            .ShouldBe(["Uri", "User", "Password", "Database", "CertificateAuthority", "MaxConcurrency", "StatementTimeout"]);
        Should.Throw<ArgumentException>(() => CypherClient.Of(wrong, TimeProvider.System)).Message.ShouldContain("Database is 'a b'");
    }

    [Fact]
    public void The_password_is_never_printed()
    {
        Good.ToString()
            .ShouldBe(
                "Neo4jOptions { Uri = http://127.0.0.1:7474, User = neo4j, Database = neo4j, AllowInsecure = False, CertificateAuthority "
                    + "= , MaxConcurrency = 6, StatementTimeout = 00:02:00 }"
            );
        (Good with { Uri = new Uri("https://neo4j:hunter2@graph.example.org") }).ToString().ShouldNotContain("hunter2");
    }
}
