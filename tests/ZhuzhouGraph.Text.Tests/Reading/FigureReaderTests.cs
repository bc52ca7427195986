using System.Globalization;
using NodaTime;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Tests.Reading;

public sealed class FigureReaderTests
{
    private static readonly LocalDate Print = new(2023, 5, 19);

    [Theory]
    [InlineData("全市有58家企业", "58 家")]
    [InlineData("发运4.2万标箱", "42000 标箱")]
    [InlineData("均价8.5元/公斤", "8.5 元/公斤")]
    [InlineData("完成120多万平方米", "1200000 平方米 AND_SOME")]
    [InlineData("吸引近两百名客商", "200 名 NEARLY")]
    [InlineData("产值超过300亿元", "30000000000 元 MORE_THAN")]
    [InlineData("产值超过了300亿元", "30000000000 元 MORE_THAN")]
    [InlineData("产值将超过300亿元", "30000000000 元 MORE_THAN")]
    [InlineData("平均工资8650元/月", "8650 元/月")]
    [InlineData("增长12%、-3.5%和8.1%", "12 %; -3.5 %; 8.1 %")]
    [InlineData("排放不大于30毫克", "30 毫克 AT_MOST")]
    [InlineData("价格在20和30元之间", "20..30 元 RANGE")]
    [InlineData("三十家或者以上", "30 家 AT_LEAST")]
    [InlineData("税收可达6-8亿元", "600000000..800000000 元 RANGE")]
    [InlineData("厚度为15至20微米", "15..20 微米 RANGE")]
    [InlineData("在零下20℃到40℃下稳定", "-20..40 ℃ RANGE")]
    [InlineData("产量约七八万吨", "70000..80000 吨 RANGE")]
    [InlineData("千列以上", "1000 列 AT_LEAST")]
    [InlineData("打造千亿级产业", "100000000000 元 ORDER_OF")]
    [InlineData("500亿订单", "50000000000 元")]
    [InlineData("用时1小时2分3秒5", "3723.5 秒")]
    [InlineData("上千吨原料", "1000 吨 ORDER_OF")]
    [InlineData("十余项成果", "10 项 TEENS")]
    [InlineData("跨度两米半", "2.5 米")]
    [InlineData("不足60家", "60 家 UNDER")]
    [InlineData("分别出口2亿、3亿和4亿美元", "200000000 美元; 300000000 美元; 400000000 美元")]
    public void A_figure_keeps_number_unit_and_hedge(string text, string expected) => Values(text).ShouldBe(expected);

