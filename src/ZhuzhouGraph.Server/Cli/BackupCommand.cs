using System.CommandLine;
using ZhuzhouGraph.SqliteStore;

namespace ZhuzhouGraph.Server.Cli;

/// <summary><c>backup FILE</c>: copies the embedded store, also while a server reads and writes it.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The copy, a file that is not there yet." };
        var command = new Command("backup", "Copies the embedded store into a new file and checks the copy; a server may go on using it.")
        {
            file,
        };
        StoreOptions.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(file), Settings.Load(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string file, Settings settings, CancellationToken cancellationToken)
    {
        if (FaultOf(file) is { } fault)
            settings.Refuse($"FILE: {fault}");
        if (StoreOptions.Read(settings) is not { } choice)
            return settings.Report();
        if (choice.Kind != StoreOptions.Sqlite)
        {
            await Console.Error.WriteLineAsync(
                $"backup: the store is {choice}; a Neo4j database is copied by its own tools, neo4j-admin database dump (stopped) or "
                    + "neo4j-admin database backup (running, Enterprise); allowed is the embedded store."
            );
            return ExitCodes.Problems;
        }
        await using var store = await choice.OpenReadOnlyAsync(TimeProvider.System, cancellationToken);
        await ((SqliteGraphStore)store).BackupAsync(file, cancellationToken);
        Console.Out.WriteLine($"{Path.GetFullPath(file)}: a whole copy of {choice.Place}, {new FileInfo(file).Length} bytes, checked");
        return ExitCodes.Success;
    }

    private static string? FaultOf(string file)
    {
        if (file.Length == 0)
            return "found an empty path; allowed is a file that is not there yet.";
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
            return $"found '{file}', and there is no folder '{folder}'; allowed is a new file in a folder that exists.";
        return File.Exists(file) || Directory.Exists(file)
            ? $"found '{file}', which is there already; allowed is a file that is not."
            : null;
    }
}
