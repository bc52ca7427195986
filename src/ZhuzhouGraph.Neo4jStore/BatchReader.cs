using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>What an import must know before it can be planned. Each question is one statement.</summary>
internal sealed class BatchReader(CypherClient api, CancellationToken cancellationToken)
{
    private static readonly string StatementProjection = string.Join(", ", FactNode.StatementNames.Select(name => "." + name));

    // What asks every neighbour stands in a CASE: EXISTS is worked out before the condition beside it, for hubs too, which never go.
    private static readonly string KnownStatement = $$"""
        UNWIND $p.entities AS row
        CALL (row) {
            MATCH (e:Entity {id: row.id}) RETURN e, false AS isPast
            UNION ALL MATCH (e:PastEntity {id: row.id}) RETURN e, true AS isPast
        }
        WITH e, isPast, row, e.unit IS NULL OR (e.unit = $p.unit AND NOT row.isDeclared) AS mayGo
        RETURN e, isPast,
            [name IN e.foldedNames + row.names WHERE EXISTS { MATCH (c:Citation) WHERE c.of = e.id AND c.folded = name
                AND c.article <> $p.unit } | name] AS printed,
            mayGo AND EXISTS { MATCH ()-[m:MENTIONS]->() USING INDEX m:MENTIONS(entity, sort, article) WHERE m.entity = e.id
                AND m.sort >= '' AND m.article >= '' AND m.article <> $p.unit } AS isMentioned,
            CASE WHEN mayGo THEN COLLECT { MATCH (e)<-[:{{Statements.ReferenceTypes}}]-(x:Entity) WHERE x <> e RETURN x.id }
                ELSE [] END AS referredToBy,
            CASE WHEN mayGo THEN COLLECT { MATCH (e)<-[:{{Statements.ReferenceTypes}}]-(x:PastEntity) WHERE x <> e RETURN x.id }
                ELSE [] END AS referredToByPast,
            CASE WHEN mayGo THEN COLLECT { MATCH (e)<-[:{{ObservationNode.LinkTypes}}]-(:PastObservation) RETURN true LIMIT 1 }
                ELSE [] END <> [] AS isInPastObservation
        """;

    private const string StoredStatement = """
        RETURN
            COLLECT { MATCH (e:Entity) WHERE e.unit = $p.unit RETURN e },
            COLLECT { MATCH (a:Article {id: $p.unit}) RETURN a },
            COLLECT { MATCH ()-[s:STATES]->(f:Fact) USING INDEX s:STATES(article, sort, fact) WHERE s.article = $p.unit AND s.sort >= ''
                AND s.fact >= '' RETURN {fact: f, said: s} },
            COLLECT { MATCH (o:Observation) USING INDEX o:Observation(article, sort, id) WHERE o.article = $p.unit AND o.sort >= ''
                AND o.id >= '' RETURN o },
            COLLECT { MATCH (c:Citation) USING INDEX c:Citation(article) WHERE c.article = $p.unit RETURN c },
            COLLECT { MATCH (:Article {id: $p.unit})-[:HAS_SENTENCE]->(x:Sentence) RETURN x }
        """;

    /// <summary>What a unit holds, as a batch. Spans of sentences are not kept.</summary>
    public async Task<GraphBatch> StoredAsync(string unit) =>
        (
            await api.ReadAsync(
                Cypher.Of("READ unit content", StoredStatement, ("unit", unit)),
                row => new GraphBatch
                {
                    Unit = unit,
                    Hash = "",
                    Entities = [.. row.Maps(0).Select(EntityNode.Declared)],
                    Article = row.Maps(1) is [var article] ? ArticleNode.Read(article) : null,
                    Relationships = [.. row.Maps(2).Select(statement => FactNode.Read(statement.Map("fact")!, statement.Map("said")!))],
                    Observations = [.. row.Maps(3).Select(ObservationNode.Read)],
                    Citations = [.. row.Maps(4).Select(CitationNode.Read)],
                    Sentences = [.. row.Maps(5).Select(SentenceNode.Read)],
                },
                cancellationToken
            )
        )[0];

    /// <summary>
    /// What stands around the unit: two statements, and one more for each step from an entity that goes to one that it refers to.
    /// </summary>
    public async Task<BatchSurroundings> AroundAsync(GraphBatch stored, GraphBatch batch)
    {
        var around = new BatchSurroundings
        {
            Statements = await StatementsAsync(BatchPlanner.RelationshipsOf(stored, batch), batch.Unit),
            Entities = await EntitiesAsync(BatchPlanner.EntitiesOf(stored, batch), batch),
        };
        while (BatchPlanner.AlsoNeeded(around, batch) is { Count: > 0 } needed)
        {
            var more = await EntitiesAsync(needed, batch);
            if (more.Count == 0)
                break;
            around = around with { Entities = around.Entities.Concat(more).ToDictionary(StringComparer.Ordinal) };
        }
        return around;
    }

    private async Task<ILookup<string, ArticleStatement>> StatementsAsync(IReadOnlyList<string> relationships, string unit)
    {
        var statements =
            relationships.Count == 0
                ? []
                : await api.ReadAsync(
                    Cypher.Of(
                        "READ statements",
                        // What a thousand articles state in the same words is one row.
                        $$"""
                        UNWIND $p.facts AS id
                        MATCH (f:Fact {id: id})<-[s:STATES]-() WHERE s.article <> $p.unit
                        WITH f, s {{{StatementProjection}}} AS said, min(s.cited) AS cited
                        RETURN f, said, cited
                        """,
                        ("facts", relationships),
                        ("unit", unit)
                    ),
                    row => new ArticleStatement(FactNode.Read(row.Map(0), row.Map(1)), row.Text(2)),
                    cancellationToken
                );
        return statements.ToLookup(s => s.Relationship.Id, StringComparer.Ordinal);
    }

    private async Task<Dictionary<string, KnownEntity>> EntitiesAsync(IReadOnlyList<string> ids, GraphBatch batch)
    {
        if (ids.Count == 0)
            return new(StringComparer.Ordinal);
        var declared = batch.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var rows = ids.Select(id => new Dictionary<string, object?>
        {
            ["id"] = id,
            ["isDeclared"] = declared.ContainsKey(id),
            ["names"] = declared.GetValueOrDefault(id)?.Names.Select(n => Folding.Fold(n.Text)).ToList() ?? [],
        });
        var known = await api.ReadAsync(
            Cypher.Of("READ entities", KnownStatement, ("entities", rows.ToList()), ("unit", batch.Unit)),
            row => new KnownEntity(EntityNode.Declared(row.Map(0)), row.Map(0).Text("unit"))
            {
                IsPast = row.Flag(1),
                PrintedElsewhere = row.Texts(2).ToHashSet(StringComparer.Ordinal),
                IsMentionedElsewhere = row.Flag(3),
                ReferredToBy = row.Texts(4),
                ReferredToByPast = row.Texts(5),
                IsInPastObservation = row.Flag(6),
            },
            cancellationToken
        );
        return known.ToDictionary(k => k.Record.Id, StringComparer.Ordinal);
    }
}
