using System.Net;
using System.Text.Json.Nodes;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Claims;

/// <summary>A verdict leaves the server as a ClaimReview where it has a rating, and is refused with the reason where it has none.</summary>
public sealed class ClaimReviewTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string Sixty = "text=株洲有60家国家级小巨人";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_inaccurate_claim_is_reviewed_with_2_of_5_the_page_of_the_check_and_its_evidence()
    {
        await using var named = await GraphServer.StartedAsync(
            new GraphHostOptions { Settings = ["--PublicUrl=https://graph.example.org", "--Api:Operator=Example Newsroom"] },
            RepositoryRoot.Seeds
        );

        var review = await ReviewAsync(
            named,
            $"{Sixty}&claimant=Example Weekly&appearance=https://example.org/a-page&claimDate=2023-06-01"
        );

        review["@context"]!.GetValue<string>().ShouldBe("https://schema.org");
        review["@type"]!.GetValue<string>().ShouldBe("ClaimReview");
        review["claimReviewed"]!.GetValue<string>().ShouldBe("株洲有60家国家级小巨人");
        var rating = review["reviewRating"]!;
        (rating["ratingValue"]!.GetValue<int>(), rating["bestRating"]!.GetValue<int>(), rating["worstRating"]!.GetValue<int>()).ShouldBe(
            (2, 5, 1)
        );
        rating["alternateName"]!.GetValue<string>().ShouldBe("数字有出入");
        review["author"]!["name"]!.GetValue<string>().ShouldBe("Example Newsroom");
        review["url"]!.GetValue<string>().ShouldStartWith("https://graph.example.org/check?claim=");
        review["url"]!.GetValue<string>().ShouldContain("&rules=");
        review["itemReviewed"]!["author"]!["name"]!.GetValue<string>().ShouldBe("Example Weekly");
        review["itemReviewed"]!["appearance"]!["url"]!.GetValue<string>().ShouldBe("https://example.org/a-page");
        review["itemReviewed"]!["datePublished"]!.GetValue<string>().ShouldBe("2023-06-01");
        review["isBasedOn"]![0]!["headline"]!.GetValue<string>().ShouldBe("隐形冠军 闪耀株洲制造之光");
        var checkedOn = await named.Client.GetAsync(review["url"]!.GetValue<string>()["https://graph.example.org".Length..], Cancel);
        checkedOn.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("株洲有58家国家级小巨人", 5)]
    [InlineData("株洲有58家小巨人企业", 3)]
    [InlineData("株洲有600家国家级小巨人", 1)]
    public async Task Each_verdict_has_the_rating_of_the_table(string text, int rating)
    {
        (await ReviewAsync(server, $"text={text}"))["reviewRating"]!["ratingValue"]!.GetValue<int>().ShouldBe(rating);
    }

    [Fact]
    public async Task Several_figures_are_several_reviews()
    {
        var reviews = (await ReviewAsync(server, "text=株洲有58家国家级小巨人，湘粤非铁海联运今年1至4月重箱发运1.4万标箱"))[
            "@graph"
        ]!.AsArray();

        reviews.Select(review => review!["@type"]!.GetValue<string>()).ShouldBe(["ClaimReview", "ClaimReview"]);
    }

    [Fact]
    public async Task Who_did_what_is_reviewed_with_what_the_print_states()
    {
        var review = await ReviewAsync(server, "text=餐叙活动由曹慧泉主持");

        review["reviewRating"]!["ratingValue"]!.GetValue<int>().ShouldBe(1);
        review["claimReviewed"]!.GetValue<string>().ShouldBe("餐叙活动由曹慧泉主持");
        review["isBasedOn"]![0]!["url"]!.GetValue<string>().ShouldContain("/statement/");
    }

    [Theory]
    [InlineData("text=株洲有700家天文台", 422, "NOT_ENOUGH_EVIDENCE")]
    [InlineData("text=力争到2030年株洲有700家国家级小巨人", 422, "NOT_CHECKABLE")]
    [InlineData("text=一句没有数的话", 422, "says nothing that can be checked")]
    [InlineData(Sixty + "&appearance=soon", 422, "no address")]
    [InlineData(Sixty + "&article=article:2023-05-19/02-hidden-champions", 400, "article")]
    public async Task What_has_no_rating_or_is_of_the_paper_itself_is_refused_and_told_why(string query, int status, string told)
    {
        using var response = await server.Client.GetAsync($"/api/v1/claims:review?{query}", Cancel);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;

        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        problem["detail"]!.GetValue<string>().ShouldContain(told);
    }

    [Fact]
    public async Task A_refusal_is_told_in_Chinese_to_whoever_reads_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/claims:review?text=株洲有700家天文台");
        request.Headers.AcceptLanguage.ParseAdd("zh");
        using var response = await server.Client.SendAsync(request, Cancel);

        JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!["detail"]!.GetValue<string>().ShouldContain("没有评分，不能导出");
    }

    [Fact]
    public async Task The_command_writes_the_same_review_and_refuses_the_same()
    {
        using var response = await server.Client.GetAsync($"/api/v1/claims:review?{Sixty}", Cancel);
        string[] store = ["--review", "--store-file", server.File];

        var written = await ServerProcess.RunAsync(["check-claim", "株洲有60家国家级小巨人", .. store]);
        written.Output.ShouldBe(await response.Content.ReadAsStringAsync(Cancel) + "\n");

        var refused = await ServerProcess.RunAsync(["check-claim", "株洲有700家天文台", .. store]);
        refused.ExitCode.ShouldNotBe(0);
        refused.Error.ShouldContain("NOT_ENOUGH_EVIDENCE");
    }

    private static async Task<JsonNode> ReviewAsync(GraphServer server, string query)
    {
        using var response = await server.Client.GetAsync($"/api/v1/claims:review?{query}", Cancel);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        ((int)response.StatusCode).ShouldBe(200, text);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/ld+json");
        return JsonNode.Parse(text)!;
    }
}
