using ZhuzhouGraph.Text.DoubleEntry;

namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>What a reading of a report has that its seeds have not, or otherwise, and the other way round.</summary>
internal static class DraftDifference
{
    /// <summary>A line each, in the order of print: '+' is only read, '-' only recorded, '~' recorded otherwise than it is read.</summary>
    public static IEnumerable<string> Of(DraftArticle draft, BoundArticle article, IssueText text)
    {
        var starts = StartsOf(article.Article.Lines, text);
        var recorded = article
            .Facts.Where(fact => fact.Figure is not null)
            .Select(fact => (Fact: fact, SeedEvidence.Locate(fact, article.Article, text).Citation.WordsSpan))
            .Where(x => x.WordsSpan is not null)
            .Select(x => (x.Fact, Span: x.WordsSpan!))
            .ToList();
        var mentioned = article.Facts.Where(fact => fact.Node is Entity).ToLookup(fact => fact.Node.Id, fact => fact.Citation.Address);
        List<(Address At, string Line)> lines = [];
        HashSet<Location> met = [];
        foreach (var item in draft.Items)
        {
            foreach (var figure in item.Figures)
            {
                var start = starts[item.Address.Line] + figure.Read.InLine.Start;
                var end = starts[item.Address.Line] + figure.Read.InLine.End;
                var same = recorded.Where(x => x.Span.Start < end && start < x.Span.End).ToList();
                met.UnionWith(same.Select(x => x.Fact.Location));
                if (same.Count == 0)
                    lines.Add((item.Address, $"+ {YamlWords.Map(figure.Pairs(null, [], null))}"));
                var place = new PrintedPlace(
                    figure.Figure,
                    text.Line(item.Address.Line),
                    item.InLine.Start,
                    figure.Read.InLine.Start,
                    article.Article.Date,
                    true
                );
                foreach (
                    var one in same.SelectMany(x =>
                            FigureAgreement
                                .Of((Observation)x.Fact.Node, figure.Read, place with { Figure = ((Observation)x.Fact.Node).Figure })
                                .Select(part => (x.Fact, part))
                        )
                        .DistinctBy(x => (x.Fact.Location, x.part))
                )
                    lines.Add(
                        (
                            item.Address,
                            $"~ '{((Observation)one.Fact.Node).Figure}' (line {one.Fact.Location.Line}): {one.part.Part} {one.part.Said}, reads {one.part.Read} ({one.part.Rule})"
                        )
                    );
            }
            foreach (
                var name in item.Names.Where(name => name.Entities.All(entity => !mentioned[entity.Id].Any(at => Covers(at, item.Address))))
            )
                lines.Add((item.Address, $"+ mentions {name.Name}"));
        }
        foreach (var (fact, _) in recorded.Where(x => !met.Contains(x.Fact.Location)).DistinctBy(x => x.Fact.Location))
            lines.Add((fact.Citation.Address, $"- '{((Observation)fact.Node).Figure}' (line {fact.Location.Line}): is not read"));
        return lines.OrderBy(x => x.At).Select(x => $"{x.At} {x.Line}");
    }

    /// <summary>Where each line begins in the article's text.</summary>
    private static Dictionary<int, int> StartsOf(IReadOnlyList<LineRange> ranges, IssueText text)
    {
        Dictionary<int, int> starts = [];
        var start = 0;
        foreach (
            var line in ranges
                .SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1))
                .Where(line => line <= text.LineCount)
        )
        {
            starts[line] = start;
            start += text.Line(line).Length + 1;
        }
        return starts;
    }

    private static bool Covers(Address covering, Address address) =>
        (covering.Line, covering.Sentence).CompareTo((address.Line, address.Sentence)) <= 0
        && (covering.EndLine, covering.EndSentence).CompareTo((address.EndLine, address.EndSentence)) >= 0;
}
