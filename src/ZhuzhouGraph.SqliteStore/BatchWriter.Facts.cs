namespace ZhuzhouGraph.SqliteStore;

/// <summary>Observations, citations, and relationships with the statements that they are merged from.</summary>
internal sealed partial class BatchWriter
{
    /// <summary>Ends vintages, for ever: what they mention stays resolvable.</summary>
    private void WriteObservations()
    {
        RunFor(
            plan.Closed,
            "UPDATE observation SET removed_at = $2, removed_version = $3 WHERE id IN (SELECT value FROM json_each($1)) AND removed_at "
                + "IS NULL",
            version.RecordedAt.ToUnixTimeTicks(),
            version.Number
        );
        RunFor(
            [.. stored.Observations.Where(o => plan.Closed.Contains(o.Id)).SelectMany(Mentions.Of)],
            "UPDATE entity SET is_in_past = 1 WHERE id IN (SELECT value FROM json_each($1))"
        );
        foreach (var (observation, sort) in plan.Observations)
            InsertObservation(observation, sort);
        foreach (var (id, sort) in plan.Moved)
            Run("UPDATE observation SET sort = $2 WHERE id = $1 AND removed_at IS NULL", id, sort);
    }

    private void InsertObservation(Observation observation, string sort)
    {
        var (lower, upper) = (observation.Quantity.Interval?.Lower, observation.Quantity.Interval?.Upper);
        Run(
            """
            INSERT INTO observation (id, article, indicator, about, place, attributed_to, at, occasion, measure, comparison, accumulation,
                status,
                unit, within, breakdown, figure, first, last, period, series, value_key, lower_key, upper_key, is_lower_open, is_upper_open,
                    is_rounded,
                sort, json, recorded_at, recorded_version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
                $26, $27,
                $28, $29, $30)
            """,
            observation.Id,
            Unit,
            observation.Indicator,
            observation.About,
            observation.Place,
            observation.AttributedTo,
            observation.At,
            Occasions.Of(observation) is [var occasion] ? occasion : null,
            observation.Measure.ToString(),
            observation.Comparison?.ToString(),
            observation.Accumulation.ToString(),
            observation.Status.ToString(),
            observation.Quantity.Unit.Code,
            observation.Within is { } within ? Folding.Fold(within.Words) : null,
            observation.Breakdown?.Ids,
            Folding.Fold(observation.Figure),
            Day.Of(observation.Period?.First),
            Day.Of(observation.Period?.Last),
            Day.KeyOf(observation.Period),
            Series.KeyOf(observation),
            DecimalKey.Of(observation.Quantity),
            Key(lower),
            Key(upper),
            lower is { IsInclusive: false },
            upper is { IsInclusive: false },
            observation.Quantity.IsRounded,
            sort,
            CanonicalJson.Write(observation),
            version.RecordedAt.ToUnixTimeTicks(),
            version.Number
        );

        static string? Key(Bound? end) => end is null ? null : DecimalKey.Of(end.Value);
    }

    private void WriteCitations()
    {
        RunFor(plan.PastCited, "UPDATE citation SET is_standing = 0 WHERE subject IN (SELECT value FROM json_each($1))");
        RunFor(plan.CitedAnew, "DELETE FROM citation WHERE subject IN (SELECT value FROM json_each($1))");
        foreach (var key in plan.Uncitings)
            Run("DELETE FROM citation WHERE subject = $1 AND sort = $2 AND words = $3", key.Of, key.Sort, key.Words);
        foreach (var (key, citation) in plan.Citations)
            Run(
                """
                INSERT INTO citation (subject, article, sort, words, part, name, json) VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT (subject, sort, words) DO UPDATE SET part = excluded.part, json = excluded.json
                """,
                key.Of,
                Unit,
                key.Sort,
                key.Words,
                citation.Part.ToString(),
                NodeId.KindOf(key.Of) is NodeKind.Entity ? Folding.Fold(key.Words) : null,
                CanonicalJson.Write(citation)
            );
    }

