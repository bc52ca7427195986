using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

public sealed class SqliteConnectionQuestionTests(GraphServer server) : ConnectionQuestions, IClassFixture<GraphServer>
{
    protected override Task<GraphServer> ServerAsync() => Task.FromResult(server);

    [Theory]
    [InlineData(
        "paths(from: \"无此人\", to: \"person:nobody\", avoid: [\"也无此地\", \"株洲\"]) { hasMore }",
        "UNKNOWN_NAME from",
        "UNKNOWN_NAME to",
        "UNKNOWN_NAME avoid"
    )]
    [InlineData("paths(from: \"株洲\", to: \"place:zhuzhou\") { hasMore }", "INVALID_ARGUMENT to")]
    [InlineData(
        "paths(from: \"株洲\", to: \"湖南\", via: [\"湖南省\"], avoid: [\"株洲\"]) { hasMore }",
        "INVALID_ARGUMENT via",
        "INVALID_ARGUMENT avoid"
    )]
    [InlineData("paths(from: \"株洲\", to: \"湖南\", via: [\"中国\"], avoid: [\"我国\"]) { hasMore }", "INVALID_ARGUMENT avoid")]
    [InlineData("paths(from: \"rel:0123456789abcdef\", to: \"obs:2023-05-19/01/x\") { hasMore }", "UNKNOWN_NAME from", "UNKNOWN_NAME to")]
    [InlineData(
        "paths(from: \"no:id\", to: \"\", maxHops: 5, first: 51, via: [\"a\", \"b\", \"c\", \"d\"]) { hasMore }",
        "INVALID_ID from",
        "INVALID_ARGUMENT to",
        "INVALID_ARGUMENT maxHops",
        "INVALID_ARGUMENT first",
        "INVALID_ARGUMENT via"
    )]
    [InlineData("neighbourhood(id: \"无此人\") { levels { depth } }", "UNKNOWN_NAME id")]
    [InlineData("neighbourhood(id: \"株洲\", depth: 3, first: 0) { levels { depth } }", "INVALID_ARGUMENT depth", "INVALID_ARGUMENT first")]
    [InlineData(
        "coAttendance(with: \"article:2023-05-19/01-hunan-guangdong-single-port\", at: [\"株洲\", \"无此会\"]) { more }",
        "INVALID_ARGUMENT with",
        "INVALID_ARGUMENT at",
        "UNKNOWN_NAME at"
    )]
    [InlineData("coAttendance(with: \"株洲\", after: \"x\") { more }", "CURSOR_MISMATCH after")]
    public async Task Everything_that_is_wrong_is_told_at_once_and_where(string field, params string[] problems)
    {
        var (_, answer) = await server.AskAsync($"{{ {field} }}");

        var errors = answer["errors"]!.AsArray();
        errors
            .Select(e => e!["extensions"]!["code"]!.GetValue<string>())
            .ShouldBe(problems.Select(p => p.Split(' ')[0]), ignoreOrder: true, answer.ToJsonString());
        foreach (var problem in problems)
            errors.ShouldContain(e => e!["message"]!.GetValue<string>().Contains($"'{problem.Split(' ')[1]}'"), answer.ToJsonString());
        errors.ShouldAllBe(e => e!["locations"]!.AsArray().Count == 1);
    }
}

[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jConnectionQuestionTests(Neo4jServer neo4j, Neo4jStatementLawTests.Served served)
    : ConnectionQuestions,
        IClassFixture<Neo4jStatementLawTests.Served>
{
    protected override Task<GraphServer> ServerAsync() => served.ByAsync(neo4j);
}
