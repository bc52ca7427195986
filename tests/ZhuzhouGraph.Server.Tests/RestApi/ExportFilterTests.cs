using System.Text.RegularExpressions;

namespace ZhuzhouGraph.Server.Tests.RestApi;

/// <summary>The command line narrows a file by whatever the REST API does, and to the same figures.</summary>
public sealed partial class ExportFilterTests(GraphServer server) : IClassFixture<GraphServer>
{
    /// <summary>Options that have another name than their parameter.</summary>
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["indicators"] = "--indicator",
        ["periodOverlaps.from"] = "--from",
        ["periodOverlaps.to"] = "--to",
        ["series"] = "--on-series",
        ["of"] = "--of-series",
    };

    private static readonly string[] OfPages = ["first", "totalCount"],
        OfFormats = ["format", "layout", "bom", "labels", "lang"],
        OfTheCommand = ["--series", "--out", "--of", "--hops", "--layout", "--bom", "--labels", "--lang", "--help"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_command_line_has_every_filter_of_a_list_and_of_a_series_and_no_other()
    {
        var (_, help, _) = await ServerProcess.RunAsync("export", "--help");
        var (_, storeHelp, _) = await ServerProcess.RunAsync("verify", "--help");
        var (list, series) = (await OptionsOfAsync("/observations"), await OptionsOfAsync("/series/{id}"));

        var declared = Options(help).Except(Options(storeHelp)).Except(OfTheCommand).ToList();

        declared.ShouldBe([.. list.Union(series)], ignoreOrder: true);
        var (_, _, told) = await ServerProcess.RunAsync(
            "export",
            "csv",
            "--series",
            "0123456789abcdef",
            "--about",
            "株洲",
            "--store-file",
            server.File
        );
        Options(told.Split("allowed with it: ")[1].Split('.')[0]).ShouldBe(series, ignoreOrder: true);
        foreach (var option in series.Except(list))
            (
                await ServerProcess.RunAsync(["export", "csv", option, .. IsFlag(option) ? [] : new[] { "x" }, "--store-file", server.File])
            ).Error.ShouldContain($"{option} is given without --series");
    }

    [Theory]
    [InlineData(
        "--articles article:2023-05-19/01-hunan-guangdong-single-port",
        "articles=article:2023-05-19/01-hunan-guangdong-single-port"
    )]
    [InlineData("--published-by 2023-05-18", "publishedBy=2023-05-18")]
    [InlineData("--recorded-as-of 2001-01-01T00:00:00Z", "recordedAsOf=2001-01-01T00:00:00Z")]
    [InlineData("--measures LEVEL --measures RANK --about 株洲", "measures=LEVEL&measures=RANK&about=株洲")]
    [InlineData("--value-at-least 2 --value-unit 倍", "value.atLeast=2&value.unit=倍")]
    [InlineData("--units 家 --value-at-least 58 --value-certainty POSSIBLE", "units=家&value.atLeast=58&value.certainty=POSSIBLE")]
    [InlineData("--latest-per SERIES --rule FIRST_PRINT", "latestPer=SERIES&rule=FIRST_PRINT")]
    [InlineData("--order VALUE_DESCENDING", "order=VALUE_DESCENDING")]
    [InlineData("--printed-in-parts HEADLINE --printed-in-only", "printedIn.parts=HEADLINE&printedIn.only=true")]
    [InlineData("--from 2023-Q1 --to 2023-04", "periodOverlaps.from=2023-Q1&periodOverlaps.to=2023-04")]
    [InlineData("--period-overlaps 2023-Q2", "periodOverlaps=2023-Q2")]
    [InlineData("--places 株洲 --with-parts", "places=株洲&withParts=true")]
    [InlineData("--undated", "undated=true")]
    public async Task A_filter_of_the_command_line_leaves_the_figures_that_the_parameter_does(string options, string query)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("figures.csv");

        var (code, _, error) = await ServerProcess.RunAsync([
            "export",
            "csv",
            .. options.Split(' '),
            "--out",
            file,
            "--store-file",
            server.File,
        ]);

        (code, error).ShouldBe((0, ""));
        var all = await server.Client.GetByteArrayAsync($"{Rest.Root}/observations.csv", Cancel);
        var fitting = await server.Client.GetByteArrayAsync($"{Rest.Root}/observations.csv?{query}", Cancel);
        (await File.ReadAllBytesAsync(file, Cancel)).ShouldBe(fitting);
        fitting.ShouldNotBe(all, "it narrows or orders");
    }

    [Fact]
    public async Task A_download_goes_on_after_a_figure_and_what_is_wrong_with_options_is_told_at_once_by_their_names()
    {
        var all = await server.Client.GetStringAsync($"{Rest.Root}/observations.csv", Cancel);
        var after = all.Split("\r\n")[5].Split(',')[0];
        var (_, rest, _) = await ServerProcess.RunAsync("export", "csv", "--after", after, "--store-file", server.File);
        rest.ReplaceLineEndings("\r\n").ShouldEndWith(all.ReplaceLineEndings("\r\n")[^2000..]);

        var (code, _, error) = await ServerProcess.RunAsync(
            "export",
            "csv",
            "--measures",
            "LEVL",
            "--value-at-least",
            "5",
            "--value-at-most",
            "1",
            "--on",
            "2023-05-19",
            "--from",
            "2023",
            "--after",
            "obs:nowhere/1/x",
            "--store-file",
            server.File
        );
        code.ShouldBe(1);
        error.ShouldContain("--measures has 'LEVL'; did you mean 'LEVEL'?");
        error.ShouldContain("--on and --period-overlaps (or --from and --to): give one of them.");
        error.ShouldContain("--value-* ends before it starts");
    }

    private static bool IsFlag(string option) => option == "--across-price-bases";

    private static IReadOnlyList<string> Options(string text) => [.. Option().Matches(text).Select(match => match.Value).Distinct()];

    private async Task<List<string>> OptionsOfAsync(string path)
    {
        var (_, document) = await server.GetAsync("/openapi.json");
        return
        [
            .. document["paths"]![Rest.Root + path]!["get"]!["parameters"]!
                .AsArray()
                .Where(parameter => parameter!["in"]!.GetValue<string>() == "query")
                .Select(parameter => parameter!["name"]!.GetValue<string>())
                .Except([.. OfPages, .. OfFormats])
                .Select(name => Renamed.GetValueOrDefault(name) ?? Renamed.GetValueOrDefault($"periodOverlaps.{name}") ?? Kebab(name))
                .Distinct(),
        ];
    }

    private static string Kebab(string name) =>
        "--" + Upper().Replace(name.Replace('.', '-'), match => $"-{match.Value.ToLowerInvariant()}");

    [GeneratedRegex(@"(?<![-\w])--[a-z][a-z0-9-]*")]
    private static partial Regex Option();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Upper();
}
