using ZhuzhouGraph.Exports;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.GraphApi.Limits;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>What whoever runs the server says of it. Bound from the section <c>Api</c> of the configuration.</summary>
public sealed record RestSettings
{
    /// <summary>Under which terms the answers may be used: a name, or an address. None by default.</summary>
    public string? Licence { get; init; }

    /// <summary>Whom to ask: an address. None by default.</summary>
    public string? Contact { get; init; }

    /// <summary>Whose reviews of claims these are: a name. By default that of this program.</summary>
    public string? Operator { get; init; }

    /// <summary>The author of reviews where nobody says who runs the server.</summary>
    internal const string UnnamedOperator = "ZhuzhouGraph 株洲图谱";
}

/// <summary><c>/config</c>: limits, formats, languages, licence and contact.</summary>
internal static class Config
{
    private static readonly string[] Languages = ["zh", "en"];

    private sealed record Answer(RequestLimits Limits, RestSettings Settings);

    public static void AddShapes(RestShapes shapes)
    {
        shapes.Add(
            "Limits",
            "限制",
            "What a request may ask for.",
            shapes.Field<RequestLimits>("pageSize", "Int!", "每页上限", "Items of a page, at most.", _ => PageRequest.Max),
            shapes.Field<RequestLimits>("listItems", "Int!", "列表上限", "Values of a parameter, at most.", _ => ArgumentReader.MaxItems),
            shapes.Field<RequestLimits>("textLength", "Int!", "文字上限", "Characters of a text, at most.", _ => ArgumentReader.MaxLength),
            shapes.Field<RequestLimits>("words", "Int!", "词数上限", "Words that are looked for at once, at most.", _ =>
                ArgumentReader.MaxWords
            ),
            shapes.Field<RequestLimits>(
                "relationshipFilters",
                "Int!",
                "关系筛选上限",
                "Sorts of relationships that a filter counts, at most.",
                l => l.RelationshipFilters
            ),
            shapes.Field<RequestLimits>("bodyBytes", "Int!", "正文上限", "Bytes of what is posted, at most.", l => l.BodyBytes),
            shapes.Field<RequestLimits>("deadlineSeconds", "Decimal!", "时限", "Seconds that a request may take.", l =>
                (decimal)l.Deadline.TotalSeconds
            ),
            shapes.Field<RequestLimits>("requestsAtOnce", "Int!", "并行请求", "Requests that are worked on at once.", l =>
                l.RequestsAtOnce
            ),
            shapes.Field<RequestLimits>("downloadsAtOnce", "Int!", "并行下载", "Files that are under way at once, at most.", l =>
                l.DownloadsAtOnce
            ),
            shapes.Field<RequestLimits>("downloadSeconds", "Decimal!", "下载时限", "Seconds that a file may take.", l =>
                (decimal)l.DownloadDeadline.TotalSeconds
            ),
            shapes.Field<RequestLimits>(
                "figuresHeld",
                "Int!",
                "整体文件数据上限",
                "Figures that wide CSV, JSON-stat and JSON-LD of an entity may have; other files have no bound.",
                l => l.FiguresHeld
            ),
            shapes.Field<RequestLimits>("requestsWaiting", "Int!", "等待请求", "Requests that wait for their turn, at most.", l =>
                l.RequestsWaiting
            ),
            shapes.Field<RequestLimits>("names", "Int!", "名称上限", "Ids and names of a request, at most, each counted once.", l =>
                l.Names
            ),
            shapes.Field<RequestLimits>(
                "clientTokens",
                "Int!",
                "客户额度",
                "Objects that a client's requests may hold together before it has to wait.",
                l => l.ClientTokens
            ),
            shapes.Field<RequestLimits>(
                "clientTokensPerSecond",
                "Int!",
                "额度恢复",
                "How many of them a client gets back each second.",
                l => l.ClientTokensPerSecond
            )
        );
        shapes.Add(
            "Config",
            "配置",
            "What the server is, and what it allows.",
            shapes.Field<Answer>("apiVersion", "String!", "接口版本", "The version of the API, which stands in every address.", _ =>
                RestApi.Version
            ),
            shapes.Field<Answer>("formats", "[String!]!", "格式", "Media types of answers; each address tells which it has.", _ =>
                ExportFormats.All.Select(format => format.MediaType).Prepend(MediaTypes.Json).Distinct()
            ),
            shapes.Field<Answer>("languages", "[String!]!", "语言", "Languages of labels and of the titles of problems.", _ => Languages),
            shapes.Field<Answer>("licence", "String", "许可", "Under which terms the answers may be used; null where nobody says.", a =>
                a.Settings.Licence
            ),
            shapes.Field<Answer>("contact", "String", "联系方式", "Whom to ask; null where nobody says.", a => a.Settings.Contact),
            shapes.Field<Answer>("hedgesVersion", "String!", "约数表版本", "The version of the table that says what hedges mean.", _ =>
                Hedges.Version
            ),
            shapes.Field<Answer>("maxAgeSeconds", "Int!", "缓存秒数", "How long an answer may be kept without asking.", _ =>
                RestEndpoint.MaxAge
            ),
            shapes.Field<Answer>("documentation", "String!", "文档", "The page that describes and tries every address.", _ => RestApi.Page),
            shapes.Field<Answer>("openapi", "String!", "OpenAPI 文档", "The OpenAPI document.", _ => RestApi.Document),
            shapes.Field<Answer>("graphql", "String!", "GraphQL 网址", "The same graph over GraphQL.", _ => GraphEndpoint.Path),
            shapes.Field<Answer>("limits", "Limits!", "限制", "What a request may ask for.", a => a.Limits)
        );
    }

    public static IEnumerable<RestOperation> Operations(RestShapes shapes, RestSettings settings)
    {
        yield return new("getConfig", "/config", "配置", "Limits, formats, languages, licence and contact.", [], shapes["Config"], call =>
            Task.FromResult<RestAnswer?>(new(new Answer(call.Limits, settings), LinkedNodes.None))
        )
        {
            NeedsStore = false,
        };
    }
}
