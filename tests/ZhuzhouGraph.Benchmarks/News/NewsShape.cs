using System.Globalization;
using NodaTime;
using ZhuzhouGraph.Stores;

namespace ZhuzhouGraph.Benchmarks.News;

/// <summary>How much news there is. The shape is the same at every size: a fifth of the relationships are the city's.</summary>
/// <param name="Articles">At least 1.</param>
/// <param name="Observations">All different.</param>
/// <param name="Relationships">All different; articles state some of them again.</param>
/// <param name="RegistryEntities">What the registry declares, in one unit; at least 200.</param>
/// <param name="Seed">Another seed gives another city of the same shape.</param>
/// <param name="HoldsText">Whether the articles' sentences are held.</param>
public sealed record NewsShape(int Articles, int Observations, int Relationships, int RegistryEntities, long Seed, bool HoldsText)
{
    /// <summary>The first day of the series; the articles go on for ten years from a month later.</summary>
    public static readonly LocalDate FirstDay = new(2031, 1, 1);

    private const int Days = 3_650;

    /// <summary>Of five articles, two report an event that the registry does not know.</summary>
    public int Events => (Articles / 5 * 2) + Math.Min(Articles % 5, 2);

    public int Entities => RegistryEntities + Events;

    /// <summary>The relationships that have the city at an end.</summary>
    public int OfTheCity => Enumerable.Range(0, Relationships % NewsRelationships.Cycle).Count(NewsRelationships.IsOfTheCity)
        + (Relationships / NewsRelationships.Cycle * NewsRelationships.CityShare);

    /// <summary>The shape of that many articles, ten figures and fifty relationships each.</summary>
    public static NewsShape Of(int articles, long seed = 1, bool holdsText = true) =>
        new(articles, checked(articles * 10), checked(articles * 50), DefaultRegistry(checked(articles * 50)), seed, holdsText);

    /// <summary>As many entities as make the tail long: 16,000 for half a million relationships.</summary>
    public static int DefaultRegistry(int relationships) => Math.Max(200, relationships / 125 * 4);

    internal LocalDate DateOf(int article) => FirstDay.PlusDays(31 + (int)((long)article * Days / Articles));

    internal string IdOf(int article) => string.Create(CultureInfo.InvariantCulture, $"article:yunhai-{Day.Of(DateOf(article))}/{article:D6}");

    internal static bool HasEvent(int article) => article % 5 < 2;

    /// <summary>The number of the first of so many things that stands in an article; things are dealt out evenly, in order.</summary>
    internal int FirstIn(int article, int total) => (int)((long)article * total / Articles);

    /// <summary>The article that a thing first stands in.</summary>
    internal int ArticleOf(int number, int total) => (int)((((long)number + 1) * Articles - 1) / total);
}