    [Theory]
    [InlineData("产值增长15%", Measure.RateOfChange, "15", FigureRule.RateByVerb, "1.15")]
    [InlineData("产值下降了3成", Measure.RateOfChange, "-30", FigureRule.RateByVerb, "0.7")]
    [InlineData("产值增速为15%", Measure.RateOfChange, "15", FigureRule.RateByNoun, "1.15")]
    [InlineData("以15%的速度前进", Measure.RateOfChange, "15", FigureRule.RateByNoun, "1.15")]
    [InlineData("周期压缩至30%", Measure.RateOfChange, "-70", FigureRule.ShrinkToPart, "0.3")]
    [InlineData("贷款利率为3.85%", Measure.Level, "3.85", FigureRule.Level, null)]
    [InlineData("城镇调查失业率平均5.2%", Measure.Level, "5.2", FigureRule.Level, null)]
    [InlineData("利率下降至3.85%", Measure.Level, "3.85", FigureRule.Level, null)]
    [InlineData("采购经理指数为50.8%", Measure.Level, "50.8", FigureRule.Level, null)]
    [InlineData("利率下降5%", Measure.RateOfChange, "-5", FigureRule.RateByVerb, "0.95")]
    [InlineData("贷款利率占比46%", Measure.Share, "46", FigureRule.Share, null)]
    [InlineData("贷款同比增长达39.2%", Measure.RateOfChange, "39.2", FigureRule.RateByVerb, "1.392")]
    [InlineData("货币贬值高达9.3%", Measure.RateOfChange, "-9.3", FigureRule.RateByVerb, "0.907")]
    [InlineData("税率由12%降至9%", Measure.Share, "12", FigureRule.Share, null)]
    [InlineData("占全省的46.5%", Measure.Share, "46.5", FigureRule.Share, null)]
    [InlineData("节约率为11%", Measure.Share, "11", FigureRule.Share, null)]
    [InlineData("占比提高3个百分点", Measure.Points, "3", FigureRule.Points, null)]
    [InlineData("占比回落0.5个百分点", Measure.Points, "-0.5", FigureRule.Points, null)]
    [InlineData("拉动增长1.2个百分点", Measure.Points, "1.2", FigureRule.Contribution, null)]
    [InlineData("产量增长2.4倍", Measure.Multiple, "2.4", FigureRule.GrowByTimes, "3.4")]
    [InlineData("产量增长到2.4倍", Measure.Multiple, "2.4", FigureRule.GrowToTimes, "2.4")]
    [InlineData("产值翻两番", Measure.Multiple, "2", FigureRule.Doubling, "4")]
    [InlineData("企业增加到58家", Measure.Level, "58", FigureRule.Reached, null)]
    [InlineData("企业增加58家", Measure.Change, "58", FigureRule.ChangeBy, null)]
    [InlineData("工资高出全国平均水平1200元", Measure.Change, "1200", FigureRule.ChangeBy, null)]
    [InlineData("工资低于全国平均水平1200元", Measure.Change, "-1200", FigureRule.ChangeBy, null)]
    [InlineData("排名较上年前移12位", Measure.Change, "12", FigureRule.ChangeBy, null)]
    [InlineData("周期缩短了五个月", Measure.Change, "-5", FigureRule.ChangeBy, null)]
    [InlineData("新增58家", Measure.Level, "58", FigureRule.CountOfNew, null)]
    [InlineData("居全省第二", Measure.Rank, "2", FigureRule.Rank, null)]
    [InlineData("总量居全省前三", Measure.Rank, "3", FigureRule.Rank, null)]
    [InlineData("增速进入全国前10位", Measure.Rank, "10", FigureRule.Rank, null)]
    [InlineData("增速位居榜首", Measure.Rank, "1", FigureRule.Rank, null)]
    [InlineData("增速居全省首位", Measure.Rank, "1", FigureRule.Rank, null)]
    [InlineData("第十四届运动会", Measure.Ordinal, "14", FigureRule.Ordinal, null)]
    public void Words_of_change_decide_measure_and_sign(string text, Measure measure, string number, FigureRule rule, string? factor)
    {
        var figure = Read(text)[0];
        figure.Measure.ShouldBe(measure);
        figure.Number.ShouldBe(decimal.Parse(number, CultureInfo.InvariantCulture));
        figure.Rule.ShouldBe(rule);
        figure.Factor.ShouldBe(factor is null ? null : decimal.Parse(factor, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("同比增长5%", ComparisonKind.YearOnYear)]
    [InlineData("较上年同期增长5%", ComparisonKind.YearOnYear)]
    [InlineData("比去年增长5%", ComparisonKind.YearOnYear)]
    [InlineData("环比下降5%", ComparisonKind.OnPrevious)]
    [InlineData("比上月下降5%", ComparisonKind.OnPrevious)]
    [InlineData("比2019年同期增长5%", ComparisonKind.BasePeriod)]
    [InlineData("较年初增加5万吨", ComparisonKind.BasePeriod)]
    [InlineData("两年平均增长5%", ComparisonKind.AverageSince)]
    [InlineData("比之前缩短了5天", ComparisonKind.AgainstBefore)]
    [InlineData("比全省平均水平高5个百分点", ComparisonKind.OtherEntity)]
    [InlineData("高于全省5个百分点", ComparisonKind.OtherEntity)]
    [InlineData("比计划增加5万吨", ComparisonKind.Plan)]
    public void A_comparison_names_its_base(string text, ComparisonKind kind) => Read(text)[0].Comparison!.Kind.ShouldBe(kind);

    [Fact]
    public void Distributed_figures_share_verb_and_base()
    {
        var figures = Read("今年1至4月，铁、铜、铝产量同比分别下降3%、4%和5%。");
        figures.Select(figure => figure.Number).ShouldBe([-3, -4, -5]);
        figures.ShouldAllBe(figure => figure.Comparison!.Kind == ComparisonKind.YearOnYear && !figure.Comparison.IsInferred);
    }

    [Fact]
    public void Growth_of_a_span_without_its_base_is_on_the_year_and_says_that_this_is_inferred()
    {
        var comparison = Read("一季度，产值增长5%。")[0].Comparison!;
        comparison.ShouldBe(new ReadComparison(ComparisonKind.YearOnYear, "", IsInferred: true));
    }

    [Theory]
    [InlineData("预计产值达到5亿元", ObservationStatus.Forecast)]
    [InlineData("力争产值达到5亿元", ObservationStatus.Target)]
    [InlineData("到2025年，产值达到5亿元", ObservationStatus.Target)]
    [InlineData("要完成投资5亿元", ObservationStatus.Target)]
    [InlineData("将完成投资5亿元", ObservationStatus.Target)]
    [InlineData("插秧186万亩，占计划的98.6%", ObservationStatus.Actual)]
    [InlineData("计划投资5亿元", ObservationStatus.Target)]
    [InlineData("投资5亿元，建设厂房", ObservationStatus.Actual)]
    [InlineData("投资5亿元，建设厂房，建成投产后税收可观", ObservationStatus.Target)]
    [InlineData("产值达到5亿元", ObservationStatus.Actual)]
    [InlineData("将周期缩短了5天", ObservationStatus.Actual)]
    public void Words_of_planning_decide_the_status(string text, ObservationStatus status) => Read(text)[^1].Status.ShouldBe(status);

    [Fact]
    public void Who_says_it_holds_to_the_end_of_the_sentence()
    {
        var figures = Read("据市统计局数据显示，产值5亿元，增长3%。出口2亿元。");
        figures.Select(figure => figure.AttributedTo).ShouldBe(["市统计局", "市统计局", null]);
    }

    [Fact]
    public void A_share_names_its_whole_and_a_rank_its_universe()
    {
        Read("出口占全市工业产值的46%")[0].Of.ShouldBe("全市工业产值");
        Read("产值居全省第二")[0].Of.ShouldBe("全省");
    }

    [Fact]
    public void A_denied_figure_says_so()
    {
        Read("产值未达到5亿元")[0].IsNegated.ShouldBeTrue();
        Read("产值达到5亿元")[0].IsNegated.ShouldBeFalse();
    }

    [Theory]
    [InlineData("设备减少2倍")]
    [InlineData("今年1至9月，产值5亿元")]
    public void What_is_not_safe_is_refused_with_a_reason(string text) =>
        FigureReader.Read([text], Print).Refused.ShouldHaveSingleItem().Reason.ShouldNotBeEmpty();

    [Theory]
    [InlineData("一家企业")]
    [InlineData("三年前建成")]
    [InlineData("上午8点")]
    [InlineData("第二产业")]
    [InlineData("5月18日")]
    [InlineData("2021年")]
    [InlineData("未来五年")]
    [InlineData("一年零三个月")]
    [InlineData("二十六年间")]
    [InlineData("50年一遇的洪水")]
    [InlineData("人大三次会议")]
    [InlineData("八十年代")]
    [InlineData("上午9点30分")]
    [InlineData("前三名选手")]
    public void Numbers_that_measure_nothing_are_no_figures(string text) => Read(text).ShouldBeEmpty();

    private static IReadOnlyList<ReadFigure> Read(string text) => FigureReader.Read([text], Print).Figures;

    private static string Values(string text) => string.Join("; ", Read(text).Select(Value));

    private static string Value(ReadFigure figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{figure.Number}{(figure.To is { } to ? $"..{to}" : "")} {figure.Unit}")
        + (figure.Hedge is Hedge.None ? "" : $" {Spelling.UpperSnake(figure.Hedge.ToString())}");
}
