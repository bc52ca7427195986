using ZhuzhouGraph.Server.Mcp.Tools;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>All tools, in the order in which they are listed.</summary>
internal static class McpTools
{
    /// <remarks>A verdict comes from <c>check_claim</c>, and from nothing else.</remarks>
    public static IReadOnlyList<McpTool> All { get; } =
    [
        new SearchTool(),
        new EntityTool(),
        new FiguresTool(),
        new ConnectionsTool(),
        new PathsTool(),
        new TimelineTool(),
        new ArticleTool(),
        new ClaimTool(),
    ];

    public static McpTool? Find(string name) => All.FirstOrDefault(tool => tool.Name == name);
}
