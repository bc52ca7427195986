using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using NodaTime;
using NodaTime.Text;

namespace ZhuzhouGraph.Seeds;

/// <summary>The rules that one document can be held to on its own: closed lists, forms, lengths, what goes with what.</summary>
internal static class SeedDocumentRules
{
    /// <summary>The longest figure, in characters of print.</summary>
    public const int MaxFigure = 20;

    /// <summary>The longest text of our own or of print; a seed holds no sentences.</summary>
    public const int MaxText = 40;

    private static readonly SeedEntityRules Entities = new();
    private static readonly SeedFigureRules Figures = new();
    private static readonly SeedLinkRules Links = new();
    private static readonly SeedReferenceRules References = new();
    private static readonly SeedArticleRules Articles = new();
    private static readonly SeedIssueRules Issues = new();

    /// <summary>All problems of all documents, in file order.</summary>
    public static IEnumerable<Problem> Check(BoundSeeds seeds)
    {
        var articles = seeds.Source.Issues.SelectMany(issue => issue.Articles).ToList();
        var items = articles.SelectMany(a => a.Facts).ToList();
        var unread = UnreadIn(seeds.Source);
        return Problems(Entities, seeds.Source.Registry.Concat(articles.SelectMany(a => a.New)), e => e.Location)
            .Concat(Problems(Issues, seeds.Source.Issues, i => i.Location))
            .Concat(Problems(Articles, articles, a => a.Location))
            .Concat(Problems(Figures, items.SelectMany(item => item.Figures), f => f.Location))
            .Concat(Problems(Links, items.SelectMany(item => item.Links).Concat(seeds.Source.Background.Links), l => l.Location))
            .Concat(Problems(References, seeds.Source.Background.References, r => r.Location))
            // What is missing in an entry of which something could not be read is told there.
            .Where(problem => problem.Code != ProblemCodes.Missing || !unread.Contains((problem.Location.File, problem.Location.Field)));
    }

    /// <summary>The places at or in which something could not be read: of a problem in <c>[2].also[0]</c> that, and <c>[2]</c>.</summary>
    private static HashSet<(string?, string?)> UnreadIn(SeedSource source)
    {
        HashSet<(string?, string?)> unread = [];
        foreach (var (file, _, field) in source.Problems.Select(problem => problem.Location))
        {
            unread.Add((file, null));
            for (var end = field?.Length ?? 0; end > 0; end = field!.LastIndexOf('.', end - 1))
                unread.Add((file, field![..end]));
        }
        return unread;
    }

    internal static void Fail<T>(this ValidationContext<T> context, string code, Location? where, string message) =>
        context.AddFailure(new ValidationFailure(context.PropertyPath, message) { ErrorCode = code, CustomState = where });

    /// <summary>The value, where there is one, is one of a closed list.</summary>
    internal static void Among<T>(this IRuleBuilder<T, SeedText?> rule, params IReadOnlyCollection<string> allowed) =>
        rule.Custom(
            (text, context) =>
            {
                if (text is not null && !allowed.Contains(text.Value, StringComparer.Ordinal))
                    context.Fail(ProblemCodes.InvalidValue, text.Location, NotAmong(text.Value, allowed));
            }
        );

    /// <summary>The value, where there is one, has a form.</summary>
    internal static void OfForm<T>(this IRuleBuilder<T, SeedText?> rule, Func<string, bool> fits, string allowed) =>
        rule.Custom(
            (text, context) =>
            {
                if (text is not null && !fits(text.Value))
                    context.Fail(ProblemCodes.InvalidValue, text.Location, $"Found '{text.Value}'; allowed is {allowed}.");
            }
        );

    /// <summary>The name, where there is one, holds something that tells it from others.</summary>
    internal static void IsName<T>(this IRuleBuilder<T, SeedText?> rule) =>
        rule.Custom(
            (text, context) =>
            {
                // Of a character that nobody sees its reader has told.
                if (text is not null && Folding.Fold(text.Value).Length == 0 && SeedCharacters.FaultOf(text.Value) is null)
                    context.Fail(
                        ProblemCodes.InvalidValue,
                        text.Location,
                        $"Found '{SeedCharacters.Shown(text.Value)}', in which stands nothing that is read; "
                            + $"allowed is a name with a letter, a digit or an ideograph."
                    );
            }
        );

    internal static string NotAmong(string found, IReadOnlyCollection<string> allowed) =>
        $"Found '{found}'; allowed: "
        + $"{string.Join(", ", allowed)}{(Nearest.To(found, allowed) is { } near ? $"; did you mean '{near}'?" : "")}";

