using NodaTime;
using NodaTime.Text;

namespace ZhuzhouGraph.Text.Tests;

public sealed class BaseReaderTests
{
    private static readonly LocalDate Print = new(2031, 10, 20);

    private static readonly Period ThreeQuarters = new(
        "前三季度",
        new(2031, 1, 1),
        new(2031, 9, 30),
        PeriodPrecision.Range,
        PeriodBasis.Inferred
    );

    [Theory]
    [InlineData("年初", Comparison.BasePeriod, "2031-01-01", "2031-01-01")]
    [InlineData("1—6月", Comparison.BasePeriod, "2031-01-01", "2031-06-30")]
    [InlineData("2019年", Comparison.BasePeriod, "2019-01-01", "2019-12-31")]
    [InlineData("2019年同期", Comparison.BasePeriod, "2019-01-01", "2019-09-30")]
    [InlineData("两年平均", Comparison.AverageSince, "2030-01-01", "2031-09-30")]
    [InlineData("五年平均", Comparison.AverageSince, "2027-01-01", "2031-09-30")]
    [InlineData("年均", Comparison.AverageSince, null, null)]
    [InlineData("多年平均", Comparison.AverageSince, null, null)]
    [InlineData("年初水平", Comparison.BasePeriod, null, null)]
    [InlineData("2019年", Comparison.OtherEntity, null, null)]
    public void The_days_of_a_base_follow_from_its_words_and_the_days_of_the_figure(
        string words,
        Comparison kind,
        string? first,
        string? last
    ) => BaseReader.Days(words, kind, ThreeQuarters, Print).ShouldBe((Day(first), Day(last)));

    [Fact]
    public void Of_a_figure_without_days_the_same_period_of_a_year_is_that_year() =>
        BaseReader.Days("2019年同期", Comparison.BasePeriod, null, Print).ShouldBe((new(2019, 1, 1), new LocalDate(2019, 12, 31)));

    private static LocalDate? Day(string? text) => text is null ? null : LocalDatePattern.Iso.Parse(text).Value;
}
