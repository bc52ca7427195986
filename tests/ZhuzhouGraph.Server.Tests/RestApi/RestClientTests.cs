using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.RestApi;

public sealed class RestClientTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Fact]
    public async Task A_typed_client_made_of_the_document_fetches_the_three_headline_figures_and_a_linter_finds_nothing()
    {
        var document = Path.Combine(RepositoryRoot.Path, "src", "ZhuzhouGraph.Server", "contracts", "openapi.json");
        var answer = await NpmTool.RunAsync("openapi.mjs", "openapi-fetch", server.Client.BaseAddress!.ToString().TrimEnd('/'), document);

        answer["problems"]!.AsArray().Select(problem => problem!.ToString()).ShouldBeEmpty();
        answer["figures"]!
            .AsArray()
            .Select(figure => $"{figure!["text"]} {figure["value"]} {figure["unit"]}")
            .ShouldBe(["58家 58 firm", "同比增长240% 240 %", "压缩30% -30 %"]);
    }
}
