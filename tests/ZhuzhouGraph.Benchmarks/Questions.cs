using NodaTime;
using ZhuzhouGraph.Benchmarks.News;
using static ZhuzhouGraph.EntityTypes;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>What a request asks of a store, from a click to a page. Cost should grow with the answer, not with the graph.</summary>
internal static class Questions
{
    /// <summary>The two whose ratio says whether a hub answers as fast as a leaf.</summary>
    public const string Hub = "first 20 of the city (a fifth of all)";
    public const string Leaf = "first 20 of a leaf with about 20";

    /// <summary>The least that a store can be asked; other answers are so many times as slow.</summary>
    public const string Point = "one entity by id";

    public static IReadOnlyList<Question> All(QuestionKeys keys)
    {
        IReadOnlyList<IReadOnlyCollection<string>> leaves = [.. keys.Leaves.Select(id => new[] { id })];
        IReadOnlyList<IReadOnlyCollection<string>> city =
        [
            [NewsGenerator.City],
        ];
        PageRequest twenty = new(20);
        RelationshipQuery every = new(),
            posts = new() { Types = [RelationshipTypes.HoldsPost] },
            policies = new() { Types = [RelationshipTypes.CarriesOut] };
        return
        [
            new(Point, keys.Anything.Count, async (s, n, t) => (await s.GetAsync([keys.Anything[n]], t)).Count),
            new("one entity by name", keys.Names.Count, async (s, n, t) =>
                (await s.ResolveAsync([keys.Names[n]], t)).Values.Sum(e => e.Count)
            ),
            Question.Under("100 entities, first 5 relationships of each", keys.Hundreds, every, new(5)),
            Question.Under(Leaf, leaves, every, twenty),
            Question.Under(Hub, city, every, twenty),
            Question.Under("20 from the middle of the city's", city, every, twenty with { After = keys.Deep }),
            Question.Under("first 20 that lead to the city", city, new RelationshipQuery { Side = RelationshipSide.To }, twenty),
            Question.Under("first 20 posts of a leaf", leaves, posts, twenty),
            Question.Under("first 20 posts of the city (many)", city, posts, twenty),
            Question.Under("first 20 policies of the city (1 of 40)", city, policies, twenty),
            Question.Under(
                "first 20 of two types of the city",
                city,
                policies with
                {
                    Types = [RelationshipTypes.CarriesOut, RelationshipTypes.Sought],
                },
                twenty
            ),
            Question.Of("first 20 about the city in one month", keys.Months, InMonth, twenty),
            Question.Under(
                "what one article states, first 20",
                One(keys.Articles),
                new RelationshipQuery { Side = RelationshipSide.StatedIn },
                twenty
            ),
            Question.Under("evidence for 20 relationships", keys.Relationships, new CitationQuery(), new(5)),
            Question.Under("articles on a leaf", leaves, new ArticleQuery(), twenty),
            Question.Under("first 20 articles on the city", city, new ArticleQuery(), twenty),
            Question.Of("first 50 companies", keys.Names, _ => new EntityQuery { Types = [Company] }, new(50)),
            Question.Of("a firm's monthly series (120)", keys.LeafSeries, Series, new(200)),
            Question.Of("the city's monthly series (120 among many)", keys.CitySeries, Series, new(200)),
            Question.Of("first 200 of the city's daily series", [keys.LongSeries], Series, new(200)),
            Question.Of(
                "first 20 growth rates of the city",
                keys.Names,
                _ => new ObservationQuery { About = [NewsGenerator.City], Measures = [Measure.RateOfChange] },
                twenty
            ),
            Question.Of("first 20 figures of an indicator in one month", keys.Months, Figures, twenty),
            Question.Of(
                "first 20 figures that an official gave",
                keys.Speakers,
                id => new ObservationQuery { AttributedTo = [id] },
                twenty
            ),
            Question.Of("first 20 figures printed with 约", keys.Names, _ => new ObservationQuery { Text = "约" }, twenty),
            Question.Under("figures about a firm, first 20", One(keys.Firms), new ObservationQuery(), twenty),
            .. PolicyQuestions.All(keys),
            Question.Of("search: an exact name", keys.Names, name => new SearchQuery(name), twenty),
            Question.Of("search: one character", keys.Characters, text => new SearchQuery(text), twenty),
            Question.Of("search: a rare piece of a name", keys.RarePieces, text => new SearchQuery(text), twenty),
            Question.Of("search: a word in sentences", keys.Topics, text => new SearchQuery(text), twenty),
            new("how many has a leaf", leaves.Count, async (s, n, t) => (await s.CountOfAsync(leaves[n], every, t)).Values.Single()),
            new("how many has the city", 1, async (s, _, t) => (await s.CountOfAsync(city[0], every, t)).Values.Single()),
            new("summary", 1, Summary),
            // Whatever a store remembers of the summary, it has to count again.
            new("summary after a write", 1, Summary) { Before = (store, t) => store.RememberSourceAsync("benchmark", t) },
        ];

        static ObservationQuery Series((string Indicator, string About) key) => new() { Indicators = [key.Indicator], About = [key.About] };

        static RelationshipQuery InMonth(LocalDate month) =>
            new() { About = [NewsGenerator.City], Period = new(month, month.PlusDays(30)) };

        ObservationQuery Figures(LocalDate month) => new() { Indicators = [keys.Indicators[0]], Period = new(month, month.PlusDays(30)) };

        static async Task<long> Summary(IGraphSnapshot snapshot, int key, CancellationToken cancellationToken) =>
            (await snapshot.SummaryAsync(cancellationToken)).Relationships.Values.Sum();
    }

    private static IReadOnlyList<IReadOnlyCollection<string>> One(IReadOnlyList<string> ids) => [.. ids.Select(id => new[] { id })];
}
