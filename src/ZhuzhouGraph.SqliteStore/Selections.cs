using NodaTime;

namespace ZhuzhouGraph.SqliteStore;

/// <summary>
/// Every query, translated once. A filter that must not choose the index carries a unary plus: the way from the parent has the order
/// of the list, and a plan that starts elsewhere sorts a hub.
/// </summary>
internal static class Selections
{
    private static readonly Way[] NamedIn =
    [
        new("mention m CROSS JOIN entity t ON t.id = m.entity", "m.source", Way.Unsorted, "m.entity", "m.kind = 'NAME'"),
    ];
    private static readonly Way[] OfType = [new("entity t", "t.type", Way.Unsorted, "t.id")];
    private static readonly Way[] From = [new("relationship t", "t.from_id", "t.sort", "t.id")];
    private static readonly Way[] To = [new("relationship t", "t.to_id", "t.sort", "t.id")];
    private static readonly Way[] Either = [.. From, .. To];
    private static readonly Way[] Typed = [new("relationship t", "t.type", "t.sort", "t.id")];
    private static readonly Way[] StatedIn =
    [
        new("statement s CROSS JOIN relationship t ON t.id = s.relationship", "s.article", "s.sort", "s.relationship"),
    ];
    private static readonly Way[] About = [new("observation t", "t.about", "t.sort", "t.id")];
    private static readonly Way[] There = [.. About, new("observation t", "t.place", "t.sort", "t.id")];
    private static readonly Way[] Measuring = [new("observation t", "t.indicator", "t.sort", "t.id")];
    private static readonly Way[] SaidBy = [new("observation t", "t.attributed_to", "t.sort", "t.id")];
    private static readonly Way[] SameSeries =
    [
        new("observation o CROSS JOIN observation t ON t.series = o.series", "o.id", "t.sort", "t.id", $"{LastVintage} AND t.id <> o.id"),
    ];
    private static readonly Way[] SameFact =
    [
        .. SameSeries.Select(way => way.Where($"t.status = o.status AND {StartOf("t")} IS {StartOf("o")} AND {EndOf("t")} = {EndOf("o")}")),
    ];
    private static readonly Way[] PrintedIn = [new("observation t", "t.article", "t.sort", "t.id")];
    private static readonly Way[] Mentioning =
    [
        new("mention m CROSS JOIN article t ON t.id = m.source", "m.entity", "m.sort", "m.source", "m.kind IN ('NAME', 'FACT')"),
    ];
    private static readonly ValueCondition Values = new("t.lower_key", "t.upper_key", "t.is_lower_open", "t.is_upper_open");
    private static readonly Way[] Citing = [new("citation t", "t.subject", "t.sort", "t.words")];

    private const string LastVintage = "o.recorded_version = (SELECT MAX(recorded_version) FROM observation WHERE id = o.id)";

    /// <summary>What a citation supports, and the words: its place among the citations of one sentence.</summary>
    private const string Supported = "(t.subject || ' ' || t.words)";
    private static readonly Way[] Supporting = [new("citation t", "t.article", "t.sort", Supported, "t.is_standing = 1")];

    /// <summary>The selection of a query, or null for one that is answered otherwise.</summary>
    public static Selection<T>? Of<T>(GraphQuery<T> query, Sql sql) =>
        query switch
        {
            EntityQuery q => Entities(q, sql) as Selection<T>,
            RelationshipQuery q => Relationships(q, sql) as Selection<T>,
            ObservationQuery q => Observations(q, sql) as Selection<T>,
            ArticleQuery q => Articles(q, sql) as Selection<T>,
            CitationQuery => Citations("t.words", Citing) as Selection<T>,
            ArticleCitationQuery => Citations(Supported, Supporting) as Selection<T>,
            _ => null,
        };

    private static Selection<Entity> Entities(EntityQuery query, Sql sql)
    {
        List<string> where = ["t.is_removed = 0"];
        Anchor? anchor = null;
        if (query.Types.Count > 0)
        {
            var types = sql.AddAll(query.Types.Select(type => type.Name));
            anchor = new(types, OfType, $"+t.type IN ({types})");
        }
        if (query.Kinds.Count > 0)
            where.Add($"+t.kind IN ({sql.AddAll(query.Kinds)})");
        if (query.Names.Count > 0)
            where.Add($"t.id IN (SELECT owner FROM name WHERE folded IN ({sql.AddAll(query.Names.Select(Folding.Fold))}))");
        if (query.Text is { } text)
            where.Add($"EXISTS (SELECT 1 FROM name n WHERE n.owner = t.id AND {sql.Contains("n.folded", text)})");
        if (query.Period is { } days)
            where.Add(sql.Overlaps(days));
        if (query.PublishedBy is { } day)
            where.Add(sql.MentionedBy("t.id", day));
        where.AddRange(query.Links.Select(link => LinkCounts.Of(link, sql)));
        return new()
        {
            Table = "entity",
            Sorting = query.Order switch
            {
                EntityOrder.Id => Sorting.By(Way.Unsorted),
                EntityOrder.Period => Sorting.ByPeriod(isDescending: false),
                _ => Sorting.ByPeriod(isDescending: true),
            },
            Columns = Rows.EntityColumns,
            Read = Rows.Entity,
            Where = where,
            WaysFrom = _ => NamedIn,
            Anchor = anchor,
        };
    }

