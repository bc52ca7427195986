using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Differential;

/// <summary>What is asked of the two stores, by member of the port.</summary>
internal static class PortQuestions
{
    private delegate IEnumerable<Question> Make(string member, Dice dice, Sights sights);

    /// <summary>Every member that answers. The other members change a store: see <see cref="Steps"/>.</summary>
    private static readonly Dictionary<string, Make> Places = new(StringComparer.Ordinal)
    {
        ["IGraphStore.HeadAsync"] = (member, _, _) =>
            [new(member, "the store's head", async (store, _, cancel) => [AnswerText.Of(await store.HeadAsync(cancel))])],
        ["IGraphStore.UnitsAsync"] = (member, _, _) =>
            [new(member, "all units", async (store, _, cancel) => Pairs(await store.UnitsAsync(cancel)))],
        ["IGraphStore.TextsAsync"] = (member, dice, sights) =>
            [Texts(member, sights.Hashes), Texts(member, dice.Some(sights.Hashes, 2)), Texts(member, [])],
        // Whatever was done to it before, it holds what was written.
        ["IGraphStore.VerifyAsync"] = (member, _, _) =>
            [new(member, "what is wrong with it", async (store, _, cancel) => await store.VerifyAsync(isThorough: true, cancel))],
        ["IGraphStore.TryTakeTurnAsync"] = (member, _, _) =>
            [new(member, "a turn", async (store, _, cancel) => [await TurnAsync(store, cancel)])],
        ["IGraphStore.ReadAsync"] = (member, _, sights) => [AtOnce(member, sights)],
        ["IGraphStore.StreamAsync"] = (member, _, _) =>
            [Streamed(member, new EntityQuery()), Streamed(member, new RelationshipQuery()), Streamed(member, new ObservationQuery())],
        ["IGraphSnapshot.HeadAsync"] = (member, _, _) =>
            [new(member, "the head of the version read", async (_, snapshot, cancel) => [AnswerText.Of(await snapshot.HeadAsync(cancel))])],
        ["IGraphSnapshot.GetAsync"] = (member, dice, sights) =>
            [
                Get(member, sights.Ids),
                Get(member, dice.Some(sights.Ids, 5)),
                Get(member, []),
                Get(member, sights.Ids, RecordKinds.All),
                Get(member, sights.Ids, (RecordKinds)dice.Below((int)RecordKinds.All)),
            ],
        ["IGraphSnapshot.ResolveAsync"] = (member, dice, sights) =>
            [
                Resolve(member, sights.Names),
                Resolve(member, [.. sights.Ids, .. sights.Names]),
                Resolve(member, [.. sights.Texts.Select(text => Words.Near(dice, text))]),
                Resolve(member, Words.Syntax),
                Resolve(member, []),
            ],
        ["IGraphSnapshot.NearestAsync"] = (member, dice, sights) =>
            [
                Near(member, [.. sights.Texts.Select(text => Words.Near(dice, text))], new()),
                Near(member, [.. sights.Names.Select(name => name[1..]), .. sights.Names.Select(name => name[..^1])], new()),
                Near(member, Words.Syntax, new() { Types = [EntityTypes.Place.Name, EntityTypes.Company.Name] }),
                Near(member, [], new()),
            ],
        ["IGraphSnapshot.ListAsync"] = Queries,
        ["IGraphSnapshot.ListOfAsync"] = Queries,
        ["IGraphSnapshot.CountAsync"] = Queries,
        ["IGraphSnapshot.CountOfAsync"] = Queries,
        ["IGraphSnapshot.SummaryAsync"] = (member, _, _) =>
            [new(member, "the summary", async (_, snapshot, cancel) => Summary(await snapshot.SummaryAsync(cancel)))],
    };

    /// <summary>The members that change a store, and the step that calls each.</summary>
    public static readonly IReadOnlyDictionary<string, Type> Steps = new Dictionary<string, Type>
    {
        ["IGraphStore.ImportAsync"] = typeof(Importing),
        ["IGraphStore.RemoveAsync"] = typeof(Removing),
        ["IGraphStore.RememberSourceAsync"] = typeof(Remembering),
    };

    public static IReadOnlyCollection<string> Members => Places.Keys;

    /// <summary>Everything without a filter, and <paramref name="filtered"/> queries of each kind with filters.</summary>
    public static IReadOnlyList<Question> About(SmallCity city, Dice dice, int filtered)
    {
        var sights = new Sights(city);
        return
        [
            .. Places.SelectMany(place => place.Value(place.Key, dice, sights)).DistinctBy(q => q.ToString()),
            .. QueryQuestions.All.SelectMany(kind => Enumerable.Range(0, filtered).Select(_ => kind.Filtered(dice, sights))),
        ];
    }

    private static async Task<string> TurnAsync(IGraphStore store, CancellationToken cancel)
    {
        await using var turn = await store.TryTakeTurnAsync(cancel);
        return turn is null ? "another's" : "taken";
    }

    private static IEnumerable<Question> Queries(string member, Dice dice, Sights sights) =>
        QueryQuestions.All.SelectMany(kind => kind.Plain(dice, sights)).Where(question => question.Member == member);

