using System.Text.Json.Nodes;
using GraphQL.Types;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.RestApi.Document;

/// <summary>Describes the forms of answers, the words of closed lists, and what is posted.</summary>
internal sealed class SchemaDescriber(RestApi api) : IDocumentFilter
{
    public const string Problem = "Problem";

    private static readonly (string Name, string Description)[] Tags =
    [
        ("indicators", "指标: What figures measure."),
        ("entities", "实体: Things that the papers name, with what is printed of each."),
        ("observations", "数据: Printed figures."),
        ("graph", "全图: Everything as one graph."),
        ("articles", "文章: Reports of newspapers."),
        ("search", "搜索: Names, titles and held sentences."),
        ("resolve", "名称解析: Who is meant by a name."),
        ("changes", "变更: What was added, changed and removed."),
        ("codelists", "代码表: The closed lists of words."),
        ("config", "配置: What the server allows."),
    ];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var schemas = new SortedDictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (var shape in api.Shapes.All)
        {
            schemas[shape.Name] = Of(shape, swaggerDoc);
            foreach (var words in shape.Fields.Select(field => field.Type.Scalar).OfType<EnumerationGraphType>())
                schemas[words.Name] = Of(words);
        }
        foreach (var words in api.Operations.SelectMany(operation => operation.Parameters).SelectMany(WordsOf))
            schemas[words.Name] = Of(words);
        foreach (var operation in api.Operations.Where(operation => operation.IsPosted))
            schemas[InputOf(operation)] = Of(operation, swaggerDoc);
        schemas[Problem] = ProblemSchema();
        swaggerDoc.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
        // Relative to where the document stands, and nobody has to say who they are.
        swaggerDoc.Servers = [new OpenApiServer { Url = "/" }];
        swaggerDoc.Security = [new OpenApiSecurityRequirement()];
        (swaggerDoc.Components ??= new OpenApiComponents()).Schemas = schemas;
    }

    /// <summary>The name of what is posted for an operation.</summary>
    public static string InputOf(RestOperation operation) => $"{char.ToUpperInvariant(operation.Id[0])}{operation.Id[1..]}Input";

    /// <summary>The form of one value of a parameter.</summary>
    public static IOpenApiSchema ItemOf(RestParameter parameter, OpenApiDocument document) =>
        parameter.Item is ScalarGraphType scalar ? Of(scalar, document) : new OpenApiSchema { Type = JsonSchemaType.Object };

    private static OpenApiSchema Of(RestShape shape, OpenApiDocument document) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = shape.Description,
            Properties = shape.Fields.ToDictionary(field => field.Name, field => Of(field, document)),
            Required = shape.Fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal),
        };

    private static IOpenApiSchema Of(RestField field, OpenApiDocument document)
    {
        var one = field.Type switch
        {
            { Shape: { } shape } => new OpenApiSchemaReference(shape.Name, document),
            { Scalar: { } scalar } => Of(scalar, document),
            _ => new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalPropertiesAllowed = true },
        };
        if (field.Type.IsList)
            return new OpenApiSchema
            {
                Type = field.Type.IsRequired ? JsonSchemaType.Array : JsonSchemaType.Array | JsonSchemaType.Null,
                Items = one,
                Description = field.Description,
            };
        if (one is OpenApiSchema own)
            own.Type |= field.Type.IsRequired ? 0 : JsonSchemaType.Null;
        else if (!field.Type.IsRequired)
            // As oneOf, which generators of typed clients take for what may be null.
            one = new OpenApiSchema { OneOf = [one, new OpenApiSchema { Type = JsonSchemaType.Null }] };
        one.Description = field.Description;
        return one;
    }

    private static IOpenApiSchema Of(ScalarGraphType scalar, OpenApiDocument document) =>
        scalar switch
        {
            EnumerationGraphType words => new OpenApiSchemaReference(words.Name, document),
            IntGraphType => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            BooleanGraphType => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            DecimalScalar => new OpenApiSchema { Type = JsonSchemaType.Number },
            DateScalar => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
            DateTimeScalar => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
            _ => new OpenApiSchema { Type = JsonSchemaType.String },
        };

    private static OpenApiSchema Of(EnumerationGraphType words) =>
        new()
        {
            Type = JsonSchemaType.String,
            Description = $"{words.Description}\n\n{string.Join('\n', words.Values.Select(v => $"- `{v.Name}` {v.Description}"))}",
            Enum = [.. words.Values.Select(value => (JsonNode)value.Name)],
        };

    private static OpenApiSchema Of(RestOperation operation, OpenApiDocument document) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = "The parameters of the address, in JSON.",
            AdditionalPropertiesAllowed = false,
            Required = operation.Parameters.Where(parameter => parameter.IsRequired).Select(parameter => parameter.Name).ToHashSet(),
            Properties = operation.Parameters.ToDictionary(parameter => parameter.Name, parameter => Posted(parameter, document)),
        };

    private static IOpenApiSchema Posted(RestParameter parameter, OpenApiDocument document)
    {
        var one =
            parameter.Members.Count == 0
                ? ItemOf(parameter, document)
                : new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    AdditionalPropertiesAllowed = false,
                    Required = parameter.Members.Where(member => member.IsRequired).Select(member => member.Path[^1]).ToHashSet(),
                    Properties = parameter.Members.ToDictionary(member => member.Path[^1], member => Posted(member, document)),
                };
        if (parameter.IsList)
            return new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = one,
                MinItems = 1,
                MaxItems = ArgumentReader.MaxItems,
                Description = parameter.Description,
            };
        // A client with binary floats alone writes digits as a text, and a span of days has a code, too.
        if (one is OpenApiSchema own && parameter.Item is DecimalScalar)
            own.Type |= JsonSchemaType.String;
        if (one is OpenApiSchema day && parameter.IsEndOfSpan)
            day.Format = null;
        if (parameter.IsSpan)
            one = new OpenApiSchema { AnyOf = [one, new OpenApiSchema { Type = JsonSchemaType.String }] };
        one.Description = parameter.Description;
        return one;
    }

    private static IEnumerable<EnumerationGraphType> WordsOf(RestParameter parameter) =>
        parameter.Item is EnumerationGraphType words ? [words] : parameter.Members.SelectMany(WordsOf);

    private static OpenApiSchema ProblemSchema()
    {
        var text = JsonSchemaType.String;
        return new()
        {
            Type = JsonSchemaType.Object,
            Description = "错误: Why there is no answer, as RFC 9457 writes it; all faults of the parameters at once.",
            Required = new HashSet<string> { "type", "title", "status", "code", "detail" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Member(text, "错误类型: Leads to the list of all codes."),
                ["title"] = Member(text, "标题: What it is, in Chinese or English by Accept-Language."),
                ["status"] = Member(JsonSchemaType.Integer, "状态码: The status of the answer."),
                ["code"] = new OpenApiSchema
                {
                    Type = text,
                    Description = "代码: What it is, in one word that never changes its meaning.",
                    Enum = [.. RestProblem.Titles.Keys.Order(StringComparer.Ordinal).Select(code => (JsonNode)code)],
                },
                ["detail"] = Member(text, "详情: What is wrong here, and what is allowed."),
                ["instance"] = Member(text, "请求地址: The address that was asked, without its query; left out where it is long."),
                ["estimatedRows"] = Member(JsonSchemaType.Integer, "估计行数: Of 413: how many figures it would have."),
                ["cap"] = Member(JsonSchemaType.Integer, "上限: Of 413: how many the format takes."),
                ["hint"] = Member(text, "提示: Of 413: how to ask for less."),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Description = "各项错误: Each fault of a parameter.",
                    Items = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Required = new HashSet<string> { "parameter", "code", "detail", "rejected" },
                        Properties = new Dictionary<string, IOpenApiSchema>
                        {
                            ["parameter"] = Member(text, "参数: The parameter; 'id' is that of the address."),
                            ["pointer"] = Member(text, "JSON 指针: Where it stands in what was posted."),
                            ["code"] = Member(text, "代码: What is wrong."),
                            ["detail"] = Member(text, "详情: What was found, and what is allowed."),
                            ["rejected"] = new OpenApiSchema { Description = "被拒值: What was given." },
                            ["allowed"] = new OpenApiSchema
                            {
                                Type = JsonSchemaType.Array,
                                Items = new OpenApiSchema { Type = text },
                                Description = "允许值: All that is allowed, where that is a list.",
                            },
                            ["suggestion"] = Member(text, "建议: What was probably meant."),
                            ["candidates"] = new OpenApiSchema
                            {
                                Type = JsonSchemaType.Array,
                                Description = "候选: Who was meant, perhaps.",
                                Items = new OpenApiSchema
                                {
                                    Type = JsonSchemaType.Object,
                                    Properties = new Dictionary<string, IOpenApiSchema>
                                    {
                                        ["id"] = Member(text, "标识: Its id."),
                                        ["type"] = Member(text, "类型: Its type."),
                                        ["name"] = Member(text, "名称: Which of its names was met."),
                                        ["primaryName"] = Member(text, "主要名称: Its primary Chinese name."),
                                    },
                                },
                            },
                        },
                    },
                },
            },
        };

        static OpenApiSchema Member(JsonSchemaType type, string description) => new() { Type = type, Description = description };
    }
}
