using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Exports;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.RestApi;

/// <summary>No parameter is ignored in silence, whatever the format: it changes the answer, or the request is refused.</summary>
public sealed class ParameterMatrixTests : IAsyncLifetime
{
    private const string Works = "org:bell-works";

    /// <summary>
    /// A value of each parameter that changes what these figures answer, or that is refused because it says nothing alone.
    /// </summary>
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["about"] = "钟厂",
        ["aboutTypes"] = "Company",
        ["places"] = "place:hill",
        ["withParts"] = "true",
        ["indicators"] = "窑炉数",
        ["withNarrower"] = "true",
        ["articles"] = ArticleId(2),
        ["measures"] = "RANK",
        ["comparisons"] = "PLAN",
        ["bases"] = "年初",
        ["breakdowns"] = "place:hill",
        ["isWhole"] = "false",
        ["accumulations"] = "CUMULATIVE",
        ["statuses"] = "FORECAST",
        ["units"] = "小时",
        ["value.atLeast"] = "250",
        ["value.moreThan"] = "250",
        ["value.atMost"] = "150",
        ["value.lessThan"] = "150",
        ["value.certainty"] = "POSSIBLE",
        ["value.unit"] = "t",
        ["within"] = "全省",
        ["printedIn.parts"] = "HEADLINE",
        ["printedIn.only"] = "true",
        ["attributedTo"] = "蓝桥",
        ["at"] = "event:fair",
        ["text"] = "灯笼产量",
        ["periodOverlaps"] = "2030-02",
        ["periodOverlaps.from"] = "2030-02",
        ["periodOverlaps.to"] = "2030-01",
        ["periodWithin"] = "2030-02",
        ["periodWithin.from"] = "2030-02",
        ["periodWithin.to"] = "2030-01",
        ["periodIs"] = "2030-02",
        ["periodIs.from"] = "2030-02",
        ["periodIs.to"] = "2030-01",
        ["acrossMeasures"] = "true",
        ["on"] = "2030-01-05",
        ["undated"] = "false",
        ["series"] = "0123456789abcdef",
        ["frequencies"] = "M",
        ["priceBases"] = "CONSTANT",
        ["indicatorText"] = "灯笼",
        ["publishedBy"] = "2031-03-02",
        ["recordedAsOf"] = "2001-01-01T00:00:00Z",
        ["order"] = "PRINT_DESCENDING",
        ["latestPer"] = "INDICATOR",
        ["rule"] = "FIRST_PRINT",
        ["first"] = "1",
        ["totalCount"] = "true",
        ["from"] = "2030-02",
        ["to"] = "2030-01",
        ["lastN"] = "1",
        ["unit"] = "公斤",
        ["transform"] = "CHANGE",
        ["acrossPriceBases"] = "true",
        ["layout"] = "wide",
        ["bom"] = "1",
        ["labels"] = "both",
        ["lang"] = "en",
        ["hops"] = "2",
    };

    /// <summary>What has nothing to change, and why.</summary>
    private static readonly Dictionary<string, string> Without = new(StringComparer.Ordinal)
    {
        ["order json-stat"] = "cells have a place, and no order",
        ["withoutReference"] = "leaves out what is found through documents, of which there are none here",
        ["acrossPriceBases json"] = "'implied' has nothing to mix here; DerivedScenarios shows that it does mix",
    };

    private GraphServer _server = null!;
    private string _line = "",
        _last = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await GraphServer.StartedAsync(new FakeTimeProvider(new DateTimeOffset(2031, 4, 1, 8, 0, 0, TimeSpan.Zero)), seeds: null);
        await _server.Store.ImportAsync(
            Registry(
                Named(EntityTypes.Indicator, "indicator:kilns", "窑炉数", "Kilns"),
                Named(EntityTypes.Place, "place:hill", "云山", "Cloud Hill"),
                Named(EntityTypes.Company, Works, "钟厂", "Bell Works"),
                Named(EntityTypes.Event, "event:fair", "灯会", "Lantern fair")
            ),
            Cancel
        );
        await _server.Store.ImportAsync(
            Article(1)
                .Printing(InMonth(1, "jan", 1, 100), "2.1")
                .Printing(InMonth(1, "feb", 2, 200), "3.1")
                .Printing(Figure(1, "none", 900) with { Indicator = "indicator:kilns", About = Works }, "4.1")
                .Printing(Figure(1, "bare", 800) with { Indicator = "indicator:kilns" }, "8.1")
                .Stating(Link(RelationshipTypes.LocatedIn, Works, City), "5.1")
                .Stating(Post(Mayor, Harbour, "主任"), "6.1")
                .Stating(Link(RelationshipTypes.LocatedIn, Harbour, City), "7.1"),
            Cancel
        );
        await _server.Store.ImportAsync(
            Article(2).Printing(InMonth(2, "again", 2, 201), "2.1").Printing(InMonth(2, "mar", 3, 300), "3.1"),
            Cancel
        );
        var (_, lines) = await _server.GetAsync("/series?about=云海市&indicators=灯笼产量");
        _line = lines["items"]!.AsArray().ShouldHaveSingleItem()!["id"]!.ToString();
        _last = "obs:yunhai/01/jan";
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("/observations")]
    [InlineData("/observations/{id}", "obs:yunhai/01/jan")]
    [InlineData("/series")]
    [InlineData("/series/{id}", "")]
    [InlineData("/entities/{id}", City)]
    [InlineData("/entities/{id}/observations", City)]
    [InlineData("/indicators/{id}", Lanterns)]
    [InlineData("/graph")]
    public async Task A_parameter_changes_the_answer_or_is_refused_in_every_format(string path, string? id = null)
    {
        var (_, document) = await _server.GetAsync("/openapi.json");
        var parameters = document["paths"]![Rest.Root + path]!["get"]!["parameters"]!
            .AsArray()
            .Where(parameter => parameter!["in"]!.ToString() == "query")
            .ToList();
        var words = parameters.Single(parameter => parameter!["name"]!.ToString() == "format")!["schema"]!;
        var declared = words["$ref"] is { } at ? document["components"]!["schemas"]![at.ToString().Split('/')[^1]]! : words;
        var formats = declared["enum"]!.AsArray().Select(word => word!.ToString()).ToList();
        var address = path.Replace("{id}", id is "" ? _line : id, StringComparison.Ordinal);
        List<string> ignored = [];
        foreach (var format in formats)
        {
            var (status, plain) = await BodyAsync($"{address}?format={format}");
            status.ShouldBe(200, $"{address} {format}");
            foreach (var name in parameters.Select(parameter => parameter!["name"]!.ToString()).Where(name => name != "format"))
            {
                if (Without.ContainsKey(name) || Without.ContainsKey($"{name} {format}"))
                    continue;
                var (answered, body) = await BodyAsync($"{address}?format={format}&{name}={Uri.EscapeDataString(ValueOf(name))}");
                answered.ShouldBeLessThan(500, $"{address} {format} {name}");
                if (answered == 200 && body.AsSpan().SequenceEqual(plain))
                    ignored.Add($"{format} {name}");
            }
        }
        ignored.ShouldBeEmpty(address);
    }

    private string ValueOf(string name) =>
        name switch
        {
            "after" => _last,
            "of" => _line,
            _ => Values.GetValueOrDefault(name) ?? throw new InvalidOperationException($"Give a value of '{name}' that changes an answer."),
        };

    private async Task<(int Status, byte[] Body)> BodyAsync(string address)
    {
        using var response = await _server.SendAsync(HttpMethod.Get, address);
        return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(Cancel));
    }

    private static Observation InMonth(int article, string key, int month, decimal value) =>
        Figure(article, key, value) with
        {
            Quantity = new() { Value = value, Unit = Units.Find("t")! },
            Figure = $"{value}吨",
            Period = new(
                $"{month}月",
                new(2030, month, 1),
                new NodaTime.LocalDate(2030, month, 1).PlusMonths(1).PlusDays(-1),
                PeriodPrecision.Month,
                PeriodBasis.Stated
            ),
        };
}
