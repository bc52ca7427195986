using System.Text.RegularExpressions;
using ZhuzhouGraph.Text;

namespace ZhuzhouGraph.Seeds;

/// <summary>What of the texts at hand the seeds have not accounted for: sentences and runs of numerals.</summary>
public static partial class SeedCoverage
{
    /// <summary>
    /// Every sentence that no fact cites, and every run of numerals, Arabic or Chinese, that stands in no figure, printed name, post,
    /// printed word or period and belongs to no word of <see cref="NumeralWords"/>, unless <c>notRecorded</c> lists it with a reason.
    /// </summary>
    public static IEnumerable<Problem> Gaps(BoundSeeds seeds)
    {
        foreach (var article in seeds.Articles)
        {
            if (seeds.Texts.Find(article.Article.Sha256) is not { } text)
                continue;
            var located = article.Facts.Select(fact => SeedEvidence.Locate(fact, article.Article, text).Citation).ToList();
            foreach (var sentence in text.AllSentences(article.Article.Lines))
            {
                if (!article.Document.NotRecorded.Any(gap => gap.Words.Count == 0 && Covers(gap, sentence.Address)))
                {
                    foreach (var problem in Gaps(article, sentence, located))
                        yield return problem;
                }
            }
        }
    }

    private static IEnumerable<Problem> Gaps(BoundArticle article, Sentence sentence, List<Citation> located)
    {
        var where = article.Document.Location with { Line = null, Field = sentence.Address.ToString() };
        var isTitle = Folding.Fold(sentence.Text) == Folding.Fold(article.Article.Title);
        if (!isTitle && !located.Any(c => Covers(c.Address, sentence.Address)))
            yield return new(
                ProblemCodes.NotCovered,
                where,
                "No fact cites this sentence; record it, or list it under 'notRecorded' with a reason."
            );
        var covered = located
            .Select(c => c.WordsSpan)
            .OfType<Span>()
            .Select(span => new Span(span.Start - sentence.Span.Start, span.End - sentence.Span.Start))
            .Concat(
                PrintedWords(article, sentence.Address)
                    .Distinct(StringComparer.Ordinal)
                    .SelectMany(words => PrintMatch.Find(words, sentence.Text))
            )
            .Concat(NumeralWords.In(sentence.Text))
            .ToList();
        foreach (Match run in Numerals().Matches(sentence.Text))
        {
            if (!covered.Any(span => span.Start <= run.Index && run.Index + run.Length <= span.End))
                yield return new(
                    ProblemCodes.NotCovered,
                    where,
                    $"The numeral '{run.Value}' near '{Around(sentence.Text, run)}' is in no figure, name, post or period; record it, or "
                        + $"list it under 'notRecorded' with a reason."
                );
        }
    }

    private static IEnumerable<string> PrintedWords(BoundArticle article, Address address)
    {
        var gaps = article
            .Document.NotRecorded.Where(gap => gap.At is null || Covers(gap, address))
            .SelectMany(gap => gap.Words)
            .Select(w => w.Value);
        var events = article.Entities.Select(e => e.Entity.Period?.Words);
        var facts = article
            .Facts.Where(f => Covers(f.Citation.Address, address))
            .SelectMany(f =>
                f.Node switch
                {
                    Relationship r => [r.Properties.GetValueOrDefault("title"), r.Properties.GetValueOrDefault("word"), r.Period?.Words],
                    Observation o => [o.Period?.Words, o.Within?.Words, o.Base?.Words, o.ShareOf, o.Capacity],
                    _ => Array.Empty<string?>(),
                }
            );
        return gaps.Concat(events.Concat(facts).OfType<string>());
    }

    private static bool Covers(SeedGap gap, Address address) =>
        gap.At is { } at && Address.Parse(at.Value) is { } covering && Covers(covering, address);

    private static bool Covers(Address covering, Address address) =>
        (covering.Line, covering.Sentence).CompareTo((address.Line, address.Sentence)) <= 0
        && (covering.EndLine, covering.EndSentence).CompareTo((address.EndLine, address.EndSentence)) >= 0;

    private static string Around(string sentence, Match run)
    {
        var (start, end) = (Math.Max(0, run.Index - 4), Math.Min(sentence.Length, run.Index + run.Length + 4));
        return sentence[start..end];
    }

    [GeneratedRegex("[0-9０-９]+(?:[.．][0-9０-９]+)?|[〇零一二三四五六七八九十百千万亿两半几]+")]
    private static partial Regex Numerals();
}
