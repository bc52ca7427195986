using NodaTime;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>Counts in groups: how many figures per indicator, events per month, facts per firm.</summary>
public abstract class GroupContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    private const string Boats = "indicator:boats";

    [Fact]
    public async Task The_largest_group_comes_first_and_equal_ones_by_their_values()
    {
        await ImportFiguresAsync();

        (await GroupsAsync(new ObservationQuery(), "indicator")).ShouldBe([$"{Lanterns} 3", $"{Boats} 2"]);
        (await GroupsAsync(new ObservationQuery(), "about", "status")).ShouldBe([
            $"{City} ACTUAL 2",
            $"{City} TARGET 2",
            $"{Harbour} ACTUAL 1",
        ]);
        (await GroupsAsync(new ObservationQuery { Indicators = [Boats] }, "article")).ShouldBe([$"{ArticleId(1)} 1", $"{ArticleId(2)} 1"]);
    }

    [Fact]
    public async Task A_group_says_from_when_to_when_its_things_are()
    {
        await ImportFiguresAsync();

        (await AllAsync(Query(new ObservationQuery(), "indicator")))
            .Select(group => (group.Values[0], group.First, group.Last))
            .ShouldBe([
                (Lanterns, new LocalDate(2030, 1, 1), new LocalDate(2031, 12, 31)),
                (Boats, new LocalDate(2019, 1, 1), FirstDay.PlusDays(2)),
            ]);
        (await AllAsync(Query(new EntityQuery(), "type"))).Select(group => (group.First, group.Last)).Distinct().ShouldBe([(null, null)]);
    }

    [Fact]
    public async Task What_has_no_value_is_in_no_group_and_counted_apart()
    {
        await ImportFiguresAsync();

        (await GroupsAsync(new ObservationQuery(), "attributedTo")).ShouldBe([$"{Mayor} 1"]);
        (await RestAsync(new ObservationQuery(), "attributedTo")).ShouldBe(4);
        (await RestAsync(new ObservationQuery(), "indicator")).ShouldBe(0);
        (await RestAsync(new ObservationQuery(), "indicator", "attributedTo")).ShouldBe(4, "one of the keys is enough");
    }

    [Theory]
    [InlineData("year", "2030 3,2031 1", 1)]
    [InlineData("quarter", "2030-Q1 1,2030-Q4 1", 3)]
    [InlineData("month", "2030-03 1,2030-12 1", 3)]
    [InlineData("day", "2030-03-08 1", 4)]
    public async Task A_period_counts_for_a_time_in_which_it_lies_as_a_whole(string unit, string groups, int rest)
    {
        await ImportFiguresAsync();

        (await GroupsAsync(new ObservationQuery(), unit)).ShouldBe(groups.Split(','));
        (await RestAsync(new ObservationQuery(), unit)).ShouldBe(rest);
    }

    [Fact]
    public async Task Relationships_are_grouped_by_ends_choices_and_the_days_of_their_event()
    {
        var fair = Named(EntityTypes.Event, "event:fair", "灯会", "Fair") with { Period = Day(new(2031, 3, 5)) };
        var rite = Named(EntityTypes.Event, "event:rite", "开灯礼", "Rite");
        await ImportAsync(Registry(fair, rite));
        await ImportAsync(
            Article(1)
                .Stating(Link(RelationshipTypes.TookPartIn, Mayor, fair.Id, null, ("role", "CHAIR")), "2.1")
                .Stating(Link(RelationshipTypes.TookPartIn, Harbour, fair.Id, null, ("role", "SPEAKER")), "3.1")
                .Stating(Link(RelationshipTypes.TookPartIn, Mayor, rite.Id, null, ("role", "CHAIR")), "4.1")
                .Stating(Post(Mayor, City, "市长", Days("2019年以来", new(2019, 1, 1), null)), "5.1")
        );

        (await GroupsAsync(new RelationshipQuery(), "type")).ShouldBe(["TOOK_PART_IN 3", "HOLDS_POST 1"]);
        (await GroupsAsync(new RelationshipQuery(), "from")).ShouldBe([$"{Mayor} 3", $"{Harbour} 1"]);
        (await GroupsAsync(new RelationshipQuery(), "role")).ShouldBe(["CHAIR 2", "SPEAKER 1"]);
        (await RestAsync(new RelationshipQuery(), "role")).ShouldBe(1, "a post has no role");
        (await GroupsAsync(new RelationshipQuery(), "month")).ShouldBe(["2031-03 2"]);
        (await RestAsync(new RelationshipQuery(), "month")).ShouldBe(2, "an event without a day, and a post that goes on");
        (await GroupsAsync(new RelationshipQuery { FromTypes = [EntityTypes.Official], ToTypes = [EntityTypes.Place] }, "from")).ShouldBe([
            $"{Mayor} 1",
        ]);
        (await GroupsAsync(new RelationshipQuery { About = [Mayor], Types = [RelationshipTypes.TookPartIn] }, "to", "role")).ShouldBe([
            $"{fair.Id} CHAIR 1",
            $"{rite.Id} CHAIR 1",
        ]);
    }

    [Fact]
    public async Task Entities_are_grouped_by_type_kind_and_time()
    {
        await ImportAsync(
            Registry([
                Named(EntityTypes.Event, "event:fair", "灯会", "Fair") with
                {
                    Period = Day(new(2031, 3, 5)),
                    Kind = "FAIR",
                },
                Named(EntityTypes.Event, "event:rite", "开灯礼", "Rite") with
                {
                    Period = Day(new(2031, 3, 31)),
                },
                Named(EntityTypes.Event, "event:race", "船赛", "Race") with
                {
                    Period = Days("春天", new(2031, 3, 1), new(2031, 5, 31)),
                },
            ])
        );

        (await GroupsAsync(new EntityQuery(), "type")).ShouldBe(["Event 3", "Indicator 1", "Official 1", "Organization 1", "Place 1"]);
        (await GroupsAsync(new EntityQuery { Types = [EntityTypes.Event] }, "month")).ShouldBe(["2031-03 2"]);
        (await RestAsync(new EntityQuery { Types = [EntityTypes.Event] }, "month")).ShouldBe(1, "a season is no month");
        (await GroupsAsync(new EntityQuery(), "type", "kind")).ShouldBe(["Event FAIR 1", "Organization GOVERNMENT 1", "Place CITY 1"]);
        (await RestAsync(new EntityQuery(), "type", "kind")).ShouldBe(4);
    }

    [Fact]
    public async Task Only_what_fits_is_counted_each_thing_once()
    {
        await ImportFiguresAsync();

        // Two ids of one thing lead to it twice.
        (await GroupsAsync(new ObservationQuery { About = [City, City], Measures = [Measure.Level] }, "indicator")).ShouldBe([
            $"{Boats} 2",
            $"{Lanterns} 2",
        ]);
        (await GroupsAsync(new ObservationQuery { AboutTypes = [EntityTypes.Organization] }, "about")).ShouldBe([$"{Harbour} 1"]);
        (await GroupsAsync(new ObservationQuery { About = ["place:nowhere"] }, "indicator")).ShouldBeEmpty();
        (await GroupsAsync(new ObservationQuery { LatestPer = [SeriesDimension.Indicator] }, "indicator")).ShouldBe([
            $"{Boats} 2",
            $"{Lanterns} 2",
        ]);
    }

    [Fact]
    public async Task A_figure_of_the_past_is_of_the_type_of_what_it_was_about()
    {
        var fair = Named(EntityTypes.Event, "event:fair", "灯会", "Fair");
        await ImportAsync(Registry());
        await ImportAsync(Article(1).With(fair).Printing(Figure(1, "a", 5) with { About = fair.Id }));
        var then = Now;
        Time.Advance(TimeSpan.FromDays(1));
        await Store.RemoveAsync(ArticleId(1), Cancel);
        var query = new ObservationQuery { AboutTypes = [EntityTypes.Event], RecordedAsOf = then };

        (await GroupsAsync(query, "about")).ShouldBe([$"{fair.Id} 1"]);
        (await GroupsAsync(query with { AboutTypes = [EntityTypes.Place] }, "about")).ShouldBeEmpty();
        (await GroupsAsync(query with { RecordedAsOf = null }, "about")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_of_groups_join_without_gap_and_their_number_is_counted()
    {
        var places = Enumerable.Range(0, 7).Select(at => Named(EntityTypes.Place, $"place:p{at}", $"地{at}", $"P{at}")).ToList();
        await ImportAsync(Registry(places));
        var batch = Article(1);
        foreach (var (at, place) in places.Index())
        {
            for (var i = 0; i <= at % 3; i++)
                batch = batch.Printing(Figure(1, $"k{at}x{i}", 1) with { About = place.Id });
        }
        await ImportAsync(batch);
        var query = Query(new ObservationQuery(), "about");

        var all = (await AllAsync(query)).Select(Line).ToList();

        all.ShouldBe(["place:p2 3", "place:p5 3", "place:p1 2", "place:p4 2", "place:p0 1", "place:p3 1", "place:p6 1"]);
        foreach (var size in new[] { 1, 2, 3 })
            (await AllAsync(query, pageSize: size)).Select(Line).ShouldBe(all);
        (await ReadAsync(s => s.CountAsync(query, Cancel))).ShouldBe(7);
    }

    /// <summary>One type chooses a capacity from a list; speaking has one in the paper's own words.</summary>
    [Fact]
    public async Task A_text_of_the_same_name_as_a_choice_is_no_value_of_it()
    {
        await ImportAsync(Registry());
        var said = Link(RelationshipTypes.SpokeOf, Mayor, City, null, ("kind", "PRAISE"), ("gist", "灯好"), ("capacity", "灯会主任"));
        await ImportAsync(Article(1).Stating(said));

        var query = Query(new RelationshipQuery(), "capacity");
        (await AllAsync(query)).ShouldBeEmpty();
        (await ReadAsync(s => s.CountAsync(query with { IsRest = true }, Cancel))).ShouldBe(1);
    }

    [Fact]
    public async Task Misuse_is_told_from_an_empty_answer()
    {
        Should.Throw<ArgumentException>(() => new GroupQuery(new ObservationQuery(), []));
        Should.Throw<ArgumentException>(() => new GroupQuery(new EntityQuery(), [Key(new ObservationQuery(), "indicator")]));
        Should.Throw<ArgumentException>(() => new GroupQuery(new ArticleQuery(), []));
        var rest = Query(new EntityQuery(), "kind") with { IsRest = true };
        await Should.ThrowAsync<ArgumentException>(() => ReadAsync(s => s.ListAsync(rest, new(5), Cancel)));
        await Should.ThrowAsync<ArgumentException>(() =>
            ReadAsync(s => s.ListAsync(Query(new EntityQuery(), "kind"), new(5, new("no number", "")), Cancel))
        );
        await Should.ThrowAsync<ArgumentException>(() =>
            ReadAsync(s => s.ListOfAsync([City], Query(new EntityQuery(), "kind"), new(5), Cancel))
        );
    }

    private async Task ImportFiguresAsync()
    {
        await ImportAsync(Registry(Named(EntityTypes.Indicator, Boats, "船只数", "Boats")));
        await ImportAsync(
            Article(1)
                .Printing(Figure(1, "year", 1) with { Period = Days("2030年", new(2030, 1, 1), new(2030, 12, 31)) }, "2.1")
                .Printing(Figure(1, "march", 2) with { Period = Day(new(2030, 3, 8)), About = Harbour, AttributedTo = Mayor }, "3.1")
                .Printing(
                    Figure(1, "boats", 3) with
                    {
                        Indicator = Boats,
                        Period = Days("去年12月", new(2030, 12, 1), new(2030, 12, 31)),
                        Status = ObservationStatus.Target,
                    },
                    "4.1"
                )
        );
        await ImportAsync(
            Article(2)
                .Printing(
                    Figure(2, "target", 4) with
                    {
                        Period = Days("今年", new(2031, 1, 1), new(2031, 12, 31)),
                        Status = ObservationStatus.Target,
                    },
                    "2.1"
                )
                .Printing(Figure(2, "boats", 5) with { Indicator = Boats, Period = Days("以来", new(2019, 1, 1), null) }, "3.1")
        );
    }

    private async Task<IEnumerable<string>> GroupsAsync(GraphQuery of, params string[] by) =>
        (await AllAsync(Query(of, by))).Select(Line).ToList();

    private Task<long> RestAsync(GraphQuery of, params string[] by) =>
        ReadAsync(s => s.CountAsync(Query(of, by) with { IsRest = true }, Cancel));

    private static GroupQuery Query(GraphQuery of, params string[] by) => new(of, [.. by.Select(name => Key(of, name))]);

    private static GroupKey Key(GraphQuery of, string name) => GroupKey.Of(of).Single(key => key.Name == name);

    private static string Line(GroupCount group) => $"{string.Join(' ', group.Values)} {group.Count}";

    private static Period Day(LocalDate day) => Days(day.ToString(), day, day);
}
