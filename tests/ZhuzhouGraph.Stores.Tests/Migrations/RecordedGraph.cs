using NodaTime;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Migrations;

/// <summary>What must be left of <see cref="RecordedCity"/> after a migration, on every store.</summary>
public static class RecordedGraph
{
    private static readonly Instant First = Instant.FromDateTimeOffset(RecordedCity.Start);

    /// <summary>Texts, vintages, the change log, permalinks, search and filters, before anything is imported again.</summary>
    public static async Task ShouldBeIntactAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        var head = await store.HeadAsync(cancellationToken);
        head.Version.ShouldNotBeNull().RecordedAt.ShouldBe(First + Duration.FromDays(5));
        (head.Number, head.Source).ShouldBe((6, null), "the next start compares the seeds with what is held");
        (await store.TextsAsync([new string('a', 64)], cancellationToken)).Values.ShouldBe([RecordedCity.Text]);
        await store.ReadAsync(
            async snapshot =>
            {
                await VintagesAsync(snapshot, cancellationToken);
                await PermalinksAsync(snapshot, cancellationToken);
                await ListsAsync(snapshot, cancellationToken);
                return 0;
            },
            cancellationToken
        );
    }

    /// <summary>What units held is as it was, so importing it again changes nothing.</summary>
    public static async Task ShouldTakeTheSameAgainAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        foreach (var batch in RecordedCity.Batches)
            (await store.ImportAsync(batch, cancellationToken)).IsChanged.ShouldBeFalse(batch.Unit);
        await store.RememberSourceAsync(RecordedCity.Source, cancellationToken);
    }

    private static async Task VintagesAsync(IGraphSnapshot snapshot, CancellationToken cancellationToken)
    {
        var then = await Everything.ListAsync(
            snapshot,
            new ObservationQuery { RecordedAsOf = First + Duration.FromDays(3) },
            cancellationToken
        );
        then.Where(o => o.Id == RecordedCity.Changed).Select(o => o.Quantity.Value).ShouldBe([80]);
        then.ShouldContain(o => o.Id == RecordedCity.Removed);
        var nodes = await snapshot.GetAsync([RecordedCity.Changed, RecordedCity.Ended, RecordedCity.Removed], cancellationToken);
        var (changed, ended, removed) = (
            (Observation)nodes[RecordedCity.Changed],
            (Observation)nodes[RecordedCity.Ended],
            (Observation)nodes[RecordedCity.Removed]
        );
        (changed.Quantity.Value, changed.RecordedAt, changed.RemovedAt).ShouldBe((85m, First + Duration.FromDays(4), null));
        (ended.RecordedAt, ended.RemovedAt).ShouldBe((First + Duration.FromDays(1), First + Duration.FromDays(4)));
        removed.RemovedAt.ShouldBe(First + Duration.FromDays(5));
        var cited = await snapshot.ListOfAsync([RecordedCity.Ended, RecordedCity.Removed], new CitationQuery(), new(9), cancellationToken);
        cited.Values.ShouldAllBe(page => page.Items.Count == 1);
    }

    private static async Task PermalinksAsync(IGraphSnapshot snapshot, CancellationToken cancellationToken)
    {
        var changes = await Everything.ListAsync(snapshot, new ChangeQuery(0), cancellationToken);
        changes.Select(change => change.Version).Distinct().ShouldBe([1, 2, 3, 4, 5, 6]);
        var nodes = await snapshot.GetAsync(
            ["place:yunhai-town", RecordedCity.Boats, ArticleId(3), .. changes.Select(change => change.Id)],
            cancellationToken
        );
        nodes["place:yunhai-town"].Id.ShouldBe(City);
        nodes[RecordedCity.Boats].ShouldBeOfType<Entity>().Name.ShouldBe("船数");
        nodes[ArticleId(3)].ShouldBeOfType<Article>();
        // What a relationship was that no article states any more, nobody keeps.
        changes
            .Where(change => !change.Id.StartsWith("rel:", StringComparison.Ordinal))
            .ShouldAllBe(change => nodes.ContainsKey(change.Id));
    }

    private static async Task ListsAsync(IGraphSnapshot snapshot, CancellationToken cancellationToken)
    {
        (await SearchAsync("云海·灯笼行会")).ShouldBe(["org:yunhai-guild"]);
        (await SearchAsync("笼80余")).ShouldBe([ArticleId(1)]);
        (await SearchAsync("船数")).ShouldBeEmpty();
        var inMarch = new DateRange(FirstDay, FirstDay);
        (await Everything.ListAsync(snapshot, new RelationshipQuery { Period = inMarch }, cancellationToken))
            .Select(r => r.Type)
            .ShouldBe([RelationshipTypes.HeldAt, RelationshipTypes.TookPartIn], ignoreOrder: true);
        (await Everything.ListAsync(snapshot, new ObservationQuery { Indicators = [Lanterns] }, cancellationToken)).Count.ShouldBe(3);
        (await Everything.ListAsync(snapshot, new EntityQuery(), cancellationToken)).ShouldNotContain(e => e.Id == RecordedCity.Boats);

        async Task<IEnumerable<string>> SearchAsync(string text) =>
            (await Everything.ListAsync(snapshot, new SearchQuery(text), cancellationToken)).Select(hit => hit.Id);
    }
}
