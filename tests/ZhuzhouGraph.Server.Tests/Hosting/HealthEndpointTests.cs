using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Hosting;

public sealed class HealthEndpointTests
{
    private const string Away = """{"status":"STORE_UNAVAILABLE","store":"sqlite","version":null}""";
    private const string Ready = """{"status":"READY","store":"sqlite","version":10}""";

    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/health/live", """{"status":"LIVE","store":"sqlite","version":null}""")]
    [InlineData("/health/ready", Ready)]
    public async Task A_server_with_data_is_live_and_ready_over_GET_and_HEAD(string path, string body)
    {
        await using var server = await StartedAsync();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            using var request = new HttpRequestMessage(method, path);
            using var response = await server.Client.SendAsync(request, Cancel);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            response.Headers.CacheControl!.NoStore.ShouldBeTrue();
            response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
            (await response.Content.ReadAsStringAsync(Cancel)).ShouldBe(method == HttpMethod.Get ? body : "");
        }
    }

    [Fact]
    public async Task A_server_without_data_is_live_and_not_ready()
    {
        await using var server = await GraphServer.StartedAsync(_time, seeds: null);
        (await server.Client.GetAsync("/health/live", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await ShouldBeAsync(server, HttpStatusCode.ServiceUnavailable, """{"status":"STORE_EMPTY","store":"sqlite","version":null}""");
    }

    [Fact]
    public async Task A_server_that_rehearses_answers_at_once_and_is_ready_when_it_has()
    {
        await using var server = await GraphServer.StartedAsync(
            new GraphHostOptions { Rehearses = true },
            RepositoryRoot.Seeds,
            time: _time
        );
        await ShouldBeAsync(server, HttpStatusCode.ServiceUnavailable, """{"status":"STARTING","store":"sqlite","version":null}""");
        (await server.CodeAsync("{ summary { articles } }")).ShouldBeNull();

        for (var look = 0; look < 600 && (await server.Client.GetAsync("/health/ready", Cancel)).StatusCode != HttpStatusCode.OK; look++)
        {
            _time.Advance(Rehearsal.Look);
            await Task.Delay(20, Cancel);
        }
        await ShouldBeAsync(server, HttpStatusCode.OK, Ready);
    }

    [Fact]
    public async Task A_store_that_is_away_makes_the_server_unready_until_it_is_back()
    {
        await using var server = await StartedAsync();
        server.Meddle(StoreFaults.TakeAway);
        for (var poll = 0; poll < 3; poll++)
        {
            await ShouldBeAsync(server, HttpStatusCode.ServiceUnavailable, Away);
            _time.Advance(HealthEndpoint.Freshness);
        }
        (await server.Client.GetAsync("/health/live", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);

        server.Meddle(StoreFaults.GiveBack);
        // What was taken away was damage, if a look at the file came between.
        for (var look = 0; look < 200 && (await server.Client.GetAsync("/health/ready", Cancel)).StatusCode != HttpStatusCode.OK; look++)
        {
            _time.Advance(StoreDoor.DamageStands);
            await Task.Delay(50, Cancel);
        }
        await ShouldBeAsync(server, HttpStatusCode.OK, Ready);
        server
            .Log.From(LogLevel.Warning)
            .Select(line => line.Split(':', ';')[0])
            .ShouldBe(["STORE_UNAVAILABLE", "The store answers again"], "once each, however often it is polled");
    }

    [Fact]
    public async Task Polls_share_an_answer_for_a_second()
    {
        await using var server = await StartedAsync();
        (await server.CodeAsync("{ summary { articles } }")).ShouldBeNull("the store now keeps the version that it reads");
        using var statements = new RequestStatements();
        await PollAsync();
        await PollAsync();
        statements.Texts.Count.ShouldBe(1);

        _time.Advance(HealthEndpoint.Freshness);
        await PollAsync();
        statements.Texts.Count.ShouldBe(2);

        async Task PollAsync()
        {
            using var request = statements.Request(HttpMethod.Get, "/health/ready");
            (await server.Client.SendAsync(request, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task A_store_that_hangs_is_not_asked_again_meanwhile_and_is_away_after_the_bound()
    {
        await using var server = await StartedAsync();
        server.Meddle(StoreFaults.Hang);
        using var statements = new RequestStatements();
        using var first = statements.Request(HttpMethod.Get, "/health/ready");
        using var second = statements.Request(HttpMethod.Get, "/health/ready");
        var polls = Task.WhenAll(server.Client.SendAsync(first, Cancel), server.Client.SendAsync(second, Cancel));
        await statements.BeganAsync();
        while (!polls.IsCompleted)
        {
            _time.Advance(HealthEndpoint.Bound);
            await Task.Yield();
        }

        foreach (var response in await polls)
            (await response.Content.ReadAsStringAsync(Cancel)).ShouldBe(Away);
        statements.AtOnce.ShouldBe(1, "a poll that comes when the first has been given up asks anew");
    }

    [Fact]
    public async Task A_server_is_ready_while_a_request_keeps_the_store_busy()
    {
        await using var server = await StartedAsync();
        server.Meddle(StoreFaults.HangArticles);
        using var statements = new RequestStatements();
        using var request = statements.Request(HttpMethod.Get, "/graphql?query={articles{nodes{id}}}");
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var busy = server.Client.SendAsync(request, leaving.Token);
        await statements.EndedAsync("generation");
        await statements.BeganAsync();

        await ShouldBeAsync(server, HttpStatusCode.OK, Ready);
        busy.IsCompleted.ShouldBeFalse();
        await leaving.CancelAsync();
    }

    private Task<GraphServer> StartedAsync() => GraphServer.StartedAsync(_time, RepositoryRoot.Seeds);

    private static async Task ShouldBeAsync(GraphServer server, HttpStatusCode status, string body)
    {
        using var response = await server.Client.GetAsync("/health/ready", Cancel);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldBe(body);
        response.StatusCode.ShouldBe(status);
        response.Headers.Contains("Retry-After").ShouldBe(status is HttpStatusCode.ServiceUnavailable);
    }
}
