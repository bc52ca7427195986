using static ZhuzhouGraph.Stores.Tests.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>The orders of lists, and their pages.</summary>
public abstract class OrderContract : StoreContract
{
    [Fact]
    public async Task Figures_stand_in_print_and_in_time_both_ways_and_those_without_a_day_come_last_in_time()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1)
            .Printing(Dated(1, "late", 9), "2.1")
            .Printing(Figure(1, "never", 1), "3.1")
            .Printing(Dated(1, "early", 2), "4.1"));
        await ImportAsync(Article(2)
            .Printing(Figure(2, "open", 5) with { Period = Days("至五月", null, FirstDay.PlusDays(5)) }, "2.1")
            .Printing(Figure(2, "never", 1), "3.1")
            .Printing(Dated(2, "late", 9), "4.1"));

        string[] print = ["01/late", "01/never", "01/early", "02/open", "02/never", "02/late"];
        await Gives(FactOrder.Print, print);
        await Gives(FactOrder.PrintDescending, [.. print.Reverse()]);
        await Gives(FactOrder.Period, "01/early", "02/open", "01/late", "02/late", "01/never", "02/never");
        await Gives(FactOrder.PeriodDescending, "02/late", "01/late", "02/open", "01/early", "02/never", "01/never");

        async Task Gives(FactOrder order, params string[] keys)
        {
            string[] ids = [.. keys.Select(key => "obs:yunhai/" + key)];
            foreach (var size in new[] { 1, 2, PageRequest.Max })
            {
                (await AllAsync(new ObservationQuery { Order = order }, pageSize: size)).Select(o => o.Id).ShouldBe(ids);
                (await AllAsync(new ObservationQuery { Order = order, About = [City], Indicators = [Lanterns] }, pageSize: size)).Select(o => o.Id).ShouldBe(ids);
                foreach (var parent in new[] { City, Lanterns })
                    (await AllOfAsync(parent, new ObservationQuery { Order = order }, size)).Select(o => o.Id).ShouldBe(ids);
                (await AllOfAsync(ArticleId(1), new ObservationQuery { Order = order }, size)).Select(o => o.Id).ShouldBe(ids.Where(id => id.StartsWith("obs:yunhai/01", StringComparison.Ordinal)));
            }
        }
    }

    [Fact]
    public async Task Relationships_stand_in_print_and_in_time_both_ways_from_every_side()
    {
        var first = Post(Mayor, City, "市长", Days("三月", FirstDay, null));
        var second = Post(Mayor, City, "主任", Days("四月", FirstDay.PlusDays(31), null));
        var never = Post(Mayor, City, "委员");
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Stating(never, "2.1").Stating(second, "3.1").Stating(first, "4.1"));

        await Gives(FactOrder.Print, never, second, first);
        await Gives(FactOrder.PrintDescending, first, second, never);
        await Gives(FactOrder.Period, first, second, never);
        await Gives(FactOrder.PeriodDescending, second, first, never);

        async Task Gives(FactOrder order, params Relationship[] relationships)
        {
            string[] ids = [.. relationships.Select(r => r.Id)];
            foreach (var size in new[] { 1, PageRequest.Max })
            {
                foreach (var types in new RelationshipType[][] { [], [RelationshipTypes.HoldsPost], [RelationshipTypes.HoldsPost, RelationshipTypes.Built] })
                {
                    (await AllAsync(new RelationshipQuery { Order = order, Types = types }, pageSize: size)).Select(r => r.Id).ShouldBe(ids);
                    (await AllAsync(new RelationshipQuery { Order = order, Types = types, About = [City, Mayor] }, pageSize: size)).Select(r => r.Id).ShouldBe(ids);
                    foreach (var (parent, side) in new[] { (City, RelationshipSide.To), (Mayor, RelationshipSide.From), (City, RelationshipSide.Either), (ArticleId(1), RelationshipSide.StatedIn) })
                        (await AllOfAsync(parent, new RelationshipQuery { Order = order, Types = types, Side = side }, size)).Select(r => r.Id).ShouldBe(ids);
                }
            }
        }
    }

    [Fact]
    public async Task Events_stand_in_time_and_articles_by_date_both_ways()
    {
        Entity fair = Event("event:fair", 3), race = Event("event:race", 1), talk = Named(EntityTypes.Event, "event:talk", "讲座", "Talk");
        await ImportAsync(Registry(fair, race, talk));
        foreach (var number in new[] { 2, 1, 3 })
            await ImportAsync(Article(number).Naming(race.Id, "race").Naming(fair.Id, "fair").Naming(talk.Id, "讲座"));

        await Gives(EntityOrder.Id, fair, race, talk);
        await Gives(EntityOrder.Period, race, fair, talk);
        await Gives(EntityOrder.PeriodDescending, fair, race, talk);
        (await AllAsync(new ArticleQuery { Order = ArticleOrder.DateDescending }, pageSize: 1)).Select(a => a.Id).ShouldBe([ArticleId(3), ArticleId(2), ArticleId(1)]);
        (await AllOfAsync(race.Id, new ArticleQuery { Order = ArticleOrder.DateDescending }, 1)).Select(a => a.Id).ShouldBe([ArticleId(3), ArticleId(2), ArticleId(1)]);

        async Task Gives(EntityOrder order, params Entity[] entities)
        {
            foreach (var size in new[] { 1, PageRequest.Max })
            {
                (await AllAsync(new EntityQuery { Order = order, Types = [EntityTypes.Event] }, pageSize: size)).Select(e => e.Id).ShouldBe(entities.Select(e => e.Id));
                (await AllOfAsync(ArticleId(1), new EntityQuery { Order = order, Types = [EntityTypes.Event] }, size)).Select(e => e.Id).ShouldBe(entities.Select(e => e.Id));
            }
        }

        static Entity Event(string id, int day) => Named(EntityTypes.Event, id, id[6..], id) with { Period = Days("三月", FirstDay.PlusDays(day), null) };
    }

    private static Observation Dated(int article, string key, int day) => Figure(article, key, day) with { Period = Days($"{day}日", FirstDay.PlusDays(day), FirstDay.PlusDays(day)) };
}
