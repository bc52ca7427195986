using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using NodaTime.Text;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>
/// What a tool answers: a block of text with a line for each row, and the same rows as structured content. Both are bounded; what does not
/// fit is left out from the end, with a cursor that leads on, and no row is cut inside.
/// </summary>
internal static class ToolAnswer
{
    /// <summary>The longest text block, in characters.</summary>
    public const int LongestText = 10_000;

    /// <summary>The longest answer, text and structure together, in characters.</summary>
    public const int LongestAnswer = 30_000;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The schema of structured content with such rows. Short, because every assistant carries it along: what a row may hold by name. What
    /// every answer and row of every tool has besides stands once in <c>zhuzhou://guide</c> (<see cref="Envelope"/>,
    /// <see cref="Evidence.Members"/>).
    /// </summary>
    public static JsonObject Schema(IReadOnlyList<string> members) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["rows"] = new JsonObject
                {
                    ["type"] = "array",
                    ["items"] = new JsonObject
                    {
                        ["type"] = "object",
                        ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member, (JsonNode?)new JsonObject())))
                        {
                            ["citation"] = new JsonObject { ["type"] = "string" },
                        },
                        ["required"] = new JsonArray("citation"),
                    },
                },
                ["coverage"] = new JsonObject { ["type"] = "object" },
            },
            ["required"] = new JsonArray("rows", "coverage"),
        };

    /// <summary>What every answer has.</summary>
    public static readonly IReadOnlyList<string> Envelope = ["rows", "nextCursor", "total", "note", "near", "coverage", "dataVersion"];

    public static CallToolResult Of(ToolRows answer)
    {
        var version = answer.Summary["version"]?["number"].Copy();
        var coverage = new JsonObject
        {
            ["articles"] = answer.Summary["articles"].Copy(),
            ["first"] = answer.Summary["coverage"]?["first"].Copy(),
            ["last"] = answer.Summary["coverage"]?["last"].Copy(),
        };
        if (answer.PublishedBy is { } day)
            coverage["publishedBy"] = day;
        // What is near is told whatever else is: it is little.
        var near = string.Concat(answer.NearFigures.Select(row => $"Nearest printed: {row.Line}\n"));
        var (kept, told, text) = (0, 0, new StringBuilder());
        var length = near.Length + answer.NearFigures.Sum(row => row.Json.ToJsonString(Plain).Length);
        foreach (var row in answer.Rows)
        {
            var structured = row.Json.ToJsonString(Plain).Length + 1;
            // The text may end before the rows do; then it says so.
            var line = told == kept && text.Length + row.Line.Length + 1 <= LongestText - Reserved - near.Length ? row.Line.Length + 1 : 0;
            if (kept > 0 && length + structured + line > LongestAnswer - (2 * Reserved))
                break;
            length += structured + line;
            if (line > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{row.Line}\n");
                told++;
            }
            kept++;
        }
        var isCut = kept < answer.Rows.Count;
        var next = isCut || answer.HasMore ? answer.Rows.Take(kept).LastOrDefault()?.Cursor : null;
        var json = new JsonObject
        {
            ["rows"] = new JsonArray([.. answer.Rows.Take(kept).Select(row => (JsonNode?)row.Json)]),
            ["nextCursor"] = next,
            ["total"] = answer.Total,
            ["note"] = answer.Note,
            ["near"] = new JsonArray([
                .. answer.Near.Select(named => new JsonObject
                {
                    ["id"] = named.Id,
                    ["type"] = named.Type,
                    ["name"] = named.Name,
                }),
                .. answer.NearFigures.Select(row => (JsonNode)row.Json),
            ]),
            ["coverage"] = coverage,
            ["dataVersion"] = version,
        };
        return new CallToolResult
        {
            Content = [new TextContentBlock { Text = text + near + Ending(answer, kept, told, next, coverage) }],
            StructuredContent = JsonSerializer.SerializeToElement(json),
        };
    }

    /// <summary>Characters kept for what is said of the list.</summary>
    private const int Reserved = 800;

    public static CallToolResult Of(McpRefusal refusal) =>
        new() { IsError = true, Content = [new TextContentBlock { Text = Shortened(refusal.Told) }] };

    /// <summary>What is said of the list: how much of it this is, what it covers, what else may have been meant.</summary>
    private static string Ending(ToolRows answer, int kept, int told, string? next, JsonObject coverage)
    {
        var covered = CoveredOf(coverage);
        var inPrint = answer.PublishedBy is { } published ? $"in print by {DayOf(published)}" : null;
        List<string> said = [];
        if (kept == 0)
            said.Add($"Nothing found {inPrint ?? "in what the graph covers"} ({covered}). That is not the same as false.");
        if (answer.Near.Count > 0)
            said.Add($"Near: {string.Join(", ", answer.Near.Take(5).Select(near => $"{near.Name} ({near.Type}) [{near.Id}]"))}.");
        if (answer.Note is { } note)
            said.Add(note);
        if (kept > 0)
            said.Add(
                string.Create(CultureInfo.InvariantCulture, $"{kept}")
                    + (answer.Total is { } total ? string.Create(CultureInfo.InvariantCulture, $" of {total}") : "")
                    + $" rows{(next is null ? "" : "; more with cursor nextCursor")}."
                    + $" Covered{(inPrint is null ? "" : $" {inPrint}")}: {covered}."
            );
        if (told < kept)
            said.Add(string.Create(CultureInfo.InvariantCulture, $"This text shows {told} of them; structuredContent has all."));
        return Shortened(string.Join(' ', said), Reserved);
    }

    private static string CoveredOf(JsonObject coverage) =>
        coverage["articles"]!.GetValue<int>() switch
        {
            0 => "no article of the graph",
            1 => $"1 article, of {coverage["first"]}",
            var several => string.Create(CultureInfo.InvariantCulture, $"{several} articles, {coverage["first"]} to {coverage["last"]}"),
        };

    /// <summary>18 May 2023.</summary>
    private static string DayOf(string iso) => LocalDatePattern.Iso.Parse(iso).Value.ToString("d MMMM uuuu", CultureInfo.InvariantCulture);

    private static string Shortened(string text, int longest = LongestText) => text.Length <= longest ? text : text[..(longest - 1)] + "…";
}
