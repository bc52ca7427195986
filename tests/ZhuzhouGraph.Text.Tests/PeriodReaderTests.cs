using System.Globalization;
using CsCheck;
using NodaTime;
using NodaTime.Text;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Text.Tests;

public class PeriodReaderTests
{
    private static readonly LocalDate Article = new(2023, 5, 19);

    [Theory]
    [InlineData("5月18日", "2023-05-18..2023-05-18 Day Inferred")]
    [InlineData("2023年5月18日", "2023-05-18..2023-05-18 Day Stated")]
    [InlineData("去年5月18日", "2022-05-18..2022-05-18 Day Inferred")]
    [InlineData("５月１８日", "2023-05-18..2023-05-18 Day Inferred")]
    [InlineData("截至5月18日", "2023-05-18..2023-05-18 Day Inferred")]
    [InlineData("5月17日下午", "2023-05-17..2023-05-17 PartOfDay Inferred")]
    [InlineData("5月17日上午", "2023-05-17..2023-05-17 PartOfDay Inferred")]
    [InlineData("5月17日晚", "2023-05-17..2023-05-17 PartOfDay Inferred")]
    [InlineData("5月17日晚上", "2023-05-17..2023-05-17 PartOfDay Inferred")]
    [InlineData("2023年5月17日傍晚", "2023-05-17..2023-05-17 PartOfDay Stated")]
    [InlineData("昨晚", "2023-05-18..2023-05-18 PartOfDay Inferred")]
    [InlineData("昨天", "2023-05-18..2023-05-18 Day Inferred")]
    [InlineData("昨日", "2023-05-18..2023-05-18 Day Inferred")]
    [InlineData("昨日下午", "2023-05-18..2023-05-18 PartOfDay Inferred")]
    [InlineData("今日", "2023-05-19..2023-05-19 Day Inferred")]
    [InlineData("今天", "2023-05-19..2023-05-19 Day Inferred")]
    [InlineData("今晚", "2023-05-19..2023-05-19 PartOfDay Inferred")]
    [InlineData("明天", "2023-05-20..2023-05-20 Day Inferred")]
    [InlineData("4月上旬", "2023-04-01..2023-04-10 TenDays Inferred")]
    [InlineData("4月中旬", "2023-04-11..2023-04-20 TenDays Inferred")]
    [InlineData("2023年2月下旬", "2023-02-21..2023-02-28 TenDays Stated")]
    [InlineData("今年4月", "2023-04-01..2023-04-30 Month Inferred")]
    [InlineData("去年12月", "2022-12-01..2022-12-31 Month Inferred")]
    [InlineData("4月", "2023-04-01..2023-04-30 Month Inferred")]
    [InlineData("4月份", "2023-04-01..2023-04-30 Month Inferred")]
    [InlineData("2023年4月", "2023-04-01..2023-04-30 Month Stated")]
    [InlineData("今年1至4月", "2023-01-01..2023-04-30 Range Inferred")]
    [InlineData("今年1-4月", "2023-01-01..2023-04-30 Range Inferred")]
    [InlineData("1—4月", "2023-01-01..2023-04-30 Range Inferred")]
    [InlineData("1月至4月", "2023-01-01..2023-04-30 Range Inferred")]
    [InlineData("2022年1至2月", "2022-01-01..2022-02-28 Range Stated")]
    [InlineData("2022年11月至2023年2月", "2022-11-01..2023-02-28 Range Stated")]
    [InlineData("5月18日至20日", "2023-05-18..2023-05-20 Range Inferred")]
    [InlineData("5月28日至6月2日", "2023-05-28..2023-06-02 Range Inferred")]
    [InlineData("12月28日至1月3日", "2022-12-28..2023-01-03 Range Inferred")]
    [InlineData("2022年", "2022-01-01..2022-12-31 Year Stated")]
    [InlineData("2022年度", "2022-01-01..2022-12-31 Year Stated")]
    [InlineData("今年", "2023-01-01..2023-12-31 Year Inferred")]
    [InlineData("去年", "2022-01-01..2022-12-31 Year Inferred")]
    [InlineData("到2025年", "2025-01-01..2025-12-31 Year Stated")]
    [InlineData("今年一季度", "2023-01-01..2023-03-31 Quarter Inferred")]
    [InlineData("第一季度", "2023-01-01..2023-03-31 Quarter Inferred")]
    [InlineData("2022年第四季度", "2022-10-01..2022-12-31 Quarter Stated")]
    [InlineData("上半年", "2023-01-01..2023-06-30 Half Inferred")]
    [InlineData("去年下半年", "2022-07-01..2022-12-31 Half Inferred")]
    [InlineData("2019年以来", "2019-01-01.. Range Stated")]
    [InlineData("今年以来", "2023-01-01.. Range Inferred")]
    [InlineData("自2017年开始", "2017-01-01.. Range Stated")]
    [InlineData("自2017年起", "2017-01-01.. Range Stated")]
    [InlineData("2020年3月以来", "2020-03-01.. Range Stated")]
    [InlineData("2010年以前", "..2009-12-31 Range Stated")]
    [InlineData("截至目前", "2023-05-19..2023-05-19 Day Inferred")]
    [InlineData("目前", "2023-05-19..2023-05-19 Day Inferred")]
    [InlineData("近年来", ".. Vague Stated")]
    [InlineData("长期以来", ".. Vague Stated")]
    [InlineData("多年来", ".. Vague Stated")]
    [InlineData("10多年前", ".. Vague Stated")]
    [InlineData("过去50年", ".. Vague Stated")]
    public void Printed_words_are_resolved_against_the_article_date(string words, string expected)
    {
        var period = PeriodReader.Read(words, Article, out var problem);

        problem.ShouldBeNull();
        Show(period!).ShouldBe(expected);
        period!.Words.ShouldBe(words);
    }

