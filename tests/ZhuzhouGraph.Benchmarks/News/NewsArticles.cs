using System.Globalization;
using NodaTime;

namespace ZhuzhouGraph.Benchmarks.News;

/// <summary>
/// What an article is beside its facts: title, its event, and two sentences that print names. The facts are said to stand in those two
/// sentences, so that every address exists in the text; their figures are not written out there.
/// </summary>
internal sealed class NewsArticles(NewsShape shape, NewsRegistry registry)
{
    public static readonly Address[] SentenceAddresses = [new(2, 1), new(3, 1)];

    public static string EventId(int article) => string.Create(CultureInfo.InvariantCulture, $"event:news-{article}");

    public Report Of(int article)
    {
        var dice = new Dice(shape.Seed, Throw.Article, article);
        var date = shape.DateOf(article);
        var own = shape.HasEvent(article) ? EventOf(article, date) : null;
        var topic = Words.Topic(dice.Skewed(Words.Topics));
        Entity[] named =
            article < shape.Directories
                ? []
                :
                [
                    dice.Chance(35) ? registry.Of(EntityTypes.Place, 0) : registry.DrawEntity(dice, EntityTypes.Place),
                    registry.DrawEntity(dice, EntityTypes.Official, EntityTypes.Person),
                    registry.DrawEntity(dice, EntityTypes.Company, EntityTypes.Organization),
                    own ?? registry.DrawEntity(dice, EntityTypes.Event),
                ];
        string[] lines =
            article < shape.Directories
                ? [string.Create(CultureInfo.InvariantCulture, $"名录第{article}页")]
                :
                [
                    string.Create(CultureInfo.InvariantCulture, $"{topic}第{article}报"),
                    $"{named[1].Name}来到{named[0].Name}，谈起{Words.Topic(dice.Skewed(Words.Topics))}与{topic}。",
                    $"{named[2].Name}在{named[3].Name}上说，{Words.Topic(dice.Skewed(Words.Topics))}已经备好。",
                ];
        var text = new IssueText(string.Join('\n', lines) + "\n");
        var printed = new Article
        {
            Id = shape.IdOf(article),
            Newspaper = "云海晚报",
            NewspaperEnglish = "Yunhai Evening",
            Date = date,
            Page = "A" + (1 + (article % 8)).ToString(CultureInfo.InvariantCulture),
            Title = lines[0],
            TitleEnglish = string.Create(CultureInfo.InvariantCulture, $"Report {article}"),
            Lines = [new(1, lines.Length)],
            Sha256 = text.Sha256,
        };
        (Entity, Address)[] names = [.. named.Select((entity, i) => (entity, SentenceAddresses[i / 2]))];
        return new(printed, text, own, names);
    }

    private static Entity EventOf(int article, LocalDate date) =>
        new()
        {
            Id = EventId(article),
            Type = EntityTypes.Event,
            Kind = "CONFERENCE",
            Names =
            [
                new(string.Create(CultureInfo.InvariantCulture, $"第{article}次座谈"), "zh", NameBasis.Printed, true),
                new(string.Create(CultureInfo.InvariantCulture, $"Talk {article}"), "en", NameBasis.Translation, true),
            ],
            Properties = new Dictionary<string, string> { ["standing"] = "HELD" },
            Period = new($"{date.Month}月{date.Day}日", date, date, PeriodPrecision.Day, PeriodBasis.Stated),
        };
}

/// <summary>An article without its facts.</summary>
/// <param name="OwnEvent">The event that only this article declares, or null.</param>
/// <param name="Names">The things that it names, and where.</param>
internal sealed record Report(Article Article, IssueText Text, Entity? OwnEvent, IReadOnlyList<(Entity Entity, Address Address)> Names);
