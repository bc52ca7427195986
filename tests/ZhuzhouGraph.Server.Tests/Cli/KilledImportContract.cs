using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Seeds;
using ZhuzhouGraph.SqliteStore;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Cli;

/// <summary>
/// An import that is killed leaves every unit old or new, and the next import completes. The moments come from a fixed seed; with
/// <c>CsCheck_Iter</c> there are so many, at moments of their own.
/// </summary>
public abstract class KilledImportContract(int articles, int kills) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>How the program is told of the store.</summary>
    protected abstract string[] Arguments { get; }

    protected virtual IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>();

    protected string PathOf(string name) => _folder.File(name);

    /// <summary>Makes the store empty.</summary>
    protected abstract Task EmptyAsync();

    protected abstract Task<IGraphStore> OpenAsync();

    [Fact]
    public async Task A_killed_import_leaves_every_unit_old_or_new()
    {
        var seeds = PathOf("seeds");
        var rounds = Drawing.Cases(kills);
        var random = rounds == kills ? new Random(20230519) : new Random();
        await EmptyAsync();
        await BerthSeeds.WriteAsync(seeds, 0, articles);
        await ImportAsync(seeds);
        var units = await UnitsAsync();
        var interrupted = 0;
        for (var round = 1; round <= rounds; round++)
        {
            await BerthSeeds.WriteAsync(seeds, round, articles);
            (await SeedImporter.CheckAsync(seeds, null, null, Cancel)).Problems.ShouldBeEmpty();
            using (var import = ServerProcess.Start(Environment, ["import", seeds, .. Arguments]))
            {
                // The import says when it begins to write: the kill falls at a random moment after that.
                await import.StandardOutput.ReadLineAsync(Cancel);
                await Task.Delay(random.Next(0, 900), Cancel);
                import.Kill();
                await import.WaitForExitAsync(Cancel);
            }
            var after = await UnitsAsync();
            var fresh = await ImportIntoEmptyAsync(seeds, round);
            after.Keys.ShouldBe(units.Keys, ignoreOrder: true);
            foreach (var (unit, hash) in after)
                new[] { units[unit], fresh[unit] }.ShouldContain(hash, $"round {round}: {unit} is neither old nor new");
            if (after.Values.Intersect(units.Values).Any(hash => !fresh.ContainsValue(hash)))
                interrupted++;
            await ImportAsync(seeds);
            units = await UnitsAsync();
            units.ShouldBe(fresh, ignoreOrder: true);
        }
        interrupted.ShouldBeGreaterThan(0, "no kill fell before the end of its import: the test proves nothing");
    }

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task ImportAsync(string seeds)
    {
        var (exitCode, _, error) = await ServerProcess.RunAsync(Environment, ["import", seeds, .. Arguments]);
        exitCode.ShouldBe(0, error);
    }

    private async Task<Dictionary<string, string>> UnitsAsync()
    {
        await using var store = await OpenAsync();
        var count = await store.ReadAsync(snapshot => snapshot.CountAsync(new ObservationQuery(), Cancel), Cancel);
        count.ShouldBe(articles * 3);
        return new(await store.UnitsAsync(Cancel));
    }

    /// <summary>What an import that nobody disturbs leaves, whatever the store.</summary>
    private async Task<Dictionary<string, string>> ImportIntoEmptyAsync(string seeds, int round)
    {
        var file = PathOf(string.Create(CultureInfo.InvariantCulture, $"fresh{round}.db"));
        await using var store = await SqliteGraphStore.OpenAsync(file, new FakeTimeProvider(), Cancel);
        await SeedImporter.ImportAsync(await SeedImporter.CheckAsync(seeds, null, null, Cancel), store, null, Cancel);
        return new(await store.UnitsAsync(Cancel));
    }
}
