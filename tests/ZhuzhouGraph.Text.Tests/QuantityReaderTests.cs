using System.Globalization;
using CsCheck;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Text.Tests;

public class QuantityReaderTests
{
    [Theory]
    [InlineData("58 家", Hedge.None, "58 firm None [58, 58]")]
    [InlineData("1.4万 标箱", Hedge.None, "14000 teu None [13500, 14500)")]
    [InlineData("1.40 米", Hedge.None, "1.40 m None [1.395, 1.405)")]
    [InlineData("240 %", Hedge.None, "240 % None [239.5, 240.5)")]
    [InlineData("-30 %", Hedge.AtLeast, "-30 % AtLeast (, -30]")]
    [InlineData("1.37万亿 元", Hedge.MoreThan, "1370000000000 CNY MoreThan (1370000000000, )")]
    [InlineData("15..20 微米", Hedge.None, " um Range [15, 20]")]
    [InlineData("15..20 微米", Hedge.Range, " um Range [15, 20]")]
    [InlineData("-269..400 ℃", Hedge.Range, " Cel Range [-269, 400]")]
    [InlineData("7万..8万 人", Hedge.Range, " person Range [70000, 80000]")]
    [InlineData("80 项", Hedge.AndSome, "80 item AndSome (80, 90)")]
    [InlineData("3 年", Hedge.AndSome, "3 a AndSome (3, 4)")]
    [InlineData("项", Hedge.Teens, " item Teens (10, 20)")]
    [InlineData("位", Hedge.Vague, " place Vague (, )")]
    [InlineData("1000 吨", Hedge.OrderOf, " t OrderOf [1000, )")]
    [InlineData("100 家", Hedge.Several, " firm Several [200, 1000)")]
    [InlineData("５８　家", Hedge.None, "58 firm None [58, 58]")]
    [InlineData("2 第", Hedge.None, "2 place None [2, 2]")]
    public void The_notation_of_seeds_gives_value_and_bounds(string text, Hedge hedge, string expected)
    {
        var quantity = QuantityReader.Read(text, hedge, null, out var problem);

        problem.ShouldBeNull();
        Show(quantity!).ShouldBe(expected);
    }

    [Theory]
    [InlineData("十余项", " item Teens (10, 20)")]
    [InlineData("十来项", " item Teens [10, 15]")]
    public void Ten_or_so_is_told_from_the_teens_by_its_words(string figure, string expected) =>
        Show(QuantityReader.Read("项", Hedge.Teens, null, out _, figure)!).ShouldBe(expected);

    [Fact]
    public void A_quantity_keeps_its_printed_multiplier_and_meaning()
    {
        QuantityReader.Read("1.4万 标箱", Hedge.None, null, out _)!.UnitMultiplier.ShouldBe(4);
        QuantityReader.Read("15..20 微米", Hedge.None, QuantityMeaning.Varies, out _)!.Meaning.ShouldBe(QuantityMeaning.Varies);
    }

    [Theory]
    [InlineData("", Hedge.None, null, "write a number")]
    [InlineData("1,400 家", Hedge.None, null, "comma")]
    [InlineData("58家", Hedge.None, null, "space")]
    [InlineData("1.4万标箱", Hedge.None, null, "space")]
    [InlineData("58 标准箱", Hedge.None, null, "nearest is 标箱")]
    [InlineData("58 筐", Hedge.None, null, "allowed are 家 项")]
    [InlineData("1. 家", Hedge.None, null, "allowed are")]
    [InlineData("--3 %", Hedge.None, null, "allowed are")]
    [InlineData("99999999999999万亿 元", Hedge.None, null, "13 digits")]
    [InlineData("0.1234567 米", Hedge.None, null, "6 decimals")]
    [InlineData("1..99999999999999 米", Hedge.None, null, "13 digits")]
    [InlineData("项", Hedge.None, null, "a number is missing")]
    [InlineData("12 项", Hedge.Teens, null, "TEENS has a unit alone")]
    [InlineData("3 位", Hedge.Vague, null, "VAGUE has a unit alone")]
    [InlineData("15..20 微米", Hedge.About, null, "the hedge is ABOUT")]
    [InlineData("15 微米", Hedge.Range, null, "needs two numbers")]
    [InlineData("20..15 微米", Hedge.Range, null, "smaller number first")]
    [InlineData("7..8万 人", Hedge.Range, null, "7万..8万")]
    [InlineData("15 微米", Hedge.None, QuantityMeaning.Covers, "COVERS is of a range")]
    [InlineData("58 家", Hedge.AndSome, null, "round number")]
    [InlineData("0 吨", Hedge.Nearly, null, "other than 0")]
    [InlineData("0.00万 吨", Hedge.Under, null, "other than 0")]
    [InlineData("12 家", Hedge.Several, null, "10, 100, 1000")]
    [InlineData("2000 吨", Hedge.OrderOf, null, "10, 100, 1000")]
    [InlineData("1.5 家", Hedge.None, null, "fraction")]
    [InlineData("0 位", Hedge.None, null, "from 1")]
    public void A_wrong_notation_or_hedge_is_a_problem_that_says_what_is_allowed(
        string text,
        Hedge hedge,
        QuantityMeaning? meaning,
        string says
    )
    {
        QuantityReader.Read(text, hedge, meaning, out var problem).ShouldBeNull();

        problem!.ShouldContain(says);
    }

    [Theory]
    [InlineData("-5 家", Measure.Level, "negative")]
    [InlineData("120 %", Measure.Share, "100 %")]
    [InlineData("-130 %", Measure.RateOfChange, "shrinks")]
    [InlineData("-2 倍", Measure.Multiple, "negative")]
    [InlineData("0 届", Measure.Ordinal, "from 1")]
    [InlineData("-269 ℃", Measure.Level, null)]
    [InlineData("-5 家", Measure.Change, null)]
    [InlineData("240 %", Measure.RateOfChange, null)]
    public void A_value_lies_where_its_measure_allows(string text, Measure measure, string? says)
    {
        var contradiction = QuantityReader.MeasureContradiction(QuantityReader.Read(text, Hedge.None, null, out _)!, measure);

        if (says is null)
            contradiction.ShouldBeNull();
        else
            contradiction!.ShouldContain(says);
    }

    [Fact]
    public void No_text_makes_the_reader_throw_or_turn_an_interval_round() =>
        Gen.Select(
                Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789.-, 万亿家%吨项"], 0, 24]),
                Gen.Enum<Hedge>(),
                Gen.Enum<QuantityMeaning>()
            )
            .CheckAll(
                (text, hedge, meaning) =>
                {
                    var quantity = QuantityReader.Read(text, hedge, meaning, out var problem);
                    (quantity is null).ShouldBe(problem is not null);
                    (quantity?.Lower?.Value > quantity?.Upper?.Value).ShouldBeFalse();
                }
            );

    private static string Show(Quantity quantity)
    {
        var lower = (quantity.Lower is { IsInclusive: true } ? "[" : "(") + quantity.Lower?.Value.ToString(CultureInfo.InvariantCulture);
        var upper = quantity.Upper?.Value.ToString(CultureInfo.InvariantCulture) + (quantity.Upper is { IsInclusive: true } ? "]" : ")");
        return string.Create(CultureInfo.InvariantCulture, $"{quantity.Value} {quantity.Unit.Code} {quantity.Hedge} {lower}, {upper}");
    }
}
