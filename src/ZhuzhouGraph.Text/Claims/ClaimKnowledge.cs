using NodaTime;
using ZhuzhouGraph.Text.Claims.Relations;

namespace ZhuzhouGraph.Text.Claims;

/// <summary>What was searched: how many articles, and from which day to which.</summary>
public sealed record ClaimCoverage(long Articles, LocalDate? First, LocalDate? Last);

/// <summary>
/// What every claim needs to know of a graph, read once for each data version: its indicators, what is found by words, its city, its
/// coverage.
/// </summary>
internal sealed record ClaimKnowledge(
    GraphHead Head,
    IReadOnlyList<IndicatorWords> Indicators,
    ThingWords Things,
    Entity? City,
    ClaimCoverage Coverage
)
{
    /// <summary>More indicators than this are not looked at.</summary>
    private const int MostIndicators = 5_000;

    /// <summary>More events, honours, works and firms than this are found by their names only.</summary>
    private const int MostThings = 5_000;

    /// <summary>The most statements that it takes: pages of indicators and things, the cities, two articles and their count.</summary>
    public const int MostStatements = (MostIndicators / PageRequest.Max) + (MostThings / PageRequest.Max) + 4;

    public static async Task<ClaimKnowledge> ReadAsync(IGraphSnapshot snapshot, GraphHead head, CancellationToken cancellationToken)
    {
        var indicators = await AllAsync(snapshot, [EntityTypes.Indicator], MostIndicators, cancellationToken).ConfigureAwait(false);
        var things = await AllAsync(snapshot, ThingWords.Types, MostThings, cancellationToken).ConfigureAwait(false);
        var newest = await ArticleAsync(snapshot, ArticleOrder.DateDescending, cancellationToken).ConfigureAwait(false);
        var oldest = await ArticleAsync(snapshot, ArticleOrder.Date, cancellationToken).ConfigureAwait(false);
        var count = await snapshot.CountAsync(new ArticleQuery(), cancellationToken).ConfigureAwait(false);
        var cities = await snapshot
            .ListAsync(new EntityQuery { Types = [EntityTypes.Place], Kinds = ["CITY"] }, new(PageRequest.Max), cancellationToken)
            .ConfigureAwait(false);
        // 某市日报 is the newspaper of 某市.
        var city = newest is null
            ? null
            : cities.Items.FirstOrDefault(place =>
                place.Names.Any(name => newest.Newspaper.StartsWith(name.Text.TrimEnd('市'), StringComparison.Ordinal))
            );
        return new(
            head,
            [.. indicators.Select(entity => new IndicatorWords(entity))],
            new ThingWords(things),
            city,
            new(count, oldest?.Date, newest?.Date)
        );
    }

    private static async Task<List<Entity>> AllAsync(
        IGraphSnapshot snapshot,
        IReadOnlyList<EntityType> types,
        int most,
        CancellationToken cancellationToken
    )
    {
        List<Entity> all = [];
        SortKey? after = null;
        while (all.Count < most)
        {
            var page = await snapshot
                .ListAsync(new EntityQuery { Types = types }, new(PageRequest.Max, after), cancellationToken)
                .ConfigureAwait(false);
            all.AddRange(page.Items);
            if (!page.HasMore)
                break;
            after = page.Keys[^1];
        }
        return all;
    }

    private static async Task<Article?> ArticleAsync(IGraphSnapshot snapshot, ArticleOrder order, CancellationToken cancellationToken) =>
        (await snapshot.ListAsync(new ArticleQuery { Order = order }, new(1), cancellationToken).ConfigureAwait(false)).Items is [var first]
            ? first
            : null;
}