    private static Selection<Relationship> Relationships(RelationshipQuery query, Sql sql)
    {
        List<string> where = [];
        Anchor? anchor = null;
        List<string> types = [.. query.Types.Select(type => sql.Add(type.Name))];
        if (query.From.Count > 0)
            AnchorOrFilter(sql.AddEntities(query.From, query.WithParts), OfTypes(From), ids => $"+t.from_id IN ({ids})");
        if (query.To.Count > 0)
            AnchorOrFilter(sql.AddEntities(query.To, query.WithParts), OfTypes(To), ids => $"+t.to_id IN ({ids})");
        if (query.About.Count > 0)
            AnchorOrFilter(sql.AddEntities(query.About, query.WithParts), OfTypes(Either), ids =>
                $"(+t.from_id IN ({ids}) OR +t.to_id IN ({ids}))"
            );
        if (query.Types.Count > 0)
            AnchorOrFilter(sql.AddAll(query.Types.Select(t => t.Name)), Typed, names => $"+t.type IN ({names})");
        if (query.Text is { } text)
            where.Add(sql.Contains("t.text", text));
        if (query.Period is { } days)
            where.Add(sql.Overlaps(days));
        if (query.PublishedBy is { } day)
            where.Add(sql.PublishedBy(day));
        if (query.Statuses.Count > 0)
            where.Add($"t.status IN ({sql.AddAll(query.Statuses.Select(s => s.ToString()))})");
        if (query.PrintedIn is { } printed)
            where.Add(sql.PrintedIn(printed));
        if (query.IsUndated)
            where.Add($"+t.period = '{Day.Undated}'");
        if (query.Articles.Count > 0)
            where.Add(sql.CitedBy(query.Articles));
        where.AddRange(sql.Chosen("t", query.Choices));
        where.AddRange(sql.Naming(query.Names));
        var ways = query.Side switch
        {
            RelationshipSide.From => OfTypes(From),
            RelationshipSide.To => OfTypes(To),
            RelationshipSide.StatedIn => StatedIn,
            _ => OfTypes(Either),
        };
        return new()
        {
            Table = "relationship",
            Sorting = SortingOf(query.Order),
            Columns = Rows.RelationshipColumns,
            Read = Rows.Relationship,
            Where = where,
            WaysFrom = _ => ways,
            Anchor = anchor,
        };

        // Each type has an index under each end, so a rare type under a hub does not walk the hub.
        Way[] OfTypes(Way[] ends) =>
            types.Count == 0 ? ends : [.. ends.SelectMany(end => types.Select(type => end.Where($"t.type = {type}")))];

        void AnchorOrFilter(string values, Way[] ways, Func<string, string> filter)
        {
            if (anchor is null)
                anchor = new(values, ways, filter(values));
            else
                where.Add(filter(values));
        }
    }

    private static Selection<Observation> Observations(ObservationQuery query, Sql sql)
    {
        List<string> where = [Recorded(query.RecordedAsOf, sql)];
        Anchor? anchor = null;
        var about = OfIndicators(query, sql);
        AnchorOrFilter(query.About, ids => sql.AddEntities(ids, query.WithParts), about);
        AnchorOrFilter(query.Places, ids => sql.AddEntities(ids, query.WithParts), There);
        AnchorOrFilter(query.Indicators, query.WithNarrower ? sql.AddWithNarrower : sql.AddEntities, Measuring);
        AnchorOrFilter(query.AttributedTo, sql.AddEntities, SaidBy);
        AddAny("measure", query.Measures.Select(m => m.ToString()));
        AddAny("comparison", query.Comparisons.Select(c => c.ToString()));
        AddAny("accumulation", query.Accumulations.Select(a => a.ToString()));
        AddAny("status", query.Statuses.Select(s => s.ToString()));
        AddAny("unit", query.Units.Select(unit => unit.Code));
        if (query.Value is { } range)
            where.Add(Values.Of(range, value => sql.Add(value)));
        if (query.Within is { } universe)
            where.Add(sql.Contains("t.within", universe));
        if (query.PrintedIn is { } printed)
            where.Add(sql.PrintedIn(printed));
        if (query.IsUndated)
            where.Add($"+t.period = '{Day.Undated}'");
        if (query.Text is { } text)
            where.Add(sql.Contains("t.figure", text));
        if (query.Period is { } days)
            where.Add(sql.Overlaps(days));
        if (query.PublishedBy is { } day)
            where.Add(sql.PublishedBy(day));
        if (query.Articles.Count > 0)
            where.Add($"+t.article IN ({sql.AddAll(query.Articles)})");
        return new()
        {
            Table = "observation",
            Sorting = SortingOf(query.Order),
            Columns = Rows.ObservationColumns,
            Read = Rows.Observation,
            Where = where,
            Anchor = anchor,
            WaysFrom = parent =>
                parent.StartsWith("article:", StringComparison.Ordinal) ? PrintedIn
                : parent.StartsWith("indicator:", StringComparison.Ordinal) ? Measuring
                : parent.StartsWith("obs:", StringComparison.Ordinal)
                    ? query.Likeness is Likeness.SameSeries ? SameSeries
                        : SameFact
                : about,
            Newest =
                query.LatestPer.Count == 0
                    ? null
                    : new(
                        [.. query.LatestPer.Select(ColumnOf).Append("t.status").Distinct()],
                        $"{EndOf("t")} DESC, t.sort DESC, t.id DESC"
                    ),
        };

        static string ColumnOf(SeriesDimension dimension) => $"t.{Spelling.UpperSnake(dimension.ToString()).ToLowerInvariant()}";

        void AddAny(string column, IEnumerable<string> values)
        {
            if (values.Any())
                where.Add($"+t.{column} IN ({sql.AddAll(values)})");
        }

        void AnchorOrFilter(IReadOnlyList<string> idsOrNames, Func<IReadOnlyList<string>, string> add, Way[] ways)
        {
            if (idsOrNames.Count == 0)
                return;
            var ids = add(idsOrNames);
            var filter = $"({string.Join(" OR ", ways.Select(way => way.Parent).Distinct().Select(parent => $"+{parent} IN ({ids})"))})";
            if (anchor is null)
                anchor = new(ids, ways, filter);
            else
                where.Add(filter);
        }
    }

