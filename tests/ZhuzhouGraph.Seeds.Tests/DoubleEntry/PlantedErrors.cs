namespace ZhuzhouGraph.Seeds.Tests.DoubleEntry;

/// <summary>An error that a typist makes, put into the line of one figure.</summary>
/// <param name="Kind">What is wrong, as the test reports it.</param>
/// <param name="Figure">The printed words of the figure whose line is changed.</param>
public sealed record PlantedError(string Kind, string Figure, string Found, string Replaced);

/// <summary>The errors that are planted in the seeds of <see cref="YunlingPaper"/>, written before any rule was.</summary>
public static class PlantedErrors
{
    public static readonly IReadOnlyList<PlantedError> All =
    [
        new("unit", "约4.2万吨", "4.2万 吨", "4.2万 公斤"),
        new("unit", "超过35公斤", "35 公斤", "35 吨"),
        new("unit", "612家", "612 家", "612 项"),
        new("unit", "15至20微米", "15..20 微米", "15..20 米"),
        new("tier", "320.5亿元", "320.5亿 元", "320.5万 元"),
        new("tier", "约4.2万吨", "4.2万 吨", "4.2亿 吨"),
        new("tier", "60万吨", "60万 吨", "60 吨"),
        new("number", "612家", "612 家", "621 家"),
        new("number", "46%", "46 %", "64 %"),
        new("number", "9.1%", "9.1 %", "7.3 %"),
        new("year", "突破1800亿元", "到2025年", "到2024年"),
        new("year", "320.5亿元", "accumulation", "when: {words: 今年1至3月, from: 2022-01-01, to: 2022-03-31}, accumulation"),
        new("year", "约4.2万吨", "of: 发运量", "of: 发运量, when: {words: 去年, from: 2021-01-01, to: 2021-12-31}"),
        new("month and months", "118亿元", "when: 3月份", "when: 今年1至3月, accumulation: CUMULATIVE"),
        new("month and months", "320.5亿元", "accumulation: CUMULATIVE", "when: 3月份"),
        new("direction", "同比增长8.4%", "8.4 %,", "-8.4 %,"),
        new("direction", "2.1%", "-2.1 %", "2.1 %"),
        new("direction", "58家", "58 家", "-58 家"),
        new("direction", "3个百分点", "3 百分点", "-3 百分点"),
        new("plan as actual", "突破1800亿元", "status: TARGET, ", ""),
        new("forecast as actual", "60万吨", "status: FORECAST, ", ""),
        new("actual as plan", "612家", "of:", "status: TARGET, of:"),
        new("actual as plan", "480人", "of:", "status: TARGET, of:"),
        new("actual as forecast", "320.5亿元", "of:", "status: FORECAST, of:"),
        new("forecast as plan", "60万吨", "FORECAST", "TARGET"),
        new("accumulation", "320.5亿元", ", accumulation: CUMULATIVE", ""),
        new("accumulation", "同比增长8.4%", ", accumulation: CUMULATIVE", ""),
        new("accumulation", "118亿元", "of: 产值", "of: 产值, accumulation: CUMULATIVE"),
        new("points as per cent", "3个百分点", "points: 3 百分点", "growth: 3 %"),
        new("points as per cent", "3个百分点", "points: 3 百分点", "share: 3 %"),
        new("per cent as points", "9.1%", "growth: 9.1 %", "points: 9.1 百分点"),
        new("至 as 了", "压缩至原来的30%", "-70 %", "-30 %"),
        new("至 as 了", "480人", "level", "change"),
        new("了 as 至", "增长2.4倍", "240 %", "140 %"),
        new("了 as 至", "58家", "change", "level"),
        new("hedge dropped", "约4.2万吨", "hedge: ABOUT, ", ""),
        new("hedge dropped", "超过35公斤", "hedge: MORE_THAN, ", ""),
        new("hedge dropped", "300余人", "hedge: AND_SOME, ", ""),
        new("hedge dropped", "超过35公斤", "超过35公斤, level: 35 公斤, hedge: MORE_THAN", "35公斤, level: 35 公斤"),
        new("hedge added", "480人", "of:", "hedge: ABOUT, of:"),
        new("hedge added", "38.7亿元", "of:", "hedge: MORE_THAN, of:"),
        new("another hedge", "近9000片", "NEARLY", "ABOUT"),
        new("another hedge", "超过35公斤", "MORE_THAN", "AT_LEAST"),
        new("rank as level", "居全省第3位", "rank: 3 位, of: 技术企业数, within: {words: 全省}", "level: 3 家, of: 技术企业数"),
        new("level as rank", "27个", "level: 27 个", "rank: 27 位, within: {words: 全国}"),
        new("ordinal as level", "第三批", "ordinal: 3 批", "level: 3 批"),
        new("share as growth", "46%", "share: 46 %, of: 发运量, shareOf: 全市发运量", "growth: 46 %, of: 发运量"),
        new("growth as share", "2.1%", "growth: -2.1 %, against: ON_PREVIOUS", "share: 2.1 %"),
        new("year and month before exchanged", "同比增长8.4%", "YEAR_ON_YEAR", "ON_PREVIOUS"),
        new("year and month before exchanged", "2.1%", "ON_PREVIOUS", "YEAR_ON_YEAR"),
        new("year and month before exchanged", "9.1%", "YEAR_ON_YEAR", "ON_PREVIOUS"),
        new("comparison dropped", "同比增长8.4%", "against: YEAR_ON_YEAR, ", ""),
        new("comparison added", "58家", "of:", "against: YEAR_ON_YEAR, of:"),
        new("subject exchanged", "46.2亿元", "about: 青石区", "about: 白沙区"),
        new("subject exchanged", "38.7亿元", "about: 白沙区", "about: 青石区"),
        new("subject exchanged", "9.1%", "about: 青石区", "about: 白沙区"),
        new("subject exchanged", "7.3%", "about: 白沙区", "about: 青石区"),
        new("subject of another report", "612家", "of:", "about: 黑水市, of:"),
        new("subject of another report", "480人", "of:", "about: 北海机械公司, of:"),
    ];
}