    internal static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0;

    internal static string YearAllowed => $"a year from {Period.MinYear} to {Period.MaxYear}";

    internal static bool IsYear(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && Period.HasYear(year);

    /// <summary>The day, or null for what is none and for one of a year that nothing in the graph is of.</summary>
    internal static LocalDate? Day(string? text) =>
        text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } && Period.HasYear(day.Year) ? day : null;

    private static IEnumerable<Problem> Problems<T>(AbstractValidator<T> rules, IEnumerable<T> instances, Func<T, Location> where) =>
        instances.SelectMany(
            instance => rules.Validate(instance).Errors,
            (instance, e) => new Problem(e.ErrorCode, e.CustomState as Location ?? where(instance), e.ErrorMessage)
        );
}

internal sealed class SeedEntityRules : AbstractValidator<SeedEntity>
{
    public SeedEntityRules()
    {
        RuleFor(e => e.Name).IsName();
        RuleFor(e => e.Editorial).IsName();
        RuleFor(e => e.English).IsName();
        RuleForEach(e => e.Also).IsName();
        RuleForEach(e => e.Called).IsName();
        RuleFor(e => e.Type).Among([.. EntityTypes.All.Select(t => t.Name)]);
        RuleFor(e => e)
            .Custom(
                (entity, context) =>
                {
                    if ((entity.Name is null) == (entity.Editorial is null))
                        context.Fail(
                            entity.Name is null ? ProblemCodes.Missing : ProblemCodes.InvalidValue,
                            entity.Location,
                            "Exactly one of 'name' (as printed) and 'editorial' (our own words) is needed."
                        );
                    var names = entity.PrintedNames.Append(entity.Editorial).OfType<SeedText>().ToList();
                    foreach (var called in entity.Called.Where(c => names.Any(n => Folding.Fold(n.Value) == Folding.Fold(c.Value))))
                        context.Fail(
                            ProblemCodes.Duplicate,
                            called.Location,
                            $"Found '{called.Value}' under 'called', which is a name already; leave it out here."
                        );
                    if (entity.Type is not null && EntityTypes.Find(entity.Type.Value) is { } type)
                        CheckAgainst(type, entity, context);
                    else
                        CheckId(entity, context);
                }
            );
        RuleForEach(e => e.FormerIds)
            .Custom(
                (id, context) =>
                {
                    if (NodeId.KindOf(id.Value) is not NodeKind.Entity)
                        context.Fail(ProblemCodes.InvalidId, id.Location, $"Found '{id.Value}'; allowed is {NodeId.Allowed}.");
                }
            );
        RuleFor(e => e.When).Custom(SeedFigureRules.CheckPeriod);
    }

    /// <summary>Of an id what can be said where its type is not known.</summary>
    private static void CheckId(SeedEntity entity, ValidationContext<SeedEntity> context)
    {
        if (entity.Id is null)
            context.Fail(ProblemCodes.Missing, entity.Location, $"'id' is missing; allowed is {NodeId.Allowed}.");
        else if (NodeId.KindOf(entity.Id.Value) is not NodeKind.Entity)
            context.Fail(ProblemCodes.InvalidId, entity.Id.Location, $"Found '{entity.Id.Value}'; allowed is {NodeId.Allowed}.");
    }

    private static void CheckAgainst(EntityType type, SeedEntity entity, ValidationContext<SeedEntity> context)
    {
        if (entity.Id is null)
            context.Fail(
                ProblemCodes.Missing,
                entity.Location,
                $"'id' is missing; proposed: {type.Prefix}:{Spelling.Slug(entity.English?.Value ?? "")}"
            );
        else if (!NodeId.Fits(entity.Id.Value, type))
            context.Fail(
                ProblemCodes.InvalidId,
                entity.Id.Location,
                $"Found '{entity.Id.Value}'; an id of type {type.Name} is '{type.Prefix}:slug' in lower-case letters, digits and hyphens."
            );
        string[] kinds = [.. type.Kinds.Select(k => k.Name)];
        if (entity.Kind is { } kind && !kinds.Contains(kind.Value, StringComparer.Ordinal))
            context.Fail(
                ProblemCodes.InvalidValue,
                kind.Location,
                kinds.Length == 0 ? $"A {type.Name} has no kind." : SeedDocumentRules.NotAmong(kind.Value, kinds)
            );
        if (entity.When is not null && !type.HasPeriod)
            context.Fail(ProblemCodes.InvalidValue, entity.When.Words.Location, $"A {type.Name} has no period; only events have one.");
        foreach (var (name, value) in entity.Properties)
        {
            if (type.Properties.FirstOrDefault(p => p.Name == name) is not { } declared)
                context.Fail(ProblemCodes.InvalidValue, value.Location, $"A {type.Name} has no '{name}'.");
            else if (declared.Kind is PropertyKind.Choice && declared.Choices.All(c => c.Name != value.Value))
                context.Fail(
                    ProblemCodes.InvalidValue,
                    value.Location,
                    SeedDocumentRules.NotAmong(value.Value, [.. declared.Choices.Select(c => c.Name)])
                );
        }
        foreach (var missing in type.Properties.Where(p => p.IsRequired && !entity.Properties.ContainsKey(p.Name)))
            context.Fail(
                ProblemCodes.Missing,
                entity.Location,
                $"A {type.Name} needs "
                    + $"'{missing.Name}'{(missing.Choices.Count == 0 ? "" : ": " + string.Join(", ", missing.Choices.Select(c => c.Name)))}"
                    + $"."
            );
    }
}

