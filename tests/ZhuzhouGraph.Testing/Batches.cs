using NodaTime;
using ZhuzhouGraph.Stores;

namespace ZhuzhouGraph.Testing;

/// <summary>Units of an invented city, valid as the importer would make them. No newspaper printed any of it.</summary>
public static class Batches
{
    public static readonly LocalDate FirstDay = new(2031, 3, 1);

    public const string Harbour = "org:yunhai-harbour-office";
    public const string Mayor = "person:lan-qiao";
    public const string City = "place:yunhai";
    public const string Lanterns = "indicator:lanterns-made";

    /// <summary>What every test's registry holds unless it says otherwise.</summary>
    public static GraphBatch Registry(params IEnumerable<Entity> more) =>
        RegistryOf([
            Named(EntityTypes.Organization, Harbour, "云海港务处", "Yunhai Harbour Office") with
            {
                Kind = "GOVERNMENT",
            },
            Named(EntityTypes.Official, Mayor, "蓝桥", "Lan Qiao"),
            Named(EntityTypes.Place, City, "云海市", "Yunhai") with
            {
                Kind = "CITY",
                FormerIds = ["place:yunhai-town"],
            },
            Named(EntityTypes.Indicator, Lanterns, "灯笼产量", "Lanterns made") with
            {
                Properties = new Dictionary<string, string> { ["dimension"] = "COUNT", ["definition"] = "纸灯笼" },
            },
            .. more,
        ]);

    public static GraphBatch RegistryOf(params IEnumerable<Entity> entities) =>
        Hashed(
            new()
            {
                Unit = GraphBatch.Registry,
                Hash = "",
                Entities = [.. entities],
            }
        );

    public static Entity Named(EntityType type, string id, string chinese, string english) =>
        new()
        {
            Id = id,
            Type = type,
            Names = [new(chinese, "zh", NameBasis.Printed, true), new(english, "en", NameBasis.Translation, true)],
        };

    public static string ArticleId(int number) => $"article:yunhai/{number:D2}";

    /// <summary>An article without facts, published <paramref name="number"/> days after the first day.</summary>
    public static GraphBatch Article(int number, LocalDate? date = null) =>
        Hashed(
            new()
            {
                Unit = ArticleId(number),
                Hash = "",
                Article = new()
                {
                    Id = ArticleId(number),
                    Newspaper = "云海晚报",
                    NewspaperEnglish = "Yunhai Evening",
                    Date = date ?? FirstDay.PlusDays(number),
                    Title = $"灯会第{number}日",
                    TitleEnglish = $"Lantern fair, day {number}",
                    Lines = [new(1, 9)],
                    Sha256 = new string('a', 64),
                },
            }
        );

    public static GraphBatch With(this GraphBatch batch, params IEnumerable<Entity> entities) =>
        Hashed(batch with { Entities = [.. batch.Entities, .. entities] });

    /// <summary>States a relationship, cited at an address.</summary>
    public static GraphBatch Stating(this GraphBatch batch, Relationship relationship, string address = "3.1") =>
        Hashed(
            batch with
            {
                Relationships = [.. batch.Relationships, relationship],
                Citations = [.. batch.Citations, new(relationship.Id, batch.Unit, Address.Parse(address)!, ArticlePart.Body, null)],
            }
        );

    public static GraphBatch Printing(this GraphBatch batch, Observation observation, string address = "4.1") =>
        Hashed(
            batch with
            {
                Observations = [.. batch.Observations, observation],
                Citations =
                [
                    .. batch.Citations,
                    new(observation.Id, batch.Unit, Address.Parse(address)!, ArticlePart.Body, observation.Figure),
                ],
            }
        );

    /// <summary>Prints a name of an entity.</summary>
    public static GraphBatch Naming(this GraphBatch batch, string entity, string name, string address = "2.1") =>
        batch.Citing(entity, name, address);

    /// <summary>One more place where something stands that the batch states or prints already.</summary>
    public static GraphBatch Citing(this GraphBatch batch, string of, string? words, string address) =>
        Hashed(batch with { Citations = [.. batch.Citations, new(of, batch.Unit, Address.Parse(address)!, ArticlePart.Body, words)] });

    /// <summary>Holds the article's text, one sentence a line; every citation gets its quote.</summary>
    public static GraphBatch Holding(this GraphBatch batch, params string[] lines)
    {
        var start = 0;
        List<Sentence> sentences = [];
        foreach (var (index, line) in lines.Index())
        {
            sentences.Add(new(new Address(index + 1, 1), line, new(start, start + line.Length)));
            start += line.Length + 1;
        }
        var text = string.Join('\n', lines);
        return Hashed(
            batch with
            {
                Article = batch.Article! with { Text = text },
                Sentences = sentences,
                IssueText = text,
                Citations =
                [
                    .. batch.Citations.Select(c =>
                        sentences.Find(s => s.Address == c.Address) is { } s ? c with { Quote = s.Text, Span = s.Span } : c
                    ),
                ],
            }
        );
    }

    public static Relationship Link(
        RelationshipType type,
        string from,
        string to,
        Period? period = null,
        params (string Name, string Value)[] properties
    )
    {
        var values = properties.ToDictionary(p => p.Name, p => p.Value);
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

    public static Relationship Post(string person, string body, string title, Period? period = null) =>
        Link(RelationshipTypes.HoldsPost, person, body, period, ("title", title));

    /// <summary>A count of lanterns, about the city.</summary>
    public static Observation Figure(int article, string key, decimal value) =>
        new()
        {
            Id = $"obs:yunhai/{article:D2}/{key}",
            Article = ArticleId(article),
            Indicator = Lanterns,
            About = City,
            Measure = Measure.Level,
            Quantity = new() { Value = value, Unit = Units.Find("piece")! },
            Figure = FormattableString.Invariant($"{value}个"),
        };

    public static Period Days(string words, LocalDate? first, LocalDate? last) =>
        new(words, first, last, PeriodPrecision.Range, PeriodBasis.Stated);

    /// <summary>The batch with a hash of its own content, as the importer gives it one.</summary>
    public static GraphBatch Hashed(GraphBatch batch) => batch with { Hash = NodeId.Hash(32, Parts(batch)) };

    private static IEnumerable<string?> Parts(GraphBatch batch) =>
        [
            batch.Unit,
            batch.Article is { } article ? CanonicalJson.Write(article) : null,
            batch.Article?.Text,
            batch.IssueText,
            .. batch.Entities.Select(CanonicalJson.Write),
            .. batch.Relationships.Select(CanonicalJson.Write),
            .. batch.Observations.Select(CanonicalJson.Write),
            .. batch.Citations.Select(CanonicalJson.Write),
            .. batch.Sentences.Select(s => s.ToString()),
        ];
}
