using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using ZhuzhouGraph.Seeds.Drafts;
using ZhuzhouGraph.Testing;
using ZhuzhouGraph.Text;

namespace ZhuzhouGraph.Seeds.Tests.Drafts;

/// <summary>
/// Drafts of real texts, which lie outside of the project: how much of the seeds of 19 May 2023 a draft has, and that whatever is
/// drafted passes. The marks may only be raised.
/// </summary>
public sealed partial class PaperDraftTests : IDisposable
{
    private static readonly LocalDate Print = new(2023, 5, 19);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("draft ");

    [Fact]
    public void A_draft_has_what_was_recorded_by_hand_from_the_paper()
    {
        var text = new IssueText(File.ReadAllText(Directory.GetFiles(RepositoryRoot.RequirePaper(), "*.txt").Single()));
        Copy("registry");
        Copy("articles", "2023-05-19", "issue.yaml");
        // The names that the articles bring are known from another day.
        foreach (var file in Directory.GetFiles(Path.Combine(RepositoryRoot.Seeds, "articles", "2023-05-19")))
        {
            var seed = File.ReadAllText(file).Replace(text.Sha256, new string('0', 64), StringComparison.Ordinal);
            Write(Path.Combine("articles", "2023-05-18", Path.GetFileName(file)), seed);
        }
        Draft(text, "株洲日报", Print);
        var drafted = Read("2023-05-19").ToDictionary(article => article.Key);
        var seeds = SeedReader.Read(RepositoryRoot.Seeds, TestContext.Current.CancellationToken);
        Marks marks = new(seeds);
        foreach (var seed in seeds.Issues.Single().Articles)
        {
            marks.Add(seed, drafted[seed.Key]);
            var (made, done) = (LinesOf(_folder.FullName, seed.Key), LinesOf(RepositoryRoot.Seeds, seed.Key));
            marks.AddLines(made, done);
        }
        TestContext.Current.TestOutputHelper?.WriteLine(marks.ToString());
        marks.Of("mentions").ShouldBeGreaterThanOrEqualTo(0.91, marks.ToString());
        marks.Of("figures read").ShouldBeGreaterThanOrEqualTo(0.77, marks.ToString());
        marks.Of("whole figure").ShouldBeGreaterThanOrEqualTo(0.47, marks.ToString());
        marks.Of("posts").ShouldBeGreaterThanOrEqualTo(0.83, marks.ToString());
        marks.Of("lines of the draft that stay").ShouldBeGreaterThanOrEqualTo(0.59, marks.ToString());
    }

    /// <summary>Reports of other papers, with a registry that knows none of their indicators.</summary>
    [Fact]
    public async Task Whatever_is_drafted_passes_but_for_what_is_left_to_do()
    {
        Copy("registry");
        foreach (var row in File.ReadLines(RepositoryRoot.RequireCorpus("local-news/INDEX.tsv")).Skip(1).Select(line => line.Split('\t')))
        {
            var file = RepositoryRoot.RequireCorpus($"local-news/{Path.GetFileName(row[0])}");
            var text = new IssueText(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            Write("texts/text.txt", text.Text);
            var print = NodaTime.Text.LocalDatePattern.Iso.Parse(row[4]).Value;
            Draft(text, "东港日报", print);
            (await ProblemsAsync(ProblemCodes.TodoLeft)).ShouldBeEmpty(row[0]);
            // Filled in with any indicator and place, no figure reads otherwise than it is drafted.
            foreach (var yaml in Directory.GetFiles(Path.Combine(_folder.FullName, "articles"), "*.yaml", SearchOption.AllDirectories))
            {
                var filled = Todo().Replace(await File.ReadAllTextAsync(yaml, TestContext.Current.CancellationToken), Filled);
                await File.WriteAllTextAsync(yaml, filled, TestContext.Current.CancellationToken);
            }
            // The posts of the registry's officials stand in the articles that are not here.
            string[] besides = [ProblemCodes.TodoLeft, ProblemCodes.UnitMismatch, ProblemCodes.NotCited, ProblemCodes.OfficialPost];
            (await ProblemsAsync(besides)).ShouldBeEmpty(row[0]);
            Directory.Delete(Path.Combine(_folder.FullName, "articles"), recursive: true);
        }
    }

    [Fact]
    public void A_hundred_kilobytes_are_drafted_at_once()
    {
        Copy("registry");
        var paper = File.ReadAllText(Directory.GetFiles(RepositoryRoot.RequirePaper(), "*.txt").Single());
        var text = new IssueText(string.Concat(Enumerable.Repeat(paper, 5)));
        Encoding.UTF8.GetByteCount(text.Text).ShouldBeGreaterThan(100_000);
        var watch = Stopwatch.StartNew();
        Draft(text, "株洲日报", Print);
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.ElapsedMilliseconds} ms");
        Directory.GetFiles(_folder.FullName, "*.yaml", SearchOption.AllDirectories).Length.ShouldBeGreaterThan(40);
    }

