using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Extensions;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Server.RestApi.Files;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>
/// Answers the operations over HTTP: reads the parameters, asks the store through its door, writes JSON, a file or a problem.
/// </summary>
internal sealed partial class RestEndpoint(
    IGraphStore store,
    RestDoor door,
    FileEndpoint files,
    AnswerMemory memory,
    AnswerTags tags,
    Clients clients,
    RequestLimits limits,
    PublicUrl site,
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

    /// <param name="suffix">The format that the address ends with; null for nothing.</param>
    public async Task HandleAsync(HttpContext context, RestOperation operation, string? suffix = null)
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
            var choice = new FileChoice(null, false);
            if (refusal is null)
                (choice, refusal) = FileChoice.Of(context.Request, operation, input!, suffix);
            var question = AnswerMemory.QuestionOf(context.Request, operation.Media);
            if (
                refusal is null
                && choice!.Format is null
                && operation.NeedsStore
                && !isPosted
                && await door.StandingAsync(context.RequestAborted) is null
                && await memory.TrySendAsync(context, question, operation.Media, ContentTypeOf(operation))
            )
                return;
            var written =
                refusal is not null ? new Written(default, null, null, refusal)
                : choice!.Format is null ? await AnswerAsync(operation, input!, IdOf(context), purse, context.RequestAborted)
                : null;
            if (written is null && purse?.Pays(limits.Cost) is false)
                written = new(default, null, null, Spent(purse));
            var problem = written is null ? await files.SendAsync(context, operation, input!, choice!, IdOf(context)) : written.Problem;
            if (problem is not null)
                await problem.WriteAsync(context, isPosted);
            else if (written is not null)
                await WriteAsync(context, operation, written, isPosted, question);
        }
        catch (Exception e) when (e is not (OperationCanceledException or IOException or BadHttpRequestException))
        {
            var id = GraphErrors.NewDefectId();
            LogDefect(e, id);
            await new RestProblem(StatusCodes.Status500InternalServerError, GraphErrors.InternalError, GraphErrors.Defect(id))
            {
                Chinese = $"服务器内部错误，日志编号 {id}。",
            }.WriteAsync(context);
        }
    }

    /// <summary>What the answer looks like depends on these, should something between us and the client keep it.</summary>
    public static void SetVary(HttpResponse response) => response.Headers.Vary = "Accept, Accept-Language, Accept-Encoding";

    private static RestProblem Spent(ClientPurse purse) =>
        new(StatusCodes.Status429TooManyRequests, RestProblem.Tokens, purse.Refusal.Message) { Chinese = purse.ChineseRefusal };

    /// <summary>Of which data version an answer is, and when that was recorded.</summary>
    public static void SetVersion(HttpResponse response, DataVersion version)
    {
        response.Headers[DataVersion] = version.Number.ToString(CultureInfo.InvariantCulture);
        response.Headers.LastModified = version.RecordedAt.ToDateTimeOffset().ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>A slash inside of an id may be written as it is, or with a per cent sign.</summary>
    internal static string? IdOf(HttpContext context) =>
        (context.GetRouteValue("id") as string)?.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private async Task<(RestInput? Input, RestProblem? Refusal)> ReadBodyAsync(HttpContext context, RestOperation operation)
    {
        if (context.Request.Query.Count > 0)
            return (
                null,
                Bad(
                    "The parameters stand in the body, where POST is used; the address has some, too.",
                    "使用 POST 时参数写在正文中，地址里不得再有参数。"
                )
            );
        if (!GraphQLRequestReader.IsJson(context.Request))
            return (
                null,
                new RestProblem(
                    StatusCodes.Status415UnsupportedMediaType,
                    RestProblem.UnsupportedMedia,
                    "The body has to be 'Content-Type: application/json', in UTF-8 and without a content encoding."
                )
                {
                    Chinese = "请求正文须为 'Content-Type: application/json'，UTF-8 编码，不得压缩。",
                }
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
                {
                    Chinese = $"请求正文超过 {limits.BodyBytes} 字节（限制 'bodyBytes'）。",
                }
            );
        try
        {
            return JsonInput.Read(body.AsSpan(0, length), limits) is Dictionary<string, object?> members
                ? (RestInput.OfBody(members, operation.Parameters), null)
                : (null, Bad("The body is no JSON object; it has the parameters as members.", "请求正文须为 JSON 对象，参数为其成员。"));
        }
        catch (RefusedInputException e)
        {
            return (null, Bad(e.Error.Message, null));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, Bad($"The body is not JSON: {e.Message}", $"请求正文不是 JSON（{e.Message}）"));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
    }

    private static RestProblem Bad(string detail, string? chinese) =>
        new(StatusCodes.Status400BadRequest, GraphErrors.BadRequest, detail) { Chinese = chinese };

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
        if (await door.StandingAsync(cancellationToken) is { } standing)
            return new(default, null, null, standing);
        var (written, problem) = await door.AskAsync(
            token => store.ReadAsync(snapshot => RunAsync(operation, snapshot, input, id, purse, token), token),
            cancellationToken
        );
        return written ?? new(default, null, null, problem);
    }

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
        if (purse?.Pays(PriceOf(input) + operation.Work(input)) is false)
            return new(default, null, null, Spent(purse));
        var call = new RestCall(snapshot, input, id, limits, cancellationToken);
        var answer = await operation.Ask(call);
        if (operation.File is not null)
            _ = FileParameters.Read(call, null, new(), "", withLabels: false);
        if (call.Faults.Count > 0)
            return new(default, null, null, RestProblem.Of(call.Faults));
        answer = answer! with { Nodes = answer.Nodes with { Site = site.Value } };
        var version = snapshot is null ? null : (await snapshot.HeadAsync(cancellationToken)).Version;
        if (operation.Text is { } text)
            return new(text.Write(answer), null, version, null);
        var body = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(body, RestShape.Json))
            operation.Answer!.Write(json, answer.Item, answer.Nodes);
        return new(body.WrittenMemory, answer.Next, version, null);
    }

    /// <summary>A page, and the work of its filter, for the list and for the count.</summary>
    private static long PriceOf(RestInput input)
    {
        var page = Math.Clamp(input.Values.GetValueOrDefault(RestList.First) as int? ?? 0, 0, PageRequest.Max);
        var looks = input.Values.GetValueOrDefault(RestList.Count) is true ? 2 : 1;
        return page + (looks * FilterWork.Of(new ArgumentReader(input.Values, "", [], new NamedNodes())));
    }

    private async Task WriteAsync(HttpContext context, RestOperation operation, Written written, bool isPosted, string question)
    {
        var response = context.Response;
        response.ContentType = ContentTypeOf(operation);
        response.Headers.CacheControl = isPosted ? "no-store" : CacheControl;
        if (written.Version is { } version)
            SetVersion(response, version);
        if (!isPosted)
        {
            if (LinksOf(context.Request, written.Next) is var links && links.Length > 0)
                response.Headers.Link = links;
            memory.Remember(question, written.Version, await tags.SendAsync(context, written.Body, operation.Media), links);
            return;
        }
        response.ContentLength = written.Body.Length;
        await response.BodyWriter.WriteAsync(written.Body, context.RequestAborted);
    }

    private static string ContentTypeOf(RestOperation operation) => $"{operation.Media}; charset=utf-8";

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
