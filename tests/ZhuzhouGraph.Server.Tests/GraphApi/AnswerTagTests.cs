using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using ZhuzhouGraph.Server.GraphApi.Http;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>Answers that are compressed, tagged, and not sent again where the client has them.</summary>
public sealed class AnswerTagTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string Places = "/graphql?query={places(first:50){nodes{id name}}}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    public async Task An_answer_is_compressed_as_the_client_accepts(string? accepted, string? encoding)
    {
        var plain = await (await SendAsync(HttpMethod.Get, Places)).Content.ReadAsStringAsync(Cancel);
        using var response = await SendAsync(HttpMethod.Get, Places, accepted);

        response.Content.Headers.ContentEncoding.SingleOrDefault().ShouldBe(encoding);
        response.Headers.Vary.ShouldBe(["Accept", "Accept-Encoding"], ignoreOrder: true);
        await using var body = await response.Content.ReadAsStreamAsync(Cancel);
        await using Stream read = encoding switch
        {
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var text = new StreamReader(read);
        (await text.ReadToEndAsync(Cancel)).ShouldBe(plain);
    }

    [Fact]
    public async Task Pages_and_answers_to_POST_are_compressed_as_well()
    {
        using var page = await SendAsync(HttpMethod.Get, "/", "br");
        page.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("""{"query":"{ __typename }"}""", MediaTypeHeaderValue.Parse("application/json")),
        };
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var answer = await server.Client.SendAsync(request, Cancel);
        answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        answer.Headers.ETag.ShouldBeNull();
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_tag_is_of_one_answer_in_one_media_type_and_encoding_and_strong()
    {
        var tags = new List<EntityTagHeaderValue>();
        foreach (var query in new[] { Places, "/graphql?query={places(first:2){nodes{id name}}}" })
        foreach (var accept in new[] { "application/json", "application/graphql-response+json" })
        foreach (var encoding in new[] { "identity", "gzip", "br" })
        {
            using var first = await SendAsync(HttpMethod.Get, query, encoding, accept);
            using var second = await SendAsync(HttpMethod.Get, query, encoding, accept);
            first.Headers.ETag!.IsWeak.ShouldBeFalse();
            first.Headers.ETag.ShouldBe(second.Headers.ETag);
            first.Headers.CacheControl!.NoCache.ShouldBeTrue();
            first.Headers.CacheControl.NoStore.ShouldBeFalse();
            tags.Add(first.Headers.ETag);
        }
        tags.ShouldBeUnique();
    }

    [Theory]
    [InlineData("GET", null)]
    [InlineData("GET", "br")]
    [InlineData("HEAD", "gzip")]
    public async Task A_client_that_has_the_answer_gets_304_without_a_body(string method, string? encoding)
    {
        using var first = await SendAsync(HttpMethod.Get, Places, encoding);
        var tag = first.Headers.ETag!.ToString();
        foreach (var known in new[] { tag, $"\"other\", {tag}", $"W/{tag}", "*" })
        {
            using var response = await SendAsync(new HttpMethod(method), Places, encoding, known: known);
            response.StatusCode.ShouldBe(HttpStatusCode.NotModified, known);
            response.Headers.ETag!.ToString().ShouldBe(tag);
            response.Headers.Vary.ShouldBe(["Accept", "Accept-Encoding"], ignoreOrder: true);
            response.Headers.CacheControl!.NoCache.ShouldBeTrue();
            response.Content.Headers.ContentEncoding.ShouldBeEmpty();
            response.Content.Headers.ContentType.ShouldBeNull();
            (await response.Content.ReadAsByteArrayAsync(Cancel)).ShouldBeEmpty();
        }
        using var other = await SendAsync(new HttpMethod(method), Places, encoding, known: "\"other\"");
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
        other.Headers.ETag.ShouldBe(first.Headers.ETag, "HEAD tells what GET would");
    }

    [Fact]
    public async Task An_import_changes_the_tag()
    {
        await using var own = await GraphServer.StartedAsync(TimeProvider.System, seeds: null);
        using var before = await own.Client.GetAsync("/graphql?query={summary{articles}}", Cancel);
        await Seeds.SeedImporter.ImportAsync(
            await Seeds.SeedImporter.CheckAsync(Testing.RepositoryRoot.Seeds, null, null, Cancel),
            own.Store,
            null,
            Cancel
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={summary{articles}}");
        request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        using var after = await own.Client.SendAsync(request, Cancel);

        after.StatusCode.ShouldBe(HttpStatusCode.OK);
        after.Headers.ETag.ShouldNotBe(before.Headers.ETag);
    }

    [Theory]
    [InlineData("/graphql?query={nothing}")]
    [InlineData("/graphql?query={node(id:\"no id\"){id}}")]
    [InlineData("/graphql")]
    public async Task An_error_is_never_kept(string address)
    {
        using var response = await SendAsync(HttpMethod.Get, address);
        response.Headers.ETag.ShouldBeNull();
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_over_the_bound_is_whole_and_has_no_tag()
    {
        // The same figures under many names.
        var lists = string.Join(' ', Enumerable.Range(0, 25).Select(i => $"a{i}:observations(first:190){{nodes{{...figures}}}}"));
        var fields = string.Join(' ', Enumerable.Range(0, 20).Select(i => $"{new string('x', 60)}{i}:figure"));
        var address = $"/graphql?query={Uri.EscapeDataString($"{{{lists}}} fragment figures on Observation {{{fields}}}")}";
        foreach (var encoding in new[] { null, "br" })
        {
            using var response = await SendAsync(HttpMethod.Get, address, encoding);
            await using var body = await response.Content.ReadAsStreamAsync(Cancel);
            using var text = new StreamReader(encoding is null ? body : new BrotliStream(body, CompressionMode.Decompress));
            var answer = await text.ReadToEndAsync(Cancel);

            System.Text.Encoding.UTF8.GetByteCount(answer).ShouldBeGreaterThan(AnswerTags.Bound, answer[..200]);
            System.Text.Json.Nodes.JsonNode.Parse(answer)!["data"]!.AsObject().Count.ShouldBe(25);
            response.Headers.ETag.ShouldBeNull();
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string address,
        string? encoding = null,
        string accept = "application/json",
        string? known = null
    )
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Accept.ParseAdd(accept);
        if (encoding is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        if (known is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return await server.Client.SendAsync(request, Cancel);
    }
}
