namespace ZhuzhouGraph.Queries;

/// <summary>An entity in a ranking.</summary>
/// <param name="Rank">From 1; entities with the same number share one.</param>
/// <param name="Quantity">Its number in the unit of the ranking.</param>
/// <param name="IsCertain">Whether no other figure can mean what this one can: otherwise the order of the two is only that of the printed
/// numbers.</param>
public sealed record Ranked(int Rank, Observation Figure, Quantity Quantity, bool IsCertain);

/// <summary>Entities compared, and those that cannot be.</summary>
/// <param name="Items">Those with one figure, the largest first; of ranks the first place.</param>
/// <param name="Without">Ids of those without a figure for the period.</param>
/// <param name="Newest">Of those, the newest figure that each has of another period.</param>
/// <param name="Several">Ids of those with figures on several lines, which nobody says which of is meant, with the ids of the
/// lines.</param>
/// <param name="Unranked">Figures without a number (前列), or in a unit that does not convert.</param>
public sealed record RankingAnswer(
    IReadOnlyList<Ranked> Items,
    IReadOnlyList<string> Without,
    IReadOnlyList<Observation> Newest,
    IReadOnlyList<(string Entity, IReadOnlyList<string> Lines)> Several,
    IReadOnlyList<Observation> Unranked
);

/// <summary>
/// Entities compared for one indicator and one period. Figures of other measures, sums, or what is only aimed at never stand beside each
/// other: the query says which are meant.
/// </summary>
/// <param name="Entities">Ids, each once.</param>
/// <param name="Of">Which figures, without what they are about: indicator, days, measure, accumulation, status …</param>
/// <param name="Unit">The unit of the ranking; null for the one into which all of the dimension convert.</param>
public sealed record Ranking(IReadOnlyList<string> Entities, ObservationQuery Of, Unit? Unit)
{
    /// <summary>The most pages of lines, of as many entities as may be named.</summary>
    private const int MaxPages = 10;

    /// <summary>The most statements that it takes: those pages, and one of the newest of those who are not on them.</summary>
    public const int MaxStatements = MaxPages + 1;

    private ObservationQuery Query =>
        Of with
        {
            About = Entities,
            IsPointExact = true,
            LatestPer = [SeriesDimension.About, SeriesDimension.Series],
            Order = ObservationOrder.Print,
        };

    /// <summary>The rule by which the figure of each is chosen, for answers.</summary>
    public string Rule => Series.RuleOf(Of.Rule, Query.LatestPer);

    public async Task<RankingAnswer> ReadAsync(IGraphSnapshot snapshot, CancellationToken cancellationToken)
    {
        List<Observation> figures = [];
        SortKey? after = null;
        for (var pages = 0; pages < MaxPages; pages++)
        {
            var page = await snapshot.ListAsync(Query, new PageRequest(PageRequest.Max, after), cancellationToken);
            figures.AddRange(page.Items);
            if (!page.HasMore)
                break;
            after = page.Keys[^1];
        }
        var byEntity = figures.ToLookup(figure => figure.About, StringComparer.Ordinal);
        var single = Entities.Select(entity => byEntity[entity].ToList()).Where(of => of.Count == 1).Select(of => of[0]).ToList();
        var numbered = single
            .Select(figure => (Figure: figure, Quantity: figure.Quantity.Told(Unit)))
            .Where(known => known.Quantity is { Interval: not null, Meaning: QuantityMeaning.Uncertain })
            // The first place is the smallest number.
            .OrderBy(known => known.Figure.Measure is Measure.Rank ? NumberOf(known.Quantity!) : -NumberOf(known.Quantity!))
            .ThenBy(known => known.Figure.About, StringComparer.Ordinal)
            .ToList();
        List<string> without = [.. Entities.Where(entity => !byEntity.Contains(entity))];
        // Dimensions do not mix: what the largest group of convertible units is in, is ranked.
        var ranked = numbered
            .GroupBy(known => known.Quantity!.Unit.Dimension)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key)
            .Take(1)
            .SelectMany(group => group.Where(known => known.Quantity!.Unit.ComparesWith(group.First().Quantity!.Unit)))
            .ToList();
        return new(
            [.. ranked.Select((known, at) => new Ranked(RankAt(at), known.Figure, known.Quantity!, IsApart(at)))],
            without,
            without.Count == 0 ? [] : await NewestAsync(snapshot, without, cancellationToken),
            [
                .. Entities
                    .Where(entity => byEntity[entity].Skip(1).Any())
                    .Select(entity =>
                        (entity, (IReadOnlyList<string>)[.. byEntity[entity].Select(figure => LineId.Of(figure).ToString()).Distinct()])
                    ),
            ],
            [.. single.Except(ranked.Select(known => known.Figure))]
        );

        int RankAt(int at) => 1 + ranked.FindIndex(other => NumberOf(other.Quantity!) == NumberOf(ranked[at].Quantity!));

        bool IsApart(int at) =>
            !ranked.Where((_, other) => other != at).Any(other => other.Quantity!.Interval!.Meets(ranked[at].Quantity!.Interval!));
    }

    /// <summary>One of each, whatever its period.</summary>
    private async Task<IReadOnlyList<Observation>> NewestAsync(
        IGraphSnapshot snapshot,
        IReadOnlyList<string> entities,
        CancellationToken cancellationToken
    )
    {
        var query = Query with
        {
            About = entities,
            PointDays = null,
            IsPointExact = false,
            LatestPer = [SeriesDimension.About],
            Rule = default,
        };
        return (await snapshot.ListAsync(query, new PageRequest(PageRequest.Max), cancellationToken)).Items;
    }

    private static decimal NumberOf(Quantity quantity) => quantity.Value ?? quantity.Lower?.Value ?? quantity.Upper!.Value;
}
