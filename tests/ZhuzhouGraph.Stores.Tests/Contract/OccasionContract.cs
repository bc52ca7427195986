using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>The event at which a figure was said, and its days.</summary>
public abstract class OccasionContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    private readonly Entity _fair = Named(EntityTypes.Event, "event:fair", "灯会", "Fair") with { Period = On(3) };

    private Observation Said => Figure(1, "said", 1) with { At = _fair.Id };

    private Observation SaidOfOtherDays => Figure(1, "own", 2) with { At = _fair.Id, Period = On(1) };

    private static Observation Printed => Figure(1, "printed", 3);

    [Fact]
    public async Task A_figure_without_a_day_of_its_own_has_that_of_the_event_at_which_it_was_said()
    {
        await ImportAsync();

        await OnDay(3, "said");
        await OnDay(1, "own");
        await Finds(new() { IsUndated = true }, "printed");
        await Finds(new() { Order = ObservationOrder.Period }, "own", "said", "printed");
        await Finds(new() { Order = ObservationOrder.PeriodDescending }, "said", "own", "printed");
        (await GetAsync<Observation>(Said.Id))!.Period.ShouldBeNull("its own period stays what is printed");
        (await GetAsync<Observation>(Said.Id))!.At.ShouldBe(_fair.Id);
    }

    [Fact]
    public async Task It_is_counted_on_the_day_of_the_event()
    {
        await ImportAsync();
        var figures = new ObservationQuery();
        var byDay = new GroupQuery(figures, [GroupKey.Of(figures).Single(key => key.Name == GroupKey.Day)]);

        (await AllAsync(byDay))
            .SelectMany(group => group.Values)
            .ShouldBe([$"{FirstDay.PlusDays(1):uuuu-MM-dd}", $"{FirstDay.PlusDays(3):uuuu-MM-dd}"]);
        (await ReadAsync(s => s.CountAsync(byDay with { IsRest = true }, Cancel))).ShouldBe(1, "what no event dates has no day");
    }

    [Fact]
    public async Task It_moves_with_the_event()
    {
        await ImportAsync();
        await ImportAsync(Registry(_fair with { Period = On(8) }));
        await OnDay(3);
        await OnDay(8, "said");

        await ImportAsync(Registry(_fair with { Period = null }));
        await OnDay(8);
        await Finds(new() { IsUndated = true }, "printed", "said");

        await ImportAsync(Registry(_fair with { Period = On(9) }));
        await OnDay(9, "said");
        await Finds(new() { IsUndated = true }, "printed");
    }

    [Fact]
    public async Task Earlier_vintages_keep_the_days_of_their_event()
    {
        await ImportAsync();
        var then = Now;
        Time.Advance(TimeSpan.FromHours(1));
        await ImportAsync(Article(1).Printing(Said with { Figure = "9个" }));

        var query = new ObservationQuery { Period = new(FirstDay.PlusDays(3), FirstDay.PlusDays(3)), RecordedAsOf = then };
        (await AllAsync(query)).ShouldHaveSingleItem().Figure.ShouldBe("1个");
        await ImportAsync(Registry(_fair with { Period = On(8) }));
        (await AllAsync(query)).ShouldBeEmpty();
        (await AllAsync(query with { Period = new(FirstDay.PlusDays(8), null) })).ShouldHaveSingleItem().Figure.ShouldBe("1个");
    }

    [Fact]
    public async Task Figures_are_filtered_by_the_event_at_which_they_were_said()
    {
        await ImportAsync();

        await Finds(new() { At = [_fair.Id] }, "own", "said");
        await Finds(new() { At = [_fair.Id], About = [City] }, "own", "said");
        await Finds(new() { At = ["event:nowhere"] });
        (await AllOfAsync(City, new ObservationQuery { At = [_fair.Id] })).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_timeline_names_the_event_that_dates_a_figure()
    {
        await ImportAsync();

        (await ReadAsync(s => new Timeline(City).PageAsync(s, new(9), Cancel)))
            .Items.Select(item => (item.Node.Id, item.Event?.Id, item.Period))
            .ShouldBe([(SaidOfOtherDays.Id, null, On(1)), (Said.Id, _fair.Id, On(3))]);
        (await ReadAsync(s => new Timeline(City, IsUndated: true).PageAsync(s, new(9), Cancel)))
            .Items.ShouldHaveSingleItem()
            .Node.Id.ShouldBe(Printed.Id);
    }

    [Fact]
    public async Task An_event_stays_resolvable_for_the_figures_of_the_past_that_were_said_at_it()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).With(_fair).Printing(Said));
        await Store.RemoveAsync(ArticleId(1), Cancel);

        (await GetAsync<Observation>(Said.Id))!.At.ShouldBe(_fair.Id);
        (await GetAsync<Entity>(_fair.Id)).ShouldNotBeNull();
        (await AllAsync(new EntityQuery { Types = [EntityTypes.Event] })).ShouldBeEmpty();
    }

    private async Task ImportAsync()
    {
        await ImportAsync(Registry(_fair));
        await ImportAsync(Article(1).Printing(Printed, "4.1").Printing(SaidOfOtherDays, "5.1").Printing(Said, "6.1"));
    }

    private Task OnDay(int day, params string[] keys) =>
        Finds(new() { Period = new(FirstDay.PlusDays(day), FirstDay.PlusDays(day)) }, keys);

    private async Task Finds(ObservationQuery query, params string[] keys)
    {
        (await AllAsync(query)).Select(o => o.Id).ShouldBe(keys.Select(key => "obs:yunhai/01/" + key));
        (await AllAsync(query, pageSize: 1)).Count.ShouldBe(keys.Length);
        (await ReadAsync(s => s.CountAsync(query, Cancel))).ShouldBe(keys.Length);
    }

    private static Period On(int day) => Days($"{day}日", FirstDay.PlusDays(day), FirstDay.PlusDays(day));
}
