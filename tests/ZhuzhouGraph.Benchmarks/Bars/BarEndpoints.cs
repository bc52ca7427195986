using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Validation;
using GraphQLParser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Benchmarks.Bars;

/// <summary>What the server is held against, in the same host: each endpoint answers its query with the same bytes.</summary>
internal sealed class BarEndpoints(IGraphStore store, GraphSchema schema)
{
    /// <summary>One field.</summary>
    public const string One = "{ __typename }";

    /// <summary>A list of 100 with 5 children each, 1,800 leaves.</summary>
    public const string List =
        "{ relationships(first: 100) { nodes { id type status citations(first: 5) { nodes { address part quote } } } } }";

    public const string Plain = "/plain",
        ByHand = "/by-hand",
        Stock = "/stock",
        Unlimited = "/unlimited";

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly GraphQLSerializer _serializer = new(
        new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );
    private readonly ConcurrentDictionary<string, KnownDocument> _documents = new(StringComparer.Ordinal);
    private readonly DocumentExecuter _stock = new();
    private readonly DocumentExecuter _ours = PlannedExecution.Executer(new DocumentValidator());

    private sealed record Asked(string Query);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Plain, (Asked asked) => TypedResults.Json(
                new Dictionary<string, object>
                {
                    ["data"] = new Dictionary<string, string> { ["__typename"] = "Query" },
                    ["extensions"] = CostOf(asked.Query),
                }
            ));
        routes.MapPost(ByHand, ByHandAsync);
        routes.MapPost(Stock, StockAsync);
        routes.MapPost(Unlimited, UnlimitedAsync);
    }

    /// <summary>What the server says of the cost of these two queries.</summary>
    private static Dictionary<string, object?> CostOf(string query) =>
        new()
        {
            ["cost"] = new Dictionary<string, object?> { ["requested"] = query == List ? 600 : 0, ["allowed"] = new RequestLimits().Cost },
        };

    /// <summary>The list as one would write it by hand: the same two statements through the same port, read into JSON.</summary>
    private async Task ByHandAsync(HttpContext context, Asked asked)
    {
        var (facts, citations) = await store.ReadAsync(
            async snapshot =>
            {
                var facts = await snapshot.ListAsync(new RelationshipQuery(), new PageRequest(100), context.RequestAborted);
                return (
                    facts.Items,
                    await snapshot.ListOfAsync(
                        [.. facts.Items.Select(f => f.Id)],
                        new CitationQuery(),
                        new PageRequest(5),
                        context.RequestAborted
                    )
                );
            },
            context.RequestAborted
        );
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, Json);
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartObject("relationships");
        json.WriteStartArray("nodes");
        foreach (var fact in facts)
        {
            json.WriteStartObject();
            json.WriteString("id", fact.Id);
            json.WriteString("type", fact.Type.Name);
            json.WriteString("status", Upper(fact.Status));
            json.WriteStartObject("citations");
            json.WriteStartArray("nodes");
            foreach (var citation in citations[fact.Id].Items)
            {
                json.WriteStartObject();
                json.WriteString("address", citation.Address.ToString());
                json.WriteString("part", Upper(citation.Part));
                json.WriteString("quote", citation.Quote);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WritePropertyName("extensions");
        JsonSerializer.Serialize(json, CostOf(asked.Query));
        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private static string Upper(Enum value) => value.ToString().ToUpperInvariant();

    /// <summary>
    /// The library's executor and serializer as they are, with a cache that keeps a document for ever and does not look at it again.
    /// </summary>
    private async Task StockAsync(HttpContext context)
    {
        var asked = (await _serializer.ReadAsync<GraphQL.Transport.GraphQLRequest>(context.Request.Body, context.RequestAborted))!;
        var result = await RunAsync(_stock, asked.Query!, context.RequestAborted);
        context.Response.ContentType = "application/json; charset=utf-8";
        await _serializer.WriteAsync(context.Response.Body, result, context.RequestAborted);
    }

    /// <summary>Our reader, executor and writer, and nothing that limits or counts.</summary>
    private async Task UnlimitedAsync(HttpContext context)
    {
        var (question, _) = await GraphQLRequestReader.ReadAsync(context.Request, new RequestLimits(), context.RequestAborted);
        var result = await RunAsync(_ours, question!.Query, context.RequestAborted);
        context.Response.ContentType = "application/json; charset=utf-8";
        await ResponseWriter.WriteAsync(context.Response.BodyWriter, result, context.RequestAborted);
    }

    private Task<ExecutionResult> RunAsync(DocumentExecuter executer, string query, CancellationToken cancellationToken) =>
        store.ReadAsync(
            async snapshot =>
            {
                var known = _documents.GetOrAdd(query, text => new KnownDocument(Parser.Parse(text), text.Length));
                var result = await executer.ExecuteAsync(
                    new ExecutionOptions
                    {
                        Schema = schema,
                        Query = query,
                        Document = known.Document,
                        ValidationRules = [],
                        Root = new RequestScope(snapshot, new RequestLimits(), known),
                        UserContext = AskedNames.ContextOf(new RequestLimits()),
                        Listeners = { NameLookUp.Instance },
                        CancellationToken = cancellationToken,
                    }
                );
                result.Extensions = CostOf(query);
                return result;
            },
            cancellationToken
        );
}
