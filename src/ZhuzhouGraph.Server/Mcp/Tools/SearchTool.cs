using System.Text.Json.Nodes;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.Mcp.Tools;

/// <summary>
/// Finds by words: names and titles first, then figures. Names of indicators are names, so they need no list of their own. What is near a
/// number that is not printed stands apart from the rows, and is no verdict.
/// </summary>
internal sealed class SearchTool : McpTool
{
    private const string Searched =
        """
              search(text: $text, types: $types, first: $first, after: $after) {
                totalCount pageInfo { hasNextPage } nearest { name node { id ... on Entity { type } } }
                edges { cursor node { match text address source node {
                  id
                  ... on Entity {
                    name nameEnglish entityType: type ...Cited
                    hints: relationships(first: 1, filter: { types: [HOLDS_POST, LOCATED_IN, PART_OF] }, direction: FROM) {
                      nodes { to { ...End } ... on HoldsPost { title } }
                    }
                  }
                  ... on Indicator { definition }
                  ... on Article { title titleEnglish citeAs articleUrl: url }
                } } }
              }
              observations(filter: { text: $text }, first: $figures, after: $afterFigure) {
                totalCount pageInfo { hasNextPage } edges { cursor node { ...Figure } }
              }
              ...Graph
            }
            """
        + Figures.Fragment
        + Evidence.OfEntity
        + Evidence.OfCitation
        + Evidence.OfGraph
        + " fragment End on Node { id ... on Entity { name } ... on Article { title } }";

    private const string Asked =
        "query ($text: String!, $types: [SearchType!], $first: Int!, $after: String, $figures: Int!, $afterFigure: String";

    private const string Document = Asked + ") { " + Searched;

    /// <summary>The same, with the figures on both sides of a number.</summary>
    private const string DocumentOfNumber =
        Asked
        + """
            , $words: String, $units: [String!], $number: Decimal!, $isAny: Boolean!) {
              below: observations(filter: { text: $words, units: $units, value: { atMost: $number, certainty: POSSIBLE } },
                order: VALUE_DESCENDING, first: 5) { nodes { ...Figure } }
              above: observations(filter: { text: $words, units: $units, value: { moreThan: $number } },
                order: VALUE, first: 5) { nodes { ...Figure } }
              anyBelow: observations(filter: { units: $units, value: { atMost: $number, certainty: POSSIBLE } },
                order: VALUE_DESCENDING, first: 5) @include(if: $isAny) { nodes { ...Figure } }
              anyAbove: observations(filter: { units: $units, value: { moreThan: $number } },
                order: VALUE, first: 5) @include(if: $isAny) { nodes { ...Figure } }
            """
        + Searched;

    public override string Name => "search";

    public override string Description =>
        "Call this first. Finds people, firms, places, events, indicators 指标, articles and printed figures by words of a name, title or "
        + "figure (小巨人, 58家, 湘粤), English too. Gives the ids that other tools take. A number that is not printed (小巨人 60家) "
        + "gets the nearest printed in near.";

    public override IReadOnlyList<ToolArgument> Arguments { get; } =
    [
        new("text", ArgumentKind.Text, "words, each of which must be there") { IsRequired = true },
        new("types", ArgumentKind.Choices) { Allowed = [.. EntityTypes.All.Select(type => type.Name), "Article"] },
        ToolArgument.Limit(),
        ToolArgument.Cursor,
    ];

    public override IReadOnlyList<string> Documents { get; } = [Document, DocumentOfNumber];

    public override IReadOnlyList<string> Naming { get; } = [];

    public override IReadOnlyList<string> Members { get; } = ["group", "id", "name", "nameEnglish", "type", "match", "hint", "figure"];

    public override IEnumerable<(string Code, string Message)> ProblemsOf(McpArguments arguments) =>
        PairCursor.ProblemsOf(arguments.Cursor);

