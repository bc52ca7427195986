using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.RestApi;

/// <summary>Files that are too long to be held back, on both stores: of one version, and never ended as if they were whole.</summary>
public abstract class StreamedFileContract : IAsyncLifetime
{
    private const int Articles = 2,
        FiguresOfArticle = 500,
        All = Articles * FiguresOfArticle;

    private const string Csv = "/observations.csv";

    private GraphServer _server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract Task<GraphServer> StartedAsync(GraphHostOptions options);

    public async ValueTask InitializeAsync()
    {
        _server = await StartedAsync(new GraphHostOptions { Settings = ["--Limits:DownloadsAtOnce=2"] });
        await _server.Store.ImportAsync(Registry(), Cancel);
        for (var article = 1; article <= Articles; article++)
            await _server.Store.ImportAsync(Full(article), Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_long_file_has_all_figures_of_its_version_though_imports_go_on_and_a_tag_by_which_it_is_known()
    {
        var version = (await _server.Store.HeadAsync(Cancel)).Number;
        using var first = await BegunAsync();
        await _server.Store.ImportAsync(Article(90).Printing(Figure(90, "late", 1)), Cancel);
        var rows = (await first.Content.ReadAsStringAsync(Cancel)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        rows.Length.ShouldBe(1 + All);
        rows.ShouldAllBe(row => !row.Contains("obs:yunhai/90/late", StringComparison.Ordinal));
        first.Headers.GetValues("Data-Version").Single().ShouldBe($"{version}");
        first.Headers.TransferEncodingChunked.ShouldBe(true);

        using var now = await _server.SendAsync(HttpMethod.Get, Csv);
        var tag = now.Headers.ETag!.ToString();
        (await now.Content.ReadAsStringAsync(Cancel)).ShouldContain("obs:yunhai/90/late");
        tag.ShouldNotBe(first.Headers.ETag!.ToString());
        using var again = await _server.SendAsync(HttpMethod.Get, Csv, null, $"If-None-Match: {tag}");
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var head = await _server.SendAsync(HttpMethod.Head, Csv);
        (head.StatusCode, head.Headers.ETag!.ToString()).ShouldBe((HttpStatusCode.OK, tag));
        using var narrower = await _server.SendAsync(HttpMethod.Get, $"{Csv}?about=云海市&measures=LEVEL");
        narrower.Headers.ETag!.ToString().ShouldNotBe(tag);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("parquet")]
    public async Task A_bulk_file_while_imports_run_has_the_count_of_its_version_and_what_is_deleted_is_in_the_feed(string format)
    {
        var began = (await _server.Store.HeadAsync(Cancel)).Number;
        var download = _server.Client.GetAsync($"{Rest.Root}/observations?format={format}", Cancel);
        List<(long Version, string Id)> printed = [];
        for (var article = 50; article < 56; article++)
        {
            var outcome = await _server.Store.ImportAsync(Article(article).Printing(Figure(article, "late", 1)), Cancel);
            printed.Add((outcome.Version, $"obs:yunhai/{article}/late"));
        }
        using var response = await download;

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var version = long.Parse(response.Headers.GetValues("Data-Version").Single(), null);
        version.ShouldBeInRange(began, printed[^1].Version);
        var ids = await IdsAsync(await response.Content.ReadAsByteArrayAsync(Cancel), format);
        ids.Distinct().Count().ShouldBe(ids.Count, "none is there twice");
        ids.Where(id => id.EndsWith("/late", StringComparison.Ordinal))
            .ShouldBe(
                printed.Where(figure => figure.Version <= version).Select(figure => figure.Id),
                "all of its version, none of another"
            );
        ids.Count.ShouldBe(All + printed.Count(figure => figure.Version <= version));
        var (_, counted) = await _server.GetAsync("/observations?first=1&totalCount=true");
        var now = await IdsAsync(await _server.Client.GetByteArrayAsync($"{Rest.Root}/observations?format={format}", Cancel), format);
        now.Count.ShouldBe(counted["totalCount"]!.GetValue<int>(), "the count endpoint tells as many");
        var rest = await _server.Client.GetByteArrayAsync($"{Rest.Root}/observations?format={format}&after={now[^3]}", Cancel);
        (await IdsAsync(rest, format)).ShouldBe(now[^2..]);

        var gone = (await _server.Store.RemoveAsync(ArticleId(50), Cancel))!;
        var (_, changes) = await _server.GetAsync($"/changes?since={gone.Version - 1}");
        changes["items"]!.AsArray().Select(item => $"{item!["change"]} {item["id"]}").ShouldContain($"REMOVED {printed[0].Id}");
        var last = await IdsAsync(await _server.Client.GetByteArrayAsync($"{Rest.Root}/observations?format={format}", Cancel), format);
        last.ShouldBe(now.Where(id => id != printed[0].Id));
    }

    /// <summary>The first column of a file.</summary>
    private static async Task<List<string>> IdsAsync(byte[] file, string format)
    {
        if (format == "csv")
            return
            [
                .. Encoding.UTF8.GetString(file).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..].Select(row => row.Split(',')[0]),
            ];
        using var stream = new MemoryStream(file);
        var table = await Parquet.Serialization.ParquetSerializer.DeserializeAsync<IdRow>(stream, cancellationToken: Cancel);
        return [.. table.Data.Select(row => row.Id)];
    }

    private sealed class IdRow
    {
        [System.Text.Json.Serialization.JsonPropertyName("id")]
        public string Id { get; set; } = "";
    }

    [Fact]
    public async Task Every_download_that_goes_on_has_the_rest_and_no_figure_twice()
    {
        var whole = (await _server.Client.GetStringAsync($"{Rest.Root}{Csv}", Cancel)).Split("\r\n");
        var last = whole[700].Split(',')[0];
        var rest = (await _server.Client.GetStringAsync($"{Rest.Root}{Csv}?after={last}", Cancel)).Split("\r\n");

        rest[0].ShouldBe(whole[0]);
        rest[1..].ShouldBe(whole[701..]);
    }

    [Fact]
    public async Task More_files_at_once_than_are_allowed_are_told_to_come_again()
    {
        using var one = await BegunAsync();
        using var two = await BegunAsync();
        using var refused = await _server.SendAsync(HttpMethod.Get, Csv);

        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await refused.Content.ReadAsStringAsync(Cancel)).ShouldContain("DOWNLOADS_AT_ONCE_EXCEEDED");
        (await _server.SendAsync(HttpMethod.Get, "/observations?first=1")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A file whose beginning alone was read; the rest waits in the server, which cannot send it.</summary>
    protected async Task<HttpResponseMessage> BegunAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Rest.Root + Csv);
        var response = await _server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return response;
    }

    /// <summary>Figures so long that a few thousand are more than what lies between server and client.</summary>
    protected static GraphBatch Full(int article)
    {
        var figures = Enumerable
            .Range(1, FiguresOfArticle)
            .Select(at => Figure(article, $"f{at:D4}", at) with { Capacity = new string('灯', 4_000) })
            .ToList();
        return Hashed(
            Article(article) with
            {
                Observations = figures,
                Citations =
                [
                    .. figures.Select((f, at) => new Citation(f.Id, f.Article, new Address(at + 1, 1), ArticlePart.Body, f.Figure)),
                ],
            }
        );
    }
}

/// <summary>The embedded store, whose file can be spoiled while it is read.</summary>
public sealed class SqliteStreamedFileTests : StreamedFileContract
{
    protected override Task<GraphServer> StartedAsync(GraphHostOptions options) => GraphServer.StartedAsync(options);

