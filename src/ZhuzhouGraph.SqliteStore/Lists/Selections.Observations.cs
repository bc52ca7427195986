namespace ZhuzhouGraph.SqliteStore.Lists;

internal static partial class Selections
{
    private static readonly Way[] About =
    [
        new("observation t", "t.about", "t.sort", "t.id") { Lines = new("observation_about_line", ["indicator", "series", "status"]) },
    ];
    private static readonly LineIndex LinesOfOne = About[0].Lines! with { Columns = ["series", "status"] };
    private static readonly Way[] There = [.. About, new("observation t", "t.place", "t.sort", "t.id")];
    private static readonly Way[] Measuring =
    [
        new("observation t", "t.indicator", "t.sort", "t.id") { Lines = new("observation_indicator_line", ["series", "status"]) },
    ];
    private static readonly Way[] SaidBy = [new("observation t", "t.attributed_to", "t.sort", "t.id")];
    private static readonly Way[] SaidAt = [new("observation t", "t.at", "t.sort", "t.id")];
    private static readonly Way[] OfPart = [new("observation t", null, "t.sort", "t.id", Conditions.HasMember("p.value"))];
    private static readonly Way[] PrintedIn = [new("observation t", "t.article", "t.sort", "t.id")];

    private static readonly Way[] OnLine =
    [
        new(
            "observation t",
            null,
            "t.sort",
            "t.id",
            $"t.series = substr(p.value, 1, {LineId.KeyLength}) AND {LineOf("+t.series", "t")} = p.value"
        ),
    ];
    private static readonly Way[] WithKey = [new("observation t", "t.series", "t.sort", "t.id")];

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
    private static readonly Way[] SamePoint = [.. SameSeries.Select(way => way.Where(SameDays))];
    private static readonly Way[] Implying =
    [
        new(
            "observation o CROSS JOIN observation t ON t.about = o.about AND t.indicator = o.indicator AND t.place IS o.place"
                + " AND t.breakdown IS o.breakdown",
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
        var (anchor, where, ofLine) = Anchored(query.Filters, WaysOf, sql);
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
                ObservationOrder.ValueDescending => Sorting.ByValue(isDescending: true),
                ObservationOrder.Point => Sorting.ByPoint(PointOf("t"), isDescending: false),
                _ => Sorting.ByPoint(PointOf("t"), isDescending: true),
            },
            Columns = Rows.ObservationColumns,
            Read = (row, column) => Rows.Observation(row, column, query.IsBrief),
            Where = query.RecordedAsOf is null ? [LineSeek.Standing, .. where] : [.. where],
            OfLine = ofLine,
            Anchor = anchor,
            WaysFrom = parent =>
                parent.StartsWith("article:", StringComparison.Ordinal) ? PrintedIn
                : parent.StartsWith("indicator:", StringComparison.Ordinal) ? Measuring
                : parent.StartsWith("category:", StringComparison.Ordinal) ? OfPart
                : parent.StartsWith("obs:", StringComparison.Ordinal) ? Alike(query.Likeness)
                : LineId.Parse(parent) is not null ? OnLine
                : about,
            Newest =
                query.LatestPer.Count == 0
                    ? null
                    : new(
                        [.. query.LatestPer.SelectMany(ColumnsOf).Append("t.status").Distinct()],
                        query.Rule switch
                        {
                            ChoiceRule.NewestPrint => $"t.sort DESC, {SaysMore("t")} DESC, t.id DESC",
                            ChoiceRule.FirstPrint => $"t.sort, {SaysMore("t")} DESC, t.id",
                            _ => LineSeek.Newest,
                        }
                    )
                    {
                        IsMostReported = query.Rule is ChoiceRule.MostReported,
                        IsInConflict = query.IsInConflict,
                        IsOfLines = query.NewestIsOfLines && query.RecordedAsOf is null,
                    },
        };

        Way[]? WaysOf(Filter filter) => filter is Filter.OnLine ? WithKey : WaysTo((filter as Filter.LeadsTo)?.Fields);

        Way[]? WaysTo(IReadOnlyList<string>? fields) =>
            fields switch
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
                Likeness.SamePoint => SamePoint,
                _ => Implying,
            };

        static IEnumerable<string> ColumnsOf(SeriesDimension dimension) =>
            dimension is SeriesDimension.Period ? [StartOf("t"), EndOf("t")]
            : dimension is SeriesDimension.Comparison ? [Conditions.Column("comparison"), Conditions.Column("base")]
            : [Conditions.Column(Spelling.LowerFirst(dimension.ToString()))];
    }

    /// <summary>The id of the line of an observation, see <see cref="LineId"/>.</summary>
    /// <param name="key">The column with the key of its series.</param>
    public static string LineOf(string key, string row) =>
        $"({key} || CASE {row}.status WHEN '{ObservationStatus.Actual}' THEN '' ELSE '-' || lower({row}.status) END)";

    /// <summary>The place of an observation on its line.</summary>
    public static string PointOf(string row) => $"({EndOf(row)} || '/' || COALESCE({StartOf(row)}, ''))";

    public static string Among(IEnumerable<Measure> measures) => $"('{string.Join("', '", measures)}')";

    /// <summary>
    /// The first day of an observation: what has no days of its own is of the day of its print. What an event dates has none of its own.
    /// </summary>
    public static string StartOf(string row) =>
        $"CASE WHEN {row}.occasion IS NOT NULL OR ({row}.first IS NULL AND {row}.last IS NULL) THEN substr({row}.sort, 1, 10) ELSE "
        + $"{row}.first END";

    /// <summary>The last day of an observation: a period without one, or none, lasts until its print.</summary>
    public static string EndOf(string row) => $"COALESCE(CASE WHEN {row}.occasion IS NULL THEN {row}.last END, substr({row}.sort, 1, 10))";

    /// <summary>More of what says when and how much, in that order: days of its own, and a number.</summary>
    public static string SaysMore(string row) =>
        $"({row}.occasion IS NULL AND {row}.period <> '{Day.Undated}') * 2 + ({row}.value_key <> '{DecimalKey.None}')";

    /// <summary>
    /// Indicators have an index under what figures are about, so a series does not walk the hub that it is about.
    /// </summary>
    private static Way[] OfIndicators(ObservationQuery query, Sql sql)
    {
        if (query.Indicators.Count is 0 or > 10 || query.WithNarrower)
            return About;
        return
        [
            .. query
                .Indicators.Distinct(StringComparer.Ordinal)
                .Select(id => About[0].Where($"t.indicator = {sql.Add(id)}") with { Lines = LinesOfOne }),
        ];
    }
}
