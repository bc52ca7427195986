using System.CommandLine;
using System.Diagnostics;
using ZhuzhouGraph.Seeds;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>What <c>serve</c> and <c>mcp</c> do with the seeds before they answer, and what they say of it.</summary>
internal static class SeedIntake
{
    private static Option<bool> NoImport { get; } =
        new("--no-import")
        {
            Description = "Serves what the store holds, whatever the seeds say: for all but one of the servers before one Neo4j.",
        };

    private static Option<bool> ReadOnly { get; } =
        new("--read-only")
        {
            Description =
                "Only reads: a complete store of this version, whose file and folder need no right to write. Nothing is imported.",
        };

    public static void AddTo(Command command)
    {
        command.Options.Add(CommonOptions.Seeds);
        command.Options.Add(CommonOptions.Texts);
        command.Options.Add(NoImport);
        command.Options.Add(ReadOnly);
    }

    /// <summary>What the options say of seeds and texts.</summary>
    /// <param name="Imports">Whether anything is imported.</param>
    public sealed record Intake(bool IsReadOnly, bool Imports, string? Seeds, string? Texts);

    public static Intake Read(Settings settings)
    {
        var isReadOnly = settings.IsGiven(ReadOnly);
        var without = isReadOnly ? ReadOnly : NoImport;
        var imports = !settings.IsGiven(without);
        var texts = imports ? settings.Texts() : null;
        var seeds = imports ? settings.Seeds() : null;
        foreach (var folder in new[] { CommonOptions.Seeds, CommonOptions.Texts }.Where(option => !imports && settings.IsGiven(option)))
            settings.Refuse($"{folder.Name} has no effect beside {without.Name}, which imports nothing; one of them is allowed.");
        return new(isReadOnly, imports, seeds, texts);
    }

    /// <summary>Says that half of an import is not served for reading only; null where there is none.</summary>
    public static async Task<int?> RefusalAsync(IGraphStore store, Intake intake, CancellationToken cancellationToken)
    {
        if (!intake.IsReadOnly || !await ImportMark.StandsAsync(store, cancellationToken))
            return null;
        await Console.Error.WriteLineAsync($"{GraphErrors.StoreUnavailable}: {ImportMark.Told} {NoImport.Name} serves it as it is.");
        return ExitCodes.Failure;
    }

    /// <summary>Takes the seeds in, or says what is served without. Null when questions may be answered.</summary>
    public static async Task<int?> ImportAsync(IGraphStore store, Intake intake, CancellationToken cancellationToken)
    {
        if (intake.Imports)
            return await TakeAsync(store, intake.Seeds, intake.Texts, cancellationToken);
        await SayWhatIsHeldAsync(store, cancellationToken);
        return null;
    }

    /// <summary>Says what is served where nothing is imported.</summary>
    private static async Task SayWhatIsHeldAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        var number = (await store.HeadAsync(cancellationToken)).Number;
        Console.Out.WriteLine(
            number == 0
                ? "seeds: not imported, and the store is empty (STORE_EMPTY); serving nothing until somebody imports"
                : $"seeds: not imported; serving what the store holds, data version {number}"
        );
        await WarnOfHalfAsync(store, cancellationToken);
    }

    private static async Task WarnOfHalfAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        if (await ImportMark.StandsAsync(store, cancellationToken))
            Console.Out.WriteLine($"warning: {ImportMark.Told}");
    }

    /// <summary>
    /// Imports the seeds when they, the texts or the program differ from what the store last took. Null when the server may start.
    /// </summary>
    private static async Task<int?> TakeAsync(IGraphStore store, string? folder, string? texts, CancellationToken cancellationToken)
    {
        if (folder is null)
        {
            Console.Out.WriteLine(
                "seeds: no folder graph-seeds here, above or beside the program; serving what the store holds (--seeds DIR names one)"
            );
            await WarnOfHalfAsync(store, cancellationToken);
            return null;
        }
        await using var turn = await ImportTurn.TakeAsync(store, cancellationToken);
        var watch = Stopwatch.StartNew();
        var fingerprint = SeedImporter.Fingerprint(folder, texts, cancellationToken);
        if ((await store.HeadAsync(cancellationToken)).Source == fingerprint)
        {
            Console.Out.WriteLine($"seeds: {folder}, unchanged since the last import");
            return null;
        }
        var seeds = await SeedImporter.CheckAsync(folder, texts, store, cancellationToken);
        if (texts is not null)
            Report.Texts(Console.Out, seeds);
        if (seeds.Problems.Count == 0)
            seeds = await ImportCommand.WithOtherRegistryAsync(seeds, store, cancellationToken);
        if (seeds.Problems.Count > 0)
        {
            Report.Problems(Console.Error, seeds.Problems);
            await Console.Error.WriteLineAsync($"seeds: {folder}: nothing was imported, and the server does not start");
            return ExitCodes.Problems;
        }
        var outcomes = await Progress.ImportAsync(seeds, store, cancellationToken, fingerprint);
        await Report.RegistryRemovalsAsync(Console.Out, outcomes, store, cancellationToken);
        Console.Out.WriteLine(
            $"seeds: {folder}, {outcomes.Count(o => o.IsChanged)} of {outcomes.Count} units changed in {watch.ElapsedMilliseconds} ms"
        );
        return null;
    }
}
