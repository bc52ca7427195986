using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Server.Questions;
using ZhuzhouGraph.Server.Tests.Questions;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests;

/// <summary>
/// The query of the README and every stored question, over real HTTP and each store, have the answers that are printed with them.
/// </summary>
[Collection(Neo4jDatabase.Name)]
public sealed partial class ReadmeTests(Neo4jServer neo4j)
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("neo4j")]
    public async Task Every_query_has_the_answer_that_is_printed_with_it(string store)
    {
        using var folder = new TemporaryFolder();
        await using var server =
            store == "neo4j"
                ? await ServeNeo4jAsync()
                : await ServerProcess.ServeAsync("--store-file", folder.File("graph.db"), "--seeds", RepositoryRoot.Seeds);
        var wrong = new List<string>();
        foreach (var question in StoredQuestion.All)
        {
            var answer = await AskAsync(server, question.Query);
            answer.AsObject().Remove("extensions").ShouldBeTrue("every answer tells its cost");
            if (JsonNode.DeepEquals(answer, JsonNode.Parse(question.Answer)))
                continue;
            wrong.Add($"{question.Slug}.md\n{CompactJson.Write(answer)}");
            if (Environment.GetEnvironmentVariable("ZHUZHOU_ACCEPT_ANSWERS") == "1")
                await AcceptAsync(question, answer);
        }
        wrong.ShouldBeEmpty(
            "answered otherwise; ZHUZHOU_ACCEPT_ANSWERS=1 writes these answers into the files, to be read against the paper"
        );
        var example = Example()
            .Match(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "README.md"), TestContext.Current.CancellationToken));
        StoredQuestion.All.Select(question => question.Query).ShouldContain(example.Groups["query"].Value);
        var first = await AskAsync(server, example.Groups["query"].Value);
        JsonNode
            .DeepEquals(first, JsonNode.Parse(example.Groups["answer"].Value))
            .ShouldBeTrue($"the README's answer is\n{CompactJson.Write(first)}");
        (await server.Client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken)).ShouldBe(
            $$"""{"status":"READY","store":"{{store}}","version":10}"""
        );
        if (store == "neo4j")
            ShouldHideThePassword(server.Output);
    }

    [Fact]
    public async Task Both_stores_answer_the_stored_questions_byte_for_byte_alike()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2023, 5, 20, 8, 0, 0, TimeSpan.Zero));
        await using var embedded = await GraphServer.StartedAsync(time, RepositoryRoot.Seeds);
        await using var served = await GraphServer.StartedAsync(
            time,
            RepositoryRoot.Seeds,
            await Neo4jStores.OpenEmptyAsync(neo4j, time, TestContext.Current.CancellationToken)
        );
        string[] queries =
        [
            .. StoredQuestion.All.Select(question => question.Query),
            "{ summary { articles citations coverage { first last } version { number recordedAt unit hash added changed removed } "
                + "entities { type count } relationships { type count } observations { measure count } } }",
            "{ search(text: \"株洲\") { edges { cursor node { match text address node { id } } } } relationships(first: 200) { edges { "
                + "cursor node { id } } } observations(first: 200) { edges { cursor node { id valueText recordedAt } } } }",
        ];
        foreach (var query in queries)
        {
            var address = "/graphql?query=" + Uri.EscapeDataString(query);
            (await served.Client.GetStringAsync(address, TestContext.Current.CancellationToken)).ShouldBe(
                await embedded.Client.GetStringAsync(address, TestContext.Current.CancellationToken)
            );
        }
    }

    /// <summary>The second of the README's two commands; the password is in neither, and nobody gets to see it.</summary>
    private async Task<ServerProcess> ServeNeo4jAsync()
    {
        var options = neo4j.Options;
        await Neo4jStores.EmptyAsync(options, TestContext.Current.CancellationToken);
        // A machine under test may be slow, and the server that is asked has its plans still to make.
        var environment = new Dictionary<string, string>
        {
            ["ZHUZHOU_NEO4J__PASSWORD"] = options.Password,
            ["ZHUZHOU_LIMITS__DEADLINE"] = "00:05:00",
            ["Logging__LogLevel__Default"] = "Trace",
            ["Logging__LogLevel__Microsoft.AspNetCore"] = "Trace",
        };
        var server = await ServerProcess.ServeAsync(
            environment,
            "--neo4j-uri",
            options.Uri.ToString(),
            "--neo4j-user",
            options.User,
            "--neo4j-database",
            options.Database,
            "--neo4j-allow-insecure",
            "--seeds",
            RepositoryRoot.Seeds
        );
        server.Output.ShouldContain($"store: neo4j {options.Uri.ToString().TrimEnd('/')}, database {options.Database}\n");
        return server;
    }

    private void ShouldHideThePassword(string output)
    {
        output.ShouldContain("dbug:", Case.Sensitive, "everything is logged");
        output.ShouldNotContain(neo4j.Options.Password);
        output.ShouldNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{neo4j.Options.User}:{neo4j.Options.Password}")));
    }

    [Fact]
    public async Task With_the_text_every_answer_has_its_sentence_and_the_figure_stands_in_it()
    {
        var texts = RepositoryRoot.RequirePaper();
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.ServeAsync(
            "--store-file",
            folder.File("graph.db"),
            "--seeds",
            RepositoryRoot.Seeds,
            "--texts",
            texts
        );
        var answer = await AskAsync(
            server,
            "{ observations(first: 200) { totalCount nodes { figure citations { nodes { quote start end wordsStart wordsEnd } } } } }"
        );
        var nodes = answer["data"]!["observations"]!["nodes"]!.AsArray();
        nodes.Count.ShouldBe(answer["data"]!["observations"]!["totalCount"]!.GetValue<int>());
        foreach (var node in nodes)
        {
            var citation = node!["citations"]!["nodes"]![0]!;
            var quote = citation["quote"]!.GetValue<string>();
            var (start, wordsStart, wordsEnd) = (
                citation["start"]!.GetValue<int>(),
                citation["wordsStart"]!.GetValue<int>(),
                citation["wordsEnd"]!.GetValue<int>()
            );
            quote.Length.ShouldBe(citation["end"]!.GetValue<int>() - start);
            Folding.Fold(quote[(wordsStart - start)..(wordsEnd - start)]).ShouldBe(Folding.Fold(node["figure"]!.GetValue<string>()));
        }
    }

    [Fact]
    public async Task A_text_once_held_is_not_lost_by_a_start_without_it()
    {
        var texts = RepositoryRoot.RequirePaper();
        using var folder = new TemporaryFolder();
        await using (
            await ServerProcess.ServeAsync("--store-file", folder.File("graph.db"), "--seeds", RepositoryRoot.Seeds, "--texts", texts)
        ) { }
        await using var server = await ServerProcess.ServeAsync("--store-file", folder.File("graph.db"), "--seeds", RepositoryRoot.Seeds);
        var answer = await AskAsync(server, "{ summary { articlesWithText version { number } } }");
        answer["data"]!["summary"]!["articlesWithText"]!.GetValue<int>().ShouldBe(9);
        answer["data"]!["summary"]!["version"]!["number"]!.GetValue<int>().ShouldBe(10);
    }

    private static async Task<JsonNode> AskAsync(ServerProcess server, string query)
    {
        var answer = await server.Client.GetStringAsync(
            "/graphql?query=" + Uri.EscapeDataString(query),
            TestContext.Current.CancellationToken
        );
        return JsonNode.Parse(answer)!;
    }

    /// <summary>Writes the answer into the question's file.</summary>
    private static async Task AcceptAsync(StoredQuestion question, JsonNode answer)
    {
        var file = Path.Combine(RepositoryRoot.Path, "src", "ZhuzhouGraph.Server", "Questions", $"{question.Slug}.md");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var accepted = text.Replace($"```json\n{question.Answer}\n", $"```json\n{CompactJson.Write(answer)}\n", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, accepted, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"--data-urlencode 'query=(?<query>[^']+)'\n```\n\n```json\n(?<answer>.+?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
