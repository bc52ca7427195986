using System.Globalization;

namespace ZhuzhouGraph.Neo4jStore.Nodes;

/// <summary>
/// <c>(:Article {id, newspaper, date, title, …})</c>; one that was removed is a <c>:PastArticle</c>. Corrections and repeats stand in
/// parallel lists. <c>characters</c>, the length of the text in UTF-16 code units, is there where the text is held.
/// </summary>
internal static class ArticleNode
{
    public static Dictionary<string, object?> Properties(Article article, int citations) =>
        new()
        {
            ["id"] = article.Id,
            ["newspaper"] = article.Newspaper,
            ["newspaperEnglish"] = article.NewspaperEnglish,
            ["date"] = Day.Of(article.Date),
            ["sort"] = Day.Of(article.Date),
            ["page"] = article.Page,
            ["title"] = article.Title,
            ["titleEnglish"] = article.TitleEnglish,
            ["foldedTitle"] = $"{Folding.Fold(article.Title)}\n{Folding.Fold(article.TitleEnglish)}",
            ["section"] = article.Section,
            ["byline"] = article.Byline,
            ["lines"] = article.Lines.Select(Text).ToList(),
            ["sha256"] = article.Sha256,
            ["isCutAtStart"] = article.IsCutAtStart,
            ["isCutAtEnd"] = article.IsCutAtEnd,
            ["continuedOn"] = article.ContinuedOn,
            ["correctionAddresses"] = ListOrNull(article.Corrections, c => c.Address.ToString()),
            ["correctionsPrinted"] = ListOrNull(article.Corrections, c => c.Printed),
            ["correctionsProbably"] = ListOrNull(article.Corrections, c => c.Probably),
            ["correctionReasons"] = ListOrNull(article.Corrections, c => c.Reason),
            ["repeatLines"] = ListOrNull(article.Repeats, r => Text(r.Lines)),
            ["repeatsOf"] = article.Repeats.Count > 0 ? article.Repeats.Select(r => r.Of).ToList() : null,
            ["repeatReasons"] = ListOrNull(article.Repeats, r => r.Reason),
            ["text"] = article.Text,
            ["characters"] = article.Text?.Length,
            ["citations"] = citations,
            ["digest"] = NodeDigest.Of(article),
        };

    public static Article Read(CypherMap node)
    {
        var (printed, probably, reasons) = (
            node.Texts("correctionsPrinted"),
            node.Texts("correctionsProbably"),
            node.Texts("correctionReasons")
        );
        var (of, repeatReasons) = (node.List("repeatsOf", v => CypherValue.Required(v.Number())), node.Texts("repeatReasons"));
        return new Article
        {
            Id = NodeProperties.Text(node, "id"),
            Newspaper = NodeProperties.Text(node, "newspaper"),
            NewspaperEnglish = NodeProperties.Text(node, "newspaperEnglish"),
            Date = DateOf(node),
            Page = node.Text("page"),
            Title = NodeProperties.Text(node, "title"),
            TitleEnglish = NodeProperties.Text(node, "titleEnglish"),
            Section = node.Text("section"),
            Byline = node.Text("byline"),
            Lines = [.. node.Texts("lines").Select(Range)],
            Sha256 = NodeProperties.Text(node, "sha256"),
            IsCutAtStart = node.Flag("isCutAtStart") is true,
            IsCutAtEnd = node.Flag("isCutAtEnd") is true,
            ContinuedOn = node.Text("continuedOn"),
            Corrections =
            [
                .. node.Texts("correctionAddresses")
                    .Select(
                        (address, i) =>
                            new Correction(
                                Address.Parse(address) ?? throw NodeProperties.Unreadable(node, "correctionAddresses"),
                                printed[i],
                                probably[i],
                                reasons[i]
                            )
                    ),
            ],
            Repeats = [.. node.Texts("repeatLines").Select((lines, i) => new Repeat(Range(lines), (int)of[i], repeatReasons[i]))],
            Text = node.Text("text"),
        };
    }

    public static NodeForm<Article> Whole { get; } =
        new(
            Read,
            [
                .. new[] { "id", "newspaper", "newspaperEnglish", "date", "page", "title", "titleEnglish", "section", "byline", "lines" },
                .. new[] { "sha256", "isCutAtStart", "isCutAtEnd", "continuedOn", "correctionAddresses", "correctionsPrinted" },
                .. new[] { "correctionsProbably", "correctionReasons", "repeatLines", "repeatsOf", "repeatReasons", "text" },
            ]
        );

    public static NodeForm<Article> Brief { get; } =
        new(
            node => Article.InBrief(NodeProperties.Text(node, "id"), NodeProperties.Text(node, "title"), DateOf(node)),
            "id",
            "title",
            "date"
        );

    private static NodaTime.LocalDate DateOf(CypherMap node) => node.Day("date") ?? throw NodeProperties.Unreadable(node, "date");

    private static string Text(LineRange range) => string.Create(CultureInfo.InvariantCulture, $"{range.First}-{range.Last}");

    private static LineRange Range(string text)
    {
        var ends = text.Split('-');
        return new LineRange(int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[1], CultureInfo.InvariantCulture));
    }

    private static List<string>? ListOrNull<T>(IReadOnlyList<T> items, Func<T, string> text) =>
        items.Count > 0 ? [.. items.Select(text)] : null;
}
