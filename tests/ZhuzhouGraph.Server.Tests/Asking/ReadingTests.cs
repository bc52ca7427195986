using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Asking;

/// <summary>What a figure says beyond its number, on invented figures.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData(
        -30,
        "−30%：减少30%，不是减到30%，约为原来的70%；按末位取整：(-30.5, -29.5]%",
        "−30 %: cut by 30 %, not to 30 %; about 70 % is left of what it was; by rounding of the last digit: (-30.5, -29.5] per cent"
    )]
    [InlineData(
        240,
        "+240%：增长240%，不是增长到240%，是原来的3.4倍，不是2.4倍；按末位取整：[239.5, 240.5)%",
        "+240 %: grown by 240 %, not to 240 %; factor 3.4, not 2.4; by rounding of the last digit: [239.5, 240.5) per cent"
    )]
    public void A_rate_says_by_how_much_and_not_to_how_much(int rate, string chinese, string english) =>
        Reading.Of(Figure(Measure.RateOfChange, "%", rate)).ShouldBe(new Reading(chinese, english));

    [Theory]
    [InlineData(
        Measure.RateOfChange,
        "times",
        2,
        "+2倍：增长2倍，不是增长到2倍，是原来的3倍，不是2倍",
        "+2 times: grown by 2 times, not to 2 times; factor 3, not 2"
    )]
    [InlineData(Measure.Multiple, "%", 120, "为基数的1.2倍，不是多1.2倍", "1.2 times the base, not 1.2 times more")]
    [InlineData(Measure.Share, "times", 1, "占整体的100%", "100 % of the whole")]
    public void A_number_is_told_in_the_unit_of_the_words(Measure measure, string unit, int number, string chinese, string english)
    {
        var told = Reading.Of(Figure(measure, unit, number))!;
        (told.Chinese.Split('；')[0], told.English.Split(';')[0]).ShouldBe((chinese, english.Split(';')[0]));
        told.English.ShouldStartWith(english);
    }

    [Theory]
    [InlineData(Hedge.Nearly, "times", 3, "，是原来的[3.7, 4)倍；", "; factor [3.7, 4);")]
    [InlineData(Hedge.AtLeast, "%", 50, "，是原来的[1.5, ∞)倍；", "; factor [1.5, ∞);")]
    [InlineData(Hedge.AtMost, "%", 50, "，是原来的[1, 1.5]倍；", "; factor [1, 1.5];")]
    [InlineData(Hedge.AtLeast, "%", -30, "，为原来的[0, 70]%；", "; [0, 70] % is left of what it was;")]
    [InlineData(Hedge.AtMost, "%", -30, "，为原来的[70, 100]%；", "; [70, 100] % is left of what it was;")]
    public void A_hedged_rate_makes_an_open_factor(Hedge hedge, string unit, int number, string chinese, string english)
    {
        var told = Reading.Of(Figure(Measure.RateOfChange, unit, number, hedge))!;
        told.Chinese.ShouldContain(chinese);
        told.English.ShouldContain(english);
    }

    [Theory]
    [InlineData(Hedge.AndSome, "item", 80, "有余：(80, 90)项，按惯例", "and some more: (80, 90) items, by convention")]
    [InlineData(Hedge.About, "m", 620, "大约：[589, 651]米，按惯例", "about: [589, 651] metres, by convention")]
    [InlineData(Hedge.MoreThan, "kg", 200, "超过：(200, ∞)公斤", "more than: (200, ∞) kilograms")]
    [InlineData(Hedge.AtMost, "kg", 200, "至多：(-∞, 200]公斤", "at most: (-∞, 200] kilograms")]
    [InlineData(Hedge.None, "a", 30, "按末位取整：[29.5, 30.5)年", "by rounding of the last digit: [29.5, 30.5) years")]
    public void A_hedge_is_told_with_its_interval_and_where_that_comes_from(
        Hedge hedge,
        string unit,
        int number,
        string chinese,
        string english
    ) => Reading.Of(Figure(Measure.Level, unit, number, hedge)).ShouldBe(new Reading(chinese, english));

    [Fact]
    public void An_exact_count_says_it_all() => Reading.Of(Figure(Measure.Level, "firm", 58)).ShouldBeNull();

    [Fact]
    public void A_vague_word_has_no_number() =>
        Reading.Of(Figure(Measure.Level, "item", null, Hedge.Vague)).ShouldBe(new Reading("原文没有给出数字", "no number is printed"));

    [Fact]
    public void Items_that_differ_and_all_that_is_covered_are_no_uncertainty()
    {
        var range = Figure(Measure.Level, "um", 15, Hedge.Range, 20);
        Reading
            .Of(range with { Quantity = range.Quantity with { Meaning = QuantityMeaning.Varies } })!
            .English.ShouldBe("varies over the items: [15, 20] micrometres");
        Reading
            .Of(range with { Quantity = range.Quantity with { Meaning = QuantityMeaning.Covers } })!
            .Chinese.ShouldBe("全部涵盖：[15, 20]微米");
    }

    [Fact]
    public void A_rank_names_its_universe_and_a_target_is_told() =>
        Reading
            .Of(Figure(Measure.Rank, "place", 1) with { Within = new("云海全市", null, null, false), Status = ObservationStatus.Target })
            .ShouldBe(new Reading("名次：云海全市第1位；目标，不是结果", "a rank: place 1 in 云海全市; a target, not a result"));

    [Fact]
    public void Every_measure_and_hedge_has_words_for_any_number()
    {
        foreach (var measure in Enum.GetValues<Measure>())
        foreach (var hedge in Enum.GetValues<Hedge>().Except([Hedge.Range, Hedge.Vague]))
        foreach (var number in new decimal?[] { 1, -99.5m, 79228162514264337593543950m })
            if (measure is not (Measure.Level or Measure.Share) || hedge is not Hedge.None)
                Reading.Of(Figure(measure, "pp", number, hedge))!.English.ShouldNotBeEmpty();
        foreach (var measure in Enum.GetValues<Measure>())
            Reading.Of(Figure(measure, "pp", null, Hedge.Vague)).ShouldNotBeNull();
    }

    private static Observation Figure(Measure measure, string unit, decimal? number, Hedge hedge = Hedge.None, decimal? end = null)
    {
        var (of, figure) = (Units.Find(unit)!, Batches.Figure(1, "a", 1));
        var interval = Hedges.Interval(hedge, number, of, end: end);
        return figure with
        {
            Measure = measure,
            Quantity = new()
            {
                Value = hedge is Hedge.Range ? null : number,
                Unit = of,
                Hedge = hedge,
                Lower = interval.Lower,
                Upper = interval.Upper,
                BoundBasis = interval.Basis,
            },
        };
    }
}
