using CsCheck;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Tests;

public class SentencesTests
{
    [Theory]
    [InlineData("港口开航。货船三艘！还有吗？", "港口开航。|货船三艘！|还有吗？")]
    [InlineData("等等……他走了", "等等……|他走了")]
    [InlineData("真的?!是的!", "真的?!|是的!")]
    [InlineData("他说：“到了。”大家鼓掌。", "他说：“到了。”|大家鼓掌。")]
    [InlineData("（一期完工。）二期开工。", "（一期完工。）|二期开工。")]
    [InlineData("他问：“‘几时？’”！众人笑", "他问：“‘几时？’”！|众人笑")]
    [InlineData("增长5.8%,共3.1万", "增长5.8%,共3.1万")]
    [InlineData("## 东港 开航", "东港 开航")]
    [InlineData("#1号泊位", "#1号泊位")]
    [InlineData("　　首行缩进。 又一句 ", "首行缩进。|又一句")]
    [InlineData("##", "")]
    [InlineData("", "")]
    [InlineData(" \u3000", "")]
    public void A_line_falls_into_its_sentences(string line, string expected) =>
        string.Join('|', Sentences.OfLine(line).Select(s => line[s.Start..s.End])).ShouldBe(expected);

    [Fact]
    public void Sentences_never_overlap_and_leave_out_only_white_space_and_heading_marks() =>
        Gen.String[Gen.Char["。！？…!?”’\"'）。一a1.# \u3000"], 0, 30]
            .CheckAll(line =>
            {
                var covered = 0;
                foreach (var sentence in Sentences.OfLine(line))
                {
                    sentence.Start.ShouldBeGreaterThanOrEqualTo(covered);
                    sentence.End.ShouldBeGreaterThan(sentence.Start);
                    line[covered..sentence.Start].Trim().ShouldBe(covered == 0 ? line[..sentence.Start].Trim() : "");
                    line[sentence.Start..sentence.End].Trim().Length.ShouldBe(sentence.End - sentence.Start);
                    covered = sentence.End;
                }
                line[covered..].Trim().Trim('#').ShouldBeEmpty();
            });
}
