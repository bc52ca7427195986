using System.Text;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>The guide for assistants, which is part of the program.</summary>
internal static class McpGuide
{
    public static string Chinese { get; } = Read("Mcp/Guide.zh.md");

    public static string English { get; } = Read("Mcp/Guide.en.md");

    private static string Read(string name)
    {
        using var stream = typeof(McpGuide).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
