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
            var heads = SeedTableRules.HeadLines(article.Document);
            foreach (var sentence in text.AllSentences(article.Article.Lines).Where(sentence => !heads.Contains(sentence.Address.Line)))
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
            .Concat(SeedTableRules.NamedIn(article, sentence))
            .Concat(
                PrintedWords(article, sentence.Address)
                    .Distinct(StringComparer.Ordinal)
                    .SelectMany(words => PrintMatch.Find(words, sentence.Text))
            )
            .ToList();
        foreach (var run in Uncovered(sentence.Text, covered))
            yield return new(
                ProblemCodes.NotCovered,
                where,
                $"The numeral '{sentence.Text[run.Start..run.End]}' near '{Around(sentence.Text, run)}' is in no figure, name, post or "
                    + $"period; record it, or list it under 'notRecorded' with a reason."
            );
    }

    /// <summary>The runs of numerals in a sentence that lie in no covered span and in no word that counts nothing.</summary>
    internal static IEnumerable<Span> Uncovered(string sentence, IEnumerable<Span> covered)
    {
        List<Span> all = [.. covered, .. NumeralWords.In(sentence)];
        return Numerals()
            .Matches(sentence)
            .Select(run => new Span(run.Index, run.Index + run.Length))
            .Where(run => !all.Exists(span => span.Start <= run.Start && run.End <= span.End));
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

    internal static bool Covers(Address covering, Address address) =>
        covering.Cell is not null
            ? covering.Line == address.Line
            : (covering.Line, covering.Sentence).CompareTo((address.Line, address.Sentence)) <= 0
                && (covering.EndLine, covering.EndSentence).CompareTo((address.EndLine, address.EndSentence)) >= 0;

    private static string Around(string sentence, Span run) => sentence[Math.Max(0, run.Start - 4)..Math.Min(sentence.Length, run.End + 4)];

    [GeneratedRegex("[0-9０-９]+(?:[.．][0-9０-９]+)?|[〇零一二三四五六七八九十百千万亿两半几]+")]
    private static partial Regex Numerals();
}
