using ZhuzhouGraph.Stores.Tests.Differential;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>Units that are given together: graph, outcomes and change log are those of units that come one by one.</summary>
public abstract class TogetherContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    private static readonly Entity Ferry = Named(EntityTypes.Company, "org:ferry", "渡轮公司", "Ferry");
    private static readonly Entity Fair = Named(EntityTypes.Event, "event:fair", "灯会", "Fair");

    [Fact]
    public Task Units_that_state_the_same_relationship_make_one_of_all_their_statements() =>
        SameAsync(
            [Registry(), Article(3).Stating(Post(Mayor, City, "市长"))],
            [
                Article(2).Stating(Post(Mayor, City, "市长"), "5.1"),
                Article(1).Stating(Post(Mayor, City, "市长")),
                Article(3),
                Article(2),
                Article(4).Stating(Post(Mayor, City, "市长")),
            ]
        );

    [Fact]
    public Task An_entity_goes_from_one_unit_to_another_and_what_nobody_holds_any_more_goes() =>
        SameAsync(
            [Registry(), Article(1).With(Fair, Ferry).Naming(Fair.Id, "灯会"), Article(2).Stating(Post(Mayor, Ferry.Id, "顾问"))],
            [Article(3).With(Fair).Naming(Fair.Id, "灯会"), Article(1), Article(2), Article(4).Naming(Fair.Id, "灯会"), Article(3)]
        );

    [Fact]
    public Task An_entity_that_was_let_go_can_be_declared_again_by_the_next() =>
        SameAsync(
            [Registry(), Article(1).With(Ferry).Printing(Figure(1, "a", 1) with { About = Ferry.Id })],
            [Article(1), Article(2).With(Ferry), Article(3).Stating(Post(Mayor, Ferry.Id, "顾问")), Article(4).With(Fair)]
        );

    [Fact]
    public Task A_printed_name_moves_from_one_article_to_another() =>
        SameAsync(
            [Registry(), Article(1).Naming(City, "云海市"), Article(2)],
            [Article(1), Article(2).Naming(City, "云海市"), Article(3).Naming(Mayor, "蓝桥")]
        );

    [Fact]
    public Task An_entity_that_only_a_closed_figure_mentions_becomes_past_and_may_come_back() =>
        SameAsync(
            [Registry(Ferry), Article(1).Printing(Figure(1, "a", 1) with { About = Ferry.Id }), Registry()],
            [Article(2), Article(1), Article(3).Naming(City, "云海市"), Article(4).With(Ferry).Naming(Ferry.Id, "渡轮公司")]
        );

    [Fact]
    public async Task A_unit_that_is_unchanged_among_others_takes_no_version()
    {
        await TakeAsync([Registry(), Article(2)], Store, atOnce: 1);

        (await TakeAsync([Article(1), Article(2), Article(3)], Store, atOnce: 3)).ShouldBe([
            new ImportOutcome(ArticleId(1), true, 3, 1, 0, 0).ToString(),
            new ImportOutcome(ArticleId(2), false, 3, 0, 0, 0).ToString(),
            new ImportOutcome(ArticleId(3), true, 4, 1, 0, 0).ToString(),
        ]);
    }

    [Fact]
    public async Task Those_before_a_refused_unit_are_taken_in_and_it_is_refused_when_it_comes_first()
    {
        await ImportAsync(Registry());
        GraphBatch[] units = [Article(1), Article(2).Stating(Post("person:nobody", City, "市长")), Article(3)];

        (await Store.ImportAsync(units, Cancel)).Select(outcome => outcome.Unit).ShouldBe([ArticleId(1)]);
        var refusal = await Should.ThrowAsync<GraphStoreException>(() => Store.ImportAsync(units[1..], Cancel));

        refusal.Message.ShouldContain("person:nobody");
        (await Store.UnitsAsync(Cancel)).Keys.ShouldBe([GraphBatch.Registry, ArticleId(1)], ignoreOrder: true);
        (await Store.HeadAsync(Cancel)).Number.ShouldBe(2);
    }

    [Fact]
    public async Task Random_units_leave_what_they_leave_one_by_one()
    {
        var random = Drawing.Start();
        for (var left = CasesOf(12); left > 0; left--)
        {
            var units = Cities.WithHistory(new Dice(random)).Batches.ToArray();
            await SameAsync([], units);
        }
    }

    private async Task SameAsync(GraphBatch[] before, GraphBatch[] units)
    {
        List<(List<string> Outcomes, string Graph, List<string> Changes)> ends = [];
        foreach (var atOnce in new[] { 1, units.Length })
        {
            var store = await NewStoreAsync();
            await TakeAsync(before, store, atOnce: 1);
            var outcomes = await TakeAsync(units, store, atOnce);
            (await store.VerifyAsync(isThorough: true, Cancel)).ShouldBeEmpty();
            var changes = await AllAsync(new ChangeQuery(0), store);
            ends.Add((outcomes, await Everything.DescribeAsync(store, Cancel), [.. changes.Select(change => change.ToString())]));
        }
        ends[1].Outcomes.ShouldBe(ends[0].Outcomes);
        ends[1].Changes.ShouldBe(ends[0].Changes);
        ends[1].Graph.ShouldBe(ends[0].Graph);
    }

    /// <summary>Gives so many units at once to the store until all were taken in or refused.</summary>
    private static async Task<List<string>> TakeAsync(GraphBatch[] units, IGraphStore store, int atOnce)
    {
        List<string> outcomes = [];
        while (outcomes.Count < units.Length)
        {
            try
            {
                var taken = await store.ImportAsync([.. units.Skip(outcomes.Count).Take(atOnce)], Cancel);
                outcomes.AddRange(taken.Select(outcome => outcome.ToString()));
            }
            catch (GraphStoreException e) when (!e.IsTransient)
            {
                outcomes.Add(e.Message);
            }
        }
        return outcomes;
    }
}
