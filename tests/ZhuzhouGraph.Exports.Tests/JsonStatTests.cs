using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Exports.Tests;

public sealed class JsonStatTests(Exported exported) : IClassFixture<Exported>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_public_schema_of_datasets_holds_for_it()
    {
        var cases = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Vectors, "corpus", "cases.json"), Cancel))!.AsArray();
        var folder = Directory.CreateTempSubdirectory("zhuzhou-json-stat-").FullName;
        try
        {
            List<string> files = [await exported.FileAsync("json-stat"), await exported.FileAsync("json-stat", new() { Language = "en" })];
            foreach (var valid in cases.Where(c => (string?)c!["group"] == "valid" && (string?)c["input"]!["class"] == "dataset"))
                files.Add(await CaseAsync(folder, files.Count, valid!["input"]!.ToJsonString()));
            files.Count.ShouldBeGreaterThan(3);
            files.Add(await CaseAsync(folder, files.Count, """{"version": "2.0", "class": "dataset", "id": ["x"], "size": ["one"]}"""));

            var schema = Path.Combine(Vectors, "schemas", "curated", "bundled", "dataset.json");
            var found = (await Outside.NodeAsync("validate.mjs", "ajv", [schema, .. files])).AsArray();

            found.SkipLast(1).Select(errors => errors!.ToJsonString()).ShouldAllBe(errors => errors == "[]");
            found[^1]!.AsArray().ShouldNotBeEmpty("the schema refuses what is none");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        static async Task<string> CaseAsync(string folder, int number, string json)
        {
            var file = Path.Combine(folder, $"{number}.json");
            await File.WriteAllTextAsync(file, json, Cancel);
            return file;
        }
    }

    [Fact]
    public async Task The_rules_that_no_schema_says_hold_as_well()
    {
        var dataset = JsonNode.Parse(await exported.BytesAsync("json-stat"))!;
        var size = dataset["size"]!.AsArray().Select(length => length!.GetValue<int>()).ToList();
        var ids = dataset["id"]!.AsArray().Select(id => (string)id!).ToList();

        ids.Count.ShouldBe(size.Count);
        dataset["dimension"]!.AsObject().Select(d => d.Key).ShouldBe(ids);
        foreach (var (id, length) in ids.Zip(size))
            dataset["dimension"]![id]!["category"]!["index"]!.AsArray().Select(i => (string)i!).Distinct().Count().ShouldBe(length);
        var cells = size.Aggregate(1, (product, length) => product * length);
        dataset["value"]!.AsArray().Count.ShouldBe(cells);
        var status = dataset["status"]!.AsObject();
        status.Select(cell => int.Parse(cell.Key, null)).ShouldAllBe(position => position >= 0 && position < cells);
        status.Count(cell => (string?)cell.Value == "MISSING").ShouldBe(cells - Exported.Figures);
        var series = dataset["dimension"]!["series"]!["category"]!;
        series["index"]!.AsArray().ShouldAllBe(id => LineId.Parse((string)id!) != null, "the ids that /series has");
        series["unit"]!.AsObject().Select(u => u.Key).ShouldBe(series["index"]!.AsArray().Select(i => (string)i!));
    }

    [Fact]
    public async Task The_toolkit_reads_every_figure_with_its_status_and_no_other()
    {
        var read = await Outside.NodeAsync("read-jsonstat.mjs", "jsonstat-toolkit", await exported.FileAsync("json-stat"));

        read["role"]!["geo"]!.ToJsonString().ShouldBe("[\"place\"]", "all are of one place");
        (((string?)read["class"]), read["role"]!["time"]!.ToJsonString(), read["role"]!["metric"]!.ToJsonString()).ShouldBe(
            ("dataset", "[\"time\"]", "[\"series\"]")
        );
        ((string?)read["source"]).ShouldBe("云海晚报 2031-03-02; 云海晚报 2031-03-03");
        var cells = read["cells"]!.AsArray();
        var told = cells.Where(cell => (string?)cell!["status"] != "MISSING").ToList();
        told.Count.ShouldBe(Exported.Figures);
        var cut = told.Single(cell => ((string)cell!["series"]!).Contains("增速", StringComparison.Ordinal))!;
        (cut["value"]!.GetValue<decimal>(), (string?)cut["time"], (string?)cut["unit"]!["label"]).ShouldBe((-30, "2031-Q1", "%"));
        told.Where(cell =>
                (string?)cell!["time"] == "undated"
                && ((string)cell["series"]!).StartsWith("灯笼产量 | 云海市 | LEVEL", StringComparison.Ordinal)
            )
            .Select(cell => (cell!["value"]!.GetValue<decimal>(), (string?)cell["status"], (string?)cell["print"]))
            .ShouldBe([(58, null, "1"), (14000, "ABOUT", "2"), (60, null, "3")]);
        told.Single(cell => (string?)cell!["status"] == "RANGE")!["value"].ShouldBeNull();
        told.Single(cell => (string?)cell!["status"] == "AT_LEAST TARGET")!["unit"]!["decimals"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task No_figures_are_refused_with_what_to_do() =>
        (
            await Should.ThrowAsync<ExportRefusedException>(() =>
                exported.BytesAsync("json-stat", new() { Observations = new() { About = ["place:nowhere"] } })
            )
        ).Message.ShouldContain("Widen the filter");

    private static string Vectors => Outside.Shared(Path.Combine("corpora", "api-vectors", "jsonstat"));
}
