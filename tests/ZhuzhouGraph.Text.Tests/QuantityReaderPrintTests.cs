using CsCheck;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Text.Tests;

public class QuantityReaderPrintTests
{
    [Theory]
    [InlineData("58家", Hedge.None)]
    [InlineData("约400家", Hedge.About)]
    [InlineData("约18公里", Hedge.About)]
    [InlineData("四成左右", Hedge.About)]
    [InlineData("节约30%", Hedge.None)]
    [InlineData("近60家", Hedge.Nearly)]
    [InlineData("近3年40项", Hedge.None)]
    [InlineData("近3年", Hedge.Nearly)]
    [InlineData("近年来40项", Hedge.None)]
    [InlineData("500余家", Hedge.AndSome)]
    [InlineData("120多项", Hedge.AndSome)]
    [InlineData("二十余项", Hedge.AndSome)]
    [InlineData("3年多", Hedge.AndSome)]
    [InlineData("10余年", Hedge.AndSome)]
    [InlineData("10余年", Hedge.Teens)]
    [InlineData("超过300公斤", Hedge.MoreThan)]
    [InlineData("突破1000亿元", Hedge.MoreThan)]
    [InlineData("突破两项技术", Hedge.None)]
    [InlineData("突破技术90余项", Hedge.AndSome)]
    [InlineData("压缩30%以上", Hedge.AtLeast)]
    [InlineData("省级以上40家", Hedge.None)]
    [InlineData("三级以上医院", Hedge.None)]
    [InlineData("不足60家", Hedge.Under)]
    [InlineData("不超过60家", Hedge.AtMost)]
    [InlineData("5%以下", Hedge.AtMost)]
    [InlineData("15至20米", Hedge.Range)]
    [InlineData("零下10℃到30℃", Hedge.Range)]
    [InlineData("5%—8%", Hedge.Range)]
    [InlineData("从5家到58家", Hedge.None)]
    [InlineData("从5家到58家", Hedge.Range)]
    [InlineData("增长到2.4倍", Hedge.None)]
    [InlineData("七八万人", Hedge.Range)]
    [InlineData("5月3日至6日4场", Hedge.None)]
    [InlineData("DF3-3X型", Hedge.None)]
    [InlineData("数十家", Hedge.Several)]
    [InlineData("上百吨", Hedge.OrderOf)]
    [InlineData("十余项", Hedge.Teens)]
    [InlineData("十几家", Hedge.Teens)]
    [InlineData("居全省前列", Hedge.Vague)]
    [InlineData("多项", Hedge.Vague)]
    [InlineData("多项", Hedge.None)]
    public void A_hedge_agrees_with_its_printed_word(string figure, Hedge hedge) =>
        QuantityReader.HedgeContradiction(figure, hedge).ShouldBeNull();

    [Theory]
    [InlineData("约400家", Hedge.None, "ABOUT")]
    [InlineData("近60家", Hedge.About, "NEARLY")]
    [InlineData("90余项", Hedge.None, "AND_SOME")]
    [InlineData("突破技术90余项", Hedge.MoreThan, "AND_SOME")]
    [InlineData("超过300公斤", Hedge.AtLeast, "MORE_THAN")]
    [InlineData("不超过60家", Hedge.MoreThan, "AT_MOST")]
    [InlineData("压缩30%以上", Hedge.None, "AT_LEAST")]
    [InlineData("15至20米", Hedge.None, "RANGE")]
    [InlineData("上百吨", Hedge.MoreThan, "ORDER_OF")]
    [InlineData("十余项", Hedge.AndSome, "TEENS")]
    [InlineData("数十家", Hedge.AndSome, "SEVERAL")]
    [InlineData("居全省前列", Hedge.None, "VAGUE")]
    [InlineData("58家", Hedge.About, "no word")]
    [InlineData("58家", Hedge.Vague, "no word")]
    [InlineData("58家", Hedge.Range, "no word")]
    public void A_hedge_that_is_not_printed_is_named(string figure, Hedge hedge, string says) =>
        QuantityReader.HedgeContradiction(figure, hedge)!.ShouldContain(says);

