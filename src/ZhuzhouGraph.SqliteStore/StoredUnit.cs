namespace ZhuzhouGraph.SqliteStore;

/// <summary>What a unit holds, from the file.</summary>
internal static class StoredUnit
{
    public static UnitContent Read(Session session, string unit, CancellationToken cancellationToken)
    {
        return new()
        {
            Entities = Texts("SELECT id, json FROM entity WHERE unit = $1"),
            Statements = Texts("SELECT relationship, json FROM statement WHERE article = $1"),
            Observations = Texts("SELECT id, json FROM observation WHERE article = $1 AND removed_at IS NULL"),
            Citations = session.Query(
                "SELECT subject, sort, words, json FROM citation WHERE article = $1 AND is_standing = 1",
                [unit],
                row => (Key: new CitationKey(row.GetString(0), row.GetString(1), row.GetString(2)), Json: row.GetString(3)),
                cancellationToken).ToDictionary(c => c.Key, c => c.Json),
            Sentences = Texts("SELECT place, text FROM sentence WHERE article = $1"),
            Article = session.Query(
                "SELECT json, text FROM article WHERE id = $1 AND is_removed = 0",
                [unit],
                row => ((string, string?)?)(row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1)),
                cancellationToken).FirstOrDefault(),
        };

        Dictionary<string, string> Texts(string sql) =>
            session.Query(sql, [unit], row => (Id: row.GetString(0), Text: row.GetString(1)), cancellationToken)
                .ToDictionary(x => x.Id, x => x.Text, StringComparer.Ordinal);
    }
}
