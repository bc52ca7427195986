namespace ZhuzhouGraph.SqliteStore.Lists;

internal static partial class Selections
{
    private static readonly Way[] About = [new("observation t", "t.about", "t.sort", "t.id")];
    private static readonly Way[] There = [.. About, new("observation t", "t.place", "t.sort", "t.id")];
    private static readonly Way[] Measuring = [new("observation t", "t.indicator", "t.sort", "t.id")];
    private static readonly Way[] SaidBy = [new("observation t", "t.attributed_to", "t.sort", "t.id")];
    private static readonly Way[] SaidAt = [new("observation t", "t.at", "t.sort", "t.id")];
    private static readonly Way[] PrintedIn = [new("observation t", "t.article", "t.sort", "t.id")];

    private const string LastVintage = "o.recorded_version = (SELECT MAX(recorded_version) FROM observation WHERE id = o.id)";
    private static readonly Way[] SameSeries =
    [
        new("observation o CROSS JOIN observation t ON t.series = o.series", "o.id", "t.sort", "t.id", $"{LastVintage} AND t.id <> o.id"),
    ];
    private static readonly string SameDays = $"t.status = o.status AND {StartOf("t")} IS {StartOf("o")} AND {EndOf("t")} = {EndOf("o")}";
    private static readonly Way[] SameFact =
    [
        .. SameSeries.Select(way => way.Where($"{SameDays} AND (o.comparison IS NOT NULL OR o.measure NOT IN {Among(Series.Compared)})")),
    ];
    private static readonly Way[] Implying =
    [
        new(
            "observation o CROSS JOIN observation t ON t.about = o.about AND t.indicator = o.indicator AND t.place IS o.place",
            "o.id",
            "t.sort",
            "t.id",
            $"{LastVintage} AND {SameDays} AND (o.measure IN {Among(Series.Levels)} AND t.measure IN {Among(Series.Compared)}"
                + $" OR o.measure IN {Among(Series.Compared)} AND t.measure IN {Among(Series.Levels)})"
        ),
    ];

    private static Selection<Observation> Observations(ObservationQuery query, Sql sql)
    {
        var about = OfIndicators(query, sql);
        var (anchor, where) = Anchored(query.Filters, WaysOf, sql);
        return new()
        {
            Table = "observation",
            Sorting = query.Order switch
            {
                ObservationOrder.Print => Sorting.By("t.sort"),
                ObservationOrder.PrintDescending => Sorting.ByDescending("t.sort"),
                ObservationOrder.Period => Sorting.ByPeriod(isDescending: false),
                ObservationOrder.PeriodDescending => Sorting.ByPeriod(isDescending: true),
                ObservationOrder.Value => Sorting.ByValue(isDescending: false),
                _ => Sorting.ByValue(isDescending: true),
            },
            Columns = Rows.ObservationColumns,
            Read = Rows.Observation,
            Where = query.RecordedAsOf is null ? ["t.removed_at IS NULL", .. where] : [.. where],
            Anchor = anchor,
            WaysFrom = parent =>
                parent.StartsWith("article:", StringComparison.Ordinal) ? PrintedIn
                : parent.StartsWith("indicator:", StringComparison.Ordinal) ? Measuring
                : parent.StartsWith("obs:", StringComparison.Ordinal) ? Alike(query.Likeness)
                : about,
            Newest =
                query.LatestPer.Count == 0
                    ? null
                    : new(
                        [.. query.LatestPer.Select(ColumnOf).Append("t.status").Distinct()],
                        $"{EndOf("t")} DESC, t.sort DESC, t.id DESC"
                    ),
        };

        Way[]? WaysOf(Filter filter) =>
            (filter as Filter.LeadsTo)?.Fields switch
            {
                ["about"] => about,
                ["about", "place"] => There,
                ["indicator"] => Measuring,
                ["attributedTo"] => SaidBy,
                ["at"] => SaidAt,
                _ => null,
            };

        static Way[] Alike(Likeness likeness) =>
            likeness switch
            {
                Likeness.SameSeries => SameSeries,
                Likeness.SameFact => SameFact,
                _ => Implying,
            };

        static string ColumnOf(SeriesDimension dimension) => Conditions.Column(Spelling.LowerFirst(dimension.ToString()));
    }

    private static string Among(IEnumerable<Measure> measures) => $"('{string.Join("', '", measures)}')";

    /// <summary>
    /// The first day of an observation: what has no days of its own is of the day of its print. What an event dates has none of its own.
    /// </summary>
    private static string StartOf(string row) =>
        $"CASE WHEN {row}.occasion IS NOT NULL OR ({row}.first IS NULL AND {row}.last IS NULL) THEN substr({row}.sort, 1, 10) ELSE "
        + $"{row}.first END";

    /// <summary>The last day of an observation: a period without one, or none, lasts until its print.</summary>
    private static string EndOf(string row) => $"COALESCE(CASE WHEN {row}.occasion IS NULL THEN {row}.last END, substr({row}.sort, 1, 10))";

    /// <summary>
    /// Indicators have an index under what figures are about, so a series does not walk the hub that it is about.
    /// </summary>
    private static Way[] OfIndicators(ObservationQuery query, Sql sql)
    {
        if (query.Indicators.Count is 0 or > 10 || query.WithNarrower)
            return About;
        return [.. query.Indicators.Distinct(StringComparer.Ordinal).Select(id => About[0].Where($"t.indicator = {sql.Add(id)}"))];
    }
}
