using System.CommandLine;
using System.Diagnostics;
using ZhuzhouGraph.Seeds;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.Cli;

/// <summary><c>serve</c>, the default: brings the store up to the seeds and answers GraphQL.</summary>
internal static class ServeCommand
{
    /// <summary>Where the server listens when nothing else is said.</summary>
    public const string DefaultUrls = "http://localhost:5080";

    public static void Configure(Command command)
    {
        var urls = new Option<string?>("--urls")
        {
            Description = $"Addresses to listen on, separated by semicolons; {DefaultUrls} by default.",
            HelpName = "URLS",
        };
        var seeds = new Option<string?>("--seeds")
        {
            Description = "The seeds folder; graph-seeds, here or above, by default.",
            HelpName = "DIR",
        };
        command.Options.Add(urls);
        command.Options.Add(seeds);
        command.Options.Add(CommonOptions.Texts);
        StoreOptions.AddTo(command);
        command.SetAction(
            (parsed, cancellationToken) => RunAsync(parsed.GetValue(urls), parsed.GetValue(seeds), Settings.Load(parsed), cancellationToken)
        );
    }

    private static async Task<int> RunAsync(string? urls, string? seeds, Settings settings, CancellationToken cancellationToken)
    {
        var texts = settings.Texts();
        var choice = StoreOptions.Read(settings);
        if (choice is null || settings.Problems.Count > 0)
            return settings.Report();
        Console.Out.WriteLine($"store: {choice}");
        await using var store = await choice.OpenAsync(TimeProvider.System, cancellationToken);
        if (await TakeSeedsAsync(store, seeds ?? settings.Seeds(), texts, cancellationToken) is { } failed)
            return failed;
        var options = new GraphHostOptions
        {
            Urls = (urls ?? settings.Find("Urls")?.Value ?? DefaultUrls).Split(';'),
            Settings = [.. ForHost("Limits"), .. ForHost("DocumentCache")],
            StoreKind = choice.Kind,
        };
        await using var host = GraphHost.Build(options, store, TimeProvider.System);
        await host.StartAsync(cancellationToken);
        foreach (var url in host.Urls)
            Console.Out.WriteLine($"GraphQL: {url.TrimEnd('/')}/graphql   page: {url.TrimEnd('/')}/");
        await host.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Success;

        IEnumerable<string> ForHost(string section) => settings.Section(section).Select(limit => $"--{section}:{limit.Key}={limit.Value}");
    }

    /// <summary>
    /// Imports the seeds when they, the texts or the program differ from what the store last took. Null when the server may start.
    /// </summary>
    private static async Task<int?> TakeSeedsAsync(IGraphStore store, string? folder, string? texts, CancellationToken cancellationToken)
    {
        if (folder is null)
        {
            Console.Out.WriteLine("seeds: no folder graph-seeds here or above; serving what the store holds (--seeds DIR names one)");
            return null;
        }
        var watch = Stopwatch.StartNew();
        var fingerprint = await SeedImporter.FingerprintAsync(folder, texts, cancellationToken);
        if ((await store.HeadAsync(cancellationToken)).Source == fingerprint)
        {
            Console.Out.WriteLine($"seeds: {folder}, unchanged since the last import");
            return null;
        }
        var seeds = await SeedImporter.CheckAsync(folder, texts, store, cancellationToken);
        if (texts is not null)
            Report.Texts(Console.Out, seeds);
        if (seeds.Problems.Count > 0)
        {
            Report.Problems(Console.Error, seeds.Problems);
            await Console.Error.WriteLineAsync($"seeds: {folder}: nothing was imported, and the server does not start");
            return ExitCodes.Problems;
        }
        var outcomes = await Progress.ImportAsync(seeds, store, cancellationToken);
        await store.RememberSourceAsync(fingerprint, cancellationToken);
        Console.Out.WriteLine(
            $"seeds: {folder}, {outcomes.Count(o => o.IsChanged)} of {outcomes.Count} units changed in {watch.ElapsedMilliseconds} ms"
        );
        return null;
    }
}
