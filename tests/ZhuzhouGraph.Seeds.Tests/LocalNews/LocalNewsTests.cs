using System.Globalization;
using System.Text.Json.Nodes;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Seeds.Tests.LocalNews;

/// <summary>Four reports of other papers, one of them a table, completed as a newsroom does and checked with their texts.</summary>
public sealed class LocalNewsTests
{
    /// <summary>How many of the planted errors are found; it may only rise.</summary>
    private const int Found = 39;

    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["05-zhengzhou-procurement.txt"] = "article:2011-04-13/01-procurement",
        ["12-guangdong-quarter.txt"] = "article:2021-10-23/01-guangdong",
        ["09-hunan-chains.txt"] = "article:2023-02-01/01-hunan-chains",
        ["04-pig-price-table.txt"] = "article:2015-12-28/01-pig-prices",
    };

    [Fact]
    public async Task Local_reports_pass_with_their_texts()
    {
        using var seeds = new LocalNewsSeeds();
        var read = await CheckAsync(seeds);
        read.Problems.ShouldBeEmpty(string.Join('\n', read.Problems));
        var gaps = SeedCoverage.Gaps(read.Seeds).ToList();
        gaps.ShouldBeEmpty(string.Join('\n', gaps));
    }

    [Fact]
    public async Task Local_reports_pass_without_their_texts()
    {
        using var seeds = new LocalNewsSeeds();
        (await SeedImporter.CheckAsync(seeds.Path, null, null, TestContext.Current.CancellationToken)).Problems.ShouldBeEmpty();
    }

    /// <summary>Nothing excuses a figure: what the reader reads is what was recorded.</summary>
    [Fact]
    public void No_figure_of_a_local_report_needs_a_reason()
    {
        using var seeds = new LocalNewsSeeds();
        foreach (var report in LocalNewsSeeds.Reports)
            File.ReadAllText(Path.Combine(seeds.Path, report)).ShouldNotContain("because:", Case.Sensitive, report);
    }

    [Fact]
    public async Task Every_figure_that_was_read_by_hand_is_recorded()
    {
        using var seeds = new LocalNewsSeeds();
        var recorded = (await CheckAsync(seeds))
            .Seeds.Articles.Where(article => Files.ContainsValue(article.Article.Id))
            .ToDictionary(
                article => article.Article.Id,
                article => article.Facts.Where(fact => fact.Node is Observation).Select(Told).ToList()
            );
        var byHand = File.ReadLines(Path.Combine(LocalNewsSeeds.RequireTexts(), "figures.jsonl"))
            .Select(line => JsonNode.Parse(line)!)
            .Where(figure => Files.ContainsKey((string)figure["file"]!) && (int)figure["tier"]! == 1)
            .ToList();
        byHand.Count.ShouldBe(140);
        var missing = byHand.Where(figure => !recorded[Files[(string)figure["file"]!]].Remove(Told(figure))).Select(Told).ToList();
        missing.ShouldBeEmpty(string.Join('\n', missing));
        Files.Values.SelectMany(article => recorded[article]).ShouldBeEmpty("nothing more is recorded");
    }

    [Fact]
    public async Task Errors_planted_in_local_reports_are_found_at_their_line()
    {
        List<LocalError> missed = [];
        foreach (var error in PlantedLocalNews.All)
        {
            using var seeds = new LocalNewsSeeds();
            var line = seeds.Change(error.File, error.Figure, error.Found, error.Replaced);
            if (!(await CheckAsync(seeds)).Problems.Any(problem => (problem.Location.File, problem.Location.Line) == (error.File, line)))
                missed.Add(error);
        }
        var (all, kinds) = (PlantedLocalNews.All.Count, PlantedLocalNews.All.Select(error => error.Kind).Distinct().Count());
        var report = $"{all - missed.Count} of {all} errors of {kinds} kinds were found; missed:\n{string.Join('\n', missed)}";
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        (all - missed.Count).ShouldBeGreaterThanOrEqualTo(Found, report);
    }

    private static Task<CheckedSeeds> CheckAsync(LocalNewsSeeds seeds) =>
        SeedImporter.CheckAsync(seeds.Path, LocalNewsSeeds.RequireTexts(), null, TestContext.Current.CancellationToken);

    private static string Told(BoundFact fact)
    {
        var figure = (Observation)fact.Node;
        return string.Join(
            ' ',
            fact.Citation.Address.ToString().Split('.')[0],
            Plain(figure.Quantity.Value!.Value),
            Spelling.Name(figure.Measure),
            Spelling.Name(figure.Quantity.Hedge),
            Spelling.Name(figure.Accumulation),
            Spelling.Name(figure.Status),
            figure.Comparison is { } compared ? Spelling.Name(compared) : "-"
        );
    }

    private static string Told(JsonNode figure)
    {
        var measure = (string)figure["measure"]!;
        return string.Join(
            ' ',
            (int)figure["line"]!,
            Plain(decimal.Parse((string)figure["number"]!, CultureInfo.InvariantCulture)),
            measure,
            Spelling.Name(Enum.Parse<Hedge>((string)figure["hedge"]!)),
            // A difference of two rates has no cumulation of its own in the model.
            measure == "POINTS"
                ? "SINGLE"
                : (string)figure["accumulation"]!,
            (string)figure["status"]!,
            (string?)figure["comparison"] switch
            {
                null => "-",
                "TWO_YEAR_AVERAGE" => "AVERAGE_SINCE",
                "2019" or "LAST_WEEK" => "BASE_PERIOD",
                var kind => kind,
            }
        );
    }

    private static string Plain(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
