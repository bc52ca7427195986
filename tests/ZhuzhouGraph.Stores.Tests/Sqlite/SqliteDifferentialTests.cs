using CsCheck;
using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Stores.Tests.Differential;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Sqlite;

/// <summary>
/// The embedded store against itself: that what is compared is repeatable, that the order of units does not matter, and that a difference
/// is found.
/// </summary>
public sealed class SqliteDifferentialTests : DifferentialContract, IAsyncDisposable
{
    private readonly SqliteStoreFiles _files = new();

    protected override int Iterations => 8;

    protected override Task<IGraphStore> OpenOneAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenEmptyAsync(time, cancellationToken);

    protected override Task<IGraphStore> OpenOtherAsync(TimeProvider time, CancellationToken cancellationToken) =>
        _files.OpenEmptyAsync(time, cancellationToken);

    public ValueTask DisposeAsync() => _files.CleanUpAsync();

    [Fact]
    public async Task Articles_in_the_opposite_order_end_in_the_same_answers()
    {
        var random = new PCG(1);
        for (var i = 0; i < 8; i++)
        {
            var seed = random.ToString();
            var dice = new Dice(random);
            var city = Cities.OfOneDay(dice);
            // Which version brought what depends on the order, and nothing else does; a read and a download say of which version they are.
            var questions = PortQuestions
                .About(city, dice, filtered: 12)
                .Where(q =>
                    !q.Member.EndsWith(".HeadAsync", StringComparison.Ordinal)
                    && q.Member is not ("IGraphStore.ReadAsync" or "IGraphStore.StreamAsync")
                    && !q.Text.StartsWith(nameof(ChangeQuery), StringComparison.Ordinal)
                );
            await using var one = await PlayedAsync(city.Steps);
            await using var other = await PlayedAsync([city.Steps[0], .. city.Steps.Skip(1).Reverse()]);

            (await Duel.CompareAsync(one, other, [.. questions], Cancel))?.ToString().ShouldBeNull($"seed {seed}");
        }
    }

    [Fact]
    public async Task One_more_fact_is_found_by_the_query_that_tells_of_it()
    {
        var city = Cities.OfOneDay(new Dice(new PCG(1, 1)));
        await using var one = await PlayedAsync(city.Steps);
        await using var other = await PlayedAsync([
            .. city.Steps,
            new Importing(
                default,
                Article(8).Naming("place:nowhere", "灯塔").With(Named(EntityTypes.Place, "place:nowhere", "灯塔", "Tower"))
            ),
        ]);
        var questions = PortQuestions.About(city, new Dice(new PCG(1, 1)), filtered: 3);

        // The article that was planted is found by its title as well as by what it names, whichever text is searched for first.
        foreach (
            var (query, fact) in new[] { ("EntityQuery", "place:nowhere"), ("ArticleQuery", ArticleId(8)), ("SearchQuery", ArticleId(8)) }
        )
        {
            var difference = await Duel.CompareAsync(
                one,
                other,
                [.. questions.Where(q => q.Member == "IGraphSnapshot.ListAsync" && q.Text.StartsWith(query, StringComparison.Ordinal))],
                Cancel
            );

            difference.ShouldNotBeNull().ToString().ShouldStartWith($"IGraphSnapshot.ListAsync: {query} {{");
            difference.Other.ShouldContain(fact);
        }
    }

    [Fact]
    public async Task A_difference_is_told_with_its_question_and_the_least_that_makes_it()
    {
        var found = await FindAsync(
            new PCG(1, 1),
            OpenOneAsync,
            async (time, cancellationToken) =>
            {
                var store = await OpenOtherAsync(time, cancellationToken);
                await store.RememberSourceAsync("planted", cancellationToken);
                return store;
            },
            Cancel
        );

        found.ShouldNotBeNull().ShouldStartWith("IGraphStore.HeadAsync: the store's head\nline 1\n  one: ");
        found.ShouldContain("planted");
        found.ShouldEndWith("What is left of it:\n");
    }

    private async Task<IGraphStore> PlayedAsync(IEnumerable<Step> steps)
    {
        var store = await _files.OpenEmptyAsync(new FakeTimeProvider(SmallCity.Start), Cancel);
        foreach (var step in steps)
            (await Duel.TakeAsync(store, step, Cancel)).ShouldNotStartWith("refused");
        return store;
    }
}
