using NodaTime;
using ZhuzhouGraph.Text;

namespace ZhuzhouGraph.Seeds;

/// <summary>
/// Resolves what seeds write: names to entities, words to periods, numbers to quantities. What cannot be resolved is a problem and
/// left out; what breaks a rule of its own document is left out silently, because <see cref="SeedDocumentRules"/> reports it.
/// </summary>
public sealed class SeedBinder
{
    private readonly NameIndex _names;
    private readonly List<Problem> _problems;
    private readonly List<Consequence> _consequences = [];
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);

    private SeedBinder(NameIndex names, IEnumerable<Problem> problems) => (_names, _problems) = (names, [.. problems]);

    /// <summary>Binds what was read.</summary>
    /// <param name="known">Names of a store, where the source has no registry; otherwise an empty index.</param>
    public static BoundSeeds Bind(SeedSource source, SeedTexts texts, NameIndex known, CancellationToken cancellationToken)
    {
        var binder = new SeedBinder(known, source.Problems.Concat(source.TableProblems));
        var registry = binder.BindEntities(source.Registry, null, null);
        foreach (var article in source.Issues.SelectMany(issue => issue.Articles))
            known.AddArticle(article.Key);
        var introduced = source
            .Issues.SelectMany(issue => issue.Articles.Select(article => (issue, article)))
            .Select(x => (x.issue, x.article, entities: binder.BindEntities(x.article.New, x.article.Key, DateOf(x.issue))))
            .ToList();
        var articles = new List<BoundArticle>();
        foreach (var (issue, article, entities) in introduced)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (binder.BindArticle(source, issue, article, entities) is { } bound)
                articles.Add(bound);
        }
        return new BoundSeeds(source, registry, articles, known, texts, binder._problems, binder._consequences, binder._touched)
        {
            Background = new SeedBackgroundBinder(known, binder._problems, binder._consequences, binder._touched)
            {
                UnreadNames = source.UnreadNames,
                FaultOfNames = source.FaultOfNames(null),
            }.Bind(source.Background),
        };
    }

    internal static LocalDate? DateOf(SeedIssue issue) => SeedDocumentRules.Day(issue.Date?.Value);

    private List<(Entity, Location)> BindEntities(IReadOnlyList<SeedEntity> seeds, string? owner, LocalDate? date)
    {
        var entities = new List<(Entity, Location)>();
        foreach (var seed in seeds)
        {
            // An article's entry without the article's date has no period, and issue.yaml has the problem.
            if (BindEntity(seed, owner is not null && date is null ? null : BindPeriod(seed.When, date)) is not { } entity)
            {
                string?[] names = [seed.Id?.Value, seed.Editorial?.Value, .. seed.PrintedNames.Select(name => name.Value)];
                _names.AddWrong(names.OfType<string>(), owner, seed.Location);
                continue;
            }
            entities.Add((entity, seed.Location));
            _names.Add(entity, owner);
        }
        return entities;
    }

    private static Entity? BindEntity(SeedEntity seed, Period? period)
    {
        var main = seed.Name ?? seed.Editorial;
        if (
            seed.Type is null
            || EntityTypes.Find(seed.Type.Value) is not { } type
            || seed.Id is null
            || !NodeId.Fits(seed.Id.Value, type)
            || main is null
        )
            return null;
        var names = new List<EntityName>
        {
            new(main.Value, "zh", seed.Name is null ? NameBasis.Editorial : NameBasis.Printed, IsPrimary: true),
        };
        if (seed.English is { } english)
            names.Add(new(english.Value, "en", NameBasis.Translation, IsPrimary: true));
        names.AddRange(seed.Also.Select(also => new EntityName(also.Value, "zh", NameBasis.Printed, IsPrimary: false)));
        names.AddRange(seed.Called.Select(called => new EntityName(called.Value, "zh", NameBasis.Editorial, IsPrimary: false)));
        return new Entity
        {
            Id = seed.Id.Value,
            Type = type,
            Kind = seed.Kind?.Value,
            Names = names,
            FormerIds = [.. seed.FormerIds.Select(id => id.Value)],
            Properties = seed.Properties.ToDictionary(p => p.Key, p => p.Value.Value, StringComparer.Ordinal),
            Period = period,
        };
    }

    private BoundArticle? BindArticle(SeedSource source, SeedIssue issue, SeedArticle document, IReadOnlyList<(Entity, Location)> entities)
    {
        if (BindHeader(issue, document) is not { } article)
        {
            var isIssue = document is { Title: not null, TitleEnglish: not null };
            _consequences.Add(
                new(
                    new((isIssue ? issue.Location : document.Location).File),
                    "sentences with facts",
                    document.Location,
                    document.Facts.Count
                )
            );
            return null;
        }
        var facts = new SeedFactBinder(_names, article, document, BindPeriod, _problems, _consequences, _touched)
        {
            UnreadNames = source.UnreadNames,
            FaultOfNames = source.FaultOfNames(document),
        };
        return new BoundArticle(issue, document, article, entities, facts.Bind());
    }

    private static Article? BindHeader(SeedIssue issue, SeedArticle document)
    {
        if (
            issue.Newspaper is null
            || issue.NewspaperEnglish is null
            || issue.Sha256 is null
            || DateOf(issue) is not { } date
            || document.Title is null
            || document.TitleEnglish is null
        )
            return null;
        var file = document.Key[(document.Key.IndexOf('/', StringComparison.Ordinal) + 1)..];
        LineRange[] lines = issue.Lines.TryGetValue(file, out var ranges)
            ? [.. ranges.Ranges.Select(r => SeedLines.Parse(r.Value)).OfType<LineRange>()]
            : [];
        return new Article
        {
            Id = "article:" + document.Key,
            Newspaper = issue.Newspaper.Value,
            NewspaperEnglish = issue.NewspaperEnglish.Value,
            Date = date,
            Page = document.Page?.Value,
            Title = document.Title.Value,
            TitleEnglish = document.TitleEnglish.Value,
            Section = document.Section?.Value,
            Byline = document.Byline?.Value,
            Lines = lines,
            Sha256 = issue.Sha256.Value,
            IsCutAtStart = document.Cut.Any(c => c.Value == "START"),
            IsCutAtEnd = document.Cut.Any(c => c.Value == "END"),
            ContinuedOn = document.ContinuedOn?.Value,
            Corrections = [.. issue.Corrections.Select(BindCorrection).OfType<Correction>().Where(c => Holds(c.Address.Line))],
            Repeats = [.. issue.Repeats.Select(BindRepeat).OfType<Repeat>().Where(r => Holds(r.Of))],
        };

        bool Holds(int line) => lines.Any(range => range.First <= line && line <= range.Last);
    }

    private static Correction? BindCorrection(SeedCorrection seed) =>
        seed is { At: { } at, Printed: { } printed, Probably: { } probably, Reason: { } reason } && Address.Parse(at.Value) is { } address
            ? new Correction(address, printed.Value, probably.Value, reason.Value)
            : null;

    private static Repeat? BindRepeat(SeedRepeat seed) =>
        seed is { Lines: { } lines, Of: { } of, Reason: { } reason }
        && SeedLines.Parse(lines.Value) is { } range
        && SeedDocumentRules.IsNumber(of.Value)
            ? new Repeat(range, SeedLines.Number(of.Value), reason.Value)
            : null;

    private Period? BindPeriod(SeedPeriod? seed, LocalDate? date)
    {
        if (seed is null)
            return null;
        var (first, last) = (SeedDocumentRules.Day(seed.From?.Value), SeedDocumentRules.Day(seed.To?.Value));
        var precision = seed.Precision is { } written ? Spelling.Parse<PeriodPrecision>(written.Value) : null;
        if (first > last)
            _problems.Add(
                new(
                    ProblemCodes.InvalidPeriod,
                    seed.From!.Location,
                    $"Found {seed.From.Value} to {seed.To!.Value}; the first day must not lie after the last."
                )
            );
        if (precision is not null || first is not null || last is not null)
            return new Period(
                seed.Words.Value,
                first,
                last,
                precision ?? (first == last ? PeriodPrecision.Day : PeriodPrecision.Range),
                PeriodBasis.Stated
            );
        if (date is not { } articleDate)
        {
            _problems.Add(
                new(
                    ProblemCodes.InvalidPeriod,
                    seed.Words.Location,
                    $"Found '{seed.Words.Value}' without days; the registry has no date of its own: allowed is {{words: …, from: "
                        + $"YYYY-MM-DD, to: YYYY-MM-DD}}."
                )
            );
            return null;
        }
        var period = PeriodReader.Read(seed.Words.Value, articleDate, out var problem);
        if (period is null)
            _problems.Add(new(ProblemCodes.InvalidPeriod, seed.Words.Location, problem!));
        return period;
    }
}
