using System.Text;
using System.Text.Json.Nodes;
using ZhuzhouGraph.Server.Tests.RestApi;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.Statistics;

/// <summary>A line as a file: the points that its chart has, whatever the format.</summary>
public abstract class SeriesFileScenarios : StatisticsContract
{
    [Theory]
    [InlineData("")]
    [InlineData("from=2030-02&to=2030-03")]
    [InlineData("lastN=2")]
    [InlineData("rule=FIRST_PRINT")]
    [InlineData("rule=MOST_REPORTED&unit=公斤")]
    [InlineData("articles=article:yunhai/01")]
    [InlineData("publishedBy=2031-03-02&unit=kg")]
    [InlineData("recordedAsOf=2031-04-01T08:00:00Z")]
    public async Task A_file_for_Excel_has_the_rows_of_the_chart_with_their_evidence_and_no_number_is_rounded(string query)
    {
        await using var server = await LanternsAsync();
        var id = await LanternLineAsync(server);

        var chart = (await GetAsync(server, $"/series/{id}?{query}"))["items"]!.AsArray();
        using var response = await server.SendAsync(HttpMethod.Get, $"/series/{id}.csv?bom=1&{query}");
        var bytes = await response.Content.ReadAsByteArrayAsync(Cancel);
        var rows = CsvRows.Read(Encoding.UTF8.GetString(bytes));

        bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray(), "Excel knows UTF-8 by it");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8; header=present");
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{id}.csv");
        response.Headers.ETag.ShouldNotBeNull();
        rows.Select(row => Cells(row, "pointStart", "pointEnd", "pointPeriod", "pointValueText", "pointLower", "pointUpper", "pointUnit"))
            .ShouldBe(
                chart.Select(point =>
                    $"{point!["periodStart"]} {point["periodEnd"]} {point["period"]} {point["valueText"]} "
                    + $"{point["lower"]?["value"] ?? "-"} {point["upper"]?["value"] ?? "-"} {point["unit"]!["code"]}"
                )
            );
        rows.Select(row => Cells(row, "id", "valueText", "unit", "figure", "article", "date", "title", "address", "series"))
            .ShouldBe(
                chart
                    .Select(point => point!["observation"]!)
                    .Select(o =>
                        $"{o["id"]} {o["valueText"]} {o["unitCode"]} {o["originalText"]} {o["source"]!["articleId"]} "
                        + $"{o["source"]!["issueDate"]} {o["source"]!["title"]} {o["source"]!["address"]} {o["seriesId"]}"
                    )
            );
        rows.Select(row =>
                Cells(
                    row,
                    "reportOthers",
                    "reportEqual",
                    "reportRounding",
                    "reportIntervalCompatible",
                    "reportSuperseded",
                    "reportConflict"
                )
            )
            .ShouldBe(
                chart
                    .Select(point => point!["report"]!)
                    .Select(report =>
                        $"{report["others"]} "
                        + string.Join(
                            ' ',
                            new[] { "EQUAL", "ROUNDING", "INTERVAL_COMPATIBLE", "SUPERSEDED", "CONFLICT" }.Select(kind =>
                                report["agreements"]!
                                    .AsArray()
                                    .SingleOrDefault(a => a!["agreement"]!.ToString() == kind)
                                    ?["count"]!.ToString()
                                ?? "0"
                            )
                        )
                    )
            );
        rows.Count.ShouldBeGreaterThan(0);
        rows.ShouldAllBe(row => row["accumulation"] == "SINGLE", "sums are on a line of their own");
        var lines = (await TextAsync(server, $"/series/{id}.ndjson?{query}")).Split('\n')[..^1];
        lines
            .Select(line =>
                $"{JsonNode.Parse(line)!["report"]!["others"]} {JsonNode.Parse(line)!["report"]!["agreements"]!.ToJsonString()}"
            )
            .ShouldBe(chart.Select(point => $"{point!["report"]!["others"]} {point["report"]!["agreements"]!.ToJsonString()}"));
    }

    [Fact]
    public async Task Every_digit_that_is_printed_is_in_the_file_and_the_sentence_where_the_text_is_held()
    {
        await using var server = await EmptyServerAsync();
        await server.Store.ImportAsync(Registry(), Cancel);
        await server.Store.ImportAsync(
            Article(1)
                .Printing(Printed(1, "fine", "1234567.987654吨") with { Period = Month(2030, 1) }, "1.1")
                .Holding("云海灯笼1234567.987654吨。"),
            Cancel
        );

        var row = CsvRows.Read(await TextAsync(server, $"/series/{await LineAsync(server, "")}.csv")).ShouldHaveSingleItem();

        (row["value"], row["pointValueText"], row["figure"]).ShouldBe(("1234567.987654", "1234567.987654", "1234567.987654吨"));
        row["quote"].ShouldBe("云海灯笼1234567.987654吨。");
    }

    [Fact]
    public async Task One_line_is_a_JSON_stat_dataset_by_the_public_schema_with_its_unit_place_and_sources()
    {
        await using var server = await LanternsAsync();
        var id = await LanternLineAsync(server);
        var chart = (await GetAsync(server, $"/series/{id}?from=2030-02"))["items"]!.AsArray();

        var dataset = await GetAsync(server, $"/series/{id}?from=2030-02&format=json-stat");

        dataset["id"]!.ToJsonString().ShouldBe("""["series","time","print","place"]""");
        dataset["size"]!.ToJsonString().ShouldBe("[1,4,1,1]");
        dataset["role"]!.ToJsonString().ShouldBe("""{"metric":["series"],"time":["time"],"geo":["place"]}""");
        dataset["value"]!.AsArray().Count.ShouldBe(4, "the product of the size");
        dataset["value"]!.AsArray().Select(v => $"{v}").ShouldBe(chart.Select(point => $"{point!["value"]}"));
        dataset["dimension"]!["series"]!["category"]!["index"]!.ToJsonString().ShouldBe($"[\"{id}\"]", "the id that /series has");
        dataset["dimension"]!["series"]!["category"]!["unit"]![id]!["label"]!.ToString().ShouldBe("吨");
        dataset["dimension"]!["series"]!["category"]!["unit"]![id]!["decimals"]!.GetValue<int>().ShouldBe(1);
        Texts(dataset["dimension"]!["time"]!["category"]!["index"]!).ShouldBe(chart.Select(point => $"{point!["period"]}"));
        dataset["dimension"]!["place"]!["category"]!["label"]!["place:yunhai"]!.ToString().ShouldBe("云海市");
        dataset["status"]!.ToJsonString().ShouldBe("""{"3":"NEARLY"}""");
        dataset["source"]!.ToString().ShouldBe("云海晚报 2031-03-02; 云海晚报 2031-03-03; 云海晚报 2031-03-04");
        await ShouldFitThePublicSchemaAsync(dataset);

        var several = await GetAsync(server, "/series?indicators=灯笼产量&format=json-stat");
        var cells = several["size"]!.AsArray().Aggregate(1, (product, size) => product * size!.GetValue<int>());
        several["value"]!.AsArray().Count.ShouldBe(cells);
        several["status"]!.AsObject().Count(cell => cell.Value!.ToString() == "MISSING").ShouldBe(cells - 9);
        Texts(several["dimension"]!["series"]!["category"]!["index"]!)
            .ShouldBe(Lines((await GetAsync(server, "/series?indicators=灯笼产量"))["items"]!, "id"), ignoreOrder: true);
        await ShouldFitThePublicSchemaAsync(several);
    }

    [Theory]
    [InlineData("")]
    [InlineData(";labels=both")]
    public async Task An_SDMX_file_that_is_read_in_again_changes_nothing(string labels)
    {
        await using var server = await FilledAsync(
            Printed(1, "jan", "1.4万家") with
            {
                Period = Month(2030, 1),
                Frequency = Frequency.M,
            },
            Printed(1, "cut", "-30%") with
            {
                Measure = Measure.RateOfChange,
                Comparison = Comparison.YearOnYear,
                Period = Month(2030, 2),
                Frequency = Frequency.M,
            },
            Printed(2, "near", "60家", Hedge.Nearly) with
            {
                Figure = "近60家",
                Period = null,
            }
        );
        var before = (await server.Store.HeadAsync(Cancel)).Number;

        using var response = await server.SendAsync(
            HttpMethod.Get,
            "/series?about=云海市",
            null,
            $"Accept: application/vnd.sdmx.data+csv;version=2.0.0{labels}",
            "Accept-Language: en"
        );
        var text = await response.Content.ReadAsStringAsync(Cancel);

        response.Content.Headers.ContentType!.ToString().ShouldBe("application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8");
        text.ShouldStartWith("STRUCTURE,STRUCTURE_ID,ACTION,");
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        if (labels.Length > 0)
        {
            text.ShouldContain("indicator_lanterns-made: Lanterns made");
            text.ShouldContain(",INDICATOR: Indicator,ABOUT: Described entity,");
        }
        var rows = CsvRows.Read(text).ConvertAll(SdmxRows.WithoutLabels);
        rows.ConvertAll(row => $"{row["OBSERVATION"]} {row["OBS_VALUE"]} {row["UNIT_MULT"]} {row["OBS_STATUS"]}")
            .ShouldBe(["obs:yunhai/01/jan 1.4 4 A", "obs:yunhai/01/cut -30 0 A", "obs:yunhai/02/near 60 0 E"]);
        foreach (var article in rows.GroupBy(row => row["SOURCE_ID"]))
        {
            var batch = article.Aggregate(Article(int.Parse(article.Key[^2..], null)), (batch, row) =>
                batch.Printing(SdmxRows.FigureOf(row), row["ADDRESS"])
            );
            (await server.Store.ImportAsync(batch, Cancel)).IsChanged.ShouldBeFalse();
        }
        (await server.Store.HeadAsync(Cancel)).Number.ShouldBe(before);
    }

    [Fact]
    public async Task A_file_of_lines_has_the_figures_that_fit_each_with_the_id_of_its_line()
    {
        await using var server = await LanternsAsync();
        var lines = (await GetAsync(server, "/series?indicators=灯笼产量&totalCount=true"))["items"]!.AsArray();

        var rows = CsvRows.Read(await TextAsync(server, "/series.csv?bom=1&indicators=灯笼产量"));

        rows.CountBy(row => row["series"])
            .Select(line => $"{line.Key} {line.Value}")
            .ShouldBe(Lines(new JsonArray([.. lines.Select(line => line!.DeepClone())]), "id", "figureCount"), ignoreOrder: true);
        rows.ShouldContain(row => row["series"].EndsWith("-target", StringComparison.Ordinal) && row["status"] == "TARGET");
        var rest = CsvRows.Read(await TextAsync(server, $"/series.csv?indicators=灯笼产量&after={rows[3]["id"]}"));
        rest.Select(row => row["id"]).ShouldBe(rows[4..].Select(row => row["id"]), "a download goes on after a figure");
        var (_, posted) = await PostedAsync(server, "/series", """{"indicators": ["灯笼产量"], "format": "csv"}""");
        CsvRows.Read(posted).Select(row => row["id"]).ShouldBe(rows.Select(row => row["id"]));
    }

    [Theory]
    [InlineData("application/vnd.apache.parquet", ".parquet")]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx")]
    [InlineData("application/x-ndjson", ".ndjson")]
    [InlineData("application/zip", ".zip")]
    [InlineData("application/vnd.json-stat+json", null)]
    [InlineData("application/vnd.sdmx.data+csv", null)]
    public async Task Accept_format_and_the_end_of_the_address_give_the_same_file(string media, string? end)
    {
        await using var server = await LanternsAsync();
        var address = $"/series/{await LanternLineAsync(server)}";
        var name = ZhuzhouGraph.Exports.ExportFormats.OfMediaType(media)!.Name;

        using var accepted = await server.SendAsync(HttpMethod.Get, address, null, $"Accept: {media}");
        using var named = await server.SendAsync(HttpMethod.Get, $"{address}?format={name}");

        accepted.Content.Headers.ContentType!.MediaType.ShouldBe(media);
        var bytes = await named.Content.ReadAsByteArrayAsync(Cancel);
        (await accepted.Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(bytes);
        if (end is not null)
            (await server.Client.GetByteArrayAsync(Rest.Root + address + end, Cancel)).ShouldBe(bytes);
        using var again = await server.SendAsync(HttpMethod.Get, $"{address}?format={name}", null, $"If-None-Match: {named.Headers.ETag}");
        ((int)again.StatusCode).ShouldBe(304);
    }

    [Fact]
    public async Task What_is_worked_out_stands_beside_its_figures_with_bounds_formula_and_where_it_comes_from()
    {
        await using var server = await LanternsAsync();
        var id = await LanternLineAsync(server);
        var chart = (await GetAsync(server, $"/series/{id}?transform=CHANGE&from=2030-02"))["items"]!.AsArray();

        var rows = CsvRows.Read(await TextAsync(server, $"/series/{id}.csv?transform=CHANGE&from=2030-02"));

        rows.Select(row =>
                Cells(
                    row,
                    "transform",
                    "derivedStatus",
                    "derivedValueText",
                    "derivedLower",
                    "derivedUpper",
                    "derivedUnit",
                    "derivedFormula"
                ) + Cells(row, "derivedFrom", "derivedRefused", "derivedStart", "derivedEnd")
            )
            .ShouldBe(
                chart
                    .Select(point => point!["derived"]!)
                    .Select(d =>
                        $"{d["transform"]} {d["status"]} {d["valueText"] ?? "-"} {d["lower"]?["value"] ?? "-"} "
                        + $"{d["upper"]?["value"] ?? "-"} "
                        + $"{d["unit"]?["code"] ?? "-"} {d["formula"] ?? "-"}"
                        + $"{string.Join(' ', d["inputs"]!.AsArray())} {d["refused"] ?? "-"} {d["periodStart"]} {d["periodEnd"]}"
                    )
            );
        rows.ShouldContain(row => row.ContainsKey("derivedValue"));
        rows.ShouldContain(row => row.ContainsKey("derivedRefused"));
        var lines = (await TextAsync(server, $"/series/{id}?transform=CHANGE&from=2030-02&format=ndjson")).Split('\n')[..^1];
        lines
            .Select(line => $"{JsonNode.Parse(line)!["derived"]!["valueText"]}")
            .ShouldBe(chart.Select(p => $"{p!["derived"]!["valueText"]}"));

        var dataset = await GetAsync(server, $"/series/{id}?transform=CHANGE&from=2030-02&format=json-stat");
        Texts(dataset["dimension"]!["series"]!["category"]!["index"]!).ShouldBe([id, $"{id}.CHANGE"]);
        dataset["value"]!
            .AsArray()
            .Select(v => $"{v}")
            .ShouldBe([.. chart.Select(p => $"{p!["value"]}"), .. chart.Select(p => $"{p!["derived"]!["value"]}")]);
        dataset["status"]!["4"]!.ToString().ShouldBe("DERIVED");
        await ShouldFitThePublicSchemaAsync(dataset);
        var (status, problem) = await server.GetAsync($"/series/{id}?transform=CHANGE&format=sdmx-csv");
        (status, problem["errors"]![0]!["parameter"]!.ToString()).ShouldBe((422, "transform"));
        problem["detail"]!
            .ToString()
            .ShouldContain("printed figures alone; allowed with csv, ndjson, json, xlsx, parquet, json-stat and zip");
    }

    [Fact]
    public async Task What_is_of_pages_or_of_no_series_is_refused_for_a_file_as_well()
    {
        await using var server = await LanternsAsync();
        var id = await LanternLineAsync(server);

        await RefusedAsync($"/series/{id}.csv?first=2", 422, "a file has all that fits");
        await RefusedAsync($"/series/{id}.csv?unit=小时", 422, "does not convert");
        await RefusedAsync("/series/0123456789abcdef.csv", 404, "no id of a series");
        await RefusedAsync($"/series/{id}.csv?after=obs:yunhai/09/none", 400, "no cursor of this list");
        await RefusedAsync($"/series/{id}.pdf", 404, "no id of a series");
        var all = CsvRows.Read(await TextAsync(server, $"/series/{id}.csv"));
        var rest = CsvRows.Read(await TextAsync(server, $"/series/{id}.csv?after={all[1]["id"]}"));
        rest.Select(row => row["id"]).ShouldBe(all[2..].Select(row => row["id"]));

        async Task RefusedAsync(string address, int status, string detail)
        {
            var (found, problem) = await server.GetAsync(address);
            problem["detail"]!.ToString().ShouldContain(detail);
            found.ShouldBe(status, address);
        }
    }

    /// <summary>Lanterns in tonnes, month by month, one month printed three times, with a sum and a goal that are other lines.</summary>
    private async Task<GraphServer> LanternsAsync() =>
        await FilledAsync([
            .. new[] { 3, 1, 2 }.Select(month => Printed(1, $"m{month}", $"{month}00.5吨") with { Period = Month(2030, month) }),
            Printed(2, "again", "201吨") with
            {
                Period = Month(2030, 2),
            },
            Printed(3, "once-more", "200.5吨") with
            {
                Period = Month(2030, 2),
            },
            Printed(2, "kilograms", "700000公斤") with
            {
                Period = Month(2030, 7),
            },
            Printed(1, "undated", "90吨", Hedge.Nearly) with
            {
                Figure = "近90吨",
                Period = null,
            },
            Printed(2, "sum", "600吨") with
            {
                Period = Until(2030, 3),
                Accumulation = Accumulation.Cumulative,
            },
            Printed(2, "goal", "900吨") with
            {
                Period = Month(2030, 7),
                Status = ObservationStatus.Target,
            },
            Printed(2, "kilns", "7个") with
            {
                Indicator = Kilns,
            },
        ]);

    private static Task<string> LanternLineAsync(GraphServer server) =>
        LineAsync(server, "indicators=灯笼产量&accumulations=SINGLE&statuses=ACTUAL");

    private static async Task<string> TextAsync(GraphServer server, string address)
    {
        using var response = await server.SendAsync(HttpMethod.Get, address);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        ((int)response.StatusCode).ShouldBe(200, text);
        return text;
    }

    private static async Task<(int Status, string Text)> PostedAsync(GraphServer server, string address, string body)
    {
        using var response = await server.SendAsync(HttpMethod.Post, address, body);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Cancel));
    }

    private static string Cells(Dictionary<string, string> row, params string[] columns) =>
        string.Join(' ', columns.Select(column => row.GetValueOrDefault(column, "-")));

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(text => text!.ToString());

    /// <summary>Where the schema and its validator are at hand; skipped by name elsewhere.</summary>
    private static async Task ShouldFitThePublicSchemaAsync(JsonNode dataset)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("dataset.json");
        await File.WriteAllTextAsync(file, dataset.ToJsonString(), Cancel);
        var schema = NpmTool.Shared("corpora", "api-vectors", "jsonstat", "schemas", "curated", "bundled", "dataset.json");
        var errors = await NpmTool.InAsync("ZhuzhouGraph.Exports.Tests", "validate.mjs", "ajv", schema, file);
        errors.ToJsonString().ShouldBe("[[]]");
    }
}

public sealed class SqliteSeriesFileScenarioTests : SeriesFileScenarios
{
    protected override Task<GraphServer> EmptyServerAsync() => GraphServer.StartedAsync(Time, seeds: null);
}

[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jSeriesFileScenarioTests(Neo4jServer neo4j) : SeriesFileScenarios
{
    protected override async Task<GraphServer> EmptyServerAsync() =>
        await GraphServer.StartedAsync(Time, seeds: null, await Neo4jStores.OpenEmptyAsync(neo4j, Time, Cancel));
}