    private static string Filled(Match match) =>
        match.Groups["key"].Value switch
        {
            "of" => "of: 货物通关周期",
            "about" => "about: 湖南",
            _ => $"{match.Groups["key"].Value}: done",
        };

    /// <summary>The problems of other codes than those, and of others than the place that was filled in.</summary>
    private async Task<IEnumerable<Problem>> ProblemsAsync(params string[] expected)
    {
        var texts = Path.Combine(_folder.FullName, "texts");
        var seeds = await SeedImporter.CheckAsync(_folder.FullName, texts, null, TestContext.Current.CancellationToken);
        return seeds.Problems.Where(problem =>
            !expected.Contains(problem.Code) && !problem.Message.StartsWith("Found about ", StringComparison.Ordinal)
        );
    }

    [GeneratedRegex("(?<key>of|about|titleEnglish|newspaperEnglish|reason): ('TODO[^']*'|TODO[^,}\\n]*)")]
    private static partial Regex Todo();

    private void Draft(IssueText text, string newspaper, LocalDate print)
    {
        var draft = SeedDrafts.Make(
            new(text, print, newspaper) { Seeds = _folder.FullName },
            out var problems,
            TestContext.Current.CancellationToken
        );
        problems.ShouldBeEmpty();
        SeedDrafts.Write(draft!).ShouldBeNull();
    }

    private IReadOnlyList<SeedArticle> Read(string day) =>
        SeedReader.Read(Path.Combine(_folder.FullName, "articles", day), TestContext.Current.CancellationToken).Issues.Single().Articles;

    private static string[] LinesOf(string folder, string key) =>
        [.. File.ReadLines(Path.Combine(folder, "articles", $"{key}.yaml")).Where(line => !line.TrimStart().StartsWith('#'))];

    private void Copy(params string[] path)
    {
        var source = Path.Combine([RepositoryRoot.Seeds, .. path]);
        foreach (var file in File.Exists(source) ? [source] : Directory.GetFiles(source))
            Write(Path.GetRelativePath(RepositoryRoot.Seeds, file), File.ReadAllText(file));
    }

