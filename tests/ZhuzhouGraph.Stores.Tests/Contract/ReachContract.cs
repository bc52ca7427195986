using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>
/// The filters that reach beyond what a record says itself: parts of a whole, narrower indicators, what cites or mentions it, what it
/// names.
/// </summary>
public abstract class ReachContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    private const string District = "place:lantern-district",
        Street = "place:wick-street",
        Elsewhere = "place:elsewhere";

    [Fact]
    public async Task A_place_is_asked_with_the_places_that_are_part_of_it()
    {
        await ImportPlacesAsync();

        await About([City], withParts: false, "01/city");
        await About([City], withParts: true, "01/city", "01/district", "01/street");
        await About([City, District], withParts: true, "01/city", "01/district", "01/street");
        await About([Street], withParts: true, "01/street");
        await About(["place:nowhere"], withParts: true);
        (await AllOfAsync(Lanterns, new ObservationQuery { About = [City], WithParts = true })).Count.ShouldBe(3, "under a parent, too");

        async Task About(IReadOnlyList<string> places, bool withParts, params string[] keys)
        {
            var query = new ObservationQuery { About = places, WithParts = withParts };
            (await AllAsync(query)).Select(o => o.Id).ShouldBe(keys.Select(key => "obs:yunhai/" + key));
            (await AllAsync(query, pageSize: 1)).Count.ShouldBe(keys.Length);
            (await ReadAsync(s => s.CountAsync(query, Cancel))).ShouldBe(keys.Length);
        }
    }

    [Fact]
    public async Task A_figure_belongs_to_the_place_that_it_is_about_and_to_the_one_where_it_is_measured()
    {
        await ImportPlacesAsync();
        await ImportAsync(
            Article(2)
                .Printing(Figure(2, "port", 6) with { About = Harbour, Place = Street }, "2.1")
                .Printing(Figure(2, "both", 7) with { About = Street, Place = Street }, "3.1")
        );

        await There([Street], withParts: false, "01/street", "02/port", "02/both");
        await There([District], withParts: false, "01/district");
        await There([District], withParts: true, "01/district", "01/street", "02/port", "02/both");
        await There([City, Elsewhere], withParts: true, "01/city", "01/district", "01/street", "01/elsewhere", "02/port", "02/both");
        await There(["place:nowhere"], withParts: true);
        (await AllAsync(new ObservationQuery { About = [Harbour], Places = [Street] }))
            .ShouldHaveSingleItem()
            .Id.ShouldBe("obs:yunhai/02/port");
        (await AllOfAsync(Harbour, new ObservationQuery { Places = [Street] })).ShouldHaveSingleItem().Id.ShouldBe("obs:yunhai/02/port");
        await ImportAsync(Article(2));
        await There([Street], withParts: false, "01/street");

        async Task There(IReadOnlyList<string> places, bool withParts, params string[] keys)
        {
            foreach (var order in Enum.GetValues<ObservationOrder>())
            {
                var query = new ObservationQuery
                {
                    Places = places,
                    WithParts = withParts,
                    Order = order,
                };
                (await AllAsync(query))
                    .Select(o => o.Id)
                    .ShouldBe(keys.Select(key => "obs:yunhai/" + key), ignoreOrder: order is not ObservationOrder.Print);
                (await AllAsync(query, pageSize: 1)).Count.ShouldBe(keys.Length);
                (await ReadAsync(s => s.CountAsync(query, Cancel))).ShouldBe(keys.Length);
            }
        }
    }

    [Fact]
    public async Task Relationships_and_their_counts_reach_the_parts_of_an_end()
    {
        await ImportPlacesAsync();

        (
            await AllAsync(
                new RelationshipQuery
                {
                    To = [City],
                    WithParts = true,
                    Types = [RelationshipTypes.LocatedIn],
                }
            )
        ).Select(r => r.To).ShouldBe([District, Street], ignoreOrder: true);
        (await AllAsync(new RelationshipQuery { To = [City], Types = [RelationshipTypes.LocatedIn] })).ShouldBeEmpty();
        (await AllAsync(new RelationshipQuery { About = [District], WithParts = true })).Count.ShouldBe(
            3,
            "the steps up and down, and what is in the street"
        );
        (await AllAsync(new RelationshipQuery { From = [District], WithParts = true })).Count.ShouldBe(2);
        LinkCount there = new(RelationshipSide.From, [RelationshipTypes.LocatedIn], [City], [], 1, null);
        (await AllAsync(new EntityQuery { Links = [there] })).ShouldBeEmpty();
        (await AllAsync(new EntityQuery { Links = [there with { WithParts = true }] })).Select(e => e.Id).ShouldBe([Harbour, Street]);
    }

    [Fact]
    public async Task A_park_is_a_place_and_a_firm_is_no_part_of_where_it_lies()
    {
        const string Park = "org:lantern-park";
        await ImportAsync(Registry(Named(EntityTypes.Organization, Park, "灯笼园", "Lantern Park") with { Kind = EntityTypes.Park }));
        await ImportAsync(
            Article(1)
                .Stating(Link(RelationshipTypes.LocatedIn, Park, City))
                .Stating(Link(RelationshipTypes.LocatedIn, Harbour, City))
                .Printing(Figure(1, "park", 1) with { About = Park }, "5.1")
                .Printing(Figure(1, "harbour", 2) with { About = Harbour }, "6.1")
        );

        (await AllAsync(new ObservationQuery { About = [City], WithParts = true })).ShouldHaveSingleItem().About.ShouldBe(Park);
    }

    [Fact]
    public async Task Parts_that_go_in_a_circle_end()
    {
        await ImportAsync(Registry(Named(EntityTypes.Place, District, "灯笼区", "Lantern District")));
        await ImportAsync(
            Article(1)
                .Stating(Link(RelationshipTypes.PartOf, District, City))
                .Stating(Link(RelationshipTypes.PartOf, City, District))
                .Printing(Figure(1, "city", 1), "5.1")
                .Printing(Figure(1, "district", 2) with { About = District }, "6.1")
        );

        (await AllAsync(new ObservationQuery { About = [District], WithParts = true })).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_indicator_is_asked_with_those_that_count_a_part_of_it()
    {
        await ImportAsync(
            Registry(
                Narrower("indicator:paper", "纸灯笼数", Lanterns),
                Narrower("indicator:red-paper", "红纸灯笼数", "indicator:paper"),
                Narrower("indicator:boats", "船只数", null)
            )
        );
        await ImportAsync(
            Article(1)
                .Printing(Figure(1, "all", 9), "2.1")
                .Printing(Figure(1, "paper", 5) with { Indicator = "indicator:paper" }, "3.1")
                .Printing(Figure(1, "red", 3) with { Indicator = "indicator:red-paper" }, "4.1")
                .Printing(Figure(1, "boats", 2) with { Indicator = "indicator:boats" }, "5.1")
        );

        await Finds(new() { Indicators = [Lanterns] }, "all");
        await Finds(new() { Indicators = [Lanterns], WithNarrower = true }, "all", "paper", "red");
        await Finds(new() { Indicators = ["indicator:paper", "indicator:boats"], WithNarrower = true }, "paper", "red", "boats");
        await Finds(
            new()
            {
                About = [City],
                Indicators = [Lanterns],
                WithNarrower = true,
            },
            "all",
            "paper",
            "red"
        );

        await ImportAsync(
            Registry(
                Narrower("indicator:paper", "纸灯笼数", null),
                Narrower("indicator:red-paper", "红纸灯笼数", "indicator:paper"),
                Narrower("indicator:boats", "船只数", null)
            )
        );
        await Finds(new() { Indicators = [Lanterns], WithNarrower = true }, "all");

        async Task Finds(ObservationQuery query, params string[] keys) =>
            (await AllAsync(query)).Select(o => o.Id).ShouldBe(keys.Select(key => "obs:yunhai/01/" + key));

        static Entity Narrower(string id, string name, string? broader) =>
            Named(EntityTypes.Indicator, id, name, id) with
            {
                Properties = broader is null ? new Dictionary<string, string>() : new() { [EntityTypes.Broader] = broader },
            };
    }

    [Fact]
    public async Task Facts_are_filtered_by_the_articles_that_cite_them_and_entities_by_the_day_by_which_they_are_mentioned()
    {
        Relationship both = Post(Mayor, City, "市长"),
            later = Post(Mayor, Harbour, "主任");
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Stating(both).Printing(Figure(1, "a", 1)));
        await ImportAsync(Article(3).Stating(both).Stating(later, "4.1").Printing(Figure(3, "b", 2) with { AttributedTo = Mayor }, "5.1"));

        (await AllAsync(new RelationshipQuery { Articles = [ArticleId(1)] })).ShouldHaveSingleItem().Id.ShouldBe(both.Id);
        (await AllAsync(new RelationshipQuery { Articles = [ArticleId(3), ArticleId(9)] })).Count.ShouldBe(2);
        (await AllOfAsync(Harbour, new RelationshipQuery { Articles = [ArticleId(1)] })).ShouldBeEmpty();
        (await AllAsync(new ObservationQuery { Articles = [ArticleId(3)] })).ShouldHaveSingleItem().Id.ShouldBe("obs:yunhai/03/b");

        await ImportAsync(Article(4).Naming(City, "云海市").Naming(Harbour, "港务处", "3.1"));
        (await AllOfAsync(ArticleId(4), new EntityQuery { PublishedBy = FirstDay.PlusDays(1) }))
            .ShouldHaveSingleItem()
            .Id.ShouldBe(City, "another article mentioned it by then");
        (await AllAsync(new EntityQuery { PublishedBy = FirstDay })).ShouldBeEmpty();
        (await AllAsync(new EntityQuery { PublishedBy = FirstDay.PlusDays(1) })).Select(e => e.Id).ShouldBe([Lanterns, Mayor, City]);
        (await AllAsync(new EntityQuery { PublishedBy = FirstDay.PlusDays(3), Types = [EntityTypes.Organization] }))
            .ShouldHaveSingleItem()
            .Id.ShouldBe(Harbour);
    }

    [Fact]
    public async Task Relationships_are_filtered_by_the_entities_that_their_properties_name()
    {
        var (fair, feast) = (
            Named(EntityTypes.Event, "event:fair", "灯会", "Fair"),
            Named(EntityTypes.Event, "event:feast", "宴会", "Feast")
        );
        await ImportAsync(Registry(fair, feast));
        Relationship atFair = SpokeOf(fair.Id),
            atFeast = SpokeOf(feast.Id),
            nowhere = Link(RelationshipTypes.SpokeOf, Mayor, City, null, ("kind", "PRAISE"), ("gist", "别处"));
        await ImportAsync(Article(1).Stating(atFair, "2.1").Stating(atFeast, "3.1").Stating(nowhere, "4.1"));

        await Finds(new() { Names = [new("at", [fair.Id])] }, atFair);
        await Finds(new() { Names = [new("at", [fair.Id, feast.Id])], Types = [RelationshipTypes.SpokeOf] }, atFair, atFeast);
        await Finds(new() { Names = [new("at", [fair.Id]), new("at", [feast.Id])] });
        await Finds(new() { Names = [new("at", ["event:nowhere"])] });
        Should.Throw<ArgumentException>(() => new NamedIn("title", ["市长"])).Message.ShouldContain("venue");

        async Task Finds(RelationshipQuery query, params Relationship[] found)
        {
            (await AllAsync(query)).Select(r => r.Id).ShouldBe(found.Select(r => r.Id));
            (await AllOfAsync(Mayor, query)).Select(r => r.Id).ShouldBe(found.Select(r => r.Id));
        }

        static Relationship SpokeOf(string at) =>
            Link(RelationshipTypes.SpokeOf, Mayor, City, null, ("kind", "PRAISE"), ("gist", "好"), ("at", at));
    }

    [Fact]
    public async Task A_search_may_be_narrowed_to_days()
    {
        var fair = Named(EntityTypes.Event, "event:fair", "灯会", "Fair") with
        {
            Period = Days("二日至三日", FirstDay.PlusDays(1), FirstDay.PlusDays(2)),
        };
        await ImportAsync(Registry(fair));
        await ImportAsync(Article(1).Holding("灯会开幕。"));
        await ImportAsync(Article(5).Holding("灯会闭幕。"));

        await Finds(null, null, fair.Id, ArticleId(1), ArticleId(5));
        await Finds(2, 3, fair.Id);
        await Finds(1, 1, fair.Id, ArticleId(1));
        await Finds(3, null, ArticleId(5));
        await Finds(9, null);

        async Task Finds(int? first, int? last, params string[] ids)
        {
            var query = new SearchQuery("灯会")
            {
                Period =
                    first is null && last is null
                        ? null
                        : new(first is { } f ? FirstDay.PlusDays(f) : null, last is { } l ? FirstDay.PlusDays(l) : null),
            };
            (await AllAsync(query)).Select(hit => hit.Id).ShouldBe(ids);
            (await ReadAsync(s => s.CountAsync(query, Cancel))).ShouldBe(ids.Length);
        }
    }

    private async Task ImportPlacesAsync()
    {
        await ImportAsync(
            Registry(
                Named(EntityTypes.Place, District, "灯笼区", "Lantern District"),
                Named(EntityTypes.Place, Street, "灯芯街", "Wick Street"),
                Named(EntityTypes.Place, Elsewhere, "别处", "Elsewhere")
            )
        );
        await ImportAsync(
            Article(1)
                .Stating(Link(RelationshipTypes.PartOf, District, City))
                .Stating(Link(RelationshipTypes.LocatedIn, Street, District))
                .Stating(Link(RelationshipTypes.LocatedIn, Harbour, Street))
                .Printing(Figure(1, "city", 1), "5.1")
                .Printing(Figure(1, "district", 2) with { About = District }, "6.1")
                .Printing(Figure(1, "street", 3) with { About = Street }, "7.1")
                .Printing(Figure(1, "elsewhere", 4) with { About = Elsewhere }, "8.1")
                .Printing(Figure(1, "harbour", 5) with { About = Harbour }, "8.2")
        );
    }
}
