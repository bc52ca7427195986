using CsCheck;
using NodaTime;
using ZhuzhouGraph.Testing;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Tests.Reading;

/// <summary>What holds of every text, whatever stands in it.</summary>
public sealed class FigureReaderPropertyTests
{
    private static readonly string[] Pieces =
    [
        " ",
        "\t",
        .. (
            "1 20 3.5 ， 。 、 万 亿 千 百 十 零 两 七八 % 个百分点 倍 番 翻 增长 下降 至 到 了 - ～ 年 月 "
            + "日 截至 今年 去年同期 比 同比 约 近 余 多 以上 第 首 家 元/吨 一 半 点 分之 百分之 成 “十四五” 季度 "
            + "周五 上周 周末 头 同期 假期 榜首 前三 居 利率 million rose 5 first quarter of May fifty-eight "
            + "上半年 连续 以来 前 零下 ℃ Ａ 🀄 負 廿 兆 数 几 上 和 分别 占 将 预计 小时 秒"
        ).Split(' '),
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[0, 40].Select(string.Concat),
        Gen.Char['\u4E00', '\u9FFF'].Array[0, 60].Select(characters => new string(characters)),
        Gen.String[0, 40]
    );

    [Fact]
    public void No_text_throws_and_every_span_lies_inside_and_none_overlaps() =>
        Texts.CheckAll(
            text =>
            {
                var read = FigureReader.Read([text], new LocalDate(2023, 5, 19));
                var end = 0;
                foreach (var figure in read.Figures)
                {
                    figure.InLine.Start.ShouldBeGreaterThanOrEqualTo(end);
                    figure.InLine.End.ShouldBeGreaterThan(figure.InLine.Start);
                    figure.InLine.End.ShouldBeLessThanOrEqualTo(text.Length);
                    text[figure.InLine.Start..figure.InLine.End].ShouldBe(figure.Printed);
                    end = figure.InLine.End;
                }
                foreach (var refused in read.Refused)
                    text[refused.InLine.Start..refused.InLine.End].ShouldBe(refused.Printed);
            },
            cases: 20_000
        );

    [Fact]
    public void Every_quantity_that_a_generator_prints_reads_back_to_itself() =>
        PrintedQuantities.All.CheckAll(
            printed =>
            {
                var figure = FigureReader.Read([printed.Text], new LocalDate(2023, 5, 19)).Figures.ShouldHaveSingleItem(printed.Text);
                figure.Number.ShouldBe(printed.Number, printed.Text);
                figure.Unit.ShouldBe(printed.Unit, printed.Text);
                figure.Hedge.ShouldBe(printed.Hedge, printed.Text);
            },
            cases: 5_000
        );
}
