using System.Text;
using System.Text.Json;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>A cursor of a tool whose rows come of two places: in two lists, or in a page and among the rows that were made of it.</summary>
internal static class PairCursor
{
    public static string Write(string? first, string? second) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new[] { first, second })));

    /// <summary>Both parts; nothing where there is no cursor.</summary>
    /// <exception cref="McpRefusal">It is none.</exception>
    public static (string? First, string? Second) Read(string? cursor)
    {
        if (cursor is null)
            return (null, null);
        try
        {
            if (JsonSerializer.Deserialize<string?[]>(Convert.FromBase64String(cursor)) is [var first, var second])
                return (first, second);
        }
        catch (Exception e) when (e is FormatException or JsonException) { }
        throw new McpRefusal(
            McpErrors.BadCursor,
            "'cursor' is none of this tool. Take 'nextCursor' of the same call, unchanged, or leave it out."
        );
    }
}
