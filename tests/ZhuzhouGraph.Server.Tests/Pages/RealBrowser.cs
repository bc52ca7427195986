using Microsoft.Playwright;

namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>Debian's Chromium, driven by Playwright; one for all tests of a class, started by the first that opens a page.</summary>
public sealed class RealBrowser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private readonly Dictionary<IPage, List<string>> _complaints = [];

    /// <summary>What the console of a tab said, and which of its requests failed.</summary>
    public IReadOnlyList<string> ComplaintsOf(IPage page) => _complaints[page];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A tab of its own; skips the test where there is no browser.</summary>
    public async Task<IPage> OpenAsync(
        GraphServer server,
        string language = "zh-CN",
        ColorScheme colours = ColorScheme.Light,
        int width = 1280,
        bool hasScript = true,
        bool bypassesPolicy = false
    )
    {
        Browser.Require();
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Browser.Chromium, Args = ["--no-sandbox"] });
        var context = await _browser.NewContextAsync(
            new()
            {
                BaseURL = server.Client.BaseAddress!.ToString(),
                Locale = language,
                ColorScheme = colours,
                ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 720 },
                JavaScriptEnabled = hasScript,
                BypassCSP = bypassesPolicy,
                Permissions = hasScript ? ["clipboard-read", "clipboard-write"] : [],
            }
        );
        var page = await context.NewPageAsync();
        var complaints = _complaints[page] = [];
        page.Console += (_, message) => complaints.Add($"{page.Url}: {message.Text}");
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
