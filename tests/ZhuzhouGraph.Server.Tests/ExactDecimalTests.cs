using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.Tests;

public sealed class ExactDecimalTests
{
    [Theory]
    [InlineData("80", "80")]
    [InlineData("-0.50", "-0.50")]
    [InlineData("1e3", "1000")]
    [InlineData("1.5E-3", "0.0015")]
    [InlineData("0000000000000000000000000000000000001", "1")]
    [InlineData("1.000000000000000000000000000", "1.000000000000000000000000000")]
    [InlineData("9999999999999999999999999999", "9999999999999999999999999999")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    public void A_number_keeps_every_digit(string text, string value) =>
        ExactDecimal.Read(text)!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(value);

    [Theory]
    [InlineData("12345678901234567890123456789")]
    [InlineData("0.12345678901234567890123456789")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("1e-29")]
    [InlineData("1e29")]
    [InlineData("1.5e-28")]
    [InlineData("1e999999999")]
    [InlineData("1e99999999999")]
    [InlineData("1e-99999999999")]
    [InlineData("1,000")]
    [InlineData(" 1")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("NaN")]
    [InlineData("00000000000000000000000000000000000000001")]
    public void What_would_lose_a_digit_or_is_no_number_is_refused(string text) => ExactDecimal.Read(text).ShouldBeNull();
}
