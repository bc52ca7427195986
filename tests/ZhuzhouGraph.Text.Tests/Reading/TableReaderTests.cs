using NodaTime;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Tests.Reading;

/// <summary>Cells are read by the head of their column; the tables are invented.</summary>
public sealed class TableReaderTests
{
    private static readonly LocalDate Print = new(2023, 5, 19);

    [Fact]
    public void A_cell_has_unit_measure_base_and_day_of_its_column()
    {
        var figures = Read(
            "表1 各港均价",
            "单位：元/吨",
            "港口\t排名\t5月18日\t5月17日\t较昨日涨跌\t同比增速",
            "东港\t2\t410\t405.5\t4.5\t-3.1%"
        );
        figures
            .Select(figure =>
                $"{figure.Printed} {figure.Number} {figure.Unit} {figure.Measure} {figure.Comparison?.Kind} {figure.Period?.First?.Day}"
            )
            .ShouldBe([
                "2 2 位 Rank  18",
                "410 410 元/吨 Level  18",
                "405.5 405.5 元/吨 Level  17",
                "4.5 4.5 元/吨 Change OnPrevious 18",
                "-3.1% -3.1 % RateOfChange YearOnYear 18",
            ]);
        figures.ShouldAllBe(figure => figure.Rule == FigureRule.Cell);
    }

    [Fact]
    public void A_unit_in_the_head_brings_its_multiplier() =>
        Read("指标\t产值（亿元）\t占比", "甲区\t1.2\t40")
            .Select(figure => $"{figure.Number} {figure.Unit} {figure.Multiplier}")
            .ShouldBe(["120000000 元 8", "40 % 0"]);

    [Fact]
    public void A_row_that_leaves_out_a_spanned_cell_has_its_cells_at_the_end() =>
        Read("区域\t城市\t产量（吨）", "东部\t甲市\t5", "乙市\t6")
            .Select(figure => $"{figure.Number} {figure.Unit}")
            .ShouldBe(["5 吨", "6 吨"]);

    [Fact]
    public void Columns_may_be_set_by_blanks() => Read("城市  产量（吨）", "甲市  5").ShouldHaveSingleItem().Number.ShouldBe(5);

    [Fact]
    public void A_cell_without_a_unit_is_refused()
    {
        var reading = FigureReader.Read(["城市\t数值", "甲市\t5"], Print);
        reading.Figures.ShouldBeEmpty();
        reading.Refused.ShouldHaveSingleItem().Reason.ShouldContain("unit");
    }

    [Fact]
    public void Prose_with_a_tab_stays_prose() =>
        Read("甲市\t产量增长5%。", "乙市\t产量增长6%。")
            .Select(figure => figure.Rule)
            .ShouldBe([FigureRule.RateByVerb, FigureRule.RateByVerb]);

    [Fact]
    public void A_row_names_the_unit_of_its_amounts_in_a_column_or_behind_its_name()
    {
        Read("指标\t单位\t2023年1—4月\t增长（%）", "港口产值\t亿元\t1.5\t-2", "泊位数\t个\t86\t3.1")
            .Select(figure => $"{figure.Number} {figure.Unit} {figure.Multiplier} {figure.Accumulation} {figure.Period?.Words}")
            .ShouldBe([
                "150000000 元 8 Cumulative 2023年1—4月",
                "-2 % 0 Cumulative 2023年1—4月",
                "86 个 0 Cumulative 2023年1—4月",
                "3.1 % 0 Cumulative 2023年1—4月",
            ]);
        Read("指标\t本月\t同比增长", "产值（万元）\t1.5\t2")
            .Select(figure => $"{figure.Number} {figure.Unit}")
            .ShouldBe(["15000 元", "2 %"]);
    }

    [Fact]
    public void Years_and_months_in_a_head_are_no_cells_of_a_row() =>
        Read("单位：吨", "城市\t2022年\t2021年", "甲市\t5\t6")
            .Select(figure => $"{figure.Number} {figure.Period?.First?.Year}")
            .ShouldBe(["5 2022", "6 2021"]);

    [Theory]
    [InlineData("增减（%）", "RateOfChange ", false)]
    [InlineData("同比增减（%）", "RateOfChange YearOnYear", true)]
    [InlineData("比重提高（百分点）", "Points ", false)]
    [InlineData("环比（%）", "RateOfChange OnPrevious", true)]
    public void A_head_says_what_is_compared_or_usage_does(string head, string expected, bool isStated)
    {
        var figure = Read($"城市\t{head}", "甲市\t5").ShouldHaveSingleItem();
        $"{figure.Measure} {(isStated ? figure.Comparison?.Kind : null)}".ShouldBe(expected);
        figure.Comparison!.IsInferred.ShouldBe(!isStated);
    }

    [Theory]
    [InlineData("甲\t\t5\t", "甲||5|")]
    [InlineData("　　甲市  5   6", "甲市|5|6")]
    [InlineData("甲市　5　6", "甲市|5|6")]
    [InlineData("合　计　　5　6", "合　计|5|6")]
    [InlineData("其中：  轻工业\t5", "其中：  轻工业|5")]
    [InlineData("New York  5", "New York|5")]
    [InlineData("", "")]
    public void Cells_stand_between_tabs_or_blanks(string line, string cells) =>
        string.Join('|', TableCells.Of(line).Select(cell => line[cell.Start..cell.End])).ShouldBe(cells);

    [Theory]
    [InlineData("1,234.50", "1234.50 0 ")]
    [InlineData("－3.2", "-3.2 0 ")]
    [InlineData("−3.2%", "-3.2 0 %")]
    [InlineData("▼3.2", "-3.2 0 ")]
    [InlineData("-0.00", "-0.00 0 ")]
    [InlineData("1.2万吨", "1.2 4 吨")]
    [InlineData("停产", null)]
    [InlineData("5至6", null)]
    [InlineData("约5", null)]
    public void A_cell_is_a_number_or_none(string cell, string? number) =>
        (TableCells.Number(cell) is { } read ? $"{read.Digits} {read.Multiplier} {read.Unit}" : null).ShouldBe(number);

    [Theory]
    [InlineData("", true)]
    [InlineData("—", true)]
    [InlineData("--", true)]
    [InlineData("／", true)]
    [InlineData("…", true)]
    [InlineData("0", false)]
    [InlineData("无数据", false)]
    public void Dashes_and_strokes_are_no_figures(string cell, bool isEmpty) => TableCells.IsEmpty(cell).ShouldBe(isEmpty);

    private static IReadOnlyList<ReadFigure> Read(params string[] lines) => FigureReader.Read(lines, Print).Figures;
}
