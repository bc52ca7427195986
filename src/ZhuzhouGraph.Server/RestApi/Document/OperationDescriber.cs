using System.Globalization;
using System.Text.Json.Nodes;
using GraphQL.Types;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.RestApi.Files;

namespace ZhuzhouGraph.Server.RestApi.Document;

/// <summary>Describes an operation by its declaration: parameters, what is posted, and each status that it answers with.</summary>
internal sealed class OperationDescriber : IOperationFilter
{
    private const string IdParameter = "id";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var declared = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<RestOperation>().Single();
        var isPosted = string.Equals(context.ApiDescription.HttpMethod, HttpMethods.Post, StringComparison.OrdinalIgnoreCase);
        operation.OperationId = isPosted ? $"{declared.Id}ByPost" : declared.Id;
        operation.Summary = declared.Chinese;
        operation.Description = isPosted
            ? $"{declared.Description} The parameters are posted, for filters that are long."
            : declared.Description;
        operation.Tags = new HashSet<OpenApiTagReference> { new(declared.Path.Split('/')[1], context.Document) };
        operation.Parameters = [.. PathParameters(declared)];
        operation.RequestBody = null;
        if (isPosted)
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Description = "The parameters.",
                Content = Json(new OpenApiSchemaReference(SchemaDescriber.InputOf(declared), context.Document), ExamplesOf.Body(declared)),
            };
        else
            foreach (var parameter in declared.Parameters.SelectMany(QueryParameters))
                operation.Parameters.Add(parameter);
        operation.Responses = ResponsesOf(declared, isPosted, context.Document);

        IEnumerable<OpenApiParameter> QueryParameters(RestParameter parameter)
        {
            if (parameter.IsSpan)
                yield return new()
                {
                    Name = parameter.Name,
                    In = ParameterLocation.Query,
                    Description = $"{parameter.Description} {PeriodCodes.Form}",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                    Example = ExamplesOf.Parameter(declared, parameter.Name),
                };
            foreach (var one in parameter.InQuery)
                yield return Query(declared, one, context.Document);
        }
    }

    private static IEnumerable<IOpenApiParameter> PathParameters(RestOperation operation)
    {
        if (operation.IdDescription is { } description)
            yield return new OpenApiParameter
            {
                Name = IdParameter,
                In = ParameterLocation.Path,
                Required = true,
                Description = description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Example = ExamplesOf.Parameter(operation, IdParameter),
            };
    }

    private static OpenApiParameter Query(RestOperation operation, RestParameter parameter, OpenApiDocument document)
    {
        var schema = SchemaDescriber.ItemOf(parameter, document);
        if (parameter.IsList)
            schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = schema,
                MinItems = 1,
                MaxItems = ArgumentReader.MaxItems,
            };
        if (schema is OpenApiSchema own && parameter.Default is { } otherwise and not Enum)
            own.Default = JsonValue.Create(otherwise);
        if (schema is OpenApiSchema page && parameter.Item is IntGraphType && parameter.Name == RestList.First)
            (page.Minimum, page.Maximum) = ("1", PageRequest.Max.ToString(CultureInfo.InvariantCulture));
        if (schema is OpenApiSchema day && parameter.IsEndOfSpan)
            day.Format = null;
        return new()
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            // A member is required only where something else of its object is given.
            Required = parameter.IsRequired && operation.Parameters.Contains(parameter),
            Description = parameter.Description,
            Schema = schema,
            Example = ExamplesOf.Parameter(operation, parameter.Name),
        };
    }

    private static OpenApiResponses ResponsesOf(RestOperation operation, bool isPosted, OpenApiDocument document)
    {
        var problem = new OpenApiSchemaReference(SchemaDescriber.Problem, document);
        var responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse
            {
                Description = "The answer.",
                Headers = HeadersOf(operation, isPosted),
                Content = ContentOf(operation, document),
            },
        };
        if (!isPosted)
            responses["304"] = new OpenApiResponse { Description = "The client has this answer: 'If-None-Match' names its tag." };
        Add("400", "A parameter that is not there, or a value of a wrong form; all faults at once.");
        var names = operation.Parameters.Any(parameter => parameter.IsList && parameter.Item is StringGraphType or IdGraphType);
        if (operation.IdDescription is not null || names)
            Add("404", "Nothing has the id or the name; the nearest are told.");
        if (operation.Text is null)
            Add("406", "'Accept' admits nothing of what is offered; it is told.");
        if (isPosted || operation.File is { IsBounded: true })
            Add("413", "More figures than the format takes, with how many they are, or a body that is too large.");
        if (isPosted)
            Add("415", "The body is not sent as JSON.");
        // A yes or no that is well formed can be asked for.
        if (operation.Parameters.Any(parameter => parameter.Name != FileParameters.Format && parameter.Item.Name != "Boolean"))
            Add("422", "A value that is well formed and cannot be asked for, or a name that several have.");
        Add("429", "The client has asked for too much of late; 'Retry-After' says when to ask again, 'RateLimit' what is left.");
        if (operation.NeedsStore)
            Add("503", "The store cannot be read now; 'Retry-After' says when to ask again.");
        return responses;

        void Add(string status, string description) =>
            responses[status] = new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, OpenApiMediaType> { [MediaTypes.Problem] = new() { Schema = problem } },
            };
    }

    /// <summary>JSON, and the files that an address answers with.</summary>
    private static Dictionary<string, OpenApiMediaType> ContentOf(RestOperation operation, OpenApiDocument document)
    {
        var content = operation.Answer is { } answer
            ? Json(new OpenApiSchemaReference(answer.Name, document), ExamplesOf.Answer(operation))
            : [];
        if (operation.Text is { } text)
            content[text.Media] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        foreach (var format in operation.File?.Formats ?? [])
            content[format.MediaType] = new()
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = format.IsText ? null : "binary" },
            };
        return content;
    }

    private static Dictionary<string, IOpenApiHeader> HeadersOf(RestOperation operation, bool isPosted)
    {
        var headers = new Dictionary<string, IOpenApiHeader>();
        if (!isPosted)
            headers["ETag"] = Header("A strong tag; it stays while the answer does, whatever else is imported.");
        if (operation.NeedsStore)
            headers[RestEndpoint.DataVersion] = Header("The data version that the answer is of.");
        if (operation.File is not null)
            headers["Content-Disposition"] = Header("Of a file its name.");
        if (!isPosted && operation.Parameters.Any(parameter => parameter.Name == RestList.After))
            headers["Link"] = Header("rel=\"next\" leads to the next page, rel=\"first\" to the first.");
        return headers;

        static OpenApiHeader Header(string description) =>
            new()
            {
                Description = description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
    }

    private static Dictionary<string, OpenApiMediaType> Json(IOpenApiSchema schema, JsonNode? example) =>
        new()
        {
            [MediaTypes.Json] = new() { Schema = schema, Example = example },
        };
}
