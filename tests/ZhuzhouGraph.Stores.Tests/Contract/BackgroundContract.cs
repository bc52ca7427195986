using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>What documents state of the background, which no article prints.</summary>
public abstract class BackgroundContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    private const string District = "place:lantern-district",
        Fair = "event:fair";

    private static readonly Reference Codes = new(
        "reference:codes",
        "云海区划代码",
        "Codes of Yunhai",
        "云海标准局",
        2030,
        "YH 1-2030",
        "0101"
    );
    private static readonly Reference Plan = new("reference:plan", "云海规划", "Plan of Yunhai", "云海市人大", 2029, null, null);

    private static readonly Relationship Lies = Link(RelationshipTypes.LocatedIn, District, City);
    private static readonly Relationship Held = Link(RelationshipTypes.HeldAt, Fair, District, null, ("role", "MAIN"));

    [Fact]
    public async Task A_relationship_without_any_citation_is_served_with_the_documents_that_state_it()
    {
        await ImportAsync(Background(By(Codes, Plan)));

        var served = (await AllAsync(new RelationshipQuery())).ShouldHaveSingleItem();
        (served.Id, served.Status, served.Ground).ShouldBe((Lies.Id, StatementStatus.Reference, null));
        served.References.ShouldBe([Codes, Plan]);
        (await GetAsync<Relationship>(Lies.Id))!.References.ShouldBe([Codes, Plan]);
        (await AllOfAsync(City, new RelationshipQuery())).ShouldHaveSingleItem().References.ShouldBe([Codes, Plan]);
        (await AllOfAsync(Lies.Id, new CitationQuery())).ShouldBeEmpty();
        (await AllOfAsync(City, new ArticleQuery())).ShouldBeEmpty("no article has to do with it");
    }

    [Fact]
    public async Task Background_changes_and_ends_with_the_registry()
    {
        await ImportAsync(Background(By(Codes)));
        (await ImportAsync(Background(By(Codes)))).IsChanged.ShouldBeFalse();

        (await ImportAsync(Background(By(Codes with { Year = 2031 })))).Changed.ShouldBe(1);
        (await GetAsync<Relationship>(Lies.Id))!.References.ShouldHaveSingleItem().Year.ShouldBe(2031);

        (await ImportAsync(Background())).Removed.ShouldBe(1);
        (await GetAsync<Relationship>(Lies.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task What_a_paper_states_as_well_is_stated_with_citation_and_document_whatever_came_first()
    {
        var inferred = Lies with { Status = StatementStatus.Inferred, Ground = "区名在市名之后" };
        await ImportAsync(Background(By(Codes)));
        await ImportAsync(Article(1).Stating(inferred));
        await Rests(StatementStatus.Reference, null);
        await ImportAsync(Article(2).Stating(Lies));
        await Rests(StatementStatus.Stated, null);
        await ImportAsync(Background());
        (await GetAsync<Relationship>(Lies.Id))!.References.ShouldBeEmpty();
        await ImportAsync(Background(By(Codes)));
        await Rests(StatementStatus.Stated, null);
        await Store.RemoveAsync(ArticleId(2), Cancel);
        await Rests(StatementStatus.Reference, null);

        async Task Rests(StatementStatus status, string? ground)
        {
            var served = (await GetAsync<Relationship>(Lies.Id))!;
            (served.Status, served.Ground).ShouldBe((status, ground));
            served.References.ShouldBe([Codes]);
        }
    }

    [Fact]
    public async Task What_no_article_prints_comes_last_and_is_of_no_day_of_publication()
    {
        var post = Post(Mayor, City, "市长");
        await ImportAsync(Background(By(Codes)));
        await ImportAsync(Article(1).Stating(post));

        foreach (var pageSize in new[] { 1, PageRequest.Max })
        {
            (await AllAsync(new RelationshipQuery(), pageSize: pageSize)).Select(r => r.Id).ShouldBe([post.Id, Lies.Id]);
            (await AllOfAsync(City, new RelationshipQuery(), pageSize)).Select(r => r.Id).ShouldBe([post.Id, Lies.Id]);
        }
        (await AllAsync(new RelationshipQuery { PublishedBy = FirstDay.PlusDays(99) })).ShouldHaveSingleItem().Id.ShouldBe(post.Id);
        (await AllAsync(new EntityQuery { PublishedBy = FirstDay.PlusDays(99) })).Select(e => e.Id).ShouldBe([Mayor, City]);
        (await ReadAsync(s => Cited.OfEntitiesAsync(s, [City], new(9), Cancel)))[City]
            .Items.ShouldHaveSingleItem()
            .Of.ShouldBe(post.Id, "what is printed of it");
    }

    [Fact]
    public async Task One_filter_leaves_background_out_of_lists_counts_and_parts()
    {
        await ImportAsync(Background(By(Codes)));
        await ImportAsync(
            Article(1).Stating(Held).Stating(Post(Mayor, City, "市长"), "3.2").Printing(Figure(1, "district", 2) with { About = District })
        );

        RelationshipQuery about = new() { About = [City] },
            held =
                new()
                {
                    To = [City],
                    WithParts = true,
                    Types = [RelationshipTypes.HeldAt],
                };
        ObservationQuery figures = new() { About = [City], WithParts = true };
        LinkCount there = new(RelationshipSide.From, [RelationshipTypes.HeldAt], [City], [], 1, null) { WithParts = true },
            any = new(RelationshipSide.To, [RelationshipTypes.LocatedIn], [], [], 1, null);
        await Finds(about, about with { WithoutReference = true }, 2, 1);
        await Finds(held, held with { WithoutReference = true }, 1, 0);
        await Finds(figures, figures with { WithoutReference = true }, 1, 0);
        foreach (var link in new[] { there, any })
            await Finds(new EntityQuery { Links = [link] }, new EntityQuery { Links = [link with { WithoutReference = true }] }, 1, 0);

        async Task Finds<T>(GraphQuery<T> query, GraphQuery<T> without, int with, int left)
        {
            (await AllAsync(query)).Count.ShouldBe(with);
            (await AllAsync(without)).Count.ShouldBe(left);
            (await ReadAsync(s => s.CountAsync(without, Cancel))).ShouldBe(left);
        }
    }

    [Fact]
    public async Task One_filter_leaves_background_out_of_composed_questions()
    {
        await ImportAsync(Background(By(Codes)));
        await ImportAsync(Article(1).Stating(Held));

        (await Paths(false)).ShouldBe(1);
        (await Paths(true)).ShouldBe(0);
        (await Around(false)).ShouldBe(1);
        (await Around(true)).ShouldBe(0);
        (await Dated(false)).ShouldBe(1);
        (await Dated(true)).ShouldBe(0);

        async Task<int> Paths(bool isWithout) =>
            (await ReadAsync(s => PathFinder.FindAsync(s, new(Fair, City) { WithoutReference = isWithout }, Cancel))).Paths.Count;

        async Task<int> Around(bool isWithout) =>
            (await ReadAsync(s => Neighbourhood.ReadAsync(s, new(City) { WithoutReference = isWithout }, Cancel)))[0].Met.Count;

        Task<long> Dated(bool isWithout) =>
            ReadAsync(s => new Timeline(City, IsUndated: true, WithoutReference: isWithout).CountAsync(s, Cancel));
    }

    [Fact]
    public async Task Background_holds_what_an_article_no_longer_names()
    {
        var district = Named(EntityTypes.Place, District, "灯笼区", "Lantern District");
        await ImportAsync(Registry());
        await ImportAsync(Article(1).With(district).Naming(District, "灯笼区"));
        await ImportAsync(Hashed(Registry() with { Relationships = [By(Codes)] }));
        await Store.RemoveAsync(ArticleId(1), Cancel);

        (await GetAsync<Entity>(District)).ShouldNotBeNull();
        await ImportAsync(Registry());
        (await GetAsync<Entity>(District)).ShouldBeNull();
    }

    private static Relationship By(params Reference[] references) =>
        Lies with
        {
            Status = StatementStatus.Reference,
            References = references,
        };

    private static GraphBatch Background(params Relationship[] links) =>
        Hashed(
            Registry(Named(EntityTypes.Place, District, "灯笼区", "Lantern District"), Named(EntityTypes.Event, Fair, "灯会", "Fair")) with
            {
                Relationships = links,
            }
        );
}
