using System.Runtime.CompilerServices;
using NodaTime;
using ZhuzhouGraph.Stores;

namespace ZhuzhouGraph.Queries;

/// <summary>A point of a line.</summary>
/// <param name="Chosen">The figure that stands for it.</param>
/// <param name="First">The first day that it is of; null where that is open.</param>
/// <param name="Last">The last day that it is of.</param>
public sealed record SeriesPoint(Observation Chosen, LocalDate? First, LocalDate Last);

/// <summary>
/// The points of lines in the order of time: one for each period that some figure is of, and none in between. The figure that stands for a
/// period is chosen by a rule; what else is printed for it is told by <see cref="FactReports"/>.
/// </summary>
public sealed record SeriesPoints
{
    /// <summary>What <see cref="ObservationQuery.LatestPer"/> makes a point.</summary>
    public static IReadOnlyList<SeriesDimension> PerPoint { get; } = [SeriesDimension.Series, SeriesDimension.Period];

    /// <summary>Only points that overlap these days.</summary>
    public DateRange? Days { get; init; }

    /// <summary>Only the last so many, still in the order of time; 1 to <see cref="PageRequest.Max"/>. Such a list has one page.</summary>
    public int? LastN { get; init; }

    public ChoiceRule Rule { get; init; }

    /// <summary>Only what an article published on or before this day prints.</summary>
    public LocalDate? PublishedBy { get; init; }

    /// <summary>As the store knew it at this moment; null means now.</summary>
    public Instant? RecordedAsOf { get; init; }

    /// <summary>Only what one of these articles prints; ids.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    private ObservationQuery Query =>
        new()
        {
            LatestPer = PerPoint,
            Rule = Rule,
            Order = LastN is null ? ObservationOrder.Point : ObservationOrder.PointDescending,
            PointDays = Days,
            PublishedBy = PublishedBy,
            RecordedAsOf = RecordedAsOf,
            Articles = Articles,
        };

    /// <summary>The figures that stand for the points of a line, in their order; those of <see cref="LastN"/> from the last one
    /// on.</summary>
    public ObservationQuery QueryOf(LineId line) => Query with { Lines = [line] };

    /// <summary>The points of a line, in parts and of any number.</summary>
    /// <param name="after">The key of the point before, where there is no <see cref="LastN"/>; null for the beginning.</param>
    public async IAsyncEnumerable<IReadOnlyList<SeriesPoint>> StreamAsync(
        IPinnedGraph graph,
        LineId line,
        SortKey? after,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        List<SeriesPoint> last = [];
        await foreach (var page in graph.PagesAsync(QueryOf(line), after, cancellationToken))
        {
            var points = PointsOf(page);
            if (LastN is null)
                yield return points;
            else
                last.AddRange(points);
            if (last.Count >= LastN)
                break;
        }
        if (last.Count > 0)
            yield return [.. last.Take(LastN ?? last.Count).Reverse()];
    }

    /// <summary>One page of points for each line, in one statement; ids of <see cref="LineId"/>.</summary>
    public async Task<IReadOnlyDictionary<string, Page<SeriesPoint>>> PagesAsync(
        IGraphSnapshot snapshot,
        IReadOnlyCollection<string> lines,
        PageRequest page,
        CancellationToken cancellationToken
    )
    {
        var found = await snapshot.ListOfAsync(lines, Query, LastN is { } last ? new PageRequest(last) : page, cancellationToken);
        return found.ToDictionary(line => line.Key, line => PageOf(line.Value), StringComparer.Ordinal);
    }

    /// <summary>How many points each line has; the last so many are no fewer for it.</summary>
    public Task<IReadOnlyDictionary<string, long>> CountsAsync(
        IGraphSnapshot snapshot,
        IReadOnlyCollection<string> lines,
        CancellationToken cancellationToken
    ) => snapshot.CountOfAsync(lines, Query, cancellationToken);

    private Page<SeriesPoint> PageOf(Page<Observation> page)
    {
        var points = PointsOf(page);
        return LastN is null ? new(points, page.Keys, page.HasMore) : new([.. points.Reverse()], [.. page.Keys.Reverse()], HasMore: false);
    }

    internal static IReadOnlyList<SeriesPoint> PointsOf(Page<Observation> page) =>
        [.. page.Items.Zip(page.Keys, (figure, key) => PointOf(figure, key.Sort))];

    /// <summary>The key of a point has its days: see <see cref="ObservationOrder.Point"/>.</summary>
    private static SeriesPoint PointOf(Observation figure, string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        var (last, first) = (key[..slash], key[(slash + 1)..]);
        return new(figure, first.Length == 0 ? null : Day.Read(first), Day.Read(last));
    }
}
