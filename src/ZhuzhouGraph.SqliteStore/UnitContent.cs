namespace ZhuzhouGraph.SqliteStore;

/// <summary>
/// What one unit holds, as canonical texts, so that what is stored and what arrives can be compared. Two equal contents are the same
/// answers, whatever their hashes say.
/// </summary>
internal sealed record UnitContent
{
    public required IReadOnlyDictionary<string, string> Entities { get; init; }
    public required IReadOnlyDictionary<string, string> Statements { get; init; }
    public required IReadOnlyDictionary<string, string> Observations { get; init; }
    public required IReadOnlyDictionary<CitationKey, string> Citations { get; init; }
    public required IReadOnlyDictionary<string, string> Sentences { get; init; }

    /// <summary>The article's record and text; null for the registry and for an article that was removed.</summary>
    public required (string Json, string? Text)? Article { get; init; }

    public bool IsSameAs(UnitContent other) =>
        IsSame(Entities, other.Entities) && IsSame(Statements, other.Statements) && IsSame(Observations, other.Observations)
        && IsSame(Citations, other.Citations) && IsSame(Sentences, other.Sentences) && Article == other.Article;

    public static UnitContent Of(GraphBatch batch) => new()
    {
        Entities = batch.Entities.ToDictionary(e => e.Id, StoredJson.Write, StringComparer.Ordinal),
        Statements = batch.Relationships.ToDictionary(r => r.Id, StoredJson.Write, StringComparer.Ordinal),
        Observations = batch.Observations.ToDictionary(o => o.Id, StoredJson.Write, StringComparer.Ordinal),
        Citations = batch.Citations
            .GroupBy(citation => CitationKey.For(citation, batch.Article!))
            .ToDictionary(group => group.Key, group => StoredJson.Write(group.First())),
        Sentences = batch.Sentences.ToDictionary(s => s.Address.SortKey, s => s.Text, StringComparer.Ordinal),
        Article = batch.Article is { } article ? (StoredJson.Write(article), article.Text) : null,
    };

    public static UnitContent Stored(Session session, string unit, CancellationToken cancellationToken)
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

    private static bool IsSame<TKey>(IReadOnlyDictionary<TKey, string> one, IReadOnlyDictionary<TKey, string> other) =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var text) && text == pair.Value);
}

/// <summary>What tells one citation of an article from another, in the order of lists.</summary>
internal sealed record CitationKey(string Of, string Sort, string Words)
{
    /// <summary>A citation's place in lists: date, article and address.</summary>
    public static CitationKey For(Citation citation, Article article) => new(citation.Of, $"{First(article)}{citation.Address.SortKey}", citation.Words ?? "");

    /// <summary>The place before every citation of the article.</summary>
    public static string First(Article article) => $"{Day.Of(article.Date)}|{article.Id}|";
}
