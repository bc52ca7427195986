namespace ZhuzhouGraph.SqliteStore;

/// <summary>The article, its sentences, citations and observations, and the statements that relationships are merged from.</summary>
internal sealed partial class UnitWriter
{
    private void WriteArticle()
    {
        if (before.Article is null && after.Article is null)
            return;
        DeleteNames(Unit);
        if (batch.Article is not { } article)
        {
            Run("UPDATE article SET is_removed = 1, citations = 0 WHERE id = $1", Unit);
            return;
        }
        Run(
            """
            INSERT INTO article (id, sort, title, json, text, citations) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (id) DO UPDATE SET sort = excluded.sort, title = excluded.title, json = excluded.json, text = excluded.text,
                citations = excluded.citations, is_removed = 0
            """,
            Unit, Day.Of(article.Date), $"{Folding.Fold(article.Title)}\n{Folding.Fold(article.TitleEnglish)}", after.Article!.Value.Json, article.Text,
            after.Citations.Count);
        InsertNames(Unit, "Article", [article.Title, article.TitleEnglish]);
    }

    private void WriteSentences()
    {
        if (before.Sentences.Count == after.Sentences.Count && before.Sentences.All(s => after.Sentences.GetValueOrDefault(s.Key) == s.Value))
            return;
        Run("DELETE FROM sentence_search WHERE rowid IN (SELECT row FROM sentence WHERE article = $1)", Unit);
        Run("DELETE FROM sentence WHERE article = $1", Unit);
        foreach (var sentence in batch.Sentences)
        {
            Run(
                "INSERT INTO sentence (article, place, address, text) VALUES ($1, $2, $3, $4)",
                Unit, sentence.Address.SortKey, sentence.Address.ToString(), sentence.Text);
            Run("INSERT INTO sentence_search (rowid, code_points) VALUES (last_insert_rowid(), $1)", SqliteGraphStore.CodePoints(Folding.Fold(sentence.Text)));
        }
    }

    /// <summary>Ends the vintages that the article no longer states, or states otherwise. What they mention stays resolvable.</summary>
    private void CloseObservations()
    {
        foreach (var (id, json) in before.Observations.Where(o => after.Observations.GetValueOrDefault(o.Key) != o.Value))
        {
            Run("UPDATE observation SET removed_at = $2, removed_version = $3 WHERE id = $1 AND removed_at IS NULL", id, recordedAt.ToUnixTimeTicks(), version);
            foreach (var entity in Mentions.Of(CanonicalJson.Read<Observation>(json)))
                Run("INSERT INTO mention (source, entity, kind, sort) VALUES ($1, $2, 'CLOSED', '') ON CONFLICT DO NOTHING", id, entity);
        }
    }

    private void WriteCitations()
    {
        var closed = before.Observations.Keys.Except(after.Observations.Keys, StringComparer.Ordinal);
        Run("UPDATE citation SET is_standing = 0 WHERE article = $1 AND subject IN (SELECT value FROM json_each($2))", Unit, List([.. closed]));
        Run("DELETE FROM citation WHERE article = $1 AND is_standing = 1", Unit);
        // An observation that comes back is cited anew.
        Run("DELETE FROM citation WHERE article = $1 AND subject IN (SELECT value FROM json_each($2))", Unit, List([.. after.Observations.Keys]));
        foreach (var (key, json) in after.Citations)
            Run("INSERT INTO citation (subject, article, sort, words, json) VALUES ($1, $2, $3, $4, $5)", key.Of, Unit, key.Sort, key.Words, json);
    }

    private void WriteObservations()
    {
        var first = FirstCitations();
        foreach (var observation in batch.Observations)
        {
            var sort = first.GetValueOrDefault(observation.Id, CitationKey.First(batch.Article!));
            var json = after.Observations[observation.Id];
            if (before.Observations.GetValueOrDefault(observation.Id) == json)
                Run("UPDATE observation SET sort = $2 WHERE id = $1 AND removed_at IS NULL AND sort <> $2", observation.Id, sort);
            else
                InsertObservation(observation, sort, json);
        }
    }

    private void InsertObservation(Observation observation, string sort, string json)
    {
        var quantity = observation.Quantity;
        Run(
            """
            INSERT INTO observation (id, article, indicator, about, attributed_to, measure, figure, first, last, value_key, lower_key, upper_key,
                sort, json, recorded_at, recorded_version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            """,
            observation.Id, Unit, observation.Indicator, observation.About, observation.AttributedTo, observation.Measure.ToString(),
            Folding.Fold(observation.Figure), Day.Of(observation.Period?.First), Day.Of(observation.Period?.Last),
            Key(quantity.Value), Key(quantity.Lower?.Value), Key(quantity.Upper?.Value),
            sort, json, recordedAt.ToUnixTimeTicks(), version);

        static string? Key(decimal? value) => value is { } known ? DecimalKey.Of(known) : null;
    }

    private void WriteStatements()
    {
        Run("DELETE FROM statement WHERE article = $1", Unit);
        foreach (var (relationship, json) in after.Statements)
            Run(
                "INSERT INTO statement (article, relationship, date, sort, json) VALUES ($1, $2, $3, '', $4)",
                Unit, relationship, Day.Of(batch.Article!.Date), json);
    }

    /// <summary>Makes each relationship again from its statements, the first of which decides what several say differently.</summary>
    private void MergeRelationships(IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            // What a thousand articles state in the same words is read once.
            var statements = session.Query(
                "SELECT json, MIN(date || '|' || article || '|') AS sort FROM statement WHERE relationship = $1 GROUP BY json ORDER BY sort",
                [id],
                row => (Relationship: CanonicalJson.Read<Relationship>(row.GetString(0)), Sort: row.GetString(1)),
                cancellationToken);
            if (statements.Count == 0)
            {
                Run("DELETE FROM relationship WHERE id = $1", id);
                continue;
            }
            var cited = session.Query("SELECT MIN(sort) FROM citation WHERE subject = $1", [id], row => row.IsDBNull(0) ? null : row.GetString(0), cancellationToken)[0];
            WriteRelationship(Merge([.. statements.Select(s => s.Relationship)]), cited ?? statements[0].Sort);
        }
    }

    private static Relationship Merge(IReadOnlyList<Relationship> statements)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in statements.SelectMany(s => s.Properties))
            properties.TryAdd(name, value);
        return statements[0] with { Properties = properties };
    }

    private void WriteRelationship(Relationship relationship, string sort)
    {
        var text = relationship.Type.Properties
            .Where(p => p.Kind is PropertyKind.Text && relationship.Properties.ContainsKey(p.Name))
            .Select(p => Folding.Fold(relationship.Properties[p.Name]));
        Run(
            """
            INSERT INTO relationship (id, type, from_id, to_id, first, last, text, sort, json) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (id) DO UPDATE SET text = excluded.text, sort = excluded.sort, json = excluded.json
            """,
            relationship.Id, relationship.Type.Name, relationship.From, relationship.To, Day.Of(relationship.Period?.First),
            Day.Of(relationship.Period?.Last), string.Join('\n', text), sort, CanonicalJson.Write(relationship));
        Run("UPDATE statement SET sort = $2 WHERE relationship = $1 AND sort <> $2", relationship.Id, sort);
    }

    private Dictionary<string, string> FirstCitations() => after.Citations.Keys
        .GroupBy(key => key.Of, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(key => key.Sort).Min(StringComparer.Ordinal)!, StringComparer.Ordinal);
}
