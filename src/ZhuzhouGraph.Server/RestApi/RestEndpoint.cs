using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Extensions;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>Answers the operations over HTTP: reads the parameters, asks the store through its door, writes JSON or a problem.</summary>
internal sealed partial class RestEndpoint(
    IGraphStore store,
    StoreDoor door,
    AnswerTags tags,
    Clients clients,
    RequestLimits limits,
    ILogger<RestEndpoint> log
)
{
    /// <summary>
    /// Seconds for which an answer may be kept without asking whether it still stands, and for which it may still be given while that is
    /// asked.
    /// </summary>
    public const int MaxAge = 60,
        StaleWhileRevalidate = 600;

    /// <summary>The header with the data version that an answer is of.</summary>
    public const string DataVersion = "Data-Version";

    public static readonly string CacheControl =
        $"public, max-age={MaxAge.ToString(CultureInfo.InvariantCulture)}, "
        + $"stale-while-revalidate={StaleWhileRevalidate.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>What is written, or why there is nothing.</summary>
    private sealed record Written(ReadOnlyMemory<byte> Body, string? Next, DataVersion? Version, RestProblem? Problem);

    public async Task HandleAsync(HttpContext context, RestOperation operation)
    {
        var isPosted = HttpMethods.IsPost(context.Request.Method);
        SetVary(context.Response);
        var purse = clients.Of(context);
        try
        {
            if (purse?.Pays(ClientPurse.Least) is false)
            {
                await Spent(purse).WriteAsync(context, isPosted);
                return;
            }
            var (input, refusal) = isPosted
                ? await ReadBodyAsync(context, operation)
                : (RestInput.OfQuery(context.Request.Query, operation.Parameters), null);
            refusal ??= MediaTypes.Admits(context.Request, MediaTypes.Json) ? null : NotAcceptable();
            var written = refusal is null
                ? await AnswerAsync(operation, input!, IdOf(context), purse, context.RequestAborted)
                : new Written(default, null, null, refusal);
            if (written.Problem is { } problem)
                await problem.WriteAsync(context, isPosted);
            else
                await WriteAsync(context, written, isPosted);
        }
        catch (Exception e) when (e is not (OperationCanceledException or IOException or BadHttpRequestException))
        {
            var id = GraphErrors.NewDefectId();
            LogDefect(e, id);
            await new RestProblem(StatusCodes.Status500InternalServerError, GraphErrors.InternalError, GraphErrors.Defect(id)).WriteAsync(
                context
            );
        }
    }

    /// <summary>What the answer looks like depends on these, should something between us and the client keep it.</summary>
    public static void SetVary(HttpResponse response) => response.Headers.Vary = "Accept, Accept-Language, Accept-Encoding";

    private static RestProblem Spent(ClientPurse purse) =>
        new(StatusCodes.Status429TooManyRequests, RestProblem.Tokens, purse.Refusal.Message);

    private static RestProblem NotAcceptable() =>
        new(
            StatusCodes.Status406NotAcceptable,
            RestProblem.NotAcceptable,
            $"The answer is {MediaTypes.Json}, in UTF-8; 'Accept' does not admit it."
        );

    /// <summary>A slash inside of an id may be written as it is, or with a per cent sign.</summary>
    private static string? IdOf(HttpContext context) =>
        (context.GetRouteValue("id") as string)?.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private async Task<(RestInput? Input, RestProblem? Refusal)> ReadBodyAsync(HttpContext context, RestOperation operation)
    {
        if (context.Request.Query.Count > 0)
            return (null, Bad("The parameters stand in the body, where POST is used; the address has some, too."));
        if (!GraphQLRequestReader.IsJson(context.Request))
            return (
                null,
                new RestProblem(
                    StatusCodes.Status415UnsupportedMediaType,
                    RestProblem.UnsupportedMedia,
                    "The body has to be 'Content-Type: application/json', in UTF-8 and without a content encoding."
                )
            );
        var (body, length) = await GraphQLRequestReader.ReadBodyAsync(context.Request, limits.BodyBytes, context.RequestAborted);
        if (body is null)
            return (
                null,
                new RestProblem(
                    StatusCodes.Status413PayloadTooLarge,
                    RestProblem.BodyTooLarge,
                    $"The body is longer than {limits.BodyBytes} bytes, which the limit 'bodyBytes' allows."
                )
            );
        try
        {
            return JsonInput.Read(body.AsSpan(0, length), limits) is Dictionary<string, object?> members
                ? (RestInput.OfBody(members, operation.Parameters), null)
                : (null, Bad("The body is no JSON object; it has the parameters as members."));
        }
        catch (RefusedInputException e)
        {
            return (null, Bad(e.Error.Message));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, Bad($"The body is not JSON: {e.Message}"));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
    }

    private static RestProblem Bad(string detail) => new(StatusCodes.Status400BadRequest, GraphErrors.BadRequest, detail);

    private async Task<Written> AnswerAsync(
        RestOperation operation,
        RestInput input,
        string? id,
        ClientPurse? purse,
        CancellationToken cancellationToken
    )
    {
        if (!operation.NeedsStore)
            return await RunAsync(operation, null, input, id, purse, cancellationToken);
        if (!door.IsReady)
            return Away(GraphErrors.StoreUnavailable, Readiness.Starting);
        if (await door.IsEmptyAsync(store, limits.Deadline, cancellationToken))
            return Away(GraphErrors.StoreEmpty, Readiness.Empty);
        var (written, failure) = await door.AskAsync(
            token => store.ReadAsync(snapshot => RunAsync(operation, snapshot, input, id, purse, token), token),
            limits.Deadline,
            cancellationToken
        );
        // The question may ask for too much: the store is not away for that.
        if (failure is { Kind: StoreFailureKind.Late })
            return Away(RestProblem.Deadline, $"It took longer than {limits.Deadline}, which the limit 'deadline' allows. Ask for less.");
        door.Note(failure);
        return failure switch
        {
            null => written!,
            { Kind: StoreFailureKind.Busy } => Away(
                RestProblem.Waiting,
                $"More than {limits.RequestsWaiting} requests wait, which the limit 'requestsWaiting' allows. Try again."
            ),
            _ => Away(GraphErrors.StoreUnavailable, GraphErrors.Unreadable((GraphStoreException)failure.Cause!)),
        };
    }

    private static Written Away(string code, string detail) =>
        new(default, null, null, new RestProblem(StatusCodes.Status503ServiceUnavailable, code, detail));

    /// <summary>May be run again, where the graph moves under it.</summary>
    private async Task<Written> RunAsync(
        RestOperation operation,
        IGraphSnapshot? snapshot,
        RestInput input,
        string? id,
        ClientPurse? purse,
        CancellationToken cancellationToken
    )
    {
        if (purse?.Pays(PriceOf(input)) is false)
            return new(default, null, null, Spent(purse));
        var call = new RestCall(snapshot, input, id, limits, cancellationToken);
        var answer = await operation.Ask(call);
        if (call.Faults.Count > 0)
            return new(default, null, null, RestProblem.Of(call.Faults));
        var body = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(body, RestShape.Json))
            operation.Answer.Write(json, answer!.Item, answer.Nodes);
        var version = snapshot is null ? null : (await snapshot.HeadAsync(cancellationToken)).Version;
        return new(body.WrittenMemory, answer.Next, version, null);
    }

    /// <summary>A page, and the work of its filter, for the list and for the count.</summary>
    private static long PriceOf(RestInput input)
    {
        var page = Math.Clamp(input.Values.GetValueOrDefault(RestList.First) as int? ?? 0, 0, PageRequest.Max);
        var looks = input.Values.GetValueOrDefault(RestList.Count) is true ? 2 : 1;
        return page + (looks * FilterWork.Of(new ArgumentReader(input.Values, "", [], new NamedNodes())));
    }

    private async Task WriteAsync(HttpContext context, Written written, bool isPosted)
    {
        var response = context.Response;
        response.ContentType = $"{MediaTypes.Json}; charset=utf-8";
        response.Headers.CacheControl = isPosted ? "no-store" : CacheControl;
        if (written.Version is { } version)
        {
            response.Headers[DataVersion] = version.Number.ToString(CultureInfo.InvariantCulture);
            response.Headers.LastModified = version.RecordedAt.ToDateTimeOffset().ToString("R", CultureInfo.InvariantCulture);
        }
        if (!isPosted)
        {
            if (LinksOf(context.Request, written.Next) is { Length: > 0 } links)
                response.Headers.Link = links;
            await tags.SendAsync(context, written.Body, MediaTypes.Json);
            return;
        }
        response.ContentLength = written.Body.Length;
        await response.BodyWriter.WriteAsync(written.Body, context.RequestAborted);
    }

    /// <summary>Where the list goes on, and where it starts.</summary>
    private static string LinksOf(HttpRequest request, string? next)
    {
        List<string> links = [];
        if (next is not null)
            links.Add($"<{AddressOf(request, next)}>; rel=\"next\"");
        if (request.Query.ContainsKey(RestList.After))
            links.Add($"<{AddressOf(request, null)}>; rel=\"first\"");
        return string.Join(", ", links);
    }

    private static string AddressOf(HttpRequest request, string? after)
    {
        var query = new QueryBuilder(request.Query.Where(parameter => parameter.Key != RestList.After));
        if (after is not null)
            query.Add(RestList.After, after);
        return request.PathBase.ToUriComponent() + request.Path.ToUriComponent() + query.ToQueryString().ToUriComponent();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed; the client was told {Id}.")]
    private partial void LogDefect(Exception exception, string id);
}
