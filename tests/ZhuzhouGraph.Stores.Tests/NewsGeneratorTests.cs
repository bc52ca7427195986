using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Benchmarks.News;
using ZhuzhouGraph.Stores.Tests.Sqlite;

namespace ZhuzhouGraph.Stores.Tests;

/// <summary>The invented news that the benchmarks import.</summary>
public sealed class NewsGeneratorTests : IAsyncLifetime
{
    private static readonly NewsShape Small = NewsShape.Of(articles: 40);
    private readonly SqliteStoreFiles _files = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _files.CleanUpAsync();

    [Fact]
    public async Task The_promised_numbers_arrive_in_a_store()
    {
        await using var store = await ImportedAsync(Small);
        var (summary, ofTheCity) = await store.ReadAsync(
            async snapshot =>
                (
                    await snapshot.SummaryAsync(TestContext.Current.CancellationToken),
                    await snapshot.CountOfAsync([NewsGenerator.City], new RelationshipQuery(), TestContext.Current.CancellationToken)
                ),
            TestContext.Current.CancellationToken
        );

        summary.Articles.ShouldBe(40);
        summary.ArticlesWithText.ShouldBe(40);
        summary.Entities.Values.Sum().ShouldBe(Small.Entities);
        summary.Relationships.Values.Sum().ShouldBe(2_000);
        summary.Observations.Values.Sum().ShouldBe(400);
        Small.OfTheCity.ShouldBe(400);
        ofTheCity[NewsGenerator.City].ShouldBe(400);
    }

    [Fact]
    public void At_full_size_the_city_has_a_hundred_thousand_relationships_and_there_are_twenty_thousand_entities()
    {
        var full = NewsShape.Of(articles: 10_000);

        (full.Observations, full.Relationships, full.OfTheCity).ShouldBe((100_000, 500_000, 100_000));
        full.Entities.ShouldBeInRange(19_990, 20_000);
    }

    [Fact]
    public void One_seed_gives_the_same_units_and_another_seed_gives_others()
    {
        var once = Hashes(Small);

        Hashes(Small).ShouldBe(once);
        Hashes(Small with { Seed = 2 }).Intersect(once).ShouldBeEmpty();
        Hashes(Small with { HoldsText = false }).Skip(1).Intersect(once).ShouldBeEmpty();
    }

    /// <summary>
    /// A runtime or a machine that throws the dice otherwise would measure another city. Only what is stable for ever is compared.
    /// </summary>
    [Fact]
    public void The_first_seed_gives_the_same_city_everywhere()
    {
        var units = new NewsGenerator(Small).Articles().ToList();
        IEnumerable<string?> stable =
        [
            .. units.SelectMany(u => u.Relationships).Select(r => r.Id),
            .. units.SelectMany(u => u.Observations).Select(o => o.Figure),
            .. units.Select(u => u.IssueText),
        ];

        NodeId.Hash(16, stable).ShouldBe("d96a1604b0844dd2");
    }

    [Fact]
    public void Units_keep_the_laws_that_the_validator_holds_seeds_to()
    {
        var news = new NewsGenerator(Small);
        var known = news.Registry().Entities.ToDictionary(e => e.Id, e => e.Type);
        foreach (var unit in news.Articles())
        {
            foreach (var own in unit.Entities)
                known.Add(own.Id, own.Type);
            unit.Relationships.Select(r => r.Id).ShouldBeUnique();
            foreach (var r in unit.Relationships)
            {
                r.Id.ShouldBe(Relationship.IdOf(r.Type, r.From, r.To, r.Properties, r.Period));
                r.Type.From.ShouldContain(known[r.From].Name);
                r.Type.To.ShouldContain(NodeId.KindOf(r.To) is NodeKind.Article ? "Article" : known[r.To].Name);
                r.Properties.Keys.Except(r.Type.Properties.Select(p => p.Name)).ShouldBeEmpty();
                r.Type.Properties.Where(p => p.IsRequired).Select(p => p.Name).Except(r.Properties.Keys).ShouldBeEmpty();
            }
            foreach (var o in unit.Observations)
            {
                (o.Article, known[o.Indicator]).ShouldBe((unit.Unit, EntityTypes.Indicator));
                o.Figure.Length.ShouldBeLessThanOrEqualTo(20);
                NodeId.KindOf(o.Id).ShouldBe(NodeKind.Observation);
            }
            unit.Citations.Select(c => c.Of).Where(id => NodeId.KindOf(id) is NodeKind.Entity).Except(known.Keys).ShouldBeEmpty();
            unit.Relationships.Select(r => r.Id)
                .Concat(unit.Observations.Select(o => o.Id))
                .Except(unit.Citations.Select(c => c.Of))
                .ShouldBeEmpty();
            foreach (var c in unit.Citations)
                unit.Article!.Text![c.Span!.Start..c.Span.End].ShouldBe(c.Quote);
        }
    }

    /// <summary>Neo4j takes a unit only up to a size.</summary>
    [Fact]
    public async Task What_the_registry_has_no_room_for_stands_in_the_first_articles()
    {
        var shape = NewsShape.With(Small, known: 6_500, registry: 500);
        await using var store = await ImportedAsync(shape);
        var summary = await store.ReadAsync(
            snapshot => snapshot.SummaryAsync(TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken
        );

        new NewsGenerator(shape).Registry().Entities.Count.ShouldBe(500);
        (shape.Directories, summary.Articles).ShouldBe((2, 40));
        summary.Entities.Values.Sum().ShouldBe(shape.Entities);
        summary.Relationships.Values.Sum().ShouldBe(2_000);
        summary.Observations.Values.Sum().ShouldBe(400);
    }

    [Fact]
    public void Articles_state_again_what_earlier_ones_stated()
    {
        var stated = new NewsGenerator(Small).Articles().SelectMany(unit => unit.Relationships).CountBy(r => r.Id).ToList();

        stated.Count.ShouldBe(2_000);
        stated.Count(x => x.Value > 1).ShouldBeInRange(100, 400);
        stated.Max(x => x.Value).ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Periods_are_absent_open_and_closed()
    {
        var periods = new NewsGenerator(Small).Articles().SelectMany(unit => unit.Relationships).Select(r => r.Period).ToList();

        periods.Count(p => p is null).ShouldBeGreaterThan(600);
        periods.Count(p => p is { First: not null, Last: null }).ShouldBeGreaterThan(100);
        periods.Count(p => p is { First: null, Last: not null }).ShouldBeGreaterThan(100);
        periods.Count(p => p is { First: not null, Last: not null }).ShouldBeGreaterThan(300);
    }

    private static List<string> Hashes(NewsShape shape)
    {
        var news = new NewsGenerator(shape);
        return [news.Registry().Hash, .. news.Articles().Select(unit => unit.Hash)];
    }

    private async Task<IGraphStore> ImportedAsync(NewsShape shape)
    {
        var store = await _files.OpenEmptyAsync(new FakeTimeProvider(), TestContext.Current.CancellationToken);
        var news = new NewsGenerator(shape);
        foreach (var unit in news.Articles().Prepend(news.Registry()))
            await store.ImportAsync(unit, TestContext.Current.CancellationToken);
        return store;
    }
}
