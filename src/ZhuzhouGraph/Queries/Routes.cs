namespace ZhuzhouGraph.Queries;

/// <summary>The ways between two things in what a search has seen, as the ids along them.</summary>
/// <param name="mayPass">Whether a way may pass through that node.</param>
internal sealed class Routes(SeenGraph graph, PathQuestion question, Func<string, bool> mayPass, CancellationToken cancellationToken)
{
    /// <summary>How many steps are tried before the rest is let go: a fraction of a second.</summary>
    private const int MaxSteps = 2_000_000;

    private readonly HashSet<string> _via = new(question.Via, StringComparer.Ordinal);
    private readonly List<string> _way = [question.From];
    private Dictionary<string, int>? _distances;
    private int _steps;

    /// <summary>True where steps were left untried.</summary>
    public bool IsCapped { get; private set; }

    /// <summary>All ways of that length, in the order of the ids along them. One enumeration at a time.</summary>
    public IEnumerable<IReadOnlyList<string>> OfLength(int hops)
    {
        _distances ??= DistancesToEnd();
        _way.RemoveRange(1, _way.Count - 1);
        return Extend(hops);
    }

    private IEnumerable<IReadOnlyList<string>> Extend(int left)
    {
        if (left == 1)
        {
            if (graph.AreConnected(_way[^1], question.To) && _via.IsSubsetOf(_way))
                yield return [.. _way, question.To];
            yield break;
        }
        foreach (var next in graph.NeighboursOf(_way[^1]))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++_steps > MaxSteps)
                IsCapped = true;
            if (IsCapped)
                yield break;
            if (!_distances!.TryGetValue(next, out var distance) || distance > left - 1 || _way.Contains(next))
                continue;
            _way.Add(next);
            if (_via.Count(via => !_way.Contains(via)) <= left - 2)
            {
                foreach (var way in Extend(left - 1))
                    yield return way;
            }
            _way.RemoveAt(_way.Count - 1);
        }
    }

    /// <summary>How far it is to the end, for everything between the ends that may be passed through.</summary>
    private Dictionary<string, int> DistancesToEnd()
    {
        var distances = new Dictionary<string, int>(StringComparer.Ordinal);
        List<string> last = [question.To];
        for (var distance = 1; distance < question.MaxHops; distance++)
        {
            last =
            [
                .. last.SelectMany(graph.NeighboursOf)
                    .Where(node => node != question.From && node != question.To && mayPass(node) && distances.TryAdd(node, distance)),
            ];
        }
        return distances;
    }
}
