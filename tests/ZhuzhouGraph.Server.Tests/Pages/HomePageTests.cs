using ZhuzhouGraph.Server.Questions;

namespace ZhuzhouGraph.Server.Tests.Pages;

public sealed class HomePageTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Theory]
    [InlineData("zh", "9篇报道，2023年5月19日")]
    [InlineData("en", "9 articles, 19 May 2023")]
    public async Task It_says_of_what_it_is_read_and_starts_with_a_search_box(string language, string coverage)
    {
        var page = await server.Client.OpenAsync("/", language);

        page.Text.ShouldContain(coverage);
        page.Html.QuerySelectorAll("form[role=search]").Length.ShouldBe(1);
        page.Html.QuerySelector("form[role=search] input[name=q]")!.HasAttribute("autofocus").ShouldBeTrue();
    }

    [Fact]
    public async Task Every_count_leads_to_what_was_counted()
    {
        var page = await server.Client.OpenAsync("/", "en");

        page.Links(".counts a").ShouldBe([.. EntityTypes.All.Select(type => $"/{type.Plural}"), "/figures", "/articles"]);
        page.Html.QuerySelector(".counts")!.TextContent.ShouldContain("Companies");
    }

    [Fact]
    public async Task It_has_a_question_of_each_kind_of_user()
    {
        var page = await server.Client.OpenAsync("/");

        page.Links(".examples a")
            .SkipLast(1)
            .ShouldBe(StoredQuestion.All.GroupBy(question => question.Audience).Select(group => $"/ask/{group.First().Slug}"));
    }
}
