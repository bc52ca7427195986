using System.Net;
using System.Text.Json.Nodes;
using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>What clients see while the Neo4j server behind the graph is gone, and after it is back.</summary>
public sealed class StoppedNeo4jTests
{
    private const string Question = "/graphql?query={places(first:5){nodes{id relationships(first:5){nodes{id}}}}}";

    private const string Slow = "DEADLINE_EXCEEDED";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_is_killed_while_it_is_read_has_one_code_and_is_read_again_without_a_restart()
    {
        await using var neo4j = OwnNeo4j.Require();
        await neo4j.StartAsync(Cancel);
        await using var server = await GraphServer.StartedAsync(
            TimeProvider.System,
            RepositoryRoot.Seeds,
            await Neo4jGraphStore.OpenAsync(neo4j.Bolt, TimeProvider.System, Cancel)
        );
        var whole = await WholeAsync(server);

        using var killed = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => ReadUntilAsync(server, whole, killed.Token)).ToList();
        await Task.WhenAny(readers.Select(reader => reader.Asked));
        await neo4j.KillAsync(Cancel);
        await killed.CancelAsync();
        (await Task.WhenAll(readers.Select(reader => reader.Done))).ShouldAllBe(answers => answers > 0);

        (await AskAsync(server)).ShouldBe((HttpStatusCode.ServiceUnavailable, "STORE_UNAVAILABLE"));
        (await StatusAsync(server, "/")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        await BecomesAsync(server, HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(server, "/health/live")).ShouldBe(HttpStatusCode.OK);

        await neo4j.StartAsync(Cancel);
        await BecomesAsync(server, HttpStatusCode.OK);
        (await WholeAsync(server)).ShouldBe(whole);
        await BecomesAsync(server, HttpStatusCode.OK, "/");
    }

    /// <summary>Asks again and again: every answer is the whole one, or says that the store is away.</summary>
    private static (Task Asked, Task<int> Done) ReadUntilAsync(GraphServer server, string whole, CancellationToken killed)
    {
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (first.Task, RunAsync());

        async Task<int> RunAsync()
        {
            var answers = 0;
            for (; !killed.IsCancellationRequested; answers++)
            {
                (await AskAsync(server)).ShouldBeOneOf(
                    (HttpStatusCode.OK, whole),
                    (HttpStatusCode.ServiceUnavailable, "STORE_UNAVAILABLE"),
                    (HttpStatusCode.ServiceUnavailable, Slow)
                );
                first.TrySetResult();
            }
            return answers;
        }
    }

    /// <summary>The status, and the data or the code of the only error.</summary>
    private static async Task<(HttpStatusCode Status, string Answer)> AskAsync(GraphServer server)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Question);
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        using var response = await server.Client.SendAsync(request, Cancel);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;
        return (
            response.StatusCode,
            answer["data"]?.ToJsonString() ?? answer["errors"]!.AsArray().ShouldHaveSingleItem()!["extensions"]!["code"]!.GetValue<string>()
        );
    }

    private static async Task<HttpStatusCode> StatusAsync(GraphServer server, string path)
    {
        using var response = await server.Client.GetAsync(path, Cancel);
        return response.StatusCode;
    }

    /// <summary>
    /// Polls as a balancer would: an answer may be a second old, and a server that has just started makes its plans anew.
    /// </summary>
    private static async Task BecomesAsync(GraphServer server, HttpStatusCode status, string path = "/health/ready")
    {
        while (await StatusAsync(server, path) != status)
            await Task.Delay(200, Cancel);
    }

    /// <summary>The data, asked for again while plans are made for longer than a request may take.</summary>
    private static async Task<string> WholeAsync(GraphServer server)
    {
        while (true)
        {
            var (status, answer) = await AskAsync(server);
            if (answer != Slow)
            {
                status.ShouldBe(HttpStatusCode.OK, answer);
                return answer;
            }
        }
    }
}
