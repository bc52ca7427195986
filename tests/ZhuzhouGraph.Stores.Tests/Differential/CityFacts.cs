using System.Globalization;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Differential;

/// <summary>What the papers of a city may state: relationships of any declared type, and figures with every field.</summary>
internal static class CityFacts
{
    /// <summary>Stands for the article that states a relationship.</summary>
    public const string ThisArticle = "this";

    private static readonly decimal[] Decimals =
    [
        0m,
        0.00m,
        1m,
        1.4m,
        1.40m,
        58m,
        -30m,
        -0.5m,
        -12.500m,
        1234567890.123456789012345678m,
        decimal.MaxValue,
        decimal.MinValue,
        0.0000000000000000000000000001m,
        -0.0000000000000000000000000001m,
        10000000000000000000000000000m,
        99999999999999999999999999.99m,
        2386691.25m,
        0.1m,
        0.30m,
    ];

    /// <summary>One relationship in three wordings: all have its key properties, each has other words, standing and ground.</summary>
    public static Relationship[] Link(Dice dice, IReadOnlyList<string> words)
    {
        var type = dice.Of(RelationshipTypes.All);
        var from = dice.Of(CityEntities.Of(type.From));
        var to =
            type.To is ["Article"] ? ThisArticle
            : dice.Chance(15) && type.To.Intersect(type.From).Any() ? from
            : dice.Of(CityEntities.Of(type.To));
        var keys = CityEntities.Properties(dice, type.Properties.Where(p => p.IsKey), words);
        var period = CityDays.PeriodOf(dice);
        return [.. Enumerable.Range(0, 3).Select(_ => Wording())];

        Relationship Wording()
        {
            var others = CityEntities.Properties(dice, type.Properties.Where(p => !p.IsKey), words);
            var isInferred = dice.Chance(30);
            return Batches.Link(type, from, to, period, [.. keys.Concat(others).Select(p => (p.Key, p.Value))]) with
            {
                Status = isInferred ? StatementStatus.Inferred : StatementStatus.Stated,
                Ground = isInferred ? dice.Of(words) : null,
            };
        }
    }

    /// <summary>What documents state of the background, between entities that are known.</summary>
    public static IEnumerable<Relationship> Background(Dice dice, IReadOnlySet<string> known, IReadOnlyList<string> words) =>
        Enumerable
            .Range(0, dice.Below(6))
            .Select(_ => Link(dice, words)[0])
            .Where(link => known.Contains(link.From) && known.Contains(link.To) && Named(link).All(known.Contains))
            .Select(link => link with { Status = StatementStatus.Reference, Ground = null, References = [Document(dice, words)] })
            .DistinctBy(link => link.Id);

    private static IEnumerable<string> Named(Relationship link) =>
        link
            .Type.Properties.Where(p => p.Kind is PropertyKind.Entity or PropertyKind.Entities && link.Properties.ContainsKey(p.Name))
            .SelectMany(p => link.Properties[p.Name].Split(' '));

    private static Reference Document(Dice dice, IReadOnlyList<string> words) =>
        new(
            dice.Of("reference:codes", "reference:plan"),
            dice.Of(words),
            dice.Of(words),
            dice.Of(words),
            dice.Of(1992, 2030),
            dice.Maybe(50, () => dice.Of(words)),
            dice.Maybe(50, () => dice.Of(words))
        );

    /// <summary>A figure without its place: id and article are given where it is printed.</summary>
    public static Observation Figure(Dice dice, IReadOnlyList<string> words)
    {
        var figure = dice.Chance(50)
            ? dice.Of(words)
            : dice.Of(Decimals).ToString(CultureInfo.InvariantCulture) + dice.Of("个", "%", "％以上", "余万");
        return new()
        {
            Id = "",
            Article = "",
            Indicator = dice.Of(CityEntities.Of(["Indicator"])),
            About = dice.Of(CityEntities.Ids),
            Measure = dice.Of(Enum.GetValues<Measure>()),
            Comparison = dice.MaybeValue(50, () => dice.Of(Enum.GetValues<Comparison>())),
            Quantity = QuantityOf(dice),
            Figure = figure.Length <= 20 ? figure : string.Concat(figure.EnumerateRunes().Take(10)),
            Period = CityDays.PeriodOf(dice),
            Accumulation = dice.Of(Enum.GetValues<Accumulation>()),
            Frequency = dice.MaybeValue(50, () => dice.Of(Enum.GetValues<Frequency>())),
            PriceBasis = dice.MaybeValue(50, () => dice.Of(Enum.GetValues<PriceBasis>())),
            Base = dice.Maybe(40, () =>
                new ComparisonBase(
                    dice.Of(words),
                    dice.MaybeValue(50, () => dice.Of(CityDays.All)),
                    dice.MaybeValue(50, () => dice.Of(CityDays.All)),
                    dice.Maybe(50, () => dice.Of(CityEntities.Ids))
                )
            ),
            Breakdown = dice.Chance(70) ? null : Breakdown.Of(dice.Some(CityEntities.Of([.. Breakdown.MemberTypes]), 2)),
            ShareOf = dice.Maybe(30, () => dice.Of(words)),
            Within = dice.Maybe(30, () =>
                new RankUniverse(
                    dice.Of(words),
                    dice.Maybe(50, () => dice.Of(CityEntities.Of(["Place"]))),
                    dice.MaybeValue(50, () => dice.Of(3, 14, int.MaxValue)),
                    dice.Chance(50),
                    dice.MaybeValue(30, () => dice.Of(RankUniverse.Rankable))
                )
            ),
            Place = dice.Maybe(40, () => dice.Of(CityEntities.Of(["Place"]))),
            At = dice.Maybe(40, () => dice.Of(CityEntities.Of(["Event"]))),
            AttributedTo = dice.Maybe(50, () => dice.Of(CityEntities.Of(["Official", "Company"]))),
            Capacity = dice.Maybe(30, () => dice.Of(words)),
            Status = dice.Of(Enum.GetValues<ObservationStatus>()),
        };
    }

    private static Quantity QuantityOf(Dice dice)
    {
        var (unit, hedge, number) = (dice.Of(Units.All), dice.Of(Enum.GetValues<Hedge>()), dice.Of(Decimals));
        var isHedged = Math.Abs(number) < 1_000_000m && !(number == 0 && hedge is (Hedge.Nearly or Hedge.Under or Hedge.Several));
        var (lower, upper, basis) =
            isHedged && dice.Chance(50)
                ? Hedges.Interval(hedge, number, unit, 0, number + 1)
                : new Interval(Bound(), Bound(), BoundBasis.Stated);
        return new()
        {
            Value = dice.MaybeValue(75, () => number),
            Unit = unit,
            UnitMultiplier = dice.Of(0, 4, 8, 12),
            Hedge = hedge,
            Lower = lower,
            Upper = upper,
            BoundBasis = lower is null && upper is null ? null : basis,
            Meaning = dice.Of(Enum.GetValues<QuantityMeaning>()),
        };

        Bound? Bound() => dice.Maybe(60, () => new Bound(dice.Of(Decimals), dice.Chance(50)));
    }

    /// <summary>The relationship as that article states it.</summary>
    public static Relationship In(this Relationship link, string article) =>
        link.To != ThisArticle ? link : Moved(link, link.From, article, link.Properties);

    /// <summary>The relationship with other ends or properties, and so with another id.</summary>
    public static Relationship Moved(Relationship link, string from, string to, IReadOnlyDictionary<string, string> properties) =>
        link with
        {
            Id = Relationship.IdOf(link.Type, from, to, properties, link.Period),
            From = from,
            To = to,
            Properties = properties,
        };
}
