using CsCheck;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Text.Tests;

public class PrintMatchTests
{
    [Theory]
    [InlineData("58家", "东港有58家船厂", "58家")]
    [InlineData("58家", "东港有５８ 家船厂", "５８ 家")]
    [InlineData("增长240%", "同比增长2\n40％,已经", "增长2\n40％")]
    [InlineData("1-4月", "今年1—4月", "1—4月")]
    [InlineData("PI膜", "高性能Pi膜", "Pi膜")]
    [InlineData("东港小巨人企业", "东港“小巨人”企业", "东港“小巨人”企业")]
    [InlineData("小巨人", "东港“小巨人”企业", "小巨人")]
    [InlineData("“小巨人”", "东港「小巨人」企业", "「小巨人」")]
    [InlineData("“小巨人”企业", "的“ 小巨人”企业", "“ 小巨人”企业")]
    [InlineData("《港口条例》", "据《港口条例》规定", "《港口条例》")]
    [InlineData("三家", "三家、三家和十三家", "三家|三家|三家")]
    [InlineData("哈哈", "哈哈哈", "哈哈")]
    public void Words_are_found_as_printed(string words, string text, string expected) => Found(words, text).ShouldBe(expected);

    [Theory]
    [InlineData("“小巨人”", "东港小巨人企业")]
    [InlineData("《港口条例》", "据“港口条例”规定")]
    [InlineData("小巨人", "小人")]
    [InlineData("“”", "“”")]
    [InlineData("1.5億", "1.5亿元")]
    [InlineData("欧阳某", "欧阳·某")]
    [InlineData("1.4", "1·4")]
    [InlineData(" ", "a b")]
    [InlineData("", "东港")]
    public void Other_words_are_not_found(string words, string text) => Found(words, text).ShouldBeEmpty();

    [Theory]
    [InlineData("8家", "58家")]
    [InlineData("8家", "5\n8家")]
    [InlineData("8家", "5.8家")]
    [InlineData("8家", "５．８家")]
    [InlineData("第2", "第26位")]
    [InlineData("共5", "共5.8吨")]
    [InlineData("200家", "1,200家")]
    [InlineData("共1", "共1,200家")]
    public void A_number_is_not_found_inside_a_longer_one(string words, string text) => Found(words, text).ShouldBeEmpty();

    [Theory]
    [InlineData("8家", "居第5。8家船厂", "8家")]
    [InlineData("8家", "第2,8家船厂", "8家")]
    [InlineData("居第2", "居第2.", "居第2")]
    [InlineData("58", "58家、58", "58|58")]
    public void Stops_and_commas_between_numbers_keep_them_apart(string words, string text, string expected) =>
        Found(words, text).ShouldBe(expected);

    [Fact]
    public void Words_without_digits_are_found_wherever_they_are_put() =>
        Gen.Select(Gen.String[Gen.Char["港口 “”《》。,a\n"], 0, 9], Gen.String[Gen.Char["港口 “”《》。,a\n"], 0, 9])
            .CheckAll(
                (words, around) =>
                {
                    var text = around + words + around;
                    var spans = PrintMatch.Find(words, text);
                    if (Folding.Fold(words).Length > 0)
                        spans.ShouldNotBeEmpty();
                    foreach (var span in spans)
                        Folding.Fold(text[span.Start..span.End]).ShouldBe(Folding.Fold(words));
                }
            );

    private static string Found(string words, string text) =>
        string.Join('|', PrintMatch.Find(words, text).Select(s => text[s.Start..s.End]));

    [Fact]
    public void A_number_ends_at_its_cell() => PrintMatch.Find("2015-12-27", "较2015-12-27\t2015-12-26").ShouldHaveSingleItem();
}
