using System.Net;
using Microsoft.Extensions.Primitives;

namespace ZhuzhouGraph.Server.Hosting;

/// <summary>
/// The names by which this server may be called: those of the machine itself, those that it listens on, and those of the setting
/// <c>AllowedHosts</c>. A foreign page whose name was made to lead here would otherwise be of the same origin as the answers.
/// </summary>
internal sealed class HostNames
{
    private const string Any = "*";

    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    private readonly List<StringSegment> _names;

    /// <param name="urls">Where the server listens. A wildcard there admits every name, unless names are configured.</param>
    /// <param name="allowed">The setting: names separated by semicolons, <c>*.example.org</c> for those below one, <c>*</c> for every
    /// one.</param>
    public HostNames(IEnumerable<string> urls, string? allowed)
    {
        var configured = Split(allowed);
        var listening = urls.Select(HostOf).OfType<string>().ToList();
        if (configured.Length == 0 && listening.Exists(IsWildcard))
            configured = [Any];
        IEnumerable<string> names = [.. Loopback, .. listening.Where(host => !IsWildcard(host)), .. configured];
        _names = [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => new StringSegment(name))];
    }

    /// <summary>What is wrong with a value of <c>AllowedHosts</c>, entry by entry.</summary>
    public static IEnumerable<string> ProblemsOf(string allowed) =>
        Split(allowed)
            .Where(name =>
                name != Any
                && Uri.CheckHostName(name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name) is UriHostNameType.Unknown
            )
            .Select(name =>
                $"has '{name}'; allowed are names of hosts without scheme and port, such as example.org, *.example.org or *, separated by "
                + "semicolons."
            );

    /// <summary>Why a request's <c>Host</c> is refused; null where it is one of the names, or where HTTP/1.0 gives none.</summary>
    public string? ProblemOf(HttpRequest request)
    {
        var host = request.Headers.Host.ToString();
        if (host.Length == 0)
            return null;
        if (!IsWellFormed(host))
            return "The header 'Host' is not the name of a host, with or without a port.";
        return HostString.MatchesAny(host, _names)
            ? null
            : $"This server is not called '{(host.Length <= 40 ? host : host[..40] + "…")}'. It answers to {string.Join(", ", _names)}; "
                + "whoever runs it adds names by the setting AllowedHosts.";
    }

    /// <summary>The framework reads a host by the rules of names in other scripts, and fails on one that breaks them.</summary>
    private static bool IsWellFormed(string host)
    {
        try
        {
            return Uri.TryCreate($"http://{host}/", UriKind.Absolute, out var uri)
                && uri is { PathAndQuery: "/", UserInfo: "", Fragment: "" }
                && HostString.FromUriComponent(host).HasValue;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The host of an address; null where it is none, which the listening server tells better.</summary>
    private static string? HostOf(string url)
    {
        try
        {
            return BindingAddress.Parse(url).Host;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsWildcard(string host) =>
        host is Any or "+" || (IPAddress.TryParse(host, out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)));

    private static string[] Split(string? names) =>
        names?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
