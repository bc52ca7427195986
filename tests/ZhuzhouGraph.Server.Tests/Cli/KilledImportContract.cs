using System.Globalization;
using System.Text;
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
        var rounds = Cases.Of(kills);
        var random = rounds == kills ? new Random(20230519) : new Random();
        await EmptyAsync();
        await WriteSeedsAsync(seeds, 0);
        await ImportAsync(seeds);
        var units = await UnitsAsync();
        var interrupted = 0;
        for (var round = 1; round <= rounds; round++)
        {
            await WriteSeedsAsync(seeds, round);
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

    private async Task WriteSeedsAsync(string folder, int round)
    {
        Directory.CreateDirectory(Path.Combine(folder, "registry"));
        Directory.CreateDirectory(Path.Combine(folder, "articles", "day"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "registry", "names.yaml"),
            $$"""
            - {id: org:port, type: Company, editorial: 东港集团, en: Port Group {{round}}}
            - {id: indicator:berths, type: Indicator, editorial: 泊位数, en: Berths, dimension: COUNT}
            """
        );
        var issue = new StringBuilder(
            $"newspaper: 东港日报\nnewspaperEnglish: Donggang Daily\ndate: 2023-05-04\nsha256: {new string('0', 64)}\nlines: "
                + $"{articles}\narticles:\n"
        );
        for (var i = 1; i <= articles; i++)
        {
            issue.Append(CultureInfo.InvariantCulture, $"  a{i}: {i}\n");
            await File.WriteAllTextAsync(
                Path.Combine(folder, "articles", "day", $"a{i}.yaml"),
                $$"""
                title: 泊位{{i}}
                titleEnglish: Berths {{i}}
                facts:
                - at: {{i}}.1
                  about: 东港集团
                  figures:
                  - {figure: {{round + 1}}个泊位, level: {{round + 1}} 个, of: 泊位数}
                  - {figure: {{round + 2}}个泊位, level: {{round + 2}} 个, of: 泊位数}
                  - {figure: {{round + 3}}个泊位, level: {{round + 3}} 个, of: 泊位数}
                """
            );
        }
        await File.WriteAllTextAsync(Path.Combine(folder, "articles", "day", "issue.yaml"), issue.ToString());
    }
}
