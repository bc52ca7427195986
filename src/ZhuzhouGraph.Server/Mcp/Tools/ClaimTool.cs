using System.Text.Json.Nodes;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.Mcp.Tools;

/// <summary>How a claim agrees with what was printed: the only tool that gives a verdict.</summary>
internal sealed class ClaimTool : McpTool
{
    /// <summary>The longest claim.</summary>
    private const int MaxClaim = 500;

    private const string Now = "NOW",
        ClaimTime = "CLAIM_TIME";

    /// <summary>What a verdict without evidence has in the place of a citation.</summary>
    private const string Undecided = "没有可据以判断的刊载 (nothing printed decides)";

    /// <summary>The lists of printed things in an answer.</summary>
    private static readonly string[] Shown = ["evidence", "rejected", "superseded"];

    /// <summary>What stands in a row by itself; the parts of the claim as it was read stand in <c>slots</c>.</summary>
    private static readonly string[] Own =
    [
        "verdict",
        "chinese",
        "english",
        "reason",
        "rule",
        "tolerance",
        "computation",
        .. Shown,
        "flags",
        "implied",
        "wouldChange",
        "wouldChangeEnglish",
    ];

    private static readonly string Document =
        """
            query ($text: String!, $claimDate: Date, $asOf: Date, $article: ID) {
              checkClaim(text: $text, claimDate: $claimDate, asOf: $asOf, article: $article) {
                ...claimReport
                claims { evidence { ...Cited } rejected { ...Cited } superseded { ...Cited } }
                relations { evidence { ...CitedRelation } nearest { ...CitedRelation } }
              }
              ...Graph
            }
            fragment Cited on ClaimEvidence { observation { citations(first: 1) { nodes { ...Evidence } } } }
            fragment CitedRelation on RelationEvidence { relationship { citations(first: 1) { nodes { ...Evidence } } } }

            """
        + string.Join('\n', ClaimFragments.All)
        + Evidence.OfCitation
        + Evidence.OfGraph;

    private const string NamedArticle = "query ($article: ID!) { checkClaim(text: \"0\", article: $article) { dataVersion } }";

    public override string Name => "check_claim";

    public override string Description =>
        "Checks a sentence 核查 against what was printed, by rules: a row for each claim, with verdict, rule, evidence and what would "
        + "change it. AMBIGUOUS and NOT_ENOUGH_EVIDENCE are answers. CLAIM_TIME looks only at prints up to claimed_on.";

    public override IReadOnlyList<ToolArgument> Arguments { get; } =
    [
        new("claim", ArgumentKind.Text) { IsRequired = true, Longest = MaxClaim },
        new("claimed_on", ArgumentKind.Day),
        new("own_article", ArgumentKind.Text, "id of the article that says so: no evidence for itself"),
        new("mode", ArgumentKind.Choice) { Allowed = [Now, ClaimTime], Default = JsonValue.Create(Now) },
    ];

    public override IReadOnlyList<string> Documents { get; } = [Document, NamedArticle];

    public override IReadOnlyList<string> Naming { get; } = ["own_article"];

    public override IReadOnlyDictionary<string, string> Renamed { get; } =
        new Dictionary<string, string>
        {
            ["text"] = "claim",
            ["claimDate"] = "claimed_on",
            ["asOf"] = "claimed_on",
            ["article"] = "own_article",
        };

    public override IReadOnlyList<string> Members { get; } = ["claim", .. Own, "slots"];

    public override IEnumerable<(string Code, string Message)> ProblemsOf(McpArguments arguments) =>
        arguments.Text("mode") == ClaimTime && !arguments.Has("claimed_on")
            ? [(McpErrors.MissingArgument, "'claimed_on' is left out; with mode CLAIM_TIME it is needed: a day such as 2023-05-19.")]
            : [];

    public override Task FindAsync(string argument, string named, AskGraph ask, CancellationToken cancellationToken) =>
        ask(NamedArticle, Given(("article", named)), cancellationToken);

