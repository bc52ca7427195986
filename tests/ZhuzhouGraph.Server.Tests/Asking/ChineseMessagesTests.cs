using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ZhuzhouGraph.Server.Tests.Pages;
using ZhuzhouGraph.Server.Tests.RestApi;

namespace ZhuzhouGraph.Server.Tests.Asking;

/// <summary>
/// Who reads Chinese is told in Chinese what is wrong, on pages and by REST. Not so where the parser of JSON says what is no JSON: its
/// sentences are the framework's and have no list.
/// </summary>
public sealed partial class ChineseMessagesTests(GraphServer server) : IClassFixture<GraphServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Refusals that no other test has.</summary>
    private static readonly string[] Further =
    [
        "/observations?text=" + string.Join('+', Enumerable.Range(0, 40)),
        "/observations?text=。",
        "/observations?about=" + new string('a', 201),
        "/observations?" + string.Join('&', Enumerable.Range(0, 101).Select(n => $"about=a{n}")),
        "/entities?names=place:zhuzhou",
        "/observations?articles=place:zhuzhou",
        "/observations?articles=article:2023-05-19/X",
        "/observations?series=x",
        "/observations?indicators=place:zhuzhou",
        "/observations?places=person:cao-huiquan",
        "/observations?units=斤斤",
        "/observations?units=家家",
        "/observations?unit=x",
        "/observations?on=2023-05-19&periodOverlaps=2023",
        "/observations?on=2023-05-19&undated=true",
        "/observations?periodOverlaps.from=2023-05-19&periodOverlaps.to=2023-05-01",
        "/observations?value.atLeast=1&value.moreThan=1",
        "/observations?value.certainty=POSSIBLE",
        "/observations?withParts=true",
        "/observations?rule=NEWEST",
        "/changes?since=99",
        "/observations?format=json-stat&indicators=indicator:national-little-giants&on=1999-01-01",
        "/observations?format=csv&labels=zh",
        "/observations?format=csv&lang=zh",
        "/search?text=a&first=500",
        "/series/x",
        "/entities/place:zhuzhou?hops=5&format=gexf",
    ];

    private static readonly string[] FurtherPages =
    [
        "/search?q=" + new string('a', 201),
        "/search?q=%E3%80%82",
        "/figures?from=2023-05-19&to=2023-05-01",
        "/figures?measure=LEVLE",
        "/figures?unit=x",
        "/figures?about=" + new string('a', 201),
        "/events?from=2023-02-30",
        "/path?from=曹慧泉&to=曹慧泉",
        "/path?from=曹慧泉&to=向恒&avoid=曹慧泉",
        "/path?from=曹慧泉&to=向恒&via=曹慧泉",
        "/path?from=曹慧泉&to=向恒&via=株洲&avoid=株洲",
        "/path?from=曹慧泉&to=向恒&hops=1&via=株洲",
        "/network/person:xiang-heng?types=胡",
    ];

    [Fact]
    public async Task No_problem_of_REST_has_a_sentence_in_English_for_who_reads_Chinese()
    {
        string[] addresses = [.. Further, .. Told(typeof(RestErrorTests), typeof(FileTests), typeof(RestMannerTests))];
        List<string> told = [];
        var refused = 0;
        foreach (var address in addresses)
        {
            using var response = await server.SendAsync(HttpMethod.Get, address, null, "Accept-Language: zh-CN");
            if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
                continue;
            refused++;
            var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;
            var texts = (problem["errors"]?.AsArray() ?? []).Select(fault => fault!["detail"]!).Append(problem["detail"]!);
            told.AddRange(texts.Select(text => text.GetValue<string>()).Where(HasEnglish).Select(text => $"{address}: {text}"));
        }

        told.ShouldBeEmpty();
        refused.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task No_page_that_refuses_has_a_sentence_in_English_for_who_reads_Chinese()
    {
        string[] addresses = [.. FurtherPages, .. Told(typeof(RefusedFormTests), typeof(StateTests))];
        List<string> told = [];
        var refused = 0;
        foreach (var address in addresses.Where(address => !address.Contains("lang=en", StringComparison.Ordinal)))
        {
            var page = await server.Client.OpenAsync(address);
            if (page.Status is < 400 or 503)
                continue;
            refused++;
            var texts = page.Html.QuerySelectorAll("section.state > p, [id^=fault]").Select(Arrived.Words);
            told.AddRange(texts.Where(HasEnglish).Select(text => $"{address}: {text}"));
        }

        told.ShouldBeEmpty();
        refused.ShouldBeGreaterThan(20);
    }

    /// <summary>The addresses that the tests of a class are given.</summary>
    private static IEnumerable<string> Told(params Type[] classes) =>
        classes
            .SelectMany(one => one.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<InlineDataAttribute>())
            .Select(row => row.Data is [string text, ..] ? text : "")
            .Where(text => text.StartsWith('/'))
            .Distinct();

    private static bool HasEnglish(string text) => English().IsMatch(text);

    /// <summary>Three words of small letters, one behind the other.</summary>
    [GeneratedRegex(@"\b[A-Za-z']+ [a-z']+ [a-z']+\b")]
    private static partial Regex English();
}
