using System.Globalization;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Tests.Reading;

public sealed class NumberScannerTests
{
    [Theory]
    [InlineData("58", "58")]
    [InlineData("１，２３４", "1234")]
    [InlineData("1,100.9亿", "110090000000")]
    [InlineData("4.2万", "42000")]
    [InlineData("1.37万亿", "1370000000000")]
    [InlineData("1亿2000万", "120000000")]
    [InlineData("1万2千", "12000")]
    [InlineData("三万五", "35000")]
    [InlineData("两千四百五", "2450")]
    [InlineData("一百零八", "108")]
    [InlineData("三千九百六十五", "3965")]
    [InlineData("一万五千亿", "1500000000000")]
    [InlineData("四万万", "400000000")]
    [InlineData("二〇二三", "2023")]
    [InlineData("十二点五", "12.5")]
    [InlineData("一千六点五", "1600.5")]
    [InlineData("二十 億", "2000000000")]
    [InlineData("负二十", "-20")]
    [InlineData("十余万", "100000")]
    [InlineData("三分之一", "0.3333333333333333333333333333")]
    [InlineData("1/4", "0.25")]
    [InlineData("百分之三十", "30")]
    [InlineData("五千二百元", "5200")]
    [InlineData("2.3千克", "2.3")]
    [InlineData("三千米", "3000")]
    public void A_number_is_read_in_every_notation(string text, string value) =>
        NumberScanner.In(Glyphs.Plain(text)).Select(number => number.Value).ShouldBe([decimal.Parse(value, CultureInfo.InvariantCulture)]);

    [Fact]
    public void Two_digits_side_by_side_are_a_range_and_not_one_number()
    {
        var number = NumberScanner.In("七八万").ShouldHaveSingleItem();
        number.Value.ShouldBe(70_000);
        number.To.ShouldBe(80_000);
    }

    [Theory]
    [InlineData("数十", 10, Hedge.Several)]
    [InlineData("几百万", 1_000_000, Hedge.Several)]
    [InlineData("上千", 1000, Hedge.OrderOf)]
    [InlineData("成千上万", 10_000, Hedge.OrderOf)]
    [InlineData("二十几亿", 2_000_000_000, Hedge.AndSome)]
    public void A_vague_number_keeps_its_order_and_its_hedge(string text, long value, Hedge hedge)
    {
        var number = NumberScanner.In(text).ShouldHaveSingleItem();
        number.Value.ShouldBe(value);
        number.Inner.ShouldBe(hedge);
    }

    [Theory]
    [InlineData("四川的一切")]
    [InlineData("收拾行李去大陆")]
    [InlineData("5G和A320")]
    [InlineData("十分努力")]
    [InlineData("万")]
    [InlineData("兆")]
    public void Words_with_numerals_are_no_numbers(string text) =>
        NumberScanner.In(Glyphs.Plain(text)).Where(number => !number.IsArabic).ShouldBeEmpty();

    [Fact]
    public void A_place_in_the_plain_text_is_the_place_in_the_text()
    {
        const string text = "約１２萬噸";
        Glyphs.Plain(text).Length.ShouldBe(text.Length);
        var number = NumberScanner.In(Glyphs.Plain(text)).ShouldHaveSingleItem();
        text[number.Start..number.End].ShouldBe("１２萬");
    }
}
