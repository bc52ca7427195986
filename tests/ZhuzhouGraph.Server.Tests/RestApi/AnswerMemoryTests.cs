using System.Net;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.RestApi;

/// <summary>304 of an unchanged version costs the store its version alone.</summary>
public sealed class AnswerMemoryTests : IAsyncLifetime
{
    private GraphServer _server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await GraphServer.StartedAsync(TimeProvider.System, seeds: null);
        await _server.Store.ImportAsync(Registry(), Cancel);
        await _server.Store.ImportAsync(Article(1).Printing(Figure(1, "a", 5)), Cancel);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("/observations?about=云海市")]
    [InlineData("/observations?about=云海市&format=csv")]
    [InlineData("/entities/云海市?format=graphml")]
    [InlineData("/entities?first=1")]
    public async Task Of_a_version_that_is_known_the_lists_are_not_read_again(string address)
    {
        using var first = await _server.SendAsync(HttpMethod.Get, address);
        // Whoever reads anything but the version now meets damage.
        _server.Meddle("UPDATE observation SET json = '{'; UPDATE entity SET json = '{'; UPDATE article SET json = '{'");

        using var again = await _server.SendAsync(HttpMethod.Get, address, null, $"If-None-Match: {first.Headers.ETag}");
        using var other = await _server.SendAsync(HttpMethod.Get, address, null, "If-None-Match: \"another\"");

        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        again.Headers.ETag.ShouldBe(first.Headers.ETag);
        again.Headers.TryGetValues("Link", out var links).ShouldBe(first.Headers.TryGetValues("Link", out var before));
        links.ShouldBe(before);
        (await again.Content.ReadAsByteArrayAsync(Cancel)).ShouldBeEmpty();
        other.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, "it has to be read, and cannot be");
    }

    [Fact]
    public async Task An_import_of_something_else_leaves_the_tag_and_one_that_changes_the_answer_does_not()
    {
        const string address = "/observations?articles=article:yunhai/01&format=csv";
        using var first = await _server.SendAsync(HttpMethod.Get, address);

        await _server.Store.ImportAsync(Article(2).Printing(Figure(2, "b", 6)), Cancel);
        using var unrelated = await _server.SendAsync(HttpMethod.Get, address, null, $"If-None-Match: {first.Headers.ETag}");
        await _server.Store.ImportAsync(Article(1).Printing(Figure(1, "a", 7)), Cancel);
        using var changed = await _server.SendAsync(HttpMethod.Get, address, null, $"If-None-Match: {first.Headers.ETag}");

        unrelated.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        unrelated.Headers.GetValues("Data-Version").Single().ShouldBe("3");
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        changed.Headers.ETag.ShouldNotBe(first.Headers.ETag);
    }

    [Fact]
    public async Task A_tag_of_one_language_format_or_address_is_none_of_another()
    {
        using var json = await _server.SendAsync(HttpMethod.Get, "/observations");
        using var csv = await _server.SendAsync(HttpMethod.Get, "/observations?format=csv&layout=wide", null, "Accept-Language: zh");
        foreach (var tag in new[] { json.Headers.ETag, csv.Headers.ETag })
        {
            using var english = await _server.SendAsync(
                HttpMethod.Get,
                "/observations?format=csv&layout=wide",
                null,
                $"If-None-Match: {tag}",
                "Accept-Language: en"
            );
            english.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }
}
