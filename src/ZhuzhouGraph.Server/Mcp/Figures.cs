using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>A printed figure as a row.</summary>
internal static class Figures
{
    public const string Fragment = """
        fragment Figure on Observation {
          id figure measure comparison accumulation status hedge value unit { label }
          lower { value valueText isInclusive } upper { value valueText isInclusive } boundBasis meaning
          within { words } base { words } breakdown { member { name } } period { words first last } reading readingEnglish capacity
          about { id name } indicator { id name } attributedTo { name }
          removedAt article { newspaper } citations(first: 1) { nodes { ...Evidence } }
        }
        """;

    public static readonly IReadOnlyList<string> Members =
    [
        "id",
        "figure",
        "about",
        "aboutId",
        "indicator",
        "indicatorId",
        "measure",
        "comparison",
        "base",
        "breakdown",
        "accumulation",
        "status",
        "hedge",
        "value",
        "unit",
        "lower",
        "upper",
        "interval",
        "basis",
        "meaning",
        "within",
        "period",
        "from",
        "to",
        "saidBy",
        "reading",
        "readingChinese",
        "removedAt",
    ];

    public static JsonObject Row(JsonNode figure)
    {
        var row = new JsonObject();
        foreach (var name in (string[])["id", "figure"])
            row[name] = figure[name].Copy();
        row["about"] = figure["about"]!["name"].Copy();
        row["aboutId"] = figure["about"]!["id"].Copy();
        row["indicator"] = figure["indicator"]!["name"].Copy();
        row["indicatorId"] = figure["indicator"]!["id"].Copy();
        foreach (var name in (string[])["measure", "comparison"])
            row[name] = figure[name].Copy();
        row["base"] = figure["base"]?["words"].Copy();
        row["breakdown"] = figure["breakdown"]!.AsArray() is { Count: > 0 } members
            ? string.Join("、", members.Select(one => one!["member"]!["name"]))
            : null;
        foreach (var name in (string[])["accumulation", "status", "hedge", "value"])
            row[name] = figure[name].Copy();
        row["unit"] = figure["unit"]!["label"].Copy();
        row["lower"] = figure["lower"]?["value"].Copy();
        row["upper"] = figure["upper"]?["value"].Copy();
        row["interval"] = Interval(figure["lower"], figure["upper"]);
        row["basis"] = figure["boundBasis"].Copy();
        row["meaning"] = figure["meaning"].Copy();
        row["within"] = figure["within"]?["words"].Copy();
        row["period"] = figure["period"]?["words"].Copy();
        row["from"] = figure["period"]?["first"].Copy();
        row["to"] = figure["period"]?["last"].Copy();
        row["saidBy"] = SaidBy(figure);
        row["reading"] = figure["readingEnglish"].Copy();
        row["readingChinese"] = figure["reading"].Copy();
        row["removedAt"] = figure["removedAt"].Copy();
        return row.With(Evidence.First(figure));
    }

    /// <summary><c>株洲 · 国家级…企业数: 58家 (reading) — citation [obs:…]</c></summary>
    public static string Line(JsonObject row) =>
        $"{row["about"]} · {row["indicator"]}{(row["breakdown"] is { } part ? $" · {part}" : "")}: {row["figure"]}"
        + Evidence.Removed(row["removedAt"])
        + (row["reading"] is { } reading ? $" ({reading})" : "")
        + $" — {row["citation"]} [{row["id"]}]";

    /// <summary>Who says it: the speaker with the printed capacity, or the paper itself.</summary>
    private static string SaidBy(JsonNode figure) =>
        figure["attributedTo"] is not { } speaker ? $"{figure["article"]!["newspaper"]} (the paper itself)"
        : figure["capacity"] is { } capacity ? $"{speaker["name"]} ({capacity})"
        : speaker["name"]!.GetValue<string>();

    private static string? Interval(JsonNode? lower, JsonNode? upper)
    {
        if (lower is null && upper is null)
            return null;
        var (first, last) = (lower?["valueText"].Text() ?? "-∞", upper?["valueText"].Text() ?? "∞");
        return $"{(lower?["isInclusive"]?.GetValue<bool>() is true ? '[' : '(')}{first}, {last}"
            + (upper?["isInclusive"]?.GetValue<bool>() is true ? ']' : ')');
    }
}
