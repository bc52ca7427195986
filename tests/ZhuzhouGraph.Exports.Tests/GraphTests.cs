using System.IO.Compression;
using System.Text.Json.Nodes;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Exports.Tests;

public sealed class GraphTests(Exported exported) : IClassFixture<Exported>
{
    private static readonly string[] Everything =
    [
        ArticleId(1),
        ArticleId(2),
        Exported.Prize,
        Exported.Growth,
        Exported.Private,
        Exported.Crafts,
        Lanterns,
        Harbour,
        Mayor,
        City,
    ];

    [Theory]
    [InlineData("graphml")]
    [InlineData("gexf")]
    public async Task Graphology_reads_every_node_and_edge_with_names_and_evidence(string format)
    {
        var graph = await ReadAsync(format, new());

        graph["nodes"]!.AsArray().Select(n => (string)n!["id"]!).ShouldBe(Everything, ignoreOrder: true);
        var city = graph["nodes"]!.AsArray().Single(n => (string)n!["id"]! == City)!["attributes"]!;
        ((string?)city["label"], (string?)city["labelEn"], (string?)city["type"], (string?)city["kind"]).ShouldBe(
            ("云海市", "Yunhai", "Place", "CITY")
        );
        ((string?)graph["nodes"]!.AsArray().Single(n => (string)n!["id"]! == Exported.Prize)!["attributes"]!["start"]).ShouldBe(
            "2031-03-03"
        );
        graph["edges"]!.AsArray().Count.ShouldBe(3);
        var post = graph["edges"]!.AsArray().Single(e => (string)e!["target"]! == City)!;
        ((string?)post["source"], (bool)post["directed"]!).ShouldBe((Mayor, true));
        var said = post["attributes"]!;
        ((string?)said["p_title"], (string?)said["article"], (string?)said["address"]).ShouldBe(("=市长, \"一\"", ArticleId(1), "2.1"));
        ((string?)said["type"], said["citations"]!.GetValue<int>(), (string?)said["status"]).ShouldBe(("HOLDS_POST", 1, "STATED"));
    }

    [Theory]
    [InlineData(1, new[] { City, Mayor })]
    [InlineData(2, new[] { City, Mayor, Harbour, "article:yunhai/01" })]
    public async Task The_network_of_an_entity_reaches_as_far_as_is_asked(int hops, string[] reached)
    {
        var request = new ExportRequest { Center = await exported.FindAsync<Entity>(City), Hops = hops };

        foreach (var format in new[] { "graphml", "gexf" })
        {
            var graph = await ReadAsync(format, request);
            graph["nodes"]!.AsArray().Select(n => (string)n!["id"]!).ShouldBe(reached, ignoreOrder: true);
            graph["edges"]!.AsArray().Count.ShouldBe(reached.Length - 1);
        }
    }

    [Fact]
    public async Task A_network_of_three_steps_is_refused() =>
        (
            await Should.ThrowAsync<ExportRefusedException>(async () =>
                await exported.BytesAsync("gexf", new() { Center = await exported.FindAsync<Entity>(City), Hops = 3 })
            )
        ).Message.ShouldBe("A network reaches 3 steps; allowed are 1 and 2.");

    [Fact]
    public async Task A_pair_of_CSV_files_has_the_ends_of_each_edge_among_the_nodes()
    {
        var folder = Directory.CreateTempSubdirectory("zhuzhou-graph-csv-").FullName;
        try
        {
            await ZipFile.ExtractToDirectoryAsync(await exported.FileAsync("graph-csv"), folder, TestContext.Current.CancellationToken);
            var (nodes, edges) = ($"read_csv('{folder}/nodes.csv', header = true)", $"read_csv('{folder}/edges.csv', header = true)");

            Outside.DuckDb($"SELECT Id FROM {nodes}").Select(row => (string)row["Id"]!).ShouldBe(Everything, ignoreOrder: true);
            var found = Outside.DuckDb(
                $"SELECT e.*, a.Label AS \"from\", b.Label AS \"to\" FROM {edges} e JOIN {nodes} a ON a.Id = e.Source "
                    + $"JOIN {nodes} b ON b.Id = e.Target"
            );
            found.Count.ShouldBe(3);
            var post = found.Single(row => (string)row["to"]! == "云海市");
            (post["from"], post["type"], post["p_title"], post["address"]!.ToString()).ShouldBe(
                ("蓝桥", "HOLDS_POST", "'=市长, \"一\"", "2.1")
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<JsonNode> ReadAsync(string format, ExportRequest request) =>
        await Outside.NodeAsync("read-graph.mjs", $"graphology-{format}", await exported.FileAsync(format, request), format);
}
