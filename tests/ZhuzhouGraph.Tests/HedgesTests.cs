using System.Globalization;
using CsCheck;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Tests;

public class HedgesTests
{
    /// <summary>The rows of the table of widths, each with its examples.</summary>
    [Theory]
    [InlineData(Hedge.None, "58", 0, "家", "[58, 58] Stated")]
    [InlineData(Hedge.None, "1.4", 4, "标箱", "[13500, 14500) Rounding")]
    [InlineData(Hedge.None, "3", 4, "标箱", "[30000, 30000] Stated")]
    [InlineData(Hedge.None, "2", 0, "位", "[2, 2] Stated")]
    [InlineData(Hedge.None, "4.2", 4, "吨", "[41500, 42500) Rounding")]
    [InlineData(Hedge.None, "500", 8, "元", "[49950000000, 50050000000) Rounding")]
    [InlineData(Hedge.None, "240", 0, "%", "[239.5, 240.5) Rounding")]
    [InlineData(Hedge.None, "1.40", 0, "米", "[1.395, 1.405) Rounding")]
    [InlineData(Hedge.AndSome, "500", 0, "家", "(500, 600) Convention")]
    [InlineData(Hedge.AndSome, "230", 4, "人", "(2300000, 2400000) Convention")]
    [InlineData(Hedge.AndSome, "80", 0, "项", "(80, 90) Convention")]
    [InlineData(Hedge.AndSome, "1.4", 4, "人", "(14000, 15000) Convention")]
    [InlineData(Hedge.Nearly, "60", 0, "家", "[54, 60) Convention")]
    [InlineData(Hedge.Nearly, "62", 0, "家", "[61, 62) Convention")]
    [InlineData(Hedge.About, "400", 0, "家", "[380, 420] Convention")]
    [InlineData(Hedge.MoreThan, "1000", 8, "元", "(100000000000, ∞) Stated")]
    [InlineData(Hedge.AtLeast, "3", 0, "天", "[3, ∞) Stated")]
    [InlineData(Hedge.Under, "60", 0, "家", "[54, 60) Convention")]
    [InlineData(Hedge.AtMost, "60", 0, "家", "(-∞, 60] Stated")]
    [InlineData(Hedge.Several, "10", 0, "家", "[20, 100) Convention")]
    [InlineData(Hedge.Several, "100", 0, "家", "[200, 1000) Convention")]
    [InlineData(Hedge.OrderOf, "100", 0, "吨", "[100, ∞) Convention")]
    [InlineData(Hedge.OrderOf, "1", 4, "吨", "[10000, ∞) Convention")]
    [InlineData(Hedge.AndSome, "10", 0, "年", "(10, 20) Convention")]
    [InlineData(Hedge.Teens, null, 0, "项", "(10, 20) Convention")]
    [InlineData(Hedge.Vague, null, 0, "位", "(-∞, ∞) ")]
    public void Each_hedge_is_the_interval_of_its_row(Hedge hedge, string? number, int multiplier, string unit, string expected) =>
        Show(Hedges.Interval(hedge, Number(number), Units.Find(unit)!, multiplier)).ShouldBe(expected);

    [Theory]
    [InlineData("15", "20", 0, "[15, 20] Stated")]
    [InlineData("-269", "400", 0, "[-269, 400] Stated")]
    [InlineData("7", "8", 4, "[70000, 80000] Stated")]
    public void A_range_states_both_ends(string number, string end, int multiplier, string expected) =>
        Show(Hedges.Interval(Hedge.Range, Number(number), Units.Find("米")!, multiplier, Number(end))).ShouldBe(expected);

    [Theory]
    [InlineData(Hedge.AtLeast, "(-∞, -30] Stated")]
    [InlineData(Hedge.MoreThan, "(-∞, -30) Stated")]
    [InlineData(Hedge.None, "(-30.5, -29.5] Rounding")]
    [InlineData(Hedge.AndSome, "(-40, -30) Convention")]
    [InlineData(Hedge.Nearly, "(-30, -27] Convention")]
    [InlineData(Hedge.About, "[-31.5, -28.5] Convention")]
    public void A_hedge_applies_to_the_magnitude_then_the_sign(Hedge hedge, string expected) =>
        Show(Hedges.Interval(hedge, -30, Units.Find("%")!)).ShouldBe(expected);

