using Microsoft.Extensions.Configuration;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>
/// Where seeds, texts and the store are: command line before environment (<c>ZHUZHOU_SEEDS</c>, <c>ZHUZHOU_TEXTS</c>,
/// <c>ZHUZHOU_STORE__FILE</c>) before <c>appsettings.json</c> (<c>Seeds</c>, <c>Texts</c>, <c>Store:File</c>).
/// </summary>
internal static class Settings
{
    private const string SeedsFolder = "graph-seeds";

    public static IConfiguration Load() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables("ZHUZHOU_")
        .Build();

    /// <summary>The seeds folder: as configured, else <c>graph-seeds</c> here, above here, or beside the program. Null where there is none.</summary>
    public static string? Seeds(IConfiguration configuration) => Configured(configuration, "Seeds")
        ?? Above(Directory.GetCurrentDirectory())
        ?? Above(AppContext.BaseDirectory);

    /// <summary>The folder of texts, or null.</summary>
    public static string? Texts(IConfiguration configuration, string? commandLine) => commandLine ?? Configured(configuration, "Texts");

    /// <summary>The embedded store's file: by default in the user's data folder, so that no checkout holds it.</summary>
    public static string StoreFile(IConfiguration configuration, string? commandLine)
    {
        var file = commandLine ?? Configured(configuration, "Store:File");
        if (file is not null)
            return Path.GetFullPath(file);
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return Path.Combine(data.Length > 0 ? data : Path.GetTempPath(), "ZhuzhouGraph", "graph.db");
    }

    private static string? Configured(IConfiguration configuration, string key) => configuration[key] is { Length: > 0 } value ? value : null;

    private static string? Above(string folder)
    {
        for (var here = new DirectoryInfo(folder); here is not null; here = here.Parent)
        {
            var seeds = Path.Combine(here.FullName, SeedsFolder);
            if (Directory.Exists(Path.Combine(seeds, "articles")))
                return seeds;
        }
        return null;
    }
}
