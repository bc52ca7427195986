using System.Text.Json.Nodes;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.Mcp.Tools;

/// <summary>An article, sentence by sentence: where the text is held its words, and what was read from each.</summary>
internal sealed class ArticleTool : McpTool
{
    /// <summary>Told of a sentence whose text the server does not hold.</summary>
    public const string TextNotHeld = "TEXT_NOT_HELD";

    /// <summary>Citations in one look, the fewest and the most; a sentence has some five, and may have many.</summary>
    private const int Fewest = 50,
        Most = 150,
        PerSentence = 5;

    /// <summary>Looks for an address that stands far back.</summary>
    private const int MostLooks = 10;

    private static readonly string Body =
        """
            fragment Body on Article {
              id title citeAs hasText removedAt
              cited(first: $first, after: $after) {
                pageInfo { hasNextPage }
                edges { cursor node {
                  citation { ...Evidence wordsStart wordsEnd }
                  node { kind: __typename id ... on Entity { name } ...Connection ...Figure }
                } }
              }
            }
            """
        + Figures.Fragment
        + Connections.Fragment
        + Evidence.OfCitation
        + Evidence.OfGraph;

    private static readonly string ById =
        "query ($id: ID!, $first: Int!, $after: String) { node(id: $id) { id ... on Article { ...Body } } ...Graph } " + Body;

    private static readonly string ByTitle =
        "query ($text: String!, $first: Int!, $after: String) { "
        + "articles(filter: { text: $text }, first: 6) { totalCount nodes { id title date } } "
        + "found: articles(filter: { text: $text }, first: 1) { nodes { ...Body } } "
        + "search(text: $text, types: [Article], first: 1) { nearest { name node { id } } } ...Graph } "
        + Body;

    public override string Name => "read_article";

    public override string Description =>
        "An article 文章 sentence by sentence, with the facts read from each: names, connections, figures. "
        + "sentence is null where "
        + "the text is not held (TEXT_NOT_HELD). address (61.1) gives one sentence.";

    public override IReadOnlyList<ToolArgument> Arguments { get; } =
    [
        new("article", ArgumentKind.Text, "id, or a part of the title") { IsRequired = true },
        new("address", ArgumentKind.Text, "such as 61.1"),
        ToolArgument.Limit(20, 60),
        ToolArgument.Cursor,
    ];

    public override IReadOnlyList<string> Documents { get; } = [ById, ByTitle];

    public override IReadOnlyList<string> Naming { get; } = ["article"];

    public override IReadOnlyDictionary<string, string> Renamed { get; } =
        new Dictionary<string, string>
        {
            ["id"] = "article",
            ["text"] = "article",
            ["after"] = "cursor",
        };

    public override IReadOnlyList<string> Members { get; } = ["part", "sentence", "code", "facts"];

    public override IEnumerable<(string Code, string Message)> ProblemsOf(McpArguments arguments) =>
        arguments.Text("address") is { } address && Address.Parse(address) is null
            ? [(McpErrors.BadArgument, $"'address' is '{ArgumentReader.Shorten(address)}'; allowed is line and sentence, such as 61.1.")]
            : [];

    public override async Task FindAsync(string argument, string named, AskGraph ask, CancellationToken cancellationToken) =>
        Found(await AskAsync(named, 1, null, ask, cancellationToken), named);

    public override async Task<ToolRows> RunAsync(McpArguments arguments, AskGraph ask, CancellationToken cancellationToken)
    {
        var address = arguments.Text("address");
        var (after, atOnce) = (arguments.Cursor, address is null ? Math.Clamp(PerSentence * arguments.Limit, Fewest, Most) : Most);
        for (var look = 0; ; look++)
        {
            var data = await AskAsync(arguments.Text("article")!, atOnce, after, ask, cancellationToken);
            var article = Found(data, arguments.Text("article")!);
            var edges = article["cited"]!["edges"]!.AsArray();
            var hasMore = HasMore(article["cited"]!);
            var groups = Sentences(edges, hasMore);
            if (address is not null)
            {
                var there = groups.Where(group => group.Address == address).ToList();
                if (there.Count == 0 && hasMore && look < MostLooks)
                {
                    after = edges[^1]!["cursor"].Text();
                    continue;
                }
                groups = there;
                hasMore = false;
            }
            var rows = groups.Take(arguments.Limit).Select(Row).ToList();
            return new ToolRows(rows, data["summary"]!)
            {
                HasMore = address is null && (hasMore || rows.Count < groups.Count),
                Note =
                    $"{article["citeAs"]} [{article["id"]}]{Evidence.Removed(article["removedAt"])}"
                    + (
                        article["hasText"]!.GetValue<bool>()
                            ? ""
                            : $" {TextNotHeld}: this server does not hold the text; started with --texts it does."
                    )
                    + (rows.Count == 0 ? " The graph holds nothing printed there." : ""),
            };
        }
    }

