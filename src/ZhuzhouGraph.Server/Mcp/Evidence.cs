using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>The parts of documents and rows that all tools share: where something is printed.</summary>
internal static class Evidence
{
    /// <summary>What a citation is asked for.</summary>
    public const string OfCitation = "fragment Evidence on Citation { address part words quote citeAs url article { id } }";

    /// <summary>What an entity is asked for, so that there is always evidence.</summary>
    public const string OfEntity = """
        fragment Cited on Entity {
          citations(first: 1) { nodes { ...Evidence } }
          cited(first: 1) { nodes { citation { ...Evidence } } }
          measured: observations(first: 1) { nodes { citations(first: 1) { nodes { ...Evidence } } } }
          stated: relationships(first: 1) { nodes { references { citeAs } } }
        }
        """;

    /// <summary>What is known of the whole graph, told with every answer.</summary>
    public const string OfGraph = "fragment Graph on Query { summary { articles coverage { first last } version { number } } }";

    /// <summary>
    /// What the graph covers of what was in print by a day: for documents with <c>$published: DateRange</c> and <c>$isByDay: Boolean!</c>.
    /// </summary>
    public const string InPrint = """
        fragment InPrint on Query {
          firstInPrint: articles(filter: { published: $published }, first: 1) @include(if: $isByDay) { totalCount nodes { date } }
          lastInPrint: articles(filter: { published: $published }, order: DATE_DESCENDING, first: 1) @include(if: $isByDay) {
            nodes { date }
          }
        }
        """;

    /// <summary>The members of a row that say where it is printed, as a schema has them.</summary>
    public static readonly IReadOnlyList<string> Members = ["citation", "article", "address", "words", "quote", "url"];

    /// <summary>What is told of a heading of ours that no article prints, such as an indicator that only sums up others.</summary>
    public const string OfHeading = "图谱自设的分类，报道中未刊登 (a heading of this graph; no article prints it)";

    /// <summary>Adds where it is printed; of what only a document states, the document.</summary>
    /// <param name="citation">Null where nothing is printed of it.</param>
    /// <param name="reference">A document that states it.</param>
    public static JsonObject With(this JsonObject row, JsonNode? citation, JsonNode? reference = null)
    {
        row["citation"] = (citation ?? reference)?["citeAs"].Copy() ?? OfHeading;
        row["article"] = citation?["article"]?["id"].Copy();
        row["address"] = citation?["address"].Copy();
        row["words"] = citation?["words"].Copy();
        row["quote"] = citation?["quote"].Copy();
        row["url"] = citation?["url"].Copy();
        return row;
    }

    /// <summary>The summary of the graph, or of what was in print where that was asked for.</summary>
    public static JsonNode SummaryOf(JsonNode data) =>
        data["firstInPrint"] is not { } first
            ? data["summary"]!
            : new JsonObject
            {
                ["articles"] = first["totalCount"].Copy(),
                ["coverage"] = new JsonObject { ["first"] = DateOf(first), ["last"] = DateOf(data["lastInPrint"]!) },
                ["version"] = data["summary"]!["version"].Copy(),
            };

    private static JsonNode? DateOf(JsonNode articles) => articles["nodes"]!.AsArray().FirstOrDefault()?["date"].Copy();

    /// <summary>The first citation of a node.</summary>
    public static JsonNode? First(JsonNode node) => (node["citations"] ?? node["sources"])?["nodes"]?.AsArray().FirstOrDefault();

    /// <summary>
    /// Where an entity stands first: one of its names, or else what is printed of it, or, of an indicator, a figure that it measures.
    /// </summary>
    public static JsonNode? FirstOfEntity(JsonNode entity) =>
        First(entity)
        ?? entity["cited"]?["nodes"]?.AsArray().FirstOrDefault()?["citation"]
        ?? (entity["measured"]?["nodes"]?.AsArray().FirstOrDefault() is { } figure ? First(figure) : null);

    /// <summary>The document that states something of an entity which no paper prints.</summary>
    public static JsonNode? ReferenceOf(JsonNode entity) =>
        entity["stated"]?["nodes"]?.AsArray().FirstOrDefault()?["references"]?.AsArray().FirstOrDefault();

    /// <summary>Words behind what the graph no longer holds; none behind what it does.</summary>
    public static string Removed(JsonNode? moment) => moment is null ? "" : $" (REMOVED {moment}: the graph holds it no more)";

    public static JsonNode? Copy(this JsonNode? node) => node?.DeepClone();

    /// <summary>A text of an answer; null where there is none.</summary>
    public static string? Text(this JsonNode? node) => node?.GetValue<string>();
}
