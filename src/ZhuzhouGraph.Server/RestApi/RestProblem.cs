using System.Collections.Frozen;
using System.Text.Json;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Http;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>How large an answer would be, and how it would fit.</summary>
/// <param name="EstimatedRows">Figures that it would have; null where that is not known.</param>
/// <param name="Cap">How many are allowed.</param>
/// <param name="Hint">What to do.</param>
/// <param name="ChineseHint">The same in Chinese.</param>
internal sealed record RestSize(long? EstimatedRows, int Cap, string Hint, string ChineseHint)
{
    public void Write(Utf8JsonWriter json, bool isChinese)
    {
        if (EstimatedRows is { } rows)
            json.WriteNumber("estimatedRows", rows);
        json.WriteNumber("cap", Cap);
        json.WriteString("hint", isChinese ? ChineseHint : Hint);
    }
}

/// <summary>A refusal, as RFC 9457 writes it (<c>application/problem+json</c>).</summary>
/// <param name="Status">The status of the answer.</param>
/// <param name="Code">What it is, in one word that never changes its meaning.</param>
/// <param name="Detail">What is wrong here, as a sentence.</param>
internal sealed record RestProblem(int Status, string Code, string Detail)
{
    public const string UnknownParameter = "UNKNOWN_PARAMETER",
        NotFound = "NOT_FOUND",
        NotAllowed = "METHOD_NOT_ALLOWED",
        NotAcceptable = "NOT_ACCEPTABLE",
        UnsupportedMedia = "UNSUPPORTED_MEDIA_TYPE",
        BodyTooLarge = "BODY_BYTES_EXCEEDED",
        Deadline = "DEADLINE_EXCEEDED",
        Waiting = "REQUESTS_WAITING_EXCEEDED",
        Tokens = "CLIENT_TOKENS_EXCEEDED",
        Names = "NAMES_EXCEEDED",
        Downloads = "DOWNLOADS_AT_ONCE_EXCEEDED",
        TooLarge = "TOO_LARGE_FOR_FORMAT",
        FormatRefused = "FORMAT_REFUSED";

    /// <summary>How many faults are told; of more it is told how many there are.</summary>
    public const int MostFaults = 20;

    /// <summary>Characters of <c>instance</c>, as many as an address with an id may have; a longer one is left out.</summary>
    private const int LongestInstance = 256;

    /// <summary>The name of the list of all codes, to which <c>type</c> leads.</summary>
    public const string Codelist = "problems";

