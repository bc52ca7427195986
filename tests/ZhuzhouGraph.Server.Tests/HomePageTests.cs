using System.Diagnostics;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests;

public sealed class HomePageTests
{
    private const string Chromium = "/usr/bin/chromium";

    [Fact]
    public async Task A_browser_reads_what_the_graph_holds_and_the_three_answers()
    {
        if (!File.Exists(Chromium) && Environment.GetEnvironmentVariable("ZHUZHOU_REQUIRE_ALL") == "1")
            Assert.Fail("Chromium is required here, and is absent.");
        Assert.SkipUnless(File.Exists(Chromium), "needs a browser: Debian's package chromium");
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.ServeAsync("--store-file", folder.File("graph.db"), "--seeds", RepositoryRoot.Seeds);
        var page = await ReadAsync(server.Client.BaseAddress!, folder);
        page.ShouldContain("9 articles of 2023-05-19 to 2023-05-19");
        page.ShouldContain($"{server.Client.BaseAddress!.ToString().TrimEnd('/')}/graphql");
        page.ShouldContain("<b>58家</b>");
        page.ShouldContain("<b>同比增长240%</b>");
        page.ShouldContain("<b>压缩30%</b>");
        page.ShouldContain("彭光泽 (湘粤非铁海联运总经理)");
    }

    [Fact]
    public async Task Without_data_the_page_says_so()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("seeds/articles"));
        await using var server = await ServerProcess.ServeAsync("--store-file", folder.File("graph.db"), "--seeds", folder.File("seeds"));
        var page = await server.Client.GetStringAsync("/", TestContext.Current.CancellationToken);
        page.Split("The store holds no answer.").Length.ShouldBe(4);
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
}
