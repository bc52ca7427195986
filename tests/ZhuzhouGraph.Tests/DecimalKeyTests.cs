using CsCheck;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Tests;

public class DecimalKeyTests
{
    private static readonly Gen<decimal> Decimals = Gen.OneOf(
        Gen.Decimal,
        Gen.Select(Gen.Int[-1_000, 1_000], Gen.Int[0, 28])
            .Select((digits, scale) => new decimal(Math.Abs(digits), 0, 0, digits < 0, (byte)scale)),
        Gen.OneOf(decimal.MaxValue, decimal.MinValue, 0m, 1e-28m, -1e-28m)
    );

    [Fact]
    public void Keys_compare_as_the_decimals_do() =>
        Gen.Select(Decimals, Decimals)
            .CheckAll(
                (one, other) => Math.Sign(string.CompareOrdinal(DecimalKey.Of(one), DecimalKey.Of(other))).ShouldBe(one.CompareTo(other))
            );

    [Theory]
    [InlineData("1.40", "1.4")]
    [InlineData("0.00", "-0")]
    [InlineData("-100.000", "-100")]
    [InlineData("0.0500", "0.05")]
    public void Equal_values_have_equal_keys(string one, string other) => DecimalKey.Of(Number(one)).ShouldBe(DecimalKey.Of(Number(other)));

    [Fact]
    public void Keys_order_across_signs_and_magnitudes()
    {
        string[] ascending =
        [
            "-79228162514264337593543950335",
            "-1000",
            "-1.41",
            "-1.4",
            "-1",
            "-0.05",
            "0",
            "0.0000000001",
            "0.05",
            "0.5",
            "1",
            "1.4",
            "1.41",
            "9",
            "10",
            "79228162514264337593543950335",
        ];

        ascending
            .Select(text => DecimalKey.Of(Number(text)))
            .ShouldBe(ascending.Select(text => DecimalKey.Of(Number(text))).Order(StringComparer.Ordinal));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
