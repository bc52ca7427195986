using NodaTime;
using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore.Lists;

/// <summary>
/// Nodes by their ids. What is listed comes before what is past, an id of its own before a former one, and the newest vintage before
/// older ones; only what is not listed under its own id is sought elsewhere.
/// </summary>
/// <param name="brief">The kinds of which only what names them is wanted.</param>
internal sealed class NodesById(RecordKinds brief)
{
    private const string Removed =
        "head(COLLECT { MATCH (c:Change {id: t.id}) WHERE c.kind = 'REMOVED' MATCH (v:DataVersion {number: c.version}) "
        + "RETURN v.recordedAt ORDER BY c.version DESC LIMIT 1 })";

    private readonly NodeForm<Entity> _entity = brief.HasFlag(RecordKinds.Entities) ? EntityNode.Brief : EntityNode.Whole;
    private readonly NodeForm<Relationship> _fact = brief.HasFlag(RecordKinds.Relationships) ? FactNode.Brief : FactNode.Whole;
    private readonly NodeForm<Article> _article = brief.HasFlag(RecordKinds.Articles) ? ArticleNode.Brief : ArticleNode.Whole;
    private readonly NodeForm<Observation> _observation = brief.HasFlag(RecordKinds.Observations)
        ? ObservationNode.Brief
        : ObservationNode.Whole;

    /// <summary>What a row holds: what was asked, a rank (the lowest counts), the kind, the node and when it was removed.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["p", "rank", "kind", "t", "removedAt"];

    /// <summary>The statement's text.</summary>
    /// <param name="branches">Parts of a union: those of ids and names.</param>
    public static string Text(IEnumerable<string> branches) =>
        $"CALL () {{\n{string.Join("\nUNION ALL\n", branches)}\n}}\n"
        + "RETURN row[0] AS p, row[1] AS rank, row[2] AS kind, row[3] AS t, row[4] AS removedAt";

    /// <summary>The part of the union for ids of one kind.</summary>
    public string Branch(NodeKind kind, string ids)
    {
        return kind switch
        {
            NodeKind.Entity => Sought(
                "(t:Entity {id: p})",
                _entity.Of("t"),
                ("MATCH (f:FormerId {id: p}) MATCH (t:Entity {id: f.entity})", "null"),
                ("MATCH (t:PastEntity {id: p})", Removed),
                ("MATCH (f:FormerId {id: p}) MATCH (t:PastEntity {id: f.entity})", Removed)
            ),
            NodeKind.Relationship => Sought(
                "(t:Fact {id: p})",
                _fact.Of("t"),
                ("MATCH (f:FormerId {id: p}) MATCH (t:Fact {id: f.fact})", "null")
            ),
            NodeKind.Observation => Sought(
                "(t:Observation {id: p})",
                _observation.Of("t"),
                (
                    "CALL (p) { MATCH (t:PastObservation) WHERE t.id = p AND t.recordedVersion > 0 RETURN t ORDER BY t.id DESC, "
                        + "t.recordedVersion DESC LIMIT 1 }",
                    "null"
                )
            ),
            _ => Sought("(t:Article {id: p})", _article.Of("t"), ("MATCH (t:PastArticle {id: p})", Removed)),
        };

        string Sought(string own, string node, params (string Match, string RemovedAt)[] others)
        {
            var sought = others.Select(
                (other, at) => $"\nUNION ALL UNWIND missing AS p {other.Match} RETURN {Row(at + 1, kind, node, other.RemovedAt)} AS row"
            );
            return $"UNWIND {ids} AS p OPTIONAL MATCH {own}\nWITH collect(CASE WHEN t IS NULL THEN p END) AS missing,"
                + $" collect(CASE WHEN t IS NOT NULL THEN {Row(0, kind, node, "null")} END) AS found\n"
                + $"CALL (missing, found) {{\nUNWIND found AS row RETURN row{string.Concat(sought)}\n}}\nRETURN row";
        }
    }

    /// <summary>The part for exact names, folded.</summary>
    public static string Named(string folded, int rank) =>
        $"UNWIND {folded} AS p MATCH (n:Name) WHERE n.folded = p AND n.owner >= '' MATCH (t:Entity {{id: n.owner}}) WITH DISTINCT p, t "
        + $"RETURN {Row(rank, NodeKind.Entity, EntityNode.Whole.Of("t"), "null")} AS row";

    public IGraphNode Read(CypherRow row) =>
        (NodeKind)row.Number(2) switch
        {
            NodeKind.Entity => _entity.Read(row[3]) with { RemovedAt = row.MomentOrNull(4) },
            NodeKind.Relationship => _fact.Read(row[3]),
            NodeKind.Observation => _observation.Read(row[3]),
            _ => _article.Read(row[3]) with { RemovedAt = row.MomentOrNull(4) },
        };

    private static string Row(int rank, NodeKind kind, string node, string removedAt) => $"[p, {rank}, {(int)kind}, {node}, {removedAt}]";
}