    public override async Task<ToolRows> RunAsync(McpArguments arguments, AskGraph ask, CancellationToken cancellationToken)
    {
        var (afterName, afterFigure) = PairCursor.Read(arguments.Cursor);
        var limit = arguments.Limit;
        // Where types are asked for, figures are none of them; where figures have begun, names are done.
        var isOfNames = arguments.Has("types");
        var number = isOfNames || arguments.Cursor is not null ? null : NumberAsked.In(arguments.Text("text")!);
        var variables = Given(
            ("text", arguments.Text("text")),
            ("types", Many(arguments.Texts("types"))),
            ("first", limit),
            ("after", afterName),
            ("figures", limit),
            ("afterFigure", afterFigure)
        );
        number?.AddTo(variables);
        var data = await ask(number is null ? Document : DocumentOfNumber, variables, cancellationToken);
        var (names, figures) = (data["search"]!, data["observations"]!);
        List<ToolRow> rows = [];
        if (afterFigure is null)
            rows.AddRange(RowsOf(names, NameRow, Line).Select(row => row with { Cursor = PairCursor.Write(row.Cursor, null) }));
        if (!isOfNames && rows.Count < limit && (afterFigure is not null || !HasMore(names)))
            rows.AddRange(
                RowsOf(figures, FigureRow, Line)
                    .Take(limit - rows.Count)
                    .Select(row => row with { Cursor = PairCursor.Write(null, row.Cursor) })
            );
        var total = Total(names) + (isOfNames ? 0 : Total(figures));
        var shown = rows.Count(row => row.Json["group"].Text() == "figure");
        return new ToolRows(rows, data["summary"]!)
        {
            Total = total,
            HasMore =
                (afterFigure is null && HasMore(names)) || (!isOfNames && (HasMore(figures) || figures["edges"]!.AsArray().Count > shown)),
            // None where the text itself is printed.
            NearFigures = number is null || Total(figures) > 0 ? [] : NearestTo(number, data),
            Near = rows.Count > 0 ? [] : [.. names["nearest"]!.AsArray().Select(near => Near(near!))],
        };
    }

    private static List<ToolRow> NearestTo(NumberAsked number, JsonNode data)
    {
        List<JsonNode> Both(string below, string above) =>
            [.. new[] { below, above }.SelectMany(name => data[name]?["nodes"]?.AsArray() ?? []).Select(figure => figure!)];
        return
        [
            .. number
                .Nearest(Both("below", "above"), Both("anyBelow", "anyAbove"), figure =>
                    (figure["value"] ?? figure["lower"]?["value"] ?? figure["upper"]?["value"])?.GetValue<decimal>()
                )
                .Select(Figures.Row)
                .Select(row => new ToolRow(row, Figures.Line(row))),
        ];
    }

    private static JsonObject NameRow(JsonNode hit)
    {
        var node = hit["node"]!;
        var isArticle = node["title"] is not null;
        var row = new JsonObject
        {
            ["group"] =
                hit["source"].Text() == "SENTENCE" ? "sentence"
                : isArticle ? "article"
                : "name",
            ["id"] = node["id"].Copy(),
            ["name"] = (node["name"] ?? node["title"]).Copy(),
            ["nameEnglish"] = (node["nameEnglish"] ?? node["titleEnglish"]).Copy(),
            ["type"] = isArticle ? "Article" : node["entityType"].Copy(),
            ["match"] = hit["match"].Copy(),
            ["hint"] = Hint(hit, node),
            ["figure"] = null,
        }.With(Evidence.FirstOfEntity(node), Evidence.ReferenceOf(node));
        if (!isArticle)
            return row;
        row["citation"] = node["citeAs"].Copy();
        row["article"] = node["id"].Copy();
        row["url"] = node["articleUrl"].Copy();
        return row;
    }

    private static JsonObject FigureRow(JsonNode figure)
    {
        var printed = Figures.Row(figure);
        var row = new JsonObject
        {
            ["group"] = "figure",
            ["id"] = printed["id"].Copy(),
            ["name"] = printed["figure"].Copy(),
            ["nameEnglish"] = null,
            ["type"] = "Observation",
            ["match"] = null,
            ["hint"] = $"{printed["about"]} · {printed["indicator"]}",
        }.With(Evidence.First(figure));
        foreach (var name in Evidence.Members)
            printed.Remove(name);
        row["figure"] = printed;
        return row;
    }

    private static string Line(JsonObject row) =>
        $"{row["name"]}"
        + (row["nameEnglish"] is { } english ? $" / {english}" : "")
        + $" ({row["type"]}{(row["hint"] is { } hint ? $"; {hint}" : "")}) — {row["citation"]} [{row["id"]}]";

    /// <summary>What tells namesakes apart: the first post, where it lies, what it measures; of a hit in a sentence, where that
    /// stands.</summary>
    private static string? Hint(JsonNode hit, JsonNode node) =>
        hit["address"] is { } address ? address.GetValue<string>()
        : node["definition"] is { } definition ? definition.GetValue<string>()
        : node["hints"]?["nodes"]?.AsArray().FirstOrDefault() is not { } first ? null
        : first["title"] is { } post ? $"{first["to"]!["name"]} {post}"
        : first["to"]!["name"].Text();

    private static Candidate Near(JsonNode near) =>
        new(near["node"]!["id"]!.GetValue<string>(), near["node"]!["type"].Text() ?? "Article", near["name"]!.GetValue<string>());
}
