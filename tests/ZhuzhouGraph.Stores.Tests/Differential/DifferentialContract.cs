using CsCheck;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Differential;

/// <summary>
/// Two stores give the same answers in the same order to everything that the port offers (law 7). CsCheck_Seed plays one city again,
/// CsCheck_Iter plays more of them.
/// </summary>
public abstract class DifferentialContract
{
    /// <summary>Filtered queries of each kind per city.</summary>
    private const int Filtered = 12;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Cities per run, where CsCheck_Iter does not say so.</summary>
    protected abstract int Iterations { get; }

    /// <summary>Opens an empty store of the first kind.</summary>
    protected abstract Task<IGraphStore> OpenOneAsync(TimeProvider time, CancellationToken cancellationToken);

    /// <summary>Opens an empty store of the second kind.</summary>
    protected abstract Task<IGraphStore> OpenOtherAsync(TimeProvider time, CancellationToken cancellationToken);

    [Fact]
    public async Task Both_stores_give_the_same_answers_in_the_same_order_to_everything_that_the_port_offers()
    {
        var random = Drawing.Start();
        for (var left = Drawing.Cases(Iterations); left > 0; left--)
        {
            var start = random.ToString();
            if (await FindAsync(random, OpenOneAsync, OpenOtherAsync, Cancel) is { } found)
                Assert.Fail($"CsCheck_Seed={start}\n{found}");
        }
    }

    /// <summary>Plays one city and gives the difference, with what little of the city makes it; null where there is none.</summary>
    internal static async Task<string?> FindAsync(PCG random, OpenStore openOne, OpenStore openOther, CancellationToken cancellationToken)
    {
        var dice = new Dice(random);
        var city = Cities.WithHistory(dice);
        var questions = PortQuestions.About(city, dice, Filtered);
        var duel = new Duel(openOne, openOther);
        if (await duel.RunAsync(city, questions, cancellationToken) is not { } difference)
            return null;
        var (small, least) = await Shrinking.ShrinkAsync(city, difference, (smaller, asked) =>
            duel.RunAsync(smaller, asked, cancellationToken)
        );
        return $"{least}\nThe whole city had {city.Steps.Count} steps. What is left of it:\n{small}";
    }
}
