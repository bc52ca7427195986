using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>A download of any length is of one data version, whatever is imported meanwhile.</summary>
public abstract class StreamContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    /// <summary>More than a page of any store.</summary>
    private const int Many = 2_300;

    [Fact]
    public async Task A_stream_gives_everything_that_a_list_gives_in_its_order()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1).Printing(Figure(1, "b", 5), "2.1").Printing(Figure(1, "a", 7), "9.1").Stating(Post(Mayor, City, "市长"))
        );
        await ImportAsync(Article(2).Printing(Figure(2, "a", 6)));

        await Store.StreamAsync(
            async graph =>
            {
                graph.Head.Number.ShouldBe(3);
                (await AllOf(graph, new ObservationQuery())).ShouldBe(await AllAsync(new ObservationQuery()));
                (await AllOf(graph, new ObservationQuery { Order = ObservationOrder.ValueDescending }))
                    .Select(o => o.Quantity.Value)
                    .ShouldBe([7, 6, 5]);
                (await AllOf(graph, new ObservationQuery { About = [Mayor] })).ShouldBeEmpty();
                (await AllOf(graph, new RelationshipQuery()))
                    .Select(r => r.Id)
                    .ShouldBe((await AllAsync(new RelationshipQuery())).Select(r => r.Id));
                (await AllOf(graph, new EntityQuery())).Select(e => e.Id).ShouldBe((await AllAsync(new EntityQuery())).Select(e => e.Id));
                (await AllOf(graph, new ArticleQuery())).Select(a => a.Id).ShouldBe([ArticleId(1), ArticleId(2)]);
            },
            Cancel
        );
    }

    [Fact]
    public async Task A_stream_says_what_things_are_called_where_they_are_printed_and_what_supports_them()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1).Printing(Figure(1, "a", 5), "2.1").Citing("obs:yunhai/01/a", "5个", "8.1").Stating(Post(Mayor, City, "市长"))
        );

        await Store.StreamAsync(
            async graph =>
            {
                var labels = await graph.LabelsAsync([City, "place:yunhai-town", "place:nowhere"], Cancel);
                labels.Keys.ShouldBe([City, "place:yunhai-town"], ignoreOrder: true);
                labels["place:yunhai-town"]
                    .ShouldBe(
                        new NodeLabel(City, EntityTypes.Place, "云海市", "Yunhai") { Dimension = "COUNTERPART_AREA" },
                        "a former id resolves"
                    );
                (await graph.ArticlesAsync([ArticleId(1), ArticleId(9)], Cancel)).ShouldHaveSingleItem().Value.Title.ShouldBe("灯会第1日");
                var citations = await graph.CitationsAsync(["obs:yunhai/01/a", Post(Mayor, City, "市长").Id], Cancel);
                citations["obs:yunhai/01/a"].Select(c => c.Address.ToString()).ShouldBe(["2.1", "8.1"]);
                citations[Post(Mayor, City, "市长").Id].ShouldHaveSingleItem().Address.ShouldBe(new Address(3, 1));
                var (figure, cited) = (await FiguresAsync(graph, new ObservationQuery(), null)).ShouldHaveSingleItem();
                figure.ShouldBe((await AllOf(graph, new ObservationQuery())).Single());
                cited.ShouldBe(citations["obs:yunhai/01/a"]);
            },
            Cancel
        );
    }

    [Fact]
    public async Task Figures_with_their_citations_are_those_of_the_list_whatever_is_asked_and_wherever_it_goes_on()
    {
        await ImportAsync(Registry());
        await ImportAsync(Printed(1, Many));
        await ImportAsync(Article(2).Printing(Figure(2, "a", 5), "2.1").Citing("obs:yunhai/02/a", "5个", "1.1"));
        foreach (
            var query in new ObservationQuery[]
            {
                new(),
                new() { Order = ObservationOrder.ValueDescending },
                new() { About = [City], LatestPer = [SeriesDimension.Indicator] },
                new() { About = [Mayor] },
            }
        )
        {
            await Store.StreamAsync(
                async graph =>
                {
                    var (listed, keys) = (new List<Observation>(), new List<SortKey>());
                    await foreach (var page in graph.PagesAsync(query, null, Cancel))
                    {
                        listed.AddRange(page.Items);
                        keys.AddRange(page.Keys);
                    }
                    (await FiguresAsync(graph, query, null)).Select(f => f.Observation).ShouldBe(listed);
                    if (keys.Count > 1_500)
                        (await FiguresAsync(graph, query, keys[1_499])).Select(f => f.Observation).ShouldBe(listed[1_500..]);
                    foreach (var some in listed.Chunk(IPinnedGraph.MostAsked))
                    {
                        var citations = await graph.CitationsAsync([.. some.Select(o => o.Id)], Cancel);
                        var figures = await FiguresAsync(graph, query, null);
                        figures.ShouldAllBe(f => f.Citations.SequenceEqual(citations[f.Observation.Id]));
                        figures.ShouldAllBe(f => f.Series == null || f.Series == Series.KeyOf(f.Observation));
                    }
                },
                Cancel
            );
        }
    }

    private static async Task<List<CitedFigure>> FiguresAsync(IPinnedGraph graph, ObservationQuery query, SortKey? after)
    {
        List<CitedFigure> figures = [];
        await foreach (var page in graph.FiguresAsync(query, after, Cancel))
            figures.AddRange(page);
        return figures;
    }

    [Fact]
    public async Task Figures_that_come_change_and_go_meanwhile_leave_a_stream_as_it_began()
    {
        await ImportAsync(Registry());
        var batch = Printed(1, Many);
        await ImportAsync(batch);
        await ImportAsync(Article(2).Printing(Figure(2, "a", 5)));
        await ImportAsync(Article(3).Printing(Figure(3, "a", 6)));
        var before = await AllAsync(new ObservationQuery());
        List<Observation> streamed = [];

        await Store.StreamAsync(
            async graph =>
            {
                await foreach (var page in graph.PagesAsync(new ObservationQuery(), null, Cancel))
                {
                    if (streamed.Count == 0)
                    {
                        Time.Advance(TimeSpan.FromHours(1));
                        await ImportAsync(Article(2).Printing(Figure(2, "a", 50)));
                        await Store.RemoveAsync(ArticleId(3), Cancel);
                        await ImportAsync(Article(4).Printing(Figure(4, "a", 9)));
                    }
                    streamed.AddRange(page.Items);
                    graph.Head.Number.ShouldBe(4);
                    (await graph.LabelsAsync([City, Lanterns], Cancel)).Count.ShouldBe(2);
                }
            },
            Cancel
        );

        streamed.Count.ShouldBe(Many + 2);
        streamed.ShouldBe(before);
        (await AllAsync(new ObservationQuery { Articles = [ArticleId(2), ArticleId(3), ArticleId(4)] })).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(ChoiceRule.Newest)]
    [InlineData(ChoiceRule.FirstPrint)]
    [InlineData(ChoiceRule.MostReported)]
    public async Task Points_of_a_line_are_those_of_the_version_though_an_import_adds_changes_and_removes_some(ChoiceRule rule)
    {
        await ImportAsync(Registry());
        foreach (var article in Enumerable.Range(1, 5))
            await ImportAsync(
                Article(article)
                    .Printing(Month(article, "a", article, 5), "2.1")
                    .Printing(Month(article, "same", 6, article % 2), "3.1")
                    .Printing(Month(article, "goal", 7, 1) with { Status = ObservationStatus.Target }, "4.1")
            );
        var line = LineId.Of(Month(1, "a", 1, 5));
        var queries = new[]
        {
            new SeriesPoints { Rule = rule }.QueryOf(line),
            new SeriesPoints { Rule = rule, LastN = 3 }.QueryOf(line),
            new SeriesPoints { Rule = rule, PublishedBy = FirstDay.PlusDays(4) }.QueryOf(line),
            new SeriesPoints { Rule = rule, Days = new(new(2030, 2, 1), new(2030, 6, 30)) }.QueryOf(line),
        };
        var before = new List<IReadOnlyList<Observation>>();
        foreach (var query in queries)
            before.Add(await AllAsync(query));

        await Store.StreamAsync(
            async graph =>
            {
                Time.Advance(TimeSpan.FromHours(1));
                await ImportAsync(Article(6).Printing(Month(6, "new", 6, 9), "2.1").Printing(Month(6, "later", 8, 9), "3.1"));
                await ImportAsync(Article(2).Printing(Month(2, "a", 2, 50), "2.1").Printing(Month(2, "same", 6, 0), "3.1"));
                await Store.RemoveAsync(ArticleId(5), Cancel);
                foreach (var (query, then) in queries.Zip(before))
                    (await AllOf(graph, query)).ShouldBe(then);
            },
            Cancel
        );

        (await AllAsync(queries[0])).ShouldNotBe(before[0], "the imports did change the line");

        static Observation Month(int article, string key, int month, decimal value) =>
            Figure(article, key, value) with
            {
                Period = new(
                    $"{month}月",
                    new(2030, month, 1),
                    new NodaTime.LocalDate(2030, month, 1).PlusMonths(1).PlusDays(-1),
                    PeriodPrecision.Month,
                    PeriodBasis.Stated
                ),
            };
    }

    [Fact]
    public async Task Relationships_and_entities_are_those_of_the_version_or_an_exception_says_that_they_cannot_be()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).StatingMany(Many));
        await ImportAsync(Article(2).Stating(Post(Mayor, Harbour, "主任")));
        var before = (await AllAsync(new RelationshipQuery())).Select(r => r.Id).ToList();
        List<string> streamed = [];

        var failure = await Record.ExceptionAsync(() =>
            Store.StreamAsync(
                async graph =>
                {
                    await foreach (var page in graph.PagesAsync(new RelationshipQuery(), null, Cancel))
                    {
                        if (streamed.Count == 0)
                            await Store.RemoveAsync(ArticleId(2), Cancel);
                        streamed.AddRange(page.Items.Select(r => r.Id));
                    }
                },
                Cancel
            )
        );

        if (failure is null)
            streamed.ShouldBe(before);
        else
            failure.ShouldBeOfType<GraphStoreException>().IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task Relationships_that_only_come_meanwhile_are_left_out()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).StatingMany(Many));
        List<string> streamed = [];

        await Store.StreamAsync(
            async graph =>
            {
                await foreach (var page in graph.PagesAsync(new RelationshipQuery(), null, Cancel))
                {
                    if (streamed.Count == 0)
                        await ImportAsync(Article(2).Stating(Post(Mayor, Harbour, "主任")));
                    streamed.AddRange(page.Items.Select(r => r.Id));
                }
            },
            Cancel
        );

        streamed.Count.ShouldBe(Many);
        streamed.ShouldNotContain(Post(Mayor, Harbour, "主任").Id);
    }

    [Fact]
    public async Task Names_and_evidence_that_an_import_changes_are_never_given_as_those_of_the_version()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(Figure(1, "a", 5), "2.1"));

        await Store.StreamAsync(
            async graph =>
            {
                await ImportAsync(RegistryOf(Registry().Entities.Select(e => e.Id == City ? Renamed(e) : e)));
                await ImportAsync(Article(1).Printing(Figure(1, "a", 5), "7.1"));

                await AsOfTheVersion(async () => (await graph.LabelsAsync([City], Cancel))[City].Chinese, "云海市");
                await AsOfTheVersion(
                    async () => (await graph.CitationsAsync(["obs:yunhai/01/a"], Cancel))["obs:yunhai/01/a"].Single().Address.ToString(),
                    "2.1"
                );
                await AsOfTheVersion(
                    async () => (await AllOf(graph, new EntityQuery { Types = [EntityTypes.Place] })).Single().Name,
                    "云海市"
                );
                await AsOfTheVersion(async () => (await AllOf(graph, new ObservationQuery())).Single().Id, "obs:yunhai/01/a");
            },
            Cancel
        );

        static Entity Renamed(Entity e) => e with { Names = [new("新云海", "zh", NameBasis.Printed, true)] };

        static async Task AsOfTheVersion(Func<Task<string>> ask, string then)
        {
            try
            {
                (await ask()).ShouldBe(then);
            }
            catch (GraphStoreException e)
            {
                e.IsTransient.ShouldBeTrue();
            }
        }
    }

    [Fact]
    public async Task A_stream_goes_on_after_any_key()
    {
        await ImportAsync(Registry());
        await ImportAsync(Printed(1, 1_500));
        var all = await AllAsync(new ObservationQuery());

        await Store.StreamAsync(
            async graph =>
            {
                List<SortKey> keys = [];
                await foreach (var page in graph.PagesAsync(new ObservationQuery(), null, Cancel))
                    keys.AddRange(page.Keys);
                keys.Count.ShouldBe(all.Count);
                foreach (var at in new[] { 0, 999, 1_000, 1_498, 1_499 })
                    (await AllOf(graph, new ObservationQuery(), keys[at])).ShouldBe(all.Skip(at + 1));
            },
            Cancel
        );
    }

    [Fact]
    public async Task The_last_page_says_that_nothing_follows_and_nothing_has_no_page()
    {
        await ImportAsync(Registry());
        await ImportAsync(Printed(1, 2_000));

        await Store.StreamAsync(
            async graph =>
            {
                List<bool> more = [];
                await foreach (var page in graph.PagesAsync(new ObservationQuery(), null, Cancel))
                    more.Add(page.HasMore);
                more.ShouldBe([true, false]);
                await foreach (var page in graph.PagesAsync(new ObservationQuery { About = [Mayor] }, null, Cancel))
                    page.ShouldBeNull("an empty list has no page");
            },
            Cancel
        );
    }

    [Fact]
    public async Task What_is_no_list_of_nodes_is_not_streamed()
    {
        await ImportAsync(Registry());

        await Store.StreamAsync(
            async graph =>
            {
                await Should.ThrowAsync<ArgumentException>(() => AllOf(graph, new CitationQuery()));
                await Should.ThrowAsync<ArgumentException>(() => AllOf(graph, new SearchQuery("云海")));
                await Should.ThrowAsync<ArgumentException>(() =>
                    graph.LabelsAsync([.. Enumerable.Range(0, IPinnedGraph.MostAsked + 1).Select(i => $"place:p{i}")], Cancel)
                );
            },
            Cancel
        );
    }

    [Fact]
    public async Task A_cancelled_stream_ends_and_a_left_one_leaves_the_store_usable()
    {
        await ImportAsync(Registry());
        await ImportAsync(Printed(1, Many));
        using var source = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            Store.StreamAsync(
                async graph =>
                {
                    await foreach (var _ in graph.PagesAsync(new ObservationQuery(), null, source.Token))
                        await source.CancelAsync();
                },
                source.Token
            )
        );
        await Store.StreamAsync(
            async graph =>
            {
                var left = graph.PagesAsync(new ObservationQuery(), null, Cancel).GetAsyncEnumerator(Cancel);
                await left.MoveNextAsync();
            },
            Cancel
        );

        await ImportAsync(Article(2).Printing(Figure(2, "a", 5)));
        (await ReadAsync(s => s.CountAsync(new ObservationQuery(), Cancel))).ShouldBe(Many + 1);
    }

    private static async Task<List<T>> AllOf<T>(IPinnedGraph graph, GraphQuery<T> query, SortKey? after = null)
    {
        List<T> all = [];
        await foreach (var page in graph.PagesAsync(query, after, Cancel))
            all.AddRange(page.Items);
        return all;
    }

    private static GraphBatch Printed(int article, int figures)
    {
        var observations = Enumerable.Range(0, figures).Select(i => Figure(article, $"f{i:D5}", i)).ToList();
        return Hashed(
            Article(article) with
            {
                Observations = observations,
                Citations =
                [
                    .. observations.Select(
                        (o, i) => new Citation(o.Id, ArticleId(article), new Address(1 + (i % 99), 1), ArticlePart.Body, o.Figure)
                    ),
                ],
            }
        );
    }
}

file static class ManyRelationships
{
    /// <summary>So many posts, each cited in the third line.</summary>
    public static GraphBatch StatingMany(this GraphBatch batch, int count)
    {
        var posts = Enumerable.Range(0, count).Select(i => Post(Mayor, City, $"职{i:D5}")).ToList();
        return Hashed(
            batch with
            {
                Relationships = posts,
                Citations = [.. posts.Select(p => new Citation(p.Id, batch.Unit, new Address(3, 1), ArticlePart.Body, null))],
            }
        );
    }
}
