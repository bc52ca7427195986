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
