using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;
using ZhuzhouGraph.Server.RestApi;

namespace ZhuzhouGraph.Server.Hosting;

/// <summary>
/// Which pages of other origins may read the answers. Bound from the section <c>Cors</c> of the configuration. Credentials are never asked
/// for: no answer depends on who asks.
/// </summary>
public sealed record CorsSettings
{
    private const string Any = "*",
        None = "none";

    /// <summary>
    /// Origins such as <c>https://example.org</c>, separated by semicolons; <c>*</c> admits every one, <c>none</c> no other than the
    /// server's own. <c>*</c>.
    /// </summary>
    public string Origins { get; init; } = Any;

    /// <summary>The headers that a page of another origin may read.</summary>
    private static readonly string[] Exposed =
    [
        "ETag",
        "Retry-After",
        "RateLimit",
        "RateLimit-Policy",
        "Link",
        "Content-Disposition",
        RestEndpoint.DataVersion,
    ];

    /// <summary>The same as one header has them.</summary>
    private static readonly string ExposedInOne = string.Join(',', Exposed);

    /// <summary>How long a browser may keep what a preflight answered.</summary>
    private static readonly TimeSpan PreflightAge = TimeSpan.FromHours(1);

    /// <summary>True where every origin gets the same answer.</summary>
    public bool AdmitsAny => Split(Origins) is [Any];

    /// <summary>What is wrong with a value of <see cref="Origins"/>, entry by entry.</summary>
    public static IEnumerable<string> ProblemsOf(string origins) =>
        Split(origins) is [Any] or [None]
            ? []
            : Split(origins)
                .Where(origin => !IsOrigin(origin))
                .Select(origin =>
                    $"has '{origin}'; allowed are * alone, none alone, or origins such as https://example.org:8443, without a path and "
                    + "separated by semicolons."
                );

    /// <summary>Whether a page of that origin may open a socket, for which browsers ask nobody.</summary>
    /// <param name="origin">Empty for whoever is no page.</param>
    /// <param name="own">The origin of the server as the page has it.</param>
    internal bool Admits(string origin, string own) =>
        AdmitsAny
        || origin.Length == 0
        || string.Equals(origin, own, StringComparison.OrdinalIgnoreCase)
        || Split(Origins).Contains(origin, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Tells who may read an answer, also where nobody of another origin asked: a cache between may keep it and give it to one who is.
    /// </summary>
    internal void Tell(IHeaderDictionary headers)
    {
        if (!AdmitsAny)
        {
            if (!headers.Vary.Any(value => value?.Contains(HeaderNames.Origin, StringComparison.OrdinalIgnoreCase) is true))
                headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.Origin);
        }
        else if (headers.AccessControlAllowOrigin.Count == 0)
        {
            headers.AccessControlAllowOrigin = Any;
            headers.AccessControlExposeHeaders = ExposedInOne;
        }
    }

    internal void Apply(CorsPolicyBuilder policy)
    {
        policy
            .WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Post)
            .AllowAnyHeader()
            .WithExposedHeaders(Exposed)
            .SetPreflightMaxAge(PreflightAge);
        if (AdmitsAny)
            policy.AllowAnyOrigin();
        else
            policy.WithOrigins([.. Split(Origins).Where(origin => origin != None)]);
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri is { PathAndQuery: "/", UserInfo: "", Fragment: "" }
        && !text.EndsWith('/');

    private static string[] Split(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
