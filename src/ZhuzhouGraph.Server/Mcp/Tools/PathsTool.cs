using System.Globalization;
using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Server.Mcp.Tools;

/// <summary>How two things are connected: a row for each hop of each path, in order.</summary>
internal sealed class PathsTool : McpTool
{
    private static readonly string Document =
        """
            query ($from: String!, $to: String!, $maxHops: Int!, $avoid: [String!], $first: Int!) {
              paths(from: $from, to: $to, maxHops: $maxHops, avoid: $avoid, first: $first) {
                isComplete completeHops isOverBudget hasMore hubCount relationshipsLookedAt
                paths { length hops { direction from { ...End } to { ...End } relationship { ...Connection } } }
              }
              ...Graph
            }
            """
        + Connections.Fragment
        + Evidence.OfCitation
        + Evidence.OfGraph;

    public override string Name => "find_paths";

    public override string Description =>
        "How two people, firms or places are connected 路径: the shortest ways, hop by hop, each with role and citation. Says "
        + "whether the search was complete.";

    public override IReadOnlyList<ToolArgument> Arguments { get; } =
    [
        new("from", ArgumentKind.Text, "id or exact name") { IsRequired = true },
        new("to", ArgumentKind.Text, "id or exact name") { IsRequired = true },
        new("max_hops", ArgumentKind.Whole) { Default = JsonValue.Create(3), Most = 4 },
        new("avoid", ArgumentKind.Texts, "ids or exact names"),
        ToolArgument.Limit(5, 10),
        ToolArgument.Cursor,
    ];

    public override IReadOnlyList<string> Documents { get; } = [Document];

    public override IReadOnlyList<string> Naming { get; } = ["from", "to", "avoid"];

    public override IReadOnlyDictionary<string, string> Renamed { get; } =
        new Dictionary<string, string> { ["maxHops"] = "max_hops", ["first"] = "limit" };

    public override IReadOnlyList<string> Members { get; } = ["path", "hop", "start", "end", .. Connections.Members];

    public override IEnumerable<(string Code, string Message)> ProblemsOf(McpArguments arguments) =>
        Place(arguments.Cursor) is null
            ? [(McpErrors.BadCursor, "'cursor' is none of find_paths. Take 'nextCursor' of the same call, unchanged, or leave it out.")]
            : [];

    public override async Task<ToolRows> RunAsync(McpArguments arguments, AskGraph ask, CancellationToken cancellationToken)
    {
        var after = Place(arguments.Cursor)!.Value;
        var data = await ask(
            Document,
            Given(
                ("from", arguments.Text("from")),
                ("to", arguments.Text("to")),
                ("maxHops", arguments.Whole("max_hops")),
                ("avoid", Many(arguments.Texts("avoid"))),
                ("first", arguments.Limit)
            ),
            cancellationToken
        );
        var search = data["paths"]!;
        var paths = search["paths"]!.AsArray();
        List<ToolRow> rows = [];
        foreach (var (i, path) in paths.Index())
        foreach (var (j, hop) in path!["hops"]!.AsArray().Index())
        {
            var json = Row(i + 1, j + 1, hop!);
            var line = string.Create(CultureInfo.InvariantCulture, $"{i + 1}.{j + 1} {Connections.Line(json)}");
            rows.Add(new ToolRow(json, line, (rows.Count + 1).ToString(CultureInfo.InvariantCulture)));
        }
        return new ToolRows(rows.Skip(after).ToList(), data["summary"]!) { Total = rows.Count, Note = Said(search, paths.Count) };
    }

    private static JsonObject Row(int path, int hop, JsonNode step)
    {
        var row = new JsonObject
        {
            ["path"] = path,
            ["hop"] = hop,
            ["start"] = Connections.NameOf(step["from"]!),
            ["end"] = Connections.NameOf(step["to"]!),
        };
        foreach (var (name, value) in Connections.Row(step["relationship"]!))
            row[name] = value.Copy();
        return row;
    }

    /// <summary>Whether anything is missing, and why.</summary>
    private static string Said(JsonNode search, int found) =>
        $"{found} paths; complete: {(search["isComplete"]!.GetValue<bool>() ? "true" : "false")}, all up to {search["completeHops"]} hops, "
        + $"{search["relationshipsLookedAt"]} connections looked at."
        + (search["hasMore"]!.GetValue<bool>() ? " More paths are known: a larger limit gives them." : "")
        + (search["isOverBudget"]!.GetValue<bool>() ? " The search came to its budget: ask with fewer max_hops, or with avoid." : "")
        + (search["hubCount"]!.GetValue<int>() > 0 ? $" {search["hubCount"]} hubs were not entered." : "");

    /// <summary>The paths of one question stand still, so a place among their hops is a cursor; null where it is none.</summary>
    private static int? Place(string? cursor) =>
        cursor is null ? 0
        : int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place is > 0 and <= 40 ? place
        : null;
}
