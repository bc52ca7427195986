using ZhuzhouGraph.Server.Mcp.Tools;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>All tools, in the order in which they are listed.</summary>
internal static class McpTools
{
    /// <remarks>The checker of claims will bring <c>check_claim</c>: a verdict comes from nothing else.</remarks>
    public static IReadOnlyList<McpTool> All { get; } =
    [new SearchTool(), new EntityTool(), new FiguresTool(), new ConnectionsTool(), new PathsTool(), new TimelineTool(), new ArticleTool()];

    public static McpTool? Find(string name) => All.FirstOrDefault(tool => tool.Name == name);
}
