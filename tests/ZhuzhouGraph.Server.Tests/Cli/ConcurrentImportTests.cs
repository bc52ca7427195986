using System.Diagnostics;
using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Seeds;
using ZhuzhouGraph.SqliteStore;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Cli;

/// <summary>Two programs that import two folders into one store at once do so one after the other.</summary>
[Collection(Neo4jDatabase.Name)]
public sealed class ConcurrentImportTests(Neo4jServer neo4j) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("neo4j")]
    public async Task The_store_holds_one_folder_or_the_other_and_never_parts_of_both(string kind)
    {
        var folders = new[] { _folder.File("one"), _folder.File("other") };
        for (var round = 0; round < folders.Length; round++)
            await BerthSeeds.WriteAsync(folders[round], round, articles: 12);
        var arguments = new[] { "--store-file", _folder.File("graph.db") };
        if (kind == "neo4j")
        {
            await Neo4jStores.EmptyAsync(neo4j.Options, Cancel);
            await File.WriteAllTextAsync(_folder.File("password"), neo4j.Options.Password, Cancel);
            arguments = ["--neo4j-uri", neo4j.Options.Uri.ToString(), "--neo4j-password-file", _folder.File("password")];
        }
        await using var store = await OpenAsync(kind);
        var turn = (await store.TryTakeTurnAsync(Cancel)).ShouldNotBeNull();

        var imports = folders.Select(folder => ServerProcess.Start(["import", folder, .. arguments])).ToList();
        foreach (var import in imports)
            await ShouldWaitAsync(import);
        (await store.UnitsAsync(Cancel)).ShouldBeEmpty("nothing is written meanwhile");
        await turn.DisposeAsync();
        foreach (var import in imports)
        {
            var rest = await import.StandardOutput.ReadToEndAsync(Cancel);
            await import.WaitForExitAsync(Cancel);
            import.ExitCode.ShouldBe(0, rest + await import.StandardError.ReadToEndAsync(Cancel));
            import.Dispose();
        }

        var units = await store.UnitsAsync(Cancel);
        var alone = new List<IReadOnlyDictionary<string, string>>();
        foreach (var folder in folders)
            alone.Add(await UnitsOfAsync(folder));
        alone.Count(other => units.Count == other.Count && units.All(unit => other[unit.Key] == unit.Value)).ShouldBe(1);
        (await store.VerifyAsync(isThorough: true, Cancel)).ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private static async Task ShouldWaitAsync(Process import)
    {
        string? line;
        do line = await import.StandardOutput.ReadLineAsync(Cancel);
        while (line?.StartsWith("store: ", StringComparison.Ordinal) is true);
        line.ShouldBe("another program imports into this store; waiting until it is done");
    }

    private async Task<IGraphStore> OpenAsync(string kind) =>
        kind == "neo4j"
            ? await Neo4jGraphStore.OpenAsync(neo4j.Options, TimeProvider.System, Cancel)
            : await SqliteGraphStore.OpenAsync(_folder.File("graph.db"), TimeProvider.System, Cancel);

    private async Task<IReadOnlyDictionary<string, string>> UnitsOfAsync(string seeds)
    {
        await using var store = await SqliteGraphStore.OpenAsync(
            _folder.File($"{Path.GetFileName(seeds)}.db"),
            TimeProvider.System,
            Cancel
        );
        await SeedImporter.ImportAsync(await SeedImporter.CheckAsync(seeds, null, null, Cancel), store, null, Cancel);
        return await store.UnitsAsync(Cancel);
    }
}
