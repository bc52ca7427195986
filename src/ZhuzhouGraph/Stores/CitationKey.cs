namespace ZhuzhouGraph.Stores;

/// <summary>What tells one citation of an article from another, in the order of lists.</summary>
public sealed record CitationKey(string Of, string Sort, string Words)
{
    /// <summary>A citation's place in lists: date, article and address.</summary>
    public static CitationKey For(Citation citation, Article article) => new(citation.Of, $"{First(article)}{citation.Address.SortKey}", citation.Words ?? "");

    /// <summary>The place before every citation of the article.</summary>
    public static string First(Article article) => $"{Day.Of(article.Date)}|{article.Id}|";
}
