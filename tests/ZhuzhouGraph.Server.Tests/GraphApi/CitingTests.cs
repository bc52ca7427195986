using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>What whoever cites the graph pastes, asked of the seeds.</summary>
public sealed class CitingTests
{
    private const string LittleGiants =
        "{ observations(filter: {indicators: [\"indicator:national-little-giants\"], about: [\"株洲\"], measures: [LEVEL]}) { nodes { url "
        + "reading citations { nodes { citeAs citeAsEnglish url } } } } }";

    [Fact]
    public async Task A_figure_says_how_it_is_cited_with_the_address_of_its_page_where_the_server_knows_its_own()
    {
        await using var server = await GraphServer.StartedAsync(
            new GraphHostOptions { Settings = ["--PublicUrl=https://graph.example.org/"] },
            RepositoryRoot.Seeds
        );

        var (_, answer) = await server.AskAsync(LittleGiants);

        var nodes = answer["data"]!["observations"]!["nodes"]!;
        nodes[0]!["url"]!.GetValue<string>().ShouldBe("https://graph.example.org/figure/2023-05-19/02-hidden-champions/e30728b3d1");
        nodes[0]!["reading"].ShouldBeNull();
        nodes[0]!["citations"]!["nodes"]![0]!["citeAs"]!
            .GetValue<string>()
            .ShouldBe(
                "《株洲日报》2023年5月19日，《隐形冠军 闪耀株洲制造之光》，第61行第1句：“58家”。"
                    + "https://graph.example.org/figure/2023-05-19/02-hidden-champions/e30728b3d1"
            );
        nodes[1]!["citations"]!["nodes"]![0]!["citeAsEnglish"]!
            .GetValue<string>()
            .ShouldStartWith("Zhuzhou Daily (株洲日报), 19 May 2023, \"");
        nodes[1]!["citations"]!["nodes"]![0]!["citeAsEnglish"]!
            .GetValue<string>()
            .ShouldContain("line 103, sentence 2, Cao Huiquan (曹慧泉");
    }

    [Fact]
    public async Task Without_an_address_of_its_own_a_server_gives_none()
    {
        await using var server = await GraphServer.StartedAsync(new GraphHostOptions(), RepositoryRoot.Seeds);

        var (_, answer) = await server.AskAsync(LittleGiants);

        answer["data"]!["observations"]!["nodes"]![0]!["url"].ShouldBeNull();
        answer["data"]!["observations"]!["nodes"]![0]!["citations"]!["nodes"]![0]!["citeAs"]!
            .GetValue<string>()
            .ShouldBe("《株洲日报》2023年5月19日，《隐形冠军 闪耀株洲制造之光》，第61行第1句：“58家”。");
    }
}
