using System.CommandLine;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.Cli;

/// <summary><c>serve</c>, the default: brings the store up to the seeds and answers GraphQL.</summary>
internal static class ServeCommand
{
    public static void Configure(Command command)
    {
        command.Options.Add(ListenAddresses.Option);
        SeedIntake.AddTo(command);
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
        var intake = SeedIntake.Read(settings);
        var urls = ListenAddresses.Read(settings);
        var limits = HostSettings.Read(settings, urls);
        var choice = StoreOptions.Read(settings);
        if (choice is null || settings.Problems.Count > 0)
            return settings.Report();
        Console.Out.WriteLine($"store: {choice}");
        await using var store = await choice.Open(intake.IsReadOnly, TimeProvider.System, cancellationToken);
        await VerifyCommand.RequireSoundAsync(choice, store, cancellationToken);
        if (await SeedIntake.RefusalAsync(store, intake, cancellationToken) is { } refused)
            return refused;
        var readiness = new Readiness(isReady: false);
        var options = new GraphHostOptions
        {
            Urls = urls,
            Settings = limits,
            StoreKind = choice.Kind,
            Seeds = intake.Seeds,
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
        if (await SeedIntake.ImportAsync(store, intake, cancellationToken) is { } failed)
            return failed;
        readiness.Set(isEmpty: (await store.HeadAsync(cancellationToken)).Version is null);
        foreach (var url in host.Urls)
            Console.Out.WriteLine($"GraphQL: {url.TrimEnd('/')}/graphql   page: {url.TrimEnd('/')}/");
        await host.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Success;
    }
}
