using NodaTime;
using ZhuzhouGraph.Text.DoubleEntry;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Tests.DoubleEntry;

/// <summary>Recorded figures against sentences of our own, printed on 10 May 2023.</summary>
public sealed class FigureAgreementTests
{
    private static readonly LocalDate Print = new(2023, 5, 10);

    [Theory]
    [InlineData("全区企业增长2.4倍。", "2.4倍", Measure.RateOfChange, "240 %")]
    [InlineData("全区企业增长2.4倍。", "2.4倍", Measure.Multiple, "3.4 倍")]
    [InlineData("全区企业增长到2.4倍。", "2.4倍", Measure.Multiple, "2.4 倍")]
    [InlineData("全区新增企业58家。", "58家", Measure.Change, "58 家")]
    [InlineData("全区新增企业58家。", "58家", Measure.Level, "58 家")]
    [InlineData("企业的税率为13%。", "13%", Measure.Level, "13 %")]
    [InlineData("企业增加了不少，达58家。", "58家", Measure.Level, "58 家")]
    [InlineData("增加的企业有58家。", "58家", Measure.Change, "58 家")]
    [InlineData("全区有渔网58卷。", "58卷", Measure.Level, "58 个")]
    [InlineData("全区未达到58家。", "58家", Measure.Level, "59 家")]
    [InlineData("位居全省第一。", "第一", Measure.Ordinal, "1 位")]
    [InlineData("没有数的句子。", "句子", Measure.Level, "1 家")]
    public void A_figure_that_its_sentence_bears_out_or_does_not_speak_of_is_not_contradicted(
        string sentence,
        string words,
        Measure measure,
        string quantity
    ) => Disagreements(sentence, words, Figure(words, measure, quantity)).ShouldBe("");

    [Theory]
    [InlineData("全区企业增长2.4倍。", "2.4倍", Measure.RateOfChange, "140 %", "number 240")]
    [InlineData("全区企业增长到2.4倍。", "2.4倍", Measure.RateOfChange, "240 %", "number 140")]
    [InlineData("用时压缩至原来的30%。", "30%", Measure.RateOfChange, "-30 %", "number -70")]
    [InlineData("用时压缩了30%。", "30%", Measure.RateOfChange, "-70 %", "number -30")]
    [InlineData("全区企业翻两番。", "翻两番", Measure.Multiple, "2 倍", "number 4")]
    [InlineData("全区企业下降3%。", "3%", Measure.RateOfChange, "3 %", "direction DOWN")]
    [InlineData("占比收窄3个百分点。", "3个百分点", Measure.Points, "3 百分点", "direction DOWN")]
    [InlineData("占比收窄3个百分点。", "3个百分点", Measure.RateOfChange, "-3 %", "measure POINTS")]
    [InlineData("全区有渔船58艘。", "58艘", Measure.Level, "58 吨", "unit 艘")]
    [InlineData("全区出口58美元。", "58美元", Measure.Level, "58 元", "unit 美元")]
    [InlineData("企业增加到58家。", "58家", Measure.Change, "58 家", "measure LEVEL")]
    [InlineData("企业增加58家。", "58家", Measure.Level, "58 家", "measure CHANGE")]
    [InlineData("厚15至20微米。", "15至20微米", Measure.Level, "15..25 微米", "number 15..20")]
    [InlineData("较2019年增长3%。", "3%", Measure.RateOfChange, "3 %", "", Comparison.BasePeriod)]
    [InlineData("较2019年增长3%。", "3%", Measure.RateOfChange, "3 %", "comparison BASE_PERIOD", null)]
    [InlineData("较2019年增长3%。", "3%", Measure.RateOfChange, "3 %", "comparison BASE_PERIOD", Comparison.YearOnYear)]
    [InlineData("两年平均增长3%。", "3%", Measure.RateOfChange, "3 %", "comparison AVERAGE_SINCE", Comparison.YearOnYear)]
    [InlineData("企业增长3%。", "3%", Measure.RateOfChange, "3 %", "comparison NONE", Comparison.OnPrevious)]
    [InlineData("同比来看，企业和个体户情况很好，企业增长3%。", "3%", Measure.RateOfChange, "3 %", "", Comparison.YearOnYear)]
    public void A_figure_that_its_sentence_contradicts_is_told_by_part_and_reading(
        string sentence,
        string words,
        Measure measure,
        string quantity,
        string disagreements,
        Comparison? comparison = null
    ) => Disagreements(sentence, words, Figure(words, measure, quantity) with { Comparison = comparison }).ShouldBe(disagreements);

