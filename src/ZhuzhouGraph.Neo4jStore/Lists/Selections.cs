using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore.Lists;

/// <summary>
/// Every query, translated once: the ways to its nodes and their order. What its filters mean stands in <see cref="Conditions"/>.
/// </summary>
internal static partial class Selections
{
    private static readonly Way[] Mentioning =
    [
        new(
            "(t:Article)-[m:MENTIONS]->()",
            "m:MENTIONS(entity, sort, article)",
            "m.entity",
            "m.sort",
            "m.article",
            "m.kind IN ['NAME', 'FACT']"
        ),
    ];
    private static readonly Way[] EveryArticle = [new("(t:Article)", "t:Article(sort, id)", null, "t.sort", "t.id")];
    private static readonly Way[] Citing =
    [
        new("(t:Citation)", "t:Citation(of, sort, words)", "t.of", "t.sort", "t.words"),
        new("(t:PastCitation)", "t:PastCitation(of, sort, words)", "t.of", "t.sort", "t.words"),
    ];

    /// <summary>An article has few enough citations to be sorted.</summary>
    private static readonly Way[] Supporting =
    [
        new("(t:Citation)", "t:Citation(article)", "t.article", "t.sort", "(t.of + ' ' + t.words)"),
    ];

    /// <summary>The selection of a query, or null for one that is answered otherwise.</summary>
    /// <param name="pinned">Of observations: the data version whose vintages are asked for, where it is not the newest.</param>
    public static Selection<T>? Of<T>(GraphQuery<T> query, Parameters parameters, long? pinned = null) =>
        query switch
        {
            EntityQuery q => Entities(q, parameters) as Selection<T>,
            RelationshipQuery q => Relationships(q, parameters) as Selection<T>,
            ObservationQuery q => Observations(q, parameters, pinned) as Selection<T>,
            ArticleQuery q => Articles(q, parameters) as Selection<T>,
            CitationQuery q => Citations("citations", Citing, q, parameters) as Selection<T>,
            ArticleCitationQuery q => Citations("citations of articles", Supporting, q, parameters) as Selection<T>,
            _ => null,
        };

    private static Selection<Article> Articles(ArticleQuery query, Parameters parameters) =>
        new(parameters)
        {
            Name = "articles",
            Form = query.IsBrief ? ArticleNode.Brief : ArticleNode.Whole,
            Sorting = query.Order is ArticleOrder.DateDescending ? Sorting.Reversed : Sorting.Usual,
            Where = [.. query.Filters.Select(new Conditions(parameters).Of)],
            WaysFrom = _ => Mentioning,
            Root = EveryArticle,
        };

    private static Selection<Citation> Citations(string name, Way[] ways, GraphQuery<Citation> query, Parameters parameters) =>
        new(parameters)
        {
            Name = name,
            Form = query.IsBrief ? CitationNode.Brief : CitationNode.Whole,
            Where = [.. query.Filters.Select(new Conditions(parameters).Of)],
            WaysFrom = _ => ways,
        };

    /// <summary>
    /// The first filter that has indexes in the order of the list, from which it may start, and the others as conditions.
    /// </summary>
    /// <param name="waysOf">The ways from the values of a filter, or null where it has no indexes.</param>
    private static (Anchor? Anchor, IReadOnlyList<string> Where) Anchored(
        IEnumerable<Filter> filters,
        Func<Filter, IReadOnlyList<Way>?> waysOf,
        Conditions conditions
    )
    {
        Anchor? anchor = null;
        List<string> where = [];
        foreach (var filter in filters)
        {
            if (anchor is null && filter is not Filter.LeadsTo { OrUnplaced: true } && waysOf(filter) is { } ways)
            {
                var values = conditions.ValuesOf(filter);
                // Ways that start from no value bring their own: each is one of the filter's.
                anchor = new(ways.Any(way => way.Parent is not null) ? values : null, ways, Conditions.Admitting(filter, values));
                // It may start from more than is admitted.
                if (filter is Filter.LeadsTo { HasSites: true } or Filter.OnLine)
                    where.Add(conditions.Of(filter));
            }
            else
                where.Add(conditions.Of(filter));
        }
        return (anchor, where);
    }

    private static string IndexOf(string label, string? parent, string sort) =>
        $"t:{label}({(parent is null ? "" : parent + ", ")}{sort}, id)";
}
