using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using GraphQL;
using GraphQL.SystemTextJson;
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
    /// <summary>How deep the JSON of a body may nest.</summary>
    private const int JsonDepth = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = JsonDepth, AllowDuplicateProperties = false };
    private static readonly GraphQLSerializer Serializer = new();

    public static async Task<(GraphQLRequest? Question, HttpRefusal? Refusal)> ReadAsync(
        HttpRequest request,
        RequestLimits limits,
        CancellationToken cancellationToken
    )
    {
        if (!HttpMethods.IsPost(request.Method))
            return FromQuery(request.Query);
        if (!IsJson(request))
            return (
                null,
                Refuse(
                    StatusCodes.Status415UnsupportedMediaType,
                    "The body has to be 'Content-Type: application/json', in UTF-8 and without a content encoding."
                )
            );
        var body = await ReadBodyAsync(request, limits.BodyBytes, cancellationToken);
        return body is null
            ? (
                null,
                new HttpRefusal(StatusCodes.Status413PayloadTooLarge, DocumentCheck.Exceeded(nameof(limits.BodyBytes), limits.BodyBytes))
            )
            : FromBody(body.Value);
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaTypes.Json, StringComparison.OrdinalIgnoreCase)
        && MediaTypes.IsUtf8(type)
        && StringValues.IsNullOrEmpty(request.Headers.ContentEncoding);

    /// <summary>The body, or null where it is longer than allowed.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(HttpRequest request, int allowed, CancellationToken cancellationToken)
    {
        if (request.ContentLength > allowed)
            return null;
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > allowed)
                return null;
            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static (GraphQLRequest?, HttpRefusal?) FromBody(ReadOnlyMemory<byte> body)
    {
        try
        {
            if (!Utf8.IsValid(body.Span))
                return (null, Bad("The body is not UTF-8."));
            using var json = JsonDocument.Parse(body, Strict);
            return json.RootElement.ValueKind switch
            {
                JsonValueKind.Object => FromMembers(json.RootElement),
                JsonValueKind.Array => (null, Bad("The body is a list; requests are sent one by one.")),
                _ => (null, Bad("The body has to be a JSON object with the member 'query'.")),
            };
        }
        catch (JsonException e)
        {
            return (null, Bad($"The body is not JSON as it is allowed here (no member twice, at most {JsonDepth} levels): {e.Message}"));
        }
        catch (InvalidOperationException)
        {
            return (null, Bad("The body has a string with half of a surrogate pair."));
        }
    }

    private static (GraphQLRequest?, HttpRefusal?) FromMembers(JsonElement members)
    {
        string? query = null,
            operationName = null;
        Inputs? variables = null;
        foreach (var member in members.EnumerateObject())
        {
            switch (member.Name, member.Value.ValueKind)
            {
                case ("query", JsonValueKind.String):
                    query = member.Value.GetString();
                    break;
                case ("operationName", JsonValueKind.String):
                    operationName = member.Value.GetString();
                    break;
                case ("variables", JsonValueKind.Object):
                    variables = Serializer.ReadNode<Inputs>(member.Value);
                    break;
                case ("operationName" or "variables" or "extensions", JsonValueKind.Null) or ("extensions", JsonValueKind.Object):
                    break;
                case ("query" or "operationName" or "variables" or "extensions", var kind):
                    return (
                        null,
                        Bad(
                            $"The member '{member.Name}' is a JSON {kind}; 'query' and 'operationName' are strings, 'variables' and "
                                + $"'extensions' objects."
                        )
                    );
            }
        }
        return Ask(query, operationName, variables, false);
    }

    private static (GraphQLRequest?, HttpRefusal?) FromQuery(IQueryCollection parameters)
    {
        foreach (var (name, values) in parameters)
        {
            if (values.Count > 1)
                return (null, Bad($"The parameter '{name}' stands more than once."));
        }
        try
        {
            Inputs? variables = null;
            foreach (var name in new[] { "variables", "extensions" })
            {
                if (parameters[name].ToString() is not { Length: > 0 } text)
                    continue;
                using var json = JsonDocument.Parse(text, Strict);
                if (json.RootElement.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
                    return (null, Bad($"The parameter '{name}' has to be a JSON object."));
                if (name == "variables" && json.RootElement.ValueKind is JsonValueKind.Object)
                    variables = Serializer.ReadNode<Inputs>(json.RootElement);
            }
            return Ask(parameters["query"], parameters["operationName"], variables, true);
        }
        catch (JsonException e)
        {
            return (null, Bad($"The parameters 'variables' and 'extensions' are JSON objects without a member twice: {e.Message}"));
        }
        catch (InvalidOperationException)
        {
            return (null, Bad("The parameters have a string with half of a surrogate pair."));
        }
    }

    private static (GraphQLRequest?, HttpRefusal?) Ask(string? query, string? operationName, Inputs? variables, bool isQueryOnly) =>
        string.IsNullOrWhiteSpace(query)
            ? (null, Bad("There is no 'query'."))
            : (new GraphQLRequest(query, string.IsNullOrEmpty(operationName) ? null : operationName, variables, isQueryOnly), null);

    private static HttpRefusal Bad(string message) => Refuse(StatusCodes.Status400BadRequest, message);

    public static HttpRefusal Refuse(int status, string message) => new(status, GraphErrors.Of(GraphErrors.BadRequest, message));
}
