using NodaTime;
using NodaTime.Text;

namespace ZhuzhouGraph.Exports.Tests;

public sealed class PeriodTextTests
{
    [Theory]
    [InlineData("2023-01-01", "2023-12-31", "2023", "2023")]
    [InlineData("2023-01-01", "2023-06-30", "2023-S1", "2023-S1")]
    [InlineData("2023-07-01", "2023-12-31", "2023-S2", "2023-S2")]
    [InlineData("2023-07-01", "2023-09-30", "2023-Q3", "2023-Q3")]
    [InlineData("2023-02-01", "2023-04-30", "2023-02/2023-04", "2023-02-01/P3M")]
    [InlineData("2024-02-01", "2024-02-29", "2024-02", "2024-02")]
    [InlineData("2023-05-18", "2023-05-18", "2023-05-18", "2023-05-18")]
    [InlineData("2023-05-18", "2023-05-20", "2023-05-18/2023-05-20", "2023-05-18/P3D")]
    [InlineData("2023-01-01", "2023-09-30", "2023-01/2023-09", "2023-01-01/P9M")]
    [InlineData("2021-01-01", "2023-12-31", "2021-01/2023-12", "2021-01-01/P36M")]
    [InlineData("2021-01-01", null, "2021-01-01/..", null)]
    [InlineData(null, "2023-05-19", "../2023-05-19", null)]
    [InlineData(null, null, null, null)]
    public void A_period_has_one_canonical_form_and_one_of_SDMX(string? first, string? last, string? canonical, string? sdmx)
    {
        var period = new Period("某时", Day(first), Day(last), PeriodPrecision.Range, PeriodBasis.Stated);

        (PeriodText.Of(period), PeriodText.Sdmx(period)).ShouldBe((canonical, sdmx));
    }

    private static LocalDate? Day(string? text) => text is null ? null : LocalDatePattern.Iso.Parse(text).Value;
}
