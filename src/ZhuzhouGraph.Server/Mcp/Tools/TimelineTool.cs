using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Server.Mcp.Tools;

/// <summary>What happened to an entity, day by day.</summary>
internal sealed class TimelineTool : McpTool
{
    private static readonly string Document =
        """
            query ($about: String!, $days: DateRange, $undated: Boolean!, $first: Int!, $after: String) {
              timeline(about: $about, periodOverlaps: $days, undated: $undated, first: $first, after: $after) {
                totalCount pageInfo { hasNextPage }
                edges {
                  cursor
                  node { period { words first last precision } event { id name } node { kind: __typename ...Connection ...Figure } }
                }
              }
              ...Graph
            }
            """
        + Figures.Fragment
        + Connections.Fragment
        + Evidence.OfCitation
        + Evidence.OfGraph;

    public override string Name => "get_timeline";

    public override string Description =>
        "What the papers print of a person, firm or place in order of days 时间线: each fact with the printed words of its time, "
        + "days and citation. undated gives the facts without a day instead.";

    public override IReadOnlyList<ToolArgument> Arguments { get; } =
    [
        new("entity", ArgumentKind.Text, "id or exact name") { IsRequired = true },
        new("from", ArgumentKind.Day),
        new("to", ArgumentKind.Day),
        new("undated", ArgumentKind.Flag),
        ToolArgument.Limit(),
        ToolArgument.Cursor,
    ];

    public override IReadOnlyList<string> Documents { get; } = [Document];

    public override IReadOnlyList<string> Naming { get; } = ["entity"];

    public override IReadOnlyDictionary<string, string> Renamed { get; } =
        new Dictionary<string, string>
        {
            ["about"] = "entity",
            ["first"] = "limit",
            ["after"] = "cursor",
        };

    public override IReadOnlyList<string> Members { get; } =
    ["period", "first", "last", "precision", "event", "id", "type", "fact", "saidBy"];

    public override async Task<ToolRows> RunAsync(McpArguments arguments, AskGraph ask, CancellationToken cancellationToken)
    {
        var data = await ask(
            Document,
            Given(
                ("about", arguments.Text("entity")),
                ("days", Days(arguments.Text("from"), arguments.Text("to"))),
                ("undated", arguments.Flag("undated")),
                ("first", arguments.Limit),
                ("after", arguments.Cursor)
            ),
            cancellationToken
        );
        var items = data["timeline"]!;
        return new ToolRows(RowsOf(items, Row, Line), data["summary"]!) { Total = Total(items), HasMore = HasMore(items) };
    }

    private static JsonObject Row(JsonNode item)
    {
        var node = item["node"]!;
        var isFigure = node["kind"].Text() == nameof(Observation);
        var fact = isFigure ? Figures.Row(node) : Connections.Row(node);
        return new JsonObject
        {
            ["period"] = item["period"]?["words"].Copy(),
            ["first"] = item["period"]?["first"].Copy(),
            ["last"] = item["period"]?["last"].Copy(),
            ["precision"] = item["period"]?["precision"].Copy(),
            ["event"] = item["event"]?["name"].Copy(),
            ["id"] = fact["id"].Copy(),
            ["type"] = isFigure ? "OBSERVATION" : fact["type"].Copy(),
            ["fact"] = Facts.Told(fact),
            ["saidBy"] = fact["saidBy"].Copy(),
        }.With(Evidence.First(node), node["references"]?.AsArray().FirstOrDefault());
    }

    private static string Line(JsonObject row) =>
        $"{DaysOf(row["first"]?.ToString(), row["last"]?.ToString())}"
        + $"{(row["period"] is { } words ? $" ({words})" : "")}: {row["fact"]} — {row["citation"]} [{row["id"]}]";

    private static string DaysOf(string? first, string? last) =>
        first is null ? (last is null ? "undated" : $"until {last}")
        : last is null ? $"from {first}"
        : last == first ? first
        : $"{first} to {last}";
}
