using ZhuzhouGraph.Text;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds;

/// <summary>Finds what a citation points at in the text that is at hand.</summary>
internal static class SeedEvidence
{
    /// <summary>
    /// The citation with quote and offsets; or, with a problem, as it was. Without a text nothing changes and nothing is wrong.
    /// </summary>
    public static (Citation Citation, Problem? Problem) Locate(BoundFact fact, Article article, IssueText? text)
    {
        var citation = fact.Citation;
        if (text is null)
            return (citation, null);
        if (text.Find(citation.Address, article.Lines) is not { } sentence)
            return (
                citation,
                new(
                    ProblemCodes.InvalidAddress,
                    fact.Item,
                    $"Found the address {citation.Address}; {Allowed(citation.Address, article, text)}."
                )
            );
        if (fact.Figure?.Cell is { } cell)
            return (InRow(citation, cell, article, text), null);
        citation = citation with { Quote = sentence.Text, Span = sentence.Span };
        if (citation.Words is null)
            return (citation, null);
        var places = PrintMatch.Find(citation.Words, sentence.Text);
        var problem = (places.Count, fact.Occurrence, fact.Node) switch
        {
            (0, _, _) => new Problem(
                ProblemCodes.NotPrinted,
                fact.Location,
                $"Found '{citation.Words}' cited at {citation.Address}; the sentence there does not print "
                    + $"it{Elsewhere(citation.Words, article, text)}."
            ),
            (var n, { } occurrence, _) when occurrence > n => new Problem(
                ProblemCodes.NotPrinted,
                fact.Location,
                $"Found occurrence {occurrence} of '{citation.Words}'; the sentence at {citation.Address} prints it {n} times."
            ),
            (> 1, null, Observation) => new Problem(
                ProblemCodes.AmbiguousFigure,
                fact.Location,
                $"Found '{citation.Words}', which stands {places.Count} times in the sentence at {citation.Address}; 'occurrence' 1 to "
                    + $"{places.Count} is needed."
            ),
            _ => null,
        };
        if (problem is not null)
            return (citation, problem);
        var place = places[(fact.Occurrence ?? 1) - 1];
        return (citation with { WordsSpan = new Span(sentence.Span.Start + place.Start, sentence.Span.Start + place.End) }, null);
    }

    /// <summary>A cell is cited with its whole row, and stands where it was read.</summary>
    private static Citation InRow(Citation citation, SeedCell cell, Article article, IssueText text)
    {
        var line = citation.Address.Line;
        var sentences = text.SentencesOf(line);
        var fields = TableCells.Of(text.Line(line));
        if (text.Find(new(line, 1, line, sentences.Count), article.Lines) is not { } row || cell.Field > fields.Count)
            return citation;
        var (start, field) = (row.Span.Start - sentences[0].InLine.Start, fields[cell.Field - 1]);
        return citation with { Quote = row.Text, Span = row.Span, WordsSpan = new Span(start + field.Start, start + field.End) };
    }

    private static string Allowed(Address address, Article article, IssueText text)
    {
        if (!article.Lines.Any(range => range.First <= address.Line && address.Line <= range.Last))
            return $"the article's lines are {string.Join(", ", article.Lines.Select(r => $"{r.First}-{r.Last}"))}";
        return $"line {address.Line} has {text.SentencesOf(address.Line).Count} sentences, and line {address.EndLine} "
            + $"{text.SentencesOf(address.EndLine).Count}";
    }

    private static string Elsewhere(string words, Article article, IssueText text) =>
        text.AllSentences(article.Lines).FirstOrDefault(s => PrintMatch.Find(words, s.Text).Count > 0) is { } sentence
            ? $"; {sentence.Address} does"
            : "";
}
