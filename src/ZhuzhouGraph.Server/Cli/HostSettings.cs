using System.Globalization;
using System.Reflection;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Server.Mcp;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>The settings that the host binds by itself, looked at before it does.</summary>
internal static class HostSettings
{
    /// <summary>The settings as the host takes them. What is wrong with them is noted in <see cref="Settings.Problems"/>.</summary>
    /// <param name="urls">Where the server listens.</param>
    public static IReadOnlyList<string> Read(Settings settings, IReadOnlyList<string> urls) => [.. Read(settings), .. Mcp(settings, urls)];

    /// <summary>Those of what answers questions, wherever they come from.</summary>
    public static IReadOnlyList<string> Read(Settings settings) =>
        [
            .. Of(settings, "Limits", typeof(RequestLimits), 1),
            .. Of(settings, "DocumentCache", typeof(DocumentCacheLimits), 0),
            .. Names(settings, "Cors:Origins", CorsSettings.ProblemsOf),
            .. Names(settings, "AllowedHosts", HostNames.ProblemsOf),
            .. Names(settings, PublicUrl.Key, PublicUrl.ProblemsOf),
            .. Names(settings, "Clients:Unlimited", ClientSettings.ProblemsOf),
            .. Names(settings, "Clients:Proxies", ClientSettings.ProblemsOf),
        ];

    private static IEnumerable<string> Mcp(Settings settings, IReadOnlyList<string> urls)
    {
        const string Section = nameof(Mcp);
        var known = typeof(McpSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance);
        Dictionary<string, string> given = [];
        foreach (var child in settings.Section(Section))
        {
            var property = known.FirstOrDefault(p => p.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
            if (property is null || settings.Find($"{Section}:{child.Key}") is not { } setting)
                settings.Refuse($"{Section}:{child.Key} is no setting; allowed are {string.Join(", ", known.Select(p => p.Name))}.");
            else if (property.PropertyType == typeof(bool?) && !bool.TryParse(setting.Value, out _))
                settings.Refuse($"{setting}, is '{setting.Value}'; true or false is allowed.");
            else if (property.PropertyType == typeof(int) && !Fits(setting.Value, typeof(int), 1))
                settings.Refuse($"{setting}, is '{setting.Value}'; a whole number from 1 to {int.MaxValue} is allowed.");
            else
                given[property.Name] = setting.Value;
        }
        var read = new McpSettings
        {
            Enabled = given.TryGetValue(nameof(McpSettings.Enabled), out var enabled) ? bool.Parse(enabled) : null,
            Key = given.GetValueOrDefault(nameof(McpSettings.Key)),
        };
        foreach (var problem in read.ProblemsOf(urls, settings.Find("AllowedHosts")?.Value))
            settings.Refuse(problem);
        return given.Select(setting => $"--{Section}:{setting.Key}={setting.Value}");
    }

    /// <param name="problemsOf">What is wrong with a value, entry by entry.</param>
    private static IEnumerable<string> Names(Settings settings, string key, Func<string, IEnumerable<string>> problemsOf)
    {
        if (settings.Find(key) is not { } setting)
            yield break;
        foreach (var problem in problemsOf(setting.Value))
            settings.Refuse($"{setting}, {problem}");
        yield return $"--{key}={setting.Value}";
    }

    private static IEnumerable<string> Of(Settings settings, string section, Type options, long least)
    {
        var known = options.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        foreach (var child in settings.Section(section))
        {
            var property = known.FirstOrDefault(p => p.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
            if (property is null || settings.Find($"{section}:{child.Key}") is not { } setting)
                settings.Refuse($"{section}:{child.Key} is no setting; allowed are {string.Join(", ", known.Select(p => p.Name))}.");
            else if (!Fits(setting.Value, property.PropertyType, least))
                settings.Refuse(
                    $"{setting}, is '{setting.Value}'; "
                        + (
                            property.PropertyType == typeof(TimeSpan)
                                ? "a time such as 00:00:10 is allowed."
                                : $"a whole number from {least} to {(property.PropertyType == typeof(int) ? int.MaxValue : long.MaxValue)} "
                                    + $"is allowed."
                        )
                );
            else
                yield return $"--{section}:{child.Key}={setting.Value}";
        }
    }

    private static bool Fits(string text, Type type, long least) =>
        type == typeof(TimeSpan)
            ? TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var time)
                && time > TimeSpan.Zero
                && time < TimeSpan.FromDays(1)
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= least
                && (type == typeof(long) || number <= int.MaxValue);
}
