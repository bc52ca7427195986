namespace ZhuzhouGraph.Stores;

/// <summary>
/// What one unit holds, as canonical texts, so that what is stored and what arrives can be compared. Two equal contents are the same
/// answers, whatever their hashes say.
/// </summary>
public sealed record BatchContent
{
    public required IReadOnlyDictionary<string, string> Entities { get; init; }
    public required IReadOnlyDictionary<string, string> Statements { get; init; }
    public required IReadOnlyDictionary<string, string> Observations { get; init; }
    public required IReadOnlyDictionary<CitationKey, string> Citations { get; init; }
    public required IReadOnlyDictionary<string, string> Sentences { get; init; }

    /// <summary>The article's record and text; null for the registry and for an article that was removed.</summary>
    public required (string Json, string? Text)? Article { get; init; }

    public bool IsSameAs(BatchContent other) =>
        IsSame(Entities, other.Entities)
        && IsSame(Statements, other.Statements)
        && IsSame(Observations, other.Observations)
        && IsSame(Citations, other.Citations)
        && IsSame(Sentences, other.Sentences)
        && Article == other.Article;

    /// <summary>What tells the unit's citations apart.</summary>
    public static IEnumerable<CitationKey> CitationKeysOf(GraphBatch batch) =>
        batch.Citations.Select(citation => CitationKey.For(citation, batch.Article!)).Distinct();

    public static BatchContent Of(GraphBatch batch) =>
        new()
        {
            Entities = batch.Entities.ToDictionary(e => e.Id, CanonicalJson.Write, StringComparer.Ordinal),
            Statements = batch.Relationships.ToDictionary(r => r.Id, CanonicalJson.Write, StringComparer.Ordinal),
            Observations = batch.Observations.ToDictionary(o => o.Id, CanonicalJson.Write, StringComparer.Ordinal),
            Citations = batch
                .Citations.GroupBy(citation => CitationKey.For(citation, batch.Article!))
                .ToDictionary(group => group.Key, group => CanonicalJson.Write(group.First())),
            Sentences = batch.Sentences.ToDictionary(s => s.Address.SortKey, s => s.Text, StringComparer.Ordinal),
            Article = batch.Article is { } article ? (CanonicalJson.Write(article), article.Text) : null,
        };

    /// <summary>True where both have the same keys with the same texts.</summary>
    public static bool IsSame<TKey>(IReadOnlyDictionary<TKey, string> one, IReadOnlyDictionary<TKey, string> other) =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var text) && text == pair.Value);
}
