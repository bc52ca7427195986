using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>A fact in a few words, for lists of facts of several kinds.</summary>
internal static class Facts
{
    /// <param name="row">A row of a figure, of a relationship, or a name.</param>
    public static string Told(JsonObject row) =>
        row.ContainsKey("figure") ? $"{row["about"]} · {row["indicator"]}: {row["figure"]}"
        : row.ContainsKey("fromId") ? $"{row["from"]} {row["type"]} {row["to"]}{(row["role"] is { } role ? $" ({role})" : "")}"
        : $"name {row["name"]}";
}
