using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>The facts about an entity by day, and those without one.</summary>
public abstract class TimelineContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    private readonly Entity _fair = Named(EntityTypes.Event, "event:fair", "灯会", "Fair") with { Period = On(3) };
    private readonly Relationship _post = Post(Mayor, City, "市长", On(1));
    private readonly Relationship _undated = Post(Mayor, City, "委员");

    private Relationship Part => Link(RelationshipTypes.TookPartIn, Mayor, _fair.Id, null, ("role", "CHAIR"));

    private Relationship Said => Link(RelationshipTypes.SpokeOf, Mayor, City, null, ("kind", "PRAISE"), ("gist", "灯好"), ("at", _fair.Id));

    private Relationship SaidOfFair => Link(RelationshipTypes.SpokeOf, Mayor, _fair.Id, null, ("kind", "PRAISE"), ("gist", "灯亮"));

    private Relationship Host => Link(RelationshipTypes.Organized, City, _fair.Id, null, ("role", "ORGANIZER"));

    [Fact]
    public async Task Facts_stand_by_day_with_their_own_period_or_the_events_and_undated_ones_apart()
    {
        await ImportAsync();

        await Tells(City, null, "post", "a", "organized", "said", "b");
        await Tells(Mayor, null, "post", "said", "took part");
        await Tells(City, new(FirstDay.PlusDays(2), FirstDay.PlusDays(3)), "a", "organized", "said", "b");
        await Tells(City, new(FirstDay.PlusDays(4), null));
        await TellsUndated(City, "undated", "never");
        await TellsUndated(Mayor, "undated", "said of the fair");
    }

    [Fact]
    public async Task Relationships_follow_the_days_of_their_event()
    {
        await ImportAsync();
        await Dated(On(3), Host, Said);

        await ImportAsync(Registry(_fair with { Period = On(8) }));
        await Dated(On(3));
        await Dated(On(8), Host, Said);

        await ImportAsync(Registry(_fair with { Period = new("近日", null, null, PeriodPrecision.Vague, PeriodBasis.Stated) }));
        await Dated(On(8));
        await TellsUndated(City, "undated", "organized", "said", "never");

        await ImportAsync(Registry(_fair with { Period = On(9) }));
        await Dated(On(9), Host, Said);

        async Task Dated(Period day, params Relationship[] expected) =>
            (await AllAsync(new RelationshipQuery { About = [City], Period = new(day.First, day.Last) }))
                .Select(r => r.Id)
                .ShouldBe(expected.Select(r => r.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task Of_two_events_the_first_that_has_a_day_dates_what_is_between_them()
    {
        var (show, part) = (Named(EntityTypes.Event, "event:show", "灯展", "Show"), Link(RelationshipTypes.PartOf, "event:show", _fair.Id));
        await ImportAsync(Registry(_fair, show));
        await ImportAsync(Article(1).Stating(part, "2.1"));
        (await OrderedAsync()).ShouldBe(_fair.Id);

        await ImportAsync(Registry(_fair, show with { Period = On(2) }));
        (await OrderedAsync()).ShouldBe(show.Id);

        async Task<string?> OrderedAsync() => (await AllOfAsync(new(_fair.Id), 9)).ShouldHaveSingleItem().Event?.Id;
    }

    [Fact]
    public async Task What_leads_to_an_event_from_another_time_is_not_dated_by_it()
    {
        var (series, report) = (
            Named(EntityTypes.Event, "event:series", "灯会系列", "Series") with
            {
                Period = On(1),
            },
            Named(EntityTypes.Document, "doc:report", "灯会报告", "Report")
        );
        var (edition, about) = (
            Link(RelationshipTypes.EditionOf, _fair.Id, series.Id),
            Link(RelationshipTypes.Concerns, report.Id, _fair.Id)
        );
        await ImportAsync(Registry(_fair with { Period = null }, series, report));
        await ImportAsync(
            Article(1).Stating(edition, "2.1").Stating(about, "2.2").Stating(Link(RelationshipTypes.Concerns, series.Id, City), "2.3")
        );

        (await AllOfAsync(new(_fair.Id, IsUndated: true), 9))
            .Select(item => item.Node.Id)
            .ShouldBe([edition.Id, about.Id], ignoreOrder: true);
        (await AllOfAsync(new(City), 9)).ShouldHaveSingleItem().Event?.Id.ShouldBe(series.Id);
    }

    [Fact]
    public async Task An_item_has_the_event_that_dates_it()
    {
        await ImportAsync();

        var page = await ReadAsync(s => new Timeline(Mayor).PageAsync(s, new(9), Cancel));

        page.Items.Select(item => (item.Kind, item.Event?.Id, item.Period))
            .ShouldBe([
                (TimelineKind.Relationship, null, On(1)),
                (TimelineKind.Relationship, _fair.Id, On(3)),
                (TimelineKind.Relationship, _fair.Id, On(3)),
            ]);
    }

    [Fact]
    public async Task More_facts_of_one_day_than_a_page_holds_are_paged_without_loss()
    {
        await ImportAsync(Registry(_fair));
        var batch = Article(1);
        foreach (var at in Enumerable.Range(0, 230))
        {
            batch = batch.Printing(Figure(1, $"k{at:D3}", at) with { Period = On(2) });
            if (at < 30)
                batch = batch.Stating(Post(Mayor, City, $"职{at}", On(2)));
        }
        await ImportAsync(batch);

        foreach (var size in new[] { 7, PageRequest.Max })
            (await AllOfAsync(new(City), size)).Select(item => item.Node.Id).Distinct().Count().ShouldBe(260);
    }

    private async Task ImportAsync()
    {
        await ImportAsync(Registry(_fair));
        await ImportAsync(
            Article(1)
                .Stating(_undated, "2.1")
                .Stating(Part, "3.1")
                .Stating(Host, "4.1")
                .Stating(_post, "5.1")
                .Stating(Said, "5.2")
                .Stating(SaidOfFair, "5.3")
                .Printing(Figure(1, "b", 3) with { Period = On(3) }, "6.1")
                .Printing(Figure(1, "a", 2) with { Period = On(2) }, "7.1")
                .Printing(Figure(1, "never", 1), "8.1")
        );
    }

    private async Task Tells(string about, DateRange? days, params string[] expected) => await Tells(new Timeline(about, days), expected);

    private async Task TellsUndated(string about, params string[] expected) => await Tells(new Timeline(about, IsUndated: true), expected);

    private async Task Tells(Timeline timeline, string[] expected)
    {
        foreach (var size in new[] { 1, 2, PageRequest.Max })
        {
            // What has no day stands by id.
            (await AllOfAsync(timeline, size))
                .Select(item => Names.GetValueOrDefault(item.Node.Id) ?? item.Node.Id.Split('/')[^1])
                .ShouldBe(expected, ignoreOrder: timeline.IsUndated);
        }
        (await ReadAsync(snapshot => timeline.CountAsync(snapshot, Cancel))).ShouldBe(expected.Length);
    }

    private Dictionary<string, string> Names =>
        new()
        {
            [_post.Id] = "post",
            [_undated.Id] = "undated",
            [Part.Id] = "took part",
            [Host.Id] = "organized",
            [Said.Id] = "said",
            [SaidOfFair.Id] = "said of the fair",
        };

    private Task<IReadOnlyList<TimelineItem>> AllOfAsync(Timeline timeline, int size) =>
        ReadAsync(snapshot => Everything.PagesAsync(page => timeline.PageAsync(snapshot, page, Cancel), size));

    private static Period On(int day) => Days($"{day}日", FirstDay.PlusDays(day), FirstDay.PlusDays(day));
}
