using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

public sealed class EndpointTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Theory]
    [InlineData("""{"query":"{ __typename }"}""", "application/json", null, 200)]
    [InlineData("""{"query":"{ __typename }"}""", "application/json; charset=utf-8", "application/graphql-response+json", 200)]
    [InlineData("""{"query":"{ nothing }"}""", "application/json", "application/json", 200)]
    [InlineData("""{"query":"{ nothing }"}""", "application/json", "application/graphql-response+json", 400)]
    [InlineData("""{"query":"{ __typename }"}""", "text/plain", null, 415)]
    [InlineData("""{"query":"{ __typename }"}""", "application/json; charset=gbk", null, 415)]
    [InlineData("""{"query":"{ __typename }"}""", "application/x-www-form-urlencoded", null, 415)]
    [InlineData("""{"query":"{ __typename }"}""", "application/json", "text/html", 406)]
    [InlineData("""{"query":"{ __typename }"}""", "application/json", "application/json;q=0", 406)]
    [InlineData("""[{"query":"{ __typename }"}]""", "application/json", null, 400)]
    [InlineData("""{"query":"{ __typename }","query":"{ __typename }"}""", "application/json", null, 400)]
    [InlineData("""{"query":1}""", "application/json", null, 400)]
    [InlineData("""{"query":"{ __typename }","variables":[]}""", "application/json", null, 400)]
    [InlineData("""{"query":"{ __typename }","operationName":{}}""", "application/json", null, 400)]
    [InlineData("""{"query":""", "application/json", null, 400)]
    [InlineData("", "application/json", null, 400)]
    public async Task A_request_is_answered_as_GraphQL_over_HTTP_says(string body, string contentType, string? accept, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBe(status, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_body_over_the_limit_is_413()
    {
        using var body = new StringContent(
            """{"query":"{ __typename }","extensions":{"x":"TOO LONG"}}""".Replace(
                "TOO LONG",
                new string('x', 1024 * 1024),
                StringComparison.Ordinal
            ),
            Encoding.UTF8,
            "application/json"
        );
        using var response = await server.Client.PostAsync("/graphql", body, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Other_methods_are_405_with_those_that_are_allowed()
    {
        using var response = await server.Client.DeleteAsync("/graphql", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldContain("POST");
    }

    [Fact]
    public async Task A_mutation_over_GET_never_runs()
    {
        for (var i = 0; i < 2; i++)
        {
            using var response = await server.Client.GetAsync(
                "/graphql?query=mutation%7B__typename%7D",
                TestContext.Current.CancellationToken
            );
            response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
            response.Content.Headers.Allow.ShouldBe(["POST"]);
        }
    }

    [Fact]
    public async Task Chinese_stands_in_the_answer_as_itself() =>
        (
            await server.Client.GetStringAsync(
                "/graphql?query=%7Bentity(id:%22place:zhuzhou%22)%7Bname%7D%7D",
                TestContext.Current.CancellationToken
            )
        ).ShouldBe("""{"data":{"entity":{"name":"株洲"}},"extensions":{"cost":{"requested":1,"allowed":10000}}}""");
}
