using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>Figures are closed, never deleted, and their permalinks work for ever.</summary>
public abstract class ObservationHistoryContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    private const string Id = "obs:yunhai/01/a";

    [Fact]
    public async Task A_figure_that_changes_ends_one_vintage_and_begins_another()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(Figure(1, "a", 5)));
        var then = Now;
        Time.Advance(TimeSpan.FromDays(1));
        await ImportAsync(Article(1).Printing(Figure(1, "a", 6)));

        (await GetAsync<Observation>(Id)).ShouldBe(Figure(1, "a", 6) with { RecordedAt = Now });
        (await AllAsync(new ObservationQuery())).ShouldHaveSingleItem().Quantity.Value.ShouldBe(6);
        (await AllAsync(new ObservationQuery { RecordedAsOf = then })).ShouldBe([
            Figure(1, "a", 5) with
            {
                RecordedAt = then,
                RemovedAt = Now,
            },
        ]);
        (await AllAsync(new ObservationQuery { RecordedAsOf = Now })).ShouldHaveSingleItem().Quantity.Value.ShouldBe(6);
        (await AllAsync(new ObservationQuery { RecordedAsOf = then.Minus(NodaTime.Duration.FromSeconds(1)) })).ShouldBeEmpty();
        (await ReadAsync(s => s.CountOfAsync([City], new ObservationQuery { RecordedAsOf = then }, Cancel)))[City].ShouldBe(1);
    }

    [Fact]
    public async Task A_figure_that_stays_the_same_keeps_the_moment_it_was_recorded()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(Figure(1, "a", 5)));
        var then = Now;
        Time.Advance(TimeSpan.FromDays(1));
        await ImportAsync(Article(1).Printing(Figure(1, "a", 5), "5.1").Printing(Figure(1, "b", 5)));

        (await GetAsync<Observation>(Id))!.RecordedAt.ShouldBe(then);
        (await AllAsync(new ObservationQuery())).Select(o => o.Id).ShouldBe(["obs:yunhai/01/b", Id], "the list follows the new address");
    }

    [Fact]
    public async Task The_scale_of_a_figure_is_part_of_it()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(Figure(1, "a", 1.4m)));
        Time.Advance(TimeSpan.FromDays(1));

        (await ImportAsync(Article(1).Printing(Figure(1, "a", 1.40m)))).Changed.ShouldBe(2);
    }

    [Fact]
    public async Task A_figure_of_a_removed_article_is_read_by_its_id_with_its_citations_its_article_and_what_it_is_about()
    {
        await ImportAsync(Registry());
        var boats = Named(EntityTypes.Indicator, "indicator:boats", "船数", "Boats") with
        {
            Properties = new Dictionary<string, string> { ["broader"] = Lanterns },
        };
        var figure = Figure(1, "a", 5) with { Indicator = boats.Id };
        await ImportAsync(Article(1).With(boats).Printing(figure, "4.2").Naming(boats.Id, "船数").Holding("灯会"));
        Time.Advance(TimeSpan.FromDays(1));
        await Store.RemoveAsync(ArticleId(1), Cancel);

        (await GetAsync<Observation>(Id))!.RemovedAt.ShouldBe(Now);
        (await AllOfAsync(Id, new CitationQuery())).ShouldHaveSingleItem().Address.ToString().ShouldBe("4.2");
        (await GetAsync<Article>(ArticleId(1)))!.Text.ShouldBe("灯会");
        (await GetAsync<Entity>(boats.Id))!.Name.ShouldBe("船数");
        (await GetAsync<Article>(ArticleId(1)))!.RemovedAt.ShouldBe(Now);
        (await GetAsync<Entity>(boats.Id))!.RemovedAt.ShouldBe(Now);
        (await GetAsync<Entity>(Lanterns))!.RemovedAt.ShouldBeNull();

        (await AllAsync(new ObservationQuery())).ShouldBeEmpty();
        (await AllAsync(new ArticleQuery())).ShouldBeEmpty();
        (await AllAsync(new EntityQuery { Types = [EntityTypes.Indicator] })).ShouldHaveSingleItem().Id.ShouldBe(Lanterns);
        (await ReadAsync(s => s.ResolveAsync(["船数"], Cancel))).ShouldBeEmpty();
        (await ReadAsync(s => s.ListAsync(new SearchQuery("船数"), new(9), Cancel))).Items.ShouldBeEmpty();
        (await AllOfAsync(City, new ArticleQuery())).ShouldBeEmpty();
        (await ReadAsync(s => s.SummaryAsync(Cancel))).Citations.ShouldBe(0);

        Time.Advance(TimeSpan.FromDays(1));
        await ImportAsync(Article(1).With(boats).Printing(figure));
        (await GetAsync<Article>(ArticleId(1)))!.RemovedAt.ShouldBeNull();
        (await GetAsync<Entity>(boats.Id))!.RemovedAt.ShouldBeNull();
        Time.Advance(TimeSpan.FromDays(1));
        await Store.RemoveAsync(ArticleId(1), Cancel);
        (await GetAsync<Article>(ArticleId(1)))!.RemovedAt.ShouldBe(Now, "the last time counts");
        (await GetAsync<Entity>(boats.Id))!.RemovedAt.ShouldBe(Now);
    }

    [Fact]
    public async Task A_figure_that_comes_back_is_a_new_vintage_with_its_new_citations()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(Figure(1, "a", 5), "4.1"));
        Time.Advance(TimeSpan.FromDays(1));
        await ImportAsync(Article(1));
        var gone = Now;
        Time.Advance(TimeSpan.FromDays(1));
        await ImportAsync(Article(1).Printing(Figure(1, "a", 5), "6.1"));

        (await GetAsync<Observation>(Id)).ShouldBe(Figure(1, "a", 5) with { RecordedAt = Now });
        (await AllOfAsync(Id, new CitationQuery())).ShouldHaveSingleItem().Address.ToString().ShouldBe("6.1");
        (await AllAsync(new ObservationQuery { RecordedAsOf = gone })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_clock_that_goes_back_does_not_upset_the_order_of_vintages()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(Figure(1, "a", 5)));
        var then = Now;
        Time.AdjustTime(Time.GetUtcNow().AddDays(-3));
        await ImportAsync(Article(1).Printing(Figure(1, "a", 6)));

        (await GetAsync<Observation>(Id))!.RecordedAt.ShouldBe(then);
        (await Store.HeadAsync(Cancel)).Version!.RecordedAt.ShouldBe(then);
        (await AllAsync(new ObservationQuery { RecordedAsOf = then })).ShouldHaveSingleItem().Quantity.Value.ShouldBe(6);
    }

    /// <summary>The figure that was printed of the old one keeps it in the store, by an id that another thing has from now on.</summary>
    [Theory]
    [InlineData("a new name", "place:new-port")]
    [InlineData("a merger", City)]
    public async Task A_former_id_leads_to_who_has_it_now_whatever_the_past_keeps_under_it(string why, string now)
    {
        const string Old = "place:old-port";
        var old = Named(EntityTypes.Place, Old, "旧港", "Old Port");
        await ImportAsync(Registry(old));
        await ImportAsync(Article(1).Printing(Figure(1, "a", 5) with { About = Old }));
        Time.Advance(TimeSpan.FromDays(1));
        var renamed =
            now == City
                ? RegistryOf(Registry().Entities.Select(e => e.Id == City ? e with { FormerIds = [.. e.FormerIds, Old] } : e))
                : Registry(Named(EntityTypes.Place, now, "新港", "New Port") with { FormerIds = [Old] });
        await ImportAsync(renamed);
        await ImportAsync(Article(1).Printing(Figure(1, "a", 5) with { About = now }));

        (await GetAsync<Entity>(Old))!.Id.ShouldBe(now, why);
        (await ReadAsync(s => s.ResolveAsync([Old], Cancel)))[Old].ShouldHaveSingleItem().Id.ShouldBe(now);
        await Store.StreamAsync(async graph => (await graph.LabelsAsync([Old], Cancel))[Old].Id.ShouldBe(now), Cancel);
        (await ReadAsync(s => s.ResolveAsync(["旧港"], Cancel))).ShouldBeEmpty();
        (await Store.VerifyAsync(isThorough: true, Cancel)).ShouldBeEmpty();

        await ImportAsync(RegistryOf(renamed.Entities.Select(e => e.Id == now ? e with { FormerIds = [] } : e)));
        (await GetAsync<Entity>(Old))!.Name.ShouldBe("旧港", "nobody claims the id any more, and its figure still leads to it");
    }
}