internal sealed class SeedFigureRules : AbstractValidator<SeedFigure>
{
    public SeedFigureRules()
    {
        RuleFor(f => f.Figure)
            .OfForm(text => text.Length <= SeedDocumentRules.MaxFigure, $"at most {SeedDocumentRules.MaxFigure} characters of print");
        RuleFor(f => f.Hedge).Among(Spelling.NamesOf<Hedge>());
        RuleFor(f => f.Meaning).Among(Spelling.NamesOf<QuantityMeaning>());
        RuleFor(f => f.Against).Among(Spelling.NamesOf<Comparison>());
        RuleFor(f => f.Accumulation).Among(Spelling.NamesOf<Accumulation>());
        RuleFor(f => f.PriceBasis).Among(Spelling.NamesOf<PriceBasis>());
        RuleFor(f => f.Status).Among(Spelling.NamesOf<ObservationStatus>());
        RuleFor(f => f.Frequency).Among(Spelling.NamesOf<Frequency>());
        RuleFor(f => f.Occurrence).OfForm(SeedDocumentRules.IsNumber, "a number from 1");
        RuleFor(f => f.Key)
            .OfForm(
                key => key.Length <= 40 && key.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'),
                "lower-case letters, digits and hyphens"
            );
        RuleFor(f => f.When).Custom(CheckPeriod);
        RuleFor(f => f).Custom(SeedBaseRules.Check);
        RuleFor(f => f).Custom(SeedExcuses.CheckForm);
        RuleFor(f => f)
            .Custom(
                (figure, context) =>
                {
                    if (figure.Measures.Count != 1)
                        context.Fail(
                            ProblemCodes.Missing,
                            figure.Location,
                            $"Found {figure.Measures.Count} measures; exactly one is needed of "
                                + $"{string.Join(", ", SeedArticleReader.Measures.Keys)}."
                        );
                    if (figure.Of.Count == 0)
                        context.Fail(ProblemCodes.Missing, figure.Location, "'of' is missing: the indicator.");
                    if (figure.About.Count == 0 && !figure.IsAboutLeft)
                        context.Fail(
                            ProblemCodes.Missing,
                            figure.Location,
                            "'about' is missing here and in the item: whom or what the figure describes."
                        );
                    // Without a measure nothing is said of what goes with it.
                    if (figure.Measures.Count == 0)
                        return;
                    var measure = figure.Measures[0].Measure;
                    if (figure.Within is not null && measure is not (Measure.Rank or Measure.Ordinal))
                        context.Fail(ProblemCodes.InvalidValue, figure.Location, "'within' belongs to a rank or an ordinal.");
                    if (figure.Within is null && measure is Measure.Rank)
                        context.Fail(ProblemCodes.Missing, figure.Location, "A rank needs 'within': among what.");
                    if (figure.ShareOf is not null && measure is not Measure.Share)
                        context.Fail(ProblemCodes.InvalidValue, figure.ShareOf.Location, "'shareOf' belongs to a share.");
                    if (
                        figure.Against is not null
                        && measure is not (Measure.Change or Measure.RateOfChange or Measure.Multiple or Measure.Points)
                    )
                        context.Fail(
                            ProblemCodes.InvalidValue,
                            figure.Against.Location,
                            "'against' belongs to change, growth, multiple and points."
                        );
                }
            );
        RuleFor(f => f.Within)
            .Custom(
                (within, context) =>
                {
                    if (within?.Size is { } size && !SeedDocumentRules.IsNumber(size.Value))
                        context.Fail(ProblemCodes.InvalidValue, size.Location, $"Found '{size.Value}'; allowed is a number from 1.");
                    if (within?.Order is { Value: not ("ASCENDING" or "DESCENDING") } order)
                        context.Fail(ProblemCodes.InvalidValue, order.Location, $"Found '{order.Value}'; allowed: ASCENDING, DESCENDING");
                    if (within?.By is { } by && !SeedBreakdownRules.Rankable.Contains(by.Value, StringComparer.Ordinal))
                        context.Fail(
                            ProblemCodes.InvalidValue,
                            by.Location,
                            SeedDocumentRules.NotAmong(by.Value, SeedBreakdownRules.Rankable)
                        );
                }
            );
    }

