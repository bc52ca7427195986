namespace ZhuzhouGraph.Tests;

public class AddressTests
{
    [Theory]
    [InlineData("17.1")]
    [InlineData("93.5-95.1")]
    [InlineData("999999.9999")]
    [InlineData("93.5-93.6")]
    [InlineData("17.1:3")]
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
    [InlineData("17.1:0")]
    [InlineData("17.1:")]
    [InlineData("17:3")]
    [InlineData("17.1-18.1:3")]
    [InlineData("١٧.1")]
    public void A_malformed_address_is_refused(string text) => Address.Parse(text).ShouldBeNull();

    [Fact]
    public void A_cell_stands_with_its_row_and_in_the_order_of_the_columns()
    {
        var (second, tenth) = (Address.Parse("17.1:2")!, Address.Parse("17.1:10")!);
        second.SortKey.ShouldBe(Address.Parse("17.1")!.SortKey);
        second.ShouldNotBe(tenth);
        new[] { tenth, second }.Order().ShouldBe([second, tenth]);
    }
}
