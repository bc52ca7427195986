using System.Net;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>Whether assistants are answered over HTTP, and whose. Bound from the section <c>Mcp</c> of the configuration.</summary>
public sealed record McpSettings
{
    /// <summary>The fewest characters of a key.</summary>
    public const int ShortestKey = 16;

    /// <summary>Whether <c>/mcp</c> answers. Where it is left out: where the server is reached by this machine alone.</summary>
    public bool? Enabled { get; init; }

    /// <summary>
    /// What a client has to send as <c>Authorization: Bearer KEY</c>; nothing where it is left out. Needed where the server is reached from
    /// elsewhere.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>Calls that are worked on at once. 8.</summary>
    public int CallsAtOnce { get; init; } = 8;

    /// <summary>Calls that wait for their turn; the next is told to come again. 248.</summary>
    public int CallsWaiting { get; init; } = 248;

    /// <summary>Whether <c>/mcp</c> answers on a server that listens there and is called so.</summary>
    /// <param name="allowedHosts">The setting <c>AllowedHosts</c>: who has names is reached by them, perhaps through a proxy.</param>
    public bool IsOn(IEnumerable<string> urls, string? allowedHosts) =>
        IsOfThisMachine(urls, allowedHosts) ? Enabled is not false : Enabled is true && !string.IsNullOrEmpty(Key);

    /// <summary>What is wrong with the section.</summary>
    public IEnumerable<string> ProblemsOf(IEnumerable<string> urls, string? allowedHosts)
    {
        if (Enabled is true && string.IsNullOrEmpty(Key) && !IsOfThisMachine(urls, allowedHosts))
            yield return "Mcp:Enabled is true, and others than this machine reach the server; Mcp:Key is needed, which clients send as "
                + "'Authorization: Bearer KEY'.";
        if (!string.IsNullOrEmpty(Key) && Key.Length < ShortestKey)
            yield return $"Mcp:Key has {Key.Length} characters; allowed are {ShortestKey} and more.";
        if (Key?.Any(c => c is <= ' ' or > '~') is true)
            yield return "Mcp:Key has a character that no header can have; allowed are letters, digits and signs of ASCII, without spaces.";
    }

    private static bool IsOfThisMachine(IEnumerable<string> urls, string? allowedHosts) =>
        string.IsNullOrWhiteSpace(allowedHosts) && urls.All(IsLoopback);

    private static bool IsLoopback(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
            return false;
        return address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
