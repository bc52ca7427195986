using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>Several articles, one relationship.</summary>
public abstract class MergingContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    private static readonly Relationship Bare = Link(RelationshipTypes.Built, Harbour, City);
    private static readonly Relationship Worded = Link(RelationshipTypes.Built, Harbour, City, null, ("word", "建成"));
    private static readonly Relationship OtherWord = Link(RelationshipTypes.Built, Harbour, City, null, ("word", "落成"));

    [Fact]
    public async Task What_two_articles_state_is_one_relationship_with_both_citations()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(2).Stating(Bare, "4.1"));
        await ImportAsync(Article(1).Stating(Bare, "9.2"));

        (await AllAsync(new RelationshipQuery())).ShouldHaveSingleItem();
        (await AllOfAsync(Bare.Id, new CitationQuery()))
            .Select(c => (c.Article, c.Address.ToString()))
            .ShouldBe([(ArticleId(1), "9.2"), (ArticleId(2), "4.1")]);
    }

    [Fact]
    public async Task It_ends_when_its_last_statement_ends()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Stating(Bare));
        await ImportAsync(Article(2).Stating(Bare));

        await ImportAsync(Article(1));
        (await GetAsync<Relationship>(Bare.Id)).ShouldNotBeNull();
        await Store.RemoveAsync(ArticleId(2), Cancel);
        (await GetAsync<Relationship>(Bare.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task A_property_comes_from_the_first_statement_that_has_it_whatever_came_in_first()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(3).Stating(OtherWord));
        await ImportAsync(Article(2).Stating(Worded));
        await ImportAsync(Article(1).Stating(Bare));

        (await GetAsync<Relationship>(Bare.Id))!.Properties["word"].ShouldBe("建成");
        await ImportAsync(Article(2));
        (await GetAsync<Relationship>(Bare.Id))!.Properties["word"].ShouldBe("落成");
    }

    [Fact]
    public async Task Its_standing_is_that_of_the_strongest_statement()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Stating(Bare with { Status = StatementStatus.Inferred, Ground = "图注" }));
        await ImportAsync(Article(2).Stating(Bare with { Status = StatementStatus.Inferred, Ground = "标题" }));
        await Rests(StatementStatus.Inferred, "图注");

        await ImportAsync(Article(3).Stating(Bare));
        await Rests(StatementStatus.Stated, null);

        async Task Rests(StatementStatus status, string? ground)
        {
            var merged = (await GetAsync<Relationship>(Bare.Id))!;
            (merged.Status, merged.Ground).ShouldBe((status, ground));
        }
    }

    [Fact]
    public async Task Two_wordings_of_the_same_days_are_one_relationship_and_its_former_ids_lead_to_it()
    {
        var day = FirstDay.PlusDays(2);
        Relationship today = Post(Mayor, City, "市长", new("今日", day, day, PeriodPrecision.Day, PeriodBasis.Inferred)),
            dated = Post(Mayor, City, "市长", new("3月3日", day, day, PeriodPrecision.Day, PeriodBasis.Stated)),
            vague = Post(Mayor, City, "市长", new("近年来", null, null, PeriodPrecision.Vague, PeriodBasis.Stated)),
            vaguer = Post(Mayor, City, "市长", new("长期以来", null, null, PeriodPrecision.Vague, PeriodBasis.Stated));
        await ImportAsync(Registry());
        await ImportAsync(Article(2).Stating(dated, "2.1").Stating(vague, "3.1"));
        await ImportAsync(Article(1).Stating(today, "2.1").Stating(vaguer, "3.1"));

        (await AllAsync(new RelationshipQuery())).Select(r => r.Id).ShouldBe([today.Id, vaguer.Id, vague.Id]);
        today.Id.ShouldBe(dated.Id);
        (await GetAsync<Relationship>(today.Id))!.Period.ShouldBe(today.Period, "the first print counts");
        (await AllOfAsync(today.Id, new CitationQuery())).Count.ShouldBe(2);
        vague.FormerId.ShouldBeNull();
        foreach (var former in new[] { today.FormerId!, dated.FormerId! })
            (await GetAsync<Relationship>(former))!.Id.ShouldBe(today.Id);

        await ImportAsync(Article(1));
        (await GetAsync<Relationship>(dated.FormerId!))!.Period.ShouldBe(dated.Period);
        await ImportAsync(Article(2));
        (await GetAsync<Relationship>(dated.FormerId!)).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_sought_for_two_reasons_is_two_relationships()
    {
        var (fair, boats) = (
            Named(EntityTypes.Event, "event:fair", "灯会", "Fair"),
            Named(EntityTypes.Product, "product:boats", "船", "Boats")
        );
        Relationship plain = Link(RelationshipTypes.Sought, Harbour, City),
            forFair = Link(RelationshipTypes.Sought, Harbour, City, null, ("about", fair.Id)),
            forBoats = Link(RelationshipTypes.Sought, Harbour, City, null, ("about", boats.Id));
        await ImportAsync(Registry(fair, boats));
        await ImportAsync(Article(1).Stating(plain, "1.1").Stating(forFair, "2.1").Stating(forBoats, "3.1"));

        (await AllAsync(new RelationshipQuery())).Select(r => r.Properties.GetValueOrDefault("about")).ShouldBe([null, fair.Id, boats.Id]);
        plain.FormerId.ShouldBeNull("an id from before the key was declared stays");
        forFair.FormerId.ShouldBe(plain.Id);
        (await GetAsync<Relationship>(plain.Id))!.Id.ShouldBe(plain.Id, "a standing id beats a former one");
    }

    [Fact]
    public async Task It_is_sorted_by_its_first_citation()
    {
        var post = Post(Mayor, City, "市长");
        await ImportAsync(Registry());
        await ImportAsync(Article(2).Stating(post));
        await ImportAsync(Article(3).Stating(Bare));
        (await AllOfAsync(City, new RelationshipQuery())).Select(r => r.Id).ShouldBe([post.Id, Bare.Id]);

        await ImportAsync(Article(1).Stating(Bare));
        (await AllOfAsync(City, new RelationshipQuery())).Select(r => r.Id).ShouldBe([Bare.Id, post.Id]);
        (await AllOfAsync(ArticleId(3), new RelationshipQuery { Side = RelationshipSide.StatedIn })).Select(r => r.Id).ShouldBe([Bare.Id]);
    }

    [Fact]
    public async Task Key_properties_and_stated_periods_tell_relationships_apart()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1)
                .Stating(Post(Mayor, City, "市长"))
                .Stating(Post(Mayor, City, "代市长"))
                .Stating(Post(Mayor, City, "市长", Days("去年", FirstDay.PlusYears(-1), FirstDay)))
        );

        (await AllAsync(new RelationshipQuery())).Count.ShouldBe(3);
    }
}
