using NodaTime;

namespace ZhuzhouGraph.SqliteStore.Migrations;

/// <summary>
/// Writes what a file holds into new tables, by the code that imports write with, so that every folded text, key, day of an event and
/// index is as this version of the program makes it. What is kept as it is: texts, vintages with their moments and versions, the change
/// log, ids and former ids. What units hold is compared with the seeds anew at the next import, since their words may be read
/// otherwise now: their hashes and the fingerprint of the folder are forgotten.
/// </summary>
internal sealed class Rewriting(Session session, CancellationToken cancellationToken)
{
    /// <summary>How many relationships are written at once.</summary>
    private const int Chunk = 1_000;

    private long _records;

    /// <summary>Runs inside the caller's transaction and gives the number of records.</summary>
    public long Run()
    {
        OldTables.MoveAside(session, cancellationToken);
        session.Script(StoreSchema.Resource("Schema.sql"));
        CopyLog();
        WriteEntities();
        WriteRelationships();
        Write(GraphBatch.Registry, Stated(GraphBatch.Registry));
        foreach (
            var (article, isRemoved) in session.Query(
                "SELECT json, text, is_removed FROM old_article ORDER BY row",
                [],
                row => (Rows.Article(row, 0), row.GetBoolean(2)),
                cancellationToken
            )
        )
            WriteArticle(article, isRemoved);
        CloseVintages();
        CopyFormerIds();
        OldTables.Drop(session, cancellationToken);
        return _records;
    }

    private void CopyLog()
    {
        Run("UPDATE state SET generation = (SELECT generation + 1 FROM old_state)");
        Run("INSERT INTO unit (id, hash) SELECT id, '' FROM old_unit");
        Run(
            "INSERT INTO version (number, recorded_at, unit, hash, added, changed, removed) "
                + "SELECT number, recorded_at, unit, hash, added, changed, removed FROM old_version"
        );
        Run("INSERT INTO change (version, sequence, kind, id) SELECT version, sequence, kind, id FROM old_change");
        Run("INSERT INTO issue_text (sha256, text) SELECT sha256, text FROM old_issue_text");
    }

    private void WriteEntities()
    {
        var entities = session.Query(
            "SELECT json, unit, citations, is_removed, uncited FROM old_entity ORDER BY row",
            [],
            row =>
                (
                    Record: Rows.Record<Entity>(row, 0),
                    Unit: row.IsDBNull(1) ? "" : row.GetString(1),
                    Citations: row.GetInt32(2),
                    IsRemoved: row.GetBoolean(3),
                    Uncited: row.IsDBNull(4) ? [] : Rows.Record<IReadOnlyCollection<string>>(row, 4)
                ),
            cancellationToken
        );
        foreach (var unit in entities.GroupBy(e => e.Unit, StringComparer.Ordinal))
        {
            Write(
                unit.Key,
                BatchPlan.Nothing with
                {
                    Entities = [.. unit.Select(e => e.Record)],
                    Past = [.. unit.Where(e => e.IsRemoved).Select(e => e.Record.Id)],
                    CitationCounts = unit.Where(e => e.Citations > 0)
                        .ToDictionary(e => e.Record.Id, e => e.Citations, StringComparer.Ordinal),
                    // What is past stays as it was when it went, like its closed figures.
                    Uncited = unit.ToDictionary(
                        e => e.Record.Id,
                        e => e.IsRemoved ? [.. e.Uncited] : Uncited(e.Record),
                        StringComparer.Ordinal
                    ),
                }
            );
            _records += unit.Count();
        }
        Run("UPDATE entity SET unit = NULL WHERE unit = ''");
        Run("UPDATE entity SET is_in_past = 1 WHERE id IN (SELECT id FROM old_entity WHERE is_in_past = 1)");
        // An id that two entities had goes on leading to the one that it led to.
        Run("DELETE FROM former_id");
        Run("INSERT INTO former_id (id, entity) SELECT id, entity FROM old_former_id");
    }

