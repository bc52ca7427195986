namespace ZhuzhouGraph.Queries;

/// <summary>The part of the graph that a search has seen: what is connected with what, and by which relationships.</summary>
/// <param name="avoid">What is left out, with its relationships.</param>
internal sealed class SeenGraph(IReadOnlySet<string> avoid)
{
    private readonly HashSet<string> _relationships = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, List<(SortKey Key, Relationship Relationship)>>> _links = new(
        StringComparer.Ordinal
    );

    public void Add(SortKey key, Relationship relationship)
    {
        var (from, to) = (relationship.From, relationship.To);
        if (from == to || avoid.Contains(from) || avoid.Contains(to) || !_relationships.Add(relationship.Id))
            return;
        Between(from, to).Add((key, relationship));
        Between(to, from).Add((key, relationship));
    }

    /// <summary>In the order of ids.</summary>
    public IReadOnlyCollection<string> NeighboursOf(string node) => _links.TryGetValue(node, out var neighbours) ? neighbours.Keys : [];

    public bool AreConnected(string one, string other) => _links.TryGetValue(one, out var neighbours) && neighbours.ContainsKey(other);

    /// <summary>The step between two neighbours.</summary>
    public PathHop Hop(string from, string to) =>
        new(
            from,
            to,
            [
                .. _links[from]
                    [to]
                    .OrderBy(link => link.Key, SortKey.InOrder)
                    .Select(link => new PathLink(
                        link.Relationship,
                        link.Relationship.From == from ? PathDirection.Forward : PathDirection.Backward
                    )),
            ]
        );

    private List<(SortKey Key, Relationship Relationship)> Between(string one, string other)
    {
        if (!_links.TryGetValue(one, out var neighbours))
            _links[one] = neighbours = new(StringComparer.Ordinal);
        if (!neighbours.TryGetValue(other, out var links))
            neighbours[other] = links = [];
        return links;
    }
}
