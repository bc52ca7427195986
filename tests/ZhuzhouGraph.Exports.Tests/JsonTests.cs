using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Exports.Tests;

public sealed class JsonTests(Exported exported) : IClassFixture<Exported>
{
    [Fact]
    public async Task Each_line_of_NDJSON_is_a_figure_that_DuckDB_reads()
    {
        var rows = Outside.DuckDb(
            $"SELECT id, value, valueText, about.zh AS about, article.title AS title, citations[1].address AS address "
                + $"FROM read_json('{await exported.FileAsync("ndjson")}', format = 'newline_delimited')"
        );

        rows.Count.ShouldBe(Exported.Figures);
        var cut = rows.Single(row => (string)row["id"]! == "obs:yunhai/01/cut");
        Outside.Decimal(cut["value"]).ShouldBe(-30);
        (cut["about"], cut["title"], cut["address"]).ShouldBe(("云海市", "灯会第1日", "3.1"));
    }

    [Fact]
    public async Task The_document_holds_the_same_objects_as_the_lines_and_counts_them()
    {
        var document = JsonNode.Parse(await exported.BytesAsync("json"))!;
        var lines = (await exported.TextAsync("ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        document["count"]!.GetValue<int>().ShouldBe(Exported.Figures);
        document["observations"]!
            .AsArray()
            .Select(o => o!.ToJsonString())
            .ShouldBe(lines.Select(line => JsonNode.Parse(line)!.ToJsonString()));
    }

    [Fact]
    public async Task A_part_has_its_dimension_and_its_names()
    {
        var observations = JsonNode.Parse(await exported.BytesAsync("json"))!["observations"]!.AsArray();
        var parts = Of("rank")["breakdown"]!.AsArray();

        parts.Select(part => part!["dimension"]!.GetValue<string>()).ShouldBe(["OWNERSHIP", "INDUSTRY"]);
        parts.Select(part => part!["member"]!["id"]!.GetValue<string>()).ShouldBe([Exported.Private, Exported.Crafts]);
        Of("cut")["breakdown"].ShouldBeNull();
        Of("rank")["within"]!["by"]!.GetValue<string>().ShouldBe("RATE_OF_CHANGE");

        JsonNode Of(string key) => observations.Single(o => o!["id"]!.GetValue<string>().EndsWith($"/{key}", StringComparison.Ordinal))!;
    }

    [Fact]
    public async Task A_base_has_its_words_its_days_and_the_thing_that_it_is()
    {
        var observations = JsonNode.Parse(await exported.BytesAsync("json"))!["observations"]!.AsArray();

        Of("cut")["base"]!.ToJsonString().ShouldBe("""{"words":"2019\u5E74\u540C\u671F","start":"2019-01-01","end":"2019-03-31"}""");
        Of("goal")["base"]!["entity"]!["id"]!.GetValue<string>().ShouldBe(ZhuzhouGraph.Testing.Batches.Harbour);
        Of("wan")["base"].ShouldBeNull();

        JsonNode Of(string key) => observations.Single(o => o!["id"]!.GetValue<string>().EndsWith($"/{key}", StringComparison.Ordinal))!;
    }

    [Fact]
    public async Task Decimals_are_text_as_well_and_absent_values_have_no_member()
    {
        var observations = JsonNode.Parse(await exported.BytesAsync("json", new() { Permalinks = new Uri("https://yunhai.example/id/") }))![
            "observations"
        ]!.AsArray();
        var (wan, range) = (Of("wan"), Of("range"));

        (wan["value"]!.GetValue<decimal>(), wan["valueText"]!.GetValue<string>(), wan["lower"]!.GetValue<string>()).ShouldBe(
            (14000m, "14000.0", "13000")
        );
        wan["url"]!.GetValue<string>().ShouldBe("https://yunhai.example/id/obs%3Ayunhai%2F01%2Fwan");
        (wan["citations"]![0]!["quote"]!.GetValue<string>(), wan["citations"]![0]!["start"]!.GetValue<int>()).ShouldBe(
            ("=约1.4万个，“灯”。", 7)
        );
        (range["value"], range["valueText"], range["period"]!["period"]!.GetValue<string>()).ShouldBe((null, null, "2030"));

        JsonNode Of(string key) => observations.Single(o => o!["id"]!.GetValue<string>().EndsWith("/" + key, StringComparison.Ordinal))!;
    }
}
