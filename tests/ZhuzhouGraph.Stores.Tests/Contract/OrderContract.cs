using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>The orders of lists, and their pages.</summary>
public abstract class OrderContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    [Fact]
    public async Task Figures_stand_in_print_and_in_time_both_ways_and_those_without_a_day_come_last_in_time()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1).Printing(Dated(1, "late", 9), "2.1").Printing(Figure(1, "never", 1), "3.1").Printing(Dated(1, "early", 2), "4.1")
        );
        await ImportAsync(
            Article(2)
                .Printing(Figure(2, "open", 5) with { Period = Days("至五月", null, FirstDay.PlusDays(5)) }, "2.1")
                .Printing(Figure(2, "never", 1), "3.1")
                .Printing(Dated(2, "late", 9), "4.1")
        );

        string[] print = ["01/late", "01/never", "01/early", "02/open", "02/never", "02/late"];
        await Gives(ObservationOrder.Print, print);
        await Gives(ObservationOrder.PrintDescending, [.. print.Reverse()]);
        await Gives(ObservationOrder.Period, "01/early", "02/open", "01/late", "02/late", "01/never", "02/never");
        await Gives(ObservationOrder.PeriodDescending, "02/late", "01/late", "02/open", "01/early", "02/never", "01/never");
    }

    [Fact]
    public async Task Figures_stand_by_their_number_both_ways_and_those_without_one_last()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1)
                .Printing(Of(1, "ten", 10, null, null), "2.1")
                .Printing(Of(1, "some", null, null, null), "3.1")
                .Printing(Of(1, "loss", -20, null, null), "4.1")
                .Printing(Of(1, "nine", 9.5m, null, null), "5.1")
        );
        await ImportAsync(
            Article(2)
                .Printing(Of(2, "under", null, null, 12), "2.1")
                .Printing(Of(2, "some", null, null, null), "3.1")
                .Printing(Of(2, "from", null, 9, 100), "4.1")
                .Printing(Of(2, "ten", 10.0m, 10, 20), "5.1")
        );

        await Gives(ObservationOrder.Value, "01/loss", "02/from", "01/nine", "01/ten", "02/ten", "02/under", "01/some", "02/some");
        await Gives(
            ObservationOrder.ValueDescending,
            "02/under",
            "02/ten",
            "01/ten",
            "01/nine",
            "02/from",
            "01/loss",
            "02/some",
            "01/some"
        );

        static Observation Of(int article, string key, decimal? value, decimal? lower, decimal? upper) =>
            Figure(article, key, 0) with
            {
                Quantity = new()
                {
                    Value = value,
                    Unit = Units.Find("piece")!,
                    BoundBasis = lower is null && upper is null ? null : BoundBasis.Stated,
                    Lower = lower is { } from ? new(from, true) : null,
                    Upper = upper is { } to ? new(to, false) : null,
                },
            };
    }

    [Fact]
    public async Task Relationships_stand_in_print_and_in_time_both_ways_from_every_side()
    {
        var first = Post(Mayor, City, "市长", Days("三月", FirstDay, null));
        var second = Post(Mayor, City, "主任", Days("四月", FirstDay.PlusDays(31), null));
        var never = Post(Mayor, City, "委员");
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Stating(never, "2.1").Stating(second, "3.1").Stating(first, "4.1"));

        await Gives(RelationshipOrder.Print, never, second, first);
        await Gives(RelationshipOrder.PrintDescending, first, second, never);
        await Gives(RelationshipOrder.Period, first, second, never);
        await Gives(RelationshipOrder.PeriodDescending, second, first, never);

        async Task Gives(RelationshipOrder order, params Relationship[] relationships)
        {
            string[] ids = [.. relationships.Select(r => r.Id)];
            foreach (var size in new[] { 1, PageRequest.Max })
            {
                foreach (
                    var types in new RelationshipType[][]
                    {
                        [],
                        [RelationshipTypes.HoldsPost],
                        [RelationshipTypes.HoldsPost, RelationshipTypes.Built],
                    }
                )
                {
                    (await AllAsync(new RelationshipQuery { Order = order, Types = types }, pageSize: size))
                        .Select(r => r.Id)
                        .ShouldBe(ids);
                    (
                        await AllAsync(
                            new RelationshipQuery
                            {
                                Order = order,
                                Types = types,
                                About = [City, Mayor],
                            },
                            pageSize: size
                        )
                    ).Select(r => r.Id).ShouldBe(ids);
                    foreach (
                        var (parent, side) in new[]
                        {
                            (City, RelationshipSide.To),
                            (Mayor, RelationshipSide.From),
                            (City, RelationshipSide.Either),
                            (ArticleId(1), RelationshipSide.StatedIn),
                        }
                    )
                        (
                            await AllOfAsync(
                                parent,
                                new RelationshipQuery
                                {
                                    Order = order,
                                    Types = types,
                                    Side = side,
                                },
                                size
                            )
                        ).Select(r => r.Id).ShouldBe(ids);
                }
            }
        }
    }

    [Fact]
    public async Task Events_stand_in_time_and_articles_by_date_both_ways()
    {
        Entity fair = Event("event:fair", 3),
            race = Event("event:race", 1),
            talk = Named(EntityTypes.Event, "event:talk", "讲座", "Talk");
        await ImportAsync(Registry(fair, race, talk));
        foreach (var number in new[] { 2, 1, 3 })
            await ImportAsync(Article(number).Naming(race.Id, "race").Naming(fair.Id, "fair").Naming(talk.Id, "讲座"));

        await Gives(EntityOrder.Id, fair, race, talk);
        await Gives(EntityOrder.Period, race, fair, talk);
        await Gives(EntityOrder.PeriodDescending, fair, race, talk);
        (await AllAsync(new ArticleQuery { Order = ArticleOrder.DateDescending }, pageSize: 1))
            .Select(a => a.Id)
            .ShouldBe([ArticleId(3), ArticleId(2), ArticleId(1)]);
        (await AllOfAsync(race.Id, new ArticleQuery { Order = ArticleOrder.DateDescending }, 1))
            .Select(a => a.Id)
            .ShouldBe([ArticleId(3), ArticleId(2), ArticleId(1)]);

        async Task Gives(EntityOrder order, params Entity[] entities)
        {
            foreach (var size in new[] { 1, PageRequest.Max })
            {
                (await AllAsync(new EntityQuery { Order = order, Types = [EntityTypes.Event] }, pageSize: size))
                    .Select(e => e.Id)
                    .ShouldBe(entities.Select(e => e.Id));
                (await AllOfAsync(ArticleId(1), new EntityQuery { Order = order, Types = [EntityTypes.Event] }, size))
                    .Select(e => e.Id)
                    .ShouldBe(entities.Select(e => e.Id));
            }
        }

        static Entity Event(string id, int day) =>
            Named(EntityTypes.Event, id, id[6..], id) with
            {
                Period = Days("三月", FirstDay.PlusDays(day), null),
            };
    }

    private async Task Gives(ObservationOrder order, params string[] keys)
    {
        string[] ids = [.. keys.Select(key => "obs:yunhai/" + key)];
        foreach (var size in new[] { 1, 2, PageRequest.Max })
        {
            (await AllAsync(new ObservationQuery { Order = order }, pageSize: size)).Select(o => o.Id).ShouldBe(ids);
            (
                await AllAsync(
                    new ObservationQuery
                    {
                        Order = order,
                        About = [City],
                        Indicators = [Lanterns],
                    },
                    pageSize: size
                )
            ).Select(o => o.Id).ShouldBe(ids);
            foreach (var parent in new[] { City, Lanterns })
                (await AllOfAsync(parent, new ObservationQuery { Order = order }, size)).Select(o => o.Id).ShouldBe(ids);
            (await AllOfAsync(ArticleId(1), new ObservationQuery { Order = order }, size))
                .Select(o => o.Id)
                .ShouldBe(ids.Where(id => id.StartsWith("obs:yunhai/01", StringComparison.Ordinal)));
        }
    }

    private static Observation Dated(int article, string key, int day) =>
        Figure(article, key, day) with
        {
            Period = Days($"{day}日", FirstDay.PlusDays(day), FirstDay.PlusDays(day)),
        };
}
