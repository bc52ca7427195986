using System.Net;
using System.Text;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Server.Tests.Pages;

namespace ZhuzhouGraph.Server.Tests.Hosting;

/// <summary>The headers that bind a browser, and the page that it sees.</summary>
public sealed class AnswerHeaderTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("HEAD", "/", 200)]
    [InlineData("GET", "/graphql", 400)]
    [InlineData("OPTIONS", "/graphql", 204)]
    [InlineData("GET", "/graphql?query={__typename}", 200)]
    [InlineData("GET", "/graphql?query={nothing}", 200)]
    [InlineData("DELETE", "/graphql", 405)]
    [InlineData("DELETE", "/", 405)]
    [InlineData("GET", "/health/live", 200)]
    [InlineData("GET", "/health/ready", 200)]
    [InlineData("GET", "/api/v1/articles", 200)]
    [InlineData("GET", "/api/v1/articles?nothing=1", 400)]
    [InlineData("DELETE", "/api/v1/articles", 405)]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("GET", "/api/v1/openapi.json", 200)]
    [InlineData("GET", "/api/index.html", 200)]
    [InlineData("GET", "/nothing", 404)]
    public async Task Every_answer_of_every_endpoint_binds_the_browser(string method, string address, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var response = await server.Client.SendAsync(request, Cancel);

        ((int)response.StatusCode).ShouldBe(status);
        Header("X-Content-Type-Options").ShouldBe("nosniff");
        Header("Referrer-Policy").ShouldBe(address == "/" && status == 200 ? "same-origin" : "no-referrer");
        Header("X-Frame-Options").ShouldBe("DENY");
        Header("Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        Header("Content-Security-Policy").ShouldStartWith("default-src 'none'; ");
        Header("Content-Security-Policy").ShouldContain("frame-ancestors 'none'");
        response.Headers.Contains("Server").ShouldBeFalse();
        if (status >= 400)
            response.Headers.CacheControl!.NoStore.ShouldBeTrue();

        string Header(string name) => response.Headers.GetValues(name).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("DELETE", "/", "GET, HEAD")]
    [InlineData("OPTIONS", "/", "GET, HEAD")]
    [InlineData("POST", "/health/live", "GET, HEAD")]
    [InlineData("PUT", "/health/ready", "GET, HEAD")]
    [InlineData("DELETE", "/graphql", "GET, HEAD, POST, OPTIONS")]
    [InlineData("POST", "/api/v1/config", "GET, HEAD")]
    [InlineData("PUT", "/api/v1/observations", "GET, HEAD, POST")]
    public async Task A_method_that_an_address_does_not_have_is_told_those_that_it_has(string method, string address, string allowed)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var response = await server.Client.SendAsync(request, Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        string.Join(", ", response.Content.Headers.Allow).ShouldBe(allowed);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain($"{method} is not allowed here; allowed are {allowed}.");
    }

    [Theory]
    [InlineData("/graphql", Browser, 303, null)]
    [InlineData("/graphql?query=", Browser, 303, null)]
    [InlineData("/graphql", "text/html", 303, null)]
    [InlineData("/graphql?query={__typename}", Browser, 200, "application/json")]
    [InlineData("/graphql?query={__typename}", "text/html", 406, "application/json")]
    [InlineData("/graphql", "*/*", 400, "application/json")]
    [InlineData("/graphql", null, 400, "application/json")]
    [InlineData("/graphql", "application/json, text/html;q=0.9", 400, "application/json")]
    [InlineData("/graphql", "text/html;q=0", 406, "application/json")]
    public async Task A_browser_that_opens_the_endpoint_is_sent_to_where_people_ask_and_every_other_client_gets_JSON(
        string address,
        string? accept,
        int status,
        string? type
    )
    {
        using var staying = PageClient.Staying(server.Client.BaseAddress!);
        using var request = With(address, accept);
        using var response = await staying.SendAsync(request, Cancel);

        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType?.MediaType.ShouldBe(type);
        response.Headers.Location?.ToString().ShouldBe("/ask");
        response.Headers.Vary.ShouldContain("Accept");
    }

    [Fact]
    public async Task A_mistake_in_the_form_of_a_request_is_the_clients_and_no_defect()
    {
        await using var own = await GraphServer.StartedAsync(new GraphHostOptions());
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, own.Client.BaseAddress!.Port, Cancel);
        await using var stream = client.GetStream();
        var request =
            "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
            + "Connection: close\r\n\r\nno chunk\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(Cancel);

        answer.ShouldStartWith("HTTP/1.1 400 ");
        answer.ShouldContain("The request breaks HTTP");
        answer.ShouldContain("X-Content-Type-Options: nosniff");
        own.Log.From(Microsoft.Extensions.Logging.LogLevel.Error).ShouldBeEmpty();
    }

    private static HttpRequestMessage With(string address, string? accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        return request;
    }
}
