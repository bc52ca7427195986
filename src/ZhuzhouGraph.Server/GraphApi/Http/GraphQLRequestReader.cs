using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using GraphQL;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Limits;

namespace ZhuzhouGraph.Server.GraphApi.Http;

/// <summary>A request that GraphQL over HTTP does not allow.</summary>
internal sealed record HttpRefusal(int Status, ExecutionError Error);

/// <summary>
/// Reads the question out of a request, or says why there is none. Nothing is guessed: a member of the wrong kind is refused.
/// </summary>
internal static class GraphQLRequestReader
{
    public static async Task<(GraphQLRequest? Question, HttpRefusal? Refusal)> ReadAsync(
        HttpRequest request,
        RequestLimits limits,
        CancellationToken cancellationToken
    )
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            var (asked, problem) = FromQuery(request.Query, limits);
            return (asked is null ? null : asked with { Bytes = request.QueryString.Value!.Length }, problem);
        }
        if (!IsJson(request))
            return (
                null,
                Refuse(
                    StatusCodes.Status415UnsupportedMediaType,
                    "The body has to be 'Content-Type: application/json', in UTF-8 and without a content encoding."
                )
            );
        try
        {
            var (body, length) = await ReadBodyAsync(request, limits.BodyBytes, cancellationToken);
            if (body is null)
                return (
                    null,
                    new HttpRefusal(
                        StatusCodes.Status413PayloadTooLarge,
                        DocumentCheck.Exceeded(nameof(limits.BodyBytes), limits.BodyBytes)
                    )
                );
            try
            {
                var (question, refusal) = FromBody(body.AsSpan(0, length), limits);
                return (question is null ? null : question with { Bytes = length }, refusal);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(body);
            }
        }
        // Of a chunk that is longer than any can be the framework says only that a number went over.
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            return (null, Bad("The body breaks HTTP: the size of a chunk cannot be read, or the connection broke."));
        }
    }

    public static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaTypes.Json, StringComparison.OrdinalIgnoreCase)
        && MediaTypes.IsUtf8(type)
        && StringValues.IsNullOrEmpty(request.Headers.ContentEncoding);

    /// <summary>The body in an array of the pool, to be given back; null where it is longer than allowed.</summary>
    public static async Task<(byte[]? Body, int Length)> ReadBodyAsync(
        HttpRequest request,
        int allowed,
        CancellationToken cancellationToken
    )
    {
        if (request.ContentLength > allowed)
            return default;
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > allowed)
            {
                // Else the server cannot read on to the next request, and logs that as a fault.
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return default;
            }
            if (read.IsCompleted)
            {
                var length = (int)read.Buffer.Length;
                var body = ArrayPool<byte>.Shared.Rent(length);
                read.Buffer.CopyTo(body);
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return (body, length);
            }
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static (GraphQLRequest?, HttpRefusal?) FromBody(ReadOnlySpan<byte> body, RequestLimits limits)
    {
        if (!Utf8.IsValid(body))
            return (null, Bad("The body is not UTF-8."));
        try
        {
            return JsonInput.Read(body, limits) switch
            {
                Dictionary<string, object?> members => FromMembers(members),
                List<object?> => (null, Bad("The body is a list; requests are sent one by one.")),
                _ => (null, Bad("The body has to be a JSON object with the member 'query'.")),
            };
        }
        catch (Exception e) when (RefusalOf(e, "The body") is { } refusal)
        {
            return (null, refusal);
        }
    }

    /// <summary>The question that such an object asks.</summary>
    public static (GraphQLRequest? Question, HttpRefusal? Refusal) FromMembers(Dictionary<string, object?> members)
    {
        foreach (var (name, value) in members)
        {
            var isRight = name switch
            {
                "query" => value is string,
                "operationName" => value is string or null,
                "variables" or "extensions" => value is Dictionary<string, object?> or null,
                _ => true,
            };
            if (!isRight)
                return (
                    null,
                    Bad(
                        $"The member '{name}' is a JSON {KindOf(value)}; 'query' and 'operationName' are strings, 'variables' and "
                            + $"'extensions' objects."
                    )
                );
        }
        return Ask(
            members.GetValueOrDefault("query") as string,
            members.GetValueOrDefault("operationName") as string,
            members.GetValueOrDefault("variables") as Dictionary<string, object?>,
            false
        );
    }

    private static (GraphQLRequest?, HttpRefusal?) FromQuery(IQueryCollection parameters, RequestLimits limits)
    {
        foreach (var (name, values) in parameters)
        {
            if (values.Count > 1)
                return (null, Bad($"The parameter '{ArgumentReader.Shorten(name)}' stands more than once."));
        }
        Dictionary<string, object?>? variables = null;
        foreach (var name in new[] { "variables", "extensions" })
        {
            if (parameters[name].ToString() is not { Length: > 0 } text)
                continue;
            try
            {
                var value = JsonInput.Read(Encoding.UTF8.GetBytes(text), limits);
                if (value is not (Dictionary<string, object?> or null))
                    return (null, Bad($"The parameter '{name}' has to be a JSON object."));
                if (name == "variables")
                    variables = (Dictionary<string, object?>?)value;
            }
            catch (Exception e) when (RefusalOf(e, $"The parameter '{name}'") is { } refusal)
            {
                return (null, refusal);
            }
        }
        return Ask(parameters["query"], parameters["operationName"], variables, true);
    }

    /// <summary>What is told of JSON that could not be read; null for what is a defect of ours.</summary>
    public static HttpRefusal? RefusalOf(Exception exception, string what) =>
        exception switch
        {
            RefusedInputException e => new HttpRefusal(StatusCodes.Status400BadRequest, e.Error),
            JsonException e => Bad(
                $"{what} is not JSON as it is allowed here (no member twice, at most {JsonInput.Depth} levels): {e.Message}"
            ),
            InvalidOperationException => Bad($"{what} has a string with half of a surrogate pair."),
            _ => null,
        };

    private static string KindOf(object? value) =>
        value switch
        {
            null => "null",
            string => "string",
            bool => "boolean",
            List<object?> => "array",
            Dictionary<string, object?> => "object",
            _ => "number",
        };

    private static (GraphQLRequest?, HttpRefusal?) Ask(
        string? query,
        string? operationName,
        Dictionary<string, object?>? variables,
        bool isQueryOnly
    ) =>
        string.IsNullOrWhiteSpace(query)
            ? (null, Bad("There is no 'query'."))
            : (
                new GraphQLRequest(
                    query,
                    string.IsNullOrEmpty(operationName) ? null : operationName,
                    variables is null ? null : new Inputs(variables),
                    isQueryOnly
                ),
                null
            );

    private static HttpRefusal Bad(string message) => Refuse(StatusCodes.Status400BadRequest, message);

    public static HttpRefusal Refuse(int status, string message) => new(status, GraphErrors.Of(GraphErrors.BadRequest, message));
}
