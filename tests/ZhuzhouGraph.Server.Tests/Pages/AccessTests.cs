using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>Everybody can read and use the pages: by eye, by ear, by keyboard, on a phone, on paper, without a script.</summary>
public sealed class AccessTests(GraphServer server, RealBrowser browser) : IClassFixture<GraphServer>, IClassFixture<RealBrowser>
{
    private const string Figure = "/figure/2023-05-19/02-hidden-champions/e30728b3d1";

    /// <summary>
    /// The first two read every page: both languages, both colours, both widths. All of them read the pages of <see cref="Main"/>.
    /// </summary>
    private static readonly (string Language, ColorScheme Colours, int Width)[] Readers =
    [
        ("zh-CN", ColorScheme.Light, 1280),
        ("en-GB", ColorScheme.Dark, 390),
        ("zh-CN", ColorScheme.Dark, 390),
        ("en-GB", ColorScheme.Light, 390),
        ("en-GB", ColorScheme.Dark, 1280),
    ];

    /// <summary>The script itself, put into the page once: the package for Playwright brings it into two and takes twice as long.</summary>
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string FindBarriers = """
        () => axe.run(document, { resultTypes: ["violations"] }).then(found => found.violations.map(rule =>
            `${rule.id}: ${rule.nodes.slice(0, 3).map(node => node.html).join(" | ")}`))
        """;

    private static readonly string[] Main =
    [
        "/",
        "/entity/person:cao-huiquan",
        Figure,
        "/series/b3cc2e415abd8d77",
        "/figures?about=株洲&measure=RANK",
    ];

    public static TheoryData<string> Addresses => [.. PageAddresses.All];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task No_page_has_a_barrier_in_either_language_light_or_dark_wide_or_narrow(string address)
    {
        var barriers = new List<string>();
        foreach (var (language, colours, width) in Main.Contains(address) ? Readers : Readers[..2])
        {
            var page = await browser.OpenAsync(server, language, colours, width, bypassesPolicy: true);
            await page.GotoAsync(address);
            await page.EvaluateAsync(Axe);
            barriers.AddRange((await page.EvaluateAsync<string[]>(FindBarriers)).Select(found => $"{language} {colours} {width}: {found}"));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") is > 0 and var beyond)
                barriers.Add($"{language} {width}: {beyond} pixels to the side");
            await page.Context.CloseAsync();
        }
        barriers.ShouldBeEmpty();
    }

    [Fact]
    public async Task By_keyboard_alone_a_reader_finds_a_figure_and_its_citation_and_goes_back()
    {
        var page = await browser.OpenAsync(server);
        await page.GotoAsync("/search?q=58家");
        await page.Keyboard.PressAsync("/");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("q");

        await TabToAsync(page, "a.figure");
        await page.Keyboard.PressAsync("Enter");
        var dialog = page.Locator("dialog");
        await dialog.WaitForAsync();
        (await dialog.Locator(".cite p").First.TextContentAsync())!.ShouldStartWith(
            "《株洲日报》2023年5月19日，《隐形冠军 闪耀株洲制造之光》"
        );
        await TabToAsync(page, "dialog .cite button");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldContain("第61行第1句：“58家”。");

        await page.Keyboard.PressAsync("Escape");
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        (await page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("figure", "where the reader was");
        browser.ComplaintsOf(page).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_script_every_form_and_link_works()
    {
        var page = await browser.OpenAsync(server, hasScript: false);
        await page.GotoAsync("/");
        await page.FillAsync("#q", "58家");
        await page.PressAsync("#q", "Enter");
        await page.ClickAsync("a.figure >> nth=0");
        new Uri(page.Url).AbsolutePath.ShouldBe(Figure);
        (await page.Locator(".cite p").CountAsync()).ShouldBe(2);

        await page.ClickAsync("footer a >> nth=0");
        new Uri(page.Url).AbsolutePath.ShouldBe("/ask");
        await page.FillAsync("#query", "{ summary { articles } }");
        await page.FillAsync("#variables", "");
        await page.ClickAsync(".ask button");
        (await page.Locator("pre.answer").TextContentAsync())!.ShouldContain("\"articles\": 9");

        await page.GotoAsync("/figures");
        await page.SelectOptionAsync("select[name=measure]", "RANK");
        await page.ClickAsync(".filter button");
        page.Url.ShouldContain("measure=RANK");
        (await page.Locator("table.figures tbody tr").CountAsync()).ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task On_paper_a_figure_keeps_its_citations_and_says_where_it_is_from()
    {
        var page = await browser.OpenAsync(server, "en-GB");
        await page.GotoAsync(Figure);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        (await page.Locator(".cite p").First.IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator("form").First.IsVisibleAsync()).ShouldBeFalse();
        (await page.Locator(".print").TextContentAsync())!.ShouldBe(
            $"Printed from {server.Client.BaseAddress}{Figure[1..]}, data version 10"
        );
        (await page.Locator(".print").IsVisibleAsync()).ShouldBeTrue();
        (await page.PdfAsync()).Length.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public async Task The_editor_offers_fields_runs_by_keyboard_and_can_be_left()
    {
        var page = await browser.OpenAsync(server, "en-GB");
        await page.GotoAsync("/ask");
        await page.Locator("#query").PressSequentiallyAsync("{ summ");
        await page.Locator("#offered li").First.WaitForAsync();
        (await page.Locator("#offered li").AllTextContentsAsync()).ShouldBe(["summary: Summary"]);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(" { articles } }");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Locator("pre.answer").WaitForAsync();
        (await page.Locator("pre.answer").TextContentAsync())!.ShouldContain("\"articles\": 9");

        await page.FocusAsync("#query");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("variables");
        browser.ComplaintsOf(page).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_complains_in_the_console_of_any_page()
    {
        var page = await browser.OpenAsync(server);
        foreach (var address in PageAddresses.Asking)
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });

        browser.ComplaintsOf(page).ShouldBeEmpty();
    }

    /// <summary>Goes on by the tabulator until what a selector finds has the focus.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var step = 0; step < 60; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }
        Assert.Fail($"The keyboard does not reach {selector}.");
    }
}
