using CsCheck;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Tests;

public class IntervalTests
{
    /// <summary>Ends are whole numbers from 0 to 5, so that half steps tell any two intervals apart.</summary>
    private static readonly Gen<Interval> Intervals = Gen.Select(Gen.Int[0, 5].Nullable(), Gen.Int[0, 5].Nullable(), Gen.Bool, Gen.Bool)
        .Where((low, high, hasLow, hasHigh) => low is null || high is null || low < high || (low == high && hasLow && hasHigh))
        .Select(
            (low, high, hasLow, hasHigh) =>
                new Interval(low is { } l ? new Bound(l, hasLow) : null, high is { } h ? new Bound(h, hasHigh) : null)
        );

    private static readonly decimal[] Points = [.. Enumerable.Range(-2, 15).Select(half => half / 2m)];

    [Theory]
    [InlineData("[57.5, 58.5)", "[57.5, 58.5)", IntervalRelation.Equal)]
    [InlineData("58", "[54, 60)", IntervalRelation.Inside)]
    [InlineData("[54, 60)", "58", IntervalRelation.Contains)]
    [InlineData("[54, 60)", "(50, 60)", IntervalRelation.Inside)]
    [InlineData("[54, 60]", "(50, 60)", IntervalRelation.Overlaps)]
    [InlineData("60", "[54, 60)", IntervalRelation.Above)]
    [InlineData("80", "(80, 90)", IntervalRelation.Below)]
    [InlineData("(1000, ∞)", "[1000, ∞)", IntervalRelation.Inside)]
    [InlineData("(1000, ∞)", "(-∞, 1000]", IntervalRelation.Above)]
    [InlineData("(-∞, ∞)", "7", IntervalRelation.Contains)]
    public void An_interval_lies_to_another_in_one_way(string interval, string other, IntervalRelation expected)
    {
        Read(interval).RelationTo(Read(other)).ShouldBe(expected);
        Read(interval).ToString().ShouldBe(interval);
    }

    [Fact]
    public void The_relation_is_what_the_values_of_both_say() =>
        Gen.Select(Intervals, Intervals)
            .CheckAll(
                (a, b) =>
                {
                    var (inA, inB) = (Points.Where(p => Holds(a, p)).ToHashSet(), Points.Where(p => Holds(b, p)).ToHashSet());
                    a.RelationTo(b)
                        .ShouldBe(
                            inA.SetEquals(inB) ? IntervalRelation.Equal
                                : inA.IsSubsetOf(inB) ? IntervalRelation.Inside
                                : inA.IsSupersetOf(inB) ? IntervalRelation.Contains
                                : inA.Overlaps(inB) ? IntervalRelation.Overlaps
                                : inA.Max() < inB.Min() ? IntervalRelation.Below
                                : IntervalRelation.Above,
                            $"{a} to {b}"
                        );
                    a.Meets(b).ShouldBe(inA.Overlaps(inB), $"{a} and {b}");
                    a.IsWithin(b).ShouldBe(inA.IsSubsetOf(inB), $"{a} in {b}");
                }
            );

    [Fact]
    public void Turned_round_or_mirrored_the_relation_is_its_mirror() =>
        Gen.Select(Intervals, Intervals)
            .CheckAll(
                (a, b) =>
                {
                    b.RelationTo(a)
                        .ShouldBe(
                            a.RelationTo(b) switch
                            {
                                IntervalRelation.Inside => IntervalRelation.Contains,
                                IntervalRelation.Contains => IntervalRelation.Inside,
                                IntervalRelation.Below => IntervalRelation.Above,
                                IntervalRelation.Above => IntervalRelation.Below,
                                var same => same,
                            }
                        );
                    a.Mirrored()
                        .RelationTo(b.Mirrored())
                        .ShouldBe(
                            a.RelationTo(b) switch
                            {
                                IntervalRelation.Below => IntervalRelation.Above,
                                IntervalRelation.Above => IntervalRelation.Below,
                                var same => same,
                            }
                        );
                    a.Mirrored().Mirrored().ShouldBe(a);
                }
            );

    [Fact]
    public void A_number_is_the_interval_of_its_own() =>
        Gen.Select(Intervals, Gen.Int[-1, 6])
            .CheckAll(
                (interval, number) =>
                    (interval.RelationTo(number) is IntervalRelation.Contains or IntervalRelation.Equal).ShouldBe(Holds(interval, number))
            );

    [Fact]
    public void What_is_only_rounded_says_its_number_and_can_mean_its_interval()
    {
        var percent = Units.Find("%")!;
        var (lower, upper, basis) = Hedges.Interval(Hedge.None, 240, percent);
        var growth = new Quantity
        {
            Value = 240,
            Unit = percent,
            Lower = lower,
            Upper = upper,
            BoundBasis = basis,
        };

        growth.Interval!.ToString().ShouldBe("[239.5, 240.5)");
        growth.Printed!.ToString().ShouldBe("240");
        (growth with { BoundBasis = BoundBasis.Convention }).Printed!.ToString().ShouldBe("[239.5, 240.5)");
        new Quantity { Unit = percent, Value = 7 }
            .Interval!.ToString()
            .ShouldBe("7");
        new Quantity { Unit = percent }.Printed.ShouldBeNull();
    }

    [Fact]
    public void Whatever_fits_for_certain_fits_possibly_and_the_rest_fits_only_possibly() =>
        Gen.Select(Gen.Int[-9, 9], Gen.Int[-10, 10], Gen.Int[0, 4], Gen.Bool, Gen.Bool, Gen.Enum<Hedge>())
            .CheckAll(
                (number, low, width, hasLow, hasHigh, hedge) =>
                {
                    if (number == 0 && hedge is (Hedge.Nearly or Hedge.Under or Hedge.Several))
                        return;
                    var unit = Units.Find("吨")!;
                    var (lower, upper, basis) = Hedges.Interval(hedge, number, unit, 0, number + 2);
                    var quantity = new Quantity
                    {
                        Value = number,
                        Unit = unit,
                        Hedge = hedge,
                        Lower = lower,
                        Upper = upper,
                        BoundBasis = basis,
                    };
                    var (certain, possible, only) = (Fits(Certainty.Certain), Fits(Certainty.Possible), Fits(Certainty.OnlyPossible));
                    (certain && !possible).ShouldBeFalse();
                    only.ShouldBe(possible && !certain);

                    bool Fits(Certainty certainty) =>
                        new ValueRange(new(low / 2m, hasLow), new((low + width) / 2m, hasHigh || width == 0), certainty).Admits(quantity);
                }
            );

    private static bool Holds(Interval interval, decimal point) =>
        (interval.Lower is not { } lower || point > lower.Value || (point == lower.Value && lower.IsInclusive))
        && (interval.Upper is not { } upper || point < upper.Value || (point == upper.Value && upper.IsInclusive));

    private static Interval Read(string text)
    {
        var ends = text.Trim('[', ']', '(', ')').Split(", ");
        return ends.Length == 1 ? Interval.Of(Number(ends[0])!.Value) : new(End(ends[0], text[0] == '['), End(ends[1], text[^1] == ']'));

        static Bound? End(string end, bool isInclusive) => Number(end) is { } number ? new Bound(number, isInclusive) : null;

        static decimal? Number(string end) =>
            end.EndsWith('∞') ? null : decimal.Parse(end, System.Globalization.CultureInfo.InvariantCulture);
    }
}
