using System.Globalization;

namespace ZhuzhouGraph.Tests;

public class DerivedTests
{
    [Theory]
    [InlineData(5, "firm", 100, "firm", null)]
    [InlineData(58, "firm", 2, "kind", ImpliedRefusal.Units)]
    [InlineData(58, "firm", 25, "firm", ImpliedRefusal.Scope)] // more than the whole
    public void A_share_is_of_what_may_be_its_whole(int part, string unit, int whole, string other, ImpliedRefusal? refused)
    {
        var derived = Derived.Of(
            SeriesTransform.Share,
            Figure("indicator:boats", "place:a", part, unit),
            Figure("indicator:firms", "place:a", whole, other)
        );

        derived.Refused.ShouldBe(refused);
        derived.Value.ShouldBe(refused is null ? 100m * part / whole : null);
    }

    [Fact]
    public void Two_things_under_two_indicators_are_no_part_and_whole() =>
        Derived
            .Of(SeriesTransform.Share, Figure("indicator:boats", "place:a", 5, "firm"), Figure("indicator:firms", "place:b", 100, "firm"))
            .Refused.ShouldBe(ImpliedRefusal.Scope);

    [Theory]
    [InlineData("6", "mo", "a", "0.5", "0.458333333333", "0.541666666667")]
    [InlineData("1", "km", "m", "1000", "500", "1500")]
    public void A_number_in_another_unit_is_exact_or_rounded_outwards(
        string number,
        string unit,
        string other,
        string value,
        string lower,
        string upper
    )
    {
        var printed = decimal.Parse(number, CultureInfo.InvariantCulture);
        var (from, to) = (Units.All.Single(u => u.Code == unit), Units.All.Single(u => u.Code == other));
        var (low, high, basis) = Hedges.Interval(Hedge.None, printed, from);
        var quantity = new Quantity
        {
            Value = printed,
            Unit = from,
            Lower = low,
            Upper = high,
            BoundBasis = basis,
        };

        var converted = quantity.In(to)!;

        converted.Value!.Value.ToString(CultureInfo.InvariantCulture).ShouldBe(value);
        converted.Lower!.Value.ToString(CultureInfo.InvariantCulture).ShouldBe(lower);
        converted.Upper!.Value.ToString(CultureInfo.InvariantCulture).ShouldBe(upper);
    }

    [Fact]
    public void What_is_counted_is_compared_and_not_told_as_something_else()
    {
        var (firms, editions) = (Units.Find("家")!, Units.Find("届")!);

        firms.ComparesWith(Units.Find("个")!).ShouldBeTrue();
        firms.ConvertsTo(editions).ShouldBeFalse();
        firms.ConvertsTo(firms).ShouldBeTrue();
    }

    private static Observation Figure(string indicator, string about, int number, string unit) =>
        new()
        {
            Id = $"obs:yunhai/01/{indicator[10..]}-{number}",
            Article = "article:yunhai/01",
            Indicator = indicator,
            About = about,
            Measure = Measure.Level,
            Quantity = new()
            {
                Value = number,
                Unit = Units.All.Single(u => u.Code == unit),
                Lower = new(number, true),
                Upper = new(number, true),
                BoundBasis = BoundBasis.Stated,
            },
            Figure = number.ToString(CultureInfo.InvariantCulture),
        };
}
