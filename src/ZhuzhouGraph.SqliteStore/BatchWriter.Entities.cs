namespace ZhuzhouGraph.SqliteStore;

/// <summary>The entities of the unit, who mentions them, and how their names are printed.</summary>
internal sealed partial class BatchWriter
{
    private void WriteMentions()
    {
        RunFor(plan.Unmentioned, "DELETE FROM mention WHERE source = $2 AND entity IN (SELECT value FROM json_each($1))", Unit);
        foreach (var (entity, kind) in plan.Mentions)
            Run(
                "INSERT INTO mention (source, entity, kind, sort) VALUES ($1, $2, $3, $4) ON CONFLICT DO UPDATE SET kind = "
                    + "excluded.kind, sort = excluded.sort",
                Unit,
                entity,
                kind,
                batch.Article is { } article ? Day.Of(article.Date) : Day.Undated
            );
    }

    private void WriteEntities()
    {
        RunFor(plan.Disowned, "UPDATE entity SET unit = NULL WHERE id IN (SELECT value FROM json_each($1))");
        foreach (var entity in plan.Entities)
        {
            Run(
                """
                INSERT INTO entity (id, unit, type, kind, name, name_english, first, last, period, json)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                ON CONFLICT (id) DO UPDATE SET unit = excluded.unit, type = excluded.type, kind = excluded.kind, name = excluded.name,
                    name_english = excluded.name_english, first = excluded.first, last = excluded.last, period = excluded.period,
                    json = excluded.json, is_removed = 0
                """,
                entity.Id,
                Unit,
                entity.Type.Name,
                entity.Kind,
                entity.Name,
                entity.NameEnglish,
                Day.Of(entity.Period?.First),
                Day.Of(entity.Period?.Last),
                Day.KeyOf(entity.Period),
                CanonicalJson.Write(entity)
            );
            DeleteNames([entity.Id]);
            InsertNames(entity.Id, entity.Type.Name, entity.Names.Select(name => name.Text));
            Run("DELETE FROM former_id WHERE entity = $1", entity.Id);
            foreach (var former in entity.FormerIds)
                Run("INSERT INTO former_id VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET entity = excluded.entity", former, entity.Id);
            Run("DELETE FROM reference WHERE source = $1", entity.Id);
            foreach (var other in Mentions.Of(entity))
                Run("INSERT INTO reference VALUES ($1, $2)", entity.Id, other);
        }
    }

    /// <summary>What only the past mentions is found by its id alone; what nothing mentions is not found at all.</summary>
    private void LetGo()
    {
        DeleteNames([.. plan.Past, .. plan.Gone]);
        RunFor(plan.Past, "UPDATE entity SET is_removed = 1 WHERE id IN (SELECT value FROM json_each($1))");
        RunFor(plan.Gone, "DELETE FROM entity WHERE id IN (SELECT value FROM json_each($1))");
        RunFor(plan.Gone, "DELETE FROM reference WHERE source IN (SELECT value FROM json_each($1))");
        RunFor(
            plan.Freed,
            "INSERT OR IGNORE INTO former_id (id, entity) SELECT f.value, MIN(e.id) FROM entity e, json_each(e.json, '$.FormerIds') f "
                + "WHERE e.is_removed = 0 AND f.value IN (SELECT value FROM json_each($1)) GROUP BY f.value"
        );
    }

    private void WritePrintedNames()
    {
        foreach (var (entity, difference) in plan.CitationCounts)
            Run("UPDATE entity SET citations = citations + $2 WHERE id = $1", entity, difference);
        foreach (var (entity, names) in plan.Uncited)
            Run(
                "UPDATE entity SET uncited = $2 WHERE id = $1 AND uncited IS NOT $2",
                entity,
                names.Count == 0 ? null : CanonicalJson.Write<IReadOnlyCollection<string>>(names)
            );
    }
}