    private static Question Get(string member, IReadOnlyList<string> ids, RecordKinds brief = RecordKinds.None) =>
        new(member, $"[{string.Join(", ", ids.Select(QueryFields.Quoted))}] brief: {brief}", async (_, snapshot, cancel) =>
            (await snapshot.GetAsync(ids, brief, cancel))
                .OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => $"{p.Key}: {AnswerText.Of(p.Value)}")
        )
        {
            Smaller = Question.Halved(ids, half => Get(member, half, brief)),
        };

    private static Question Resolve(string member, IReadOnlyList<string> names) =>
        new(member, $"[{string.Join(", ", names.Select(QueryFields.Quoted))}]", async (_, snapshot, cancel) =>
            (await snapshot.ResolveAsync(names, cancel))
                .OrderBy(p => p.Key, StringComparer.Ordinal)
                .SelectMany(p => p.Value.Select(node => $"{QueryFields.Quoted(p.Key)}: {AnswerText.Of(node)}"))
        )
        {
            Smaller = Question.Halved(names, half => Resolve(member, half)),
        };

    private static Question Near(string member, IReadOnlyList<string> names, NameScope scope) =>
        new(
            member,
            $"[{string.Join(", ", names.Select(QueryFields.Quoted))}] of {string.Join(", ", scope.Types)}",
            async (_, snapshot, cancel) =>
                (await snapshot.NearestAsync(names, scope, cancel))
                    .OrderBy(p => p.Key, StringComparer.Ordinal)
                    .SelectMany(p => p.Value.Select(near => $"{QueryFields.Quoted(p.Key)}: {near.Text} {near.Id} {near.Type.Name}"))
        )
        {
            Smaller = Question.Halved(names, half => Near(member, half, scope)),
        };

    private static Question Texts(string member, IReadOnlyList<string> hashes) =>
        new(member, $"[{string.Join(", ", hashes)}]", async (store, _, cancel) => Pairs(await store.TextsAsync(hashes, cancel)));

    /// <summary>A read of its own, whose questions are asked at once.</summary>
    private static Question AtOnce(string member, Sights sights) =>
        new(member, "counts, heads and a page, all at once", (store, _, cancel) =>
            store.ReadAsync<IEnumerable<string>>(
                async snapshot =>
                    await Task.WhenAll(
                        Task.Run(async () => AnswerText.Of(await snapshot.CountAsync(new EntityQuery(), cancel)), cancel),
                        Task.Run(async () => AnswerText.Of(await snapshot.HeadAsync(cancel)), cancel),
                        Task.Run(
                            async () =>
                                string.Join('\n', AnswerText.OfPage(await snapshot.ListAsync(new RelationshipQuery(), new(5), cancel))),
                            cancel
                        ),
                        Task.Run(async () => AnswerText.Of((await snapshot.GetAsync(sights.Ids, cancel)).Count), cancel),
                        Task.Run(async () => AnswerText.Of((await snapshot.SummaryAsync(cancel)).Citations), cancel)
                    ),
                cancel
            )
        );

    /// <summary>Everything, with what it names, prints and cites.</summary>
    private static Question Streamed<T>(string member, GraphQuery<T> query)
        where T : IGraphNode => new(member, $"all of {query.GetType().Name} with names, articles and citations", async (store, _, cancel) =>
        {
            List<string> lines = [];
            await store.StreamAsync(
                async graph =>
                {
                    lines.Add(AnswerText.Of(graph.Head));
                    await foreach (var page in graph.PagesAsync(query, null, cancel))
                    {
                        lines.AddRange(AnswerText.OfPage(page));
                        List<string> ids = [.. page.Items.Select(item => item.Id)];
                        lines.AddRange(
                            (await graph.CitationsAsync(ids, cancel))
                                .OrderBy(c => c.Key, StringComparer.Ordinal)
                                .SelectMany(c => c)
                                .Select(AnswerText.Of)
                        );
                        List<string> named = [.. page.Items.OfType<Observation>().SelectMany(o => new[] { o.Indicator, o.About }), .. ids];
                        lines.AddRange((await graph.LabelsAsync(named, cancel)).Values.Select(AnswerText.Of).Order(StringComparer.Ordinal));
                        var articles = await graph.ArticlesAsync([.. page.Items.OfType<Observation>().Select(o => o.Article)], cancel);
                        lines.AddRange(articles.Values.Select(AnswerText.Of).Order(StringComparer.Ordinal));
                    }
                },
                cancel
            );
            return lines;
        });

    private static IEnumerable<string> Pairs(IReadOnlyDictionary<string, string> pairs) =>
        pairs.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}: {QueryFields.Quoted(p.Value)}");

    private static IEnumerable<string> Summary(GraphSummary summary) =>
        [
            .. summary.Entities.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}: {p.Value}"),
            .. summary.Relationships.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}: {p.Value}"),
            .. summary.Observations.OrderBy(p => p.Key).Select(p => $"{p.Key}: {p.Value}"),
            $"citations {summary.Citations}, articles {summary.Articles}, with text {summary.ArticlesWithText}, coverage "
                + $"{AnswerText.Of(summary.Coverage)}",
        ];
}
