using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Server.Questions;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests;

public sealed partial class HomePageTests
{
    [Fact]
    public async Task A_browser_reads_what_the_graph_holds_and_finds_every_stored_question()
    {
        Browser.Require();
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.ServeAsync("--store-file", folder.File("graph.db"), "--seeds", RepositoryRoot.Seeds);
        var page = await Browser.OpenAsync(server.Client.BaseAddress!, folder);
        page.ShouldContain("9 articles of 2023-05-19 to 2023-05-19");
        page.ShouldContain($"{server.Client.BaseAddress!.ToString().TrimEnd('/')}/graphql");
        foreach (var question in StoredQuestion.All)
            page.ShouldContain($"<li id=\"{question.Slug}\"><a href=\"");
    }

    [Fact]
    public async Task The_link_of_every_stored_question_asks_it()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.ServeAsync("--store-file", folder.File("graph.db"), "--seeds", RepositoryRoot.Seeds);
        // As browsers ask.
        server.Client.DefaultRequestHeaders.Add("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

        var links = Link().Matches(await server.Client.GetStringAsync("/", TestContext.Current.CancellationToken));

        links.Select(link => link.Groups["slug"].Value).ShouldBe(StoredQuestion.All.Select(question => question.Slug));
        foreach (var (question, link) in StoredQuestion.All.Zip(links))
        {
            link.Groups["text"]
                .Value.ShouldBe(
                    $"{WebUtility.HtmlEncode(question.English)}\n<span lang=\"zh\">{WebUtility.HtmlEncode(question.Chinese)}</span>"
                );
            var answer = JsonNode
                .Parse(
                    await server.Client.GetStringAsync(
                        WebUtility.HtmlDecode(link.Groups["address"].Value),
                        TestContext.Current.CancellationToken
                    )
                )!
                .AsObject();
            answer.Remove("extensions");
            JsonNode.DeepEquals(answer, JsonNode.Parse(question.Answer)).ShouldBeTrue(question.Slug);
        }
    }

    [Fact]
    public void A_question_is_written_as_text_whatever_stands_in_it()
    {
        var question = StoredQuestion.All[0] with
        {
            English = "Who said \"a < b & c\"?",
            Chinese = "谁说<b>？",
            Explanation = "See `a<b>` & more.",
            Query = "{ search(text: \"<\"&'\") }",
        };

        var item = XElement.Parse(HomePage.Item(question), LoadOptions.PreserveWhitespace);

        item.Value.ShouldBe("Who said \"a < b & c\"?\n谁说<b>？\nSee a<b> & more.");
        item.Descendants("code").Single().Value.ShouldBe("a<b>");
        Uri.UnescapeDataString(item.Element("a")!.Attribute("href")!.Value).ShouldBe("/graphql?query=" + question.Query);
    }

    [Fact]
    public async Task Every_element_of_the_page_is_closed_where_it_should_be()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.ServeAsync("--store-file", folder.File("graph.db"), "--seeds", RepositoryRoot.Seeds);
        var page = await server.Client.GetStringAsync("/", TestContext.Current.CancellationToken);

        // HTML whose few void elements are closed is XML.
        var html = XDocument.Parse(Void().Replace(page.Replace("<!DOCTYPE html>", ""), "$0</meta>"));

        html.Root!.Attribute("lang")!.Value.ShouldBe("en");
        html.Descendants().Attributes("id").Select(id => id.Value).ShouldBeUnique();
        html.Descendants("a").ShouldAllBe(link => link.Value.Length > 0);
    }

    [GeneratedRegex("<li id=\"(?<slug>[^\"]+)\"><a href=\"(?<address>[^\"]+)\">(?<text>.+?)</a>", RegexOptions.Singleline)]
    private static partial Regex Link();

    [GeneratedRegex("<meta [^>]*>")]
    private static partial Regex Void();
}
