namespace ZhuzhouGraph.Tests;

public class AddressTests
{
    [Theory]
    [InlineData("17.1")]
    [InlineData("93.5-95.1")]
    [InlineData("999999.9999")]
    [InlineData("93.5-93.6")]
    public void An_address_prints_as_it_is_written(string text) => Address.Parse(text)!.ToString().ShouldBe(text);

    [Theory]
    [InlineData("17")]
    [InlineData("0.1")]
    [InlineData("17.0")]
    [InlineData("95.1-93.5")]
    [InlineData("17.1 ")]
    [InlineData("17.1\n")]
    [InlineData("17.1-")]
    [InlineData("17.1-18")]
    [InlineData("17.1-17.0")]
    [InlineData("1234567.1")]
    [InlineData("17.12345")]
    [InlineData("")]
    [InlineData("١٧.1")]
    public void A_malformed_address_is_refused(string text) => Address.Parse(text).ShouldBeNull();
}
