namespace ZhuzhouGraph.Seeds.Tests;

public sealed class SeedCoverageTests : IDisposable
{
    private readonly SeedFolder _folder = new();

    [Fact]
    public async Task A_text_that_is_accounted_for_has_no_gap() => (await GapsAsync()).ShouldBeEmpty();

    [Fact]
    public async Task A_numeral_in_no_figure_name_or_period_is_a_gap()
    {
        _folder
            .WithArticle("- {words: 一起, reason: part of a word that counts nothing}\n", "")
            .WithArticle("- {at: 8.1, reason: names nobody}", "- {at: 8.1, words: 大, reason: names nobody}");
        (await GapsAsync())
            .Select(g => (g.Location.Field, Numeral: g.Message.Contains("The numeral '一'")))
            .ShouldBe([("8.1", false), ("8.1", true)]);
    }

    [Fact]
    public async Task A_sentence_that_nothing_cites_is_a_gap()
    {
        _folder.WithArticle("- {at: 8.1, reason: names nobody}", "- {words: 无, reason: nothing}");
        (await GapsAsync()).ShouldHaveSingleItem().Location.Field.ShouldBe("8.1");
    }

    [Fact]
    public async Task A_figure_left_out_leaves_its_numeral_uncovered()
    {
        _folder.WithArticle("  - {figure: 同比增长12%, growth: 12 %, against: YEAR_ON_YEAR, of: 吞吐量, accumulation: CUMULATIVE}\n", "");
        (await GapsAsync()).ShouldHaveSingleItem().Message.ShouldContain("'12'");
    }

    [Theory]
    [InlineData("大家进一步抓5G、零售和一般公共预算。", 0)]
    [InlineData("大家进一步抓三家零售店。", 1)]
    public async Task Words_that_count_nothing_in_any_paper_need_no_reason(string sentence, int gaps)
    {
        _folder.WithArticle("- {at: 8.1, reason: names nobody}", "- {at: 8.1, words: 大家, reason: names nobody}");
        _folder.WithText("大家一起努力。", sentence);
        (await GapsAsync()).Count(gap => gap.Message.Contains("The numeral", StringComparison.Ordinal)).ShouldBe(gaps);
    }

    private async Task<IReadOnlyList<Problem>> GapsAsync()
    {
        var seeds = await _folder.CheckAsync();
        seeds.Problems.ShouldBeEmpty();
        return [.. SeedCoverage.Gaps(seeds.Seeds)];
    }

    public void Dispose() => _folder.Dispose();
}
