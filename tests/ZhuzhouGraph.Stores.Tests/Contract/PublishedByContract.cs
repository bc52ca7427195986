using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>
/// What was known on a day, in the questions that are put together from several. The first article is of the first day, the second of the
/// next.
/// </summary>
public abstract class PublishedByContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    private const string Fair = "event:fair";

    [Fact]
    public async Task What_later_articles_print_is_not_known_yet()
    {
        await ImportAsync(
            Registry(
                Named(EntityTypes.Event, Fair, "灯会", "Fair") with
                {
                    Period = Days("3日", FirstDay.PlusDays(3), FirstDay.PlusDays(3)),
                }
            )
        );
        await ImportAsync(
            Article(1)
                .Naming(Mayor, "蓝桥", "1.1")
                .Stating(Post(Mayor, City, "市长", Days("三月", FirstDay, null)), "2.1")
                .Holding("港务在前", "灯")
        );
        await ImportAsync(
            Article(2)
                .Naming(Harbour, "云海港务处", "1.1")
                .Stating(Part(Mayor), "2.1")
                .Stating(Part(Harbour), "3.1")
                .Printing(Figure(2, "made", 9), "4.1")
                .Holding("港务在后", "灯")
        );

        await KnowAsync(0, types: 0, others: 0, paths: 0, items: 0);
        await KnowAsync(1, types: 1, others: 0, paths: 0, items: 1, ArticleId(1));
        await KnowAsync(2, types: 2, others: 1, paths: 1, items: 2, Harbour, ArticleId(1), ArticleId(2));
    }

    private async Task KnowAsync(int day, int types, int others, int paths, int items, params string[] hits)
    {
        var by = FirstDay.PlusDays(day);
        await ReadAsync(async snapshot =>
        {
            var levels = await Neighbourhood.ReadAsync(snapshot, new(Mayor) { PublishedBy = by }, Cancel);
            levels[0].Around[0].Groups.Count.ShouldBe(types);
            (await CoAttendance.FindAsync(snapshot, new(Mayor) { PublishedBy = by }, Cancel)).Attendees.Items.Count.ShouldBe(others);
            (await PathFinder.FindAsync(snapshot, new(Mayor, Harbour) { PublishedBy = by }, Cancel)).Paths.Count.ShouldBe(paths);
            (await new Timeline(Mayor, PublishedBy: by).PageAsync(snapshot, new(9), Cancel)).Items.Count.ShouldBe(items);
            (await new Timeline(City, IsUndated: true, PublishedBy: by).CountAsync(snapshot, Cancel)).ShouldBe(day < 2 ? 0 : 1);
            return true;
        });
        var found = await AllAsync(new SearchQuery("港务") { PublishedBy = by });
        found.Select(hit => hit.Id).ShouldBe(hits, ignoreOrder: true);
    }

    private static Relationship Part(string who) => Link(RelationshipTypes.TookPartIn, who, Fair, null, ("role", "PARTICIPANT"));
}
