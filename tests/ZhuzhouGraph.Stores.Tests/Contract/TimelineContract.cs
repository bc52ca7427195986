using NodaTime;
using ZhuzhouGraph.Queries;
using static ZhuzhouGraph.Stores.Tests.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>The dated facts about an entity, by day.</summary>
public abstract class TimelineContract : StoreContract
{
    private readonly Entity _fair = Named(EntityTypes.Event, "event:fair", "灯会", "Fair") with { Period = On(3) };
    private readonly Relationship _post = Post(Mayor, City, "市长", On(1));
    private readonly Relationship _undated = Post(Mayor, City, "委员");

    private Relationship Part => Link(RelationshipTypes.TookPartIn, Mayor, _fair.Id, null, ("role", "CHAIR"));

    private Relationship Said => Link(RelationshipTypes.SpokeOf, Mayor, City, null, ("kind", "PRAISE"), ("gist", "灯好"), ("at", _fair.Id));

    private Relationship SaidOfFair => Link(RelationshipTypes.SpokeOf, Mayor, _fair.Id, null, ("kind", "PRAISE"), ("gist", "灯亮"));

    private Relationship Host => Link(RelationshipTypes.Organized, City, _fair.Id, null, ("role", "ORGANIZER"));

    [Fact]
    public async Task Facts_stand_by_day_with_their_own_period_or_the_events_and_undated_ones_are_no_part()
    {
        await ImportAsync();

        await Tells(City, null, "post", "a", "organized", "said", "b");
        await Tells(Mayor, null, "post", "said", "took part");
        await Tells(City, new(FirstDay.PlusDays(2), FirstDay.PlusDays(3)), "a", "organized", "said", "b");
        await Tells(City, new(FirstDay.PlusDays(4), null));
        (await AllAsync(new RelationshipQuery { About = [City], IsUndated = true })).Select(r => r.Id).ShouldBe([_undated.Id, Host.Id, Said.Id]);
        (await AllAsync(new ObservationQuery { IsUndated = true })).ShouldHaveSingleItem().Id.ShouldBe("obs:yunhai/01/never");
    }

    [Fact]
    public async Task An_item_has_the_event_that_dates_it()
    {
        await ImportAsync();

        var page = await ReadAsync(s => Timeline.PageAsync(s, Mayor, null, new(9), Cancel));

        page.Items.Select(item => (item.Kind, item.Event?.Id, item.Period)).ShouldBe(
            [(TimelineKind.Relationship, null, On(1)), (TimelineKind.Relationship, _fair.Id, On(3)), (TimelineKind.Relationship, _fair.Id, On(3))]);
        page.IsCapped.ShouldBeFalse();
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
            (await AllOfAsync(City, null, size)).Select(item => item.Node.Id).Distinct().Count().ShouldBe(260);
    }

    private async Task ImportAsync()
    {
        await ImportAsync(Registry(_fair));
        await ImportAsync(Article(1)
            .Stating(_undated, "2.1").Stating(Part, "3.1").Stating(Host, "4.1").Stating(_post, "5.1").Stating(Said, "5.2").Stating(SaidOfFair, "5.3")
            .Printing(Figure(1, "b", 3) with { Period = On(3) }, "6.1").Printing(Figure(1, "a", 2) with { Period = On(2) }, "7.1").Printing(Figure(1, "never", 1), "8.1"));
    }

    private async Task Tells(string about, DateRange? days, params string[] expected)
    {
        foreach (var size in new[] { 1, 2, PageRequest.Max })
            (await AllOfAsync(about, days, size)).Select(NameOf).ShouldBe(expected);

        string NameOf(TimelineItem item) => item.Node.Id == _post.Id ? "post" : item.Node.Id == Part.Id ? "took part" : item.Node.Id == Host.Id ? "organized" : item.Node.Id == Said.Id ? "said" : item.Node.Id.Split('/')[^1];
    }

    private Task<IReadOnlyList<TimelineItem>> AllOfAsync(string about, DateRange? days, int size) =>
        ReadAsync(snapshot => Everything.PagesAsync(page => Timeline.PageAsync(snapshot, about, days, page, Cancel), size));

    private static Period On(int day) => Days($"{day}日", FirstDay.PlusDays(day), FirstDay.PlusDays(day));
}
