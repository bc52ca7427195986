namespace ZhuzhouGraph.Seeds.Tests.Tables;

public sealed class SeedTableTests : IDisposable
{
    private static readonly string[] Figures =
    [
        "7.1:2 123.4: place:east indicator:throughput LEVEL 1234000 teu 4",
        "7.1:3 12.5: place:east indicator:throughput RATE_OF_CHANGE 12.5 % 0",
        "7.1:4 1: place:east indicator:throughput RANK 1 place 0",
        "8.1:2 98.0: place:west indicator:throughput LEVEL 980000 teu 4",
        "8.1:3 －3.2: place:west indicator:throughput RATE_OF_CHANGE -3.2 % 0",
        "8.1:4 2: place:west indicator:throughput RANK 2 place 0",
        "9.1:4 3: place:south indicator:throughput RANK 3 place 0",
        "10.1:2 221.4: place:province indicator:throughput LEVEL 2214000 teu 4",
        "10.1:3 5.0: place:province indicator:throughput RATE_OF_CHANGE 5 % 0",
        "13.1:3 12.34: place:east indicator:output LEVEL 1234000000 CNY 8",
        "13.1:4 -1.5: place:east indicator:output RATE_OF_CHANGE -1.5 % 0",
        "14.1:3 1,086: place:east indicator:berths LEVEL 1086 piece 0",
        "14.1:4 2.4: place:east indicator:berths RATE_OF_CHANGE 2.4 % 0",
    ];

    private readonly TableFolder _folder = new();

    [Fact]
    public async Task Cells_become_figures_with_line_and_column_whatever_the_rows_are() => (await _folder.FiguresAsync()).ShouldBe(Figures);

    [Fact]
    public async Task A_table_stands_without_its_text_where_the_seed_has_the_cells()
    {
        _folder.WithCells();
        // The print has a dash of its own width, the seed has one of another.
        var figures = Figures.Select(told => told.Replace('－', '-')).ToList();
        (await _folder.FiguresAsync()).ShouldBe(figures);
        (await _folder.FiguresAsync(withTexts: false)).ShouldBe(figures);
        // A figure's id does not depend on whether the text is at hand.
        (await IdsAsync(withTexts: false)).ShouldBe(await IdsAsync(withTexts: true));
    }

    [Fact]
    public async Task Every_numeral_of_a_recorded_table_is_accounted_for() =>
        SeedCoverage.Gaps((await _folder.CheckAsync()).Seeds).ShouldBeEmpty();

    [Fact]
    public async Task A_row_that_is_not_recorded_is_a_gap()
    {
        _folder.With("    8: 西港\n", "");
        var gaps = SeedCoverage.Gaps((await _folder.CheckAsync()).Seeds).ToList();
        gaps.ShouldContain(gap => gap.Location.Field == "8.1" && gap.Message.Contains("98.0", StringComparison.Ordinal));
        gaps.ShouldAllBe(gap => gap.Location.Field == "8.1");
    }

    [Theory]
    [InlineData("\t", "  ")]
    [InlineData("\t", "\u3000")]
    [InlineData("　　", "\t")]
    [InlineData("　　", "   ")]
    public async Task Tabs_blanks_and_full_width_blanks_part_cells_alike(string found, string replaced)
    {
        // Between blanks an empty cell cannot be seen.
        _folder.WithText("南港\t—\t\t3", "南港\t—\t—\t3").WithText(found, replaced);
        (await _folder.FiguresAsync()).ShouldBe(Figures);
    }

    [Fact]
    public async Task A_row_below_a_cell_that_spans_rows_says_by_how_much_it_is_shifted()
    {
        _folder.WithText("城市\t", "区域\t城市\t").WithText("东港\t123", "沿海\t东港\t123").WithText("合计\t", "\t合计\t");
        _folder.With("{column: 4, measure: RANK", "{column: 5, measure: RANK");
        _folder.With(
            "{column: 3, measure: RATE_OF_CHANGE, against: YEAR_ON_YEAR}",
            "{column: 4, measure: RATE_OF_CHANGE, against: YEAR_ON_YEAR}"
        );
        _folder.With("{column: 2, measure: LEVEL}", "{column: 3, measure: LEVEL}");
        _folder.With("  head: 6", "  head: 6\n  label: 2");
        _folder.With("8: 西港", "8: {about: 西港, shift: 1}");
        _folder.With("mentions: [南港]", "mentions: [南港], shift: 1");
        (await _folder.FiguresAsync()).Count.ShouldBe(Figures.Length);
    }

    [Fact]
    public async Task A_head_that_reads_otherwise_is_excused_with_a_reason()
    {
        _folder.With("measure: RATE_OF_CHANGE, against: YEAR_ON_YEAR}", "measure: SHARE, shareOf: 全省}");
        (await _folder.CheckAsync()).Problems.ShouldContain(problem => problem.Code == ProblemCodes.ReadsOtherwise);
        _folder.With("shareOf: 全省}", "shareOf: 全省, reads: measure RATE_OF_CHANGE, because: the head is wrong}");
        (await _folder.CheckAsync()).Problems.ShouldAllBe(problem => problem.Code != ProblemCodes.ReadsOtherwise);
    }

    private async Task<IEnumerable<string>> IdsAsync(bool withTexts) =>
        (await _folder.CheckAsync(withTexts)).Seeds.Articles[0].Facts.Select(fact => fact.Node.Id);

    public void Dispose() => _folder.Dispose();
}
