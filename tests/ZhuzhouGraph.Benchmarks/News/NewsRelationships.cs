using static ZhuzhouGraph.EntityTypes;
using static ZhuzhouGraph.RelationshipTypes;

namespace ZhuzhouGraph.Benchmarks.News;

/// <summary>
/// The relationships, each made from its number alone. They are different by construction, so that nobody has to remember half a million
/// ids: the title, the gist or the words of the period hold the number, or the ends are dealt out.
/// </summary>
internal sealed class NewsRelationships(NewsShape shape, NewsRegistry registry)
{
    /// <summary>After so many relationships the types come in the same order again.</summary>
    public const int Cycle = 200;

    /// <summary>The city's part of a cycle.</summary>
    public const int CityShare = 40;

    // Prime to the cycle, so that every type is met all the time.
    private const int Step = 73;

    private readonly int _syllables = Words.LengthFor(shape.Relationships);

    // How many of a cycle; the first four are the city's, and the last of those the city's rare one.
    private readonly (int Share, Func<Draw, Relationship> Make)[] _kinds = Kinds(registry);

    public static bool IsOfTheCity(int number) => (int)((long)number * Step % Cycle) < CityShare;

    public Relationship Of(int number)
    {
        var article = shape.ArticleOf(number, shape.Relationships);
        var place = (int)((long)number * Step % Cycle);
        var kind = 0;
        while (place >= _kinds[kind].Share)
            place -= _kinds[kind++].Share;
        var ordinal = (number / Cycle * _kinds[kind].Share) + place;
        return _kinds[kind]
            .Make(new(shape, number, ordinal, article, Words.Name(number, _syllables).Chinese, new(shape.Seed, Throw.Fact, number)));
    }

    private static (int, Func<Draw, Relationship>)[] Kinds(NewsRegistry registry)
    {
        return
        [
            (18, d => Link(HoldsPost, Any(d, Official, Person), NewsRegistry.City, d.Sometimes(), ("title", d.Title()))),
            (14, d => Link(SpokeOf, Any(d, Official, Person), NewsRegistry.City, d.Sometimes(), Gist(d))),
            (7, d => Link(Sought, NewsRegistry.City, Any(d, Company, Organization), d.Period(), ("word", d.Word))),
            (1, d => Link(CarriesOut, NewsRegistry.City, Any(d, Policy), d.Period())),
            (30, d => Link(HoldsPost, Any(d, Official, Person), Any(d, Company, Organization, Place), d.Sometimes(), ("title", d.Title()))),
            (28, d =>
                Link(
                    TookPartIn,
                    Any(d, Official, Person, Company),
                    d.OwnEvent ?? Any(d, Event),
                    d.Period(),
                    Role(d, TookPartIn),
                    ("word", d.Word)
                )
            ),
            (25, d => Link(SpokeOf, Any(d, Official, Person), Any(d, Company, Place, Product, Policy, Industry), d.Sometimes(), Gist(d))),
            (12, d => Link(Supplies, Any(d, Company), Any(d, Company, Organization), d.Period(), ("product", Any(d, Product)))),
            (12, d => Link(Concerns, Any(d, Event, Policy, Document), Any(d, Company, Place, Product, Industry), d.Period())),
            (8, d => Dealt(d, LocatedIn, Company, Place)),
            (8, d => Dealt(d, Makes, Company, Product)),
            (8, d => Link(Received, Any(d, Company, Person, Product), Any(d, Award), d.Period(), ("year", d.Year))),
            (6, d => Dealt(d, WorksIn, Company, Industry)),
            (6, d => Link(Developed, Any(d, Company, Organization), Any(d, Product), d.Period(), ("word", d.Word))),
            (5, d => Link(UsedIn, Any(d, Product), Any(d, Industry, Place, Company), d.Period())),
            (4, d => Link(Organized, Any(d, Organization), Any(d, Event), d.Period(), Role(d, Organized))),
            (4, d => Link(Drafted, Any(d, Organization), Any(d, Document), d.Period())),
            (2, d => Link(CarriesOut, Any(d, Company), Any(d, Policy), d.Period())),
            (2, d => Link(Wrote, NewsRegistry.Id(Person, d.Ordinal % registry.Count(Person)), d.ArticleId, null, ("capacity", "REPORTER"))),
        ];

        string Any(Draw d, params EntityType[] types) => registry.Draw(d.Dice, types);

        // The starts in turn; each round has targets of its own, so that no pair comes twice before the rounds run out.
        Relationship Dealt(Draw d, RelationshipType type, EntityType from, EntityType to)
        {
            const int rounds = 8;
            var (round, start) = Math.DivRem(d.Ordinal, registry.Count(from));
            var targets = (registry.Count(to) - 1) / rounds;
            return targets > 0 && round < rounds
                ? Link(type, NewsRegistry.Id(from, start), NewsRegistry.Id(to, 1 + round + (rounds * d.Dice.Skewed(targets))), null)
                : Link(type, NewsRegistry.Id(from, start), Any(d, to), d.Period());
        }
    }

    private static (string, string)[] Gist(Draw d) =>
        [("kind", d.Dice.Of(SpokeOf.Properties[0].Choices).Name), ("gist", $"谈{d.Word}一事"), ("gistEnglish", "On a matter of no import")];

    private static (string, string) Role(Draw d, RelationshipType type) => ("role", d.Dice.Of(type.Properties[0].Choices).Name);

    private static Relationship Link(
        RelationshipType type,
        string from,
        string to,
        Period? period,
        params (string Name, string Value)[] properties
    )
    {
        var values = properties.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        return new()
        {
            Id = Relationship.IdOf(type, from, to, values, period),
            Type = type,
            From = from,
            To = to,
            Properties = values,
            Period = period,
        };
    }
}
