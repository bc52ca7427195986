using System.Diagnostics;

namespace ZhuzhouGraph.Server.Tests;

/// <summary>A real browser without a window: Debian's Chromium.</summary>
internal static class Browser
{
    public const string Chromium = "/usr/bin/chromium";

    /// <summary>Skips the test where there is no browser, unless everything is required.</summary>
    public static void Require()
    {
        if (!File.Exists(Chromium) && Environment.GetEnvironmentVariable("ZHUZHOU_REQUIRE_ALL") == "1")
            Assert.Fail("Chromium is required here, and is absent.");
        Assert.SkipUnless(File.Exists(Chromium), "needs a browser: Debian's package chromium");
    }

    /// <summary>Opens an address and gives the page as it stands when its scripts have done their work.</summary>
    /// <param name="folder">Where the browser keeps what it has to.</param>
    /// <param name="atMost">How long scripts may go on after the page was loaded, by the browser's own clock; null for not at all.</param>
    public static async Task<string> OpenAsync(Uri address, TemporaryFolder folder, TimeSpan? atMost = null)
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
            .. atMost is { } time ? [$"--virtual-time-budget={(long)time.TotalMilliseconds}"] : Array.Empty<string>(),
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
