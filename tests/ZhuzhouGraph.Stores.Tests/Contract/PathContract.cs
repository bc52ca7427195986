using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Towns;

namespace ZhuzhouGraph.Stores.Tests.Contract;

public abstract class PathContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    [Fact]
    public async Task The_shortest_path_tells_each_hop_with_what_is_stated_and_how_it_points()
    {
        await ImportAsync("a>x b>x x>y y>b");

        var search = await FindAsync("a", "b");

        search
            .Paths.ShouldHaveSingleItem()
            .Hops.Select(h => (h.From, h.To, h.Links.ShouldHaveSingleItem().Relationship.Id, h.Links[0].Direction))
            .ShouldBe([
                (Id("a"), Id("x"), Link("a>x").Id, PathDirection.Forward),
                (Id("x"), Id("b"), Link("b>x").Id, PathDirection.Backward),
            ]);
        (search.IsComplete, search.HasMore, search.IsOverBudget, search.Hubs.Count).ShouldBe((true, false, false, 0));
    }

    [Fact]
    public async Task Paths_of_one_length_come_in_the_order_of_the_ids_along_them_and_no_more_than_are_wanted()
    {
        await ImportAsync("a>n c>n a>m m>c l>a l>c");

        Ways(await FindAsync("a", "c")).ShouldBe(["a l c", "a m c", "a n c"]);
        var two = await FindAsync("a", "c", q => q with { First = 2 });
        (string.Join('|', Ways(two)), two.HasMore).ShouldBe(("a l c|a m c", true));
    }

    [Fact]
    public async Task All_paths_come_by_length_and_visit_nothing_twice()
    {
        await ImportAsync("a>b a>x x>b x>y y>b y>z z>b x>x");

        Ways(await FindAsync("a", "b", q => q with { Mode = PathMode.All })).ShouldBe(["a b", "a x b", "a x y b"]);
        Ways(await FindAsync("a", "b", q => q with { Mode = PathMode.All, MaxHops = 4 }))
            .ShouldBe(["a b", "a x b", "a x y b", "a x y z b"]);
        Ways(await FindAsync("a", "b")).ShouldBe(["a b"]);
    }

    [Fact]
    public async Task The_way_back_is_the_same_way()
    {
        await ImportAsync("a>x x>b a>y y>b y>z z>b");

        var back = await FindAsync("b", "a", q => q with { Mode = PathMode.All });

        Ways(back).ShouldBe(["b x a", "b y a", "b z y a"]);
        back.Paths[0].Hops[0].Links[0].Direction.ShouldBe(PathDirection.Backward);
    }

    [Fact]
    public async Task Several_relationships_between_two_are_one_hop_in_the_order_of_their_first_citation()
    {
        await Store.ImportAsync(RegistryOf("a>b"), Cancel);
        await Store.ImportAsync(ArticleOf(2, "b>a a-b"), Cancel);
        await Store.ImportAsync(ArticleOf(1, "a>b"), Cancel);

        var hop = (await FindAsync("a", "b")).Paths.ShouldHaveSingleItem().Hops.ShouldHaveSingleItem();

        hop.Links.Select(l => (l.Relationship.Id, l.Direction))
            .ShouldBe([
                (Link("a>b").Id, PathDirection.Forward),
                (Link("b>a").Id, PathDirection.Backward),
                (Link("a-b").Id, PathDirection.Forward),
            ]);
    }

    [Fact]
    public async Task A_path_passes_through_what_it_must_and_touches_nothing_that_it_must_not()
    {
        await ImportAsync("a>x x>b a>y y>b a>z z>y x-y");

        Ways(await FindAsync("a", "b", q => q with { Via = Ids("y") })).ShouldBe(["a y b"]);
        Ways(await FindAsync("a", "b", q => q with { Via = Ids("z") })).ShouldBe(["a z y b"]);
        Ways(await FindAsync("a", "b", q => q with { Via = Ids("x y") })).ShouldBe(["a x y b", "a y x b"]);
        Ways(await FindAsync("a", "b", q => q with { Avoid = Ids("x") })).ShouldBe(["a y b"]);
        Ways(await FindAsync("a", "b", q => q with { Via = Ids("z"), Avoid = Ids("y") })).ShouldBeEmpty();
        Ways(await FindAsync("x", "y", q => q with { AvoidTypes = [RelationshipTypes.LocatedIn] })).ShouldBe(["x a y", "x b y"]);
        Ways(await FindAsync("x", "y", q => q with { AvoidTypes = RelationshipTypes.All })).ShouldBeEmpty();
    }

    [Fact]
    public async Task That_there_is_none_within_so_many_hops_is_an_answer()
    {
        await ImportAsync("a>m m>n n>o o>b p>q");

        var three = await FindAsync("a", "b");
        (three.Paths.Count, three.IsComplete, three.CompleteHops, three.IsOverBudget).ShouldBe((0, true, 3, false));
        three.RelationshipsLookedAt.ShouldBe(3, "one at each end and one more; what lies behind it is too far");
        Ways(await FindAsync("a", "b", q => q with { MaxHops = 4 })).ShouldBe(["a m n o b"]);
        var apart = await FindAsync("a", "p", q => q with { MaxHops = 4 });
        (apart.Paths.Count, apart.IsComplete, apart.CompleteHops).ShouldBe((0, true, 4));
    }

    [Fact]
    public async Task Articles_connect_those_who_wrote_them()
    {
        await ImportAsync(
            Batches.Registry(
                Batches.Named(EntityTypes.Person, "person:reporter", "甲", "A"),
                Batches.Named(EntityTypes.Person, "person:other", "乙", "B")
            )
        );
        await ImportAsync(
            Batches
                .Article(1)
                .Stating(Batches.Link(RelationshipTypes.Wrote, "person:reporter", Batches.ArticleId(1), null, ("capacity", "REPORTER")))
                .Stating(Batches.Link(RelationshipTypes.Wrote, "person:other", Batches.ArticleId(1), null, ("capacity", "PHOTOGRAPHER")))
        );

        var together = await ReadAsync(s => PathFinder.FindAsync(s, new("person:reporter", "person:other"), Cancel));
        together.Paths.ShouldHaveSingleItem().Hops.Select(h => h.To).ShouldBe([Batches.ArticleId(1), "person:other"]);
        var article = await ReadAsync(s => PathFinder.FindAsync(s, new(Batches.ArticleId(1), "person:other"), Cancel));
        article.Paths.ShouldHaveSingleItem().Hops.ShouldHaveSingleItem().Links[0].Direction.ShouldBe(PathDirection.Backward);
    }

    [Fact]
    public async Task Nothing_has_a_path_to_itself()
    {
        await ImportAsync("a>a a>b");

        await Should.ThrowAsync<ArgumentException>(() => FindAsync("a", "a"));
    }

    protected static IEnumerable<string> Ways(PathSearch search) =>
        search.Paths.Select(p => string.Join(' ', p.Hops.Select(h => h.From).Append(p.Hops[^1].To).Select(id => id[6..])));

    private async Task ImportAsync(string links)
    {
        await ImportAsync(RegistryOf(links));
        await ImportAsync(ArticleOf(1, links));
    }

    private Task<PathSearch> FindAsync(string from, string to, Func<PathQuestion, PathQuestion>? with = null) =>
        ReadAsync(s => PathFinder.FindAsync(s, (with ?? (q => q))(new(Id(from), Id(to))), Cancel));
}
