using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ZhuzhouGraph.Exports;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.RestApi;

/// <summary>Figures, networks and single things as files, with the bytes of the command line.</summary>
public sealed class FileTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string City = "place:zhuzhou";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> OfFigures =>
        [.. ExportFormats.All.Where(f => f.Takes is ExportSubject.Observations && f.Name != "json").Select(f => f.Name)];

    public static TheoryData<string> OfGraphs => [.. ExportFormats.All.Where(f => f.Takes is ExportSubject.Graph).Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(OfFigures))]
    public async Task Figures_are_the_bytes_of_the_command_line_asked_for_by_name_and_by_media_type(string name)
    {
        var format = ExportFormats.Find(name)!;
        var expected = await BytesAsync(name, new() { Observations = new() { About = [City] } });

        using var named = await server.SendAsync(HttpMethod.Get, $"/observations?about=株洲&format={name}");
        using var accepted = await server.SendAsync(HttpMethod.Get, "/observations?about=株洲", null, $"Accept: {format.MediaType}");
        using var ofEntity = await server.SendAsync(HttpMethod.Get, $"/entities/{City}/observations?format={name}");
        using var posted = await server.SendAsync(HttpMethod.Post, "/observations", $$"""{"about": ["株洲"], "format": "{{name}}"}""");

        foreach (var response in new[] { named, accepted, ofEntity, posted })
        {
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await response.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(expected);
            response.Content.Headers.ContentType!.ToString().ShouldBe(format.ContentType);
            response
                .Headers.GetValues("Data-Version")
                .Single()
                .ShouldBe((await server.Store.HeadAsync(Cancel)).Number.ToString(null, null));
        }
        named.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe($"observations-株洲{format.Extension}");
        ofEntity.Content.Headers.ContentDisposition!.FileName.ShouldBe($"place-zhuzhou-observations{format.Extension}");
        named.Headers.CacheControl!.ToString().ShouldBe("public, max-age=60, stale-while-revalidate=600");
        posted.Headers.CacheControl!.ToString().ShouldBe("no-store");
        posted.Headers.ETag.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(OfGraphs))]
    public async Task The_whole_graph_and_the_network_of_an_entity_are_files(string name)
    {
        var official = await FindAsync<Entity>("person:cao-huiquan");
        using var whole = await server.SendAsync(HttpMethod.Get, $"/graph?format={name}");
        using var network = await server.SendAsync(HttpMethod.Get, $"/entities/曹慧泉?format={name}&hops=2");

        (await whole.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(await BytesAsync(name, new()));
        whole.Content.Headers.ContentDisposition!.FileName.ShouldBe($"graph{ExportFormats.Find(name)!.Extension}");
        (await network.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(await BytesAsync(name, new() { Center = official, Hops = 2 }));
    }

    [Theory]
    [InlineData("/observations/obs:2023-05-19/02-hidden-champions/e30728b3d1", "\"@type\":\"Observation\"")]
    [InlineData("/entities/株洲", "\"@type\":\"Dataset\"")]
    [InlineData("/indicators/indicator:national-little-giants", "\"@type\":\"Dataset\"")]
    public async Task One_thing_is_JSON_LD(string address, string told)
    {
        using var response = await server.SendAsync(HttpMethod.Get, address, null, "Accept: application/ld+json");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/ld+json");
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain(told);
    }

    [Fact]
    public async Task The_command_line_writes_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("figures.csv");
        (
            await ServerProcess.RunAsync("export", "csv", "--about", "株洲", "--bom", "--out", file, "--store-file", server.File)
        ).ExitCode.ShouldBe(0);

        using var response = await server.SendAsync(HttpMethod.Get, "/observations.csv?about=株洲&bom=1");

        (await response.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(await File.ReadAllBytesAsync(file, Cancel));
    }

    [Theory]
    [InlineData("csv", "--transform", "GROWTH", "transform=GROWTH")]
    [InlineData("json-stat", "--rule", "FIRST_PRINT", "rule=FIRST_PRINT")]
    [InlineData("sdmx-csv", "--unit", "家", "unit=家")]
    [InlineData("ndjson", "--last-n", "1", "lastN=1")]
    public async Task The_command_line_writes_a_series_in_the_same_bytes(string format, string option, string value, string query)
    {
        var (_, lines) = await server.GetAsync("/series?indicators=indicator:national-little-giants&about=株洲&measures=LEVEL");
        var id = lines["items"]![0]!["id"]!.GetValue<string>();
        using var folder = new TemporaryFolder();
        var file = folder.File("series");
        string[] arguments = ["export", format, "--series", id, option, value, "--out", file, "--store-file", server.File];
        (await ServerProcess.RunAsync(arguments)).ExitCode.ShouldBe(0);

        using var response = await server.SendAsync(HttpMethod.Get, $"/series/{id}?format={format}&{query}");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(await File.ReadAllBytesAsync(file, Cancel));
    }

    [Theory]
    [InlineData("--series 0123456789abcdef", "--series is '0123456789abcdef', which is no id of a series")]
    [InlineData("--last-n 2", "--last-n is given without --series")]
    [InlineData("--series 0123456789abcdef --last-n 0", "--last-n is 0; allowed are 1 to 200")]
    [InlineData("--series 0123456789abcdef --transform SHARE", "--of-series is left out; SHARE needs the series of the whole")]
    [InlineData("--series 0123456789abcdef --about 株洲", "--about is given with --series")]
    public async Task A_series_that_the_command_line_cannot_write_is_refused_with_what_it_could(string options, string told)
    {
        string[] arguments = ["export", "csv", .. options.Split(' '), "--store-file", server.File];
        var (code, _, error) = await ServerProcess.RunAsync(arguments);

        code.ShouldBe(1);
        error.ShouldContain(told);
    }

    [Theory]
    [InlineData("/observations.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("/observations.json", "application/json")]
    [InlineData("/observations.csv", "text/csv")]
    [InlineData("/graph.gexf", "application/gexf+xml")]
    [InlineData("/entities/place:zhuzhou/observations.ndjson", "application/x-ndjson")]
    public async Task An_address_may_end_as_a_file_does(string address, string media)
    {
        using var response = await server.SendAsync(HttpMethod.Get, address);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(media);
    }

    [Theory]
    [InlineData("*/*", "application/json")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json")]
    [InlineData("application/json, text/csv;q=0.5", "application/json")]
    [InlineData("application/json;q=0.5, text/csv", "text/csv")]
    [InlineData("text/*", "text/csv")]
    [InlineData("application/vnd.sdmx.data+csv;version=2.0.0;labels=both", "application/vnd.sdmx.data+csv")]
    public async Task Accept_decides_where_no_format_is_named(string accept, string media)
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/observations", null, $"Accept: {accept}", "Accept-Language: en");

        response.Content.Headers.ContentType!.MediaType.ShouldBe(media);
        if (media.Contains("sdmx", StringComparison.Ordinal))
            (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("UNIT_MEASURE: Unit of measure");
    }

    [Fact]
    public async Task What_is_not_offered_is_refused_and_what_is_offered_is_told()
    {
        using var refused = await server.SendAsync(HttpMethod.Get, "/observations", null, "Accept: application/pdf");
        using var other = await server.SendAsync(
            HttpMethod.Get,
            "/observations",
            null,
            "Accept: application/vnd.sdmx.data+csv;version=1.0.0"
        );
        var (status, unknown) = await server.GetAsync("/observations?format=csw");

        var detail = JsonNode.Parse(await refused.Content.ReadAsStringAsync(Cancel))!["detail"]!.GetValue<string>();
        refused.StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
        detail.ShouldContain("application/json, text/csv, application/x-ndjson");
        detail.ShouldContain("format=csv|ndjson|xlsx|parquet|json-stat|sdmx-csv|zip");
        other.StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
        status.ShouldBe(400);
        unknown["errors"]![0]!["suggestion"]!.GetValue<string>().ShouldBe("csv");
        unknown["errors"]![0]!["allowed"]!.AsArray().Select(word => word!.GetValue<string>()).ShouldContain("json-stat");
    }

    [Theory]
    [InlineData("/observations?format=xlsx&layout=wide", 422, "layout", "is given with xlsx, which does not take it; allowed with csv.")]
    [InlineData(
        "/observations?bom=1",
        422,
        "bom",
        "is given with json, which does not take it; allowed with csv, sdmx-csv, zip and graph-csv."
    )]
    [InlineData("/observations?format=csv&first=5", 422, "first", "a file has all that fits")]
    [InlineData("/entities/株洲?format=graphml&hops=3", 422, "hops", "is 3; allowed are 1 and 2.")]
    [InlineData("/entities/株洲/observations?format=csv&about=湖南", 422, "about", "ask /observations")]
    [InlineData("/observations?format=csv&after=nothing", 400, "after", "is no cursor of this list")]
    [InlineData("/observations?format=csv&about=株州", 404, "about", "Nothing is named so")]
    public async Task What_does_not_fit_a_file_is_told(string address, int expected, string parameter, string told)
    {
        var (status, problem) = await server.GetAsync(address);

        status.ShouldBe(expected, problem.ToJsonString());
        problem["errors"]![0]!["parameter"]!.GetValue<string>().ShouldBe(parameter);
        problem["errors"]![0]!["detail"]!.GetValue<string>().ShouldContain(told);
    }

    [Fact]
    public async Task A_format_that_has_no_form_for_the_answer_says_so()
    {
        var (status, problem) = await server.GetAsync("/observations?format=json-stat&published=1901");

        (status, problem["code"]!.GetValue<string>()).ShouldBe((400, "UNKNOWN_PARAMETER"), "figures have no 'published'");
        (status, problem) = await server.GetAsync("/observations?format=json-stat&periodOverlaps=1901&units=家");
        (status, problem["code"]!.GetValue<string>()).ShouldBe((422, "FORMAT_REFUSED"));
    }

    [Fact]
    public async Task A_file_that_must_be_put_together_is_bounded_and_the_refusal_tells_by_how_much()
    {
        await using var narrow = await GraphServer.StartedAsync(
            new GraphHostOptions { Settings = ["--Limits:FiguresHeld=3"] },
            RepositoryRoot.Seeds
        );
        var all = await narrow.Store.ReadAsync(s => s.CountAsync(new ObservationQuery(), Cancel), Cancel);

        var (status, problem) = await narrow.GetAsync("/observations?format=csv&layout=wide", "Origin: https://example.org");

        status.ShouldBe(413);
        problem["code"]!.GetValue<string>().ShouldBe("TOO_LARGE_FOR_FORMAT");
        problem["estimatedRows"]!.GetValue<long>().ShouldBe(all);
        problem["cap"]!.GetValue<int>().ShouldBe(3);
        problem["hint"]!.GetValue<string>().ShouldContain("ndjson");
        (await narrow.SendAsync(HttpMethod.Get, "/observations?format=csv")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(OfFigures))]
    public async Task A_client_that_has_a_file_is_told_so_in_every_format_and_coding(string name)
    {
        foreach (var coding in (string[])["identity", "gzip", "br"])
        {
            var address = $"/observations?about=株洲&format={name}";
            using var first = await server.SendAsync(HttpMethod.Get, address, null, $"Accept-Encoding: {coding}");
            var tag = first.Headers.ETag!.ToString();
            using var again = await server.SendAsync(HttpMethod.Get, address, null, $"Accept-Encoding: {coding}", $"If-None-Match: {tag}");
            using var head = await server.SendAsync(HttpMethod.Head, address, null, $"Accept-Encoding: {coding}");

            tag.ShouldStartWith("\"");
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
            (again.Headers.ETag!.ToString(), head.Headers.ETag!.ToString()).ShouldBe((tag, tag));
            again.Headers.GetValues("Data-Version").ShouldBe(first.Headers.GetValues("Data-Version"));
            (await head.Content.ReadAsByteArrayAsync(Cancel)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Text_is_packed_where_the_client_wants_it()
    {
        using var plain = await server.SendAsync(HttpMethod.Get, "/observations.csv");
        using var packed = await server.SendAsync(HttpMethod.Get, "/observations.csv", null, "Accept-Encoding: gzip");
        await using var unpacked = new GZipStream(await packed.Content.ReadAsStreamAsync(Cancel), CompressionMode.Decompress);
        using var text = new StreamReader(unpacked);

        packed.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        (await text.ReadToEndAsync(Cancel)).ShouldBe(await plain.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_download_goes_on_after_the_figure_that_came_last_and_after_the_cursor_of_a_page()
    {
        var whole = (await server.Client.GetStringAsync($"{Rest.Root}/observations.ndjson", Cancel)).Split('\n');
        var (_, page) = await server.GetAsync("/observations?first=30");
        var last = JsonNode.Parse(whole[29])!["id"]!.GetValue<string>();
        var descending = (
            await server.Client.GetStringAsync($"{Rest.Root}/observations?format=ndjson&order=VALUE_DESCENDING", Cancel)
        ).Split('\n');
        var lastDown = JsonNode.Parse(descending[11])!["id"]!.GetValue<string>();

        (await RestAsync("", page["next"]!.GetValue<string>())).ShouldBe(whole[30..]);
        (await RestAsync("", last)).ShouldBe(whole[30..]);
        (await RestAsync("&order=VALUE_DESCENDING", lastDown)).ShouldBe(descending[12..]);

        async Task<string[]> RestAsync(string order, string after) =>
            (
                await server.Client.GetStringAsync(
                    $"{Rest.Root}/observations?format=ndjson{order}&after={Uri.EscapeDataString(after)}",
                    Cancel
                )
            ).Split('\n');
    }

    [Fact]
    public async Task CSV_for_Excel_begins_with_a_byte_order_mark_and_has_all_figures_of_the_count()
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/entities/株洲/observations.csv?bom=1");
        var bytes = await response.Content.ReadAsByteArrayAsync(Cancel);
        var (_, page) = await server.GetAsync("/entities/株洲/observations?totalCount=true&first=1");

        bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        var rows = Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        rows.Length.ShouldBe(1 + page["totalCount"]!.GetValue<int>());
        rows[0].ShouldContain("quote");
        rows.ShouldContain(row => row.Contains("58家", StringComparison.Ordinal));
        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("株洲-observations.csv");
    }

    private Task<byte[]> BytesAsync(string format, ExportRequest request) => BytesAsync(server.Store, format, request);

    private static async Task<byte[]> BytesAsync(IGraphStore store, string format, ExportRequest request)
    {
        using var output = new MemoryStream();
        await store.StreamAsync(graph => ExportFormats.Find(format)!.WriteAsync(graph, request, output, Cancel), Cancel);
        return output.ToArray();
    }

    private async Task<T> FindAsync<T>(string id)
        where T : class, IGraphNode => (T)(await server.Store.ReadAsync(s => s.GetAsync([id], Cancel), Cancel))[id];
}
