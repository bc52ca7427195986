using NodaTime;

namespace ZhuzhouGraph.Text.Claims;

/// <summary>A printed figure, or one that follows from printed ones, ready to be held against a claim.</summary>
/// <param name="Figure">Of a value that was worked out, the figure whose slots it has.</param>
/// <param name="Days">The days that it is of.</param>
/// <param name="IsOfPrint">It has no days of its own: those of its print stand in.</param>
/// <param name="Derived">How it was worked out; null where it is printed.</param>
internal sealed record ClaimFact(Observation Figure, Article Article, DateRange Days, bool IsOfPrint, DerivedFact? Derived = null)
{
    public Measure Measure => Derived?.Measure ?? Figure.Measure;
    public Quantity Quantity => Derived?.Quantity ?? Figure.Quantity;

    /// <summary>The last day that it is of; of an open period the day of print.</summary>
    public LocalDate LastDay => Days.Last ?? Article.Date;
}

/// <summary>A value that follows from printed figures.</summary>
/// <param name="Inputs">The ids of those.</param>
internal sealed record DerivedFact(Measure Measure, Quantity Quantity, string Formula, IReadOnlyList<Observation> Inputs);

/// <summary>Reads the figures that may decide a claim.</summary>
internal sealed class ClaimFacts(IGraphSnapshot snapshot, LocalDate? asOf)
{
    /// <summary>So many figures of one subject are looked at.</summary>
    private const int MostOfSubject = PageRequest.Max;

    private const int MostElsewhere = 50;

    /// <summary>So many corrections of a subject's figures are looked back at.</summary>
    private const int MostMoments = 3;

    /// <summary>The newest of subjects and indicators.</summary>
    public Task<(IReadOnlyList<ClaimFact> Facts, bool HasMore)> OfAsync(
        IReadOnlyList<string> about,
        IReadOnlyList<string> indicators,
        CancellationToken cancellationToken
    ) => ReadAsync(new() { About = about, Indicators = indicators }, MostOfSubject, cancellationToken);

    /// <summary>The newest of a subject, whatever they measure.</summary>
    public Task<(IReadOnlyList<ClaimFact> Facts, bool HasMore)> OfSubjectAsync(
        IReadOnlyList<string> about,
        CancellationToken cancellationToken
    ) => ReadAsync(new() { About = about }, MostOfSubject, cancellationToken);

    /// <summary>The newest of indicators, whatever they are about.</summary>
    public Task<(IReadOnlyList<ClaimFact> Facts, bool HasMore)> OfIndicatorsAsync(
        IReadOnlyList<string> indicators,
        CancellationToken cancellationToken
    ) => ReadAsync(new() { Indicators = indicators }, MostElsewhere, cancellationToken);

    /// <summary>Figures that articles printed once and no longer state, of subjects and indicators.</summary>
    public async Task<IReadOnlyList<ClaimFact>> ClosedAsync(
        IReadOnlyList<string> about,
        IReadOnlyList<string> indicators,
        CancellationToken cancellationToken
    )
    {
        var changes = await snapshot
            .ListAsync(
                new ChangeQuery(0)
                {
                    IsOfFigures = true,
                    About = about,
                    Indicators = indicators,
                    Order = ChangeOrder.LogDescending,
                },
                new(MostElsewhere),
                cancellationToken
            )
            .ConfigureAwait(false);
        Instant[] moments =
        [
            .. changes
                .Items.Where(change => change.Kind is not ChangeKind.Added)
                .Select(change => change.RecordedAt)
                .Distinct()
                .Take(MostMoments),
        ];
        List<ClaimFact> closed = [];
        foreach (var moment in moments)
        {
            var before = new ObservationQuery
            {
                About = about,
                Indicators = indicators,
                RecordedAsOf = moment.Minus(Duration.FromMilliseconds(1)),
                Order = ObservationOrder.PrintDescending,
            };
            var page = await snapshot.ListAsync(before, new(MostElsewhere), cancellationToken).ConfigureAwait(false);
            var ended = page.Items.Where(figure => figure.RemovedAt == moment).ToList();
            closed.AddRange(await MadeAsync(ended, cancellationToken).ConfigureAwait(false));
        }
        return closed;
    }

    private async Task<(IReadOnlyList<ClaimFact>, bool)> ReadAsync(ObservationQuery query, int most, CancellationToken cancellationToken)
    {
        var page = await snapshot
            .ListAsync(query with { PublishedBy = asOf, Order = ObservationOrder.PrintDescending }, new(most), cancellationToken)
            .ConfigureAwait(false);
        return (await MadeAsync(page.Items, cancellationToken).ConfigureAwait(false), page.HasMore);
    }

    private async Task<IReadOnlyList<ClaimFact>> MadeAsync(IReadOnlyList<Observation> figures, CancellationToken cancellationToken)
    {
        if (figures.Count == 0)
            return [];
        string[] ids = [.. figures.SelectMany(figure => Occasions.Of(figure).Append(figure.Article)).Distinct(StringComparer.Ordinal)];
        var nodes = await snapshot.GetAsync(ids, RecordKinds.Articles, cancellationToken).ConfigureAwait(false);
        return [.. figures.Where(figure => nodes.GetValueOrDefault(figure.Article) is Article).Select(Made)];

        ClaimFact Made(Observation figure)
        {
            var article = (Article)nodes[figure.Article];
            var own =
                figure.Period is { } period && (period.First ?? period.Last) is not null
                    ? period
                    : Occasions
                        .Of(figure)
                        .Select(id => (nodes.GetValueOrDefault(id) as Entity)?.Period)
                        .FirstOrDefault(period => period is not null);
            return own is null
                ? new(figure, article, new(article.Date, article.Date), IsOfPrint: true)
                : new(figure, article, new(own.First, own.Last), IsOfPrint: false);
        }
    }
}
