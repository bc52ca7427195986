using System.Text;

namespace ZhuzhouGraph.Neo4jStore.Nodes;

/// <summary>
/// The checksum of a record, which its node carries as <c>digest</c>; those of a unit add up to the <c>content</c> of its
/// <c>(:Unit)</c>. 40 bits, so that Cypher can add up as many as a unit may have.
/// </summary>
internal static class NodeDigest
{
    /// <summary>
    /// What a mention as FACT or DETAIL counts in <c>mentions</c> of a unit, so that one number holds how many there are of each.
    /// </summary>
    public const long Fact = 1L << 20,
        Detail = 1L << 40;

    private const int Dropped = 24;

    public static long Of(Entity entity) => Of(CanonicalJson.Write(entity));

    /// <summary>A relationship as it is merged, or as one article states it.</summary>
    public static long Of(Relationship relationship) => Of(CanonicalJson.Write(relationship));

    public static long Of(Observation observation) => Of(CanonicalJson.Write(observation));

    public static long Of(Citation citation) => Of(CanonicalJson.Write(citation));

    public static long Of(Article article) => Of(CanonicalJson.Write(article), article.Text ?? "");

    public static long Of(Sentence sentence) => Of(sentence.Address.ToString(), sentence.Text);

    /// <summary>What the records add up to that no other unit can have; entities go from one unit to another.</summary>
    public static long ContentOf(GraphBatch batch) =>
        batch.Relationships.Sum(Of)
        + batch.Observations.Sum(Of)
        + batch.Citations.DistinctBy(c => CitationKey.For(c, batch.Article!)).Sum(Of)
        + batch.Sentences.Sum(Of)
        + (batch.Article is { } article ? Of(article) : 0);

    public static long MentionsOf(GraphBatch batch) =>
        Mentions
            .Of(batch)
            .Values.Sum(kind =>
                kind switch
                {
                    "NAME" => 1,
                    "FACT" => Fact,
                    _ => Detail,
                }
            );

    private static long Of(params ReadOnlySpan<string> texts)
    {
        var digest = new RowDigest();
        foreach (var text in texts)
            digest.Add(0, Encoding.UTF8.GetBytes(text));
        return digest.Value >>> Dropped;
    }
}
