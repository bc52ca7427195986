using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Server.Tests.GraphApi.Execution;
using ZhuzhouGraph.SqliteStore;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>What a client sees of a store that fails, and of a defect of ours.</summary>
public sealed class StoreFaultTests
{
    private const string Articles = "/graphql?query={articles{nodes{id}}}";

    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("application/graphql-response+json", HttpStatusCode.ServiceUnavailable)]
    [InlineData("application/json", HttpStatusCode.OK)]
    public async Task A_store_that_is_away_has_one_code_and_a_time_to_try_again(string mediaType, HttpStatusCode status)
    {
        await using var server = await StartedAsync();
        server.Meddle(StoreFaults.TakeAway);
        using var request = new HttpRequestMessage(HttpMethod.Get, Articles);
        request.Headers.Accept.ParseAdd(mediaType);
        using var response = await server.Client.SendAsync(request, Cancel);

        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(mediaType);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldBe(
            """{"errors":[{"message":"The store cannot be read. Its operator has to act.","locations":[{"line":1,"column":2}]"""
                + ""","path":["articles"],"extensions":{"code":"STORE_UNAVAILABLE"}}]}"""
        );
        server.Log.From(LogLevel.Error).ShouldHaveSingleItem().ShouldStartWith("STORE_UNAVAILABLE");

        server.Meddle(StoreFaults.GiveBack);
        (await server.CodeAsync("{ articles { nodes { id } } }")).ShouldBeNull("it is back without a restart");
    }

    [Theory]
    [InlineData("application/graphql-response+json", HttpStatusCode.ServiceUnavailable)]
    [InlineData("application/json", HttpStatusCode.OK)]
    public async Task A_store_that_hangs_is_given_up_at_the_deadline(string mediaType, HttpStatusCode status)
    {
        await using var server = await StartedAsync();
        server.Meddle(StoreFaults.HangArticles);
        using var statements = new RequestStatements();
        using var request = statements.Request(HttpMethod.Get, Articles);
        request.Headers.Accept.ParseAdd(mediaType);
        var asked = server.Client.SendAsync(request, Cancel);
        await statements.BeganAsync();
        _time.Advance(TimeSpan.FromSeconds(10));

        using var response = await asked;
        response.StatusCode.ShouldBe(status);
        response.Headers.RetryAfter.ShouldNotBeNull();
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("\"code\":\"DEADLINE_EXCEEDED\"");
    }

    [Fact]
    public async Task Every_endpoint_says_in_one_word_that_the_store_is_away_and_the_log_once()
    {
        await using var server = await StartedAsync();
        server.Meddle(StoreFaults.TakeAway);
        for (var round = 0; round < 2; round++)
        {
            foreach (var address in new[] { Articles, "/", "/health/ready", "/api/v1/articles", "/graphql?query={__typename}" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.Accept.ParseAdd("application/graphql-response+json, text/html, application/json;q=0.1");
                using var response = await server.Client.SendAsync(request, Cancel);
                if (address.Contains("__typename", StringComparison.Ordinal))
                    continue; // Needs no store, and tells nothing of it.
                response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, address);
                response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1), address);
                response.Headers.CacheControl!.NoStore.ShouldBeTrue(address);
                (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("STORE_UNAVAILABLE", Case.Sensitive, address);
            }
        }
        server.Log.From(LogLevel.Warning).ShouldHaveSingleItem().ShouldStartWith("STORE_UNAVAILABLE");

        server.Meddle(StoreFaults.GiveBack);
        for (var round = 0; round < 2; round++)
            (await server.Client.GetAsync("/", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        server.Log.From(LogLevel.Warning).Count.ShouldBe(2);
        server.Log.From(LogLevel.Warning)[1].ShouldStartWith("The store answers again");
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_the_stores_work()
    {
        await using var server = await StartedAsync();
        (await server.CodeAsync("{ articles { nodes { id } } }")).ShouldBeNull();
        server.Meddle(StoreFaults.HangArticles);
        using var statements = new RequestStatements();
        using var request = statements.Request(HttpMethod.Get, Articles);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var asked = server.Client.SendAsync(request, leaving.Token);
        await statements.EndedAsync("generation");
        await statements.BeganAsync();

        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(asked);
        await statements.EndedAsync("article");
        server.Log.From(LogLevel.Error).ShouldBeEmpty("it is no fault of ours");
    }

    [Fact]
    public async Task A_defect_is_masked_and_the_log_has_it_under_the_id_that_the_client_was_told()
    {
        using var folder = new TemporaryFolder();
        await using var store = await SqliteGraphStore.OpenAsync(folder.File("graph.db"), _time, Cancel);
        var late = new LateStore(store) { Defect = new InvalidOperationException("a lamp that nobody lit") };
        await using var server = await GraphServer.StartedAsync(_time, RepositoryRoot.Seeds, late);
        var (_, answer) = await server.AskAsync("{ observations(first: 1) { nodes { article { title } } } }");

        var error = answer["errors"]!.AsArray().ShouldHaveSingleItem()!;
        error["extensions"]!["code"]!.GetValue<string>().ShouldBe("INTERNAL_ERROR");
        var message = error["message"]!.GetValue<string>();
        message.ShouldStartWith("Something is wrong on our side. The log has it as ");
        var logged = server.Log.From(LogLevel.Error).ShouldHaveSingleItem();
        logged.ShouldContain(message.Split(' ')[^1].TrimEnd('.'));
        logged.ShouldContain("a lamp", Case.Sensitive, "the test needs a defect with details to hide");
        answer.ToJsonString().ShouldNotContain("a lamp");
        answer.ToJsonString().ShouldNotContain("Exception");
    }

    [Fact]
    public async Task The_home_page_says_in_both_languages_that_the_store_is_away()
    {
        await using var server = await StartedAsync();
        server.Meddle(StoreFaults.TakeAway);
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            using var request = new HttpRequestMessage(method, "/");
            using var response = await server.Client.SendAsync(request, Cancel);
            response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            response.Headers.RetryAfter.ShouldNotBeNull();
            response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
            var page = await response.Content.ReadAsStringAsync(Cancel);
            if (method == HttpMethod.Get)
            {
                page.ShouldContain("STORE_UNAVAILABLE");
                page.ShouldContain("数据库暂时无法读取");
            }
        }
        server.Meddle(StoreFaults.GiveBack);
        (await server.Client.GetAsync("/", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_home_page_does_not_wait_for_a_store_that_hangs()
    {
        await using var server = await StartedAsync();
        server.Meddle(StoreFaults.Hang);
        using var statements = new RequestStatements();
        using var request = statements.Request(HttpMethod.Get, "/");
        var asked = server.Client.SendAsync(request, Cancel);
        await statements.BeganAsync();
        _time.Advance(TimeSpan.FromSeconds(10));

        (await asked).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    private Task<GraphServer> StartedAsync() => GraphServer.StartedAsync(_time, RepositoryRoot.Seeds);
}
