namespace ZhuzhouGraph.Text.Tests;

public sealed class NumeralWordsTests
{
    [Theory]
    [InlineData("零售额增长", "零售额")]
    [InlineData("一般公共预算收入", "一般公共预算")]
    [InlineData("百度与三星进一步合作", "百度|三星|进一步")]
    [InlineData("一线工人融为一体", "一线|一体")]
    [InlineData("建成5G基站，PM2.5下降", "5G|PM2.5")]
    [InlineData("四川的长三角专班一如既往", "四川|长三角|一如既往")]
    [InlineData("B2B平台用A4纸印3D图", "B2B|A4|3D")]
    [InlineData("跃进3-3XC井", "3-3XC")]
    public void Words_in_which_a_numeral_counts_nothing_are_known(string text, string words) =>
        string.Join('|', NumeralWords.In(text).Select(span => text[span.Start..span.End])).ShouldBe(words);

    [Theory]
    [InlineData("共有四家、十五项、两万棵")]
    [InlineData("重500kg，厚5mm，发电5-20GWh")]
    [InlineData("共58家，增长2.4倍，占30%")]
    [InlineData("第一、第三位，2023年5月18日")]
    [InlineData("一起事故，一行五人，一家企业")]
    public void Numerals_that_count_are_none_of_them(string text) => NumeralWords.In(text).ShouldBeEmpty();

    [Fact]
    public void Of_a_numeral_that_only_ends_in_such_a_word_the_beginning_stays_outside()
    {
        NumeralWords.In("二十一路").Single().ShouldBe(new Span(2, 4));
        NumeralWords.In("两万里").Single().ShouldBe(new Span(1, 3));
    }
}