    [Fact]
    public async Task A_file_that_cannot_be_read_to_its_end_is_broken_off_and_never_looks_whole()
    {
        await using var server = await GraphServer.StartedAsync(new GraphHostOptions());
        await server.Store.ImportAsync(Registry(), TestContext.Current.CancellationToken);
        for (var article = 1; article <= 4; article++)
            await server.Store.ImportAsync(Full(article), TestContext.Current.CancellationToken);
        server.Meddle("UPDATE observation SET json = '{' WHERE id = 'obs:yunhai/04/f0400'");

        using var request = new HttpRequestMessage(HttpMethod.Get, Rest.Root + "/observations.csv");
        using var response = await server.Client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        response.StatusCode.ShouldBe(HttpStatusCode.OK, "what comes first is sent before the last is read");
        await Should.ThrowAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        server.Log.From(LogLevel.Error).ShouldContain(line => line.Contains("observations.csv was broken off", StringComparison.Ordinal));
    }
}

/// <summary>Neo4j, which has to be pinned page by page.</summary>
[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jStreamedFileTests(Neo4jServer neo4j) : StreamedFileContract
{
    protected override async Task<GraphServer> StartedAsync(GraphHostOptions options) =>
        await GraphServer.StartedAsync(
            options,
            null,
            await Neo4jStores.OpenEmptyAsync(neo4j, TimeProvider.System, TestContext.Current.CancellationToken)
        );
}
