using System.CommandLine;
using System.Diagnostics;
using ZhuzhouGraph.Seeds;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.Cli;

/// <summary><c>serve</c>, the default: brings the store up to the seeds and answers GraphQL.</summary>
internal static class ServeCommand
{
    private static readonly Option<bool> NoImport = new("--no-import")
    {
        Description = "Serves what the store holds, whatever the seeds say: for all but one of the servers before one Neo4j.",
    };

    private static readonly Option<bool> ReadOnly = new("--read-only")
    {
        Description = "Only reads: a complete store of this version, whose file and folder need no right to write. Nothing is imported.",
    };

    public static void Configure(Command command)
    {
        command.Options.Add(ListenAddresses.Option);
        command.Options.Add(CommonOptions.Seeds);
        command.Options.Add(CommonOptions.Texts);
        command.Options.Add(NoImport);
        command.Options.Add(ReadOnly);
        StoreOptions.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(Settings.Load(parsed), cancellationToken));
    }

    private static async Task<int> RunAsync(Settings settings, CancellationToken cancellationToken)
    {
        try
        {
            return await ServeAsync(settings, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Who tells a server to stop gets what he asked for, whatever it was at.
            Console.Out.WriteLine("stopped before the first answer; units imported so far stay, and the next start goes on from there");
            return ExitCodes.Success;
        }
    }

    private static async Task<int> ServeAsync(Settings settings, CancellationToken cancellationToken)
    {
        var isReadOnly = settings.IsGiven(ReadOnly);
        var without = isReadOnly ? ReadOnly : NoImport;
        var imports = !settings.IsGiven(without);
        var texts = imports ? settings.Texts() : null;
        var seeds = imports ? settings.Seeds() : null;
        foreach (var folder in new[] { CommonOptions.Seeds, CommonOptions.Texts }.Where(option => !imports && settings.IsGiven(option)))
            settings.Refuse($"{folder.Name} has no effect beside {without.Name}, which imports nothing; one of them is allowed.");
        var urls = ListenAddresses.Read(settings);
        var limits = HostSettings.Read(settings);
        var choice = StoreOptions.Read(settings);
        if (choice is null || settings.Problems.Count > 0)
            return settings.Report();
        Console.Out.WriteLine($"store: {choice}");
        await using var store = await choice.Open(isReadOnly, TimeProvider.System, cancellationToken);
        await VerifyCommand.RequireSoundAsync(choice, store, cancellationToken);
        if (isReadOnly && await ImportMark.StandsAsync(store, cancellationToken))
        {
            await Console.Error.WriteLineAsync($"{GraphErrors.StoreUnavailable}: {ImportMark.Told} {NoImport.Name} serves it as it is.");
            return ExitCodes.Failure;
        }
        var readiness = new Readiness(isReady: false);
        var options = new GraphHostOptions
        {
            Urls = urls,
            Settings = limits,
            StoreKind = choice.Kind,
            Rehearses = choice.Kind == StoreOptions.Neo4j,
            Readiness = readiness,
        };
        await using var host = GraphHost.Build(options, store, TimeProvider.System);
        // Before the seeds: an address that cannot be had is told at once, not after an import.
        try
        {
            await host.StartAsync(cancellationToken);
        }
        catch (Exception e) when (ListenAddresses.Explain(e, urls) is { } explanation)
        {
            await Console.Error.WriteLineAsync(explanation);
            return ExitCodes.Failure;
        }
        if (!imports)
            await SayWhatIsHeldAsync(store, cancellationToken);
        else if (await TakeSeedsAsync(store, seeds, texts, cancellationToken) is { } failed)
            return failed;
        readiness.Set(isEmpty: (await store.HeadAsync(cancellationToken)).Version is null);
        foreach (var url in host.Urls)
            Console.Out.WriteLine($"GraphQL: {url.TrimEnd('/')}/graphql   page: {url.TrimEnd('/')}/");
        await host.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Success;
    }

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
    private static async Task<int?> TakeSeedsAsync(IGraphStore store, string? folder, string? texts, CancellationToken cancellationToken)
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
        if (seeds.Problems.Count > 0)
        {
            Report.Problems(Console.Error, seeds.Problems);
            await Console.Error.WriteLineAsync($"seeds: {folder}: nothing was imported, and the server does not start");
            return ExitCodes.Problems;
        }
        var outcomes = await Progress.ImportAsync(seeds, store, cancellationToken, fingerprint);
        Console.Out.WriteLine(
            $"seeds: {folder}, {outcomes.Count(o => o.IsChanged)} of {outcomes.Count} units changed in {watch.ElapsedMilliseconds} ms"
        );
        return null;
    }
}
