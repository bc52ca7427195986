using System.CommandLine;
using ZhuzhouGraph.Seeds;
using ZhuzhouGraph.SqliteStore;

namespace ZhuzhouGraph.Server.Cli;

/// <summary><c>import PATH [--texts DIR]</c>: takes seeds into the store, or nothing of them where any has a problem.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A seeds folder, an issue's folder, or an article's file." };
        var command = new Command("import", "Imports seeds into the store: the registry and each article in a transaction of its own.") { path, CommonOptions.Texts, CommonOptions.StoreFile };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(path), parsed.GetValue(CommonOptions.Texts), parsed.GetValue(CommonOptions.StoreFile), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, string? textsOption, string? storeFile, CancellationToken cancellationToken)
    {
        var configuration = Settings.Load();
        var texts = Settings.Texts(configuration, textsOption);
        if (CommonOptions.MissingFolder(texts) is { } missing)
            return missing;
        var file = Settings.StoreFile(configuration, storeFile);
        Console.Out.WriteLine($"store: {file}");
        await using var store = await SqliteGraphStore.OpenAsync(file, TimeProvider.System, cancellationToken);
        var seeds = await SeedImporter.CheckAsync(path, texts, store, cancellationToken);
        Report.Texts(Console.Out, seeds);
        if (seeds.Problems.Count > 0)
        {
            Report.Problems(Console.Out, seeds.Problems);
            Console.Out.WriteLine("nothing was imported");
            return ExitCodes.Problems;
        }
        var outcomes = await Progress.ImportAsync(seeds, store, cancellationToken);
        var changed = outcomes.Count(o => o.IsChanged);
        Console.Out.WriteLine($"{changed} of {outcomes.Count} units changed, data version {outcomes.Select(o => o.Version).DefaultIfEmpty().Max()}");
        return ExitCodes.Success;
    }
}