    [Theory]
    [InlineData("58家", "58 家", Hedge.None, Measure.Level)]
    [InlineData("１,２00家", "1200 家", Hedge.None, Measure.Level)]
    [InlineData("3.1万标箱", "3.1万 标箱", Hedge.None, Measure.Level)]
    [InlineData("1.37万亿元", "1.37万亿 元", Hedge.None, Measure.Level)]
    [InlineData("一万米", "1万 米", Hedge.None, Measure.Level)]
    [InlineData("一万五千亿元", "15000亿 元", Hedge.None, Measure.Level)]
    [InlineData("三千九百六十五家", "3965 家", Hedge.None, Measure.Level)]
    [InlineData("一亿三千万元", "1.3亿 元", Hedge.None, Measure.Level)]
    [InlineData("压缩30%", "-30 %", Hedge.None, Measure.RateOfChange)]
    [InlineData("压缩至30%", "-70 %", Hedge.None, Measure.RateOfChange)]
    [InlineData("增长了2.4倍", "240 %", Hedge.None, Measure.RateOfChange)]
    [InlineData("增长到2.4倍", "140 %", Hedge.None, Measure.RateOfChange)]
    [InlineData("百分之三十", "30 %", Hedge.None, Measure.Share)]
    [InlineData("一半左右", "50 %", Hedge.About, Measure.Share)]
    [InlineData("三成", "30 %", Hedge.None, Measure.Share)]
    [InlineData("两年半", "2.5 年", Hedge.None, Measure.Level)]
    [InlineData("首批", "1 批", Hedge.None, Measure.Ordinal)]
    [InlineData("第五届", "5 届", Hedge.None, Measure.Ordinal)]
    [InlineData("两种", "2 种", Hedge.None, Measure.Level)]
    [InlineData("居全省第2", "2 位", Hedge.None, Measure.Rank)]
    [InlineData("单项冠军", "1 位", Hedge.None, Measure.Rank)]
    [InlineData("零下10℃到30℃", "-10..30 ℃", Hedge.Range, Measure.Level)]
    [InlineData("7—8万人", "7万..8万 人", Hedge.Range, Measure.Level)]
    [InlineData("七八万人", "7万..8万 人", Hedge.Range, Measure.Level)]
    [InlineData("数十家", "10 家", Hedge.Several, Measure.Level)]
    [InlineData("上百吨", "100 吨", Hedge.OrderOf, Measure.Level)]
    [InlineData("十余项", "项", Hedge.Teens, Measure.Level)]
    [InlineData("前列", "位", Hedge.Vague, Measure.Rank)]
    [InlineData("首批3个", "3 个", Hedge.None, Measure.Level)]
    [InlineData("12亿千瓦时", "12亿 千瓦时", Hedge.None, Measure.Level)]
    [InlineData("3千克", "3 千克", Hedge.None, Measure.Level)]
    [InlineData("3千吨", "3000 吨", Hedge.None, Measure.Level)]
    public void A_value_agrees_with_its_printed_number(string figure, string quantity, Hedge hedge, Measure measure) =>
        QuantityReader.ValueContradiction(figure, Read(quantity, hedge), measure).ShouldBeNull();

    [Theory]
    [InlineData("58家", "85 家", Hedge.None, Measure.Level)]
    [InlineData("3.1万标箱", "3.1 吨", Hedge.None, Measure.Level)]
    [InlineData("3.1万标箱", "3.1亿 标箱", Hedge.None, Measure.Level)]
    [InlineData("一万米", "1000 米", Hedge.None, Measure.Level)]
    [InlineData("首批", "2 批", Hedge.None, Measure.Ordinal)]
    [InlineData("12亿千瓦时", "12万 千瓦时", Hedge.None, Measure.Level)]
    [InlineData("一半左右", "40 %", Hedge.About, Measure.Share)]
    [InlineData("15至20米", "15..30 米", Hedge.Range, Measure.Level)]
    [InlineData("上百吨", "1000 吨", Hedge.OrderOf, Measure.Level)]
    [InlineData("数十家", "100 家", Hedge.Several, Measure.Level)]
    [InlineData("二十余项", "项", Hedge.Teens, Measure.Level)]
    [InlineData("压缩30%", "30 %", Hedge.None, Measure.RateOfChange)]
    [InlineData("增长12%", "-12 %", Hedge.None, Measure.RateOfChange)]
    [InlineData("缩短5天", "5 天", Hedge.None, Measure.Change)]
    public void A_value_that_is_not_printed_is_named(string figure, string quantity, Hedge hedge, Measure measure) =>
        QuantityReader.ValueContradiction(figure, Read(quantity, hedge), measure).ShouldNotBeNull().ShouldContain(figure);

    [Fact]
    public void No_figure_makes_the_checks_throw() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789.,%万亿千百十一二两零半成首余多近约至到-数上倍家"], 0, 20])
            .CheckAll(figure =>
            {
                foreach (var hedge in Enum.GetValues<Hedge>())
                    QuantityReader.HedgeContradiction(figure, hedge);
                foreach (var measure in Enum.GetValues<Measure>())
                    QuantityReader.ValueContradiction(figure, Read("7万..8万 人", Hedge.Range), measure);
            });

    private static Quantity Read(string text, Hedge hedge) => QuantityReader.Read(text, hedge, null, out _)!;
}
