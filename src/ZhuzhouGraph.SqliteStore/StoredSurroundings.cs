namespace ZhuzhouGraph.SqliteStore;

/// <summary>
/// What stands around a unit, from the file. Each question takes as many steps as the unit has entities and relationships, however often
/// others mention them.
/// </summary>
internal sealed class StoredSurroundings(Session session, GraphBatch stored, GraphBatch batch, CancellationToken cancellationToken)
{
    public BatchSurroundings Read()
    {
        var entities = new Dictionary<string, KnownEntity>(StringComparer.Ordinal);
        var around = new BatchSurroundings { Statements = Statements(BatchPlanner.RelationshipsOf(stored, batch)), Entities = entities };
        var asked = BatchPlanner.EntitiesOf(stored, batch);
        while (asked.Count > 0 && Entities(asked) is { Count: > 0 } known)
        {
            foreach (var entity in known)
                entities.Add(entity.Record.Id, entity);
            asked = BatchPlanner.AlsoNeeded(around, batch);
        }
        return around;
    }

    /// <summary>
    /// What other articles state, once per wording with its first place: each step goes to the next wording, past all the articles that
    /// share it.
    /// </summary>
    private ILookup<string, ArticleStatement> Statements(IReadOnlyCollection<string> relationships) =>
        session
            .Query(
                """
                WITH RECURSIVE wording (relationship, json) AS (
                    SELECT value, (SELECT MIN(json) FROM statement WHERE relationship = value) FROM json_each($1)
                    UNION ALL
                    SELECT relationship, (SELECT MIN(s.json) FROM statement s WHERE s.relationship = wording.relationship
                        AND s.json > wording.json)
                    FROM wording WHERE json IS NOT NULL
                )
                SELECT json, (SELECT MIN(s.cited) FROM statement s WHERE s.relationship = w.relationship AND s.json = w.json
                    AND s.article <> $2) AS first
                FROM wording w WHERE first IS NOT NULL
                """,
                [CanonicalJson.Write(relationships), batch.Unit],
                row => new ArticleStatement(Rows.Record<Relationship>(row, 0), row.GetString(1)),
                cancellationToken
            )
            .ToLookup(statement => statement.Relationship.Id, StringComparer.Ordinal);

    private List<KnownEntity> Entities(IReadOnlyCollection<string> ids)
    {
        var printed = PrintedNames(ids);
        var references = References(ids);
        return session.Query(
            """
            SELECT e.json, e.unit, e.is_removed, e.is_in_past, EXISTS (SELECT 1 FROM mention WHERE entity = e.id AND source <> $2)
            FROM json_each($1) p CROSS JOIN entity e ON e.id = p.value
            """,
            [CanonicalJson.Write(ids), batch.Unit],
            row =>
            {
                var record = Rows.Record<Entity>(row, 0);
                return new KnownEntity(record, row.IsDBNull(1) ? null : row.GetString(1))
                {
                    IsPast = row.GetBoolean(2),
                    IsInPastObservation = row.GetBoolean(3),
                    IsMentionedElsewhere = row.GetBoolean(4),
                    PrintedElsewhere = printed[record.Id].ToHashSet(StringComparer.Ordinal),
                    ReferredToBy = [.. references[record.Id].Where(by => !by.IsPast).Select(by => by.Source)],
                    ReferredToByPast = [.. references[record.Id].Where(by => by.IsPast).Select(by => by.Source)],
                };
            },
            cancellationToken
        );
    }

    /// <summary>The names that other articles print, each found by a step from the one before it.</summary>
    private ILookup<string, string> PrintedNames(IReadOnlyCollection<string> ids) =>
        session
            .Query(
                """
                WITH RECURSIVE printed (entity, name) AS (
                    SELECT value, (SELECT MIN(name) FROM citation WHERE subject = value AND name IS NOT NULL) FROM json_each($1)
                    UNION ALL
                    SELECT entity, (SELECT MIN(c.name) FROM citation c WHERE c.subject = entity AND c.name > printed.name) FROM printed
                        WHERE name IS NOT NULL
                )
                SELECT entity, name FROM printed p
                WHERE name IS NOT NULL AND EXISTS (SELECT 1 FROM citation c WHERE c.subject = p.entity AND c.name = p.name
                    AND c.article <> $2)
                """,
                [CanonicalJson.Write(ids), batch.Unit],
                row => (Entity: row.GetString(0), Name: row.GetString(1)),
                cancellationToken
            )
            .ToLookup(x => x.Entity, x => x.Name, StringComparer.Ordinal);

    /// <summary>Who refers to the entities that no unit will hold: nothing else asks it.</summary>
    private ILookup<string, (string Source, bool IsPast)> References(IReadOnlyCollection<string> ids) =>
        session
            .Query(
                """
                SELECT r.entity, r.source, s.is_removed
                FROM json_each($1) p CROSS JOIN entity e ON e.id = p.value CROSS JOIN reference r ON r.entity = e.id CROSS JOIN entity s
                    ON s.id = r.source
                WHERE (e.unit IS NULL OR e.unit = $2) AND e.id NOT IN (SELECT value FROM json_each($3))
                """,
                [
                    CanonicalJson.Write(ids),
                    batch.Unit,
                    CanonicalJson.Write<IReadOnlyCollection<string>>([.. batch.Entities.Select(e => e.Id)]),
                ],
                row => (Entity: row.GetString(0), By: (Source: row.GetString(1), IsPast: row.GetBoolean(2))),
                cancellationToken
            )
            .ToLookup(x => x.Entity, x => x.By, StringComparer.Ordinal);
}
