using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>The addresses of the REST API.</summary>
internal sealed class RestApi
{
    /// <summary>Stands in every address; a change that breaks clients gets another one.</summary>
    public const string Version = "v1";

    public const string Page = "/api",
        Root = $"{Page}/{Version}",
        Document = $"{Root}/openapi.json";

    public RestApi(GraphSchema schema, RestSettings settings)
    {
        Shapes = new(schema);
        Forms.Add(Shapes);
        Reports.AddShapes(Shapes);
        ImpliedValues.AddShapes(Shapes);
        Observations.AddShapes(Shapes);
        SeriesLines.AddShapes(Shapes);
        Availabilities.AddShapes(Shapes);
        Rankings.AddShapes(Shapes);
        Relationships.AddShapes(Shapes);
        Entities.AddShapes(Shapes);
        Articles.AddShapes(Shapes);
        Timelines.AddShapes(Shapes);
        Searches.AddShapes(Shapes);
        Resolve.AddShapes(Shapes);
        Changes.AddShapes(Shapes);
        Claims.AddShapes(Shapes);
        Codelists.AddShapes(Shapes);
        Config.AddShapes(Shapes);
        Operations =
        [
            .. Entities.Operations(Shapes),
            .. Relationships.Operations(Shapes),
            .. Observations.Operations(Shapes),
            .. Files.Graphs.Operations(Shapes),
            .. SeriesLines.Operations(Shapes),
            .. Reports.Operations(Shapes),
            .. Availabilities.Operations(Shapes),
            .. Rankings.Operations(Shapes),
            .. Timelines.Operations(Shapes),
            .. Articles.Operations(Shapes),
            .. Searches.Operations(Shapes),
            .. Resolve.Operations(Shapes),
            .. Claims.Operations(Shapes),
            .. ClaimReviews.Operations(Shapes, settings),
            .. Changes.Operations(Shapes),
            .. Codelists.Operations(Shapes),
            .. Config.Operations(Shapes, settings),
        ];
    }

    public RestShapes Shapes { get; }

    /// <summary>Every operation, in the order of the document.</summary>
    public IReadOnlyList<RestOperation> Operations { get; }

    /// <summary>The address of an entity, a figure or an article.</summary>
    public static string UrlOf(IGraphNode node) => UrlOf(node.Id)!;

    /// <summary>The address of what an id names; null for a relationship, which has none.</summary>
    public static string? UrlOf(string id) =>
        NodeId.KindOf(id) switch
        {
            NodeKind.Entity => $"{Root}/entities/{id}",
            NodeKind.Observation => $"{Root}/observations/{id}",
            NodeKind.Article => $"{Root}/articles/{id}",
            _ => null,
        };

    public void Map(WebApplication app, RestEndpoint endpoint)
    {
        foreach (var address in Operations.GroupBy(operation => operation.Path))
        {
            var operation = address.Single();
            string[] methods = operation.IsPosted ? [HttpMethods.Get, HttpMethods.Post] : [HttpMethods.Get];
            RequestDelegate answer = context => endpoint.HandleAsync(context, operation);
            foreach (var method in methods)
                app.MapMethods(Root + operation.Path, [method], answer).WithMetadata(operation, answer.Method);
            app.MapMethods(Root + operation.Path, [HttpMethods.Head], answer).ExcludeFromDescription();
            if (operation.File is { } file && (file.IsBehindId || !operation.Path.EndsWith('}')))
                MapSuffixes(app, endpoint, operation, file);
            app.Map(Root + operation.Path, Refusing([methods[0], HttpMethods.Head, .. methods[1..]])).ExcludeFromDescription();
        }
        app.Map(Root + "/{**rest}", NotFoundAsync).ExcludeFromDescription();
    }

    /// <summary>The same address with the end of a file: <c>/observations.csv</c>, and <c>.json</c> for what it answers anyway.</summary>
    private static void MapSuffixes(WebApplication app, RestEndpoint endpoint, RestOperation operation, Files.RestFile file)
    {
        var ends = file.BySuffix.ToDictionary(format => format.Extension, format => format.Name);
        if (operation.Answer is not null)
            ends[".json"] = Files.FileParameters.Json;
        foreach (var (end, format) in ends)
            app.MapMethods(
                    Root + operation.Path + end,
                    [HttpMethods.Get, HttpMethods.Head],
                    (RequestDelegate)(context => endpoint.HandleAsync(context, operation, format))
                )
                .ExcludeFromDescription();
    }

    private static RequestDelegate Refusing(IReadOnlyList<string> allowed) =>
        context =>
        {
            RestEndpoint.SetVary(context.Response);
            context.Response.Headers.Allow = string.Join(", ", allowed);
            return new RestProblem(
                StatusCodes.Status405MethodNotAllowed,
                RestProblem.NotAllowed,
                $"{ArgumentReader.Shorten(context.Request.Method)} is not allowed here; allowed are {string.Join(", ", allowed)}."
            )
            {
                Chinese = $"此处不允许 {ArgumentReader.Shorten(context.Request.Method)}；可用：{string.Join("、", allowed)}。",
            }.WriteAsync(context);
        };

    private Task NotFoundAsync(HttpContext context)
    {
        RestEndpoint.SetVary(context.Response);
        string[] addresses = [.. Operations.Select(operation => operation.Path.Replace("**", "", StringComparison.Ordinal)).Distinct()];
        var path = context.Request.Path.Value![Root.Length..];
        var near = path.Length <= ArgumentReader.MaxLength ? Nearest.To(path, addresses) : null;
        var (hint, chinese) = near is null
            ? ($"{Page} lists all addresses.", $"全部地址见 {Page}。")
            : ($"did you mean {Root}{near}?", $"是否指 {Root}{near}？");
        return new RestProblem(StatusCodes.Status404NotFound, RestProblem.NotFound, $"There is nothing at this address; {hint}")
        {
            Chinese = $"此地址没有内容；{chinese}",
        }.WriteAsync(context);
    }
}
