using NodaTime;
using ZhuzhouGraph.Stores;

namespace ZhuzhouGraph.Queries;

/// <summary>Another figure of the same fact, and how it agrees with the chosen one.</summary>
public sealed record OtherReport(Print Print, FactAgreement Agreement);

/// <summary>A figure that stands for a fact, with all others of the same fact. None of them is ever made one with another.</summary>
/// <param name="Others">In print order, and at most <see cref="PageRequest.Max"/>; of a stream all, by day of print.</param>
/// <param name="Count">How many others there are.</param>
public sealed record FactReport(Print Chosen, IReadOnlyList<OtherReport> Others, long Count)
{
    /// <summary>How many of <see cref="Others"/> agree in each way that occurs; null for those that do not compare.</summary>
    public IEnumerable<(Agreement? Kind, int Count)> Agreements =>
        Others
            .GroupBy(other => other.Agreement.Kind)
            .OrderBy(group => group.Key is { } kind ? (int)kind : int.MaxValue)
            .Select(group => (group.Key, group.Count()));
}

/// <summary>What others print for the same as figures that were chosen: see <see cref="Likeness.SameFact"/>.</summary>
public static class FactReports
{
    /// <summary>The most statements that it takes, however many figures there are.</summary>
    public const int MaxStatements = 3;

    /// <param name="publishedBy">Only what is printed by then.</param>
    /// <param name="recordedAsOf">Only what the store knew then.</param>
    /// <returns>A report for each figure, by its id.</returns>
    public static async Task<IReadOnlyDictionary<string, FactReport>> ReadAsync(
        IGraphSnapshot snapshot,
        IReadOnlyCollection<Observation> chosen,
        LocalDate? publishedBy,
        Instant? recordedAsOf,
        CancellationToken cancellationToken
    )
    {
        var query = new ObservationQuery
        {
            Likeness = Likeness.SamePoint,
            PublishedBy = publishedBy,
            RecordedAsOf = recordedAsOf,
        };
        string[] ids = [.. chosen.Select(figure => figure.Id).Distinct(StringComparer.Ordinal)];
        if (ids.Length == 0)
            return new Dictionary<string, FactReport>();
        var pages = await snapshot.ListOfAsync(ids, query, new PageRequest(PageRequest.Max), cancellationToken);
        string[] articles =
        [
            .. chosen.Concat(pages.Values.SelectMany(page => page.Items)).Select(figure => figure.Article).Distinct(StringComparer.Ordinal),
        ];
        var printed = await snapshot.GetAsync(articles, cancellationToken);
        string[] many = [.. pages.Where(page => page.Value.HasMore).Select(page => page.Key)];
        var counts = many.Length == 0 ? null : await snapshot.CountOfAsync(many, query, cancellationToken);
        return chosen
            .DistinctBy(figure => figure.Id)
            .ToDictionary(
                figure => figure.Id,
                figure =>
                {
                    var (print, others) = (PrintOf(figure), pages[figure.Id].Items);
                    return new FactReport(
                        print,
                        [.. others.Select(PrintOf).Select(other => new OtherReport(other, FactAgreement.Between(print, other)))],
                        counts?.GetValueOrDefault(figure.Id, others.Count) ?? others.Count
                    );
                },
                StringComparer.Ordinal
            );

        Print PrintOf(Observation figure) => Printed(figure, printed);
    }

    /// <summary>The same for points of one line that follow each other, in a read of any length.</summary>
    /// <returns>A report for each point, by the id of its figure.</returns>
    public static async Task<IReadOnlyDictionary<string, FactReport>> ReadAsync(
        IPinnedGraph graph,
        LineId line,
        IReadOnlyCollection<SeriesPoint> points,
        SeriesPoints asked,
        CancellationToken cancellationToken
    )
    {
        // What ends on the same day as a point, however early it begins.
        var (from, to) = (points.Min(point => point.Last), points.Max(point => point.Last));
        var query = new ObservationQuery
        {
            Lines = [line],
            PointDays = new(from, to),
            PublishedBy = asked.PublishedBy,
            RecordedAsOf = asked.RecordedAsOf,
            Order = ObservationOrder.Point,
        };
        var all = points.Select(point => (point.First, point.Last)).ToHashSet();
        List<SeriesPoint> found = [];
        await foreach (var page in graph.PagesAsync(query, null, cancellationToken))
        {
            var read = SeriesPoints.PointsOf(page);
            found.AddRange(read.Where(point => all.Contains((point.First, point.Last))));
            if (read[^1].Last > to)
                break;
        }
        Dictionary<string, Article> printed = new(StringComparer.Ordinal);
        var articles = found.Concat(points).Select(point => point.Chosen.Article).Distinct(StringComparer.Ordinal);
        foreach (var some in articles.Chunk(IPinnedGraph.MostAsked))
        {
            foreach (var (id, article) in await graph.ArticlesAsync(some, cancellationToken))
                printed[id] = article with { Text = null };
        }
        var prints = found.ToLookup(point => (point.First, point.Last), point => Printed(point.Chosen, printed));
        return points.ToDictionary(point => point.Chosen.Id, ReportOf, StringComparer.Ordinal);

        FactReport ReportOf(SeriesPoint point)
        {
            var print = Printed(point.Chosen, printed);
            OtherReport[] others =
            [
                .. prints[(point.First, point.Last)]
                    .Where(other => other.Figure.Id != point.Chosen.Id)
                    .OrderBy(other => other.Date)
                    .ThenBy(other => other.Figure.Id, StringComparer.Ordinal)
                    .Select(other => new OtherReport(other, FactAgreement.Between(print, other))),
            ];
            return new(print, others, others.Length);
        }
    }

    private static Print Printed(Observation figure, IReadOnlyDictionary<string, IGraphNode> articles) =>
        articles.GetValueOrDefault(figure.Article) is Article article
            ? new(figure, article.Date)
            : throw GraphStoreException.Missing(figure.Article);

    private static Print Printed(Observation figure, Dictionary<string, Article> articles) =>
        articles.TryGetValue(figure.Article, out var article)
            ? new(figure, article.Date)
            : throw GraphStoreException.Missing(figure.Article);
}
