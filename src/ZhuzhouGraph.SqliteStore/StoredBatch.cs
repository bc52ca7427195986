using Microsoft.Data.Sqlite;

namespace ZhuzhouGraph.SqliteStore;

/// <summary>What a unit holds, from the file.</summary>
internal static class StoredBatch
{
    public static GraphBatch Read(Session session, string unit, CancellationToken cancellationToken)
    {
        return new()
        {
            Unit = unit,
            Hash = "",
            Entities = Records<Entity>("SELECT json FROM entity WHERE unit = $1"),
            Article = Query("SELECT json, text FROM article WHERE id = $1 AND is_removed = 0", row => Rows.Article(row, 0))
                .SingleOrDefault(),
            Relationships = Records<Relationship>("SELECT json FROM statement WHERE article = $1"),
            Observations = Records<Observation>("SELECT json FROM observation WHERE article = $1 AND removed_at IS NULL"),
            Citations = Records<Citation>("SELECT json FROM citation WHERE article = $1 AND is_standing = 1"),
            // Where a sentence stands follows from the article's text.
            Sentences = Query("SELECT address, text FROM sentence WHERE article = $1", row => new Sentence(
                Rows.Address(row, 0),
                row.GetString(1),
                new(0, 0)
            )),
        };

        List<T> Records<T>(string sql) => Query(sql, row => Rows.Record<T>(row, 0));

        List<T> Query<T>(string sql, Func<SqliteDataReader, T> read) => session.Query(sql, [unit], read, cancellationToken);
    }
}
