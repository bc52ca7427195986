using System.Globalization;
using static ZhuzhouGraph.EntityTypes;

namespace ZhuzhouGraph.Benchmarks.News;

/// <summary>
/// The figures, each made from its number alone. Of a hundred, 50 belong to monthly series of <see cref="Months"/> points, one to the
/// city's daily series, and the rest to whatever the day brought.
/// </summary>
internal sealed class NewsObservations(NewsShape shape, NewsRegistry registry)
{
    /// <summary>The points of a monthly series.</summary>
    public const int Months = 120;

    private static readonly string[] Speakers = ["相关负责人", "发言人"];

    /// <summary>How many monthly series there are; of four, one is about the city.</summary>
    public int Series { get; } = Math.Max(1, (int)((long)shape.Observations / 2 / Months));

    /// <summary>What a monthly series counts, and of whom. All are different.</summary>
    public (string Indicator, string About) SeriesOf(int series)
    {
        var round = series / registry.Count(Indicator);
        var about = series % 4 == 0 && round == 0 ? NewsRegistry.City : NewsRegistry.Id(Company, series % registry.Count(Company));
        return (NewsRegistry.Id(Indicator, (series + round) % registry.Count(Indicator)), about);
    }

    /// <summary>The series with a point per day.</summary>
    public (string Indicator, string About) LongSeries => (NewsRegistry.Id(Indicator, registry.Count(Indicator) - 1), NewsRegistry.City);

    public Observation Of(int number)
    {
        var article = shape.ArticleOf(number, shape.Observations);
        var dice = new Dice(shape.Seed, Throw.Figure, number);
        var inArticle = number - shape.FirstIn(article, shape.Observations);
        var folder = shape.IdOf(article).Replace("article:", "obs:", StringComparison.Ordinal);
        var observation = (number % 100) switch
        {
            < 50 => Monthly((number / 100 * 50) + (number % 100), dice),
            50 => Daily(number / 100, dice),
            _ => Miscellaneous(dice),
        };
        return observation with
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{folder}/f{inArticle}"),
            Article = shape.IdOf(article),
        };
    }

    private Observation Monthly(int ordinal, Dice dice)
    {
        var (month, series) = Math.DivRem(ordinal, Series);
        var first = NewsShape.FirstDay.PlusMonths(month);
        var period = new Period(
            $"{first.Year}年{first.Month}月",
            first,
            first.PlusMonths(1).PlusDays(-1),
            PeriodPrecision.Month,
            PeriodBasis.Stated
        );
        var (indicator, about) = SeriesOf(series);
        return Level(indicator, about, Quantities.Plain(dice, NewsRegistry.UnitOf(indicator))) with
        {
            Period = period,
            Frequency = Frequency.M,
        };
    }

    private Observation Daily(int ordinal, Dice dice)
    {
        var day = NewsShape.FirstDay.PlusDays(ordinal);
        var (indicator, about) = LongSeries;
        var period = new Period($"{day.Year}年{day.Month}月{day.Day}日", day, day, PeriodPrecision.Day, PeriodBasis.Stated);
        return Level(indicator, about, Quantities.Plain(dice, NewsRegistry.UnitOf(indicator))) with
        {
            Period = period,
            Frequency = Frequency.D,
        };
    }

    private Observation Miscellaneous(Dice dice)
    {
        var indicator = registry.Draw(dice, Indicator);
        var about = dice.Chance(15) ? NewsRegistry.City : registry.Draw(dice, Company, Place, Organization);
        var said = dice.Chance(30);
        var level = Level(indicator, about, Quantities.Hedged(dice, NewsRegistry.UnitOf(indicator))) with
        {
            AttributedTo = said ? registry.Draw(dice, Official, Organization) : null,
            Capacity = said ? dice.Of(Speakers) : null,
            Status = dice.Chance(10) ? ObservationStatus.Target : ObservationStatus.Actual,
        };
        return dice.Below(10) switch
        {
            < 6 => level,
            < 8 => Of(level, Measure.RateOfChange, Quantities.Hedged(dice, Units.Find("%")!)) with { Comparison = Comparison.YearOnYear },
            8 => Of(level, Measure.Share, Quantities.Plain(dice, Units.Find("%")!)) with { ShareOf = "全市" },
            _ => Of(level, Measure.Rank, Quantities.Plain(dice, Units.Find("place")!)) with
            {
                Within = new("全市", NewsRegistry.City, null, false),
            },
        };
    }

    private static Observation Of(Observation level, Measure measure, (Quantity Quantity, string Figure) printed) =>
        level with
        {
            Measure = measure,
            Quantity = printed.Quantity,
            Figure = printed.Figure,
        };

    private static Observation Level(string indicator, string about, (Quantity Quantity, string Figure) printed) =>
        new()
        {
            Id = "",
            Article = "",
            Indicator = indicator,
            About = about,
            Measure = Measure.Level,
            Quantity = printed.Quantity,
            Figure = printed.Figure,
        };
}
