using NodaTime;
using ZhuzhouGraph.Text;

namespace ZhuzhouGraph.Seeds;

/// <summary>Binds the items of one article: every mention, figure and link becomes a fact with its citation.</summary>
internal sealed class SeedFactBinder(
    NameIndex names,
    Article article,
    SeedArticle document,
    Func<SeedPeriod?, LocalDate?, Period?> bindPeriod,
    List<Problem> problems,
    List<Consequence> consequences,
    HashSet<string> touched
)
{
    private readonly List<BoundFact> _facts = [];
    private Location _item = document.Location;

    private readonly Dictionary<int, ArticlePart> _parts = document
        .Parts.SelectMany(
            part => part.Value.Where(line => SeedDocumentRules.IsNumber(line.Value)),
            (part, line) => (part.Key, Line: SeedLines.Number(line.Value))
        )
        .DistinctBy(x => x.Line)
        .ToDictionary(x => x.Line, x => x.Key);

    /// <summary>The file of names that was not read: unknown names are its fault. Null where all were.</summary>
    public Location? UnreadNames { get; init; }

    /// <summary>Where something of the names could not be read: see <see cref="SeedSource.FaultOfNames"/>.</summary>
    public Location? FaultOfNames { get; init; }

    private SeedLinkBinder Binder =>
        field ??= new(names, document.Key, problems, consequences, touched) { UnreadNames = UnreadNames, FaultOfNames = FaultOfNames };

    public IReadOnlyList<BoundFact> Bind()
    {
        foreach (var item in document.Facts)
        {
            if (item.At is null || Address.Parse(item.At.Value) is not { } address)
            {
                // Missing is a rule of the document.
                if (item.At is { } at)
                    problems.Add(
                        new(
                            ProblemCodes.InvalidAddress,
                            at.Location,
                            $"Found '{at.Value}'; allowed is line.sentence such as 17.1, or 93.5-95.1."
                        )
                    );
                var names = item.Mentions.Select(mention => mention.Name).Concat(item.Links.SelectMany(link => link.From));
                touched.UnionWith(names.Select(name => name.Value));
                continue;
            }
            _item = item.At.Location;
            foreach (var mention in item.Mentions)
                BindMention(mention, address);
            foreach (var figure in item.Figures)
                BindFigure(figure, address);
            foreach (var link in item.Links.Where(l => l.Verbs.Count == 1))
                BindLink(link, link.Verbs[0].Type, link.Verbs[0].To, address);
        }
        return _facts;
    }

    private void BindMention(SeedMention mention, Address address)
    {
        if (Resolve(mention.Name) is not { } entity)
            return;
        var printed = entity.Names.Where(n => n.Basis is NameBasis.Printed).ToList();
        var isById = NodeId.KindOf(mention.Name.Value) is NodeKind.Entity;
        var words = mention.Words ?? mention.Name;
        var folded = Folding.Fold(words.Value);
        // An id alone stands for the main name, which may be a name that another thing has, too.
        var name = isById && mention.Words is null ? printed.FirstOrDefault() : printed.FirstOrDefault(n => Folding.Fold(n.Text) == folded);
        if (name is null)
            problems.Add(
                new(
                    ProblemCodes.UnknownName,
                    words.Location,
                    $"Found '{words.Value}', which is no printed name of {entity.Id}; its printed names: "
                        + $"{string.Join(", ", printed.Select(n => n.Text))}. Add it under 'also', or mention one of these."
                )
            );
        else
            _facts.Add(new(entity, Cite(entity.Id, address, name.Text), mention.Name.Location, _item));
    }

    private void BindFigure(SeedFigure figure, Address address)
    {
        if (figure.Measures.Count != 1 || figure.Figure is null || BindQuantity(figure, figure.Measures[0].Quantity) is not { } quantity)
            return;
        if (figure.Cell is { } cell)
            address = address with { Cell = cell.Column };
        var period = bindPeriod(figure.When, article.Date);
        var (place, by, at) = (Resolve(figure.Place), Resolve(figure.By), Resolve(figure.At));
        if (at is not null && at.Type != EntityTypes.Event)
            problems.Add(
                new(
                    ProblemCodes.EndNotAllowed,
                    figure.At!.Location,
                    $"Found the {at.Type.Name} {at.Name}; 'at' of a figure takes the Event at which it was said."
                )
            );
        var universe = BindUniverse(figure.Within);
        var against = BindBase(figure, period);
        var breakdown = BindBreakdown(figure);
        foreach (var (indicator, about) in figure.Of.SelectMany(of => figure.About, (of, about) => (Resolve(of), Resolve(about))))
        {
            if (indicator is null || about is null)
                continue;
            var occurrence = figure.Occurrence is { } o && SeedDocumentRules.IsNumber(o.Value) ? SeedLines.Number(o.Value) : (int?)null;
            var measure = figure.Measures[0].Measure;
            var comparison = Parse<Comparison>(figure.Against);
            var accumulation = Parse<Accumulation>(figure.Accumulation) ?? default;
            var key = figure.Key?.Value
                ?? NodeId.Hash(
                    10,
                    [
                        indicator.Id,
                        about.Id,
                        measure.ToString(),
                        comparison.ToString(),
                        accumulation.ToString(),
                        universe?.Words,
                        period?.Words,
                        figure.Figure.Value,
                        address.ToString(),
                        figure.Occurrence?.Value,
                        // Ids of figures without these stay as they were before there were any.
                        .. against is null ? Array.Empty<string?>() : [against.Words, against.Entity],
                        .. breakdown is null ? Array.Empty<string?>() : [breakdown.Ids],
                    ]
                );
            var observation = new Observation
            {
                Id = $"obs:{document.Key}/{key}",
                Article = article.Id,
                Indicator = indicator.Id,
                About = about.Id,
                Measure = measure,
                Comparison = comparison,
                Base = against,
                Breakdown = breakdown,
                Quantity = quantity,
                Figure = figure.Figure.Value,
                Period = period,
                Accumulation = accumulation,
                Frequency = Parse<Frequency>(figure.Frequency),
                PriceBasis = Parse<PriceBasis>(figure.PriceBasis),
                ShareOf = figure.ShareOf?.Value,
                Within = universe,
                Place = place?.Id,
                At = at?.Id,
                AttributedTo = by?.Id,
                Capacity = figure.Capacity?.Value,
                Status = Parse<ObservationStatus>(figure.Status) ?? default,
            };
            _facts.Add(
                new(observation, Cite(observation.Id, address, figure.Figure.Value), figure.Location, _item, occurrence) { Figure = figure }
            );
        }
    }

    private Quantity? BindQuantity(SeedFigure figure, SeedText written)
    {
        var hedge = Parse<Hedge>(figure.Hedge) ?? (written.Value.Contains("..", StringComparison.Ordinal) ? Hedge.Range : Hedge.None);
        var quantity = QuantityReader.Read(
            written.Value,
            hedge,
            Parse<QuantityMeaning>(figure.Meaning),
            out var problem,
            figure.Cell?.Stated ?? figure.Figure!.Value
        );
        if (quantity is null)
            problems.Add(new(ProblemCodes.InvalidQuantity, written.Location, problem!));
        return quantity;
    }

    private ComparisonBase? BindBase(SeedFigure figure, Period? period)
    {
        if (figure.Base is not { Words: { } words } written || Parse<Comparison>(figure.Against) is not { } kind)
            return null;
        var (first, last) =
            written.From is null && written.To is null
                ? BaseReader.Days(words.Value, kind, period, article.Date)
                : (SeedDocumentRules.Day(written.From?.Value), SeedDocumentRules.Day(written.To?.Value));
        return new(words.Value, first, last, Resolve(written.About)?.Id);
    }

    private Breakdown? BindBreakdown(SeedFigure figure)
    {
        var members = figure
            .Breakdown.Select(written => (Written: written, Member: Resolve(written)))
            .Where(x => x.Member is not null)
            .Select(x => (x.Written, x.Member!))
            .ToList();
        if (members.Count > 0)
            SeedBreakdownRules.Check(members, [.. figure.About.Select(Resolve).OfType<Entity>()], problems);
        return Breakdown.Of(members.Select(x => x.Item2.Id));
    }

    private RankUniverse? BindUniverse(SeedUniverse? within) =>
        within?.Words is null
            ? null
            : new RankUniverse(
                within.Words.Value,
                Resolve(within.Place)?.Id,
                within.Size is { } size && SeedDocumentRules.IsNumber(size.Value) ? SeedLines.Number(size.Value) : null,
                within.Order?.Value == "ASCENDING",
                Parse<Measure>(within.By)
            );

    private void BindLink(SeedLink link, RelationshipType type, IReadOnlyList<SeedText> targets, Address address)
    {
        var stated = new Statement(
            bindPeriod(link.When, article.Date),
            Parse<StatementStatus>(link.Status) ?? default,
            link.Ground?.Value,
            []
        );
        foreach (var relationship in Binder.Bind(link, type, targets, stated, article.Id))
            _facts.Add(new(relationship, Cite(relationship.Id, address, null), link.Location, _item));
    }

    private Entity? Resolve(SeedText? name) => Binder.Resolve(name);

    private Citation Cite(string of, Address address, string? words) =>
        new(of, article.Id, address, _parts.GetValueOrDefault(address.Line, ArticlePart.Body), words);

    private static TEnum? Parse<TEnum>(SeedText? text)
        where TEnum : struct, Enum => text is null ? null : Spelling.Parse<TEnum>(text.Value);
}
