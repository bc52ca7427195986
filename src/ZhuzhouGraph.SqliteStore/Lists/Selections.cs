namespace ZhuzhouGraph.SqliteStore.Lists;

/// <summary>
/// Every query, translated once: the table, the ways to its rows and their order. What its filters mean stands in
/// <see cref="Conditions"/>.
/// </summary>
internal static partial class Selections
{
    private static readonly Way[] Mentioning =
    [
        new("mention m CROSS JOIN article t ON t.id = m.source", "m.entity", "m.sort", "m.source", "m.kind IN ('NAME', 'FACT')"),
    ];
    private static readonly Way[] Citing = [new("citation t", "t.subject", "t.sort", "t.words")];

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
            CitationQuery q => Citations("t.words", Citing, q, sql) as Selection<T>,
            ArticleCitationQuery q => Citations(Supported, Supporting, q, sql) as Selection<T>,
            _ => null,
        };

    private static Selection<Article> Articles(ArticleQuery query, Sql sql) =>
        new()
        {
            Table = "article",
            Sorting = query.Order is ArticleOrder.DateDescending ? Sorting.ByDescending("t.sort") : Sorting.By("t.sort"),
            Columns = query.IsBrief ? Rows.BriefArticleColumns : Rows.ArticleColumns,
            Read = query.IsBrief ? Rows.BriefArticle : Rows.Article,
            Where = ["t.is_removed = 0", .. query.Filters.Select(filter => Conditions.Of(filter, sql))],
            WaysFrom = _ => Mentioning,
        };

    private static Selection<Citation> Citations(string id, Way[] ways, GraphQuery<Citation> query, Sql sql) =>
        new()
        {
            Table = "citation",
            Sorting = Sorting.By("t.sort"),
            Id = id,
            Columns = Rows.CitationColumns,
            Read = query.IsBrief ? Rows.BriefCitation : Rows.Citation,
            Where = [.. query.Filters.Select(filter => Conditions.Of(filter, sql))],
            WaysFrom = _ => ways,
            HasRoot = false,
        };

    /// <summary>
    /// The first filter that has indexes in the order of the list, from which it may start, the others as conditions, and those of all
    /// these conditions that are of lines (<see cref="Filter.IsOfLine"/>).
    /// </summary>
    /// <param name="waysOf">The ways from the values of a filter, or null where it has no indexes.</param>
    private static (Anchor? Anchor, IReadOnlyList<string> Where, IReadOnlySet<string> OfLine) Anchored(
        IEnumerable<Filter> filters,
        Func<Filter, IReadOnlyList<Way>?> waysOf,
        Sql sql
    )
    {
        Anchor? anchor = null;
        List<string> where = [];
        HashSet<string> ofLine = new(StringComparer.Ordinal);
        foreach (var filter in filters)
        {
            if (anchor is null && filter is not Filter.LeadsTo { OrUnplaced: true } && waysOf(filter) is { } ways)
            {
                var values = Conditions.ValuesOf(filter, sql);
                anchor = new(values, ways, Conditions.Admitting(filter, values));
                Note(filter, anchor.Filter);
                // It may start from more than is admitted.
                if (filter is Filter.LeadsTo { HasSites: true } or Filter.OnLine)
                    Hold(filter);
            }
            else
                Hold(filter);
        }
        return (anchor, where, ofLine);

        void Hold(Filter filter)
        {
            where.Add(Conditions.Of(filter, sql));
            Note(filter, where[^1]);
        }

        void Note(Filter filter, string condition)
        {
            if (filter.IsOfLine)
                ofLine.Add(condition);
        }
    }
}
