namespace ZhuzhouGraph.Neo4jStore.Nodes;

/// <summary>
/// <c>(:Citation {of, article, address, part, words, quote, start, end})-[:FROM]->(:Article)</c>; <c>of</c> is the id of the relationship,
/// observation or entity. A citation of a relationship has no words, which is an empty text here, so that the index holds it.
/// </summary>
internal static class CitationNode
{
    public static Dictionary<string, object?> Properties(CitationKey key, Citation citation) =>
        new()
        {
            ["of"] = citation.Of,
            ["article"] = citation.Article,
            ["address"] = citation.Address.ToString(),
            ["sort"] = key.Sort,
            ["part"] = NodeProperties.Word(citation.Part),
            ["words"] = key.Words,
            ["folded"] = Folding.Fold(key.Words),
            ["quote"] = citation.Quote,
            ["start"] = citation.Span?.Start,
            ["end"] = citation.Span?.End,
            ["wordsStart"] = citation.WordsSpan?.Start,
            ["wordsEnd"] = citation.WordsSpan?.End,
            ["digest"] = NodeDigest.Of(citation),
        };

    private static readonly string[] Place = ["of", "article", "address", "part", "words"];

    public static NodeForm<Citation> Whole { get; } = new(Read, [.. Place, "quote", "start", "end", "wordsStart", "wordsEnd"]);

    public static NodeForm<Citation> Brief { get; } = new(node => Placed(node) with { IsBrief = true }, Place);

    public static Citation Read(CypherMap node) =>
        Placed(node) with
        {
            Quote = node.Text("quote"),
            Span = Span(node, "start", "end"),
            WordsSpan = Span(node, "wordsStart", "wordsEnd"),
        };

    private static Citation Placed(CypherMap node) =>
        new(
            NodeProperties.Text(node, "of"),
            NodeProperties.Text(node, "article"),
            NodeProperties.Address(node, "address"),
            NodeProperties.Enumeration<ArticlePart>(node, "part"),
            node.Text("words") is { Length: > 0 } words ? words : null
        );

    private static Span? Span(CypherMap node, string start, string end) =>
        node.Number(start) is { } first && node.Number(end) is { } last ? new Span((int)first, (int)last) : null;
}
