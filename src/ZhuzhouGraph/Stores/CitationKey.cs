namespace ZhuzhouGraph.Stores;

/// <summary>What tells one citation of an article from another, in the order of lists.</summary>
public sealed record CitationKey(string Of, string Sort, string Words)
{
    /// <summary>A citation's place in lists: date, article and address.</summary>
    public static CitationKey For(Citation citation, Article article) =>
        new(citation.Of, $"{First(article)}{citation.Address.SortKey}", citation.Words ?? "");

    /// <summary>The place before every citation of the article.</summary>
    public static string First(Article article) => $"{Day.Of(article.Date)}|{article.Id}|";

    /// <summary>The place before every citation of the unit; that of the registry, which prints nothing, comes after all print.</summary>
    public static string First(GraphBatch batch) => batch.Article is { } article ? First(article) : $"{Day.Undated}|{batch.Unit}|";

    /// <summary>The address in a <see cref="Sort"/>; null for the place before every citation.</summary>
    public static Address? AddressOf(string sort)
    {
        var ends = sort[(sort.LastIndexOf('|') + 1)..].Split('-', StringSplitOptions.RemoveEmptyEntries);
        if (ends.Length != 2)
            return null;
        var (start, end) = (ends[0].Split('.'), ends[1].Split('.'));
        return new Address(Number(start[0]), Number(start[1]), Number(end[0]), Number(end[1]));

        static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
    }
}
