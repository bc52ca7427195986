namespace ZhuzhouGraph.Server.Asking;

/// <summary>The filter of articles.</summary>
internal static class ArticleFilters
{
    public static readonly IReadOnlyList<FilterField<ArticleQuery>> All =
    [
        new("published", "DateRange", "刊发日期", "Published on these days.", (query, filter) =>
            query with
            {
                Published = filter.Days("published"),
            }
        ),
        new("text", "String", "字样", $"The title, Chinese or English, contains {SharedFilters.Words}.", (query, filter) =>
            query with
            {
                Text = filter.Words("text"),
            }
        ),
    ];
}
