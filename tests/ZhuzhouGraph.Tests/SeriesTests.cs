namespace ZhuzhouGraph.Tests;

public class SeriesTests
{
    private static readonly Observation Figure = new()
    {
        Id = "obs:yunhai/01/a",
        Article = "article:yunhai/01",
        Indicator = "indicator:lanterns",
        About = "place:yunhai",
        Measure = Measure.Level,
        Figure = "58个",
        Quantity = new() { Value = 58, Unit = Units.Find("piece")! },
    };

    public static TheoryData<string, Func<Observation, Observation>> Others =>
        new()
        {
            { "indicator", o => o with { Indicator = "indicator:boats" } },
            { "about", o => o with { About = "org:harbour" } },
            { "place", o => o with { Place = "place:quay" } },
            { "measure", o => o with { Measure = Measure.Change } },
            { "comparison", o => o with { Comparison = Comparison.YearOnYear } },
            { "base", o => o with { Base = new("年初", null, null, null) } },
            { "thing compared with", o => o with { Base = new("年初", null, null, "place:harbour") } },
            { "dimension", o => o with { Quantity = o.Quantity with { Unit = Units.Find("t")! } } },
            { "accumulation", o => o with { Accumulation = Accumulation.Cumulative } },
            { "frequency", o => o with { Frequency = Frequency.M } },
            { "price basis", o => o with { PriceBasis = PriceBasis.Constant } },
            { "whole", o => o with { ShareOf = "全部灯笼" } },
            { "part", o => o with { Breakdown = Breakdown.Of(["category:private"]) } },
            { "what is ranked", o => o with { Within = new("全省", null, null, false, Measure.RateOfChange) } },
            { "universe", o => o with { Within = new("全省", null, null, false) } },
        };

    public static TheoryData<string, Func<Observation, Observation>> Same =>
        new()
        {
            { "where it is printed", o => o with { Id = "obs:yunhai/02/b", Article = "article:yunhai/02" } },
            { "value", o => o with { Figure = "近60个", Quantity = o.Quantity with { Value = 60, Hedge = Hedge.Nearly } } },
            { "unit of one dimension", o => o with { Quantity = o.Quantity with { Unit = Units.Find("item")! } } },
            { "period", o => o with { Period = new("今年", null, null, PeriodPrecision.Vague, PeriodBasis.Inferred) } },
            { "speaker", o => o with { AttributedTo = "person:lan-qiao", Capacity = "负责人" } },
            { "status", o => o with { Status = ObservationStatus.Target } },
        };

    [Theory]
    [MemberData(nameof(Others))]
    public void Figures_that_differ_in_one_of_these_are_no_line(string what, Func<Observation, Observation> change) =>
        Series.KeyOf(change(Figure)).ShouldNotBe(Series.KeyOf(Figure), what);

    [Theory]
    [MemberData(nameof(Same))]
    public void What_a_line_runs_through_may_differ(string what, Func<Observation, Observation> change) =>
        Series.KeyOf(change(Figure)).ShouldBe(Series.KeyOf(Figure), what);

    [Fact]
    public void Parts_are_one_whatever_their_order()
    {
        var parts = Figure with { Breakdown = Breakdown.Of(["industry:boats", "category:private"]) };

        Breakdown.Of(["category:private", "industry:boats", "category:private"]).ShouldBe(parts.Breakdown);
        parts.Breakdown!.Ids.ShouldBe("category:private industry:boats");
        Breakdown.Of([]).ShouldBeNull();
        Series.KeyOf(Figure with { Breakdown = Breakdown.Of(["category:private"]) }).ShouldNotBe(Series.KeyOf(parts));
    }

    [Fact]
    public void Against_one_named_thing_is_one_line_whatever_the_words()
    {
        var against = Figure with { Measure = Measure.Points, Base = new("全省平均", null, null, "place:hunan") };

        Series.KeyOf(against with { Base = new("全省平均水平", null, null, "place:hunan") }).ShouldBe(Series.KeyOf(against));
        Series.KeyOf(against with { Base = against.Base! with { Entity = null } }).ShouldNotBe(Series.KeyOf(against));
    }

    [Fact]
    public void The_days_of_a_base_move_along_a_line()
    {
        var march = Figure with { Measure = Measure.Change, Base = new("上月末", new(2031, 2, 28), new(2031, 2, 28), null) };

        Series.KeyOf(march with { Base = new("上月末", new(2031, 3, 31), new(2031, 3, 31), null) }).ShouldBe(Series.KeyOf(march));
    }

    [Fact]
    public void The_words_of_a_universe_are_folded_and_its_size_may_be_unsaid()
    {
        var within = Figure with { Measure = Measure.Rank, Within = new("全省14市", null, 14, false) };

        Series.KeyOf(within with { Within = new("全省 14 市", "place:hunan", null, false) }).ShouldBe(Series.KeyOf(within));
        Series.KeyOf(within with { Within = within.Within! with { IsAscending = true } }).ShouldNotBe(Series.KeyOf(within));
    }
}
