using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ZhuzhouGraph.Server.GraphApi.Http;

/// <summary>The media types of answers, and which of them a client wants.</summary>
internal static class MediaTypes
{
    /// <summary>The older one: 200 for every well-formed request.</summary>
    public const string Json = "application/json";

    /// <summary>The newer one, whose status says whether there is data.</summary>
    public const string GraphQL = "application/graphql-response+json";

    /// <summary>An answer that goes on, event by event.</summary>
    public const string Events = "text/event-stream";

    /// <summary>What REST says of a request that it cannot answer: RFC 9457.</summary>
    public const string Problem = "application/problem+json";

    /// <summary>
    /// The type to answer in, or null where the client takes neither. The higher q wins; then the type that is named over the one that a
    /// wildcard admits, then the newer one. Without a word, or for wildcards alone, it is <see cref="Json"/>.
    /// </summary>
    public static string? Choose(HttpRequest request)
    {
        if (StringValues.IsNullOrEmpty(request.Headers.Accept))
            return Json;
        // What most clients send needs no weighing.
        if (request.Headers.Accept is [Json or GraphQL] and [var only])
            return only;
        return ByLiking([GraphQL, Json], request.GetTypedHeaders().Accept)
            .ThenBy(choice => Precision(choice.Range!) < 2 && choice.Type == GraphQL)
            .Select(choice => choice.Type)
            .FirstOrDefault();
    }

    /// <summary>
    /// The first of the offered types that a client likes best: by the higher q, then by how precisely it is named. Without a word it is
    /// the first. Null where the client takes none of them.
    /// </summary>
    /// <param name="isMeant">Whether a range, by its parameters, can mean a type of ours.</param>
    public static (string Type, MediaTypeHeaderValue? Range)? Choose(
        HttpRequest request,
        IReadOnlyList<string> offered,
        Func<MediaTypeHeaderValue, bool> isMeant
    )
    {
        if (StringValues.IsNullOrEmpty(request.Headers.Accept))
            return (offered[0], null);
        return ByLiking(offered, [.. request.GetTypedHeaders().Accept.Where(isMeant)])
            .Select(choice => ((string, MediaTypeHeaderValue?)?)choice)
            .FirstOrDefault();
    }

    /// <summary>Whether a client names HTML and likes it at least as well as both types: a browser that opens an address.</summary>
    public static bool PrefersPage(HttpRequest request) => Prefers(request, "text/html");

    /// <summary>The same of a stream of events.</summary>
    public static bool PrefersEvents(HttpRequest request) => Prefers(request, Events);

    private static bool Prefers(HttpRequest request, string named)
    {
        // What most clients send needs no weighing.
        if (request.Headers.Accept is not [{ } accept, ..] || accept is Json or GraphQL)
            return false;
        var ranges = request.GetTypedHeaders().Accept;
        var page = ranges
            .Where(range => range.MediaType.Equals(named, StringComparison.OrdinalIgnoreCase))
            .Select(Quality)
            .DefaultIfEmpty(0)
            .Max();
        return page > 0
            && page
                >= new[] { GraphQL, Json }
                    .Select(type => RangeOf(type, ranges))
                    .OfType<MediaTypeHeaderValue>()
                    .Select(Quality)
                    .DefaultIfEmpty(0)
                    .Max();
    }

    public static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue
        || HeaderUtilities.RemoveQuotes(type.Charset).Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The types that a client takes: by the higher q, then by how precisely it is named.</summary>
    private static IOrderedEnumerable<(string Type, MediaTypeHeaderValue? Range)> ByLiking(
        IEnumerable<string> offered,
        IList<MediaTypeHeaderValue> ranges
    ) =>
        offered
            .Select(type => (Type: type, Range: RangeOf(type, ranges)))
            .Where(choice => choice.Range is { } range && Quality(range) > 0)
            .OrderByDescending(choice => Quality(choice.Range!))
            .ThenByDescending(choice => Precision(choice.Range!));

    /// <summary>The range that speaks of the type most precisely.</summary>
    private static MediaTypeHeaderValue? RangeOf(string type, IEnumerable<MediaTypeHeaderValue> ranges) =>
        ranges
            .Where(range =>
                IsUtf8(range)
                && (
                    range.MatchesAllTypes
                    || range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)
                    || (range.MatchesAllSubTypes && type.StartsWith($"{range.Type}/", StringComparison.OrdinalIgnoreCase))
                )
            )
            .OrderByDescending(Precision)
            .ThenByDescending(Quality)
            .FirstOrDefault();

    private static double Quality(MediaTypeHeaderValue range) => range.Quality ?? 1;

    private static int Precision(MediaTypeHeaderValue range) =>
        range.MatchesAllTypes ? 0
        : range.MatchesAllSubTypes ? 1
        : 2;
}
