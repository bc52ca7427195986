using NodaTime;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

public abstract class ChangeLogContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    private static readonly Relationship MayorsPost = Post(Mayor, City, "市长");

    [Fact]
    public async Task Changes_are_listed_by_version_entities_then_relationships_then_observations_then_articles()
    {
        await ImportAsync(RegistryOf(Registry().Entities.Reverse()));
        await ImportAsync(
            Article(1)
                .With(Named(EntityTypes.Event, "event:fair", "灯会", "Fair"))
                .Printing(Figure(1, "b", 1))
                .Printing(Figure(1, "a", 1))
                .Stating(MayorsPost)
        );

        (await AllAsync(new ChangeQuery(0))).ShouldBe([
            Line(1, 1, ChangeKind.Added, Lanterns),
            Line(1, 2, ChangeKind.Added, Harbour),
            Line(1, 3, ChangeKind.Added, Mayor),
            Line(1, 4, ChangeKind.Added, City),
            Line(2, 1, ChangeKind.Added, "event:fair"),
            Line(2, 2, ChangeKind.Added, MayorsPost.Id),
            Line(2, 3, ChangeKind.Added, "obs:yunhai/01/a"),
            Line(2, 4, ChangeKind.Added, "obs:yunhai/01/b"),
            Line(2, 5, ChangeKind.Added, ArticleId(1)),
        ]);
    }

    [Fact]
    public async Task Changes_since_a_version_leave_out_that_version()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1));
        await ImportAsync(Article(2));

        (await AllAsync(new ChangeQuery(2))).ShouldBe([Line(3, 1, ChangeKind.Added, ArticleId(2))]);
        (await AllAsync(new ChangeQuery(3))).ShouldBeEmpty();
        (await ReadAsync(s => s.CountAsync(new ChangeQuery(1), Cancel))).ShouldBe(2);
    }

    [Fact]
    public async Task Two_imports_of_one_moment_are_two_versions_and_nothing_is_lost_or_repeated_between_them()
    {
        await ImportAsync(Registry());
        Time.Advance(TimeSpan.FromHours(1));
        await ImportAsync(Article(1));
        await ImportAsync(Article(2));
        var before = Now - Duration.FromHours(1);

        (await AllAsync(new ChangeQuery(0) { RecordedAfter = before }, pageSize: 1)).ShouldBe([
            Line(2, 1, ChangeKind.Added, ArticleId(1)),
            Line(3, 1, ChangeKind.Added, ArticleId(2)),
        ]);
        (await AllAsync(new ChangeQuery(2) { RecordedAfter = before })).ShouldBe([Line(3, 1, ChangeKind.Added, ArticleId(2))]);
        (await AllAsync(new ChangeQuery(0) { RecordedAfter = Now })).ShouldBeEmpty();
        (await ReadAsync(s => s.CountAsync(new ChangeQuery(0) { RecordedAfter = before }, Cancel))).ShouldBe(2);
    }

    [Fact]
    public async Task Changes_of_figures_are_listed_by_what_they_are_about_and_of_also_when_they_are_closed()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(Figure(1, "a", 1)).Printing(Figure(1, "b", 1) with { About = Harbour }).Stating(MayorsPost));
        await ImportAsync(Article(1).Printing(Figure(1, "b", 2) with { About = Harbour }));

        await Gives(new(0) { About = [City] }, (2, ChangeKind.Added, "a"), (3, ChangeKind.Removed, "a"));
        await Gives(new(0) { About = [Harbour] }, (2, ChangeKind.Added, "b"), (3, ChangeKind.Changed, "b"));
        await Gives(new(2) { About = [Harbour], Indicators = [Lanterns] }, (3, ChangeKind.Changed, "b"));
        await Gives(new(0) { About = [Harbour], Indicators = ["indicator:nothing"] });
        await Gives(new(2) { Concerning = [Lanterns] }, (3, ChangeKind.Removed, "a"), (3, ChangeKind.Changed, "b"));
        await Gives(new(2) { Concerning = [Harbour] }, (3, ChangeKind.Changed, "b"));
        await Gives(new(2) { IsOfFigures = true }, (3, ChangeKind.Removed, "a"), (3, ChangeKind.Changed, "b"));
        await Gives(new(0) { Concerning = [] });

        async Task Gives(ChangeQuery query, params (long, ChangeKind, string)[] lines)
        {
            foreach (var size in new[] { 1, 2, PageRequest.Max })
            {
                (await AllAsync(query, pageSize: size)).Select(c => (c.Version, c.Kind, c.Id["obs:yunhai/01/".Length..])).ShouldBe(lines);
                (await AllAsync(query with { Order = ChangeOrder.LogDescending }, pageSize: size))
                    .Select(c => (c.Version, c.Kind, c.Id["obs:yunhai/01/".Length..]))
                    .ShouldBe(lines.Reverse());
            }
            (await ReadAsync(s => s.CountAsync(query, Cancel))).ShouldBe(lines.Length);
        }
    }

    private Change Line(long version, long sequence, ChangeKind kind, string id) => new(version, sequence, kind, id) { RecordedAt = Now };

    [Fact]
    public async Task What_is_stated_anew_changed_and_no_longer_is_told_apart()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1).Stating(MayorsPost).Printing(Figure(1, "same", 1)).Printing(Figure(1, "other", 1)).Printing(Figure(1, "gone", 1))
        );
        var outcome = await ImportAsync(
            Article(1).Stating(Post(Mayor, City, "代市长")).Printing(Figure(1, "same", 1)).Printing(Figure(1, "other", 2))
        );

        (await ChangesAsync(2)).ShouldBe(
            new[]
            {
                (ChangeKind.Removed, MayorsPost.Id),
                (ChangeKind.Added, Post(Mayor, City, "代市长").Id),
                (ChangeKind.Removed, "obs:yunhai/01/gone"),
                (ChangeKind.Changed, "obs:yunhai/01/other"),
                (ChangeKind.Changed, ArticleId(1)),
            },
            ignoreOrder: true
        );
        (outcome.Added, outcome.Changed, outcome.Removed).ShouldBe((1, 2, 2));
    }

    [Fact]
    public async Task A_second_article_that_states_the_same_changes_the_relationship()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Stating(MayorsPost));
        await ImportAsync(Article(2).Stating(MayorsPost));

        (await ChangesAsync(2)).ShouldBe([(ChangeKind.Changed, MayorsPost.Id), (ChangeKind.Added, ArticleId(2))]);
    }

    [Fact]
    public async Task Evidence_at_another_address_is_a_change()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Stating(MayorsPost, "3.1").Printing(Figure(1, "a", 1), "4.1"));
        await ImportAsync(Article(1).Stating(MayorsPost, "3.2").Printing(Figure(1, "a", 1), "4.1"));

        (await ChangesAsync(2)).ShouldBe([(ChangeKind.Changed, MayorsPost.Id), (ChangeKind.Changed, ArticleId(1))]);
    }

    [Fact]
    public async Task A_text_that_comes_to_hand_changes_the_article_alone()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Stating(MayorsPost, "2.1").Printing(Figure(1, "a", 1), "2.1"));
        await ImportAsync(
            Article(1).Stating(MayorsPost, "2.1").Printing(Figure(1, "a", 1), "2.1").Holding("题", "蓝桥市长说，做了1个灯笼。")
        );

        (await ChangesAsync(2)).ShouldBe([(ChangeKind.Changed, ArticleId(1))]);
        (await AllOfAsync(MayorsPost.Id, new CitationQuery())).ShouldHaveSingleItem().Quote.ShouldBe("蓝桥市长说，做了1个灯笼。");
    }

    [Fact]
    public async Task The_first_article_to_print_a_name_of_the_registry_changes_the_entity_and_later_ones_do_not()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Naming(City, "云海市"));
        await ImportAsync(Article(2).Naming(City, "云海市"));

        (await ChangesAsync(1)).ShouldBe([(ChangeKind.Changed, City), (ChangeKind.Added, ArticleId(1)), (ChangeKind.Added, ArticleId(2))]);
    }

    [Fact]
    public async Task The_counts_of_a_version_are_those_of_its_lines() =>
        await Generated.Units.CheckAllAsync(
            async units =>
            {
                var store = await NewStoreAsync();
                await ImportAsync(Generated.Registry, store);
                foreach (var batch in units)
                {
                    var since = (await store.HeadAsync(Cancel)).Number;
                    var outcome = await ImportAsync(batch, store);
                    var lines = await AllAsync(new ChangeQuery(since), store);
                    lines.Select(c => c.Sequence).ShouldBe(Enumerable.Range(1, lines.Count).Select(i => (long)i));
                    lines.Select(c => c.Id).ShouldBeUnique();
                    (Count(ChangeKind.Added), Count(ChangeKind.Changed), Count(ChangeKind.Removed)).ShouldBe(
                        (outcome.Added, outcome.Changed, outcome.Removed)
                    );
                    outcome.IsChanged.ShouldBe(lines.Count > 0);

                    int Count(ChangeKind kind) => lines.Count(c => c.Kind == kind);
                }
            },
            CasesOf(15)
        );

    private async Task<IReadOnlyList<(ChangeKind Kind, string Id)>> ChangesAsync(long since) =>
        [.. (await AllAsync(new ChangeQuery(since))).Select(c => (c.Kind, c.Id))];
}
