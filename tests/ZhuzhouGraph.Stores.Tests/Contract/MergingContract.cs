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
    public async Task Its_standing_is_that_of_the_first_statement()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(2).Stating(Bare));
        await ImportAsync(Article(1).Stating(Bare with { Status = StatementStatus.Inferred, Ground = "图注" }));

        var merged = (await GetAsync<Relationship>(Bare.Id))!;

        (merged.Status, merged.Ground).ShouldBe((StatementStatus.Inferred, "图注"));
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