    public override async Task<ToolRows> RunAsync(McpArguments arguments, AskGraph ask, CancellationToken cancellationToken)
    {
        var day = arguments.Text("claimed_on");
        var data = await ask(
            Document,
            Given(
                ("text", arguments.Text("claim")),
                ("claimDate", day),
                ("asOf", arguments.Text("mode") == ClaimTime ? day : null),
                ("article", arguments.Text("own_article"))
            ),
            cancellationToken
        );
        var report = data["checkClaim"]!;
        var claims = report["claims"]!
            .AsArray()
            .Concat(report["relations"]!.AsArray().Select(Renaming))
            .Select(claim => Row(claim!))
            .ToList();
        return new ToolRows([.. claims.Select(row => new ToolRow(row, Line(row)))], data["summary"]!)
        {
            Total = claims.Count,
            Note =
                $"Rules {report["rulesVersion"]}; times read by {report["claimDate"]}."
                + (report["reason"] is { } reason ? $" {reason}: it says nothing that can be checked." : ""),
        };
    }

    /// <summary>What is said of a relation, under the names of what is said of a figure.</summary>
    private static JsonNode Renaming(JsonNode? relation)
    {
        var claim = relation!.DeepClone().AsObject();
        foreach (var (name, other) in new[] { ("nearest", "rejected"), ("slots", "parts") })
        {
            var value = claim[name];
            claim.Remove(name);
            claim[other] = value;
        }
        claim["superseded"] = new JsonArray();
        claim["implied"] = new JsonArray();
        claim["flags"] = claim["note"] is { } note
            ? new JsonArray(new JsonObject { ["chinese"] = note.Copy(), ["english"] = claim["noteEnglish"].Copy() })
            : new JsonArray();
        claim.Remove("note");
        claim.Remove("noteEnglish");
        return claim;
    }

    private static JsonObject Row(JsonNode claim)
    {
        var row = new JsonObject { ["claim"] = claim["quote"].Copy() };
        foreach (var name in Own)
            row[name] = Shown.Contains(name)
                ? new JsonArray([.. claim[name]!.AsArray().Select(one => (JsonNode?)Printed(one!))])
                : claim[name].Copy();
        row["slots"] = new JsonObject(
            claim
                .AsObject()
                .Where(part => part.Value is not null && part.Key != "quote" && !Own.Contains(part.Key))
                .Select(part => KeyValuePair.Create(part.Key, part.Value.Copy()))
        );
        var first = row["evidence"]!.AsArray().FirstOrDefault();
        row["citation"] = first?["citation"].Copy() ?? Undecided;
        row["article"] = first?["articleId"].Copy();
        row["address"] = first?["address"].Copy();
        row["words"] = first?["printed"].Copy();
        row["quote"] = first?["quote"].Copy();
        row["url"] = first?["url"].Copy();
        return row;
    }

    /// <summary>Something printed, with what it is cited as.</summary>
    private static JsonObject Printed(JsonNode evidence)
    {
        var citation = (evidence["observation"] ?? evidence["relationship"]) is { } stated ? Evidence.First(stated) : null;
        var row = new JsonObject(
            evidence
                .AsObject()
                .Where(part => part.Value is not null && part.Key is not ("observation" or "relationship" or "path"))
                .Select(part => KeyValuePair.Create(part.Key, part.Value.Copy()))
        );
        row["citation"] = citation?["citeAs"].Copy() ?? Composed(evidence);
        row["url"] = citation?["url"].Copy();
        return row;
    }

    /// <summary>Of what its article no longer states there is no citation; where it stood is told all the same.</summary>
    private static string Composed(JsonNode evidence) =>
        $"《{evidence["newspaper"]}》{evidence["date"]}，《{evidence["title"]}》{(evidence["address"] is { } at ? $" {at}" : "")}"
        + (evidence["printed"] is { } words ? $"：“{words}”" : "");

    private static string Line(JsonObject row)
    {
        var printed = row["evidence"]!.AsArray();
        return string.Join(
            '\n',
            [
                $"{row["verdict"]}: {row["english"]} {row["chinese"]} — {row["citation"]}",
                $"  claim: {row["claim"]}; rule {row["rule"]}; {row["computation"] ?? row["reason"]}",
                .. printed.Skip(1).Select(one => $"  also: {one!["citation"]}"),
                .. row["rejected"]!.AsArray().Take(3).Select(one => $"  nearest, differs in {one!["differing"]}: {one["citation"]}"),
                .. row["flags"]!.AsArray().Select(flag => $"  note: {flag!["english"]}"),
                $"  would change it: {row["wouldChangeEnglish"]}",
            ]
        );
    }
}