    private static Task<JsonNode> AskAsync(string article, int atOnce, string? after, AskGraph ask, CancellationToken cancellationToken) =>
        NodeId.KindOf(article) is null
            ? ask(ByTitle, Given(("text", article), ("first", atOnce), ("after", after)), cancellationToken)
            : ask(ById, Given(("id", article), ("first", atOnce), ("after", after)), cancellationToken);

    private static JsonNode Found(JsonNode data, string asked)
    {
        if (data["articles"] is not { } named)
            return data["node"] is { } node && node["cited"] is not null
                ? node
                : throw new McpRefusal(
                    McpErrors.UnknownName,
                    $"'article' is '{ArgumentReader.Shorten(asked)}'. No article has this id; 'article' takes an id, or a part of a title."
                );
        var candidates = named["nodes"]!
            .AsArray()
            .Select(one => new Candidate(one!["id"]!.GetValue<string>(), $"Article of {one["date"]}", one["title"]!.GetValue<string>()))
            .ToList();
        if (candidates.Count == 1)
            return data["found"]!["nodes"]![0]!;
        throw candidates.Count > 1
            ? new McpRefusal(
                McpErrors.AmbiguousName,
                $"'article' is '{ArgumentReader.Shorten(asked)}', which {named["totalCount"]} titles have. Ask by id.",
                candidates
            )
            : new McpRefusal(
                McpErrors.UnknownName,
                $"'article' is '{ArgumentReader.Shorten(asked)}'. No title has these words; 'article' takes an id, or a part of a title.",
                [
                    .. data["search"]!["nearest"]!
                        .AsArray()
                        .Select(near => new Candidate(
                            near!["node"]!["id"]!.GetValue<string>(),
                            nameof(Article),
                            near["name"]!.GetValue<string>()
                        )),
                ]
            );
    }

    private sealed record Group(string Address, List<JsonNode> Items, string? Cursor);

    /// <summary>The sentences in print order; the last one of a page that goes on may have more facts, and comes with the next.</summary>
    private static List<Group> Sentences(JsonArray edges, bool hasMore)
    {
        List<Group> groups = [];
        foreach (var edge in edges)
        {
            var address = edge!["node"]!["citation"]!["address"]!.GetValue<string>();
            if (groups.Count == 0 || groups[^1].Address != address)
                groups.Add(new(address, [], null));
            groups[^1].Items.Add(edge["node"]!);
            groups[^1] = groups[^1] with { Cursor = edge["cursor"].Text() };
        }
        return hasMore && groups.Count > 1 ? groups[..^1] : groups;
    }

    private static ToolRow Row(Group group)
    {
        var citation = group.Items[0]["citation"]!;
        var facts = group.Items.Select(Fact).ToList();
        var json = new JsonObject
        {
            ["part"] = citation["part"].Copy(),
            ["sentence"] = citation["quote"].Copy(),
            ["code"] = citation["quote"] is null ? TextNotHeld : null,
            ["facts"] = new JsonArray([.. facts]),
        }.With(citation);
        return new ToolRow(json, Line(json, facts), group.Cursor);
    }

    private static JsonObject Fact(JsonNode item)
    {
        var (node, citation) = (item["node"]!, item["citation"]!);
        var kind = node["kind"].Text();
        var fact =
            kind == nameof(Observation) ? Figures.Row(node)
            : node["name"] is null ? Connections.Row(node)
            : new JsonObject { ["name"] = node["name"].Copy() };
        return new JsonObject
        {
            ["id"] = node["id"].Copy(),
            ["type"] = kind,
            ["fact"] = Facts.Told(fact),
            ["reading"] = fact["reading"].Copy(),
            ["saidBy"] = fact["saidBy"].Copy(),
            ["words"] = citation["words"].Copy(),
            ["wordsStart"] = citation["wordsStart"].Copy(),
            ["wordsEnd"] = citation["wordsEnd"].Copy(),
            ["citation"] = citation["citeAs"].Copy(),
            ["url"] = citation["url"].Copy(),
        };
    }

    /// <summary>Each fact before its own citation, those of one citation together, each citation of several on a line of its own.</summary>
    private static string Line(JsonObject row, List<JsonObject> facts)
    {
        var cited = facts
            .GroupBy(fact => fact["citation"]!.GetValue<string>(), StringComparer.Ordinal)
            .Select(of => $"{string.Join("; ", of.Select(fact => $"{fact["fact"]} [{fact["id"]}]"))} — {of.Key}")
            .ToList();
        return $"{row["address"]} ({row["part"]}) {row["sentence"]?.ToString() ?? TextNotHeld}:"
            + string.Concat(cited.Select(of => (cited.Count == 1 ? " " : "\n  ") + of));
    }
}
