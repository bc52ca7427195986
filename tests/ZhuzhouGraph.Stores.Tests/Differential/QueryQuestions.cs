using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Differential;

/// <summary>One kind of query with all the ways to ask it: listed and counted, with and without parents.</summary>
internal abstract class QueryQuestions
{
    /// <summary>Every kind. One that is missing fails <see cref="DifferentialCompletenessTests"/>.</summary>
    public static readonly IReadOnlyList<QueryQuestions> All =
    [
        new Kind<EntityQuery, Entity>(() => new()),
        new Kind<RelationshipQuery, Relationship>(() => new()),
        new Kind<ObservationQuery, Observation>(() => new()),
        new Kind<ArticleQuery, Article>(() => new()),
        new Kind<CitationQuery, Citation>(() => new(), hasRoot: false),
        new Kind<ArticleCitationQuery, Citation>(() => new(), hasRoot: false),
        new Kind<SearchQuery, SearchHit>(() => new("灯"), hasParents: false),
        new Kind<ChangeQuery, Change>(() => new(0), hasParents: false),
        new Kind<GroupQuery, GroupCount>(() => new(new ObservationQuery(), [GroupKey.OfObservations[0]]), hasParents: false)
        {
            Make = QueryFields.Group,
        },
        new Kind<LineQuery, Line>(() => new(new ObservationQuery()), hasParents: false)
        {
            Make = (dice, sights) => new(QueryFields.Fill(new ObservationQuery(), dice, sights)),
        },
    ];

    /// <summary>Enough to walk a small city's lists item by item, and an end for a store that repeats itself.</summary>
    private const int MaxPages = 60;

    public abstract Type Query { get; }

    /// <summary>The query without filters, in every way.</summary>
    public abstract IEnumerable<Question> Plain(Dice dice, Sights sights);

    /// <summary>A query with filters, in some way.</summary>
    public abstract Question Filtered(Dice dice, Sights sights);

    /// <param name="hasRoot">False where the list means nothing without parents.</param>
    /// <param name="hasParents">False where the list has none.</param>
    private sealed class Kind<TQuery, T>(Func<TQuery> make, bool hasRoot = true, bool hasParents = true) : QueryQuestions
        where TQuery : GraphQuery<T>
    {
        public override Type Query => typeof(TQuery);

        /// <summary>Draws what the query is about, before its filters are drawn.</summary>
        public Func<Dice, Sights, TQuery> Make { get; init; } = (_, _) => make();

        public override IEnumerable<Question> Plain(Dice dice, Sights sights) =>
            [
                List(make(), PageRequest.Max, null),
                List(make(), dice.Of(1, 2, 3), null),
                Count(make()),
                ListOf(make(), sights.Ids, PageRequest.Max, null),
                ListOf(make(), sights.Nodes, dice.Of(1, 2, 3), null),
                CountOf(make(), sights.Ids),
            ];

        public override Question Filtered(Dice dice, Sights sights)
        {
            var query = QueryFields.Fill(Make(dice, sights), dice, sights);
            var (size, after) = (dice.Of(1, 2, 3, PageRequest.Max), dice.Maybe(15, () => sights.Key(dice)));
            var parents = dice.Chance(50) ? sights.Ids : dice.Some(sights.Ids, 12);
            // Misuse is asked once, by the query without filters.
            return (hasRoot && (!hasParents || dice.Chance(50)), dice.Chance(25)) switch
            {
                (true, true) => Count(query),
                (true, false) => List(query, size, after),
                (false, true) => CountOf(query, parents),
                _ => ListOf(query, parents, size, after),
            };
        }

        private static Question List(TQuery query, int size, SortKey? start) =>
            new("IGraphSnapshot.ListAsync", $"{QueryFields.Describe(query)}, pages of {size}{After(start)}", async (_, snapshot, cancel) =>
            {
                List<string> lines = [];
                var after = start;
                for (var i = 0; i < MaxPages; i++)
                {
                    var page = await snapshot.ListAsync(query, new(size, after), cancel);
                    lines.AddRange(AnswerText.OfPage(page));
                    if (!page.HasMore)
                        break;
                    after = page.Keys[^1];
                }
                return lines;
            });

        private static Question ListOf(TQuery query, IReadOnlyList<string> parents, int size, SortKey? start) =>
            new(
                "IGraphSnapshot.ListOfAsync",
                $"{QueryFields.Describe(query)} of {Parents(parents)}, pages of {size}{After(start)}",
                async (_, snapshot, cancel) =>
                {
                    var pages = await snapshot.ListOfAsync(parents, query, new(size, start), cancel);
                    var lines = pages
                        .OrderBy(p => p.Key, StringComparer.Ordinal)
                        .SelectMany(p => AnswerText.OfPage(p.Value).Select(line => $"{p.Key}: {line}"))
                        .ToList();
                    // The second pages, all at once: a key is a place in any parent's list.
                    foreach (
                        var after in pages
                            .OrderBy(p => p.Key, StringComparer.Ordinal)
                            .Where(p => p.Value.HasMore)
                            .Select(p => p.Value.Keys[^1])
                            .Distinct()
                            .Take(3)
                    )
                    {
                        var next = await snapshot.ListOfAsync(parents, query, new(size, after), cancel);
                        lines.AddRange(
                            next.OrderBy(p => p.Key, StringComparer.Ordinal)
                                .SelectMany(p => AnswerText.OfPage(p.Value).Select(line => $"{p.Key} after {after}: {line}"))
                        );
                    }
                    return lines;
                }
            )
            {
                Smaller = Question.Halved(parents, half => ListOf(query, half, size, start)),
            };

        private static Question Count(TQuery query) =>
            new("IGraphSnapshot.CountAsync", QueryFields.Describe(query), async (_, snapshot, cancel) =>
                [AnswerText.Of(await snapshot.CountAsync(query, cancel))]
            );

        private static Question CountOf(TQuery query, IReadOnlyList<string> parents) =>
            new("IGraphSnapshot.CountOfAsync", $"{QueryFields.Describe(query)} of {Parents(parents)}", async (_, snapshot, cancel) =>
                (await snapshot.CountOfAsync(parents, query, cancel))
                    .OrderBy(p => p.Key, StringComparer.Ordinal)
                    .Select(p => $"{p.Key}: {p.Value}")
            )
            {
                Smaller = Question.Halved(parents, half => CountOf(query, half)),
            };

        private static string Parents(IReadOnlyList<string> parents) => $"[{string.Join(", ", parents.Select(QueryFields.Quoted))}]";

        private static string After(SortKey? start) =>
            start is null ? "" : $" after ({QueryFields.Quoted(start.Sort)}, {QueryFields.Quoted(start.Id)})";
    }
}
