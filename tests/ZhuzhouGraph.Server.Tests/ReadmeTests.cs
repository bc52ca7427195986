using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ZhuzhouGraph.Tests;

namespace ZhuzhouGraph.Server.Tests;

/// <summary>Every query of the README, over real HTTP, gives the answer that the README prints.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));

    [Fact]
    public async Task Every_query_of_the_README_has_the_answer_that_is_printed_there()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.ServeAsync("--store-file", folder.File("graph.db"), "--seeds", RepositoryRoot.Seeds);
        var examples = Examples().Matches(Readme);
        examples.Count.ShouldBe(4);
        foreach (Match example in examples)
        {
            var answer = await AskAsync(server, example.Groups["query"].Value);
            JsonNode.DeepEquals(answer, JsonNode.Parse(example.Groups["answer"].Value)).ShouldBeTrue($"{example.Groups["query"].Value}\n{answer.ToJsonString(Readable)}");
        }
    }

    [Fact]
    public async Task With_the_text_every_answer_has_its_sentence_and_the_figure_stands_in_it()
    {
        var texts = RepositoryRoot.RequirePaper();
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.ServeAsync("--store-file", folder.File("graph.db"), "--seeds", RepositoryRoot.Seeds, "--texts", texts);
        var answer = await AskAsync(server, "{ observations(first: 200) { totalCount nodes { figure citations { nodes { quote start end wordsStart wordsEnd } } } } }");
        var nodes = answer["data"]!["observations"]!["nodes"]!.AsArray();
        nodes.Count.ShouldBe(answer["data"]!["observations"]!["totalCount"]!.GetValue<int>());
        foreach (var node in nodes)
        {
            var citation = node!["citations"]!["nodes"]![0]!;
            var quote = citation["quote"]!.GetValue<string>();
            var (start, wordsStart, wordsEnd) = (citation["start"]!.GetValue<int>(), citation["wordsStart"]!.GetValue<int>(), citation["wordsEnd"]!.GetValue<int>());
            quote.Length.ShouldBe(citation["end"]!.GetValue<int>() - start);
            Folding.Fold(quote[(wordsStart - start)..(wordsEnd - start)]).ShouldBe(Folding.Fold(node["figure"]!.GetValue<string>()));
        }
    }

    [Fact]
    public async Task A_text_once_held_is_not_lost_by_a_start_without_it()
    {
        var texts = RepositoryRoot.RequirePaper();
        using var folder = new TemporaryFolder();
        await using (await ServerProcess.ServeAsync("--store-file", folder.File("graph.db"), "--seeds", RepositoryRoot.Seeds, "--texts", texts))
        {
        }
        await using var server = await ServerProcess.ServeAsync("--store-file", folder.File("graph.db"), "--seeds", RepositoryRoot.Seeds);
        var answer = await AskAsync(server, "{ summary { articlesWithText version { number } } }");
        answer["data"]!["summary"]!["articlesWithText"]!.GetValue<int>().ShouldBe(9);
        answer["data"]!["summary"]!["version"]!["number"]!.GetValue<int>().ShouldBe(10);
    }

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task<JsonNode> AskAsync(ServerProcess server, string query)
    {
        var answer = await server.Client.GetStringAsync("/graphql?query=" + Uri.EscapeDataString(query), TestContext.Current.CancellationToken);
        return JsonNode.Parse(answer)!;
    }

    [GeneratedRegex(@"--data-urlencode 'query=(?<query>[^']+)'\n```\n\n```json\n(?<answer>.+?)\n```", RegexOptions.Singleline)]
    private static partial Regex Examples();
}
