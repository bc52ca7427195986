using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>What an import of units must know before they can be planned. Each question is one statement for all of them.</summary>
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
        WITH e, isPast, row, e.unit IS NULL OR (e.unit IN $p.units AND NOT e.unit IN row.declaredBy) AS mayGo
        RETURN e, isPast,
            [name IN e.foldedNames + row.names WHERE EXISTS { MATCH (c:Citation)
                USING INDEX c:Citation(of, folded) WHERE c.of = e.id AND c.folded = name
                AND NOT c.article IN $p.units } | name] AS printed,
            mayGo AND EXISTS { MATCH ()-[m:MENTIONS]->() USING INDEX m:MENTIONS(entity, sort, article) WHERE m.entity = e.id
                AND m.sort >= '' AND m.article >= '' AND NOT m.article IN $p.units } AS isMentioned,
            CASE WHEN mayGo THEN COLLECT { MATCH (e)<-[:{{Statements.ReferenceTypes}}]-(x:Entity) WHERE x <> e RETURN x.id }
                ELSE [] END AS referredToBy,
            CASE WHEN mayGo THEN COLLECT { MATCH (e)<-[:{{Statements.ReferenceTypes}}]-(x:PastEntity) WHERE x <> e RETURN x.id }
                ELSE [] END AS referredToByPast,
            CASE WHEN mayGo THEN COLLECT { MATCH (e)<-[:{{ObservationNode.LinkTypes}}]-(:PastObservation) RETURN true LIMIT 1 }
                ELSE [] END <> [] AS isInPastObservation
        """;

    private const string StoredStatement = """
        UNWIND $p.units AS unit
        RETURN unit,
            COLLECT { MATCH (e:Entity) USING INDEX e:Entity(unit) WHERE e.unit = unit RETURN e },
            COLLECT { MATCH (a:Article {id: unit}) RETURN a },
            COLLECT { MATCH ()-[s:STATES]->(f:Fact) USING INDEX s:STATES(article, sort, fact) WHERE s.article = unit AND s.sort >= ''
                AND s.fact >= '' RETURN {fact: f, said: s} },
            COLLECT { MATCH (o:Observation) USING INDEX o:Observation(article, sort, id) WHERE o.article = unit AND o.sort >= ''
                AND o.id >= '' RETURN o },
            COLLECT { MATCH (c:Citation) USING INDEX c:Citation(article) WHERE c.article = unit RETURN c },
            COLLECT { MATCH (:Article {id: unit})-[:HAS_SENTENCE]->(x:Sentence) RETURN x }
        """;

    /// <summary>What units hold, each as a batch, empty where the store has nothing of it. Spans of sentences are not kept.</summary>
    /// <param name="held">Those of them that the store has.</param>
    public async Task<IReadOnlyList<GraphBatch>> StoredAsync(IReadOnlyList<string> units, IReadOnlyCollection<string> held)
    {
        var stored =
            held.Count == 0
                ? []
                : await api.ReadAsync(
                    Cypher.Of("READ unit content", StoredStatement, ("units", held)),
                    row => new GraphBatch
                    {
                        Unit = row.Text(0),
                        Hash = "",
                        Entities = [.. row.Maps(1).Select(EntityNode.Declared)],
                        Article = row.Maps(2) is [var article] ? ArticleNode.Read(article) : null,
                        Relationships = [.. row.Maps(3).Select(statement => FactNode.Read(statement.Map("fact")!, statement.Map("said")!))],
                        Observations = [.. row.Maps(4).Select(ObservationNode.Read)],
                        Citations = [.. row.Maps(5).Select(CitationNode.Read)],
                        Sentences = [.. row.Maps(6).Select(SentenceNode.Read)],
                    },
                    cancellationToken
                );
        return [.. stored, .. units.Except(held, StringComparer.Ordinal).Select(unit => new GraphBatch { Unit = unit, Hash = "" })];
    }

    /// <summary>
    /// What stands around the units, outside of all of them: two statements, and one more for each step from an entity that goes to one
    /// that it refers to.
    /// </summary>
    public async Task<BatchSurroundings> AroundAsync(IReadOnlyList<GraphBatch> stored, IReadOnlyList<GraphBatch> batches)
    {
        var pairs = stored.Join(batches, held => held.Unit, batch => batch.Unit, (held, batch) => (Held: held, Batch: batch)).ToList();
        var around = new BatchSurroundings
        {
            Statements = await StatementsAsync(Each(BatchPlanner.RelationshipsOf), batches),
            Entities = await EntitiesAsync(Each(BatchPlanner.EntitiesOf), batches),
        };
        while (BatchPlanner.AlsoNeeded(around, batches) is { Count: > 0 } needed)
        {
            var more = await EntitiesAsync(needed, batches);
            if (more.Count == 0)
                break;
            around = around with { Entities = around.Entities.Concat(more).ToDictionary(StringComparer.Ordinal) };
        }
        return around;

        List<string> Each(Func<GraphBatch, GraphBatch, IReadOnlyList<string>> ids) =>
            [.. pairs.SelectMany(pair => ids(pair.Held, pair.Batch)).Distinct(StringComparer.Ordinal)];
    }

    private async Task<ILookup<string, ArticleStatement>> StatementsAsync(List<string> relationships, IReadOnlyList<GraphBatch> batches)
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
                        MATCH (f:Fact {id: id})<-[s:STATES]-() WHERE NOT s.article IN $p.units
                        WITH f, s {{{StatementProjection}}} AS said, min(s.cited) AS cited
                        RETURN f, said, cited
                        """,
                        ("facts", relationships),
                        ("units", UnitsOf(batches))
                    ),
                    row => new ArticleStatement(FactNode.Read(row.Map(0), row.Map(1)), row.Text(2)),
                    cancellationToken
                );
        return statements.ToLookup(s => s.Relationship.Id, StringComparer.Ordinal);
    }

    private async Task<Dictionary<string, KnownEntity>> EntitiesAsync(IReadOnlyList<string> ids, IReadOnlyList<GraphBatch> batches)
    {
        if (ids.Count == 0)
            return new(StringComparer.Ordinal);
        var declared = batches
            .SelectMany(batch => batch.Entities.Select(entity => (entity.Id, batch.Unit, entity.Names)))
            .ToLookup(entity => entity.Id, StringComparer.Ordinal);
        var rows = ids.Select(id => new Dictionary<string, object?>
        {
            ["id"] = id,
            ["declaredBy"] = declared[id].Select(entity => entity.Unit).ToList(),
            ["names"] = declared[id].SelectMany(entity => entity.Names).Select(n => Folding.Fold(n.Text)).Distinct().ToList(),
        });
        var known = await api.ReadAsync(
            Cypher.Of("READ entities", KnownStatement, ("entities", rows.ToList()), ("units", UnitsOf(batches))),
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

    private static List<string> UnitsOf(IReadOnlyList<GraphBatch> batches) => [.. batches.Select(batch => batch.Unit)];
}
