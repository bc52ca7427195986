using System.Globalization;
using System.Reflection;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>The settings that the host binds by itself, looked at before it does.</summary>
internal static class HostSettings
{
    /// <summary>The settings as the host takes them. What is wrong with them is noted in <see cref="Settings.Problems"/>.</summary>
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