    [Theory]
    [InlineData("今年1至3月，产值58元。", "2023-01-01", "2023-03-31", Accumulation.Cumulative, "")]
    [InlineData("今年1至3月，产值58元。", null, null, Accumulation.Cumulative, "period 2023-01-01/2023-03-31")]
    [InlineData("今年1至3月，产值58元。", "2022-01-01", "2022-03-31", Accumulation.Cumulative, "period 2023-01-01/2023-03-31")]
    [InlineData("今年1至3月，产值58元。", "2023-01-01", "2023-03-31", Accumulation.Single, "accumulation CUMULATIVE")]
    [InlineData("截至3月底，共有存款58元。", "2023-03-31", "2023-03-31", Accumulation.Single, "")]
    [InlineData("截至3月底，共有存款58元。", "2023-03-31", "2023-03-31", Accumulation.Cumulative, "")]
    [InlineData("截至上半年，资产58元。", "2022-06-30", "2022-06-30", Accumulation.Single, "")]
    [InlineData("3月份，产值58元。", "2023-03-01", "2023-03-31", Accumulation.Cumulative, "accumulation SINGLE")]
    [InlineData("3月份，累计产值58元。", "2023-03-01", "2023-03-31", Accumulation.Cumulative, "")]
    [InlineData("今年以来，产值58元。", "2023-01-01", "2023-04-30", Accumulation.Cumulative, "")]
    [InlineData("近年来，产值58元。", "2020-01-01", "2023-04-30", Accumulation.Single, "")]
    public void Times_are_compared_where_the_sentence_gives_them(
        string sentence,
        string? first,
        string? last,
        Accumulation accumulation,
        string disagreements
    ) =>
        Disagreements(
                sentence,
                "58元",
                Figure("58元", Measure.Level, "58 元") with
                {
                    Accumulation = accumulation,
                    Period = first is null ? null : new("", Day(first), Day(last!), PeriodPrecision.Range, PeriodBasis.Stated),
                }
            )
            .ShouldBe(disagreements);

    [Theory]
    [InlineData("力争年底达到58家。", ObservationStatus.Actual, "status TARGET")]
    [InlineData("预计年底达到58家。", ObservationStatus.Actual, "status FORECAST")]
    [InlineData("预计年底达到58家。", ObservationStatus.Target, "status FORECAST")]
    [InlineData("全区有58家。", ObservationStatus.Target, "status ACTUAL")]
    [InlineData("全区的目标很高，企业有58家。", ObservationStatus.Target, "")]
    [InlineData("规划提出新的要求。企业有58家。", ObservationStatus.Target, "")]
    public void What_is_planned_or_expected_has_not_happened(string sentence, ObservationStatus status, string disagreements) =>
        Disagreements(sentence, "58家", Figure("58家", Measure.Level, "58 家") with { Status = status }).ShouldBe(disagreements);

    private static string Disagreements(string line, string words, Observation figure)
    {
        var at = line.IndexOf(words, StringComparison.Ordinal);
        var start = line.LastIndexOf('。', at) + 1;
        var within = FigureReader
            .Read([line], Print)
            .Figures.Where(read => read.InLine.Start < at + words.Length && read.InLine.End > at)
            .ToList();
        var place = new PrintedPlace(words, line, start, at, Print, IsInText: true);
        var found = FigureAgreement.Meant(figure, within) is { } read
            ? FigureAgreement.Of(figure, read, place with { At = read.InLine.Start })
            : FigureAgreement.OfWords(figure, place);
        return string.Join(", ", found.Select(one => one.Excuse));
    }

    private static Observation Figure(string words, Measure measure, string quantity) =>
        new()
        {
            Id = "obs:a/b/c",
            Article = "article:a/b",
            Indicator = "indicator:a",
            About = "place:a",
            Figure = words,
            Measure = measure,
            Quantity = QuantityReader.Read(quantity, Hedge.None, null, out _)!,
        };

    private static LocalDate Day(string day) => NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
}
