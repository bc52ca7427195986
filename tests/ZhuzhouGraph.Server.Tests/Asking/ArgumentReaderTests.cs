using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.Tests.Asking;

/// <summary>A list that is too long is refused, and nothing is done for what stands in it.</summary>
public sealed class ArgumentReaderTests
{
    [Theory]
    [InlineData("units")]
    [InlineData("articles")]
    [InlineData("about")]
    [InlineData("names")]
    [InlineData("relationships")]
    public void A_list_that_is_too_long_is_not_read_to_its_end(string name)
    {
        var read = 0;
        List<Problem> problems = [];
        var reader = new ArgumentReader(new Dictionary<string, object?> { [name] = Values() }, "filter", problems);

        var count = name switch
        {
            "articles" => reader.Articles(name).Count,
            "about" => reader.IdsOrNames(name, NodeTypes.Entities).Count,
            "names" => reader.Texts(name).Count,
            "relationships" => reader.Sorts(name).Count(),
            _ => reader.List<string>(name).Count,
        };

        count.ShouldBe(0);
        read.ShouldBeLessThanOrEqualTo(ArgumentReader.MaxItems + 1);
        problems.ShouldHaveSingleItem().Message.ShouldStartWith($"'filter.{name}' lists more than ");

        IEnumerable<object?> Values()
        {
            for (; read < 200_000; read++)
                yield return name == "relationships" ? new Dictionary<string, object?>() : "？";
        }
    }

    [Fact]
    public void Two_hundred_thousand_units_are_one_problem()
    {
        List<Problem> problems = [];
        object?[] units = [.. Enumerable.Repeat<object?>("no unit", 200_000)];

        ObservationFilters.All.Read(new ArgumentReader(new Dictionary<string, object?> { ["units"] = units }, "", problems), new());

        problems.ShouldHaveSingleItem().Message.ShouldBe("'units' lists 200000 values; at most 100 are allowed.");
    }
}
