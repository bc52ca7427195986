using NodaTime;
using NodaTime.Text;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Tests.Reading;

/// <summary>Which days the words before a figure mean, by the day of print.</summary>
public sealed class FigurePeriodTests
{
    [Theory]
    [InlineData("1—11月份产值5亿元", "2022-01-03", "2021-01-01/2021-11-30")]
    [InlineData("前三季度产值5亿元", "2021-10-23", "2021-01-01/2021-09-30")]
    [InlineData("前5月产值5亿元", "2023-06-10", "2023-01-01/2023-05-31")]
    [InlineData("前11个月产值5亿元", "2023-12-20", "2023-01-01/2023-11-30")]
    [InlineData("上半年产值5亿元", "2023-07-10", "2023-01-01/2023-06-30")]
    [InlineData("首季产值5亿元", "2023-04-10", "2023-01-01/2023-03-31")]
    [InlineData("5月底共有5家", "2023-06-10", "2023-05-31/2023-05-31")]
    [InlineData("截至5月底有5家", "2023-06-10", "2023-05-31/2023-05-31")]
    [InlineData("截至5月底累计签约5家", "2023-06-10", "/2023-05-31")]
    [InlineData("目前有5家", "2023-06-10", "2023-06-10/2023-06-10")]
    [InlineData("今年以来新增5家", "2023-06-10", "2023-01-01/2023-06-10")]
    [InlineData("去年产值5亿元", "2023-06-10", "2022-01-01/2022-12-31")]
    [InlineData("上月产值5亿元", "2023-06-10", "2023-05-01/2023-05-31")]
    [InlineData("昨日成交5亿元", "2023-06-10", "2023-06-09/2023-06-09")]
    [InlineData("18日成交5亿元", "2023-06-10", "2023-05-18/2023-05-18")]
    [InlineData("6月8日至9日成交5亿元", "2023-06-10", "2023-06-08/2023-06-09")]
    [InlineData("“十四五”期间，力争完成5亿元", "2023-06-10", "2021-01-01/2025-12-31")]
    [InlineData("2021—2025年，力争完成5亿元", "2023-06-10", "2021-01-01/2025-12-31")]
    [InlineData("到2025年底，产值达到5亿元", "2023-06-10", "2025-12-31/2025-12-31")]
    [InlineData("未来三年，计划投资5亿元", "2023-06-10", "2023-01-01/2025-12-31")]
    [InlineData("2022年9 月末，余额5亿元", "2023-06-10", "2022-09-30/2022-09-30")]
    [InlineData("自2020年5月以来连续8个月增产", "2023-06-10", "2020-05-01/2020-12-31")]
    [InlineData("一季度，产值比2019年同期增长5%", "2023-06-10", "2023-01-01/2023-03-31")]
    [InlineData("记者6月8日从市统计局获悉，全市有5家", "2023-06-10", "/")]
    [InlineData("余额比上月末和上年同期高5亿元", "2023-06-10", "/")]
    [InlineData("上月末余额5亿元", "2023-06-10", "2023-05-31/2023-05-31")]
    [InlineData("今年“五一”期间成交5亿元", "2023-06-10", "/")]
    [InlineData("今年国庆期间成交5亿元", "2023-06-10", "/")]
    [InlineData("周一至周三成交5亿元", "2023-06-10", "2023-06-05/2023-06-07")]
    [InlineData("每周五成交5亿元", "2023-06-10", "/")]
    [InlineData("近年来建成5家", "2023-06-10", "/")]
    public void Words_of_time_are_read_against_the_day_of_print(string text, string print, string days)
    {
        var period = FigureReader.Read([text], LocalDatePattern.Iso.Parse(print).Value).Figures[^1].Period;
        $"{Iso(period?.First)}/{Iso(period?.Last)}".ShouldBe(days);
    }

    [Fact]
    public void A_paragraph_without_a_time_goes_on_with_that_of_the_one_before()
    {
        var figures = FigureReader.Read(["一季度，全市采购5亿元。", "其中，货物3亿元，工程2亿元。"], new(2023, 4, 20)).Figures;
        figures.ShouldAllBe(figure => figure.Period!.First == new LocalDate(2023, 1, 1));
        figures[^1].Period!.IsCarried.ShouldBeTrue();
    }

    [Fact]
    public void A_paragraph_does_not_go_on_with_one_of_several_times() =>
        FigureReader.Read(["一季度采购5亿元，3月采购2亿元。", "其中，货物3亿元。"], new(2023, 4, 20)).Figures[^1].Period.ShouldBeNull();

    private static string Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";
}
