using System.Diagnostics;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Exports.Tests;

/// <summary>The command line, on the seeds: the figures of one newspaper.</summary>
public sealed class ExportCommandTests(SeededStore seeded) : IClassFixture<SeededStore>
{
    [Fact]
    public async Task Every_figure_of_the_seeds_is_read_back_from_CSV_with_Chinese_intact_and_numbers_numeric()
    {
        var file = seeded.File("figures.csv");

        var (code, output, error) = await seeded.RunAsync("export", "csv", "--out", file);

        (code, error).ShouldBe((0, ""));
        output.ShouldContain($"{file}: csv, {new FileInfo(file).Length} bytes, data version ");
        Check(Outside.DuckDb($"SELECT * FROM read_csv('{file}', header = true)"));
    }

    [Fact]
    public async Task Every_figure_of_the_seeds_is_read_back_from_XLSX_by_another_library_and_by_LibreOffice()
    {
        var file = seeded.File("figures.xlsx");

        (await seeded.RunAsync("export", "xlsx", "--out", file)).ExitCode.ShouldBe(0);

        using (var book = SpreadsheetDocument.Open(file, isEditable: false))
        {
            var rows = Workbooks.Rows(book);
            rows.Count.ShouldBe(await seeded.CountAsync());
            rows.Single(row => row["figure"].Text == "压缩30%")["value"].ShouldBe(("-30", true));
            rows.Where(row => row["value"].Text.Length > 0).ShouldAllBe(row => row["value"].IsNumber);
            rows.Single(row => row["figure"].Text == "同比增长240%")["indicatorZh"].Text.ShouldBe("重箱发运量");
        }
        Check(Outside.DuckDb($"SELECT * FROM read_csv('{await Outside.LibreOfficeAsync(file)}', header = true)"));
    }

    [Fact]
    public async Task Names_narrow_what_is_written_to_standard_output()
    {
        var (code, output, error) = await seeded.RunAsync(
            "export",
            "ndjson",
            "--indicator",
            "indicator:national-little-giants",
            "--about",
            "株洲"
        );

        (code, error).ShouldBe((0, ""));
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldAllBe(line => line.Contains("\"indicator\":{\"id\":\"indicator:national-little-giants\"", StringComparison.Ordinal));
        lines.Count(line => line.Contains("\"figure\":\"58家\"", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task The_network_of_a_city_and_one_figure_are_written()
    {
        (await seeded.RunAsync("export", "graphml", "--of", "曹慧泉", "--hops", "2")).Output.ShouldContain("<node id=\"");
        (await seeded.RunAsync("export", "json-ld", "--of", "株洲")).Output.ShouldContain("\"@type\":\"Dataset\"");
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_and_no_file_is_written()
    {
        var file = seeded.File("wrong.csv");

        var (code, output, error) = await seeded.RunAsync(
            "export",
            "csv",
            "--out",
            file,
            "--indicator",
            "GDPP",
            "--from",
            "soon",
            "--hops",
            "2",
            "--labels"
        );

        (code, output).ShouldBe((1, ""));
        error.ShouldContain("--indicator has 'GDPP'. Nothing is named so");
        error.ShouldContain("--from has 'soon'. Days are written 2023, 2023-S1, 2023-Q3, 2023-05 or 2023-05-19");
        error.ShouldContain("--hops is given with csv, which does not take it; allowed with graphml, gexf and graph-csv.");
        error.ShouldContain("--labels is given with csv, which does not take it; allowed with sdmx-csv.");
        Directory.GetFiles(seeded.Folder, "wrong*").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("csw", "FORMAT: found 'csw'; did you mean 'csv'? allowed: csv, ndjson")]
    [InlineData("json-ld", "--of is missing with json-ld")]
    public async Task A_wrong_format_or_a_missing_thing_is_told(string format, string told)
    {
        var (code, _, error) = await seeded.RunAsync("export", format);

        code.ShouldBe(1);
        error.ShouldContain(told);
    }

    [Fact]
    public async Task A_file_that_was_there_stays_where_nothing_can_be_written_and_is_replaced_as_a_whole()
    {
        var file = seeded.File("kept.json");
        await File.WriteAllTextAsync(file, "before", TestContext.Current.CancellationToken);

        (
            await seeded.RunAsync(
                "export",
                "json-stat",
                "--out",
                file,
                "--indicator",
                "重箱发运量",
                "--from",
                "1900-01-01",
                "--to",
                "1900-01-02"
            )
        ).ExitCode.ShouldBe(1);
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe("before");
        (await seeded.RunAsync("export", "json-stat", "--out", file)).ExitCode.ShouldBe(0);
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldStartWith("{\"version\":\"2.0\"");
        Directory.GetFiles(seeded.Folder, "*.part").ShouldBeEmpty();
        (await seeded.RunAsync("export", "csv", "--out", Path.Combine(seeded.Folder, "nowhere", "a.csv"))).Error.ShouldContain(
            "there is no folder"
        );
    }

    /// <summary>What the paper prints, as the seeds have it.</summary>
    private void Check(List<Dictionary<string, object?>> rows)
    {
        rows.Count.ShouldBe(seeded.CountAsync().GetAwaiter().GetResult());
        var cut = rows.Single(row => (string?)row["figure"] == "压缩30%");
        Outside.Decimal(cut["value"]).ShouldBe(-30);
        rows.Where(row => row["value"] is not null).ShouldAllBe(row => !(row["value"] is string));
        Outside.Decimal(rows.Single(row => (string?)row["figure"] == "同比增长240%")["value"]).ShouldBe(240);
        rows.Count(row => (string?)row["figure"] == "58家" && Outside.Decimal(row["value"]) == 58).ShouldBe(2);
        rows.ShouldAllBe(row => ((string)row["newspaper"]!) == "株洲日报");
    }
}

/// <summary>The seeds in a file of their own, taken in by the program.</summary>
public sealed class SeededStore : IAsyncLifetime
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "ZhuzhouGraph.Server.dll");

    public string Folder { get; } = Directory.CreateTempSubdirectory("zhuzhou-export-cli-").FullName;

    public async ValueTask InitializeAsync()
    {
        var (code, output, error) = await RunAsync("import", RepositoryRoot.Seeds);
        code.ShouldBe(0, output + error);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    public string File(string name) => Path.Combine(Folder, name);

    /// <summary>How many figures the store has.</summary>
    public async Task<int> CountAsync()
    {
        await using var store = await SqliteStore.SqliteGraphStore.OpenReadOnlyAsync(
            File("graph.db"),
            TimeProvider.System,
            CancellationToken.None
        );
        return (int)await store.ReadAsync(s => s.CountAsync(new ObservationQuery(), CancellationToken.None), CancellationToken.None);
    }

    public async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [Program, .. arguments, "--store-file", File("graph.db")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
                StandardErrorEncoding = Encoding.UTF8,
            }
        )!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
