using NodaTime;

namespace ZhuzhouGraph.Queries;

/// <summary>
/// What follows from points of lines and from the points beside them, which are looked up by the same rule and for the same day.
/// </summary>
/// <param name="Of">Of a share: the line of the whole; otherwise null.</param>
public sealed record DerivedPoints(SeriesTransform Kind, SeriesPoints Asked, LineId? Of)
{
    /// <summary>What follows from each point, by the id of its figure.</summary>
    public async Task<IReadOnlyDictionary<string, Derived>> ReadAsync(
        IGraphSnapshot snapshot,
        IReadOnlyCollection<SeriesPoint> points,
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
        var found =
            wanted.Count == 0 ? [] : await FindAsync(snapshot, wanted.Select(need => (need.Line, need.Operand!)), cancellationToken);
        return needs.ToDictionary(
            need => need.Chosen.Id,
            need =>
                (
                    need.Refused is { } refused ? Derived.Refusing(Kind, need.Chosen, refused)
                    : need.Operand is null ? Derived.Of(Kind, need.Chosen, null)
                    : found.TryGetValue((need.Line, need.Operand), out var operand) ? Derived.Of(Kind, need.Chosen, operand)
                    : Derived.Refusing(Kind, need.Chosen, ImpliedRefusal.NoOperand)
                ) with
                {
                    Period = need.Period,
                },
            StringComparer.Ordinal
        );
    }

    /// <summary>
    /// The points of the lines within the days of what is looked for: one statement, and more only for lines with hundreds of them.
    /// </summary>
    private async Task<Dictionary<(string Line, PointPeriod Period), Observation>> FindAsync(
        IGraphSnapshot snapshot,
        IEnumerable<(string Line, PointPeriod Period)> wanted,
        CancellationToken cancellationToken
    )
    {
        var all = wanted.ToList();
        LocalDate? first = all.Any(need => need.Period.First is null) ? null : all.Min(need => need.Period.First!.Value);
        var within = Asked with { Days = new(first, all.Max(need => need.Period.Last)), LastN = null };
        Dictionary<(string, PointPeriod), Observation> found = [];
        string[] lines = [.. all.Select(need => need.Line).Distinct(StringComparer.Ordinal)];
        Note(await within.PagesAsync(snapshot, lines, new PageRequest(PageRequest.Max), cancellationToken), out var more);
        while (more.Count > 0)
        {
            var (line, after) = (more.Keys.First(), more.Values.First());
            more.Remove(line);
            Note(await within.PagesAsync(snapshot, [line], new PageRequest(PageRequest.Max, after), cancellationToken), out var next);
            foreach (var (id, key) in next)
                more[id] = key;
        }
        return found;

        void Note(IReadOnlyDictionary<string, Page<SeriesPoint>> pages, out Dictionary<string, SortKey> rest)
        {
            foreach (var (line, page) in pages)
            {
                foreach (var point in page.Items)
                    found[(line, new(point.First, point.Last))] = point.Chosen;
            }
            rest = pages
                .Where(page => page.Value.HasMore)
                .ToDictionary(page => page.Key, page => page.Value.Keys[^1], StringComparer.Ordinal);
        }
    }
}
