using System.Globalization;
using CsCheck;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Tests;

/// <summary>What a level and a change of it imply: the scenarios of the statistics, on invented figures.</summary>
public class ImpliedTests
{
    [Theory]
    [InlineData("3.4万 t", Measure.RateOfChange, "240 %", "10000", "(9838.47283406, 10162.0029456)", "34000 t / (1 + 240 / 100)")]
    [InlineData("28 h", Measure.RateOfChange, "-30 %", "40", "[39.0070921985, 41.0071942447)", "28 h / (1 + -30 / 100)")]
    [InlineData("200 firm", Measure.RateOfChange, "100 %", "100", "(99.7506234413, 100.250626567]", "200 firm / (1 + 100 / 100)")]
    [InlineData("400 firm", Measure.Multiple, "4 times", "100", "(88.8888888888, 114.285714286]", "400 firm / 4")]
    [InlineData("58 firm", Measure.Change, "10 firm", "48", "48", "58 firm - 10 firm")]
    [InlineData("45 %", Measure.Points, "5 pp", "40", "(39, 41)", "45 % - 5 pp")]
    public void A_level_and_a_change_of_it_imply_the_level_before(
        string level,
        Measure measure,
        string change,
        string value,
        string interval,
        string formula
    )
    {
        var (one, other) = (Figure(Measure.Level, level), Figure(measure, change));

        var implied = Implied.Of(one, other);

        (implied.Kind, implied.Refused, implied.Formula).ShouldBe((ImpliedKind.Base, null, formula));
        implied.Value!.Value.ToString(CultureInfo.InvariantCulture).ShouldBe(value);
        implied.Interval!.ToString().ShouldBe(interval);
        implied.Unit.ShouldBe(one.Quantity.Unit);
        Implied.Of(other, one).ShouldBe(implied, "the order of the two does not matter");
    }

    [Fact]
    public void A_growth_by_the_year_on_average_implies_neither_a_factor_nor_a_level()
    {
        var average = Figure(Measure.RateOfChange, "5 %") with { Comparison = Comparison.AverageSince };

        Implied.FactorOf(average)!.Refused.ShouldBe(ImpliedRefusal.Comparison);
        Implied.Of(Figure(Measure.Level, "105 firm"), average).Refused.ShouldBe(ImpliedRefusal.Comparison);
        Implied.Of(Figure(Measure.Level, "105 firm"), average with { Comparison = Comparison.BasePeriod }).Refused.ShouldBeNull();
    }

    [Fact]
    public void A_rate_of_change_implies_a_factor_and_no_other_measure_does()
    {
        var factor = Implied.FactorOf(Figure(Measure.RateOfChange, "240 %"))!;

        (factor.Kind, factor.Value, factor.Unit.Code, factor.Formula).ShouldBe((ImpliedKind.Factor, 3.4m, "times", "(1 + 240 / 100)"));
        factor.Interval!.ToString().ShouldBe("[3.395, 3.405)");
        foreach (var measure in Enum.GetValues<Measure>().Except([Measure.RateOfChange]))
            Implied.FactorOf(Figure(measure, "240 %")).ShouldBeNull();
    }

    [Fact]
    public void Nothing_follows_where_the_figures_do_not_fit_and_why_is_said()
    {
        var (level, rate) = (Figure(Measure.Level, "100 CNY"), Figure(Measure.RateOfChange, "5 %"));
        var vague = rate with
        {
            Quantity = new() { Unit = Units.Find("%")!, Hedge = Hedge.Vague },
        };
        var range = level with { Quantity = level.Quantity with { Meaning = QuantityMeaning.Varies } };

        Refusal(level, vague).ShouldBe(ImpliedRefusal.NoNumber);
        Refusal(range, rate).ShouldBe(ImpliedRefusal.SeveralValues);
        Refusal(level with { PriceBasis = PriceBasis.Current }, rate with { PriceBasis = PriceBasis.Constant })
            .ShouldBe(ImpliedRefusal.PriceBasis);
        Refusal(level, rate with { PriceBasis = PriceBasis.Constant }).ShouldBe(ImpliedRefusal.PriceBasis);
        Refusal(level with { Accumulation = Accumulation.Cumulative }, rate).ShouldBe(ImpliedRefusal.Accumulation);
        Refusal(level with { ShareOf = "a" }, rate with { ShareOf = "b" }).ShouldBe(ImpliedRefusal.Scope);
        Refusal(level, Figure(Measure.Change, "5 t")).ShouldBe(ImpliedRefusal.Units);
        Refusal(level, Figure(Measure.RateOfChange, "-100 %")).ShouldBe(ImpliedRefusal.NotPositive);
        Refusal(level, Figure(Measure.RateOfChange, "-99.99 %")).ShouldBeNull();
        Refusal(Exactly(level, decimal.MaxValue), Exactly(level with { Measure = Measure.Change }, decimal.MinValue))
            .ShouldBe(ImpliedRefusal.TooLarge);
        Should.Throw<ArgumentException>(() => Implied.Of(level, level)).Message.ShouldContain("no level and a change of it");

        static Observation Exactly(Observation figure, decimal value) =>
            figure with
            {
                Quantity = new() { Value = value, Unit = figure.Quantity.Unit },
            };

        static ImpliedRefusal? Refusal(Observation level, Observation change) => Implied.Of(level, change).Refused;
    }

    [Fact]
    public void Whatever_the_figures_mean_the_interval_has_the_base() =>
        Gen.Select(Gen.Int[1, 1_000_000], Gen.Int[-95, 900], Gen.Double[0, 0.999], Gen.Double[0, 0.999])
            .CheckAll(
                (level, rate, atLevel, atRate) =>
                {
                    var (one, other) = (Figure(Measure.Level, $"{level} t"), Figure(Measure.RateOfChange, $"{rate} %"));
                    var implied = Implied.Of(one, other).Interval!;
                    var (levels, rates) = (one.Quantity.Interval!, other.Quantity.Interval!);
                    var factor = 1 + Between(rates, atRate) / 100;

                    Interval.Of(Between(levels, atLevel) / factor).IsWithin(implied).ShouldBeTrue();
                },
                cases: 5_000
            );

    private static decimal Between(Interval interval, double at) =>
        interval.Lower!.Value + (interval.Upper!.Value - interval.Lower.Value) * (decimal)at;

    private static Observation Figure(Measure measure, string said)
    {
        var words = said.Split(' ');
        var multiplier = words[0].EndsWith('万') ? 4 : 0;
        var (number, unit) = (decimal.Parse(words[0].TrimEnd('万'), CultureInfo.InvariantCulture), Units.Find(words[1])!);
        var (lower, upper, basis) = Hedges.Interval(Hedge.None, number, unit, multiplier);
        return new()
        {
            Id = $"obs:yunhai/01/{measure}",
            Article = "article:yunhai/01",
            Indicator = "indicator:yunhai-goods",
            About = "place:yunhai",
            Measure = measure,
            Figure = said,
            Quantity = new()
            {
                Value = Hedges.Scaled(number, multiplier),
                Unit = unit,
                UnitMultiplier = multiplier,
                Lower = lower,
                Upper = upper,
                BoundBasis = basis,
            },
        };
    }
}
