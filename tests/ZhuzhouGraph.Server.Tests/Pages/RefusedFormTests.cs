namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>A form that is refused comes back with what was typed, and says which field is wrong.</summary>
public sealed class RefusedFormTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Theory]
    [InlineData("/compare?indicator=indicator:national-little-giants&about=株洲&about=株州", 404, "about", "株州", "Nothing has this name")]
    [InlineData("/compare?indicator=none&about=株洲", 404, "indicator", "none", "Nothing has this name")]
    [InlineData("/path?from=曹慧泉&to=向横&hops=2", 404, "to", "向横", "Nothing has this name")]
    [InlineData("/path?from=曹慧泉&to=向恒&avoid=株州", 404, "avoid", "株州", "Nothing has this name")]
    [InlineData("/path?from=曹慧泉&to=向恒&hops=9", 400, "hops", "9", "'hops' is '9'; allowed is: 1, 2, 3, 4")]
    [InlineData("/figures?about=株州", 404, "about", "株州", "Nothing has this name")]
    [InlineData("/figures?about=株洲&speaker=曹慧全", 404, "speaker", "曹慧全", "Nothing has this name")]
    [InlineData("/figures?about=株洲&measure=WEIGHT", 400, "measure", "WEIGHT", "measures")]
    [InlineData("/figures?from=soon", 400, "from", "soon", "from")]
    [InlineData("/events?from=2023-05-19&to=2023-05-01", 400, "from", "2023-05-19", "ends before it starts")]
    [InlineData("/changes?about=株州", 404, "about", "株州", "Nothing has this name")]
    [InlineData("/check?claim=全市有58家&about=株州", 404, "about", "株州", "Nothing has this name")]
    [InlineData("/check?claim=全市有58家&claimDate=soon", 400, "claimDate", "soon", "a day such as 2023-05-19")]
    [InlineData("/search?q=a&type=Ship", 400, null, null, null)]
    public async Task The_form_holds_what_was_typed_and_tells_the_fault_at_its_field(
        string address,
        int status,
        string? field,
        string? value,
        string? told
    )
    {
        var page = await server.Client.OpenAsync(address, "en");

        page.Status.ShouldBe(status);
        foreach (var given in address.Split('?')[1].Split('&').Select(pair => pair.Split('=')).Where(pair => pair[0] != "type"))
            ValuesOf(page, given[0]).ShouldContain(given[1]);
        var wrong = page.Html.QuerySelectorAll("main [aria-invalid=true]").ToList();
        wrong.Select(one => one.GetAttribute("name")).ShouldBe(field is null ? [] : [field]);
        if (field is null)
            return;
        ValueOf(wrong[0]).ShouldBe(value);
        page.Html.GetElementById(wrong[0].GetAttribute("aria-describedby")!)!.TextContent.ShouldContain(told!);
    }

    [Fact]
    public async Task Two_wrong_names_are_told_at_two_fields()
    {
        var page = await server.Client.OpenAsync("/path?from=曹慧全&to=向横");

        page.Html.QuerySelectorAll("[aria-invalid=true]").Select(one => one.GetAttribute("name")).ShouldBe(["from", "to"]);
        page.Html.QuerySelectorAll("[aria-describedby]").Select(one => one.GetAttribute("aria-describedby")).ShouldBe(["fault1", "fault2"]);
    }

    [Fact]
    public async Task What_was_meant_is_one_link_away_in_the_place_of_what_was_wrong()
    {
        var page = await server.Client.OpenAsync("/compare?indicator=indicator:national-little-giants&about=株州&about=湖南&lang=en");

        var link = page.Html.QuerySelectorAll("main a").First(one => one.TextContent == "Take it").GetAttribute("href")!;
        var mended = await server.Client.OpenAsync(link);
        mended.Status.ShouldBe(200);
        ValuesOf(mended, "about").Take(2).ShouldBe(["place:zhuzhou", "湖南"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("/figures?about=株洲&asOf=soon")]
    [InlineData("/figures?about=株洲&after=altered")]
    public async Task What_is_wrong_with_no_field_is_told_at_none(string address)
    {
        var page = await server.Client.OpenAsync(address);

        page.Status.ShouldBe(400);
        page.Html.QuerySelector("[aria-invalid]").ShouldBeNull();
        ValuesOf(page, "about").ShouldContain("株洲");
    }

    private static IReadOnlyList<string?> ValuesOf(Arrived page, string name) =>
        [.. page.Html.QuerySelectorAll($"main form [name={name}]").Select(ValueOf)];

    private static string? ValueOf(AngleSharp.Dom.IElement field) =>
        field.LocalName switch
        {
            "select" => field.QuerySelector("option[selected]")?.GetAttribute("value"),
            "textarea" => field.TextContent,
            _ => field.GetAttribute("value"),
        };
}
