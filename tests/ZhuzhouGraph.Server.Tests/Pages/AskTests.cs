using System.Text.Json.Nodes;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Server.Questions;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>Questions in GraphQL, written and answered in a page.</summary>
public sealed class AskTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Fact]
    public async Task Every_stored_question_has_a_page_with_its_answer()
    {
        var listed = await server.Client.OpenAsync("/ask");
        listed
            .Html.QuerySelectorAll("#questions li")
            .Select(item => item.Id)
            .ShouldBe(StoredQuestion.All.Select(question => question.Slug));
        foreach (var question in StoredQuestion.All)
        {
            var page = await server.Client.OpenAsync($"/ask/{question.Slug}", "en");
            page.Heading.ShouldBe(question.English);
            page.Html.QuerySelector("#query")!.TextContent.ShouldNotBeEmpty();
            var answer = JsonNode.Parse(page.Html.QuerySelector("pre.answer")!.TextContent)!.AsObject();
            answer.Remove("extensions");
            JsonNode.DeepEquals(answer, JsonNode.Parse(question.Answer)).ShouldBeTrue(question.Slug);
        }
    }

    [Fact]
    public async Task A_mistake_is_shown_with_its_line_and_a_mark_under_it()
    {
        var page = await server.Client.OpenAsync($"/ask?query={Uri.EscapeDataString("{\n  summary { artikel }\n}")}", "en");

        page.Status.ShouldBe(400);
        page.Html.QuerySelector("li[data-line='2'] pre")!.TextContent.ShouldBe("  summary { artikel }\n            ^");
        page.Html.QuerySelector("#query")!.TextContent.ShouldContain("artikel", Case.Sensitive, "what was written stays");
    }

    [Theory]
    [InlineData("{ articles { totalCount } }", "[]", "Variables have to be a JSON object")]
    [InlineData("{ articles { totalCount } }", "{", "Variables")]
    [InlineData("mutation { x }", "", "BAD_REQUEST")]
    public async Task What_cannot_be_asked_is_told_and_nothing_is_run(string query, string variables, string told)
    {
        using var form = new FormUrlEncodedContent([new("query", query), new("variables", variables)]);
        using var response = await server.Client.PostAsync("/ask?lang=en", form, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(400);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(told);
    }

    [Fact]
    public async Task Every_type_of_the_schema_has_a_page_whose_links_lead_to_types()
    {
        var index = await server.Client.OpenAsync("/schema");
        var types = index.Links("main a").ToHashSet();
        types.ShouldContain("/schema/Observation");
        var page = await server.Client.OpenAsync("/schema/Observation", "en");
        page.Text.ShouldContain("valueText");
        page.Text.ShouldContain("What it measures.");
        (await server.Client.OpenAsync("/schema/Nothing")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_editors_page_says_what_is_open_or_why_it_cannot()
    {
        const string address = "/coverage/2023-05-19/01-hunan-guangdong-single-port";
        (await server.Client.OpenAsync(address, "en")).Text.ShouldContain("does not have the seed of this article");
        await using var seeded = await GraphServer.StartedAsync(
            new GraphHostOptions { Seeds = RepositoryRoot.Seeds },
            RepositoryRoot.Seeds
        );
        (await seeded.Client.OpenAsync(address, "en")).Text.ShouldContain("does not hold the text");

        var texts = RepositoryRoot.RequirePaper();
        using var folder = new TemporaryFolder();
        await using var holding = await ServerProcess.ServeAsync(
            "--store-file",
            folder.File("graph.db"),
            "--seeds",
            RepositoryRoot.Seeds,
            "--texts",
            texts
        );
        (await holding.Client.OpenAsync(address, "en")).Text.ShouldContain("every sentence and numeral is recorded, or accounted for");
        (await holding.Client.OpenAsync("/coverage/..%2F..%2Fetc/passwd")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_page_of_changes_leads_to_the_feed_of_the_same_figures()
    {
        var page = await server.Client.OpenAsync("/changes?about=株洲", "en");

        page.Text.ShouldContain("added");
        page.Html.QuerySelectorAll("a.figure").ShouldNotBeEmpty();
        var feed = page.Links("a[type='application/atom+xml']").ShouldHaveSingleItem();
        using var response = await server.Client.GetAsync(feed, TestContext.Current.CancellationToken);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/atom+xml");
    }
}
