namespace ZhuzhouGraph;

/// <summary>
/// The graph at one data version, for as long as the read lasts that it was made for. Memory stays flat over any number of pages. Members
/// may be called while the pages of a list are walked.
/// </summary>
public interface IPinnedGraph
{
    /// <summary>The most ids that one look-up takes: those of a page, and what its items name.</summary>
    const int MostAsked = 10_000;

    /// <summary>The version that everything read here is of.</summary>
    GraphHead Head { get; }

    /// <summary>
    /// Everything that fits the query, in its order, in pages of the store's own size; the last one has nothing after it. There is no page
    /// where nothing fits.
    /// </summary>
    /// <param name="query">Of observations, relationships, entities or articles.</param>
    /// <param name="after">The key of the item before; null for the beginning.</param>
    IAsyncEnumerable<Page<T>> PagesAsync<T>(GraphQuery<T> query, SortKey? after, CancellationToken cancellationToken);

    /// <summary>The same for figures, each with the citations that <see cref="CitationsAsync"/> has of it, in as few statements.</summary>
    IAsyncEnumerable<IReadOnlyList<CitedFigure>> FiguresAsync(ObservationQuery query, SortKey? after, CancellationToken cancellationToken);

    /// <summary>What those entities are called; unknown ids have no key.</summary>
    Task<IReadOnlyDictionary<string, NodeLabel>> LabelsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>The articles of those ids, those that were removed included; unknown ids have no key.</summary>
    Task<IReadOnlyDictionary<string, Article>> ArticlesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>All citations of those observations or relationships, by what they support, in print order.</summary>
    Task<ILookup<string, Citation>> CitationsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);
}

/// <summary>A figure and where it is printed, in print order.</summary>
public sealed record CitedFigure(Observation Observation, IReadOnlyList<Citation> Citations)
{
    /// <summary><see cref="ZhuzhouGraph.Series.KeyOf"/> as the store holds it, which is a hash to work out; null where the store does not
    /// tell.</summary>
    public string? Series { get; init; }
}

/// <summary>What an entity is called.</summary>
/// <param name="Chinese">See <see cref="Entity.Name"/>.</param>
/// <param name="English">The primary English name; null where it has none.</param>
public sealed record NodeLabel(string Id, EntityType Type, string Chinese, string? English)
{
    /// <summary>The dimension of which it is, where figures are broken down by it; see <see cref="Breakdown.DimensionOf"/>.</summary>
    public string? Dimension { get; init; }

    public static NodeLabel Of(Entity entity) =>
        new(entity.Id, entity.Type, entity.Name, entity.NameEnglish)
        {
            Dimension = Breakdown.MemberTypes.Contains(entity.Type.Name) ? Breakdown.DimensionOf(entity) : null,
        };
}
