using ZhuzhouGraph.Benchmarks.News;
using ZhuzhouGraph.Queries;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>
/// What a policy analyst asks: filters, the newest figures, paths, shared events, timelines, everything printed of someone.
/// </summary>
internal static class PolicyQuestions
{
    public static IEnumerable<Question> All(QuestionKeys keys)
    {
        PageRequest twenty = new(20);
        IReadOnlyList<IReadOnlyCollection<string>> city =

            [
                [NewsGenerator.City],
            ],
            leaves = [.. keys.Leaves.Select(id => new[] { id })];
        SeriesDimension[] perLine = [SeriesDimension.Indicator, SeriesDimension.About, SeriesDimension.Measure];
        ValueRange large = new(new(80, true), null, Certainty.Certain);
        return
        [
            Question.Of(
                "figures of an indicator that are 80 or more for certain, first 20",
                keys.Indicators,
                id => new ObservationQuery { Indicators = [id], Value = large },
                twenty
            ),
            Question.Of(
                "the same, possibly",
                keys.Indicators,
                id => new ObservationQuery { Indicators = [id], Value = large with { Certainty = Certainty.Possible } },
                twenty
            ),
            Question.Of(
                "the city's latest events, first 20",
                keys.Names,
                _ => new RelationshipQuery { About = [NewsGenerator.City], Order = RelationshipOrder.PeriodDescending },
                twenty
            ),
            Question.Under(
                "what is said of a leaf in headlines only",
                leaves,
                new RelationshipQuery { PrintedIn = new([ArticlePart.Headline], true) },
                twenty
            ),
            Question.Of(
                "first 20 companies in at least 3 relationships with the city",
                keys.Names,
                _ => new EntityQuery
                {
                    Types = [EntityTypes.Company],
                    Links = [new(RelationshipSide.Either, [], [NewsGenerator.City], [], 3, null)],
                },
                twenty
            ),
            Question.Of(
                "the first 20 figures about the city and its parts",
                keys.Names,
                _ => new ObservationQuery { About = [NewsGenerator.City], WithParts = true },
                twenty
            ),
            Question.Of(
                "the newest figures about a firm",
                keys.Firms,
                id => new ObservationQuery { About = [id], LatestPer = perLine },
                twenty
            ),
            Question.Of(
                "the newest figure of each sort about the city",
                keys.Names,
                _ => new ObservationQuery { About = [NewsGenerator.City], LatestPer = perLine },
                twenty
            ),
            Question.Under("the newest 5 for each of 100 entities", keys.Hundreds, new ObservationQuery { LatestPer = perLine }, new(5)),
            Question.Of(
                "search in one month",
                keys.Topics,
                text => new SearchQuery(text) { Period = new(keys.Months[0], keys.Months[0].PlusMonths(1)) },
                twenty
            ),
            Paths("between two leaves, 3 hops", q => q),
            Paths("between two leaves, all of 4 hops", q => q with { MaxHops = 4, Mode = PathMode.All }),
            Paths("between two leaves, 3 hops, through hubs", q => q with { ThroughHubs = true }),
            new("path from a leaf to the city", keys.Leaves.Count, async (s, n, t) =>
                (await PathFinder.FindAsync(s, new(keys.Leaves[n], NewsGenerator.City), t)).Paths.Count
            ),
            new("who shares events with an official", keys.Speakers.Count, async (s, n, t) =>
                (await CoAttendance.FindAsync(s, new(keys.Speakers[n]), t)).Attendees.Items.Count
            ),
            new("what is around a leaf, 2 steps", keys.Leaves.Count, async (s, n, t) =>
                (await Neighbourhood.ReadAsync(s, new(keys.Leaves[n]) { Depth = 2 }, t)).Sum(level =>
                    level.Around.Sum(around => around.Groups.Sum(group => group.Relationships.Count))
                )
            ),
            Timeline("of a leaf, first 20", n => keys.Leaves[n], keys.Leaves.Count, null),
            Timeline("of the city, first 20", _ => NewsGenerator.City, keys.Months.Count, null),
            Timeline(
                "of the city in one month",
                _ => NewsGenerator.City,
                keys.Months.Count,
                n => new(keys.Months[n], keys.Months[n].PlusMonths(1))
            ),
            new("everything printed of a leaf, first 20", leaves.Count, async (s, n, t) =>
                (await Cited.OfEntitiesAsync(s, leaves[n], twenty, t)).Values.Sum(p => p.Items.Count)
            ),
            new("everything printed of the city, first 20", 1, async (s, _, t) =>
                (await Cited.OfEntitiesAsync(s, city[0], twenty, t)).Values.Sum(p => p.Items.Count)
            ),
            new("an article, citation by citation, first 20", keys.Articles.Count, async (s, n, t) =>
                (await Cited.OfArticlesAsync(s, [keys.Articles[n]], null, twenty, t)).Values.Sum(p => p.Items.Count)
            ),
        ];

        Question Paths(string text, Func<PathQuestion, PathQuestion> with) =>
            new($"paths {text}", keys.Leaves.Count, async (s, n, t) =>
                (await PathFinder.FindAsync(s, with(new(keys.Leaves[n], keys.Leaves[^(n + 1)])), t)).Paths.Count
            );

        static Question Timeline(string text, Func<int, string> about, int count, Func<int, DateRange>? days) =>
            new($"timeline {text}", count, async (s, n, t) =>
                (await new Queries.Timeline(about(n), days?.Invoke(n)).PageAsync(s, new(20), t)).Items.Count
            );
    }
}
