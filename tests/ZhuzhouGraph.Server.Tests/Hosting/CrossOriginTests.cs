using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Server.Tests.GraphApi.Execution;
using ZhuzhouGraph.SqliteStore;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Hosting;

/// <summary>What a browser is told about pages of other origins.</summary>
public sealed class CrossOriginTests
{
    private const string Origin = "https://page.example";
    private const string Question = "/graphql?query={__typename}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Any_page_may_read_every_answer_errors_too_and_without_credentials()
    {
        await using var server = await GraphServer.StartedAsync(new GraphHostOptions());
        var bad = HttpStatusCode.BadRequest;
        (HttpStatusCode Status, HttpRequestMessage Request)[] cases =
        [
            (HttpStatusCode.OK, Get(Question)),
            (HttpStatusCode.OK, Get("/")),
            (HttpStatusCode.OK, Get("/health/live")),
            (HttpStatusCode.ServiceUnavailable, Get("/health/ready")),
            (HttpStatusCode.NotFound, Get("/nothing")),
            (HttpStatusCode.OK, Get("/api/v1/config")),
            (bad, Get("/api/v1/config?nothing=1")),
            (HttpStatusCode.NotFound, Get("/api/v1/nothing")),
            (HttpStatusCode.NotAcceptable, With(Get("/api/v1/config"), "Accept", "image/png")),
            (bad, Get("/graphql")),
            (bad, Post("{", "application/json")),
            (HttpStatusCode.MethodNotAllowed, new HttpRequestMessage(HttpMethod.Delete, "/graphql")),
            (HttpStatusCode.MethodNotAllowed, Get("/graphql?query=mutation{__typename}")),
            (HttpStatusCode.NotAcceptable, With(Get(Question), "Accept", "image/png")),
            (HttpStatusCode.RequestEntityTooLarge, Post(new string(' ', 1024 * 1024 + 1), "application/json")),
            (HttpStatusCode.UnsupportedMediaType, Post("{}", "text/plain")),
            (bad, With(Get(Question), "Host", "elsewhere.example")),
        ];

        foreach (var (status, request) in cases)
        {
            using var response = await server.Client.SendAsync(With(request, "Origin", Origin), Cancel);
            response.StatusCode.ShouldBe(status, request.ToString());
            Header(response, "Access-Control-Allow-Origin").ShouldBe("*", request.ToString());
            Header(response, "Access-Control-Expose-Headers")
                .ShouldBe("ETag,Retry-After,RateLimit,RateLimit-Policy,Link,Content-Disposition,Data-Version");
            response.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task What_a_cache_keeps_of_a_request_without_an_origin_may_be_read_by_pages_of_others()
    {
        await using var server = await GraphServer.StartedAsync(new GraphHostOptions(), RepositoryRoot.Seeds);
        foreach (var address in new[] { "/api/v1/indicators", "/api/v1/observations.csv", Question, "/chart/b3cc2e415abd8d77.svg" })
        {
            using var response = await server.Client.GetAsync(address, Cancel);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            Header(response, "Access-Control-Allow-Origin").ShouldBe("*", address);
            Header(response, "Access-Control-Expose-Headers")!.ShouldContain("ETag");
        }
    }

    [Fact]
    public async Task A_defect_may_be_read_as_well_and_shows_no_stack()
    {
        // A developer's machine is no exception.
        var options = new GraphHostOptions { Settings = ["--environment=Development"] };
        using var folder = new TemporaryFolder();
        await using var store = await SqliteGraphStore.OpenAsync(folder.File("graph.db"), TimeProvider.System, Cancel);
        var late = new LateStore(store) { Defect = new InvalidOperationException("a lamp that nobody lit") };
        await using var server = await GraphServer.StartedAsync(options, RepositoryRoot.Seeds, late);
        using var response = await server.Client.SendAsync(With(With(Get("/"), "Origin", Origin), "Accept-Language", "en"), Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        text.ShouldContain("INTERNAL_ERROR");
        text.ShouldNotContain("a lamp");
        text.ShouldNotContain("Exception");
        var logged = server.Log.From(LogLevel.Error).ShouldHaveSingleItem();
        logged.ShouldContain(text.Split("The log has it as ")[1].Split('.')[0]);
        logged.ShouldContain("a lamp", Case.Sensitive, "the test needs a defect with details to hide");
        Header(response, "Access-Control-Allow-Origin").ShouldBe("*");
        Header(response, "X-Content-Type-Options").ShouldBe("nosniff");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    public async Task A_preflight_admits_the_methods_and_the_headers_of_GraphQL(string method)
    {
        await using var server = await GraphServer.StartedAsync(new GraphHostOptions());
        using var request = With(new HttpRequestMessage(HttpMethod.Options, "/graphql"), "Origin", Origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", "content-type,if-none-match");
        using var response = await server.Client.SendAsync(request, Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Header(response, "Access-Control-Allow-Origin").ShouldBe("*");
        Header(response, "Access-Control-Allow-Methods").ShouldBe("GET,HEAD,POST", $"{method} is one of them");
        Header(response, "Access-Control-Allow-Headers").ShouldBe("content-type,if-none-match");
        Header(response, "Access-Control-Max-Age").ShouldBe("3600");
    }

    [Theory]
    [InlineData("https://page.example;https://other.example", Origin)]
    [InlineData("https://page.example", Origin)]
    [InlineData("https://other.example", null)]
    [InlineData("none", null)]
    public async Task Origins_that_are_named_are_admitted_and_no_others(string origins, string? admitted)
    {
        await using var server = await GraphServer.StartedAsync(new GraphHostOptions { Settings = [$"--Cors:Origins={origins}"] });
        using var response = await server.Client.SendAsync(With(Get(Question), "Origin", Origin), Cancel);
        using var without = await server.Client.SendAsync(Get(Question), Cancel);

        Header(response, "Access-Control-Allow-Origin").ShouldBe(admitted);
        response.Headers.Vary.ShouldContain("Origin", "a cache between must not give one page's answer to another");
        without.Headers.Vary.ShouldContain("Origin");
    }

    [Theory]
    [InlineData("https://a.example/path")]
    [InlineData("a.example")]
    [InlineData("https://a.example;*")]
    [InlineData("ftp://a.example")]
    public async Task A_wrong_origin_in_the_settings_is_told_before_anything_starts(string origins)
    {
        var (exit, _, error) = await ServerProcess.RunAsync(
            new Dictionary<string, string> { ["ZHUZHOU_CORS__ORIGINS"] = origins, ["ZHUZHOU_ALLOWEDHOSTS"] = "https://host.example" },
            "serve"
        );

        exit.ShouldBe(1);
        error.ShouldContain("Cors:Origins, from ZHUZHOU_CORS__ORIGINS, has '");
        error.ShouldContain("AllowedHosts, from ZHUZHOU_ALLOWEDHOSTS, has 'https://host.example'");
    }

    private static HttpRequestMessage Get(string address) => new(HttpMethod.Get, address);

    private static HttpRequestMessage Post(string body, string type) =>
        new(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, type) };

    private static HttpRequestMessage With(HttpRequestMessage request, string header, string value)
    {
        request.Headers.TryAddWithoutValidation(header, value);
        return request;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
