using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;
using static ZhuzhouGraph.Testing.Towns;

namespace ZhuzhouGraph.Stores.Tests.Contract;

public abstract class NeighbourhoodContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    [Fact]
    public async Task Relationships_are_counted_by_type_and_the_first_of_each_given()
    {
        await ImportTownsAsync("a-x y-a a>m a>l k>a");

        var level = (await ReadAsync("a", q => q with { First = 2 })).ShouldHaveSingleItem();

        level.Around.ShouldHaveSingleItem().Groups.Select(Told).ShouldBe(["LOCATED_IN 2: a x, y a", "PART_OF 3: a m, a l"]);
        (string.Join(' ', level.Met), level.Depth, level.NotEntered).ShouldBe((string.Join(' ', Ids("x y m l")), 1, 0));
    }

    [Fact]
    public async Task At_depth_2_stands_what_is_around_each_that_was_met_at_1()
    {
        await ImportTownsAsync("a>x y>a x>p y>x p>far a>a");

        var levels = await ReadAsync("a", q => q with { Depth = 2 });

        levels[1]
            .Around.Select(a => a.Node + " " + string.Join(';', a.Groups.Select(Told)))
            .ShouldBe([Id("x") + " PART_OF 3: a x, x p, y x", Id("y") + " PART_OF 2: y a, y x"]);
        levels.Select(l => string.Join(' ', l.Met)).ShouldBe([string.Join(' ', Ids("x y")), Id("p")]);
    }

    [Fact]
    public async Task Only_the_types_that_are_asked_for_are_followed()
    {
        await ImportTownsAsync("a>x a-y x-p y-q");

        var levels = await ReadAsync("a", q => q with { Depth = 2, Types = [RelationshipTypes.LocatedIn] });

        levels.Select(l => string.Join(' ', l.Met)).ShouldBe([Id("y"), Id("q")]);
    }

    [Fact]
    public async Task A_hub_is_counted_in_full_and_each_type_has_its_share()
    {
        var many = string.Join(' ', Enumerable.Range(0, PageRequest.Max + 5).Select(i => $"h>n{i:D3}"));
        await ImportTownsAsync(many + " h-p q-h");

        var level = (await ReadAsync("h", q => q with { First = 3 })).ShouldHaveSingleItem();

        level.Around[0].Groups.Select(Told).ShouldBe(["LOCATED_IN 2: h p, q h", $"PART_OF {PageRequest.Max + 5}: h n000, h n001, h n002"]);
    }

    [Fact]
    public async Task So_many_neighbours_are_entered_and_the_others_counted()
    {
        await ImportTownsAsync(
            string.Join(' ', Enumerable.Range(0, 30).Select(i => $"h>n{i:D2}").Concat(Enumerable.Range(0, 30).Select(i => $"m{i:D2}-h")))
        );

        var levels = await ReadAsync("h", q => q with { Depth = 2, First = NeighbourhoodQuestion.MostOfType });

        (levels[1].Around.Count, levels[1].NotEntered).ShouldBe((Neighbourhood.MostEntered, 60 - Neighbourhood.MostEntered));
        levels[1].Around.Select(a => a.Node).ShouldBe(levels[0].Met.Take(Neighbourhood.MostEntered));
    }

    [Fact]
    public async Task What_has_no_relationships_has_no_neighbours()
    {
        await ImportAsync(Registry());

        var levels = await ReadAsync(s => Neighbourhood.ReadAsync(s, new(City) { Depth = 2 }, Cancel));

        (levels[0].Around.ShouldHaveSingleItem().Groups.Count, levels[0].Met.Count, levels[1].Around.Count).ShouldBe((0, 0, 0));
    }

    private static string Told(RelationshipGroup group) =>
        $"{group.Type.Name} {group.Count}: {string.Join(", ", group.Relationships.Select(r => $"{r.From[6..]} {r.To[6..]}"))}";

    private async Task ImportTownsAsync(string links)
    {
        await ImportAsync(Towns.RegistryOf(links));
        await ImportAsync(ArticleOf(1, links));
    }

    private Task<IReadOnlyList<NeighbourhoodLevel>> ReadAsync(string town, Func<NeighbourhoodQuestion, NeighbourhoodQuestion> with) =>
        ReadAsync(s => Neighbourhood.ReadAsync(s, with(new(Id(town))), Cancel));
}
