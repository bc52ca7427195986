using ZhuzhouGraph.Text;

namespace ZhuzhouGraph.Seeds;

/// <summary>The rules about lines and texts. What needs a text is judged where one is at hand.</summary>
internal static class SeedTextRules
{
    /// <summary>
    /// Every line of an issue belongs to the masthead, to one article, or is a repeat; every fact stands in its article's lines.
    /// </summary>
    public static IEnumerable<Problem> LinesArePartitioned(BoundSeeds seeds)
    {
        foreach (var issue in seeds.Source.Issues)
        {
            if (issue.LineCount is null || !SeedLines.IsLine(issue.LineCount.Value))
                continue;
            // A range that cannot be read leaves its lines free: the range is the problem.
            var isReadable = Claims(issue).All(claim => SeedLines.Parse(claim.Text.Value) is not null);
            var owners = new List<string>[SeedLines.Number(issue.LineCount.Value) + 1];
            foreach (var (owner, text) in Claims(issue))
            {
                if (SeedLines.Parse(text.Value) is not { } range)
                    continue;
                if (range.Last >= owners.Length)
                    yield return new(ProblemCodes.Lines, text.Location, $"Found lines {text.Value}; the text has {owners.Length - 1}.");
                for (var line = range.First; line <= Math.Min(range.Last, owners.Length - 1); line++)
                    (owners[line] ??= []).Add(owner);
            }
            var free = Enumerable.Range(1, owners.Length - 1).Where(line => owners[line] is null).ToList();
            if (free.Count > 0 && isReadable)
                yield return new(
                    ProblemCodes.Lines,
                    issue.Location with
                    {
                        Field = "articles",
                    },
                    $"Lines {string.Join(", ", free)} belong to nothing; every line is the masthead's, one article's, or a repeat."
                );
            foreach (var line in Enumerable.Range(1, owners.Length - 1).Where(line => owners[line] is { Count: > 1 }))
                yield return new(
                    ProblemCodes.Lines,
                    issue.Location with
                    {
                        Field = "articles",
                    },
                    $"Line {line} belongs to {string.Join(" and ", owners[line])}; allowed is one."
                );
        }
        foreach (var article in seeds.Articles.Where(a => a.Article.Lines.Count == 0 && AreReadable(a)))
            yield return new(
                ProblemCodes.Lines,
                article.Document.Location,
                $"issue.yaml gives no lines to '{article.Document.Key}'; allowed under 'articles': the file's name without .yaml. The "
                    + $"addresses of its {article.Facts.Count} facts were not judged."
            );
        foreach (var issue in seeds.Source.Issues.Where(_ => seeds.IsWhole))
        {
            foreach (var (name, (where, _)) in issue.Lines.Where(l => issue.Articles.All(a => a.Key != $"{issue.Folder}/{l.Key}")))
                yield return new(ProblemCodes.Lines, where, $"Found lines of '{name}', but no file {name}.yaml.");
        }
    }

    /// <summary>Without a text: every address lies in its article's lines. With one: see <see cref="SeedEvidence"/>.</summary>
    public static IEnumerable<Problem> EvidenceStands(BoundSeeds seeds)
    {
        foreach (var article in seeds.Articles.Where(HasLines))
        {
            var text = seeds.Texts.Find(article.Article.Sha256);
            foreach (var fact in article.Facts)
            {
                if (SeedEvidence.Locate(fact, article.Article, text).Problem is { } problem)
                    yield return problem;
                else if (
                    text is null
                    && !(Holds(article.Article, fact.Citation.Address.Line) && Holds(article.Article, fact.Citation.Address.EndLine))
                )
                    yield return new(
                        ProblemCodes.InvalidAddress,
                        fact.Item,
                        $"Found the address {fact.Citation.Address}; the article's lines are "
                            + $"{string.Join(", ", article.Article.Lines.Select(r => $"{r.First}-{r.Last}"))}."
                    );
            }
        }
    }

