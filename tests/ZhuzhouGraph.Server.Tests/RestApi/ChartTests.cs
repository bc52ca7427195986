using System.Text.RegularExpressions;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.RestApi;

/// <summary>The chart of the page about REST, drawn in a real browser from the server's CSV.</summary>
public sealed partial class ChartTests(GraphServer server) : IClassFixture<GraphServer>
{
    private static readonly string Npm = Path.Combine(RepositoryRoot.Path, "tests", "ZhuzhouGraph.Server.Tests", "npm", "node_modules");
    private static readonly string Readme = Path.Combine(RepositoryRoot.Path, "src", "ZhuzhouGraph.Server", "RestApi", "README.md");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_chart_of_the_page_draws_a_mark_for_every_figure_of_the_CSV()
    {
        Browser.Require();
        var scripts = new[] { "vega/build/vega.min.js", "vega-lite/build/vega-lite.min.js", "vega-embed/build/vega-embed.min.js" }
            .Select(script => Path.Combine(Npm, script))
            .ToList();
        if (!scripts.TrueForAll(File.Exists) && Environment.GetEnvironmentVariable("ZHUZHOU_REQUIRE_ALL") == "1")
            Assert.Fail("Vega-Lite is required here, and is not installed.");
        Assert.SkipUnless(scripts.TrueForAll(File.Exists), "needs the npm packages of tests/ZhuzhouGraph.Server.Tests/npm (npm ci)");
        var spec = Specification().Match(await File.ReadAllTextAsync(Readme, Cancel)).Groups["spec"].Value;
        var data = Address().Match(spec).Value;
        var rows =
            (await server.Client.GetStringAsync(data["http://localhost:5080".Length..], Cancel))
                .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
                .Length - 1;
        using var folder = new TemporaryFolder();
        var page = folder.File("chart.html");
        await File.WriteAllTextAsync(
            page,
            $"""
            <!doctype html><meta charset="utf-8"><div id="chart"></div>
            {string.Concat(scripts.Select(script => $"<script src=\"{new Uri(script)}\"></script>"))}
            <script>
            vegaEmbed("#chart", {spec.Replace("http://localhost:5080/", server.Client.BaseAddress!.ToString(), StringComparison.Ordinal)},
              {"{renderer: \"svg\", actions: false}"}).catch(e => document.body.append("failed" + ": " + e));
            </script>
            """,
            Cancel
        );

        var drawn = await Browser.OpenAsync(new Uri(page), folder, TimeSpan.FromSeconds(20));

        drawn.ShouldNotContain("failed: ");
        drawn.ShouldContain("国家级专精特新“小巨人”企业数");
        Mark().Count(drawn).ShouldBe(rows);
        rows.ShouldBeGreaterThan(5);
    }

    [GeneratedRegex(@"```json\n(?<spec>\{\n  ""\$schema""[^`]+)\n```", RegexOptions.ExplicitCapture)]
    private static partial Regex Specification();

    [GeneratedRegex(@"http://localhost:5080[^""]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"<path aria-label=""[^""]*"" role=""graphics-symbol"" aria-roledescription=""point""")]
    private static partial Regex Mark();
}
