using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore.Migrations;

/// <summary>Records as the parameters of <c>Rewrite.cypher</c>, made by the code that imports write with.</summary>
internal sealed class RewrittenPage
{
    /// <summary>An article with its sentences, citations and figures, those of the past included.</summary>
    public const string ArticleProjection =
        "n, COLLECT { MATCH (n)-[:HAS_SENTENCE]->(x:Sentence) RETURN x }, COLLECT { MATCH (n)<-[:FROM]-(c:Citation|PastCitation) RETURN c "
        + "}, "
        + "COLLECT { MATCH (n)<-[:PRINTED_IN]-(o:Observation|PastObservation) RETURN o }";

    public const string EntityProjection = "n";

    /// <summary>A fact with what articles state of it.</summary>
    public const string FactProjection = "n, COLLECT { MATCH (n)<-[s:STATES]-() RETURN s }";

    private readonly Dictionary<string, List<Dictionary<string, object?>>> _rows = new(StringComparer.Ordinal)
    {
        ["articles"] = [],
        ["citations"] = [],
        ["pastCitations"] = [],
        ["observations"] = [],
        ["pastObservations"] = [],
        ["entities"] = [],
        ["facts"] = [],
    };

    /// <summary>The nodes of a label after an id, in the order of their ids, each with its id and what the projection has of it.</summary>
    public static Cypher After(string id, string label, int size, string projection) =>
        Cypher.Of(
            "READ records",
            $"MATCH (n:{label}) WHERE n.id > $p.last WITH n ORDER BY n.id LIMIT $p.size RETURN n.id, {projection}",
            ("last", id),
            ("size", size)
        );

    /// <summary>How many nodes and relationships are written.</summary>
    public int Rows { get; private set; }

    public IEnumerable<(string Name, object? Value)> Parameters => _rows.Select(rows => (rows.Key, (object?)rows.Value));

    public void Add(RewrittenPage page)
    {
        foreach (var (name, rows) in page._rows)
            _rows[name].AddRange(rows);
        Rows += page.Rows;
    }

    public void AddArticle(CypherRow row)
    {
        var node = row.Map(1);
        var article = ArticleNode.Read(node);
        var sentences = row.Maps(2).Select(SentenceNode.Read).Select(s => SentenceNode.Properties(s, article.Id)).ToList();
        _rows["articles"]
            .Add(
                new()
                {
                    ["id"] = article.Id,
                    ["properties"] = ArticleNode.Properties(article, (int)CypherValue.Required(node.Number("citations"))),
                    ["foldedTitles"] = new[] { Folding.Fold(article.Title), Folding.Fold(article.TitleEnglish) },
                    ["sentences"] = sentences,
                }
            );
        foreach (var citation in row.Maps(3))
            _rows[citation.Labels.Contains("Citation") ? "citations" : "pastCitations"]
                .Add(
                    CitationNode.Properties(
                        new CitationKey(
                            NodeProperties.Text(citation, "of"),
                            NodeProperties.Text(citation, "sort"),
                            NodeProperties.Text(citation, "words")
                        ),
                        CitationNode.Read(citation)
                    )
                );
        foreach (var observation in row.Maps(4))
        {
            var record = EarlierBounds.Renewed(ObservationNode.Read(observation));
            _rows[observation.Labels.Contains("Observation") ? "observations" : "pastObservations"]
                .Add(
                    ObservationNode.Properties(
                        record,
                        NodeProperties.Text(observation, "sort"),
                        record.RecordedAt,
                        CypherValue.Required(observation.Number("recordedVersion"))
                    )
                );
        }
        Rows += 1 + sentences.Count + row.Maps(3).Count + row.Maps(4).Count;
    }

    public void AddEntity(CypherRow row)
    {
        var entity = EntityNode.Declared(row.Map(1));
        _rows["entities"].Add(EntityNode.Properties(entity, row.Map(1).Text("unit")));
        Rows += 1 + entity.Names.Count;
    }

    public void AddFact(CypherRow row)
    {
        var (node, statements) = (row.Map(1), row.Maps(2));
        var (fact, sort) = (FactNode.Read(node), NodeProperties.Text(node, "sort"));
        _rows["facts"]
            .Add(
                new()
                {
                    ["properties"] = FactNode.Properties(fact, sort),
                    ["edge"] = FactNode.EdgeProperties(fact, sort),
                    ["statements"] = statements
                        .Select(said => new Dictionary<string, object?>(FactNode.StatementProperties(FactNode.Read(node, said)))
                        {
                            ["article"] = NodeProperties.Text(said, "article"),
                        })
                        .ToList(),
                    ["occasions"] = Occasions
                        .Of(fact)
                        .Select((id, place) => new Dictionary<string, object?> { ["event"] = id, ["place"] = place })
                        .ToList(),
                }
            );
        // The fact stands in a node and an edge.
        Rows += 2 + statements.Count;
    }
}
