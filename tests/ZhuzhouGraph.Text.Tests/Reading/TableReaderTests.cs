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

    private static IReadOnlyList<ReadFigure> Read(params string[] lines) => FigureReader.Read(lines, Print).Figures;
}
