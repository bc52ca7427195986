using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Tests;

public sealed class PrintedDecimalsTests
{
    [Theory]
    [InlineData("152.3万吨", "1523000", 1)]
    [InlineData("9月152.3万吨", "1523000", 1)]
    [InlineData("152.3万吨（9月）", "1523000", 1)]
    [InlineData("58家", "58", 0)]
    [InlineData("１．４０万个", "14000", 2)]
    [InlineData("3,650.0亿元", "365000000000", 1)]
    [InlineData("下降0.05%", "-0.05", 2)]
    [InlineData("第1季度增长到2.4倍", "140", 1)]
    [InlineData("2023年2.50亿元，折合25000万元", "250000000", 2)]
    [InlineData("0.0家", "0", 1)]
    [InlineData("五十八家", "58", null)]
    public void The_digits_behind_the_point_of_the_printed_number_count(string figure, string value, int? expected) =>
        PrintedDecimals.Of(Figure(1, "a", decimal.Parse(value, null)) with { Figure = figure }).ShouldBe(expected);

    [Theory]
    [InlineData("5月15至20.5微米", "15", "20.5", 1)]
    [InlineData("100多家", "100", null, 0)]
    [InlineData("数十家", "20", null, null)]
    public void Where_there_is_no_value_those_of_its_ends_count(string figure, string lower, string? upper, int? expected)
    {
        var printed = Figure(1, "a", 0);
        PrintedDecimals
            .Of(
                printed with
                {
                    Figure = figure,
                    Quantity = printed.Quantity with { Value = null, Lower = EndOf(lower), Upper = EndOf(upper) },
                }
            )
            .ShouldBe(expected);

        static Bound? EndOf(string? end) => end is null ? null : new(decimal.Parse(end, null), true);
    }
}
