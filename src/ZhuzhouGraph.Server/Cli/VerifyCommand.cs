using System.CommandLine;

namespace ZhuzhouGraph.Server.Cli;

/// <summary><c>verify</c>: looks whether what the store holds is what was written; a server may go on using it.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var command = new Command("verify", "Looks whether what the store holds is what was written, and says in a line each what is not.");
        StoreOptions.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(Settings.Load(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Settings settings, CancellationToken cancellationToken)
    {
        if (StoreOptions.Read(settings) is not { } choice)
            return settings.Report();
        Console.Out.WriteLine($"store: {choice}");
        await using var store = await choice.OpenReadOnlyAsync(TimeProvider.System, cancellationToken);
        var found = await store.VerifyAsync(isThorough: true, cancellationToken);
        foreach (var line in found)
            Console.Out.WriteLine(line);
        if (found.Count > 0)
        {
            Console.Out.WriteLine($"{(found.Count == 1 ? "1 thing is" : $"{found.Count} things are")} damaged. {AdviceFor(choice.Kind)}");
            return ExitCodes.Problems;
        }
        Console.Out.WriteLine("whole: what is stored is what was written");
        return ExitCodes.Success;
    }

    /// <summary>What a start can afford, before anybody is served.</summary>
    /// <exception cref="GraphStoreException">Something is damaged.</exception>
    public static async Task RequireSoundAsync(StoreChoice choice, IGraphStore store, CancellationToken cancellationToken)
    {
        var found = await store.VerifyAsync(isThorough: false, cancellationToken);
        if (found.Count > 0)
            throw new GraphStoreException(
                $"The store {choice} is damaged and is not "
                    + $"served: {found[0]}{(found.Count > 1 ? $", and {found.Count - 1} more" : "")}. The "
                    + $"command verify says all. {AdviceFor(choice.Kind)}",
                isTransient: false
            );
    }

    private static string AdviceFor(string kind) =>
        kind == StoreOptions.Sqlite
            ? "Stop what uses the file and put a backup in its place; without one, delete it and import again with --texts DIR."
            : "Load a dump of the database; without one, empty it and import again with --texts DIR.";
}
