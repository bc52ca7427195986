using System.Globalization;
using NodaTime;

namespace ZhuzhouGraph.Benchmarks.Bars;

/// <summary>
/// An invented graph of the shapes that the bars ask for: a hundred relationships with five citations each, a hundred organizations with
/// five relationships each, and a hundred companies with any number, all among themselves.
/// </summary>
internal static class BarGraph
{
    public const int Parents = 100,
        Few = 5;

    /// <summary>How many relationships an article states.</summary>
    private const int PerArticle = 1_000;

    private static readonly LocalDate FirstDay = new(2031, 1, 1);

    /// <summary>The units to import, in order.</summary>
    /// <param name="children">How many relationships a company has, a multiple of two.</param>
    public static IEnumerable<GraphBatch> Units(int children)
    {
        yield return new()
        {
            Unit = GraphBatch.Registry,
            Hash = "registry",
            Entities = [.. Entities(children)],
        };
        yield return Article(
            0,
            [.. Numbers(Parents).Select(n => Link(RelationshipTypes.Organized, Organization(n), Event(n), "role", "ORGANIZER"))],
            Few
        );
        yield return Article(
            1,
            [
                .. Numbers(Parents * (Few - 1))
                    .Select(n => Link(RelationshipTypes.Organized, Organization(n % Parents), Event(n), "role", "GUIDE")),
            ],
            1
        );
        // Half of a company's relationships start there, half lead there, from the next ones in turn.
        foreach (var (number, chunk) in Numbers(Parents * children / 2).Chunk(PerArticle).Index())
        {
            yield return Article(
                2 + number,
                [
                    .. chunk.Select(n =>
                        Link(
                            RelationshipTypes.Supplies,
                            Company(n % Parents),
                            Company((n + 1 + (n / Parents % (Parents - 1))) % Parents),
                            "product",
                            Product(n / Parents)
                        )
                    ),
                ],
                1
            );
        }
    }

    private static IEnumerable<Entity> Entities(int children) =>
        [
            .. Numbers(Parents).Select(n => Entity(Company(n), EntityTypes.Company, Text($"云海{n}厂"))),
            .. Numbers(Parents).Select(n => Entity(Organization(n), EntityTypes.Organization, Text($"云海{n}会"))),
            .. Numbers(Parents * Few).Select(n => Entity(Event(n), EntityTypes.Event, Text($"第{n}次座谈"))),
            .. Numbers(children / 2).Select(n => Entity(Product(n), EntityTypes.Product, Text($"云灯{n}号"))),
        ];

    private static Entity Entity(string id, EntityType type, string name) =>
        new()
        {
            Id = id,
            Type = type,
            Kind = type.Kinds is [var kind, ..] ? kind.Name : null,
            Names = [new(name, "zh", NameBasis.Editorial, true)],
        };

    private static GraphBatch Article(int number, IReadOnlyList<Relationship> relationships, int citations)
    {
        var id = Text($"article:yunhai-{FirstDay:uuuu-MM-dd}/{number:D6}");
        return new()
        {
            Unit = id,
            Hash = id,
            Article = new()
            {
                Id = id,
                Newspaper = "云海晚报",
                NewspaperEnglish = "Yunhai Evening",
                Date = FirstDay,
                Title = Text($"第{number}报"),
                TitleEnglish = Text($"Report {number}"),
                Lines = [new(1, PerArticle)],
                Sha256 = new string('0', 64),
            },
            Relationships = relationships,
            Citations =
            [
                .. relationships
                    .Index()
                    .SelectMany(r =>
                        Numbers(citations)
                            .Select(c => new Citation(r.Item.Id, id, new Address(r.Index + 1, c + 1), ArticlePart.Body, null)
                            {
                                Quote = $"云海的会与厂在第{r.Index}行说起船与灯，第{c}句。",
                            })
                    ),
            ],
        };
    }

    private static Relationship Link(RelationshipType type, string from, string to, string property, string value)
    {
        var properties = new Dictionary<string, string> { [property] = value };
        return new()
        {
            Id = Relationship.IdOf(type, from, to, properties, null),
            Type = type,
            From = from,
            To = to,
            Properties = properties,
        };
    }

    private static string Company(int number) => Text($"org:c{number}");

    private static string Organization(int number) => Text($"org:o{number}");

    private static string Event(int number) => Text($"event:e{number}");

    private static string Product(int number) => Text($"product:p{number}");

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(0, count);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
