using ZhuzhouGraph.Exports;

namespace ZhuzhouGraph.Server.RestApi.Files;

/// <summary><c>/graph</c>: everything that the papers name, with its relationships, as a file that programs draw.</summary>
internal static class Graphs
{
    public static IEnumerable<RestOperation> Operations(RestShapes shapes)
    {
        yield return new(
            "getGraph",
            "/graph",
            "全图",
            "The whole graph as a file: entities, articles and relationships, each with the place where it is printed first.",
            [],
            null,
            _ => Task.FromResult<RestAnswer?>(null)
        )
        {
            File = new(RestFile.OfGraphs, _ => Task.FromResult<ExportRequest?>(new()))
            {
                // The whole has no steps.
                Parameters =
                [
                    .. FileParameters
                        .Of(shapes, "GraphFormat", RestFile.OfGraphs, offersJson: false)
                        .Where(parameter => parameter.Name != FileParameters.Hops),
                ],
            },
        };
    }
}