    [Theory]
    [InlineData("58", 0, "1", "1")]
    [InlineData("500", 0, "1", "100")]
    [InlineData("230", 4, "10000", "100000")]
    [InlineData("500", 8, "100000000", "10000000000")]
    [InlineData("1.40", 0, "0.01", "0.1")]
    [InlineData("4.2", 4, "1000", "1000")]
    [InlineData("0", 0, "1", "1")]
    public void Place_values_are_read_from_the_printed_digits(string number, int multiplier, string last, string lastNonZero)
    {
        Hedges.LastDigit(Number(number)!.Value, multiplier).ShouldBe(Number(last)!.Value);
        Hedges.LastNonZeroDigit(Number(number)!.Value, multiplier).ShouldBe(Number(lastNonZero)!.Value);
    }

    [Fact]
    public void Ten_or_so_reaches_less_far_than_the_teens() => Show(Hedges.TenOrSo).ShouldBe("[10, 15] Convention");

    [Fact]
    public void Rounding_never_excludes_the_printed_number() =>
        Gen.Select(Gen.Int[-99_999, 99_999], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 2].Select(at => new[] { "家", "吨", "%" }[at]))
            .CheckAll(
                (digits, scale, fours, unit) =>
                {
                    var number = new decimal(Math.Abs(digits), 0, 0, digits < 0, (byte)scale);
                    var interval = Hedges.Interval(Hedge.None, number, Units.Find(unit)!, 4 * fours);
                    Interval.Of(Hedges.Scaled(number, 4 * fours)).IsWithin(interval).ShouldBeTrue();
                }
            );

    [Fact]
    public void A_hedge_that_needs_a_number_does_not_do_without() =>
        Should.Throw<ArgumentException>(() => Hedges.Interval(Hedge.About, null, Units.Find("家")!));

    [Theory]
    [InlineData(Hedge.Nearly)]
    [InlineData(Hedge.Under)]
    [InlineData(Hedge.Several)]
    public void Nothing_is_nearly_or_less_than_or_several_times_zero_in_a_known_interval(Hedge hedge) =>
        Should.Throw<ArgumentException>(() => Hedges.Interval(hedge, 0.0m, Units.Find("吨")!)).Message.ShouldContain("other than 0");

    [Fact]
    public void An_interval_is_never_turned_round_and_its_mirror_is_that_of_the_opposite_number() =>
        Gen.Select(Gen.Int[1, 99_999], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Enum<Hedge>())
            .CheckAll(
                (digits, scale, fours, unitIndex, hedge) =>
                {
                    if (hedge is Hedge.Range or Hedge.Teens or Hedge.Vague)
                        return;
                    var number = new decimal(digits, 0, 0, false, (byte)scale);
                    var unit = Units.Find(
                        unitIndex == 0 ? "家"
                        : unitIndex == 1 ? "吨"
                        : "%"
                    )!;
                    var (lower, upper, _) = Hedges.Interval(hedge, number, unit, 4 * fours);
                    var (mirroredLower, mirroredUpper, _) = Hedges.Interval(hedge, -number, unit, 4 * fours);
                    if (lower is not null && upper is not null)
                        (
                            lower.Value < upper.Value || (lower.Value == upper.Value && lower.IsInclusive && upper.IsInclusive)
                        ).ShouldBeTrue();
                    mirroredLower?.Value.ShouldBe(-upper!.Value);
                    mirroredUpper?.Value.ShouldBe(-lower!.Value);
                }
            );

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Show(Interval interval)
    {
        var (lower, upper, basis) = interval;
        var ends = (
            lower?.Value.ToString(CultureInfo.InvariantCulture) ?? "-∞",
            upper?.Value.ToString(CultureInfo.InvariantCulture) ?? "∞"
        );
        return $"{(lower is { IsInclusive: true } ? '[' : '(')}{ends.Item1}, {ends.Item2}{(upper is { IsInclusive: true } ? ']' : ')')} "
            + $"{basis}";
    }
}