    private void WriteRelationships()
    {
        RunFor(
            [.. plan.Ended.Select(r => r.Id), .. plan.Relationships.Select(r => r.Record.Id)],
            "DELETE FROM occasion WHERE relationship IN (SELECT value FROM json_each($1))"
        );
        RunFor([.. plan.Ended.Select(r => r.Id)], "DELETE FROM relationship WHERE id IN (SELECT value FROM json_each($1))");
        foreach (var (relationship, sort, isNew) in plan.Relationships)
        {
            var text = relationship
                .Type.Properties.Where(p => p.Kind is PropertyKind.Text && relationship.Properties.ContainsKey(p.Name))
                .Select(p => Folding.Fold(relationship.Properties[p.Name]));
            Run(
                """
                INSERT INTO relationship (id, type, from_id, to_id, first, last, period, status, text, sort, json)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                ON CONFLICT (id) DO UPDATE SET first = excluded.first, last = excluded.last, period = excluded.period,
                    status = excluded.status,
                    text = excluded.text, sort = excluded.sort, json = excluded.json
                """,
                relationship.Id,
                relationship.Type.Name,
                relationship.From,
                relationship.To,
                Day.Of(relationship.Period?.First),
                Day.Of(relationship.Period?.Last),
                Day.KeyOf(relationship.Period),
                relationship.Status.ToString(),
                string.Join('\n', text),
                sort,
                CanonicalJson.Write(relationship)
            );
            foreach (var (place, id) in Occasions.Of(relationship).Index())
                Run("INSERT INTO occasion (relationship, place, event) VALUES ($1, $2, $3)", relationship.Id, place, id);
            if (!isNew)
                Run("UPDATE statement SET sort = $2 WHERE relationship = $1 AND sort <> $2", relationship.Id, sort);
        }
    }

    /// <summary>Gives relationships the days of their events, where either may be new.</summary>
    private void DateRelationships() =>
        Run(
            """
            UPDATE relationship AS r SET first = dated.first, last = dated.last, period = dated.period
            FROM (
                SELECT o.relationship, e.first, e.last, e.period, MIN((e.period = $3) || ' ' || o.place)
                FROM (
                    SELECT value AS id FROM json_each($1)
                    UNION SELECT relationship FROM occasion WHERE event IN (SELECT value FROM json_each($2))) touched
                CROSS JOIN occasion o ON o.relationship = touched.id CROSS JOIN entity e ON e.id = o.event
                GROUP BY o.relationship) dated
            WHERE r.id = dated.relationship AND (r.first, r.last, r.period) IS NOT (dated.first, dated.last, dated.period)
            """,
            CanonicalJson.Write<IReadOnlyCollection<string>>([.. plan.Relationships.Select(r => r.Record.Id)]),
            CanonicalJson.Write<IReadOnlyCollection<string>>([.. plan.Entities.Where(e => e.Type == EntityTypes.Event).Select(e => e.Id)]),
            Day.Undated
        );

    /// <summary>The same for figures, of every vintage.</summary>
    private void DateObservations() =>
        Run(
            """
            UPDATE observation AS o SET first = dated.first, last = dated.last, period = dated.period
            FROM (
                SELECT t.row, e.first, e.last, e.period
                FROM (
                    SELECT row FROM observation WHERE id IN (SELECT value FROM json_each($1)) AND removed_at IS NULL
                    UNION SELECT row FROM observation WHERE occasion IN (SELECT value FROM json_each($2))) touched
                CROSS JOIN observation t ON t.row = touched.row CROSS JOIN entity e ON e.id = t.occasion) dated
            WHERE o.row = dated.row AND (o.first, o.last, o.period) IS NOT (dated.first, dated.last, dated.period)
            """,
            CanonicalJson.Write<IReadOnlyCollection<string>>([.. plan.Observations.Select(o => o.Record.Id)]),
            CanonicalJson.Write<IReadOnlyCollection<string>>([.. plan.Entities.Where(e => e.Type == EntityTypes.Event).Select(e => e.Id)])
        );

    private void WriteStatements()
    {
        RunFor(
            [.. plan.Withdrawn, .. plan.Statements.Select(s => s.Relationship.Id)],
            "DELETE FROM statement WHERE article = $2 AND relationship IN (SELECT value FROM json_each($1))",
            Unit
        );
        foreach (var (relationship, cited) in plan.Statements)
        {
            Run(
                "INSERT INTO statement (relationship, json, cited, article, sort) SELECT id, $2, $3, $4, sort FROM relationship WHERE "
                    + "id = $1",
                relationship.Id,
                CanonicalJson.Write(relationship),
                cited,
                Unit
            );
            if (relationship.FormerId is { } former)
                Run("INSERT INTO former_relationship_id VALUES ($1, $2) ON CONFLICT DO NOTHING", former, relationship.Id);
        }
    }
}
