using System.Diagnostics;
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
    private const string Chromium = "/usr/bin/chromium";

    [Fact]
    public async Task A_browser_reads_what_the_graph_holds_and_finds_every_stored_question()
    {
        if (!File.Exists(Chromium) && Environment.GetEnvironmentVariable("ZHUZHOU_REQUIRE_ALL") == "1")
            Assert.Fail("Chromium is required here, and is absent.");
        Assert.SkipUnless(File.Exists(Chromium), "needs a browser: Debian's package chromium");
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.ServeAsync("--store-file", folder.File("graph.db"), "--seeds", RepositoryRoot.Seeds);
        var page = await ReadAsync(server.Client.BaseAddress!, folder);
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
        Directory.CreateDirectory(folder.File("seeds/articles"));
        await using var server = await ServerProcess.ServeAsync("--store-file", folder.File("graph.db"), "--seeds", folder.File("seeds"));
        var page = await server.Client.GetStringAsync("/", TestContext.Current.CancellationToken);

        // HTML whose few void elements are closed is XML.
        var html = XDocument.Parse(Void().Replace(page.Replace("<!DOCTYPE html>", ""), "$0</meta>"));

        html.Root!.Attribute("lang")!.Value.ShouldBe("en");
        html.Descendants().Attributes("id").Select(id => id.Value).ShouldBeUnique();
        html.Descendants("a").ShouldAllBe(link => link.Value.Length > 0);
    }

    [Fact]
    public async Task Without_data_the_page_says_so()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("seeds/articles"));
        await using var server = await ServerProcess.ServeAsync("--store-file", folder.File("graph.db"), "--seeds", folder.File("seeds"));
        var page = await server.Client.GetStringAsync("/", TestContext.Current.CancellationToken);
        page.ShouldContain("The store holds no article.");
    }

    private static async Task<string> ReadAsync(Uri address, TemporaryFolder folder)
    {
        string[] arguments =
        [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            $"--user-data-dir={folder.File("browser")}",
            "--dump-dom",
            address.ToString(),
        ];
        using var browser = Process.Start(
            new ProcessStartInfo(Chromium, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        _ = browser.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var page = await browser.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await browser.WaitForExitAsync(TestContext.Current.CancellationToken);
        return page;
    }

    [GeneratedRegex("<li id=\"(?<slug>[^\"]+)\"><a href=\"(?<address>[^\"]+)\">(?<text>.+?)</a>", RegexOptions.Singleline)]
    private static partial Regex Link();

    [GeneratedRegex("<meta [^>]*>")]
    private static partial Regex Void();
}
