using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.Hosting;

/// <summary>
/// Where readers find this server: the setting <c>PublicUrl</c>, such as <c>https://graph.example.org</c>. Citations that leave the server
/// take their address from it, and have none without it: a request's <c>Host</c> is the client's to choose.
/// </summary>
/// <param name="Value">The address without a slash at its end; null where it is not set.</param>
internal sealed record PublicUrl(string? Value)
{
    public const string Key = "PublicUrl";

    public static PublicUrl Of(IConfiguration configuration) => new(configuration[Key]?.TrimEnd('/'));

    /// <summary>What is wrong with a value of the setting.</summary>
    public static IEnumerable<string> ProblemsOf(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri is { UserInfo: "", Query: "", Fragment: "" }
            ? []
            : [$"is '{ArgumentReader.Shorten(value)}'; allowed is an address such as https://graph.example.org, with a path or without."];
}
