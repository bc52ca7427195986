using System.Net;

namespace ZhuzhouGraph.Server.Hosting;

/// <summary>
/// Whose requests are counted against <c>Limits:ClientTokens</c>. Bound from the section <c>Clients</c> of the configuration.
/// </summary>
public sealed record ClientSettings
{
    private const string Loopback = "loopback",
        All = "*",
        None = "none";

    /// <summary>
    /// Who may ask as much as the server can answer: <c>loopback</c>, addresses and networks such as <c>10.0.0.0/8</c>, separated by
    /// semicolons; <c>*</c> alone is everybody, <c>none</c> alone nobody. <c>loopback</c>.
    /// </summary>
    public string Unlimited { get; init; } = Loopback;

    /// <summary>
    /// Which proxies are believed when they say whom they ask for (<c>X-Forwarded-For</c>): as above, or <c>none</c>. Without them
    /// everybody behind a proxy is one client, and nobody is counted where the proxy is on this machine. <c>none</c>.
    /// </summary>
    public string Proxies { get; init; } = None;

    /// <summary>What is wrong with a value, entry by entry.</summary>
    public static IEnumerable<string> ProblemsOf(string value) =>
        Split(value) is [All] or [None]
            ? []
            : Split(value)
                .Where(entry => !NetworksOf(entry).Any())
                .Select(entry =>
                    $"has '{entry}'; allowed are * alone, none alone, or loopback, addresses, and networks such as 10.0.0.0/8, "
                    + "separated by semicolons."
                );

    /// <summary>The networks that a value names; none for <c>none</c>, all there are for <c>*</c>.</summary>
    internal static IReadOnlyList<IPNetwork> Networks(string value) =>
        Split(value) is [All] ? [new(IPAddress.Any, 0), new(IPAddress.IPv6Any, 0)] : [.. Split(value).SelectMany(NetworksOf)];

    private static IEnumerable<IPNetwork> NetworksOf(string entry) =>
        entry == Loopback ? [new(new IPAddress([127, 0, 0, 0]), 8), new(IPAddress.IPv6Loopback, 128)]
        : IPAddress.TryParse(entry, out var address) ? [new(address, address.GetAddressBytes().Length * 8)]
        : IPNetwork.TryParse(entry, out var network) ? [network]
        : [];

    private static string[] Split(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
