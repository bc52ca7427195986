using System.Runtime.CompilerServices;
using NodaTime;

namespace ZhuzhouGraph.Queries;

/// <summary>
/// What follows from points of lines and from the points beside them, which are looked up by the same rule and for the same day.
/// </summary>
/// <param name="Of">The other line, of what needs one (<see cref="Derived.OfTwoLines"/>); otherwise null.</param>
public sealed record DerivedPoints(SeriesTransform Kind, SeriesPoints Asked, LineId? Of)
{
    /// <summary>Whether values are wanted where price bases differ.</summary>
    public bool AcrossPriceBases { get; init; }

    /// <summary>
    /// The unit that all is reckoned and told in; without it that into which all of the dimension convert, as of the points themselves.
    /// What does not convert keeps its own.
    /// </summary>
    public Unit? Unit { get; init; }

    /// <summary>The points of lines, in any order.</summary>
    private delegate IAsyncEnumerable<(string Line, SeriesPoint Point)> Finder(IReadOnlyCollection<string> lines, SeriesPoints within);

    /// <summary>What follows from each point, by the id of its figure.</summary>
    public Task<IReadOnlyDictionary<string, Derived>> ReadAsync(
        IGraphSnapshot snapshot,
        IReadOnlyCollection<SeriesPoint> points,
        CancellationToken cancellationToken
    ) => ReadAsync(points, (lines, within) => PointsOf(snapshot, lines, within, cancellationToken), cancellationToken);

    /// <summary>The same, in a read of any length.</summary>
    public Task<IReadOnlyDictionary<string, Derived>> ReadAsync(
        IPinnedGraph graph,
        IReadOnlyCollection<SeriesPoint> points,
        CancellationToken cancellationToken
    ) => ReadAsync(points, (lines, within) => PointsOf(graph, lines, within, cancellationToken), cancellationToken);

    private async Task<IReadOnlyDictionary<string, Derived>> ReadAsync(
        IReadOnlyCollection<SeriesPoint> points,
        Finder find,
        CancellationToken cancellationToken
    )
    {
        var needs = points
            .DistinctBy(point => point.Chosen.Id)
            .Select(point =>
            {
                var operand = Derived.OperandOf(Kind, point.Chosen, new(point.First, point.Last), out var refused);
                var added = Kind is SeriesTransform.Decumulate && operand is not null ? operand.Last.PlusDays(1) : point.First;
                return (
                    point.Chosen,
                    Period: new PointPeriod(added, point.Last),
                    Line: (Of ?? LineId.Of(point.Chosen)).ToString(),
                    Operand: operand,
                    Refused: refused
                );
            })
            .ToList();
        var wanted = needs.Where(need => need.Operand is not null).ToList();
        var found = wanted.Count == 0 ? [] : await FindAsync(find, wanted.Select(need => (need.Line, need.Operand!)), cancellationToken);
        return needs.ToDictionary(
            need => need.Chosen.Id,
            need =>
                (
                    need.Refused is { } refused ? Derived.Refusing(Kind, need.Chosen, refused)
                    : need.Operand is null ? Follows(need.Chosen, null)
                    : found.TryGetValue((need.Line, need.Operand), out var operand) ? Follows(need.Chosen, operand)
                    : Derived.Refusing(Kind, need.Chosen, ImpliedRefusal.NoOperand)
                ) with
                {
                    Period = need.Period,
                },
            StringComparer.Ordinal
        );
    }

    private Derived Follows(Observation figure, Observation? operand)
    {
        var derived = Derived.Of(Kind, Told(figure), operand is null ? null : Told(operand), AcrossPriceBases);
        return derived.Change is null ? derived : derived with { Change = figure };
    }

    /// <summary>The figures of a line may be printed in several units, and so may those of the other line.</summary>
    private Observation Told(Observation figure) =>
        (figure.Quantity.Told(Unit) ?? figure.Quantity.Told(null)) is { } told ? figure with { Quantity = told } : figure;

    /// <summary>The figures of the points of those lines, within the days of what is looked for.</summary>
    private async Task<Dictionary<(string Line, PointPeriod Period), Observation>> FindAsync(
        Finder find,
        IEnumerable<(string Line, PointPeriod Period)> wanted,
        CancellationToken cancellationToken
    )
    {
        var all = wanted.ToList();
        LocalDate? first = all.Any(need => need.Period.First is null) ? null : all.Min(need => need.Period.First!.Value);
        var within = Asked with { Days = new(first, all.Max(need => need.Period.Last)), LastN = null };
        Dictionary<(string, PointPeriod), Observation> found = [];
        string[] lines = [.. all.Select(need => need.Line).Distinct(StringComparer.Ordinal)];
        await foreach (var (line, point) in find(lines, within).WithCancellation(cancellationToken))
            found[(line, new(point.First, point.Last))] = point.Chosen;
        return found;
    }

    /// <summary>One statement, and more only for lines with hundreds of points.</summary>
    private static async IAsyncEnumerable<(string Line, SeriesPoint Point)> PointsOf(
        IGraphSnapshot snapshot,
        IReadOnlyCollection<string> lines,
        SeriesPoints within,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        Queue<(IReadOnlyCollection<string> Lines, SortKey? After)> rest = new([(lines, null)]);
        while (rest.TryDequeue(out var next))
        {
            var request = new PageRequest(PageRequest.Max, next.After);
            foreach (var (line, page) in await within.PagesAsync(snapshot, next.Lines, request, cancellationToken))
            {
                foreach (var point in page.Items)
                    yield return (line, point);
                if (page.HasMore)
                    rest.Enqueue(([line], page.Keys[^1]));
            }
        }
    }

    private static async IAsyncEnumerable<(string Line, SeriesPoint Point)> PointsOf(
        IPinnedGraph graph,
        IReadOnlyCollection<string> lines,
        SeriesPoints within,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var line in lines)
        {
            await foreach (var points in within.StreamAsync(graph, LineId.Parse(line)!, null, cancellationToken))
            {
                foreach (var point in points)
                    yield return (line, point);
            }
        }
    }
}
