using ZhuzhouGraph.Stores;

namespace ZhuzhouGraph.Queries;

/// <summary>Something that is printed: a name, or a fact.</summary>
/// <param name="Of">The id of the entity that is named, of the relationship or of the observation.</param>
/// <param name="Fact">The relationship or observation, where it was read with the list.</param>
/// <param name="Citation">Where it is printed; null for a fact whose first citation counts.</param>
public sealed record CitedItem(string Of, IGraphNode? Fact, Citation? Citation);

/// <summary>What is printed, in print order, so that a reader can tick off the page.</summary>
public static class Cited
{
    /// <summary>How many statements the lists of entities cost together, and those of articles.</summary>
    public const int StatementsOfEntities = 3,
        StatementsOfArticles = 1;

    /// <summary>
    /// Pages of all that the papers print of each entity: its names, its relationships and the figures about it, each where it is printed
    /// first, a name wherever it is cited. At one place names come first, then relationships.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, Page<CitedItem>>> OfEntitiesAsync(
        IGraphSnapshot snapshot,
        IReadOnlyCollection<string> entities,
        PageRequest page,
        CancellationToken cancellationToken
    )
    {
        Paging.Check(page);
        var lists = new[]
        {
            await ReadAsync(0, new CitationQuery(), c => new CitedItem(c.Of, null, c)),
            await ReadAsync(1, new RelationshipQuery { WithoutReference = true }, r => new CitedItem(r.Id, r, null)),
            await ReadAsync(2, new ObservationQuery(), o => new CitedItem(o.Id, o, null)),
        };
        return entities
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(
                entity => entity,
                entity => Merging.PageOf(lists.SelectMany(list => list[entity].Items), lists.Any(list => list[entity].HasMore), page.First),
                StringComparer.Ordinal
            );

        async Task<Dictionary<string, (IEnumerable<(SortKey, CitedItem)> Items, bool HasMore)>> ReadAsync<T>(
            int list,
            GraphQuery<T> query,
            Func<T, CitedItem> make
        )
        {
            var found = await snapshot.ListOfAsync(
                entities,
                query,
                page with
                {
                    After = Merging.AfterIn(list, page.After),
                },
                cancellationToken
            );
            return found.ToDictionary(
                x => x.Key,
                x => (x.Value.Keys.Zip(x.Value.Items, (key, item) => (Merging.KeyIn(list, key), make(item))), x.Value.HasMore),
                StringComparer.Ordinal
            );
        }
    }

    /// <summary>Pages of every citation in each article, by address.</summary>
    public static async Task<IReadOnlyDictionary<string, Page<CitedItem>>> OfArticlesAsync(
        IGraphSnapshot snapshot,
        IReadOnlyCollection<string> articles,
        Address? from,
        PageRequest page,
        CancellationToken cancellationToken
    )
    {
        var found = await snapshot.ListOfAsync(articles, new ArticleCitationQuery { From = from }, page, cancellationToken);
        return found.ToDictionary(
            x => x.Key,
            x => new Page<CitedItem>([.. x.Value.Items.Select(c => new CitedItem(c.Of, null, c))], x.Value.Keys, x.Value.HasMore),
            StringComparer.Ordinal
        );
    }
}
