using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.GraphApi.Http;

/// <summary>GraphQL over HTTP: POST with a JSON body, GET with parameters for queries; as one answer, or as a stream of events.</summary>
internal sealed class GraphEndpoint(GraphExecutor executor, EventStream stream, AnswerTags tags, Clients clients, RequestLimits limits)
{
    public const string Path = "/graphql";

    private const string Allowed = "GET, HEAD, POST, OPTIONS";

    public async Task HandleAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (HttpMethods.IsOptions(request.Method))
        {
            response.Headers.Allow = Allowed;
            response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }
        var isStream = !HttpMethods.IsHead(request.Method) && MediaTypes.PrefersEvents(request);
        var media = MediaTypes.Choose(request) ?? (isStream ? MediaTypes.GraphQL : null);
        var purse = clients.Of(context);
        var refusal = RefusalOf(request, media);
        if (refusal is null && purse?.Pays(ClientPurse.Least) is false)
            refusal = new HttpRefusal(StatusCodes.Status429TooManyRequests, purse.Refusal);
        GraphQLRequest? question = null;
        if (refusal is null)
            (question, refusal) = await GraphQLRequestReader.ReadAsync(request, limits, context.RequestAborted);

        GraphAnswer? answer = null;
        if (question is not null && isStream)
        {
            (answer, refusal) = await stream.AnswerAsync(context, question, purse);
            if (answer is null && refusal is null)
                return;
        }
        answer ??=
            question is null || refusal is not null
                ? GraphAnswer.Of(Outcome.Refused, refusal!.Error)
                : await executor.AnswerAsync(question, purse, context.RequestAborted);
        response.StatusCode = refusal?.Status ?? StatusOf(answer.Outcome, media!);
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = question is null ? Allowed : HttpMethods.Post;
        if (answer.Outcome is Outcome.Unavailable or Outcome.Busy or Outcome.Spent)
            response.Headers.RetryAfter = StoreFailure.RetryAfter;
        // What the answer looks like depends on these, should something between us and the client keep it.
        response.Headers.Vary = "Accept, Accept-Encoding";
        response.ContentType = $"{media ?? MediaTypes.Json}; charset=utf-8";
        if (question is { IsQueryOnly: true } && answer is { Outcome: Outcome.Answered, Result.Errors: null or { Count: 0 } })
        {
            await tags.WriteAsync(context, answer.Result, media!);
            return;
        }
        response.Headers.CacheControl = "no-store";
        await ResponseWriter.WriteAsync(response.BodyWriter, answer.Result, context.RequestAborted);
    }

    private static HttpRefusal? RefusalOf(HttpRequest request, string? media)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsPost(request.Method))
            return GraphQLRequestReader.Refuse(
                StatusCodes.Status405MethodNotAllowed,
                $"{request.Method} is not allowed here; allowed are {Allowed}."
            );
        return media is null
            ? GraphQLRequestReader.Refuse(
                StatusCodes.Status406NotAcceptable,
                $"The answer is {MediaTypes.GraphQL} or {MediaTypes.Json}, in UTF-8; 'Accept' admits neither."
            )
            : null;
    }

    /// <summary>
    /// The older media type has 200 for every well-formed request; the newer one says by its status whether there is data.
    /// </summary>
    private static int StatusOf(Outcome outcome, string media) =>
        (outcome, media) switch
        {
            // Not an answer to the request but to its coming now; whatever stands between us and the client knows this status.
            (Outcome.Busy, _) => StatusCodes.Status503ServiceUnavailable,
            (Outcome.Spent, _) => StatusCodes.Status429TooManyRequests,
            (Outcome.NotOverGet, _) => StatusCodes.Status405MethodNotAllowed,
            (Outcome.Answered, _) or (_, MediaTypes.Json) => StatusCodes.Status200OK,
            (Outcome.Refused, _) => StatusCodes.Status400BadRequest,
            (Outcome.Unavailable, _) => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
}