    /// <summary>The form of a period; <see cref="SeedBinder"/> reads its words.</summary>
    public static void CheckPeriod<T>(SeedPeriod? period, ValidationContext<T> context)
    {
        CheckDays([period?.From, period?.To], context);
        if (period?.Precision is { } precision && Spelling.Parse<PeriodPrecision>(precision.Value) is null)
            context.Fail(
                ProblemCodes.InvalidPeriod,
                precision.Location,
                SeedDocumentRules.NotAmong(precision.Value, [.. Spelling.NamesOf<PeriodPrecision>()])
            );
    }

    public static void CheckDays<T>(IEnumerable<SeedText?> days, ValidationContext<T> context)
    {
        foreach (var day in days.OfType<SeedText>().Where(day => SeedDocumentRules.Day(day.Value) is null))
            context.Fail(
                ProblemCodes.InvalidPeriod,
                day.Location,
                $"Found '{day.Value}'; allowed is a day, YYYY-MM-DD, in {SeedDocumentRules.YearAllowed}."
            );
    }
}

internal sealed class SeedLinkRules : AbstractValidator<SeedLink>
{
    /// <summary>What a link of an article may rest on; one that rests on a document stands in the registry.</summary>
    public static IReadOnlyList<string> Statuses { get; } =
    [.. Spelling.NamesOf<StatementStatus>().Where(name => name != Spelling.UpperSnake(nameof(StatementStatus.Reference)))];

    public SeedLinkRules()
    {
        RuleFor(l => l.Status).Among(Statuses);
        RuleFor(l => l.Entry)
            .OfForm(text => text.Length <= SeedDocumentRules.MaxText, $"at most {SeedDocumentRules.MaxText} characters, such as a code");
        RuleFor(l => l.When).Custom(SeedFigureRules.CheckPeriod);
        RuleFor(l => l)
            .Custom(
                (link, context) =>
                {
                    if (link.From.Count == 0)
                        context.Fail(ProblemCodes.Missing, link.Location, "'from' is missing.");
                    if (link.Status?.Value == "INFERRED" && link.Ground is null)
                        context.Fail(ProblemCodes.Missing, link.Location, "An inferred statement needs its 'ground'.");
                    if (link.Verbs.Count != 1)
                        context.Fail(
                            ProblemCodes.Missing,
                            link.Location,
                            $"Found {link.Verbs.Count} verbs; exactly one is needed of "
                                + $"{string.Join(", ", RelationshipTypes.All.Select(t => t.SeedWord))}."
                        );
                    else
                        CheckProperties(link.Verbs[0].Type, link, context);
                }
            );
    }

    private static void CheckProperties(RelationshipType type, SeedLink link, ValidationContext<SeedLink> context)
    {
        foreach (var (name, values) in link.Properties)
        {
            var declared = type.Properties.FirstOrDefault(p => p.Name == name);
            if (declared is null)
                context.Fail(
                    ProblemCodes.UnknownKey,
                    values[0].Location,
                    $"'{type.SeedWord}' has no '{name}'; it has: {string.Join(", ", type.Properties.Select(p => p.Name))}."
                );
            else if (values.Count > 1 && declared.Kind is not PropertyKind.Entities)
                context.Fail(ProblemCodes.InvalidValue, values[1].Location, $"Found {values.Count} values; '{name}' takes one.");
            else if (declared.Kind is PropertyKind.Choice && declared.Choices.All(c => c.Name != values[0].Value))
                context.Fail(
                    ProblemCodes.InvalidValue,
                    values[0].Location,
                    SeedDocumentRules.NotAmong(values[0].Value, [.. declared.Choices.Select(c => c.Name)])
                );
            else if (declared.Kind is PropertyKind.Number && !SeedDocumentRules.IsNumber(values[0].Value))
                context.Fail(ProblemCodes.InvalidValue, values[0].Location, $"Found '{values[0].Value}'; allowed is a number from 1.");
            else if (name == RelationshipTypes.YearName && !SeedDocumentRules.IsYear(values[0].Value))
                context.Fail(
                    ProblemCodes.InvalidValue,
                    values[0].Location,
                    $"Found '{values[0].Value}'; allowed is {SeedDocumentRules.YearAllowed}."
                );
            else if (
                declared is { Kind: PropertyKind.Text }
                && !name.EndsWith("English", StringComparison.Ordinal)
                && values[0].Value.Length > SeedDocumentRules.MaxText
            )
                context.Fail(
                    ProblemCodes.InvalidValue,
                    values[0].Location,
                    $"Found {values[0].Value.Length} characters; allowed are {SeedDocumentRules.MaxText}: a few words, never a sentence "
                        + $"of the paper."
                );
        }
        foreach (var missing in type.Properties.Where(p => p.IsRequired && !link.Properties.ContainsKey(p.Name)))
            context.Fail(
                ProblemCodes.Missing,
                link.Location,
                $"'{type.SeedWord}' needs "
                    + $"'{missing.Name}'{(missing.Choices.Count == 0 ? "" : ": " + string.Join(", ", missing.Choices.Select(c => c.Name)))}"
                    + $"."
            );
    }
}