    /// <summary>The first day of an observation: what has no days is of the day of its print.</summary>
    private static string StartOf(string row) => $"COALESCE({row}.first, CASE WHEN {row}.last IS NULL THEN substr({row}.sort, 1, 10) END)";

    /// <summary>The last day of an observation: a period without one, or none, lasts until its print.</summary>
    private static string EndOf(string row) => $"COALESCE({row}.last, substr({row}.sort, 1, 10))";

    /// <summary>
    /// Indicators that are given by id have an index under what figures are about, so a series does not walk the hub that it is about.
    /// </summary>
    private static Way[] OfIndicators(ObservationQuery query, Sql sql)
    {
        if (query.Indicators.Count is 0 or > 10 || query.WithNarrower || NodeId.NamesAmong(query.Indicators).Count > 0)
            return About;
        return
        [
            .. query
                .Indicators.Distinct(StringComparer.Ordinal)
                .Select(id => sql.Add(id))
                .SelectMany(id => new[] { $"t.indicator = {id}", $"t.indicator = (SELECT entity FROM former_id WHERE id = {id})" })
                .Select(About[0].Where),
        ];
    }

    private static Sorting SortingOf(RelationshipOrder order) =>
        order switch
        {
            RelationshipOrder.Print => Sorting.By("t.sort"),
            RelationshipOrder.PrintDescending => Sorting.ByDescending("t.sort"),
            RelationshipOrder.Period => Sorting.ByPeriod(isDescending: false),
            _ => Sorting.ByPeriod(isDescending: true),
        };

    private static Sorting SortingOf(ObservationOrder order) =>
        order switch
        {
            ObservationOrder.Print => Sorting.By("t.sort"),
            ObservationOrder.PrintDescending => Sorting.ByDescending("t.sort"),
            ObservationOrder.Period => Sorting.ByPeriod(isDescending: false),
            ObservationOrder.PeriodDescending => Sorting.ByPeriod(isDescending: true),
            ObservationOrder.Value => Sorting.ByValue(isDescending: false),
            _ => Sorting.ByValue(isDescending: true),
        };

    private static string Recorded(Instant? asOf, Sql sql)
    {
        if (asOf is not { } moment)
            return "t.removed_at IS NULL";
        var ticks = sql.Add(moment.ToUnixTimeTicks());
        return $"t.recorded_at <= {ticks} AND (t.removed_at IS NULL OR t.removed_at > {ticks})";
    }

    private static Selection<Article> Articles(ArticleQuery query, Sql sql)
    {
        List<string> where = ["t.is_removed = 0"];
        if (query.Published is { } days)
            where.Add(sql.PublishedOn(days));
        if (query.Text is { } text)
            where.Add(sql.Contains("t.title", text));
        return new()
        {
            Table = "article",
            Sorting = query.Order is ArticleOrder.DateDescending ? Sorting.ByDescending("t.sort") : Sorting.By("t.sort"),
            Columns = Rows.ArticleColumns,
            Read = Rows.Article,
            Where = where,
            WaysFrom = _ => Mentioning,
        };
    }

    private static Selection<Citation> Citations(string id, Way[] ways) =>
        new()
        {
            Table = "citation",
            Sorting = Sorting.By("t.sort"),
            Id = id,
            Columns = Rows.CitationColumns,
            Read = Rows.Citation,
            Where = [],
            WaysFrom = _ => ways,
            HasRoot = false,
        };
}