    private void Write(string file, string content)
    {
        var path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>What of the recorded figures, names and lines is drafted alike.</summary>
    private sealed class Marks(SeedSource seeds)
    {
        private readonly Dictionary<string, string> _ids = seeds
            .Registry.Concat(seeds.Issues.SelectMany(issue => issue.Articles).SelectMany(article => article.New))
            .SelectMany(
                entity => entity.PrintedNames.Concat(entity.Called).Append(entity.Editorial).OfType<SeedText>(),
                (entity, name) => (Name: name.Value, entity.Id!.Value)
            )
            .DistinctBy(x => x.Name)
            .ToDictionary(x => x.Name, x => x.Value);

        private readonly Dictionary<string, (int Alike, int Of)> _parts = [];

        public double Of(string part) => _parts.TryGetValue(part, out var count) ? (double)count.Alike / count.Of : 0;

        public void Add(SeedArticle seed, SeedArticle drafted)
        {
            foreach (var item in seed.Facts)
            {
                var same = drafted.Facts.Where(one => Covers(item, one)).ToList();
                foreach (var mention in item.Mentions)
                    Count("mentions", same.Exists(one => one.Mentions.Any(other => NameOf(other) == NameOf(mention))));
                foreach (
                    var figure in item.Figures.DistinctBy(figure => (figure.Figure!.Value, figure.Occurrence?.Value, figure.Measures[0]))
                )
                    Add(figure, same.SelectMany(one => one.Figures).FirstOrDefault(other => IsSame(figure, other)));
                foreach (var link in item.Links.Where(link => link.Verbs[0].Type == RelationshipTypes.HoldsPost))
                    Count("posts", same.SelectMany(one => one.Links).Any(other => IsAlike(link, other)));
            }
        }

        private void Add(SeedFigure figure, SeedFigure? other)
        {
            Count("figures read", other is not null);
            bool[] parts =
            [
                Count("measure", other?.Measures.Count == 1 && other.Measures[0].Measure == figure.Measures[0].Measure),
                Count("number, unit, hedge", other?.Measures.Count == 1 && Quantity(other) == Quantity(figure)),
                Count("comparison", other is not null && other.Against?.Value == figure.Against?.Value),
                Count("accumulation", other is not null && other.Accumulation?.Value == figure.Accumulation?.Value),
                Count("period", other is not null && Days(other) == Days(figure)),
            ];
            Count("whole figure", parts.All(part => part));
            Count("about", other is not null && Ids(other.About).SequenceEqual(Ids(figure.About)));
            if (other is { About.Count: > 0 })
                Count("about where it is proposed", Ids(other.About).SequenceEqual(Ids(figure.About)));
            if (other is { Of.Count: > 0 })
                Count("of where it is proposed", Ids(other.Of).SequenceEqual(Ids(figure.Of)));
            Count("of", other is not null && Ids(other.Of).SequenceEqual(Ids(figure.Of)));
        }

        public void AddLines(string[] made, string[] done)
        {
            var left = made.ToList();
            foreach (var line in done)
                Count("lines of the seed that stand in the draft", left.Remove(line));
            foreach (var line in made)
                Count("lines of the draft that stay", done.Contains(line));
        }

        public override string ToString() =>
            string.Join(
                '\n',
                _parts.Select(part =>
                    string.Create(CultureInfo.InvariantCulture, $"{part.Key}: {part.Value.Alike} of {part.Value.Of}, {Of(part.Key):P1}")
                )
            );

        private bool Count(string part, bool isAlike)
        {
            var (alike, of) = _parts.GetValueOrDefault(part);
            _parts[part] = (alike + (isAlike ? 1 : 0), of + 1);
            return isAlike;
        }

        private static bool Covers(SeedItem item, SeedItem one)
        {
            var (whole, part) = (Address.Parse(item.At!.Value)!, Address.Parse(one.At!.Value)!);
            return (whole.Line, whole.Sentence).CompareTo((part.Line, part.Sentence)) <= 0
                && (whole.EndLine, whole.EndSentence).CompareTo((part.Line, part.Sentence)) >= 0;
        }

        private static bool IsSame(SeedFigure figure, SeedFigure other)
        {
            var (one, two) = (figure.Figure!.Value, other.Figure!.Value);
            return one.Contains(two, StringComparison.Ordinal) || two.Contains(one, StringComparison.Ordinal);
        }

        private bool IsAlike(SeedLink link, SeedLink other) =>
            other.Verbs.Count == 1
            && other.Verbs[0].Type == link.Verbs[0].Type
            && Ids(other.Verbs[0].To).SequenceEqual(Ids(link.Verbs[0].To))
            && Ids(other.From).SequenceEqual(Ids(link.From))
            && other.Properties["title"][0].Value == link.Properties["title"][0].Value;

        private IEnumerable<string> Ids(IEnumerable<SeedText> names) =>
            names.Select(name => _ids.GetValueOrDefault(name.Value, name.Value));

        private static string NameOf(SeedMention mention) => (mention.Words ?? mention.Name).Value;

        private static Quantity? Quantity(SeedFigure figure) =>
            QuantityReader.Read(
                figure.Measures[0].Quantity.Value,
                figure.Hedge is { } hedge ? Spelling.Parse<Hedge>(hedge.Value)!.Value : Hedge.None,
                null,
                out _,
                figure.Figure!.Value
            );

        private static (LocalDate?, LocalDate?) Days(SeedFigure figure)
        {
            if (figure.When is not { } when)
                return default;
            if (when.From is null && when.To is null && when.Precision is null)
                return PeriodReader.Read(when.Words.Value, Print, out _) is { } period ? (period.First, period.Last) : default;
            return (Day(when.From), Day(when.To));
        }

        private static LocalDate? Day(SeedText? day) => day is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(day.Value).Value;
    }
}
