using System.CommandLine;
using ZhuzhouGraph.SqliteStore;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>The store that the settings name, not opened.</summary>
/// <param name="Place">Where it is, without any secret.</param>
/// <param name="Open">Opens it, for reading only where the first argument says so.</param>
internal sealed record StoreChoice(string Kind, string Place, Func<bool, TimeProvider, CancellationToken, Task<IGraphStore>> Open)
{
    /// <summary>Opens it for reading and writing. A store of an earlier version is migrated, with a word on the console.</summary>
    public Task<IGraphStore> OpenAsync(TimeProvider time, CancellationToken cancellationToken) => Open(false, time, cancellationToken);

    /// <summary>Opens a complete store of this version, and changes nothing in it.</summary>
    public Task<IGraphStore> OpenReadOnlyAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Open(true, time, cancellationToken);

    public override string ToString() => $"{Kind} {Place}";
}

/// <summary>
/// Which store a command opens. <c>Store:Kind</c> says so; without it, whoever names a Neo4j address means Neo4j, and whoever names a
/// file means SQLite. What is nearer counts: a <c>--store-file</c> on the command line beats a <c>ZHUZHOU_NEO4J__URI</c>.
/// </summary>
internal static class StoreOptions
{
    public const string Sqlite = "sqlite",
        Neo4j = "neo4j";

    private static readonly Option<string?> Kind = new("--store")
    {
        Description =
            $"Where the graph is kept: {Sqlite}, a file of this machine and the default, or {Neo4j}, which --neo4j-uri alone also means.",
        HelpName = $"{Sqlite}|{Neo4j}",
    };

    private static readonly Option<string?> StoreFile = new("--store-file")
    {
        Description = "The embedded store's file; by default in the user's data folder.",
        HelpName = "FILE",
    };

    public static void AddTo(Command command)
    {
        command.Options.Add(Kind);
        command.Options.Add(StoreFile);
        foreach (var option in Neo4jSettings.Options)
            command.Options.Add(option);
    }

    /// <summary>The store to open; null where a setting is wrong, noted in <see cref="Settings.Problems"/>.</summary>
    public static StoreChoice? Read(Settings settings)
    {
        var file = settings.Find("Store:File", StoreFile);
        Neo4jSettings.RefusePassword(settings);
        if (KindOf(settings, file) is not { } kind)
            return null;
        var choice = kind == Neo4j ? Neo4jSettings.Read(settings) : SqliteIn(file, settings);
        return settings.Problems.Count == 0 ? choice : null;
    }

    private static string? KindOf(Settings settings, Setting? file)
    {
        var kind = settings.Find("Store:Kind", Kind);
        var address = settings.Find("Neo4j:Uri", Neo4jSettings.Address);
        var nearest = new[] { kind, file, address }.Min(setting => setting?.Distance);
        if (kind?.Distance == nearest && kind is not null)
        {
            if (kind.Value is Sqlite or Neo4j)
                return kind.Value;
            settings.Refuse($"{kind}, is '{kind.Value}'; {Sqlite} and {Neo4j} are allowed.");
            return null;
        }
        if (file?.Distance == nearest && address?.Distance == nearest && file is not null)
        {
            settings.Refuse($"{file}, and {address}, name two stores; one of them is allowed, or Store:Kind (--store) to say which.");
            return null;
        }
        return address is not null && address.Distance == nearest ? Neo4j : Sqlite;
    }

    /// <summary>By default in the user's data folder, so that no checkout holds it.</summary>
    private static StoreChoice SqliteIn(Setting? file, Settings settings)
    {
        // Where it is, whether or not it is there: whoever opens the store for writing makes it, or says why not.
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (file is null && data.Length == 0)
            settings.Refuse(
                $"Store:File is not set, and this user has no data folder; the path of a file is needed, in {StoreFile.Name} or "
                    + $"{Settings.VariableOf("Store:File")}."
            );
        var path = file is null
            ? Path.Combine(data, "ZhuzhouGraph", "graph.db")
            : Path.GetFullPath(file.Value.Length == 0 ? "." : file.Value);
        if (file?.Value.Length == 0)
            settings.Refuse($"{file}, is empty; the path of a file is allowed.");
        return new(Sqlite, path, async (isReadOnly, time, cancellationToken) =>
            isReadOnly
                ? await SqliteGraphStore.OpenReadOnlyAsync(path, time, cancellationToken)
                : await SqliteGraphStore.OpenAsync(path, time, MigrationLines.Out, cancellationToken)
        );
    }
}
