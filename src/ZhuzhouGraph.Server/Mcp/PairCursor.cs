using System.Text;
using System.Text.Json;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>A cursor of a tool whose rows come of two places: in two lists, or in a page and among the rows that were made of it.</summary>
internal static class PairCursor
{
    public static string Write(string? first, string? second) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new[] { first, second })));

    public static IEnumerable<(string Code, string Message)> ProblemsOf(string? cursor) =>
        cursor is null || Parts(cursor) is not null
            ? []
            : [(McpErrors.BadCursor, "'cursor' is none of this tool. Take 'nextCursor' of the same call, unchanged, or leave it out.")];

    /// <summary>Both parts; nothing where there is no cursor, or none of this kind.</summary>
    public static (string? First, string? Second) Read(string? cursor) => (cursor is null ? null : Parts(cursor)) ?? (null, null);

    private static (string? First, string? Second)? Parts(string cursor)
    {
        try
        {
            return JsonSerializer.Deserialize<string?[]>(Convert.FromBase64String(cursor)) is [var first, var second]
                ? (first, second)
                : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }
}
