using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Server.Mcp.Tools;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>What an assistant may read without a tool: the guide, and entities, figures and articles by id, as the tools answer
/// them.</summary>
internal sealed class McpResources(McpCalls calls, ClientPurse? purse)
{
    public const string Scheme = "zhuzhou://",
        Guide = Scheme + "guide",
        GuideEnglish = Guide + "/en",
        Entity = Scheme + "entity/",
        Figure = Scheme + "figure/",
        Article = Scheme + "article/";

    private const string Json = "application/json",
        Markdown = "text/markdown";

    /// <summary>Articles on a page of the list.</summary>
    private const int PageSize = 50;

    private const string Articles = """
        query ($first: Int!, $after: String) {
          articles(first: $first, after: $after, order: DATE_DESCENDING) {
            pageInfo { hasNextPage endCursor } nodes { id title titleEnglish newspaper date }
          }
        }
        """;

    private static readonly string OneFigure =
        "query ($id: ID!) { node(id: $id) { id ... on Observation { ...Figure } } }" + Figures.Fragment + Evidence.OfCitation;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The documents that are asked, each valid against the schema by a test.</summary>
    public static IReadOnlyList<string> Documents { get; } = [Articles, OneFigure];

    public static ListResourceTemplatesResult Templates() =>
        new()
        {
            ResourceTemplates =
            [
                Template(Entity, "entity", "A person, firm, place, event, indicator …, as get_entity has it."),
                Template(Figure, "figure", "A printed figure, as list_figures has it."),
                Template(Article, "article", "An article sentence by sentence, as read_article has it."),
            ],
        };

    public async Task<ListResourcesResult> ListAsync(string? cursor, CancellationToken cancellationToken)
    {
        List<Resource> resources = cursor is null
            ?
            [
                new()
                {
                    Uri = Guide,
                    Name = "guide-zh",
                    Title = "指南：量度、约数、引用",
                    MimeType = Markdown,
                },
                new()
                {
                    Uri = GuideEnglish,
                    Name = "guide-en",
                    Title = "Guide: measures, hedges, how to cite",
                    MimeType = Markdown,
                },
            ]
            : [];
        var data = await AskAsync(Articles, new() { ["first"] = PageSize, ["after"] = cursor }, cancellationToken);
        var page = data["articles"]!;
        resources.AddRange(
            page["nodes"]!
                .AsArray()
                .Select(article => new Resource
                {
                    Uri = Scheme + "article/" + article!["id"]!.GetValue<string>(),
                    Name = article["id"]!.GetValue<string>(),
                    Title = article["title"].Text(),
                    Description = $"{article["newspaper"]} {article["date"]}: {article["titleEnglish"]}",
                    MimeType = Json,
                })
        );
        return new ListResourcesResult
        {
            Resources = resources,
            NextCursor = page["pageInfo"]!["hasNextPage"]!.GetValue<bool>() ? page["pageInfo"]!["endCursor"].Text() : null,
        };
    }

    public async Task<ReadResourceResult> ReadAsync(string uri, CancellationToken cancellationToken) =>
        uri switch
        {
            Guide => Text(uri, Markdown, McpGuide.Chinese),
            GuideEnglish => Text(uri, Markdown, McpGuide.English),
            _ when Id(uri, Entity) is { } id => await ToolAsync(uri, new EntityTool(), "entity", id, cancellationToken),
            _ when Id(uri, Article) is { } id => await ToolAsync(uri, new ArticleTool(), "article", id, cancellationToken),
            _ when Id(uri, Figure) is { } id => await FigureAsync(uri, id, cancellationToken),
            _ => throw NotFound(
                uri,
                $"There are {Guide}, {GuideEnglish}, {Entity}ID, {Figure}ID and {Article}ID, with ids as tools give them."
            ),
        };

    private async Task<ReadResourceResult> ToolAsync(
        string uri,
        McpTool tool,
        string argument,
        string id,
        CancellationToken cancellationToken
    )
    {
        var answer = await calls.CallAsync(
            tool,
            new Dictionary<string, JsonElement> { [argument] = JsonSerializer.SerializeToElement(id) },
            purse,
            cancellationToken
        );
        return answer.IsError is true
            ? throw NotFound(uri, ((TextContentBlock)answer.Content[0]).Text)
            : Text(uri, Json, JsonSerializer.Serialize(answer.StructuredContent, Plain));
    }

    private async Task<ReadResourceResult> FigureAsync(string uri, string id, CancellationToken cancellationToken)
    {
        var data = await AskAsync(OneFigure, new() { ["id"] = id }, cancellationToken);
        return data["node"] is { } figure && figure["figure"] is not null
            ? Text(uri, Json, Figures.Row(figure).ToJsonString(Plain))
            : throw NotFound(uri, "No figure has this id.");
    }

    /// <summary>What keeps a resource away is told as an error of the protocol, which has no place for a code of ours but its
    /// message.</summary>
    private async Task<JsonNode> AskAsync(string document, Dictionary<string, object?> variables, CancellationToken cancellationToken)
    {
        try
        {
            return await calls.AskAsync(document, variables, purse, cancellationToken);
        }
        catch (McpRefusal refusal)
        {
            throw new McpProtocolException(
                refusal.Told,
                refusal.Code is McpErrors.StoreUnavailable or McpErrors.InternalError
                    ? McpErrorCode.InternalError
                    : McpErrorCode.InvalidParams
            );
        }
    }

    /// <summary>The id of an address, encoded or not; null where it is of another kind, or none.</summary>
    private static string? Id(string uri, string prefix)
    {
        if (!uri.StartsWith(prefix, StringComparison.Ordinal) || uri.Length > prefix.Length + (3 * NodeId.MaxLength))
            return null;
        var id = Uri.UnescapeDataString(uri[prefix.Length..]);
        return NodeId.KindOf(id) is null ? null : id;
    }

    private static McpProtocolException NotFound(string uri, string why) =>
        new($"Resource not found: '{ArgumentReader.Shorten(uri)}'. {why}", McpErrorCode.InvalidParams);

    private static ReadResourceResult Text(string uri, string media, string text) =>
        new()
        {
            Contents =
            [
                new TextResourceContents
                {
                    Uri = uri,
                    MimeType = media,
                    Text = text,
                },
            ],
        };

    private static ResourceTemplate Template(string prefix, string name, string description) =>
        new()
        {
            UriTemplate = prefix + "{+id}",
            Name = name,
            Description = description,
            MimeType = Json,
        };
}
