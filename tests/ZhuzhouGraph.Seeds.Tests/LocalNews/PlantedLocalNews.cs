namespace ZhuzhouGraph.Seeds.Tests.LocalNews;

/// <summary>An error that a typist makes, put into the line of one figure of a local report.</summary>
/// <param name="Kind">What is wrong, as the test reports it.</param>
/// <param name="Figure">The printed words of the figure whose line is changed; they stand once in the report's file.</param>
public sealed record LocalError(string Kind, string File, string Figure, string Found, string Replaced);

/// <summary>The errors that are planted in the seeds of the local reports, written before they were looked for.</summary>
public static class PlantedLocalNews
{
    private const string Procurement = "articles/2011-04-13/01-procurement.yaml",
        Guangdong = "articles/2021-10-23/01-guangdong.yaml",
        Hunan = "articles/2023-02-01/01-hunan-chains.yaml";

    public static readonly IReadOnlyList<LocalError> All =
    [
        new("unit", Procurement, "13.83亿元", "13.83亿 元", "13.83亿 美元"),
        new("unit", Hunan, "20分钟", "20 分钟", "20 小时"),
        new("tier", Guangdong, "6.03万亿元", "6.03万亿 元", "6.03亿 元"),
        new("tier", Procurement, "7.96亿元", "7.96亿 元", "7.96万 元"),
        new("tier", Hunan, "2340.54亿元", "2340.54亿 元", "2340.54万亿 元"),
        new("number", Guangdong, "88009.86亿元", "88009.86亿", "88090.86亿"),
        new("year", Guangdong, "6.03万亿元", "of:", "when: {words: 前三季度, from: 2020-01-01, to: 2020-09-30}, of:"),
        new("year", Hunan, "100个", "of:", "when: {words: 今年, from: 2022-01-01, to: 2022-12-31}, of:"),
        new("month and months", Guangdong, "0.78万亿元", "of:", "when: 前三季度, accumulation: CUMULATIVE, of:"),
        new("month and months", Guangdong, "2.67万亿元", "of:", "when: {words: 当月, from: 2021-09-01, to: 2021-09-30}, of:"),
        new("comparison", Guangdong, "增长20.6%", "YEAR_ON_YEAR", "ON_PREVIOUS"),
        new("comparison", Procurement, "同比增长71.45%", "YEAR_ON_YEAR", "ON_PREVIOUS"),
        new("comparison", Guangdong, "两年平均增长5.1%", "AVERAGE_SINCE, base: 两年平均", "YEAR_ON_YEAR"),
        new("base exchanged", Guangdong, "增长42.9%", "base: 2019年1—8月份", "base: 2020年1—8月份"),
        new("base exchanged", Guangdong, "两年平均增长8.0%", "base: 两年平均", "base: 三年平均"),
        new("base exchanged", Guangdong, "低33.2个百分点", "{words: 全国水平, about: 中国}", "{words: 全省水平, about: 湖南}"),
        new("direction", Hunan, "缩短了五个月", "-5 个月", "5 个月"),
        new("direction", Guangdong, "低11个百分点", "-11 百分点", "11 百分点"),
        new("direction", Guangdong, "同比增长18.6%", "18.6 %", "-18.6 %"),
        new("plan as actual", Hunan, "200家", ", status: TARGET", ""),
        new("actual as plan", Guangdong, "2.67万亿元", "of:", "status: TARGET, of:"),
        new("accumulation", Guangdong, "8.8万亿", ", accumulation: CUMULATIVE", ""),
        new("accumulation", Guangdong, "0.49万亿元", "of:", "accumulation: CUMULATIVE, of:"),
        new("subject exchanged", Guangdong, "56051.4亿元", "of:", "about: 广东, of:"),
        new("subject exchanged", Guangdong, "49.5%", "about: 中国", "about: 广东"),
        new("subject exchanged", Hunan, "20分钟", "about: 混凝土泵送机械", "about: 混凝土机械"),
        new("points as per cent", Guangdong, "低33.2个百分点", "points: -33.2 百分点", "growth: -33.2 %"),
        new("per cent as points", Guangdong, "两年平均增长8.5%", "growth: 8.5 %", "points: 8.5 百分点"),
        new("change as level", Hunan, "缩短了五个月", "change: -5 个月, against: AGAINST_BEFORE", "level: 5 个月"),
        new("level as change", Guangdong, "88009.86亿元", "level:", "change:"),
        new("rank as level", Guangdong, "第一经济大省", "rank: 1 位", "level: 1 个"),
        new("share as growth", Procurement, "27.76%", "share: 27.76 %", "growth: 27.76 %, against: YEAR_ON_YEAR"),
        new("hedge dropped", Hunan, "近300家", ", hedge: NEARLY", ""),
        new("part as the whole", Procurement, "3.4亿元", ", breakdown: 货物", ""),
        new("part as the whole", Guangdong, "3.68万亿元", ", breakdown: 出口", ""),
        new("part exchanged", Procurement, "0.04亿元", "breakdown: 邀请招标", "breakdown: 询价"),
        new("part exchanged", Guangdong, "0.29万亿元", "breakdown: 进口", "breakdown: 出口"),
        new("part exchanged", Procurement, "1.71%", "breakdown: 单一来源采购", "breakdown: 公开招标"),
        new("indicator exchanged", Procurement, "13.83亿元", "of: 政府采购预算金额", "of: 政府采购节约资金"),
        new("indicator exchanged", Guangdong, "2.67万亿元", "of: 规模以上工业增加值", "of: 规模以上工业利润总额"),
    ];
}
