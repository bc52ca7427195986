namespace ZhuzhouGraph.Server.Tests.GraphApi;

public sealed class AuditTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Fact]
    public async Task Every_audit_of_graphql_http_passes()
    {
        var address = new Uri(server.Client.BaseAddress!, "/graphql").ToString();
        var results = (await NpmTool.RunAsync("audit.mjs", "graphql-http", address)).AsArray();
        Console.WriteLine($"graphql-http audits: {results.Count(r => r!["status"]!.GetValue<string>() == "ok")} of {results.Count} ok");
        results.Where(r => r!["status"]!.GetValue<string>() != "ok").Select(r => r!.ToJsonString()).ShouldBeEmpty();
        results.Count.ShouldBe(61);
    }
}
