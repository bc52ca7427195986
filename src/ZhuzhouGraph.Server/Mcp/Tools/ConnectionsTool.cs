using System.Globalization;
using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Server.Mcp.Tools;

/// <summary>What is stated between an entity and others, or with whom it shared events.</summary>
internal sealed class ConnectionsTool : McpTool
{
    /// <summary>Of how many others the shared events are told at once: each has events, and each event parts.</summary>
    private const int MostOthers = 5;

    /// <summary>The arguments that narrow what is stated, and have no effect on shared events.</summary>
    private static readonly string[] OfStated = ["to", "types", "from", "to_day"];

    private static readonly string Stated =
        """
            query ($id: ID, $name: String, $filter: RelationshipFilter, $first: Int!, $after: String) {
              entity(id: $id, name: $name) {
                id
                relationships(filter: $filter, first: $first, after: $after) {
                  totalCount pageInfo { hasNextPage } edges { cursor node { ...Connection } }
                }
              }
              ...Graph
            }
            """
        + Connections.Fragment
        + Evidence.OfCitation
        + Evidence.OfGraph;

    private static readonly string Shared =
        """
            query ($with: String!, $first: Int!, $after: String) {
              coAttendance(with: $with, first: $first, after: $after) {
                isComplete more endCursor with { id name }
                attendees { entity { id name } eventCount sharedEvents { event { id name } sameRoom theirs { ...Connection } } }
              }
              ...Graph
            }
            """
        + Connections.Fragment
        + Evidence.OfCitation
        + Evidence.OfGraph;

    public override string Name => "list_connections";

    public override string Description =>
        "What the papers state between a person, firm, place or event and others 关系: posts, meetings, products, awards, "
        + "speeches, with role as "
        + "printed, days and citation. With to only what is between the two; with shared_events who took part in the same events 共同出席.";

    public override IReadOnlyList<ToolArgument> Arguments { get; } =
    [
        new("entity", ArgumentKind.Text, "id or exact name") { IsRequired = true },
        new("to", ArgumentKind.Text, "the other end: id or exact name"),
        new("types", ArgumentKind.Choices) { Allowed = [.. RelationshipTypes.All.Select(type => type.Name)] },
        new("from", ArgumentKind.Day),
        new("to_day", ArgumentKind.Day),
        new("shared_events", ArgumentKind.Flag),
        ToolArgument.Limit(),
        ToolArgument.Cursor,
    ];

    public override IReadOnlyList<string> Documents { get; } = [Stated, Shared];

    public override IReadOnlyList<string> Naming { get; } = ["entity", "to"];

    public override IReadOnlyDictionary<string, string> Renamed { get; } =
        new Dictionary<string, string>
        {
            ["id"] = "entity",
            ["name"] = "entity",
            ["with"] = "entity",
            ["about"] = "to",
            ["first"] = "limit",
            ["after"] = "cursor",
        };

    public override IReadOnlyList<string> Members => Connections.Members;

    public override IEnumerable<(string Code, string Message)> ProblemsOf(McpArguments arguments) =>
        arguments.Flag("shared_events")
            ?
            [
                .. OfStated
                    .Where(arguments.Has)
                    .Select(name => (McpErrors.BadArgument, $"'{name}' has no effect beside 'shared_events'; leave one of them out.")),
                .. PairCursor.ProblemsOf(arguments.Cursor),
            ]
            : [];

    public override Task<ToolRows> RunAsync(McpArguments arguments, AskGraph ask, CancellationToken cancellationToken) =>
        arguments.Flag("shared_events") ? SharedAsync(arguments, ask, cancellationToken) : StatedAsync(arguments, ask, cancellationToken);

    private static async Task<ToolRows> StatedAsync(McpArguments arguments, AskGraph ask, CancellationToken cancellationToken)
    {
        var who = arguments.Text("entity")!;
        var data = await ask(
            Stated,
            Given(
                (EntityTool.IdOrName(who), who),
                (
                    "filter",
                    Given(
                        ("about", One(arguments.Value("to"))),
                        ("types", Many(arguments.Texts("types"))),
                        ("periodOverlaps", Days(arguments.Text("from"), arguments.Text("to_day")))
                    )
                ),
                ("first", arguments.Limit),
                ("after", arguments.Cursor)
            ),
            cancellationToken
        );
        var relationships = data["entity"]!["relationships"]!;
        return new ToolRows(RowsOf(relationships, Connections.Row, Connections.Line), data["summary"]!)
        {
            Total = Total(relationships),
            HasMore = HasMore(relationships),
        };
    }

    /// <summary>A row for each part that another took in an event of the entity; of those who shared most first.</summary>
    private static async Task<ToolRows> SharedAsync(McpArguments arguments, AskGraph ask, CancellationToken cancellationToken)
    {
        var (after, skipped) = PairCursor.Read(arguments.Cursor);
        var data = await ask(
            Shared,
            Given(("with", arguments.Text("entity")), ("first", Math.Min(arguments.Limit, MostOthers)), ("after", after)),
            cancellationToken
        );
        var shared = data["coAttendance"]!;
        var attendees = shared["attendees"]!.AsArray();
        List<JsonObject> parts =
        [
            .. attendees
                .SelectMany(attendee => attendee!["sharedEvents"]!.AsArray())
                .SelectMany(one => one!["theirs"]!.AsArray())
                .Select(part => Connections.Row(part!)),
        ];
        // The graph's cursor stands after a page of people; a row among those that were made of it has its number besides.
        var rows = parts.Select(
            (json, at) =>
                new ToolRow(
                    json,
                    Connections.Line(json),
                    at == parts.Count - 1
                        ? PairCursor.Write(shared["endCursor"].Text(), null)
                        : PairCursor.Write(after, (at + 1).ToString(CultureInfo.InvariantCulture))
                )
        );
        var from = int.TryParse(skipped, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return new ToolRows([.. rows.Skip(from)], data["summary"]!)
        {
            HasMore = shared["more"]!.GetValue<int>() > 0,
            Note =
                $"Who took part in events of {shared["with"]!["name"]}: {attendees.Count} others, {shared["more"]} more."
                + (shared["isComplete"]!.GetValue<bool>() ? "" : " Not complete: there was more to read than the budget allows."),
        };
    }
}
