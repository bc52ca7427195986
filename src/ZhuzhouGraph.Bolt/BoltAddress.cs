using System.Globalization;

namespace ZhuzhouGraph.Bolt;

/// <summary>One server.</summary>
/// <param name="Host">A name or an address; an IPv6 address without brackets.</param>
public sealed record BoltServer(string Host, int Port)
{
    /// <summary>As routing tables write it. Null where it is no host with a port.</summary>
    internal static BoltServer? Parse(string text) =>
        Uri.TryCreate("bolt://" + text, UriKind.Absolute, out var uri) && uri.Host.Length > 0
            ? new BoltServer(uri.IdnHost, uri.Port < 0 ? BoltAddress.DefaultPort : uri.Port)
            : null;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}");
}

/// <summary>What an address such as <c>neo4j+s://graph.example.org</c> says: where, how secured, and who chooses the server.</summary>
/// <param name="Server">The server to ask first.</param>
/// <param name="Security">How the connections are secured.</param>
/// <param name="IsRouted">Whether the server says who of its cluster reads and writes (<c>neo4j</c>), or is the only one asked.</param>
public sealed record BoltAddress(BoltServer Server, BoltSecurity Security, bool IsRouted)
{
    public const int DefaultPort = 7687;

    /// <summary>The schemes that are spoken.</summary>
    public static IReadOnlyList<string> Schemes { get; } = ["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"];

    /// <summary>Null where the scheme is another one or there is no host.</summary>
    public static BoltAddress? Parse(Uri uri)
    {
        if (!uri.IsAbsoluteUri || !Schemes.Contains(uri.Scheme) || uri.Host.Length == 0)
            return null;
        var parts = uri.Scheme.Split('+');
        var security = parts switch
        {
            [_, "s"] => BoltSecurity.Verified,
            [_, "ssc"] => BoltSecurity.Unverified,
            _ => BoltSecurity.None,
        };
        return new(new(uri.IdnHost, uri.Port < 0 ? DefaultPort : uri.Port), security, parts[0] == "neo4j");
    }
}

/// <summary>How a connection is secured.</summary>
public enum BoltSecurity
{
    /// <summary>Not at all: whoever is on the way reads everything.</summary>
    None,

    /// <summary>TLS with a certificate for the host, of an authority that is trusted.</summary>
    Verified,

    /// <summary>TLS with any certificate: who listens on the way reads nothing, who takes the server's place reads everything.</summary>
    Unverified,
}
