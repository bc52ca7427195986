namespace ZhuzhouGraph.Text.Tests;

public sealed class ChangeWordsTests
{
    [Theory]
    [InlineData("增长2倍", ChangeRule.GrowByTimes, Measure.RateOfChange, "200")]
    [InlineData("同比增加了约两倍", ChangeRule.GrowByTimes, Measure.RateOfChange, "200")]
    [InlineData("增长到2倍", ChangeRule.GrowToTimes, Measure.Multiple, "2")]
    [InlineData("增至原来的1.5倍", ChangeRule.GrowToTimes, Measure.Multiple, "1.5")]
    [InlineData("是去年的3倍", ChangeRule.GrowToTimes, Measure.Multiple, "3")]
    [InlineData("翻两番", ChangeRule.Double, Measure.Multiple, "4")]
    [InlineData("翻了一番", ChangeRule.Double, Measure.Multiple, "2")]
    [InlineData("翻番", ChangeRule.Double, Measure.Multiple, "2")]
    [InlineData("增长２４０％", ChangeRule.GrowByPercent, Measure.RateOfChange, "240")]
    [InlineData("压缩30%", ChangeRule.ShrinkByPercent, Measure.RateOfChange, "-30")]
    [InlineData("提高5个百分点", ChangeRule.GrowByPoints, Measure.Points, "5")]
    [InlineData("下降0.5个百分点", ChangeRule.ShrinkByPoints, Measure.Points, "-0.5")]
    public void Words_of_change_say_by_which_rule_they_are_a_number(string words, ChangeRule rule, Measure measure, string number) =>
        ChangeWords
            .Read(words)
            .ShouldBe(new ChangeReading(rule, measure, decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("58家")]
    [InlineData("2倍")]
    [InlineData("240%")]
    [InlineData("增长两成")]
    [InlineData("由增长2倍到增长3倍")]
    public void Words_that_say_no_change_or_several_have_no_rule(string words) => ChangeWords.Read(words).ShouldBeNull();

    [Theory]
    [InlineData("增长2倍", Measure.RateOfChange, "200 %", ChangeRule.GrowByTimes)]
    [InlineData("增长2倍", Measure.RateOfChange, "2 倍", ChangeRule.GrowByTimes)]
    [InlineData("增长2倍", Measure.Multiple, "2 倍", null)]
    [InlineData("增长2倍", Measure.RateOfChange, "100 %", null)]
    [InlineData("翻两番", Measure.Multiple, "4 倍", ChangeRule.Double)]
    [InlineData("压缩30%", Measure.RateOfChange, "-30 %", ChangeRule.ShrinkByPercent)]
    public void A_rule_is_told_only_where_it_gives_what_is_recorded(string words, Measure measure, string quantity, ChangeRule? rule) =>
        ChangeWords
            .RuleOf(
                new()
                {
                    Id = "obs:yunhai/01/a",
                    Article = "article:yunhai/01",
                    Indicator = "indicator:lanterns-made",
                    About = "place:yunhai",
                    Figure = words,
                    Measure = measure,
                    Quantity = QuantityReader.Read(quantity, Hedge.None, null, out _)!,
                }
            )
            .ShouldBe(rule);
}
