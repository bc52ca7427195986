using CsCheck;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

public abstract class ImportContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    [Fact]
    public async Task An_empty_store_has_no_version_and_no_units()
    {
        var head = await Store.HeadAsync(Cancel);

        head.Number.ShouldBe(0);
        (await Store.UnitsAsync(Cancel)).ShouldBeEmpty();
        head.Source.ShouldBeNull();
    }

    [Fact]
    public async Task Each_unit_that_changes_something_takes_the_next_version()
    {
        (await ImportAsync(Registry())).Version.ShouldBe(1);
        var article = Article(1).Stating(Post(Mayor, City, "市长"));
        var outcome = await ImportAsync(article);

        outcome.ShouldBe(new ImportOutcome(article.Unit, true, 2, 2, 0, 0));
        (await Store.HeadAsync(Cancel)).Version.ShouldBe(new DataVersion(2, Now, article.Unit, article.Hash, 2, 0, 0));
    }

    [Fact]
    public async Task Importing_a_unit_twice_changes_nothing()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Stating(Post(Mayor, City, "市长")));

        (await ImportAsync(Article(1).Stating(Post(Mayor, City, "市长")))).ShouldBe(new ImportOutcome(ArticleId(1), false, 2, 0, 0, 0));
        (await Store.HeadAsync(Cancel)).Number.ShouldBe(2);
    }

    [Fact]
    public async Task A_unit_that_differs_in_its_hash_alone_notes_the_hash_and_keeps_the_version()
    {
        await ImportAsync(Registry());
        var batch = Article(1).Printing(Figure(1, "a", 1.40m));
        await ImportAsync(batch);

        (await ImportAsync(batch with { Hash = "another" })).IsChanged.ShouldBeFalse();

        var head = await Store.HeadAsync(Cancel);
        head.Number.ShouldBe(2);
        (await Store.UnitsAsync(Cancel))[batch.Unit].ShouldBe("another");
    }

    [Fact]
    public async Task A_unit_replaces_what_it_held_before()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1)
                .With(Named(EntityTypes.Event, "event:fair", "灯会", "Fair"))
                .Stating(Link(RelationshipTypes.HeldAt, "event:fair", City, null, ("role", "MAIN")))
        );
        await ImportAsync(Article(1).Stating(Post(Mayor, City, "市长")));

        (await GetAsync<Entity>("event:fair")).ShouldBeNull();
        (await AllAsync(new RelationshipQuery())).Select(r => r.Type).ShouldBe([RelationshipTypes.HoldsPost]);
    }

    [Fact]
    public async Task A_removed_article_takes_along_what_only_it_states()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Stating(Post(Mayor, City, "市长")));
        await ImportAsync(Article(2).Stating(Post(Mayor, City, "市长")).Stating(Post(Mayor, Harbour, "主任"), "5.2"));

        var outcome = await Store.RemoveAsync(ArticleId(2), Cancel);

        outcome.ShouldBe(new ImportOutcome(ArticleId(2), true, 4, 0, 1, 2));
        (await AllAsync(new RelationshipQuery())).ShouldHaveSingleItem().Properties["title"].ShouldBe("市长");
        (await AllAsync(new ArticleQuery())).ShouldHaveSingleItem().Id.ShouldBe(ArticleId(1));
        (await Store.UnitsAsync(Cancel)).Keys.ShouldBe([GraphBatch.Registry, ArticleId(1)], ignoreOrder: true);
        (await Store.HeadAsync(Cancel)).Version!.Hash.ShouldBeNull();
    }

    [Fact]
    public async Task Removing_an_article_that_is_not_there_does_nothing()
    {
        await ImportAsync(Registry());

        (await Store.RemoveAsync(ArticleId(7), Cancel)).ShouldBeNull();
        (await Store.RemoveAsync(GraphBatch.Registry, Cancel)).ShouldBeNull("the registry is no article");
        (await Store.HeadAsync(Cancel)).Number.ShouldBe(1);
    }

    [Fact]
    public async Task A_removed_article_can_be_imported_again()
    {
        await ImportAsync(Registry());
        var batch = Article(1).Printing(Figure(1, "a", 5)).Stating(Post(Mayor, City, "市长"));
        await ImportAsync(batch);
        var described = await Everything.DescribeAsync(Store, Cancel);
        await Store.RemoveAsync(batch.Unit, Cancel);

        (await ImportAsync(batch)).Added.ShouldBe(3);

        (await Everything.DescribeAsync(Store, Cancel)).ShouldBe(described);
    }

    [Fact]
    public async Task A_batch_about_something_unknown_is_refused_and_leaves_nothing_behind()
    {
        await ImportAsync(Registry());

        var refusal = await Should.ThrowAsync<GraphStoreException>(() =>
            ImportAsync(Article(1).Stating(Post("person:nobody", City, "市长")))
        );

        refusal.IsTransient.ShouldBeFalse();
        refusal.Message.ShouldContain("person:nobody");
        (await GetAsync<Article>(ArticleId(1))).ShouldBeNull();
        (await Store.UnitsAsync(Cancel)).Keys.ShouldBe([GraphBatch.Registry]);
    }

    [Fact]
    public async Task An_entity_that_its_unit_drops_stays_while_an_article_still_mentions_it()
    {
        var ferry = Named(EntityTypes.Company, "org:ferry", "渡轮公司", "Ferry");
        await ImportAsync(Registry(ferry));
        await ImportAsync(Article(1).Stating(Post(Mayor, ferry.Id, "顾问")));

        (await ImportAsync(Registry())).IsChanged.ShouldBeFalse("nothing that a reader sees has changed");
        (await GetAsync<Entity>(ferry.Id)).ShouldNotBeNull();
        (await ImportAsync(Article(1))).Removed.ShouldBe(2);
        (await GetAsync<Entity>(ferry.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task An_entity_that_refers_to_itself_goes_when_nothing_else_holds_it()
    {
        var lamps = Named(EntityTypes.Indicator, "indicator:lamps", "灯数", "Lamps") with
        {
            Properties = new Dictionary<string, string> { ["broader"] = "indicator:lamps" },
        };
        await ImportAsync(Registry(lamps));

        (await ImportAsync(Registry())).Removed.ShouldBe(1);
        (await GetAsync<Entity>(lamps.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task An_entity_moves_from_an_article_to_the_registry_with_its_id()
    {
        var ferry = Named(EntityTypes.Company, "org:ferry", "渡轮公司", "Ferry");
        await ImportAsync(Registry());
        await ImportAsync(Article(1).With(ferry));
        await ImportAsync(Registry(ferry));
        await ImportAsync(Article(1));

        (await AllAsync(new EntityQuery { Types = [EntityTypes.Company] })).ShouldHaveSingleItem().Id.ShouldBe(ferry.Id);
    }

    [Fact]
    public async Task The_source_that_was_remembered_is_given_back()
    {
        await Store.RememberSourceAsync("one", Cancel);
        await Store.RememberSourceAsync("two", Cancel);

        (await Store.HeadAsync(Cancel)).Source.ShouldBe("two");
        (await Store.HeadAsync(Cancel)).Number.ShouldBe(0);
    }

    [Fact]
    public async Task A_text_once_held_is_not_lost_by_an_import_without_it()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Holding("灯会第1日", "灯笼一千个。"));
        await ImportAsync(Article(1));
        await Store.RemoveAsync(ArticleId(1), Cancel);

        var texts = await Store.TextsAsync([new string('a', 64), new string('b', 64)], Cancel);

        texts.ShouldHaveSingleItem().Value.ShouldBe("灯会第1日\n灯笼一千个。");
    }

    [Fact]
    public async Task A_cancelled_import_leaves_the_store_as_it_was()
    {
        await ImportAsync(Registry());
        var before = await Everything.DescribeAsync(Store, Cancel);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Store.ImportAsync(Article(1), cancelled.Token));

        (await Everything.DescribeAsync(Store, Cancel)).ShouldBe(before);
        (await ImportAsync(Article(1))).IsChanged.ShouldBeTrue();
    }

    [Fact]
    public async Task A_read_is_of_one_version_while_another_one_is_imported()
    {
        await ImportAsync(Registry());
        var imported = false;

        var (version, count, summary) = await ReadAsync(async s =>
        {
            var head = await s.HeadAsync(Cancel);
            if (!imported)
                await ImportAsync(Article(1));
            imported = true;
            return (head.Number, await s.CountAsync(new ArticleQuery(), Cancel), await s.SummaryAsync(Cancel));
        });

        // A store that holds versions answers of the older one, a store that repeats reads of the newer one; none mixes them.
        version.ShouldBeOneOf(1, 2);
        (count, summary.Articles).ShouldBe((version - 1, version - 1));
        (await ReadAsync(s => s.CountAsync(new ArticleQuery(), Cancel))).ShouldBe(1);
        (await ReadAsync(s => s.SummaryAsync(Cancel))).Articles.ShouldBe(1);
    }

    [Fact]
    public async Task A_read_that_asks_nothing_is_given_back_as_it_is() => (await ReadAsync(_ => Task.FromResult(7))).ShouldBe(7);

    [Fact]
    public async Task What_a_read_throws_is_thrown()
    {
        var thrown = await Should.ThrowAsync<InvalidOperationException>(() =>
            ReadAsync<int>(async s =>
            {
                await s.CountAsync(new ArticleQuery(), Cancel);
                throw new InvalidOperationException("mine");
            })
        );

        thrown.Message.ShouldBe("mine");
    }

    /// <summary>Two may claim it while one of them moves to another unit, or where the registry no longer describes one.</summary>
    [Fact]
    public async Task A_former_id_goes_to_who_claims_it_last_and_back_when_that_one_lets_it_go()
    {
        var (one, other) = (Claiming("one"), Claiming("other"));
        await ImportAsync(RegistryOf([one]));
        await ImportAsync(Article(1).Naming(one.Id, "甲"));
        await LeadsTo(one.Id);

        await ImportAsync(RegistryOf([other]));
        await LeadsTo(other.Id);

        await ImportAsync(RegistryOf([other with { FormerIds = [] }]));
        await LeadsTo(one.Id);

        await ImportAsync(Article(2).With(Claiming("third")));
        await LeadsTo("person:third");

        await Store.RemoveAsync(ArticleId(2), Cancel);
        await LeadsTo(one.Id);

        static Entity Claiming(string name) => Named(EntityTypes.Person, $"person:{name}", "甲", name) with { FormerIds = ["person:old"] };

        async Task LeadsTo(string id)
        {
            (await GetAsync<Entity>("person:old"))!.Id.ShouldBe(id);
            (await Store.VerifyAsync(isThorough: true, Cancel)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Units_in_any_order_end_in_the_same_graph_and_come_again_as_unchanged() =>
        await Generated.Units.CheckAllAsync(
            async x =>
            {
                // The newest batch of each article, in another order, is all that counts.
                var newest = x.GroupBy(b => b.Unit).Select(g => g.Last()).Reverse().ToList();
                var other = await NewStoreAsync();
                await ImportAsync(Generated.Registry, other);
                foreach (var batch in newest)
                    await ImportAsync(batch, other);
                var described = await Everything.DescribeAsync(other, Cancel);

                var one = await NewStoreAsync();
                await ImportAsync(Generated.Registry, one);
                foreach (var batch in x)
                    await ImportAsync(batch, one);
                (await Everything.DescribeAsync(one, Cancel)).ShouldBe(described);

                var version = (await one.HeadAsync(Cancel)).Number;
                foreach (var batch in newest)
                    (await ImportAsync(batch, one)).IsChanged.ShouldBeFalse();
                (await one.HeadAsync(Cancel)).Number.ShouldBe(version);
                (await Everything.DescribeAsync(one, Cancel)).ShouldBe(described);
            },
            CasesOf(25)
        );
}
