using NodaTime;
using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore.Lists;

/// <summary>
/// Nodes by their ids. What is listed comes before what is past, an id of its own before a former one, and the newest vintage before
/// older ones.
/// </summary>
internal static class NodesById
{
    private const string Removed =
        "head(COLLECT { MATCH (c:Change {id: t.id}) WHERE c.kind = 'REMOVED' MATCH (v:DataVersion {number: c.version}) "
        + "RETURN v.recordedAt ORDER BY c.version DESC LIMIT 1 })";

    /// <summary>Parts of a union, each with p (what was asked), rank, kind, t and removedAt.</summary>
    public static IEnumerable<string> Branches(NodeKind kind, string ids, RecordKinds brief)
    {
        var node = kind switch
        {
            NodeKind.Entity => Form(EntityNode.Whole, EntityNode.Brief, RecordKinds.Entities),
            NodeKind.Relationship => Form(FactNode.Whole, FactNode.Brief, RecordKinds.Relationships),
            NodeKind.Observation => Form(ObservationNode.Whole, ObservationNode.Brief, RecordKinds.Observations),
            _ => Form(ArticleNode.Whole, ArticleNode.Brief, RecordKinds.Articles),
        };
        return kind switch
        {
            NodeKind.Entity =>
            [
                Branch(0, "MATCH (t:Entity {id: p})"),
                Branch(1, "MATCH (f:FormerId {id: p}) MATCH (t:Entity {id: f.entity})"),
                Branch(2, "MATCH (t:PastEntity {id: p})", Removed),
                Branch(3, "MATCH (f:FormerId {id: p}) MATCH (t:PastEntity {id: f.entity})", Removed),
            ],
            NodeKind.Relationship =>
            [
                Branch(0, "MATCH (t:Fact {id: p})"),
                Branch(1, "MATCH (f:FormerId {id: p}) MATCH (t:Fact {id: f.fact})"),
            ],
            NodeKind.Observation =>
            [
                Branch(0, "MATCH (t:Observation {id: p})"),
                Branch(
                    1,
                    "CALL (p) { MATCH (t:PastObservation) WHERE t.id = p AND t.recordedVersion > 0 RETURN t ORDER BY t.id DESC, "
                        + "t.recordedVersion DESC LIMIT 1 }"
                ),
            ],
            _ => [Branch(0, "MATCH (t:Article {id: p})"), Branch(1, "MATCH (t:PastArticle {id: p})", Removed)],
        };

        string Branch(int rank, string match, string removedAt = "null") =>
            $"UNWIND {ids} AS p {match} RETURN p AS p, {rank} AS rank, {(int)kind} AS kind, {node} AS t, {removedAt} AS removedAt";

        string Form<T>(NodeForm<T> whole, NodeForm<T> inBrief, RecordKinds records) => (brief.HasFlag(records) ? inBrief : whole).Of("t");
    }

    /// <param name="removedAt">What is past says since when, as the log has it.</param>
    public static IGraphNode Read(NodeKind kind, CypherMap node, Instant? removedAt, RecordKinds brief) =>
        kind switch
        {
            NodeKind.Entity when brief.HasFlag(RecordKinds.Entities) => EntityNode.Brief.Read(node),
            NodeKind.Entity => EntityNode.Served(node) with { RemovedAt = removedAt },
            NodeKind.Relationship => (brief.HasFlag(RecordKinds.Relationships) ? FactNode.Brief : FactNode.Whole).Read(node),
            NodeKind.Observation => (brief.HasFlag(RecordKinds.Observations) ? ObservationNode.Brief : ObservationNode.Whole).Read(node),
            _ when brief.HasFlag(RecordKinds.Articles) => ArticleNode.Brief.Read(node),
            _ => ArticleNode.Read(node) with { RemovedAt = removedAt },
        };
}
