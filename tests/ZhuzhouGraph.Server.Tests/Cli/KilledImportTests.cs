using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Seeds;
using ZhuzhouGraph.SqliteStore;

namespace ZhuzhouGraph.Server.Tests.Cli;

/// <summary>An import that is killed leaves every unit old or new, and the next import completes.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const int Articles = 60;
    private const int Kills = 20;
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_killed_import_leaves_every_unit_old_or_new()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var seeds = _folder.File("seeds");
        var store = _folder.File("graph.db");
        var random = new Random(20230519);
        await WriteSeedsAsync(seeds, 0);
        (await ServerProcess.RunAsync("import", seeds, "--store-file", store)).ExitCode.ShouldBe(0);
        var units = await UnitsAsync(store);
        var interrupted = 0;
        for (var round = 1; round <= Kills; round++)
        {
            await WriteSeedsAsync(seeds, round);
            var expected = (await SeedImporter.CheckAsync(seeds, null, null, cancellationToken)).Problems;
            expected.ShouldBeEmpty();
            using (var import = ServerProcess.Start("import", seeds, "--store-file", store))
            {
                // The import says when it begins to write: the kill falls at a random moment after that.
                await import.StandardOutput.ReadLineAsync(cancellationToken);
                await Task.Delay(random.Next(0, 900), cancellationToken);
                import.Kill();
                await import.WaitForExitAsync(cancellationToken);
            }
            var after = await UnitsAsync(store);
            var fresh = await ImportIntoEmptyAsync(seeds, round);
            after.Keys.ShouldBe(units.Keys, ignoreOrder: true);
            foreach (var (unit, hash) in after)
                new[] { units[unit], fresh[unit] }.ShouldContain(hash, $"round {round}: {unit} is neither old nor new");
            if (after.Values.Intersect(units.Values).Any(hash => !fresh.ContainsValue(hash)))
                interrupted++;
            (await ServerProcess.RunAsync("import", seeds, "--store-file", store)).ExitCode.ShouldBe(0);
            units = await UnitsAsync(store);
            units.ShouldBe(fresh, ignoreOrder: true);
        }
        interrupted.ShouldBeGreaterThan(0, "no kill fell before the end of its import: the test proves nothing");
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<Dictionary<string, string>> UnitsAsync(string file)
    {
        await using var store = await SqliteGraphStore.OpenAsync(file, new FakeTimeProvider(), TestContext.Current.CancellationToken);
        var count = await store.ReadAsync(
            snapshot => snapshot.CountAsync(new ObservationQuery(), TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken
        );
        count.ShouldBe(Articles * 3);
        return new(await store.UnitsAsync(TestContext.Current.CancellationToken));
    }

    private async Task<Dictionary<string, string>> ImportIntoEmptyAsync(string seeds, int round)
    {
        var file = _folder.File(string.Create(CultureInfo.InvariantCulture, $"fresh{round}.db"));
        await using (var store = await SqliteGraphStore.OpenAsync(file, new FakeTimeProvider(), TestContext.Current.CancellationToken))
            await SeedImporter.ImportAsync(
                await SeedImporter.CheckAsync(seeds, null, null, TestContext.Current.CancellationToken),
                store,
                null,
                TestContext.Current.CancellationToken
            );
        return await UnitsAsync(file);
    }

    private static async Task WriteSeedsAsync(string folder, int round)
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
                + $"{Articles}\narticles:\n"
        );
        for (var i = 1; i <= Articles; i++)
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
