namespace ZhuzhouGraph.Seeds.Tests.Tables;

/// <summary>Each error that a typist of tables makes is told at its line, with what was found and what is allowed.</summary>
public sealed class PlantedTableErrorTests
{
    public static TheoryData<string, string, string, string[]> Errors =>
        new()
        {
            // The multiplier and the unit of the caption, of a head and of a row.
            { "unit: 万标箱", "unit: 标箱", "column 2", ["unit 标箱", "万标箱"] },
            { "unit: 亿元}", "unit: 万元}", "column 3", ["unit 万元", "亿元"] },
            // A wrong column.
            { "{column: 2, measure: LEVEL}", "{column: 3, measure: LEVEL, unit: 标箱}", "column 3", ["a second time"] },
            { "- {column: 2, measure: LEVEL}", "- {column: 9, measure: LEVEL}", "column 9", ["line 7", "4 columns"] },
            { "{column: 3, measure: LEVEL, when: 1—3月", "{column: 1, measure: LEVEL, when: 1—3月", "column 1", ["港口产值", "no number"] },
            // Exchanged rows.
            { "7: 东港", "7: 西港", "line 7", ["西港", "东港"] },
            { "8: 西港", "8: 东港", "line 8", ["东港", "西港市"] },
            { "13: {of: 港口产值, unit: 亿元}", "13: {of: 泊位数, unit: 亿元}", "line 13", ["泊位数", "港口产值"] },
            // A row that is not there, or not of the article.
            { "10: 东海省", "99: 东海省", "'99'", ["3-14"] },
            { "10: 东海省", "合计: 东海省", "'合计'", ["3-14"] },
            { "caption: 5", "caption: 50", "'50'", ["3-14"] },
            // What the head says of a column.
            {
                "{column: 3, measure: RATE_OF_CHANGE, against: YEAR_ON_YEAR}",
                "{column: 3, measure: SHARE}",
                "column 3",
                ["RATE_OF_CHANGE"]
            },
            {
                "{column: 3, measure: RATE_OF_CHANGE, against: YEAR_ON_YEAR}",
                "{column: 3, measure: CHANGE}",
                "column 3",
                ["RATE_OF_CHANGE"]
            },
            {
                "RATE_OF_CHANGE, against: YEAR_ON_YEAR}",
                "RATE_OF_CHANGE, against: ON_PREVIOUS}",
                "column 3",
                ["ON_PREVIOUS", "YEAR_ON_YEAR"]
            },
            {
                "{column: 4, measure: RANK, within: {words: 全省, place: 东海省}}",
                "{column: 4, measure: LEVEL, unit: 标箱}",
                "column 4",
                ["RANK"]
            },
            {
                "LEVEL, when: 1—3月, accumulation: CUMULATIVE",
                "LEVEL, when: {words: 1—3月, from: 2022-01-01, to: 2022-03-31}, accumulation: CUMULATIVE",
                "column 3",
                ["period", "2023-01-01/2023-03-31"]
            },
            { "LEVEL, when: 1—3月, accumulation: CUMULATIVE", "LEVEL, when: 1—3月", "column 3", ["accumulation", "CUMULATIVE"] },
            { "measure: RANK,", "measure: RANKED,", "RANKED", ["RANK"] },
            // Cells that the seed types otherwise.
            { "8: 西港", "8: {about: 西港, cells: [98.1, -3.2, 2]}", "column 2 of line 8", ["98.1", "98.0"] },
            { "8: 西港", "8: {about: 西港, cells: [123.4, 12.5, 1]}", "column 4 of line 8", ["'1'", "'2'"] },
            { "8: 西港", "8: {about: 西港, cells: [98.0, -3.2]}", "2 cells", ["2, 3, 4"] },
            { "8: 西港", "8: {about: 西港, label: 西京}", "西京", ["西港市"] },
            { "about: 南港,", "about: TODO 南港,", "TODO 南港", ["about"] },
            { "7: 东港", "7: TODO 东港", "TODO 东港", ["left open"] },
        };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task An_error_in_a_table_is_told_by_file_and_place(string found, string replaced, string place, string[] told)
    {
        using var folder = new TableFolder();
        folder.With(found, replaced);
        var problems = (await folder.CheckAsync()).Problems;
        problems.ShouldAllBe(problem => problem.Location.File == TableFolder.File && problem.Location.Line > 0);
        problems.ShouldContain(
            problem =>
                problem.Message.Contains(place, StringComparison.Ordinal)
                && told.All(words => problem.Message.Contains(words, StringComparison.Ordinal)),
            string.Join('\n', problems)
        );
    }

    [Fact]
    public async Task A_wrong_column_is_told_once_and_not_in_each_row()
    {
        using var folder = new TableFolder();
        var line = folder.With("{column: 2, measure: LEVEL}", "{column: 2, measure: LEVEL, unit: 亿标箱}");
        var problem = (await folder.CheckAsync()).Problems.ShouldHaveSingleItem();
        (problem.Location.Line, problem.Location.Field).ShouldBe((line, "tables[0].columns[0]"));
    }

    [Fact]
    public async Task Errors_of_several_tables_are_told_at_once()
    {
        using var folder = new TableFolder();
        folder.With("unit: 万标箱", "unit: 标箱");
        folder.With("13: {of: 港口产值, unit: 亿元}", "13: {of: 泊位数, unit: 个}");
        folder.With("10: 东海省", "99: 东海省");
        (await folder.CheckAsync()).Problems.Select(problem => problem.Location.Line).Distinct().Count().ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task A_cell_that_is_no_number_is_told()
    {
        using var folder = new TableFolder();
        folder.WithText("\t98.0\t", "\t停产\t");
        var problem = (await folder.CheckAsync()).Problems.ShouldHaveSingleItem();
        problem.Location.Field.ShouldBe("tables[0].rows.8.2");
        problem.Message.ShouldContain("'停产' in column 2 of line 8");
    }

    [Fact]
    public async Task Without_text_and_cells_a_table_is_refused()
    {
        using var folder = new TableFolder();
        (await folder.CheckAsync(withTexts: false))
            .Problems.Count(problem => problem.Message.Contains("'cells' is missing", StringComparison.Ordinal))
            .ShouldBe(6);
    }

    [Fact]
    public async Task A_row_between_blanks_that_lacks_a_cell_is_refused()
    {
        using var folder = new TableFolder();
        folder.WithText("港口产值　　亿元　　12.34　　-1.5", "港口产值　　亿元　　12.34");
        (await folder.CheckAsync())
            .Problems.ShouldHaveSingleItem()
            .Message.ShouldStartWith("Found 3 cells in line 13 of a table with 4 columns");
    }
}
