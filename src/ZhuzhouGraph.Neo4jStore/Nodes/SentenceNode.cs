namespace ZhuzhouGraph.Neo4jStore.Nodes;

/// <summary><c>(:Article)-[:HAS_SENTENCE]->(:Sentence {article, address, text})</c>, where the text is held.</summary>
internal static class SentenceNode
{
    public static Dictionary<string, object?> Properties(Sentence sentence, string article) =>
        new()
        {
            ["article"] = article,
            ["address"] = sentence.Address.ToString(),
            ["place"] = sentence.Address.SortKey,
            ["text"] = sentence.Text,
            ["folded"] = Folding.Fold(sentence.Text),
            ["digest"] = NodeDigest.Of(sentence),
        };

    /// <summary>The sentence without its span, which is not kept.</summary>
    public static Sentence Read(CypherMap node) =>
        new(NodeProperties.Address(node, "address"), NodeProperties.Text(node, "text"), new Span(0, 0));
}
