using System.Globalization;
using NodaTime;
using ZhuzhouGraph.Seeds.Drafts;
using ZhuzhouGraph.Testing;
using ZhuzhouGraph.Text;

namespace ZhuzhouGraph.Seeds.Tests.Drafts;

/// <summary>
/// Drafts of real texts, which lie outside of the project: how much of the seeds of 19 May 2023 a draft has, and that whatever is
/// drafted passes. The marks may only be raised.
/// </summary>
public sealed class PaperDraftTests : IDisposable
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
        marks.Figures.ShouldBeGreaterThan(0.5, marks.ToString());
        marks.Names.ShouldBeGreaterThan(0.8, marks.ToString());
    }

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

        public double Figures => Share("whole figure");
        public double Names => Share("mentions");

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
                    if (!Count("posts", same.SelectMany(one => one.Links).Any(other => IsAlike(link, other))))
                        Console.WriteLine(
                            $"DBG {link.Location} {string.Join(",", link.From.Select(f => f.Value))} {link.Properties["title"][0].Value} but {string.Join(" | ", same.SelectMany(o => o.Links).Where(o => o.Verbs.Count == 1 && o.Verbs[0].Type == RelationshipTypes.HoldsPost || o.Verbs.Count == 0).Select(o => string.Join(",", o.From.Select(f => f.Value)) + " " + (o.Verbs.Count > 0 ? o.Verbs[0].To[0].Value : "?") + " " + o.Properties.GetValueOrDefault("title")?[0].Value))}"
                        );
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
            if (!parts.All(part => part) && other is not null)
                Console.WriteLine(
                    $"DBG {figure.Location} {figure.Figure!.Value} acc {figure.Accumulation?.Value}/{other.Accumulation?.Value} when {figure.When?.Words.Value} {Days(figure)} / {other.When?.Words.Value} {Days(other)} ag {figure.Against?.Value}/{other.Against?.Value}"
                );
            Count("whole figure", parts.All(part => part));
            if (other is not null)
                Console.WriteLine(
                    $"DBA {figure.Location} {figure.Figure!.Value} about {string.Join(",", Ids(figure.About))}/{string.Join(",", Ids(other.About))} of {string.Join(",", Ids(figure.Of))}/{string.Join(",", Ids(other.Of))}"
                );
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
                    string.Create(CultureInfo.InvariantCulture, $"{part.Key}: {part.Value.Alike} of {part.Value.Of}, {Share(part.Key):P1}")
                )
            );

        private bool Count(string part, bool isAlike)
        {
            var (alike, of) = _parts.GetValueOrDefault(part);
            _parts[part] = (alike + (isAlike ? 1 : 0), of + 1);
            return isAlike;
        }

        private double Share(string part) => _parts.TryGetValue(part, out var count) ? (double)count.Alike / count.Of : 0;

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
