using System.Globalization;
using System.Text;
using System.Text.Json;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Migrations;

/// <summary>
/// A graph as a script of Cypher: one statement for all nodes of the same labels and one for all relationships of a type.
/// </summary>
public static class Neo4jScript
{
    /// <summary>What finds a node of each label again, the narrower label first.</summary>
    private static readonly (string Label, string[] Keys)[] Keys =
    [
        ("Entity", ["id"]),
        ("PastEntity", ["id"]),
        ("Article", ["id"]),
        ("PastArticle", ["id"]),
        ("Fact", ["id"]),
        ("Observation", ["id"]),
        ("PastObservation", ["id", "recordedVersion"]),
        ("Citation", ["of", "sort", "words"]),
        ("PastCitation", ["of", "sort", "words"]),
        ("Name", ["owner", "position"]),
        ("Sentence", ["article", "place"]),
        ("Store", ["id"]),
        ("Seq", ["id"]),
        ("Unit", ["id"]),
        ("IssueText", ["sha256"]),
        ("FormerId", ["id"]),
        ("DataVersion", ["number"]),
        ("Change", ["version", "sequence"]),
    ];

    public static string PathOf(int version) =>
        Path.Combine(
            RepositoryRoot.Path,
            "tests",
            "ZhuzhouGraph.Stores.Tests",
            "Migrations",
            string.Create(CultureInfo.InvariantCulture, $"neo4j-{version}.cypher")
        );

    /// <summary>The statements of a script.</summary>
    public static IReadOnlyList<string> StatementsOf(string script) =>
        script.Split(";\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Writes the graph as a script.</summary>
    /// <param name="ask">Gives the typed answer to a statement.</param>
    /// <param name="withHistory">False leaves out the number of writes and the log: see <see cref="SqliteScript.Of"/>.</param>
    public static async Task<string> OfAsync(Func<string, Task<JsonDocument>> ask, bool withHistory = true)
    {
        var script = new StringBuilder();
        using var nodes = await ask(withHistory ? "MATCH (n) RETURN n" : "MATCH (n) WHERE NOT n:DataVersion AND NOT n:Change RETURN n");
        foreach (
            var kind in Rows(nodes)
                .Select(row => Node(row[0], withHistory))
                .GroupBy(node => node.Labels)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
        )
            Append(script, kind.Select(node => node.Properties), $"CREATE (n:{kind.Key}) SET n = row");
        using var relationships = await ask("MATCH (a)-[r]->(b) RETURN a, r, b");
        var kinds = Rows(relationships)
            .Select(row =>
            {
                var (from, to) = (Key(row[0]), Key(row[2]));
                var relationship = row[1].GetProperty("_value");
                var properties = Map(relationship.GetProperty("_properties"), _ => true);
                return (
                    Row: $"{{from: {from.Key}, to: {to.Key}, properties: {properties}}}",
                    Kind: $"MATCH {Pattern("a", "from", from.Label)} MATCH {Pattern("b", "to", to.Label)} "
                        + $"CREATE (a)-[r:{relationship.GetProperty("_type").GetString()}]->(b) SET r = row.properties"
                );
            })
            .GroupBy(row => row.Kind, row => row.Row);
        foreach (var kind in kinds.OrderBy(g => g.Key, StringComparer.Ordinal))
            Append(script, kind, kind.Key);
        return script.ToString();
    }

    private static void Append(StringBuilder script, IEnumerable<string> rows, string statement) =>
        script.Append(
            CultureInfo.InvariantCulture,
            $"UNWIND [\n  {string.Join(",\n  ", rows.Order(StringComparer.Ordinal))}\n] AS row {statement};\n"
        );

    private static string Pattern(string variable, string end, string label) =>
        $"({variable}:{label} {{{string.Join(", ", KeysOf(label).Select(key => $"{key}: row.{end}.{key}"))}}})";

    private static string[] KeysOf(string label) => Keys.First(key => key.Label == label).Keys;

    private static (string Label, string Key) Key(JsonElement node)
    {
        var labels = Labels(node);
        var label = Keys.Select(key => key.Label).First(labels.Contains);
        return (label, Map(node.GetProperty("_value").GetProperty("_properties"), KeysOf(label).Contains));
    }

    // The writer is another one for each import, the epoch for each graph.
    private static (string Labels, string Properties) Node(JsonElement node, bool withHistory) =>
        (
            string.Join(':', Labels(node).Order(StringComparer.Ordinal)),
            Map(node.GetProperty("_value").GetProperty("_properties"), name =>
                name is not ("writer" or "epoch") && (withHistory || name is not ("generation" or "n"))
            )
        );

    private static List<string> Labels(JsonElement node) =>
        [.. node.GetProperty("_value").GetProperty("_labels").EnumerateArray().Select(label => label.GetString()!)];

    private static IEnumerable<JsonElement[]> Rows(JsonDocument answer) =>
        answer.RootElement.GetProperty("data").GetProperty("values").EnumerateArray().Select(row => row.EnumerateArray().ToArray());

    private static string Map(JsonElement properties, Func<string, bool> isWanted) =>
        "{"
        + string.Join(
            ", ",
            properties
                .EnumerateObject()
                .Where(p => isWanted(p.Name))
                .OrderBy(p => p.Name, StringComparer.Ordinal)
                .Select(p => $"{p.Name}: {Literal(p.Value)}")
        )
        + "}";

    private static string Literal(JsonElement typed)
    {
        var value = typed.GetProperty("_value");
        return typed.GetProperty("$type").GetString() switch
        {
            "String" => Quoted(value.GetString()!),
            "Integer" or "Float" => value.GetString()!,
            "Boolean" => value.GetBoolean() ? "true" : "false",
            "Date" => $"date('{value.GetString()}')",
            "List" => $"[{string.Join(", ", value.EnumerateArray().Select(Literal))}]",
            _ => $"datetime('{value.GetString()!.Split('[')[0]}')",
        };
    }

    private static string Quoted(string text)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("'", "\\'", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);
        return $"'{escaped}'";
    }
}
