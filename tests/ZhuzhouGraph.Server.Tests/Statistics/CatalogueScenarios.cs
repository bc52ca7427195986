using System.Text.Json.Nodes;
using ZhuzhouGraph.Server.Tests.RestApi;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.Statistics;

/// <summary>What there is to choose from.</summary>
public abstract class CatalogueScenarios : StatisticsContract
{
    [Fact]
    public async Task Indicators_are_found_by_words_with_what_is_there_of_them_and_one_chosen_narrows_the_rest()
    {
        await using var server = await FilledAsync(
            Printed(1, "jan", "100吨") with
            {
                Period = Month(2030, 1),
                Frequency = Frequency.M,
            },
            Printed(1, "feb", "200个") with
            {
                Period = Month(2030, 2),
            },
            Printed(1, "kilns", "5个") with
            {
                Indicator = Kilns,
                Period = Year(2029),
            },
            Printed(1, "works", "6个") with
            {
                Indicator = Kilns,
                About = "org:bell-works",
                Period = Year(2028),
                Frequency = Frequency.A,
            }
        );

        var found = await GetAsync(server, "/availability?about=云海市&indicatorText=灯笼");
        found["count"]!.GetValue<int>().ShouldBe(2);
        var indicator = Facet(found, "INDICATOR")["values"]!.AsArray().ShouldHaveSingleItem()!;
        (indicator["label"]!["zh"]!.ToString(), indicator["label"]!["en"]!.ToString()).ShouldBe(("灯笼产量", "Lanterns made"));
        indicator["count"]!.GetValue<int>().ShouldBe(2);
        (indicator["firstDay"]!.ToString(), indicator["lastDay"]!.ToString()).ShouldBe(("2030-01-01", "2030-02-28"));
        Lines(indicator["units"]!, "label").ShouldBe(["个", "吨"]);
        indicator["frequencies"]!.ToJsonString().ShouldBe("""["M"]""");

        // What is chosen in one facet narrows the others, and the facet itself still tells what else could be chosen.
        var chosen = await GetAsync(server, "/availability?indicators=窑炉数");
        Values(chosen, "INDICATOR").ShouldBe([$"{Kilns} 2", $"{Lanterns} 2"]);
        Values(chosen, "ABOUT").ShouldBe(["org:bell-works 1", $"{City} 1"]);
        Values(chosen, "YEAR").ShouldBe(["2028 1", "2029 1"]);
        Values(chosen, "FREQUENCY").ShouldBe(["A 1"]);
        Facet(chosen, "FREQUENCY")["without"]!.GetValue<int>().ShouldBe(1);
        Values(chosen, "UNIT").ShouldBe(["piece 2"]);
        var exact = await GetAsync(server, "/availability?indicators=窑炉数&mode=EXACT");
        Values(exact, "INDICATOR").ShouldBe([$"{Kilns} 2"]);
        Values(await GetAsync(server, "/availability?frequencies=M&first=1"), "FREQUENCY").ShouldBe(["A 1"]);
        Facet(await GetAsync(server, "/availability?frequencies=M&first=1"), "FREQUENCY")["hasMore"]!.GetValue<bool>().ShouldBeTrue();

        var graph = await AskAsync(
            server,
            "{ availability(filter: {indicators: [\"窑炉数\"]}) { count mode facets { facet values { value label count firstDay node { id } "
                + "units { code } frequencies } } } }"
        );
        foreach (var facet in graph["availability"]!["facets"]!.AsArray())
            Lines(facet!["values"]!, "value", "count").ShouldBe(Values(chosen, facet["facet"]!.ToString()));
    }

