using System.Globalization;
using NodaTime;
using ZhuzhouGraph.Stores;

namespace ZhuzhouGraph.Benchmarks.News;

/// <summary>How much news there is. The shape is the same at every size: a fifth of the relationships are the city's.</summary>
/// <param name="Articles">At least 1.</param>
/// <param name="Observations">All different.</param>
/// <param name="Relationships">All different; articles state some of them again.</param>
/// <param name="KnownEntities">The things that outlive one article; at least 200.</param>
/// <param name="RegistryEntities">
/// How many of them the registry declares, in one unit, which a store may take only up to a size. The others stand in the first articles,
/// directories of <see cref="DirectoryEntities"/> each that state nothing else.
/// </param>
/// <param name="Seed">Another seed gives another city of the same shape.</param>
/// <param name="HoldsText">Whether the articles' sentences are held.</param>
public sealed record NewsShape(
    int Articles,
    int Observations,
    int Relationships,
    int KnownEntities,
    int RegistryEntities,
    long Seed,
    bool HoldsText
)
{
    /// <summary>The first day of the series; the articles go on for ten years from a month later.</summary>
    public static readonly LocalDate FirstDay = new(2031, 1, 1);

    /// <summary>What a directory declares.</summary>
    public const int DirectoryEntities = 3_000;

    private const int Days = 3_650;
    private const int LargestRegistry = 4_000;

    /// <summary>How many of the articles are directories.</summary>
    public int Directories => (Math.Max(0, KnownEntities - RegistryEntities) + DirectoryEntities - 1) / DirectoryEntities;

    /// <summary>Of five reports, two report an event that nothing else knows.</summary>
    public int Events => (Reports / 5 * 2) + Math.Min(Reports % 5, 2);

    public int Entities => KnownEntities + Events;

    /// <summary>The relationships that have the city at an end.</summary>
    public int OfTheCity =>
        Enumerable.Range(0, Relationships % NewsRelationships.Cycle).Count(NewsRelationships.IsOfTheCity)
        + (Relationships / NewsRelationships.Cycle * NewsRelationships.CityShare);

    /// <summary>The shape of that many articles, ten figures and fifty relationships each.</summary>
    public static NewsShape Of(int articles, long seed = 1, bool holdsText = true) =>
        With(new(articles, checked(articles * 10), checked(articles * 50), 0, 0, seed, holdsText));

    /// <summary>
    /// The shape with as many entities as make the tail long, unless said otherwise: 16,000 for half a million relationships.
    /// </summary>
    public static NewsShape With(NewsShape shape, int? known = null, int? registry = null)
    {
        var entities = known ?? Math.Max(200, shape.Relationships / 125 * 4);
        return shape with { KnownEntities = entities, RegistryEntities = Math.Min(entities, registry ?? LargestRegistry) };
    }

    private int Reports => Articles - Directories;

    internal LocalDate DateOf(int article) => FirstDay.PlusDays(31 + (int)((long)article * Days / Articles));

    internal string IdOf(int article) =>
        string.Create(CultureInfo.InvariantCulture, $"article:yunhai-{Day.Of(DateOf(article))}/{article:D6}");

    internal bool HasEvent(int article) => article >= Directories && (article - Directories) % 5 < 2;

    /// <summary>The number of the first of so many things that stands in an article; things are dealt out evenly, in order.</summary>
    internal int FirstIn(int article, int total) => (int)((long)Math.Max(0, article - Directories) * total / Reports);

    /// <summary>The article that a thing first stands in.</summary>
    internal int ArticleOf(int number, int total) => Directories + (int)((((long)number + 1) * Reports - 1) / total);
}
