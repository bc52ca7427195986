using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ZhuzhouGraph.Seeds;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests;

/// <summary>The Cypher queries of the Neo4j store's README, asked as Neo4j Browser would, without any of our code in between.</summary>
[Collection(Neo4jDatabase.Name)]
public sealed partial class ReadmeCypherTests(Neo4jServer neo4j)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_Cypher_query_of_the_README_has_the_rows_that_are_printed_there()
    {
        await using (var store = await Neo4jStores.OpenEmptyAsync(neo4j, TimeProvider.System, Cancel))
            await SeedImporter.ImportAsync(await SeedImporter.CheckAsync(RepositoryRoot.Seeds, null, null, Cancel), store, null, Cancel);
        using var client = new HttpClient { BaseAddress = new Uri(neo4j.Http.Uri, $"/db/{neo4j.Options.Database}/query/v2") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{neo4j.Options.User}:{neo4j.Options.Password}"))
        );

        var examples = Examples()
            .Matches(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "src", "ZhuzhouGraph.Neo4jStore", "README.md"), Cancel));

        examples.Count.ShouldBe(10);
        foreach (Match example in examples)
            (await AskAsync(client, example.Groups["query"].Value)).ShouldBe(example.Groups["table"].Value, example.Groups["query"].Value);
    }

    /// <summary>The answer as a table of the README.</summary>
    private static async Task<string> AskAsync(HttpClient client, string query)
    {
        using var body = new StringContent(new JsonObject { ["statement"] = query }.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(client.BaseAddress, body, Cancel);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));
        var data = answer.RootElement.GetProperty("data");
        var fields = data.GetProperty("fields").EnumerateArray().Select(Cell).ToList();
        var table = new StringBuilder($"| {string.Join(" | ", fields)} |\n|{string.Concat(fields.Select(_ => "---|"))}\n");
        foreach (var row in data.GetProperty("values").EnumerateArray())
            table.Append($"| {string.Join(" | ", row.EnumerateArray().Select(Cell))} |\n");
        return table.ToString();

        static string Cell(JsonElement value) =>
            value.ValueKind is JsonValueKind.Array ? string.Join(", ", value.EnumerateArray().Select(Cell)) : value.ToString();
    }

    [GeneratedRegex(@"```cypher\n(?<query>.+?)\n```\n\n(?<table>(?:\|[^\n]*\n)+)", RegexOptions.Singleline)]
    private static partial Regex Examples();
}