    [Fact]
    public async Task Entities_are_compared_for_one_indicator_and_period_with_who_has_no_figure()
    {
        await using var server = await FilledAsync(
            Of(City, "city", "3吨"),
            Of("org:bell-works", "works", "2900公斤"),
            Of(Harbour, "harbour", "5吨"),
            Of(Harbour, "monthly", "6吨") with
            {
                Frequency = Frequency.M,
            },
            Of(City, "sum", "9吨") with
            {
                Accumulation = Accumulation.Cumulative,
            },
            Of(City, "other", "100吨") with
            {
                Period = Year(2029),
            },
            Of(Mayor, "early", "7吨") with
            {
                Period = Year(2028),
            },
            Of(Mayor, "late", "8吨") with
            {
                Period = Year(2029),
            },
            Of("place:hill", "vague", "50吨") with
            {
                Quantity = new() { Unit = Units.Find("t")!, Hedge = Hedge.Vague },
                Figure = "前列",
            }
        );
        const string address =
            "/ranking?indicator=灯笼产量&entities=云海市&entities=钟厂&entities=云海港务处&entities=蓝桥&entities=place:hill&from=2030&to=2030";

        var ranking = await GetAsync(server, address);

        ranking["items"]!
            .AsArray()
            .Select(item => $"{item!["rank"]} {item["entity"]!["name"]} {item["valueText"]} {item["isCertain"]}")
            .ShouldBe(["1 云海市 3 false", "2 钟厂 2.9 false"], "3吨 can be what 2900公斤 is");
        Lines(ranking["without"]!, "id").ShouldBe([Mayor]);
        Lines(ranking["newestOfOthers"]!, "originalText").ShouldBe(["8吨"]);
        $"{ranking["measure"]} {ranking["accumulation"]} {ranking["status"]} {ranking["periodStart"]} {ranking["periodEnd"]}".ShouldBe(
            "LEVEL SINGLE ACTUAL 2030-01-01 2030-12-31"
        );
        ranking["several"]![0]!["entity"]!["id"]!.ToString().ShouldBe(Harbour);
        ranking["several"]![0]!["seriesIds"]!.AsArray().Count.ShouldBe(2);
        Lines(ranking["unranked"]!, "originalText").ShouldBe(["前列"]);
        Lines((await GetAsync(server, address + "&unit=公斤"))["items"]!, "valueText").ShouldBe(["3000", "2900"]);
        Lines((await GetAsync(server, address + "&accumulation=CUMULATIVE"))["items"]!, "valueText").ShouldBe(["9"]);
        var graph = await AskAsync(
            server,
            "{ ranking(indicator: \"灯笼产量\", entities: [\"云海市\", \"蓝桥\", \"钟厂\"], from: \"2030-01-01\", to: \"2030-12-31\") { rule "
                + "items { rank valueText entity { name } observation { id } } without { id } newestOfOthers { valueText } "
                + "several { seriesIds } } }"
        );
        Lines(graph["ranking"]!["newestOfOthers"]!, "valueText").ShouldBe(["8"]);
        Lines(graph["ranking"]!["items"]!, "rank", "valueText").ShouldBe(["1 3", "2 2.9"]);
        Lines(graph["ranking"]!["without"]!, "id").ShouldBe([Mayor]);
        (await server.GetAsync("/ranking?indicator=灯笼产量&entities=云海市")).Status.ShouldBe(400, "a period is needed");

        static Observation Of(string about, string key, string words) => Printed(1, key, words) with { About = about, Period = Year(2030) };
    }

    [Fact]
    public async Task Figures_are_counted_in_groups_with_from_when_to_when_they_are()
    {
        await using var server = await FilledAsync(
            Printed(1, "a", "1吨") with
            {
                Period = Year(2029),
            },
            Printed(1, "b", "2吨") with
            {
                Period = Year(2030),
            },
            Printed(1, "c", "3个") with
            {
                Indicator = Kilns,
                Period = Year(2030),
            }
        );

        var groups = await GetAsync(server, "/observations/counts?groupBy=INDICATOR&groupBy=UNIT&totalCount=true");

        groups["items"]!
            .AsArray()
            .Select(group =>
                $"{group!["by"]!["indicator"]!["name"]} {group["by"]!["unit"]} {group["count"]} {group["firstDay"]} {group["lastDay"]}"
            )
            .ShouldBe(["灯笼产量 t 2 2029-01-01 2030-12-31", "窑炉数 piece 1 2030-01-01 2030-12-31"]);
        groups["totalCount"]!.GetValue<int>().ShouldBe(2);
        groups["ungrouped"]!.GetValue<int>().ShouldBe(0);
        var months = await GetAsync(server, "/observations/counts?groupBy=MONTH");
        months["items"]!.AsArray().ShouldBeEmpty();
        months["ungrouped"]!.GetValue<int>().ShouldBe(3);
        months["reason"]!.GetValue<string>().ShouldBe("3 figures fit, and none has a value of all that they are grouped by.");
        var nothing = await GetAsync(server, "/observations/counts?groupBy=MONTH&indicators=窑炉数&measures=RANK");
        nothing["reason"]!.GetValue<string>().ShouldBe("Nothing in the graph fits all of these parameters.");
    }

    private static JsonNode Facet(JsonNode answer, string facet) =>
        answer["facets"]!.AsArray().Single(f => f!["facet"]!.ToString() == facet)!;

    private static IEnumerable<string> Values(JsonNode answer, string facet) => Lines(Facet(answer, facet)["values"]!, "value", "count");
}

public sealed class SqliteCatalogueScenarioTests : CatalogueScenarios
{
    protected override Task<GraphServer> EmptyServerAsync() => GraphServer.StartedAsync(Time, seeds: null);
}

[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jCatalogueScenarioTests(Neo4jServer neo4j) : CatalogueScenarios
{
    protected override async Task<GraphServer> EmptyServerAsync() =>
        await GraphServer.StartedAsync(Time, seeds: null, await Neo4jStores.OpenEmptyAsync(neo4j, Time, Cancel));
}