    /// <summary>The names that the entity is declared to have in print and that no article prints, as they are folded now.</summary>
    private IReadOnlyList<string> Uncited(Entity entity)
    {
        var printed = session
            .Query(
                "SELECT DISTINCT words FROM old_citation WHERE subject = $1 AND name IS NOT NULL",
                [entity.Id],
                row => Folding.Fold(row.GetString(0)),
                cancellationToken
            )
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. entity
                .Names.Where(name => name.Basis is NameBasis.Printed && !printed.Contains(Folding.Fold(name.Text)))
                .Select(name => name.Text),
        ];
    }

    private void WriteRelationships()
    {
        for (var last = 0L; ; )
        {
            var chunk = session.Query(
                "SELECT row, json, sort FROM old_relationship WHERE row > $1 ORDER BY row LIMIT $2",
                [last, Chunk],
                row => (Row: row.GetInt64(0), Merged: new MergedRelationship(Rows.Relationship(row, 1), row.GetString(2), IsNew: true)),
                cancellationToken
            );
            if (chunk.Count == 0)
                return;
            Write(GraphBatch.Registry, BatchPlan.Nothing with { Relationships = [.. chunk.Select(r => r.Merged)] });
            _records += chunk.Count;
            last = chunk[^1].Row;
        }
    }

    /// <summary>An article with its sentences, statements, mentions, figures and citations, those of the past included.</summary>
    private void WriteArticle(Article article, bool isRemoved)
    {
        var citations = session.Query(
            "SELECT subject, sort, words, json, is_standing FROM old_citation WHERE article = $1 ORDER BY row",
            [article.Id],
            row =>
                (
                    Key: new CitationKey(row.GetString(0), row.GetString(1), row.GetString(2)),
                    Record: Rows.Record<Citation>(row, 3),
                    IsStanding: row.GetBoolean(4)
                ),
            cancellationToken
        );
        var batch = new GraphBatch
        {
            Unit = article.Id,
            Hash = "",
            Article = article,
            Sentences = session.Query(
                "SELECT address, text FROM old_sentence WHERE article = $1 ORDER BY place",
                [article.Id],
                row => new Sentence(Address.Parse(row.GetString(0))!, row.GetString(1), new(0, 0)),
                cancellationToken
            ),
            Citations = [.. citations.Where(c => c.IsStanding).Select(c => c.Record)],
        };
        Write(
            batch,
            Stated(article.Id) with
            {
                HasArticleChanged = true,
                HaveSentencesChanged = batch.Sentences.Count > 0,
                Citations = [.. citations.Select(c => (c.Key, c.Record))],
            }
        );
        WriteVintages(batch);
        if (isRemoved)
            Write(new GraphBatch { Unit = article.Id, Hash = "" }, BatchPlan.Nothing with { HasArticleChanged = true });
        _records += 1 + citations.Count;
    }

    /// <summary>What a unit states and whom it mentions.</summary>
    private BatchPlan Stated(string unit) =>
        BatchPlan.Nothing with
        {
            Statements = session.Query(
                "SELECT json, cited FROM old_statement WHERE article = $1",
                [unit],
                row => new ArticleStatement(Rows.Relationship(row, 0), row.GetString(1)),
                cancellationToken
            ),
            Mentions = session
                .Query(
                    "SELECT entity, kind FROM old_mention WHERE source = $1",
                    [unit],
                    row => (Entity: row.GetString(0), Kind: row.GetString(1)),
                    cancellationToken
                )
                .ToDictionary(mention => mention.Entity, mention => mention.Kind, StringComparer.Ordinal),
        };

    /// <summary>Each vintage was recorded with a version of its own.</summary>
    private void WriteVintages(GraphBatch batch)
    {
        var vintages = session.Query(
            "SELECT json, sort, recorded_at, recorded_version FROM old_observation WHERE article = $1 ORDER BY row",
            [batch.Unit],
            row =>
                (
                    Record: EarlierBounds.Renewed(Rows.Record<Observation>(row, 0)),
                    Sort: row.GetString(1),
                    At: row.GetInt64(2),
                    Version: row.GetInt64(3)
                ),
            cancellationToken
        );
        foreach (var recorded in vintages.GroupBy(v => (v.At, v.Version)))
            Write(
                batch,
                BatchPlan.Nothing with
                {
                    Observations = [.. recorded.Select(v => (v.Record, v.Sort))],
                },
                new DataVersion(recorded.Key.Version, Instant.FromUnixTimeTicks(recorded.Key.At), batch.Unit, null, 0, 0, 0)
            );
        _records += vintages.Count;
    }

    /// <summary>The ids that relationships had before, which the version 6 did not keep.</summary>
    private void CopyFormerIds()
    {
        const string Table = "old_former_relationship_id";
        if (session.Query("SELECT 1 FROM sqlite_schema WHERE name = $1", [Table], _ => true, cancellationToken).Count > 0)
            Run(
                $"INSERT INTO former_relationship_id (id, relationship) SELECT id, relationship FROM {Table} "
                    + "WHERE true ON CONFLICT DO NOTHING"
            );
    }

    private void CloseVintages()
    {
        Run(
            "UPDATE observation AS o SET removed_at = b.removed_at, removed_version = b.removed_version FROM old_observation b "
                + "WHERE b.removed_at IS NOT NULL AND o.id = b.id AND o.recorded_version = b.recorded_version"
        );
        Run(
            "UPDATE citation AS c SET is_standing = 0 FROM old_citation b "
                + "WHERE b.is_standing = 0 AND c.subject = b.subject AND c.sort = b.sort AND c.words = b.words"
        );
    }

    private void Run(string sql) => session.Execute(sql, cancellationToken);

    private void Write(string unit, BatchPlan plan) => Write(new GraphBatch { Unit = unit, Hash = "" }, plan);

    private void Write(GraphBatch batch, BatchPlan plan, DataVersion? version = null) =>
        new BatchWriter(
            session,
            plan,
            new GraphBatch { Unit = batch.Unit, Hash = "" },
            batch,
            version ?? new DataVersion(0, default, batch.Unit, null, 0, 0, 0),
            cancellationToken
        ).Write();
}
