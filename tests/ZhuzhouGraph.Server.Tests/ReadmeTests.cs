using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests;

/// <summary>Every query of the README, over real HTTP and each store, gives the answer that the README prints.</summary>
[Collection(Neo4jDatabase.Name)]
public sealed class ReadmeTests(Neo4jServer neo4j)
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("neo4j")]
    public async Task Every_query_of_the_README_has_the_answer_that_is_printed_there(string store)
    {
        using var folder = new TemporaryFolder();
        await using var server =
            store == "neo4j"
                ? await ServeNeo4jAsync()
                : await ServerProcess.ServeAsync("--store-file", folder.File("graph.db"), "--seeds", RepositoryRoot.Seeds);
        ReadmeQueries.Examples.Count.ShouldBe(4);
        ReadmeQueries.Questions.Count.ShouldBeGreaterThanOrEqualTo(20);
        foreach (var (query, expected) in ReadmeQueries.Examples.Concat(ReadmeQueries.Questions))
        {
            var answer = await AskAsync(server, query);
            // What it cost is printed with the first answers and not again.
            if (JsonNode.Parse(expected)!["extensions"] is null)
                answer.AsObject().Remove("extensions").ShouldBeTrue();
            JsonNode.DeepEquals(answer, JsonNode.Parse(expected)).ShouldBeTrue($"{query}\n{answer.ToJsonString(Readable)}");
        }
        (await server.Client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken)).ShouldBe(
            $$"""{"status":"READY","store":"{{store}}","version":10}"""
        );
        (await server.Client.GetStringAsync("/", TestContext.Current.CancellationToken)).ShouldContain("彭光泽 (湘粤非铁海联运总经理)");
        if (store == "neo4j")
            ShouldHideThePassword(server.Output);
    }

    [Fact]
    public async Task Both_stores_answer_the_queries_of_the_README_byte_for_byte_alike()
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
            .. ReadmeQueries.Examples.Concat(ReadmeQueries.Questions).Select(example => example.Query),
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

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static async Task<JsonNode> AskAsync(ServerProcess server, string query)
    {
        var answer = await server.Client.GetStringAsync(
            "/graphql?query=" + Uri.EscapeDataString(query),
            TestContext.Current.CancellationToken
        );
        return JsonNode.Parse(answer)!;
    }
}
