using System.Globalization;
using NodaTime.Text;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Tests.Reading;

/// <summary>Figures of English claims: number, unit as Chinese prints it, hedge, measure, and what they are compared with.</summary>
public sealed class EnglishReaderTests
{
    [Theory]
    [InlineData("Yunze has 58 little giant enterprises.", "58 家 NONE LEVEL")]
    [InlineData("The city has 1,400 patents.", "1400 件 NONE LEVEL")]
    [InlineData("Output reached 4.2 million tonnes.", "4200000 吨 NONE LEVEL")]
    [InlineData("There are fifty-eight firms.", "58 家 NONE LEVEL")]
    [InlineData("Two hundred and five thousand people took part.", "205000 人 NONE LEVEL")]
    [InlineData("Revenue was $3.5 billion.", "3500000000 美元 NONE LEVEL")]
    [InlineData("About 400 parks opened.", "400 个 ABOUT LEVEL")]
    [InlineData("Over 1,000 trains ran.", "1000 列 MORE_THAN LEVEL")]
    [InlineData("Nearly 60 firms moved.", "60 家 NEARLY LEVEL")]
    [InlineData("At least 12 projects started.", "12 个 AT_LEAST LEVEL")]
    [InlineData("No more than 12 projects started.", "12 个 AT_MOST LEVEL")]
    [InlineData("Exports rose by more than 5 per cent.", "5 % MORE_THAN RATE_OF_CHANGE")]
    [InlineData("Exports fell 5.5 percent.", "-5.5 % NONE RATE_OF_CHANGE")]
    [InlineData("Firms increased to 58 companies.", "58 家 NONE LEVEL")]
    [InlineData("Staff decreased by 20 people.", "-20 人 NONE CHANGE")]
    [InlineData("The share rose 0.3 percentage points.", "0.3 个百分点 NONE POINTS")]
    [InlineData("The unemployment rate was 5.2%.", "5.2 % NONE LEVEL")]
    [InlineData("Services account for 46% of output.", "46 % NONE SHARE")]
    [InlineData("Output is 2.4 times that of the year before.", "2.4 倍 NONE MULTIPLE")]
    [InlineData("Yunze has 58 key \"small star\" firms.", "58 家 NONE LEVEL")]
    [InlineData("Lead glaze has three firing processes.", "3 种 NONE LEVEL")]
    [InlineData("The town claims over 40 firsts.", "40 项 MORE_THAN LEVEL")]
    [InlineData("The road is about 10 miles long.", "16.093440 公里 ABOUT LEVEL")]
    [InlineData("The glaze holds from minus 20 to 90 degrees Celsius.", "-20 ℃ RANGE LEVEL")]
    [InlineData("Firms increased from 30 to 58 companies.", "58 家 NONE LEVEL")]
    [InlineData("The new kiln takes 15% less time.", "-15 % NONE RATE_OF_CHANGE")]
    [InlineData("By patents Yunze ranks 9th in China.", "9 位 NONE RANK")]
    [InlineData("Yunze is ranked as the third in the province.", "3 位 NONE RANK")]
    [InlineData("It was the 18th company to move.", "")]
    public void Figures_of_English_claims_are_read(string text, string expected) =>
        string.Join("; ", Read(text).Figures.Select(Value)).ShouldBe(expected);

    [Theory]
    [InlineData("Exports grew 5% in the first quarter of 2023.", "2023-01-01/2023-03-31")]
    [InlineData("In January to April 2023, exports grew 5%.", "2023-01-01/2023-04-30")]
    [InlineData("Between January and April 2023, exports grew 5%.", "2023-01-01/2023-04-30")]
    [InlineData("Exports grew 5% in May.", "2023-05-01/2023-05-31")]
    [InlineData("In the first half, exports grew 5%.", "2022-01-01/2022-06-30")]
    [InlineData("In the first three quarters of last year, exports grew 5%.", "2022-01-01/2022-09-30")]
    [InlineData("At the end of April 2023, the city had 58 firms.", "2023-04-30/2023-04-30")]
    [InlineData("On May 18, 2023, the city had 58 firms.", "2023-05-18/2023-05-18")]
    [InlineData("In 2022, the city had 58 firms.", "2022-01-01/2022-12-31")]
    [InlineData("The city had 58 firms.", "/")]
    public void Times_of_English_claims_are_read(string text, string days)
    {
        var period = Read(text).Figures.ShouldHaveSingleItem().Period;
        $"{Iso(period?.First)}/{Iso(period?.Last)}".ShouldBe(days);
    }

    [Fact]
    public void Comparison_and_status_are_read()
    {
        Read("Exports grew 5% year on year.").Figures[0].Comparison!.Kind.ShouldBe(ComparisonKind.YearOnYear);
        Read("Prices fell 1% from the previous month.").Figures[0].Comparison!.Kind.ShouldBe(ComparisonKind.OnPrevious);
        Read("The city plans to have 58 firms by 2025.").Figures[0].Status.ShouldBe(ObservationStatus.Target);
        Read("Output is expected to reach 58 tonnes.").Figures[0].Status.ShouldBe(ObservationStatus.Forecast);
    }

    [Theory]
    [InlineData("Two dozen firms moved in.", "Two dozen")]
    [InlineData("It ranks among 400 of them.", "400")]
    public void What_English_does_not_say_for_certain_is_refused(string text, string printed)
    {
        var reading = Read(text);
        reading.Figures.ShouldBeEmpty();
        reading.Refused.ShouldHaveSingleItem().Printed.ShouldBe(printed);
    }

    private static FigureReading Read(string text) => FigureReader.Read([text], new(2023, 6, 10));

    private static string Value(ReadFigure figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{figure.Number} {figure.Unit} ")
        + $"{Spelling.UpperSnake(figure.Hedge.ToString())} {Spelling.UpperSnake(figure.Measure.ToString())}";

    private static string Iso(NodaTime.LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";
}
