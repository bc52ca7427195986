using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Tests;

public class LineDimensionTests
{
    private static readonly Observation Lanterns = Batches.Figure(1, "a", 1);

    /// <summary>Stores hold keys: whoever changes one has to write a migration.</summary>
    [Fact]
    public void A_key_is_what_it_was_when_it_was_stored()
    {
        Series.KeyOf(Lanterns).ShouldBe("bbf20c74db8ed24a");
        Series
            .KeyOf(
                Lanterns with
                {
                    Place = Batches.Harbour,
                    Measure = Measure.RateOfChange,
                    Comparison = Comparison.OnPrevious,
                    Quantity = new() { Value = 1, Unit = Units.Find("CNY")! },
                    Accumulation = Accumulation.Cumulative,
                    Frequency = Frequency.M,
                    PriceBasis = PriceBasis.Constant,
                    ShareOf = "全 市",
                    Within = new("全 省", null, 3, true),
                }
            )
            .ShouldBe("7e1cc42b26b593a5");
    }

    [Fact]
    public void A_later_dimension_leaves_the_keys_of_figures_that_have_no_value_in_it()
    {
        var later = LineDimension.All[0] with { Value = o => o.Capacity, IsLater = true };

        later.KeyParts(Lanterns).ShouldBeEmpty();
        later.KeyParts(Lanterns with { Capacity = "主任" }).ShouldBe(["indicator", "主任"]);
        LineDimension.All[2].KeyParts(Lanterns).ShouldBe([null]);
    }

    [Theory]
    [InlineData("0123456789abcdef", ObservationStatus.Actual)]
    [InlineData("0123456789abcdef-target", ObservationStatus.Target)]
    [InlineData("0123456789abcdef-forecast", ObservationStatus.Forecast)]
    [InlineData("0123456789abcdef-actual", null)]
    [InlineData("0123456789ABCDEF", null)]
    [InlineData("0123456789abcde", null)]
    [InlineData("place:yunhai", null)]
    [InlineData("", null)]
    public void The_id_of_a_line_is_a_key_and_a_status(string text, ObservationStatus? status)
    {
        (LineId.Parse(text) is { } line ? line.Status : (ObservationStatus?)null).ShouldBe(status);
        if (status is not null)
            LineId.Parse(text)!.ToString().ShouldBe(text);
    }
}