    /// <summary>
    /// With a text: it has the lines that the issue says; titles, words, capacities and period words are printed in the article; repeats
    /// repeat; corrections stand.
    /// </summary>
    public static IEnumerable<Problem> PrintStands(BoundSeeds seeds)
    {
        foreach (var issue in seeds.Source.Issues)
        {
            if (issue.Sha256 is null || seeds.Texts.Find(issue.Sha256.Value) is not { } text)
                continue;
            if (issue.LineCount is { } count && SeedDocumentRules.IsNumber(count.Value) && SeedLines.Number(count.Value) != text.LineCount)
                yield return new(ProblemCodes.Lines, count.Location, $"Found {count.Value} lines; the text has {text.LineCount}.");
            foreach (var repeat in issue.Repeats.Where(r => !Repeats(r, text)))
                yield return new(
                    ProblemCodes.NotPrinted,
                    repeat.Location,
                    $"Lines {repeat.Lines?.Value} do not repeat line {repeat.Of?.Value}."
                );
            foreach (var correction in issue.Corrections)
            {
                if (
                    correction.At is { } at
                    && correction.Printed is { } printed
                    && (Address.Parse(at.Value) is not { } address || !Prints(text, [new(address.Line, address.EndLine)], printed.Value))
                )
                    yield return new(
                        ProblemCodes.NotPrinted,
                        at.Location,
                        $"Found '{printed.Value}' corrected at {at.Value}; it is not printed there."
                    );
            }
        }
        foreach (var article in seeds.Articles.Where(HasLines))
        {
            if (seeds.Texts.Find(article.Article.Sha256) is not { } text)
                continue;
            foreach (
                var (words, where) in PrintedWords(article)
                    .DistinctBy(x => x.Words)
                    .Where(x => !SeedTodo.Is(x.Words) && !Prints(text, article.Article.Lines, x.Words))
            )
                yield return new(ProblemCodes.NotPrinted, where, $"Found '{words}', given as printed; the article does not print it.");
        }
    }

    private static IEnumerable<(string Words, Location Location)> PrintedWords(BoundArticle article)
    {
        yield return (article.Article.Title, article.Document.Title!.Location);
        if (article.Document.Byline is { } byline)
            yield return (byline.Value, byline.Location);
        foreach (var (entity, where) in article.Entities.Where(e => e.Entity.Period is not null))
            yield return (entity.Period!.Words, where);
        foreach (var fact in article.Facts)
        {
            string?[] printed = fact.Node switch
            {
                Relationship r => [r.Properties.GetValueOrDefault("title"), r.Properties.GetValueOrDefault("word"), r.Period?.Words],
                Observation o => [o.Capacity, o.Period?.Words, o.Within?.Words],
                _ => [],
            };
            foreach (var words in printed.OfType<string>())
                yield return (words, fact.Location);
        }
    }

    private static bool Prints(IssueText text, IReadOnlyList<LineRange> lines, string words) =>
        PrintMatch.Find(words, text.ArticleText(lines)).Count > 0;

    private static bool Repeats(SeedRepeat repeat, IssueText text)
    {
        if (
            repeat.Lines is null
            || SeedLines.Parse(repeat.Lines.Value) is not { } range
            || repeat.Of is null
            || !SeedDocumentRules.IsNumber(repeat.Of.Value)
        )
            return true;
        var of = SeedLines.Number(repeat.Of.Value);
        return Folding.Fold(text.ArticleText([range])) == Folding.Fold(text.ArticleText([new(of, of)]));
    }

    /// <summary>
    /// False where the issue gives the article no lines, or none that can be read: then nothing is said of its addresses.
    /// </summary>
    private static bool HasLines(BoundArticle article) => article.Article.Lines.Count > 0 && AreReadable(article);

    private static bool AreReadable(BoundArticle article) =>
        !article.Issue.Lines.TryGetValue(article.Document.Key[(article.Issue.Folder.Length + 1)..], out var lines)
        || lines.Ranges.All(range => SeedLines.Parse(range.Value) is not null);

    private static bool Holds(Article article, int line) => article.Lines.Any(range => range.First <= line && line <= range.Last);

    private static IEnumerable<(string Owner, SeedText Text)> Claims(SeedIssue issue) =>
        issue
            .Masthead.Select(text => ("the masthead", text))
            .Concat(issue.Lines.SelectMany(l => l.Value.Ranges, (l, text) => (l.Key, text)))
            .Concat(issue.Repeats.Where(r => r.Lines is not null).Select(r => ("the repeats", r.Lines!)));
}