    [Theory]
    [InlineData("2023-01-05", "12月20日", "2022-12-20")]
    [InlineData("2023-01-05", "7月3日", "2023-07-03")]
    [InlineData("2023-01-05", "7月6日", "2022-07-06")]
    [InlineData("2023-12-20", "1月3日", "2023-01-03")]
    [InlineData("2024-05-19", "2月29日", "2024-02-29")]
    public void A_day_without_a_year_lies_at_most_six_months_after_the_article(string article, string words, string expected) =>
        PeriodReader
            .Read(words, LocalDatePattern.Iso.Parse(article).Value, out _)!
            .First.ShouldBe(LocalDatePattern.Iso.Parse(expected).Value);

    [Theory]
    [InlineData("2月30日", "calendar")]
    [InlineData("2月29日", "calendar")]
    [InlineData("13月", "calendar")]
    [InlineData("0月5日", "calendar")]
    [InlineData("5月18日至32日", "calendar")]
    [InlineData("1至13月", "calendar")]
    [InlineData("5月20日至18日", "ends before")]
    [InlineData("今年5至3月", "ends before")]
    [InlineData("2023年4月至2022年3月", "ends before")]
    [InlineData("某日", "allowed")]
    [InlineData("", "allowed")]
    [InlineData("5月18", "allowed")]
    [InlineData("会议5月18日", "allowed")]
    [InlineData("五月", "allowed")]
    [InlineData("99999年", "allowed")]
    public void Anything_else_is_a_problem_that_says_what_is_allowed(string words, string says)
    {
        PeriodReader.Read(words, Article, out var problem).ShouldBeNull();

        problem!.ShouldContain(says);
        problem!.ShouldContain($"'{words}'");
    }

    [Fact]
    public void No_text_makes_the_reader_throw_or_turn_a_period_round() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["今去年月日至到-0123456789第一季度上中下旬半以来前自起"], 0, 14])
            .CheckAll(words =>
            {
                var period = PeriodReader.Read(words, Article, out var problem);
                (period is null).ShouldBe(problem is not null);
                (period?.First > period?.Last).ShouldBeFalse();
            });

    private static string Show(ZhuzhouGraph.Period period) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{period.First:uuuu-MM-dd}..{period.Last:uuuu-MM-dd} {period.Precision} {period.Basis}"
        );
}
