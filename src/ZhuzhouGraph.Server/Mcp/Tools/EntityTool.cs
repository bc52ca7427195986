using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Server.Mcp.Tools;

/// <summary>One entity: its names, and the beginnings of what the papers print of it.</summary>
internal sealed class EntityTool : McpTool
{
    private static readonly string Document =
        """
            query ($id: ID, $name: String, $who: String!) {
              entity(id: $id, name: $name) {
                id type name nameEnglish removedAt pageUrl: url names { text language basis }
                ...Cited
                posts: relationships(first: 10, filter: { types: [HOLDS_POST] }, direction: FROM) { nodes { ...Connection } }
                observations(first: 5, order: PERIOD_DESCENDING) { nodes { ...Figure } }
                articles(first: 10) { totalCount nodes { id title date citeAs url } }
              }
              relationshipCounts(by: [TYPE], filter: { about: [$who] }, first: 50) { nodes { type count } }
              ...Graph
            }
            """
        + Figures.Fragment
        + Connections.Fragment
        + Evidence.OfEntity
        + Evidence.OfCitation
        + Evidence.OfGraph;

    public override string Name => "get_entity";

    public override string Description =>
        "One person, firm, place, event, award or indicator by id or exact name: its names 名称, posts 职务, how many connections "
        + "of each type, "
        + "the 5 newest figures, its articles.";

    public override IReadOnlyList<ToolArgument> Arguments { get; } =
    [new("entity", ArgumentKind.Text, "id or exact name") { IsRequired = true }];

    public override IReadOnlyList<string> Documents { get; } = [Document];

    public override IReadOnlyList<string> Naming { get; } = ["entity"];

    public override IReadOnlyDictionary<string, string> Renamed { get; } =
        new Dictionary<string, string>
        {
            ["id"] = "entity",
            ["name"] = "entity",
            ["about"] = "entity",
        };

    public override IReadOnlyList<string> Members { get; } =
    ["id", "type", "name", "nameEnglish", "removedAt", "names", "posts", "connections", "figures", "articles", "articleCount"];

    public override async Task<ToolRows> RunAsync(McpArguments arguments, AskGraph ask, CancellationToken cancellationToken)
    {
        var who = arguments.Text("entity")!;
        var data = await ask(Document, Given((IdOrName(who), who), ("who", who)), cancellationToken);
        var entity = data["entity"]!;
        var posts = entity["posts"]!["nodes"]!.AsArray().Select(post => Connections.Row(post!)).ToList();
        var figures = entity["observations"]!["nodes"]!.AsArray().Select(figure => Figures.Row(figure!)).ToList();
        var row = new JsonObject
        {
            ["id"] = entity["id"].Copy(),
            ["type"] = entity["type"].Copy(),
            ["name"] = entity["name"].Copy(),
            ["nameEnglish"] = entity["nameEnglish"].Copy(),
            ["removedAt"] = entity["removedAt"].Copy(),
            ["names"] = entity["names"].Copy(),
            ["posts"] = new JsonArray([.. posts]),
            ["connections"] = data["relationshipCounts"]!["nodes"].Copy(),
            ["figures"] = new JsonArray([.. figures]),
            ["articles"] = Articles(entity["articles"]!["nodes"]!.AsArray()),
            ["articleCount"] = entity["articles"]!["totalCount"].Copy(),
        }.With(Evidence.FirstOfEntity(entity), Evidence.ReferenceOf(entity));
        row["url"] = entity["pageUrl"].Copy();
        var line = string.Join(
            '\n',
            [
                $"{row["name"]} / {row["nameEnglish"]} ({row["type"]}){Evidence.Removed(row["removedAt"])}"
                    + $" — {row["citation"]} [{row["id"]}]",
                .. posts.Select(Connections.Line),
                $"Connections: {string.Join(", ", row["connections"]!.AsArray().Select(c => $"{c!["type"]} {c["count"]}"))}",
                .. figures.Select(Figures.Line),
            ]
        );
        return new ToolRows([new ToolRow(row, line)], data["summary"]!) { Total = 1 };
    }

    /// <summary>Which of the two arguments takes it: what has the form of an id is one.</summary>
    public static string IdOrName(string text) => NodeId.KindOf(text) is null ? "name" : "id";

    private static JsonArray Articles(JsonArray articles) =>
        new([
            .. articles.Select(article => new JsonObject
            {
                ["id"] = article!["id"].Copy(),
                ["title"] = article["title"].Copy(),
                ["date"] = article["date"].Copy(),
                ["citation"] = article["citeAs"].Copy(),
                ["url"] = article["url"].Copy(),
            }),
        ]);
}
