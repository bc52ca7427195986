using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Exports.Tests;

public sealed class BundleTests(Exported exported) : IClassFixture<Exported>
{
    [Fact]
    public async Task It_holds_the_data_and_what_one_must_know_to_use_and_cite_it()
    {
        using var zip = await ZipFile.OpenReadAsync(await exported.FileAsync("zip"), TestContext.Current.CancellationToken);

        zip.Entries.Select(entry => entry.Name)
            .ShouldBe(["observations.csv", "datapackage.json", "README.md", "LICENSE.txt", "CITATION.cff"]);
        (await TextAsync("observations.csv")).ShouldBe(await exported.TextAsync("csv"));
        (await TextAsync("LICENSE.txt")).ShouldContain("A newspaper's text is its owner's");
        (await TextAsync("CITATION.cff")).ShouldStartWith("cff-version: 1.2.0\n");
        var fields = JsonNode.Parse(await TextAsync("datapackage.json"))!["resources"]![0]!["schema"]!["fields"]!.AsArray();
        var header = (await exported.TextAsync("csv")).Split("\r\n")[0].Split(',');
        fields.Select(field => (string)field!["name"]!).ShouldBe(header);
        var readme = await TextAsync("README.md");
        header.ShouldAllBe(name => readme.Contains($"| {name} | ", StringComparison.Ordinal));

        async Task<string> TextAsync(string name)
        {
            await using var entry = await zip.GetEntry(name)!.OpenAsync(TestContext.Current.CancellationToken);
            using var reader = new StreamReader(entry, Encoding.UTF8);
            return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
    }
}
