using NodaTime;
using ZhuzhouGraph.Server.RestApi;

namespace ZhuzhouGraph.Server.Tests.RestApi;

public sealed class PeriodCodesTests
{
    [Theory]
    [InlineData("2023", "2023-01-01", "2023-12-31", "2023")]
    [InlineData("2023-S2", "2023-07-01", "2023-12-31", "2023-S2")]
    [InlineData("2023-Q3", "2023-07-01", "2023-09-30", "2023-Q3")]
    [InlineData("2023Q1", "2023-01-01", "2023-03-31", "2023-Q1")]
    [InlineData("2023-02", "2023-02-01", "2023-02-28", "2023-02")]
    [InlineData("2024M02", "2024-02-01", "2024-02-29", "2024-02")]
    [InlineData("202305", "2023-05-01", "2023-05-31", "2023-05")]
    [InlineData("2023-05-19", "2023-05-19", "2023-05-19", "2023-05-19")]
    [InlineData("2023-01/2023-09", "2023-01-01", "2023-09-30", "2023-01/2023-09")]
    [InlineData("2023-01-05/2023-02", "2023-01-05", "2023-02-28", "2023-01-05/2023-02-28")]
    [InlineData("2023-04/2023-06", "2023-04-01", "2023-06-30", "2023-Q2")]
    public void A_span_is_read_and_written_in_its_canonical_form(string text, string first, string last, string canonical)
    {
        var span = PeriodCodes.Read(text).ShouldNotBeNull();

        (span.First.ToString("uuuu-MM-dd", null), span.Last.ToString("uuuu-MM-dd", null)).ShouldBe((first, last));
        PeriodCodes.Of(Period(span.First, span.Last)).ShouldBe(canonical);
    }

    [Theory]
    [InlineData("")]
    [InlineData("23")]
    [InlineData("2023-13")]
    [InlineData("2023-00")]
    [InlineData("2023-Q5")]
    [InlineData("2023-02-29")]
    [InlineData("2023/2022")]
    [InlineData("2023/")]
    [InlineData("0999")]
    [InlineData("2023-05-19/2023-05-20/2023-05-21")]
    public void What_is_no_span_is_not_read(string text) => PeriodCodes.Read(text).ShouldBeNull();

    [Fact]
    public void An_end_that_nobody_knows_is_open()
    {
        var day = new LocalDate(2020, 1, 1);

        PeriodCodes.Of(Period(day, null)).ShouldBe("2020-01-01/..");
        PeriodCodes.Of(Period(null, day)).ShouldBe("../2020-01-01");
        PeriodCodes.Of(Period(null, null)).ShouldBeNull();
    }

    private static Period Period(LocalDate? first, LocalDate? last) => new("", first, last, PeriodPrecision.Range, PeriodBasis.Stated);
}