    /// <summary>The title of each code.</summary>
    public static readonly FrozenDictionary<string, (string Chinese, string English)> Titles = new Dictionary<string, (string, string)>
    {
        [UnknownParameter] = ("没有这个参数", "There is no such parameter"),
        [GraphErrors.InvalidArgument] = ("参数值有误", "A parameter has a wrong value"),
        [GraphErrors.InvalidId] = ("标识格式有误", "This is no id"),
        [GraphErrors.UnknownName] = ("没有这个名称或标识", "Nothing has this name or id"),
        [GraphErrors.AmbiguousName] = ("名称不唯一", "Several things have this name"),
        [GraphErrors.CursorMismatch] = ("游标不属于此列表", "The cursor is of another list"),
        [GraphErrors.BadRequest] = ("请求正文无法读取", "The body cannot be read"),
        [NotFound] = ("此地址没有内容", "There is nothing at this address"),
        [NotAllowed] = ("不允许此方法", "This method is not allowed here"),
        [NotAcceptable] = ("没有所要求的格式", "There is no answer in this format"),
        [UnsupportedMedia] = ("请求正文须为 JSON", "The body has to be JSON"),
        [BodyTooLarge] = ("请求正文过大", "The body is too large"),
        [GraphErrors.StoreUnavailable] = ("数据库暂时无法读取", "The store cannot be read now"),
        [GraphErrors.StoreEmpty] = ("数据库尚无数据", "The store is empty"),
        [Deadline] = ("超过时限", "It took too long"),
        [Waiting] = ("等待的请求过多", "Too many requests wait"),
        [Names] = ("一次请求的名称过多", "The request names too much"),
        [Tokens] = ("近来请求过多", "You have asked for too much of late"),
        [Downloads] = ("同时下载过多", "Too many files are under way"),
        [TooLarge] = ("超出此格式的容量", "It is more than this format takes"),
        [FormatRefused] = ("此格式无法表示", "This format has no form for it"),
        [GraphErrors.InternalError] = ("服务器内部错误", "Something is wrong on our side"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary><see cref="Detail"/> in Chinese; null where it follows from the faults, or nobody has written it.</summary>
    public string? Chinese { get; init; }

    public IReadOnlyList<RestFault> Faults { get; init; } = [];

    /// <summary>Of what is too large, how large it is.</summary>
    public RestSize? Size { get; init; }

    public static RestProblem Of(IReadOnlyList<RestFault> faults)
    {
        var status = RestFault.StatusOf(faults);
        var leading = RestFault.Leading(faults);
        var more =
            faults.Count == 1 ? ""
            : faults.Count <= MostFaults ? $" ({faults.Count} problems in all: see 'errors'.)"
            : $" ({faults.Count} problems in all: 'errors' has the first {MostFaults}.)";
        return new(status, leading.Code, leading.Detail + more) { Faults = faults };
    }

    public async Task WriteAsync(HttpContext context, bool isPosted = false)
    {
        var response = context.Response;
        response.StatusCode = Status;
        response.ContentType = MediaTypes.Problem;
        response.Headers.CacheControl = "no-store";
        if (Status == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = StoreFailure.RetryAfter;
        var isChinese = Prefers(context.Request, "zh", "en");
        response.Headers.ContentLanguage =
            !isChinese ? "en"
            : RestWords.QuotesEnglish(this) ? "zh, en"
            : "zh";
        await using var json = new Utf8JsonWriter(response.BodyWriter, RestShape.Json);
        json.WriteStartObject();
        json.WriteString("type", $"{RestApi.Root}/codelists/{Codelist}#{Code}");
        json.WriteString("title", isChinese ? Titles[Code].Chinese : Titles[Code].English);
        json.WriteNumber("status", Status);
        json.WriteString("code", Code);
        json.WriteString("detail", isChinese ? RestWords.Of(this) : Detail);
        // Without the query, which may be long, and is the client's own.
        if (context.Request.Path.Value is { Length: <= LongestInstance } path)
            json.WriteString("instance", path);
        Size?.Write(json, isChinese);
        if (Faults.Count > 0)
        {
            json.WriteStartArray("errors");
            foreach (var fault in Faults.Take(MostFaults))
                Write(json, fault, isPosted, isChinese);
            json.WriteEndArray();
        }
        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted);
        await response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private static void Write(Utf8JsonWriter json, RestFault fault, bool isPosted, bool isChinese)
    {
        json.WriteStartObject();
        json.WriteString("parameter", fault.Parameter);
        if (isPosted)
            json.WriteString(
                "pointer",
                "#/" + fault.Parameter.Replace('.', '/').Replace('[', '/').Replace("]", "", StringComparison.Ordinal)
            );
        json.WriteString("code", fault.Code);
        json.WriteString("detail", isChinese ? RestWords.Of(fault) : fault.Detail);
        json.WritePropertyName("rejected");
        WriteGiven(json, fault.Rejected);
        if (fault.Allowed.Count > 0)
        {
            json.WriteStartArray("allowed");
            foreach (var word in fault.Allowed)
                json.WriteStringValue(word);
            json.WriteEndArray();
        }
        if (fault.Suggestion is { } suggestion)
            json.WriteString("suggestion", suggestion);
        if (fault.Candidates.Count > 0)
        {
            json.WriteStartArray("candidates");
            foreach (var candidate in fault.Candidates)
            {
                json.WriteStartObject();
                json.WriteString("id", candidate.Id);
                json.WriteString("type", candidate.Type);
                json.WriteString("name", candidate.Name);
                json.WriteString("primaryName", candidate.Primary);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    /// <summary>What was given, as far as it is a text, a number or a list of these; never more than an answer should repeat.</summary>
    private static void WriteGiven(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(ArgumentReader.Shorten(text));
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case IEnumerable<object?> items:
                json.WriteStartArray();
                foreach (var item in items.Take(ArgumentReader.MaxItems))
                    WriteGiven(json, item);
                json.WriteEndArray();
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    /// <summary>Whether a language is wanted more than another.</summary>
    public static bool Prefers(HttpRequest request, string one, string other)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage;
        return Quality(one) > Quality(other);

        double Quality(string language) =>
            wanted
                .Where(range =>
                    range.Value.Equals(language, StringComparison.OrdinalIgnoreCase)
                    || range.Value.StartsWith($"{language}-", StringComparison.OrdinalIgnoreCase)
                )
                .Select(range => range.Quality ?? 1)
                .DefaultIfEmpty(0)
                .Max();
    }
}
