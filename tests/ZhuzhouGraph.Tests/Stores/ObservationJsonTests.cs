using System.Text;
using System.Text.Json;
using NodaTime;
using ZhuzhouGraph.Stores;

namespace ZhuzhouGraph.Tests.Stores;

/// <summary>Observations are read by hand and written by the serializer: both have to know each member.</summary>
public class ObservationJsonTests
{
    private static readonly Observation Full = new()
    {
        Id = "obs:yunhai/01/lamps",
        Article = "article:yunhai/01",
        Indicator = "indicator:lamps",
        About = "place:yunhai",
        Measure = Measure.RateOfChange,
        Comparison = Comparison.OnPrevious,
        Quantity = new()
        {
            Value = -12.50m,
            Unit = Units.Find("%")!,
            UnitMultiplier = 4,
            Hedge = Hedge.About,
            Lower = new(-13.000m, true),
            Upper = new(79228162514264337593543950335m, false),
            BoundBasis = BoundBasis.Rounding,
            Meaning = QuantityMeaning.Covers,
        },
        Figure = "降\"12.5%\"\\",
        Period = new("前三季度", new LocalDate(2031, 1, 1), new LocalDate(2031, 9, 30), PeriodPrecision.Range, PeriodBasis.Inferred),
        Accumulation = Accumulation.Cumulative,
        Frequency = Frequency.Q,
        PriceBasis = PriceBasis.Constant,
        Base = new("2019年同期", new LocalDate(2019, 1, 1), new LocalDate(2019, 9, 30), "place:harbour"),
        Breakdown = Breakdown.Of(["industry:boats", "category:private"]),
        ShareOf = "全部灯",
        Within = new("全省", "place:province", 14, true, Measure.RateOfChange),
        Place = "place:harbour",
        At = "event:fair",
        AttributedTo = "person:lin",
        Capacity = "负责人",
        Status = ObservationStatus.Forecast,
    };

    /// <summary>What a store keeps beside the record.</summary>
    private static readonly string[] Beside = [nameof(Observation.RecordedAt), nameof(Observation.RemovedAt), nameof(Observation.IsBrief)];

    [Fact]
    public void Every_member_of_a_full_observation_is_read_back()
    {
        foreach (var value in new[] { Full, (object)Full.Quantity, Full.Period!, Full.Within!, Full.Base! })
        {
            value
                .GetType()
                .GetProperties()
                .Where(p => p.CanWrite && !Beside.Contains(p.Name))
                .ShouldAllBe(p => !Equals(p.GetValue(value), p.PropertyType.IsValueType ? Activator.CreateInstance(p.PropertyType) : null));
        }
        var json = CanonicalJson.Write(Full);
        var read = Read(json);

        read.ShouldBe(Full);
        // Equal decimals may have other digits.
        CanonicalJson.Write(read).ShouldBe(json);
    }

    [Fact]
    public void What_is_left_out_stays_out()
    {
        var bare = new Observation
        {
            Id = "obs:yunhai/01/a",
            Article = "article:yunhai/01",
            Indicator = "indicator:lamps",
            About = "place:yunhai",
            Measure = Measure.Level,
            Quantity = new() { Unit = Units.Find("piece")! },
            Figure = "前列",
            Period = new("近年来", null, null, PeriodPrecision.Vague, PeriodBasis.Stated),
        };

        Read(CanonicalJson.Write(bare)).ShouldBe(bare);
    }

    [Theory]
    [InlineData("\"Measure\":\"RateOfChange\"", "\"Measure\":\"Guess\"", "Guess")]
    [InlineData("\"Measure\":\"RateOfChange\",", "", "measure")]
    [InlineData("\"Unit\":\"%\"", "\"Unit\":\"furlong\"", "furlong")]
    [InlineData("\"Figure\":", "\"Colour\":", "Colour")]
    [InlineData("\"First\":\"2031-01-01\"", "\"First\":\"2031-02-30\"", "2031-02-30")]
    public void What_is_no_observation_is_refused_by_name(string written, string damaged, string named)
    {
        var json = CanonicalJson.Write(Full);
        json.ShouldContain(written);

        Should.Throw<Exception>(() => Read(json.Replace(written, damaged, StringComparison.Ordinal))).Message.ShouldContain(named);
    }

    private static Observation Read(string json) => CanonicalJson.Read<Observation>(Encoding.UTF8.GetBytes(json));
}
