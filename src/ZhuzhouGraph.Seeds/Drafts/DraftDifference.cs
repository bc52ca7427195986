using ZhuzhouGraph.Text.DoubleEntry;

namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>What a reading of a report has that its seeds have not, or otherwise, and the other way round.</summary>
internal sealed class DraftDifference
{
    private readonly BoundArticle _article;
    private readonly IssueText _text;

    /// <summary>Where each line begins in the article's text.</summary>
    private readonly Dictionary<int, int> _starts = [];

    /// <summary>The recorded figures with the place of their words.</summary>
    private readonly List<(BoundFact Fact, Observation Figure, Span Span)> _recorded;

    private readonly List<(Address At, string Line)> _lines = [];
    private readonly HashSet<Location> _met = [];

    private DraftDifference(BoundArticle article, IssueText text)
    {
        (_article, _text) = (article, text);
        var start = 0;
        foreach (var range in article.Article.Lines)
        {
            for (var line = range.First; line <= Math.Min(range.Last, text.LineCount); line++)
            {
                _starts[line] = start;
                start += text.Line(line).Length + 1;
            }
        }
        _recorded =
        [
            .. article
                .Facts.Where(fact => fact.Figure is { Cell: null })
                .DistinctBy(fact => fact.Location)
                .Select(fact => (fact, (Observation)fact.Node, SeedEvidence.Locate(fact, article.Article, text).Citation.WordsSpan!))
                .Where(x => x.Item3 is not null),
        ];
    }

    /// <summary>A line each, in the order of print: '+' is only read, '-' only recorded, '~' recorded otherwise than it is read.</summary>
    public static IEnumerable<string> Of(DraftArticle draft, BoundArticle article, IssueText text)
    {
        var difference = new DraftDifference(article, text);
        foreach (var item in draft.Items)
        {
            foreach (var figure in item.Figures)
                difference.Compare(item, figure);
            difference.CompareNames(item);
        }
        // Cells that are recorded are judged by check, by double entry with their head.
        foreach (var table in draft.Tables.Where(table => !article.Facts.Any(fact => table.Rows.Contains(fact.Citation.Address.Line))))
            difference._lines.Add((new(table.Rows.First(), 1), FormattableString.Invariant($"+ a table of {table.Rows.Count()} rows")));
        foreach (var (fact, figure, _) in difference._recorded.Where(x => !difference._met.Contains(x.Fact.Location)))
            difference._lines.Add((fact.Citation.Address, $"- '{figure.Figure}' (line {fact.Location.Line}): is not read"));
        return difference._lines.OrderBy(x => x.At).Select(x => $"{x.At} {x.Line}");
    }

    private void Compare(DraftItem item, DraftFigure drafted)
    {
        var read = drafted.Read;
        var (start, end) = (_starts[item.Address.Line] + read.InLine.Start, _starts[item.Address.Line] + read.InLine.End);
        var same = _recorded.Where(x => x.Span.Start < end && start < x.Span.End).ToList();
        if (same.Count == 0)
            _lines.Add((item.Address, $"+ {YamlWords.Map(drafted.Pairs(null, [], null))}"));
        foreach (var (fact, figure, _) in same)
        {
            _met.Add(fact.Location);
            var place = new PrintedPlace(
                figure.Figure,
                _text.Line(item.Address.Line),
                item.InLine.Start,
                read.InLine.Start,
                _article.Article.Date,
                IsInText: true
            );
            foreach (var one in FigureAgreement.Of(figure, read, place))
                _lines.Add(
                    (item.Address, $"~ '{figure.Figure}' (line {fact.Location.Line}): {one.Part} {one.Said}, reads {one.Read} ({one.Rule})")
                );
        }
    }

    private void CompareNames(DraftItem item)
    {
        var mentioned = _article
            .Facts.Where(fact => fact.Node is Entity && SeedCoverage.Covers(fact.Citation.Address, item.Address))
            .Select(fact => fact.Node.Id)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var name in item.Names.Where(name => name.Entities.All(entity => !mentioned.Contains(entity.Id))))
            _lines.Add((item.Address, $"+ mentions {name.Name}"));
    }
}
