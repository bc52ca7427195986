using System.Text;

namespace ZhuzhouGraph.Seeds;

/// <summary>Words that are ours are not the newspaper's. Judged where the text is at hand.</summary>
internal static class SeedCopyRules
{
    /// <summary>
    /// A run of so many characters that stands in the text, too, is copied; white space, width and quotation marks do not count.
    /// </summary>
    public const int MaxRun = 20;

    /// <summary>
    /// No gist, editorial name, definition, ground or reason, and no printed words that are not a name, a title or a figure, hold a run of
    /// the text. What belongs to names and headlines in a run does not count.
    /// </summary>
    public static IEnumerable<Problem> WordsAreOurOwn(BoundSeeds seeds)
    {
        var names = NamesOf(seeds.Source);
        foreach (var issue in seeds.Source.Issues)
        {
            if (issue.Sha256 is null || seeds.Texts.Find(issue.Sha256.Value) is not { } text)
                continue;
            var words = seeds.Source.Registry.SelectMany(WordsOf).Concat(WordsOf(issue));
            var judged = words.Select(word => (word, Folded: Folding.Fold(word.Value))).Where(x => x.Folded.Length >= MaxRun).ToList();
            if (judged.Count == 0)
                continue;
            var printed = new PrintedRuns(text);
            foreach (var (word, folded) in judged)
            {
                foreach (var (start, end, address) in printed.In(folded))
                {
                    var own = Without(names, folded, start, end);
                    if (own >= MaxRun)
                        yield return new(
                            ProblemCodes.Copied,
                            word.Location,
                            $"Found {own} characters in a row, names apart, that stand in the text at {address}, from "
                                + $"'{folded[start..(start + 6)]}…' "
                                + $"on; fewer than {MaxRun} are allowed: say it in words of our own."
                        );
                }
            }
        }
    }

    private static IEnumerable<SeedText> WordsOf(SeedEntity entity) =>
        new[] { entity.Editorial }.Concat(entity.Properties.Values).OfType<SeedText>();

    private static IEnumerable<SeedText> WordsOf(SeedIssue issue)
    {
        var articles = issue.Articles;
        var items = articles.SelectMany(a => a.Facts).ToList();
        IEnumerable<SeedText?> words =
        [
            .. articles.SelectMany(a => a.New).SelectMany(WordsOf),
            .. articles.SelectMany(a => a.NotRecorded).SelectMany(gap => gap.Words.Append(gap.Reason)),
            .. items
                .SelectMany(i => i.Figures)
                .SelectMany(f => new[] { f.ShareOf, f.Within?.Words, f.Base?.Words, f.When?.Words, f.Because }),
            .. items.SelectMany(i => i.Links).Select(l => l.Ground),
            // The title of a post and the capacity of a speaker are titles.
            .. items
                .SelectMany(i => i.Links)
                .SelectMany(l => l.Properties.Where(p => p.Key is not ("title" or "capacity")).SelectMany(p => p.Value)),
            .. issue.Repeats.Select(r => r.Reason),
            .. issue.Corrections.Select(c => c.Reason),
        ];
        return words.OfType<SeedText>();
    }

    /// <summary>Printed names and headlines, folded, the longest first.</summary>
    private static List<string> NamesOf(SeedSource source)
    {
        var articles = source.Issues.SelectMany(issue => issue.Articles).ToList();
        var names = source.Registry.Concat(articles.SelectMany(a => a.New)).SelectMany(e => e.PrintedNames);
        return
        [
            .. names
                .Concat(articles.Select(a => a.Title).OfType<SeedText>())
                .Select(name => Folding.Fold(name.Value))
                .Where(name => name.Length > 1)
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(name => name.Length),
        ];
    }

    /// <summary>How many characters of a run belong to no name.</summary>
    private static int Without(List<string> names, string text, int start, int end)
    {
        var isName = new bool[text.Length];
        foreach (var name in names)
        {
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
                Array.Fill(isName, true, at, name.Length);
        }
        return isName[start..end].Count(named => !named);
    }

    /// <summary>The runs of <see cref="MaxRun"/> characters that a text prints, headings apart.</summary>
    private sealed class PrintedRuns
    {
        private readonly Dictionary<string, Address> _runs = new(StringComparer.Ordinal);

        public PrintedRuns(IssueText text)
        {
            for (var line = 1; line <= text.LineCount; line++)
            {
                if (!text.Line(line).StartsWith('#'))
                    Add(text, line);
            }
        }

        /// <summary>Every run, as long as it goes on, with the address where it begins.</summary>
        public IEnumerable<(int Start, int End, Address Address)> In(string folded)
        {
            for (var start = 0; start <= folded.Length - MaxRun; start++)
            {
                if (!_runs.TryGetValue(folded.Substring(start, MaxRun), out var address))
                    continue;
                var end = start + MaxRun;
                while (end < folded.Length && _runs.ContainsKey(folded.Substring(end - MaxRun + 1, MaxRun)))
                    end++;
                yield return (start, end, address);
                start = end - 1;
            }
        }

        private void Add(IssueText text, int line)
        {
            var folded = new StringBuilder();
            List<Address> addresses = [];
            foreach (var (address, span) in text.SentencesOf(line))
            {
                var sentence = Folding.Fold(text.Line(line)[span.Start..span.End]);
                folded.Append(sentence);
                addresses.AddRange(Enumerable.Repeat(address, sentence.Length));
            }
            var whole = folded.ToString();
            for (var at = 0; at <= whole.Length - MaxRun; at++)
                _runs.TryAdd(whole.Substring(at, MaxRun), addresses[at]);
        }
    }
}
