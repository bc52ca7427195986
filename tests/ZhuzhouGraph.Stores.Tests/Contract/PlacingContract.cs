using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>What cannot be placed when things are asked for in a place with its parts.</summary>
public abstract class PlacingContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    private const string Country = "place:land",
        District = "place:lantern-district",
        Abroad = "place:abroad",
        Quay = "place:far-quay",
        Lake = "place:lake";

    private static readonly LinkCount There = new(RelationshipSide.From, [RelationshipTypes.HeldAt], [City], [], 1, null)
    {
        WithParts = true,
    };

    [Fact]
    public async Task An_event_is_placed_by_a_venue_inside_or_outside_and_otherwise_is_not()
    {
        await ImportPlacesAsync();

        await Finds(new EntityQuery { Types = [EntityTypes.Event], Links = [There] }, "event:in-city", "event:in-district", "event:both");
        await Finds(
            new EntityQuery
            {
                Types = [EntityTypes.Event],
                Links = [There],
                OrUnplaced = true,
            },
            "event:in-city",
            "event:in-district",
            "event:both",
            "event:nowhere",
            "event:in-country",
            "event:on-lake",
            "event:in-office"
        );
        // Other filters hold for what cannot be placed, too.
        await Finds(
            new EntityQuery
            {
                Types = [EntityTypes.Event],
                Links = [There],
                Names = ["on-lake", "abroad"],
                OrUnplaced = true,
            },
            "event:on-lake"
        );
        // Where no place is asked for, nothing is unplaced.
        await Finds(
            new EntityQuery
            {
                Types = [EntityTypes.Event],
                Links = [There with { With = [Harbour] }],
                OrUnplaced = true,
            },
            "event:in-office"
        );
        await Finds(
            new EntityQuery
            {
                Types = [EntityTypes.Event],
                Links = [There with { WithParts = false }],
                OrUnplaced = true,
            },
            "event:in-city",
            "event:both"
        );
    }

    [Fact]
    public async Task A_relationship_or_figure_at_a_place_of_which_nobody_says_where_it_lies_is_unplaced()
    {
        await ImportPlacesAsync();
        await ImportAsync(
            Article(2)
                .Printing(Figure(2, "city", 1), "2.1")
                .Printing(Figure(2, "lake", 2) with { About = Lake }, "3.1")
                .Printing(Figure(2, "quay", 3) with { About = Quay }, "4.1")
                .Printing(Figure(2, "harbour", 4) with { About = Harbour }, "5.1")
                .Printing(Figure(2, "measured", 5) with { About = Harbour, Place = Lake }, "6.1")
        );

        RelationshipQuery to = new()
        {
            To = [City],
            WithParts = true,
            Types = [RelationshipTypes.HeldAt],
        };
        (await AllAsync(to)).Select(r => r.From).ShouldBe(["event:in-city", "event:in-district", "event:both"], ignoreOrder: true);
        (await AllAsync(to with { OrUnplaced = true }))
            .Select(r => r.From)
            .ShouldBe(
                ["event:in-city", "event:in-district", "event:both", "event:in-country", "event:on-lake", "event:in-office"],
                ignoreOrder: true
            );
        (await ReadAsync(s => s.CountAsync(to with { OrUnplaced = true }, Cancel))).ShouldBe(6);
        (await AllOfAsync("event:on-lake", to with { OrUnplaced = true })).Count.ShouldBe(1, "under a parent, too");

        await Figures(new() { About = [City], WithParts = true }, "city");
        await Figures(
            new()
            {
                About = [City],
                WithParts = true,
                OrUnplaced = true,
            },
            "city",
            "lake"
        );
        await Figures(
            new()
            {
                Places = [City],
                WithParts = true,
                OrUnplaced = true,
            },
            "city",
            "lake",
            "measured"
        );

        async Task Figures(ObservationQuery query, params string[] keys)
        {
            (await AllAsync(query)).Select(o => o.Id).ShouldBe(keys.Select(key => "obs:yunhai/02/" + key));
            (await AllAsync(query, pageSize: 1)).Count.ShouldBe(keys.Length);
            (await ReadAsync(s => s.CountAsync(query, Cancel))).ShouldBe(keys.Length);
        }
    }

    [Fact]
    public async Task A_firm_stands_for_its_place_where_something_is_and_is_no_part_of_it_elsewhere()
    {
        const string Yard = "org:yard",
            Depot = "org:depot";
        await ImportPlacesAsync();
        await ImportAsync(
            Article(2)
                .With(Firm(Yard), Firm(Depot), Named(EntityTypes.Event, "event:at-yard", "at-yard", "at-yard"))
                .With(Named(EntityTypes.Event, "event:at-depot", "at-depot", "at-depot"))
                .Stating(Link(RelationshipTypes.LocatedIn, Yard, District), "1.1")
                .Stating(Link(RelationshipTypes.LocatedIn, Depot, Abroad), "1.2")
                .Stating(Link(RelationshipTypes.HeldAt, "event:at-yard", Yard, null, ("role", "MAIN")), "2.1")
                .Stating(Link(RelationshipTypes.HeldAt, "event:at-depot", Depot, null, ("role", "MAIN")), "2.2")
                .Stating(Link(RelationshipTypes.Sought, Mayor, Yard), "2.3")
                .Printing(Figure(2, "about-yard", 1) with { About = Yard }, "3.1")
                .Printing(Figure(2, "in-yard", 2) with { About = Harbour, Place = Yard }, "3.2")
                .Printing(Figure(2, "in-depot", 3) with { About = Harbour, Place = Depot }, "3.3")
        );

        RelationshipQuery to = new() { To = [City], WithParts = true };
        foreach (
            var query in new[]
            {
                to,
                to with
                {
                    Types = [RelationshipTypes.HeldAt],
                },
                new() { About = [City], WithParts = true },
            }
        )
        {
            var ends = (await AllAsync(query)).Select(r => r.To).ToList();
            ends.ShouldContain(Yard);
            ends.ShouldNotContain(Depot);
            (await AllAsync(query with { OrUnplaced = true })).Select(r => r.To).ShouldNotContain(Depot);
        }
        (await AllAsync(to with { OrUnplaced = true })).Select(r => r.From).ShouldNotContain(Mayor, "nobody seeks a city in its firm");
        (await AllAsync(to with { FromTypes = [EntityTypes.Event], ToTypes = [EntityTypes.Company] }))
            .ShouldHaveSingleItem()
            .From.ShouldBe("event:at-yard");
        await Finds(
            new EntityQuery
            {
                Types = [EntityTypes.Event],
                Names = ["at-yard", "at-depot"],
                Links = [There],
                OrUnplaced = true,
            },
            "event:at-yard"
        );

        (
            await AllAsync(
                new ObservationQuery
                {
                    About = [City],
                    WithParts = true,
                    OrUnplaced = true,
                }
            )
        ).ShouldBeEmpty();
        (
            await AllAsync(
                new ObservationQuery
                {
                    Places = [City],
                    WithParts = true,
                    OrUnplaced = true,
                }
            )
        ).ShouldHaveSingleItem().Id.ShouldBe("obs:yunhai/02/in-yard");

        static Entity Firm(string id) => Named(EntityTypes.Company, id, id[4..], id[4..]);
    }

    private async Task Finds(EntityQuery query, params string[] ids)
    {
        (await AllAsync(query)).Select(e => e.Id).ShouldBe(ids.Order(StringComparer.Ordinal));
        (await AllAsync(query, pageSize: 1)).Count.ShouldBe(ids.Length);
        (await ReadAsync(s => s.CountAsync(query, Cancel))).ShouldBe(ids.Length);
    }

    private async Task ImportPlacesAsync()
    {
        string[] events = ["in-city", "in-district", "both", "nowhere", "in-country", "on-lake", "in-office", "abroad", "on-quay"];
        await ImportAsync(
            Registry([
                Place(Country, "COUNTRY"),
                Place(District, "DISTRICT"),
                Place(Abroad, "CITY"),
                Place(Quay, "PORT"),
                Place(Lake, "SCENIC_AREA"),
                .. events.Select(name => Named(EntityTypes.Event, "event:" + name, name, name)),
            ])
        );
        await ImportAsync(
            Article(1)
                .Stating(Link(RelationshipTypes.LocatedIn, City, Country), "1.1")
                .Stating(Link(RelationshipTypes.LocatedIn, District, City), "1.2")
                .Stating(Link(RelationshipTypes.LocatedIn, Quay, Abroad), "1.3")
                .Stating(At("in-city", City), "2.1")
                .Stating(At("in-district", District), "2.2")
                .Stating(At("both", City), "2.3")
                .Stating(At("both", Abroad), "2.4")
                .Stating(At("in-country", Country), "3.1")
                .Stating(At("on-lake", Lake), "3.2")
                .Stating(At("in-office", Harbour), "3.3")
                .Stating(At("abroad", Abroad), "3.4")
                .Stating(At("on-quay", Quay), "3.5")
        );

        static Entity Place(string id, string kind) => Named(EntityTypes.Place, id, id[6..], id[6..]) with { Kind = kind };

        static Relationship At(string name, string place) => Link(RelationshipTypes.HeldAt, "event:" + name, place, null, ("role", "MAIN"));
    }
}
