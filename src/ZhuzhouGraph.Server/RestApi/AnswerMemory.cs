using Microsoft.Extensions.Caching.Memory;
using ZhuzhouGraph.Server.GraphApi.Http;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>
/// The tags of answers that were given, by question and data version: a client that has the answer of the present version is told so, and
/// the store is asked for its version alone. After an import each question is answered once anew, and has the tag that it had where the
/// import changed nothing of it. Bounded; what does not fit is answered in full.
/// </summary>
internal sealed class AnswerMemory(IGraphStore store, RestDoor door, AnswerTags tags) : IDisposable
{
    /// <summary>Characters of all questions that are kept: with the rest of each some 20 MB.</summary>
    private const int MostCharacters = 4_000_000;

    /// <summary>A longer question is not kept.</summary>
    private const int LongestQuestion = 2_000;

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    /// <param name="Links">The header <c>Link</c>; empty for none.</param>
    private sealed record Known(DataVersion Version, string Hash, string Links);

    /// <summary>What is asked, in one text: all that an answer of one data version depends on.</summary>
    /// <param name="kind">A media type, or the name of a format.</param>
    public static string QuestionOf(HttpRequest request, string kind, string more = "") =>
        $"{kind} {more} {request.PathBase}{request.Path}{request.QueryString}";

    public void Remember(string question, DataVersion? version, string hash, string links)
    {
        if (version is null || question.Length > LongestQuestion)
            return;
        _known.Set(question, new Known(version, hash, links), new MemoryCacheEntryOptions { Size = question.Length });
    }

    /// <summary>Sends 304 where the client has what would be answered.</summary>
    /// <param name="contentType">Of the answer; its encoding depends on it.</param>
    /// <param name="ofVersion">The hash of an answer that is known by its version alone; null where there is none.</param>
    public async Task<bool> TrySendAsync(
        HttpContext context,
        string question,
        string kind,
        string contentType,
        Func<DataVersion, string>? ofVersion = null
    )
    {
        if (context.Request.Headers.IfNoneMatch.Count == 0)
            return false;
        var known = _known.Get<Known>(question);
        if (known is null && ofVersion is null)
            return false;
        // Why the store does not answer is told by the question itself.
        var (head, _) = await door.AskAsync(store.HeadAsync, context.RequestAborted);
        if (head?.Version is not { } version)
            return false;
        var response = context.Response;
        response.ContentType = contentType;
        string?[] hashes = [known?.Version == version ? known.Hash : null, ofVersion?.Invoke(version)];
        if (Array.Find(hashes, hash => hash is not null && tags.IsKnown(context, hash, kind)) is not { } same)
        {
            response.ContentType = null;
            return false;
        }
        response.Headers.CacheControl = RestEndpoint.CacheControl;
        RestEndpoint.SetVersion(response, version);
        if (known?.Links is { Length: > 0 } links)
            response.Headers.Link = links;
        tags.SendNotModified(context, same, kind);
        return true;
    }

    public void Dispose() => _known.Dispose();
}
