using System.Globalization;

namespace ZhuzhouGraph.SqliteStore;

/// <summary>The entities of the unit, their names, who mentions them and which of their names are printed.</summary>
internal sealed partial class UnitWriter
{
    /// <summary>Entities whose record, printed names or last mention this import may change.</summary>
    private List<string> AffectedEntities(Dictionary<(string, string), int> printedBefore, Dictionary<(string, string), int> printedAfter) => Union(
        before.Entities.Keys,
        after.Entities.Keys,
        printedBefore.Keys.Concat(printedAfter.Keys).Select(key => key.Item1),
        session.Query("SELECT id FROM entity WHERE unit IS NULL", [], row => row.GetString(0), cancellationToken));

    /// <summary>How often the article prints each name of an entity, the name folded.</summary>
    private static Dictionary<(string Entity, string Words), int> PrintedNames(UnitContent content) => content.Citations.Keys
        .Where(key => NodeId.KindOf(key.Of) is NodeKind.Entity)
        .GroupBy(key => (key.Of, Folding.Fold(key.Words)))
        .ToDictionary(group => group.Key, group => group.Count());

    private void WriteEntities()
    {
        foreach (var entity in batch.Entities.Where(e => before.Entities.GetValueOrDefault(e.Id) != after.Entities[e.Id]))
        {
            DeleteNames(entity.Id);
            Run(
                """
                INSERT INTO entity (id, unit, type, kind, first, last, json) VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT (id) DO UPDATE SET unit = excluded.unit, type = excluded.type, kind = excluded.kind, first = excluded.first,
                    last = excluded.last, json = excluded.json, is_removed = 0
                """,
                entity.Id, Unit, entity.Type.Name, entity.Kind, Day.Of(entity.Period?.First), Day.Of(entity.Period?.Last), after.Entities[entity.Id]);
            InsertNames(entity.Id, entity.Type.Name, entity.Names.Select(name => name.Text));
            Run("DELETE FROM former_id WHERE entity = $1", entity.Id);
            foreach (var former in entity.FormerIds)
                Run("INSERT INTO former_id VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET entity = excluded.entity", former, entity.Id);
            Run("DELETE FROM mention WHERE source = $1", entity.Id);
            foreach (var other in Mentions.Of(entity))
                Run("INSERT INTO mention (source, entity, kind, sort) VALUES ($1, $2, 'DETAIL', '')", entity.Id, other);
        }
        Run(
            "UPDATE entity SET unit = NULL WHERE unit = $1 AND id IN (SELECT value FROM json_each($2))",
            Unit, List([.. before.Entities.Keys.Except(after.Entities.Keys, StringComparer.Ordinal)]));
    }

    private void WriteMentions()
    {
        if (batch.Unit == GraphBatch.Registry)
            return;
        Run("DELETE FROM mention WHERE source = $1", Unit);
        foreach (var (entity, kind) in Mentions.Of(batch))
            Run("INSERT INTO mention (source, entity, kind, sort) VALUES ($1, $2, $3, $4)", Unit, entity, kind, Day.Of(batch.Article!.Date));
    }

    private void WritePrinted(Dictionary<(string Entity, string Words), int> was, Dictionary<(string Entity, string Words), int> now)
    {
        foreach (var key in was.Keys.Union(now.Keys))
        {
            var difference = now.GetValueOrDefault(key) - was.GetValueOrDefault(key);
            if (difference == 0)
                continue;
            Run(
                "INSERT INTO printed VALUES ($1, $2, $3) ON CONFLICT (entity, words) DO UPDATE SET citations = citations + excluded.citations",
                key.Entity, key.Words, difference);
            Run("DELETE FROM printed WHERE entity = $1 AND words = $2 AND citations = 0", key.Entity, key.Words);
        }
    }

    /// <summary>Lets go of what nothing holds and nothing mentions, hides what only the past mentions, and notes which printed names are not cited.</summary>
    private void SettleEntities(IReadOnlyList<string> affected)
    {
        while (Loose("is_removed = 0 AND NOT EXISTS (SELECT 1 FROM mention WHERE entity = e.id AND kind <> 'CLOSED')") is { Count: > 0 } hidden)
        {
            foreach (var id in hidden)
            {
                DeleteNames(id);
                Run("UPDATE entity SET is_removed = 1 WHERE id = $1", id);
                Run("UPDATE mention SET kind = 'CLOSED' WHERE source = $1", id);
            }
        }
        // What goes may have held the last mention of another one.
        while (Loose("NOT EXISTS (SELECT 1 FROM mention WHERE entity = e.id)") is { Count: > 0 } gone)
        {
            foreach (var id in gone)
            {
                Run("DELETE FROM entity WHERE id = $1", id);
                Run("DELETE FROM mention WHERE source = $1", id);
            }
        }
        foreach (var (id, json) in Served("SELECT id, json FROM entity WHERE is_removed = 0", affected))
        {
            var printed = session.Query("SELECT words FROM printed WHERE entity = $1", [id], row => row.GetString(0), cancellationToken);
            var uncited = CanonicalJson.Read<Entity>(json).Names
                .Where(name => name.Basis is NameBasis.Printed && !printed.Contains(Folding.Fold(name.Text)))
                .Select(name => name.Text)
                .ToList();
            Run("UPDATE entity SET uncited = $2 WHERE id = $1 AND uncited IS NOT $2", id, uncited.Count == 0 ? null : List(uncited));
        }

        List<string> Loose(string condition) => session.Query(
            $"SELECT id FROM entity e WHERE unit IS NULL AND {condition}", [], row => row.GetString(0), cancellationToken);
    }

    private void DeleteNames(string owner)
    {
        Run("DELETE FROM name_search WHERE rowid IN (SELECT row FROM name WHERE owner = $1)", owner);
        Run("DELETE FROM name WHERE owner = $1", owner);
    }

    private void InsertNames(string owner, string type, IEnumerable<string> names)
    {
        foreach (var (position, text) in names.Index())
        {
            var folded = Folding.Fold(text);
            Run(
                "INSERT INTO name (owner, type, place, text, folded) VALUES ($1, $2, $3, $4, $5)",
                owner, type, position.ToString("D4", CultureInfo.InvariantCulture), text, folded);
            Run("INSERT INTO name_search (rowid, code_points) VALUES (last_insert_rowid(), $1)", SqliteGraphStore.CodePoints(folded));
        }
    }
}
