using System.CommandLine;
using ZhuzhouGraph.Seeds;

namespace ZhuzhouGraph.Server.Cli;

/// <summary><c>import PATH [--texts DIR]</c>: takes seeds into the store, or nothing of them where any has a problem.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A seeds folder, an issue's folder, or an article's file." };
        var replaces = new Option<bool>("--replace-registry")
        {
            Description =
                "Imports a registry that has no entity of the store's, which is refused otherwise: what only that one states goes.",
        };
        var command = new Command("import", "Imports seeds into the store: the registry and each article in a transaction of its own.")
        {
            path,
            CommonOptions.Texts,
            replaces,
        };
        StoreOptions.AddTo(command);
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(parsed.GetRequiredValue(path), parsed.GetValue(replaces), Settings.Load(parsed), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(string path, bool replacesRegistry, Settings settings, CancellationToken cancellationToken)
    {
        if (SeedReader.Refusal(path) is { } refusal)
        {
            await Console.Error.WriteLineAsync($"PATH: {refusal}");
            return ExitCodes.Problems;
        }
        var texts = settings.Texts();
        var choice = StoreOptions.Read(settings);
        if (choice is null || settings.Problems.Count > 0)
            return settings.Report();
        Console.Out.WriteLine($"store: {choice}");
        await using var store = await choice.OpenAsync(TimeProvider.System, cancellationToken);
        // Before the seeds are judged: their names may be those that another import brings or takes.
        await using var turn = await ImportTurn.TakeAsync(store, cancellationToken);
        var seeds = await SeedImporter.CheckAsync(path, texts, store, cancellationToken);
        Report.Texts(Console.Out, seeds);
        if (seeds.Problems.Count == 0 && !replacesRegistry)
            seeds = await WithOtherRegistryAsync(seeds, store, cancellationToken);
        if (seeds.Problems.Count > 0)
        {
            Report.Problems(Console.Out, seeds.Problems);
            Console.Out.WriteLine("nothing was imported");
            return ExitCodes.Problems;
        }
        IReadOnlyList<ImportOutcome> outcomes;
        try
        {
            outcomes = await Progress.ImportAsync(seeds, store, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("interrupted: units imported so far stay; the same command goes on from there");
            return ExitCodes.Failure;
        }
        await Report.RegistryRemovalsAsync(Console.Out, outcomes, store, cancellationToken);
        var changed = outcomes.Count(o => o.IsChanged);
        Console.Out.WriteLine(
            $"{changed} of {outcomes.Count} units changed, data version {outcomes.Select(o => o.Version).DefaultIfEmpty().Max()}"
        );
        return ExitCodes.Success;
    }

    /// <summary>The seeds, with a problem more where their registry is another's than the store's.</summary>
    public static async Task<CheckedSeeds> WithOtherRegistryAsync(
        CheckedSeeds seeds,
        IGraphStore store,
        CancellationToken cancellationToken
    ) => await OtherRegistry.FindAsync(seeds.Seeds, store, cancellationToken) is { } problem ? seeds with { Problems = [problem] } : seeds;
}
