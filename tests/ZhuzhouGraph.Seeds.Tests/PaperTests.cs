using System.Globalization;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Seeds.Tests;

/// <summary>
/// The seeds of the repository against the paper itself. What is expected here was read from the paper, not from the program.
/// </summary>
public sealed class PaperTests
{
    [Fact]
    public async Task The_seeds_pass_without_the_text()
    {
        var seeds = await SeedImporter.CheckAsync(RepositoryRoot.Seeds, null, null, TestContext.Current.CancellationToken);
        seeds.Problems.ShouldBeEmpty(string.Join('\n', seeds.Problems));
        seeds.Seeds.Articles.Count.ShouldBe(9);
    }

    [Fact]
    public async Task Every_address_figure_and_name_stands_in_the_paper()
    {
        var seeds = await PaperAsync();
        seeds.Problems.ShouldBeEmpty(string.Join('\n', seeds.Problems));
        seeds.UnusedTexts.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_sentence_and_no_numeral_of_the_paper_is_unaccounted_for()
    {
        var gaps = SeedCoverage.Gaps((await PaperAsync()).Seeds).ToList();
        gaps.ShouldBeEmpty(string.Join('\n', gaps));
    }

    [Fact]
    public async Task A_text_that_differs_by_one_character_is_another_text()
    {
        var folder = Directory.CreateTempSubdirectory("texts").FullName;
        var paper = Directory.GetFiles(RepositoryRoot.RequirePaper(), "*.txt").Single();
        var text = await File.ReadAllTextAsync(paper, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "paper.txt"),
            text.Replace("58家", "59家", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
        var seeds = await SeedImporter.CheckAsync(RepositoryRoot.Seeds, folder, null, TestContext.Current.CancellationToken);
        seeds.UnusedTexts.ShouldHaveSingleItem().Reason.ShouldContain("which no issue names");
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("58家", "indicator:national-little-giants", "place:zhuzhou", Measure.Level, "58", "61.1")]
    [InlineData("383家", "indicator:provincial-little-giants", "place:zhuzhou", Measure.Level, "383", "61.1")]
    [InlineData("25家", "indicator:key-little-giants", "place:zhuzhou", Measure.Level, "25", "59.1")]
    [InlineData("均居全省第2", "indicator:national-little-giants", "place:zhuzhou", Measure.Rank, "2", "61.1")]
    [InlineData("居全国第17位", "indicator:key-little-giants", "place:zhuzhou", Measure.Rank, "17", "59.1")]
    [InlineData("同比增长240%", null, null, Measure.RateOfChange, "240", "17.1")]
    [InlineData("压缩30%", null, null, Measure.RateOfChange, "-30", "15.1")]
    [InlineData("1.4万标箱", null, null, Measure.Level, "14000", "17.1")]
    [InlineData("172家", null, "place:zhuzhou", Measure.Level, "172", "55.1")]
    [InlineData("80余项", null, "place:zhuzhou", Measure.Level, "80", "55.1")]
    public async Task A_figure_of_the_paper_is_recorded(
        string figure,
        string? indicator,
        string? about,
        Measure measure,
        string value,
        string address
    )
    {
        var seeds = await SeedImporter.CheckAsync(RepositoryRoot.Seeds, null, null, TestContext.Current.CancellationToken);
        seeds
            .Seeds.Articles.SelectMany(a => a.Facts)
            .ShouldContain(f =>
                f.Citation.Address.ToString() == address
                && f.Node is Observation
                && ((Observation)f.Node).Figure == figure
                && ((Observation)f.Node).Measure == measure
                && ((Observation)f.Node).Quantity.Value == decimal.Parse(value, CultureInfo.InvariantCulture)
                && (indicator == null || ((Observation)f.Node).Indicator == indicator)
                && (about == null || ((Observation)f.Node).About == about)
            );
    }

    private static Task<CheckedSeeds> PaperAsync() =>
        SeedImporter.CheckAsync(RepositoryRoot.Seeds, RepositoryRoot.RequirePaper(), null, TestContext.Current.CancellationToken);
}
