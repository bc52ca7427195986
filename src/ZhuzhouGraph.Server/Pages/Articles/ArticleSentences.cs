namespace ZhuzhouGraph.Server.Pages.Articles;

/// <summary>
/// The sentences of a page of an article: of a text that is held every one, also those from which nothing was read; otherwise the
/// addresses alone of those from which something was.
/// </summary>
internal static class ArticleSentences
{
    /// <param name="isFirstPage">Whether no page comes before it.</param>
    /// <param name="from">Where the first page starts; null for the article's beginning.</param>
    public static IReadOnlyList<SentenceTold> Of(ArticleTold article, bool isFirstPage, Address? from)
    {
        var facts = article
            .Cited.Nodes.Select(FactTold.Of)
            .GroupBy(fact => StartOf(Address.Parse(fact.Address)!))
            .ToDictionary(group => group.Key, group => group.ToList());
        if (article.Text is not { } text)
            return [.. facts.Select(at => new SentenceTold(at.Key.ToString(), null, at.Value))];
        var (first, last) = (facts.Keys.Min(), facts.Keys.Max());
        return
        [
            .. Printed(article, text)
                .Where(sentence =>
                    sentence.At.CompareTo(isFirstPage ? from : first) >= 0
                    && (article.Cited.Next is null || sentence.At.CompareTo(last) <= 0)
                )
                .Select(sentence => new SentenceTold(
                    sentence.At.ToString(),
                    sentence.Text,
                    facts.GetValueOrDefault(sentence.At) ?? (IReadOnlyList<FactTold>)[]
                )),
        ];
    }

    /// <summary>Every sentence with its address; the article's lines are those of the issue, joined.</summary>
    private static IEnumerable<(Address At, string Text)> Printed(ArticleTold article, string text)
    {
        var numbers = article.Lines.SelectMany(lines => Enumerable.Range(lines.First, lines.Last - lines.First + 1));
        foreach (var (number, line) in numbers.Zip(text.Split('\n')))
        {
            var sentence = 0;
            foreach (var span in Sentences.OfLine(line))
                yield return (new Address(number, ++sentence), line[span.Start..span.End]);
        }
    }

    /// <summary>The sentence where an address starts: what a page break cut stands where it begins.</summary>
    private static Address StartOf(Address address) => new(address.Line, address.Sentence);
}
