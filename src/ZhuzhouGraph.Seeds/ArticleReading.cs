using ZhuzhouGraph.Text.DoubleEntry;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds;

/// <summary>What the reader reads in one article whose text is at hand, to be found by the words of its facts.</summary>
internal sealed class ArticleReading
{
    private readonly Article _article;

    /// <summary>Of each line of the article: where it begins in the article's text, and in which row at which column it is read.</summary>
    private readonly List<(int Start, int Row, int Column)> _places = [];

    /// <summary>What is read as one paragraph: a line, or lines that an address joins across a break of the page.</summary>
    private readonly List<string> _rows = [];

    private readonly ILookup<int, ReadFigure> _figures;

    public ArticleReading(BoundArticle article, IssueText text)
    {
        _article = article.Article;
        var joined = article
            .Facts.Select(fact => fact.Citation.Address)
            .Where(address => address.Line < address.EndLine)
            .SelectMany(address => Enumerable.Range(address.Line + 1, address.EndLine - address.Line))
            .ToHashSet();
        var numbers = _article.Lines.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1));
        var start = 0;
        foreach (var number in numbers.Where(number => number >= 1 && number <= text.LineCount))
        {
            var line = text.Line(number);
            if (_rows.Count == 0 || !joined.Contains(number))
                _rows.Add("");
            _places.Add((start, _rows.Count - 1, _rows[^1].Length));
            _rows[^1] += line;
            start += line.Length + 1;
        }
        _figures = FigureReader.Read(_rows, _article.Date).Figures.ToLookup(figure => figure.Line - 1);
    }

    /// <summary>Everything that is read in the paragraph of a figure, and where in it the figure's words and its sentence stand.</summary>
    public PrintedParagraph? Around(Citation located)
    {
        if (located is not { WordsSpan: { } words, Span: { } sentence })
            return null;
        var (start, end, from) = (Place(words.Start), Place(words.End - 1), Place(sentence.Start));
        return start.Row == end.Row && start.Row == from.Row
            ? new(_rows[start.Row], from.Column, new Span(start.Column, end.Column + 1), [.. _figures[start.Row]], _article.Date)
            : null;
    }

    /// <summary>The paragraphs above the one that holds a place of the article's text, and the headings among them.</summary>
    public string Above(Citation located) => located.Span is { } sentence ? string.Join('\n', _rows.Take(Place(sentence.Start).Row)) : "";

    private (int Row, int Column) Place(int at)
    {
        var line = _places.FindLastIndex(place => place.Start <= at);
        return (_places[line].Row, _places[line].Column + at - _places[line].Start);
    }
}

/// <summary>A paragraph in which a figure stands.</summary>
/// <param name="Text">The whole of it.</param>
/// <param name="Start">Where the figure's sentence begins.</param>
/// <param name="Words">Where the figure's words stand.</param>
/// <param name="Figures">What is read in it, in order.</param>
internal sealed record PrintedParagraph(string Text, int Start, Span Words, IReadOnlyList<ReadFigure> Figures, NodaTime.LocalDate Print)
{
    /// <summary>The reading that is meant, with its place; null where none is for certain.</summary>
    public (ReadFigure Read, PrintedPlace Place)? Meant(Observation figure)
    {
        var within = Figures.Where(read => read.InLine.Start < Words.End && read.InLine.End > Words.Start).ToList();
        return FigureAgreement.Meant(figure, within) is { } read ? (read, Place(figure) with { At = read.InLine.Start }) : null;
    }

    /// <summary>Where the figure's words stand.</summary>
    public PrintedPlace Place(Observation figure) => new(figure.Figure, Text, Start, Words.Start, Print, IsInText: true);
}
