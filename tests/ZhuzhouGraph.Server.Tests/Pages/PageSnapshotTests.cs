using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Html;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>Seven pages as they were read and found good: what changes in one shows as a difference.</summary>
public sealed partial class PageSnapshotTests(GraphServer server) : IClassFixture<GraphServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("search", "/search?q=小巨人 60家", "zh")]
    [InlineData("entity", "/entity/event:five-good-parks-meeting", "zh")]
    [InlineData("figure", "/figure/2023-05-19/02-hidden-champions/e30728b3d1", "en")]
    [InlineData("article", "/article/2023-05-19/01-hunan-guangdong-single-port", "zh")]
    [InlineData("indicator", "/indicator/loaded-containers-shipped", "en")]
    [InlineData("check", "/check?claim=株洲有60家国家级小巨人", "zh")]
    [InlineData("path", "/path?from=曹慧泉&to=向恒", "zh")]
    public async Task A_page_is_the_approved_one(string name, string address, string language)
    {
        var page = await server.Client.OpenAsync(address, language);
        using var writer = new StringWriter { NewLine = "\n" };
        page.Html.ToHtml(writer, new PrettyMarkupFormatter { NewLine = "\n", Indentation = "  " });
        var shown = Hash().Replace(writer.ToString().Replace(server.Client.BaseAddress!.Authority, "server"), ".HASH.") + "\n";

        var approved = Path.Combine(RepositoryRoot.Path, "tests", "ZhuzhouGraph.Server.Tests", "Pages", "Approved", name + ".html");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1" && Environment.GetEnvironmentVariable("CI") is null)
            await File.WriteAllTextAsync(approved, shown, Cancel);
        (await File.ReadAllTextAsync(approved, Cancel)).ShouldBe(shown, "read the difference; UPDATE_SNAPSHOTS=1 approves it");
    }

    /// <summary>What tells one content of a file from another in its address.</summary>
    [GeneratedRegex(@"(?<=/assets/\w+)\.[0-9a-f]{8,}\.")]
    private static partial Regex Hash();
}
