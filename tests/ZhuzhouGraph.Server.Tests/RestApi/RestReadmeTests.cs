using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Server.RestApi.Document;
using ZhuzhouGraph.Server.Tests.Questions;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.RestApi;

/// <summary>
/// Every command of the page about REST, and every example of the OpenAPI document, has the answer that is printed with it, on both stores
/// byte for byte. <c>ZHUZHOU_ACCEPT_ANSWERS=1</c> writes what the graph answers, to be read against the paper.
/// </summary>
[Collection(Neo4jDatabase.Name)]
public sealed partial class RestReadmeTests(Neo4jServer neo4j)
{
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2023, 5, 20, 8, 0, 0, TimeSpan.Zero));
    private static readonly string Server = Path.Combine(RepositoryRoot.Path, "src", "ZhuzhouGraph.Server");
    private static readonly string Readme = Path.Combine(Server, "RestApi", "README.md");
    private static readonly string Examples = Path.Combine(Server, ExamplesOf.File);

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static bool Accepts => Environment.GetEnvironmentVariable("ZHUZHOU_ACCEPT_ANSWERS") == "1";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_command_of_the_page_has_the_answer_that_is_printed_with_it()
    {
        await using var server = await GraphServer.StartedAsync(Time, RepositoryRoot.Seeds);
        var page = await File.ReadAllTextAsync(Readme, Cancel);
        var commands = Command().Matches(page);
        commands.Count.ShouldBe(5);
        List<string> wrong = [];
        foreach (Match command in commands)
        {
            var answer = JsonNode.Parse(await RunAsync(server, command.Groups["command"].Value))!;
            if (JsonNode.DeepEquals(answer, JsonNode.Parse(command.Groups["answer"].Value)))
                continue;
            wrong.Add(command.Groups["command"].Value);
            if (Accepts)
                page = page.Replace(
                    command.Value,
                    $"```\n{command.Groups["command"].Value}\n```\n\n```json\n{CompactJson.Write(answer)}\n```",
                    StringComparison.Ordinal
                );
        }
        if (Accepts)
            await File.WriteAllTextAsync(Readme, page, Cancel);
        wrong.ShouldBeEmpty("answered otherwise; ZHUZHOU_ACCEPT_ANSWERS=1 writes what is answered");
    }

    [Fact]
    public async Task Each_example_of_the_document_is_what_is_answered()
    {
        await using var server = await GraphServer.StartedAsync(Time, RepositoryRoot.Seeds);
        var examples = JsonNode.Parse(await File.ReadAllTextAsync(Examples, Cancel))!;
        List<string> wrong = [];
        foreach (var (operation, example) in examples["answers"]!.AsObject())
        {
            var (_, answer) = await server.GetAsync(example!["request"]!.GetValue<string>());
            if (!JsonNode.DeepEquals(answer, example["answer"]))
                wrong.Add(operation);
            example["answer"] = answer;
        }
        if (Accepts)
            await File.WriteAllTextAsync(Examples, examples.ToJsonString(Indented) + "\n", Cancel);
        wrong.ShouldBeEmpty("answered otherwise; ZHUZHOU_ACCEPT_ANSWERS=1 writes what is answered");
    }

    [Fact]
    public async Task Both_stores_answer_byte_for_byte_alike()
    {
        await using var embedded = await GraphServer.StartedAsync(Time, RepositoryRoot.Seeds);
        await using var served = await GraphServer.StartedAsync(
            Time,
            RepositoryRoot.Seeds,
            await Neo4jStores.OpenEmptyAsync(neo4j, Time, Cancel)
        );
        var requests = JsonNode.Parse(await File.ReadAllTextAsync(Examples, Cancel))!["answers"]!
            .AsObject()
            .Select(example => example.Value!["request"]!.GetValue<string>())
            .Concat(["/observations?first=200&totalCount=true", "/entities?first=200", "/changes?first=200", "/resolve?name=株州"]);
        foreach (var address in requests)
        {
            using var one = await embedded.SendAsync(HttpMethod.Get, address);
            using var other = await served.SendAsync(HttpMethod.Get, address);
            (await other.Content.ReadAsStringAsync(Cancel)).ShouldBe(await one.Content.ReadAsStringAsync(Cancel), address);
            other.Headers.ETag.ShouldBe(one.Headers.ETag);
        }
    }

    /// <summary>Sends what a line of curl would send.</summary>
    private static async Task<string> RunAsync(GraphServer server, string command)
    {
        var words = Word().Matches(command.Replace("\\\n", " ", StringComparison.Ordinal)).Select(m => m.Value.Trim('\'')).ToList();
        words[0].ShouldBe("curl");
        var url = words.Single(word => word.StartsWith("http://localhost:5080", StringComparison.Ordinal))[
            "http://localhost:5080".Length..
        ];
        var data = ValuesOf("-d").Concat(ValuesOf("--data-urlencode").Select(Encoded)).ToList();
        var isGet = words.Contains("-sG") || data.Count == 0;
        using var request = new HttpRequestMessage(
            isGet ? HttpMethod.Get : HttpMethod.Post,
            isGet && data.Count > 0 ? $"{url}?{string.Join('&', data)}" : url
        );
        if (!isGet)
            request.Content = new StringContent(data.Single(), Encoding.UTF8, "application/json");
        foreach (var header in ValuesOf("-H").Select(header => header.Split(": ", 2)))
            request.Headers.TryAddWithoutValidation(header[0], header[1]);
        using var response = await server.Client.SendAsync(request, Cancel);
        return await response.Content.ReadAsStringAsync(Cancel);

        IEnumerable<string> ValuesOf(string option) => words.Index().Where(w => w.Item == option).Select(w => words[w.Index + 1]);

        static string Encoded(string pair) => $"{pair.Split('=')[0]}={Uri.EscapeDataString(pair.Split('=', 2)[1])}";
    }

    [GeneratedRegex(@"```\n(?<command>curl [^`]+)\n```\n\n```json\n(?<answer>[^`]+)\n```", RegexOptions.ExplicitCapture)]
    private static partial Regex Command();

    [GeneratedRegex(@"'[^']*'|[^\s']+(?:'[^']*')?")]
    private static partial Regex Word();
}
