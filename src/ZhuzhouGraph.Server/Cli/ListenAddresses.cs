using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>Where <c>serve</c> listens: <c>--urls</c>, looked at before anything else is done.</summary>
internal static partial class ListenAddresses
{
    /// <summary>Where the server listens when nothing else is said.</summary>
    public const string Default = "http://localhost:5080";

    public static Option<string?> Option { get; } =
        new("--urls") { Description = $"Addresses to listen on, separated by semicolons; {Default} by default.", HelpName = "URLS" };

    /// <summary>The addresses. What is wrong with them is noted in <see cref="Settings.Problems"/>.</summary>
    public static IReadOnlyList<string> Read(Settings settings)
    {
        if (settings.Find("Urls", Option) is not { } setting)
            return [Default];
        var urls = setting.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var url in urls.DefaultIfEmpty(""))
        {
            if (ProblemOf(url) is { } problem)
                settings.Refuse($"{setting}, is '{url}'; {problem}.");
        }
        return urls;
    }

    /// <summary>Why the addresses cannot be listened on and what to do, or null where the exception is about something else.</summary>
    public static string? Explain(Exception e, IReadOnlyList<string> urls)
    {
        var url = Named().Match(e.Message) is { Success: true } match ? match.Value : string.Join(" and ", urls);
        var reason = (e.InnerException, e.GetBaseException()) switch
        {
            (AddressInUseException, _) => "another program listens there. Stop that one",
            (_, SocketException { SocketErrorCode: SocketError.AccessDenied }) => "the system does not allow it. Take a port from 1024 on",
            (_, SocketException { SocketErrorCode: SocketError.AddressNotAvailable }) =>
                "this machine does not have that address. Take its own",
            (_, SocketException socket) => $"{socket.Message}. Mend that",
            _ => null,
        };
        return reason is null ? null : $"{url} cannot be listened on: {reason}, or name another address with {Option.Name}.";
    }

    private static string? ProblemOf(string url)
    {
        if (url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
            return "https is not offered, a proxy before the server can; http is allowed";
        if (Form().Match(url) is not { Success: true } match)
            return $"allowed is http://host:port, such as {Default}, and several of them separated by semicolons";
        var port = match.Groups["port"];
        if (!port.Success)
            return null;
        if (!ushort.TryParse(port.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return $"a port is 0 to {ushort.MaxValue}";
        return number == 0 && match.Groups["host"].Value.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            ? "port 0, any free one, is allowed on a numeric address only, such as http://127.0.0.1:0"
            : null;
    }

    [GeneratedRegex(@"^http://(?:unix:/.+|(?<host>\[[0-9a-f:.%]+\]|[^\s/:?#\[\]@]+)(?::(?<port>[0-9]+))?/?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    // Kestrel names the address in the message, and nowhere else.
    [GeneratedRegex(@"http://\S+(?=:\s)", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
