using System.Globalization;
using CsCheck;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Tests;

public class FactAgreementTests
{
    [Theory]
    [InlineData("58 家", Hedge.None, "58 家", Hedge.None, Agreement.Equal, "58 firms is 58 firms")]
    [InlineData("58 家", Hedge.None, "58 项", Hedge.None, Agreement.Equal, "58 items is 58 firms")]
    [InlineData("3.4 米", Hedge.None, "3.40 米", Hedge.None, Agreement.Equal, "3.40 metres is 3.4 metres")]
    [InlineData("60 家", Hedge.Nearly, "60 家", Hedge.Nearly, Agreement.Equal, "[54, 60) firms is [54, 60) firms")]
    [InlineData("位", Hedge.Teens, "位", Hedge.Teens, Agreement.Equal, "(10, 20) places is (10, 20) places")]
    [InlineData("3.4 米", Hedge.None, "3.42 米", Hedge.None, Agreement.Rounding, "3.42 metres rounds to 3.4 metres")]
    [InlineData("3.42 米", Hedge.None, "3.4 米", Hedge.None, Agreement.Rounding, "3.42 metres rounds to 3.4 metres")]
    [InlineData("14200 人", Hedge.None, "1.4万 人", Hedge.None, Agreement.Rounding, "14200 persons rounds to 14000 persons")]
    [InlineData("58 家", Hedge.None, "60 家", Hedge.Nearly, Agreement.IntervalCompatible, "[54, 60) firms contains 58 firms")]
    [InlineData("60 家", Hedge.Nearly, "58 家", Hedge.None, Agreement.IntervalCompatible, "58 firms lies in [54, 60) firms")]
    [InlineData("1000 元", Hedge.MoreThan, "1000 元", Hedge.AtLeast, Agreement.IntervalCompatible, "contains")]
    [InlineData("58 家", Hedge.None, "60 家", Hedge.None, Agreement.Conflict, "60 firms is above 58 firms")]
    [InlineData("3.4 米", Hedge.None, "3.46 米", Hedge.None, Agreement.Conflict, "3.46 metres is above 3.4 metres")]
    [InlineData("80 项", Hedge.AndSome, "80 项", Hedge.None, Agreement.Conflict, "80 items is below (80, 90) items")]
    [InlineData("位", Hedge.Vague, "3 位", Hedge.None, null, "a number is missing")]
    [InlineData("3 公里", Hedge.None, "3000 米", Hedge.None, Agreement.Equal, "3000 metres is 3 kilometres")]
    [InlineData("3 天", Hedge.None, "70 小时", Hedge.None, Agreement.Rounding, "70 hours rounds to 3 days")]
    [InlineData("3 天", Hedge.None, "3 个月", Hedge.None, null, "units do not convert")]
    public void Another_print_agrees_or_differs_and_says_how(
        string figure,
        Hedge hedge,
        string other,
        Hedge otherHedge,
        Agreement? expected,
        string how
    )
    {
        var agreement = FactAgreement.Between(Quantity(figure, hedge), Quantity(other, otherHedge));

        agreement.Kind.ShouldBe(expected);
        agreement.How.ShouldContain(how);
        (agreement.Relation is null).ShouldBe(expected is null);
    }

    [Theory]
    [InlineData("org:a", "org:a", 1, Agreement.Superseded)]
    [InlineData("org:a", "org:a", 0, Agreement.Conflict)]
    [InlineData("org:a", "org:b", 1, Agreement.Conflict)]
    [InlineData(null, null, 1, Agreement.Conflict)]
    public void What_one_speaker_says_otherwise_on_a_later_day_supersedes_what_was_said(
        string? one,
        string? other,
        int days,
        Agreement expected
    )
    {
        var (before, after) = (Print(one, 58, 0), Print(other, 62, days));

        FactAgreement.Between(before, after).Kind.ShouldBe(expected);
        FactAgreement.Between(after, before).Kind.ShouldBe(expected);
        FactAgreement.Between(before, Print(other, 58, days)).Kind.ShouldBe(Agreement.Equal);

        static Print Print(string? speaker, decimal number, int days) =>
            new(Batches.Figure(1, "a", number) with { AttributedTo = speaker }, Batches.FirstDay.PlusDays(days));
    }

    [Theory]
    [InlineData("12000 家", "120000000 家", 4)]
    [InlineData("120000000 家", "12000 家", -4)]
    [InlineData("12 家", "1200 家", null)]
    [InlineData("12 家", "12001 家", null)]
    [InlineData("12 家", "0 家", null)]
    public void A_power_of_ten_of_a_thousand_or_more_is_flagged_as_a_slip_of_the_unit(string figure, string other, int? jump) =>
        FactAgreement.Between(Quantity(figure, Hedge.None), Quantity(other, Hedge.None)).UnitJump.ShouldBe(jump);

    [Fact]
    public void Two_prints_agree_alike_whichever_is_asked_and_differ_exactly_where_nothing_is_what_both_mean() =>
        Gen.Select(Quantities, Quantities)
            .CheckAll(
                (a, b) =>
                {
                    var (there, back) = (FactAgreement.Between(a, b), FactAgreement.Between(b, a));
                    there.Kind.ShouldBe(back.Kind);
                    if (there.Kind is { } kind)
                        (kind is Agreement.Conflict).ShouldBe(!a.Interval!.Meets(b.Interval!), there.How);
                    FactAgreement.Between(a, a).Kind.ShouldBe(a.Interval is null ? null : Agreement.Equal);
                }
            );

    private static Gen<Quantity> Quantities { get; } =
        Gen.Select(Gen.Int[1, 120], Gen.Int[0, 2], Gen.Enum<Hedge>())
            .Select((digits, scale, hedge) => Quantity(new decimal(digits, 0, 0, false, (byte)scale), "米", hedge));

    private static Quantity Quantity(string text, Hedge hedge)
    {
        var parts = text.Split(' ');
        var isTenThousand = parts[0].EndsWith('万');
        return parts is [var unit]
            ? Quantity(null, unit, hedge)
            : Quantity(decimal.Parse(parts[0].TrimEnd('万'), CultureInfo.InvariantCulture), parts[1], hedge, isTenThousand ? 4 : 0);
    }

    private static Quantity Quantity(decimal? number, string word, Hedge hedge, int multiplier = 0)
    {
        var unit = Units.Find(word)!;
        var (lower, upper, basis) = Hedges.Interval(hedge, number, unit, multiplier, number + 1);
        return new()
        {
            Value =
                number is null || hedge is Hedge.Range or Hedge.Several or Hedge.OrderOf or Hedge.Teens or Hedge.Vague
                    ? null
                    : Hedges.Scaled(number.Value, multiplier),
            Unit = unit,
            UnitMultiplier = multiplier,
            Hedge = hedge,
            Lower = lower,
            Upper = upper,
            BoundBasis = basis,
        };
    }
}
