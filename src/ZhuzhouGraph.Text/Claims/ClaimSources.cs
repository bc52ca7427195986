using NodaTime.Text;

namespace ZhuzhouGraph.Text.Claims;

/// <summary>How every answer names what it rests on: the article and place, the days that were searched, and things in English.</summary>
internal static class ClaimSources
{
    public static string Cite(Article article, Citation? citation) =>
        $"（{article.Newspaper}{LocalDatePattern.Iso.Format(article.Date)}《{article.Title}》{citation?.Address}）";

    public static string CiteEnglish(Article article, Citation? citation) =>
        $"({article.NewspaperEnglish}, {LocalDatePattern.Iso.Format(article.Date)}, \"{article.TitleEnglish}\", {citation?.Address})";

    /// <summary>It is cited, and where the article's text is held, the sentence stands where the citation says.</summary>
    public static bool IsVerified(Article article, Citation? citation) =>
        citation is not null
        && (
            citation is not { Quote: { } quote, Span: { } span }
            || article.Text is not { } text
            || (span.End <= text.Length && text[span.Start..span.End] == quote)
        );

    public static string Days(ClaimCoverage coverage) =>
        coverage.First is { } first && coverage.Last is { } last
            ? $"{LocalDatePattern.Iso.Format(first)}—{LocalDatePattern.Iso.Format(last)}"
            : "—";

    /// <summary>The English name; the Chinese one where there is none.</summary>
    public static string Name(Entity entity) => entity.NameEnglish ?? entity.Name;
}
