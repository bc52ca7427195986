using AngleSharp.Html.Parser;

namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>What is pasted to embed a chart shows the whole of it.</summary>
public sealed class EmbedHeightTests(GraphServer server, RealBrowser browser) : IClassFixture<GraphServer>, IClassFixture<RealBrowser>
{
    [Theory]
    [InlineData("/series/b3cc2e415abd8d77")]
    [InlineData("/indicator/national-little-giants")]
    [InlineData("/compare?indicator=indicator:national-little-giants&about=株洲&about=湖南")]
    public async Task The_height_of_the_frame_fits_a_column_of_text(string address)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            var page = await server.Client.OpenAsync(address, language);
            var code = page.Html.QuerySelectorAll("details [data-copy]").Select(code => code.TextContent.Trim()).First();
            var frame = new HtmlParser().ParseDocument(code).QuerySelector("iframe")!;
            var height = int.Parse(frame.GetAttribute("height")!, null);

            var tab = await browser.OpenAsync(server, width: 700);
            await tab.SetViewportSizeAsync(700, 100);
            await tab.GotoAsync(frame.GetAttribute("src")!);
            var needed = await tab.EvaluateAsync<int>("document.documentElement.scrollHeight");

            needed.ShouldBeInRange(height / 3, height, $"{address} {language}");
            await tab.Context.CloseAsync();
        }
    }
}
