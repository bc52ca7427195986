using System.Text.Json.Nodes;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Exports.Tests;

public sealed class JsonLdTests(Exported exported) : IClassFixture<Exported>
{
    [Fact]
    public async Task A_figure_is_an_Observation_with_its_article()
    {
        var request = new ExportRequest
        {
            Item = await exported.FindAsync<Observation>("obs:yunhai/01/cut"),
            Permalinks = new Uri("https://yunhai.example/id/"),
        };

        var told = JsonNode.Parse(await exported.BytesAsync("json-ld", request))!;

        ((string?)told["@context"], (string?)told["@type"], (string?)told["@id"]).ShouldBe(
            ("https://schema.org", "Observation", "https://yunhai.example/id/obs%3Ayunhai%2F01%2Fcut")
        );
        (told["value"]!.GetValue<decimal>(), (string?)told["unitText"], (string?)told["observationDate"]).ShouldBe((-30, "%", "2031-Q1"));
        ((string?)told["observationAbout"]!["@type"], (string?)told["observationAbout"]!["name"]).ShouldBe(("Place", "云海市"));
        ((string?)told["variableMeasured"]!["name"]).ShouldBe("灯笼产量增速");
        (
            (string?)told["subjectOf"]!["headline"],
            (string?)told["subjectOf"]!["datePublished"],
            (string?)told["subjectOf"]!["position"]
        ).ShouldBe(("灯会第1日", "2031-03-02", "3.1"));
    }

    [Fact]
    public async Task An_entity_is_the_Dataset_of_its_figures()
    {
        var city = JsonNode.Parse(await exported.BytesAsync("json-ld", new() { Item = await exported.FindAsync<Entity>(Batches.City) }))!;
        var growth = JsonNode.Parse(
            await exported.BytesAsync("json-ld", new() { Item = await exported.FindAsync<Entity>(Exported.Growth) })
        )!;

        ((string?)city["@type"], city["size"]!.GetValue<int>(), city["variableMeasured"]!.AsArray().Count).ShouldBe(
            ("Dataset", Exported.Figures, 2)
        );
        ((string?)city["temporalCoverage"], city["isBasedOn"]!.AsArray().Count).ShouldBe(("2030-01-01/2031-09-30", 2));
        growth["size"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_refused() =>
        (await Should.ThrowAsync<ExportRefusedException>(() => exported.BytesAsync("json-ld"))).Message.ShouldContain("found nothing");
}
