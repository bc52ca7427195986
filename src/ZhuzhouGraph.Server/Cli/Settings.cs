using System.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using ZhuzhouGraph.Seeds;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>
/// What a command was told: on its line before the environment (<c>ZHUZHOU_STORE__FILE</c>) before <c>appsettings.json</c>
/// (<c>Store:File</c>). Whoever reads a wrong setting notes it in <see cref="Problems"/> and goes on, so that all are reported at once.
/// </summary>
internal sealed class Settings
{
    private const string Prefix = "ZHUZHOU_";
    private const string File = "appsettings.json";
    private const string SeedsFolder = "graph-seeds";

    private readonly ParseResult _parsed;
    private readonly IConfigurationRoot _configuration;
    private readonly List<string> _problems = [];

    internal Settings(ParseResult parsed, IConfigurationRoot configuration) => (_parsed, _configuration) = (parsed, configuration);

    public static Settings Load(ParseResult parsed)
    {
        var path = Path.Combine(AppContext.BaseDirectory, File);
        try
        {
            return new(parsed, new ConfigurationBuilder().AddJsonFile(path, optional: true).AddEnvironmentVariables(Prefix).Build());
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            var settings = new Settings(parsed, new ConfigurationBuilder().AddEnvironmentVariables(Prefix).Build());
            settings.Refuse($"{path} cannot be read: {e.GetBaseException().Message.ReplaceLineEndings(" ")} JSON is allowed.");
            return settings;
        }
    }

    /// <summary>Every wrong setting so far: its name, where it comes from, what was found, what is allowed.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The nearest value; null where nobody gave one, or an empty one outside of the command line.</summary>
    public Setting? Find(string key, Option? option = null)
    {
        if (option is not null && _parsed.GetResult(option) is { Implicit: false } given)
            return new(key, string.Join(' ', given.Tokens.Select(token => token.Value)), option.Name, 0);
        foreach (var provider in _configuration.Providers.Reverse())
        {
            if (provider.TryGet(key, out var value) && !string.IsNullOrEmpty(value))
                return provider is EnvironmentVariablesConfigurationProvider
                    ? new(key, value, VariableOf(key), 1)
                    : new(key, value, File, 2);
        }
        return null;
    }

    /// <summary>True where the option stands on the command line.</summary>
    public bool IsGiven(Option option) => _parsed.GetResult(option) is { Implicit: false };

    /// <summary>The settings of a section, by the last part of their names.</summary>
    public IEnumerable<IConfigurationSection> Section(string name) => _configuration.GetSection(name).GetChildren();

    /// <summary>The environment variable of a setting.</summary>
    public static string VariableOf(string key) => Prefix + key.Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant();

    public void Refuse(string problem) => _problems.Add(problem);

    /// <summary>Prints every problem and gives the exit code.</summary>
    public int Report()
    {
        foreach (var problem in _problems)
            Console.Error.WriteLine(problem);
        return ExitCodes.Problems;
    }

    /// <summary>
    /// The seeds folder: as named, else <c>graph-seeds</c> here, above here, or beside the program. Null where there is none.
    /// </summary>
    public string? Seeds()
    {
        if (Find("Seeds", CommonOptions.Seeds) is not { } seeds)
            return Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory);
        if (!Directory.Exists(seeds.Value))
            Refuse($"{seeds}, is '{seeds.Value}'; a folder that exists is allowed.");
        else if (SeedReader.Refusal(seeds.Value) is { } refusal)
            Refuse($"{seeds}, is '{seeds.Value}': {refusal}");
        return seeds.Value;
    }

    /// <summary>The folder of texts, or null.</summary>
    public string? Texts()
    {
        var texts = Find("Texts", CommonOptions.Texts);
        if (texts is not null && !Directory.Exists(texts.Value))
            Refuse($"{texts}, is '{texts.Value}'; a folder that exists is allowed.");
        return texts?.Value;
    }

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
