using System.Buffers.Text;
using System.Security.Cryptography;
using GraphQL;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace ZhuzhouGraph.Server.GraphApi.Http;

/// <summary>
/// Writes answers to GET with a strong <c>ETag</c>, and 304 without a body to a client that has the same answer. The question is answered
/// all the same: what is saved is the way to the client.
/// </summary>
internal sealed class AnswerTags(IResponseCompressionProvider compression)
{
    /// <summary>
    /// Bytes before compression, up to which an answer is held back for its tag. A longer one is sent as it is made. 1 MiB.
    /// </summary>
    public const int Bound = 1024 * 1024;

    public async Task WriteAsync(HttpContext context, ExecutionResult result, string media)
    {
        var response = context.Response;
        // A cache has to ask whether the answer still stands: an import may have changed it.
        response.Headers.CacheControl = "no-cache";
        var answer = new HeldAnswer(response, Bound);
        await ResponseWriter.WriteAsync(answer, result, context.RequestAborted);
        if (answer.Whole is { } bytes)
            await SendAsync(context, bytes, media);
    }

    /// <summary>Sends a whole answer with its tag, or 304 to a client that has it.</summary>
    /// <returns>The hash of the answer, by which <see cref="IsKnown"/> knows it again.</returns>
    public Task<string> SendAsync(HttpContext context, ReadOnlyMemory<byte> bytes, string media) =>
        SendAsync(context, bytes, media, isTagged: true);

    /// <param name="kind">A media type, or the name of a format of files: each representation has tags of its own.</param>
    /// <param name="isTagged">False for what is no answer to keep.</param>
    public async Task<string> SendAsync(HttpContext context, ReadOnlyMemory<byte> bytes, string kind, bool isTagged)
    {
        var hash = Base64Url.EncodeToString(SHA256.HashData(bytes.Span).AsSpan(..16));
        if (isTagged && IsKnown(context, hash, kind))
        {
            SendNotModified(context, hash, kind);
            return hash;
        }
        if (isTagged)
            Tag(context, hash, kind);
        context.Response.ContentLength = bytes.Length;
        await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
        return hash;
    }

    /// <summary>Whether the client has an answer. The response has its content type already, on which the encoding depends.</summary>
    public bool IsKnown(HttpContext context, string hash, string kind)
    {
        if (context.Request.Headers.IfNoneMatch.Count == 0)
            return false;
        var tag = TagOf(context, hash, kind);
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => Matches(known, tag));
    }

    /// <summary>Puts the tag of an answer into its headers.</summary>
    public void Tag(HttpContext context, string hash, string kind) => context.Response.Headers.ETag = TagOf(context, hash, kind).ToString();

    /// <summary>304, with the tag and without a body.</summary>
    public void SendNotModified(HttpContext context, string hash, string kind)
    {
        Tag(context, hash, kind);
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        context.Response.ContentType = null;
    }

    private static bool Matches(EntityTagHeaderValue known, EntityTagHeaderValue tag) =>
        known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false);

    /// <summary>A strong tag says that bytes are the same, so each media type and each encoding has its own.</summary>
    private EntityTagHeaderValue TagOf(HttpContext context, string hash, string kind) =>
        new($"\"{hash}.{(kind == MediaTypes.GraphQL ? "g" : kind == MediaTypes.Json ? "j" : kind.Split('/')[^1])}.{EncodingOf(context)}\"");

    /// <summary>The encoding that the compression will choose when the body is written.</summary>
    private string EncodingOf(HttpContext context) =>
        compression.CheckRequestAcceptsCompression(context) && compression.ShouldCompressResponse(context)
            ? compression.GetCompressionProvider(context)?.EncodingName ?? "identity"
            : "identity";
}