internal sealed class SeedArticleRules : AbstractValidator<SeedArticle>
{
    public SeedArticleRules()
    {
        RuleFor(a => a.Key)
            .Custom(
                (key, context) =>
                {
                    if (NodeId.KindOf("article:" + key) is not NodeKind.Article)
                        context.Fail(
                            ProblemCodes.InvalidId,
                            null,
                            $"The article's id would be 'article:{key}'; folder and file names take lower-case letters, digits and hyphens."
                        );
                }
            );
        RuleFor(a => a.Title).IsName();
        RuleFor(a => a.TitleEnglish).IsName();
        RuleFor(a => a.Section).IsName();
        RuleFor(a => a.Byline).IsName();
        RuleForEach(a => a.Cut).Among("START", "END");
        RuleFor(a => a)
            .Custom(
                (article, context) =>
                {
                    if (article.Byline is null && article.Parts.GetValueOrDefault(ArticlePart.Byline) is { Count: > 0 } lines)
                        context.Fail(
                            ProblemCodes.Missing,
                            lines[0].Location,
                            "'byline' is missing: the words of the line that 'parts' names."
                        );
                    foreach (
                        var line in article.Parts.Values.SelectMany(lines => lines).Where(line => !SeedDocumentRules.IsNumber(line.Value))
                    )
                        context.Fail(ProblemCodes.InvalidValue, line.Location, $"Found '{line.Value}'; allowed is a line number.");
                }
            );
        RuleForEach(a => a.NotRecorded)
            .Custom(
                (gap, context) =>
                {
                    if (gap.At is null && gap.Words.Count == 0)
                        context.Fail(
                            ProblemCodes.Missing,
                            gap.Location,
                            "Needed: 'at' (a sentence), 'words' (a run of words anywhere), or both."
                        );
                }
            );
    }
}

internal sealed class SeedIssueRules : AbstractValidator<SeedIssue>
{
    public SeedIssueRules()
    {
        RuleFor(i => i.Newspaper).IsName();
        RuleFor(i => i.NewspaperEnglish).IsName();
        RuleFor(i => i.Date)
            .OfForm(date => SeedDocumentRules.Day(date) is not null, $"a day, YYYY-MM-DD, in {SeedDocumentRules.YearAllowed}");
        RuleFor(i => i.LineCount).OfForm(SeedLines.IsLine, $"the number of lines of the text, at most {SeedLines.Max}");
        RuleFor(i => i.Sha256)
            .OfForm(
                hash => hash.Length == 64 && hash.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f')),
                "64 lower-case hex digits"
            );
        RuleForEach(i => i.Repeats).ChildRules(repeat => repeat.RuleFor(r => r.Of).OfForm(SeedDocumentRules.IsNumber, "a line number"));
        RuleFor(i => i)
            .Custom(
                (issue, context) =>
                {
                    var ranges = issue
                        .Lines.Values.SelectMany(x => x.Ranges)
                        .Concat(issue.Masthead)
                        .Concat(issue.Repeats.Select(r => r.Lines).OfType<SeedText>());
                    foreach (var range in ranges.Where(range => SeedLines.Parse(range.Value) is null))
                        context.Fail(
                            ProblemCodes.InvalidValue,
                            range.Location,
                            $"Found '{range.Value}'; allowed is a line, or a range of lines such as 7-18."
                        );
                }
            );
    }
}
