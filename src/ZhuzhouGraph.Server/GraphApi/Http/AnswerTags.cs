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
    public async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> bytes, string media)
    {
        var response = context.Response;
        var tag = TagOf(bytes.Span, media, EncodingOf(context));
        response.Headers.ETag = tag.ToString();
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => Matches(known, tag)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentType = null;
            return;
        }
        response.ContentLength = bytes.Length;
        await response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
    }

    private static bool Matches(EntityTagHeaderValue known, EntityTagHeaderValue tag) =>
        known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false);

    /// <summary>A strong tag says that bytes are the same, so each media type and each encoding has its own.</summary>
    private static EntityTagHeaderValue TagOf(ReadOnlySpan<byte> answer, string media, string encoding) =>
        new($"\"{Base64Url.EncodeToString(SHA256.HashData(answer).AsSpan(..16))}.{(media == MediaTypes.GraphQL ? "g" : "j")}.{encoding}\"");

    /// <summary>The encoding that the compression will choose when the body is written.</summary>
    private string EncodingOf(HttpContext context) =>
        compression.CheckRequestAcceptsCompression(context) && compression.ShouldCompressResponse(context)
            ? compression.GetCompressionProvider(context)?.EncodingName ?? "identity"
            : "identity";
}
