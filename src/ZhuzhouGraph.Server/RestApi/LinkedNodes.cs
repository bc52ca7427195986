using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Stores;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>
/// What the items of an answer name, and where they are printed first, read in two statements for all of them before anything is written;
/// entities in brief.
/// </summary>
internal sealed record LinkedNodes
{
    private readonly IReadOnlyDictionary<string, IGraphNode> _nodes;
    private readonly IReadOnlyDictionary<string, Page<Citation>> _citations;

    private LinkedNodes(IReadOnlyDictionary<string, IGraphNode> nodes, IReadOnlyDictionary<string, Page<Citation>> citations) =>
        (_nodes, _citations) = (nodes, citations);

    /// <summary>What others print for the same as a figure, where that was read.</summary>
    public IReadOnlyDictionary<string, FactReport> Reports { get; init; } = new Dictionary<string, FactReport>();

    public FactReport ReportOf(string id) => Reports[id];

    /// <summary>What follows from a figure and each level or change beside it, where they were read.</summary>
    public IReadOnlyList<ImpliedBeside> Implying { get; init; } = [];

    /// <summary>What follows from points, by the ids of their figures, where that was asked for.</summary>
    public IReadOnlyDictionary<string, Derived> Derived { get; init; } = new Dictionary<string, Derived>();

    /// <summary>Where the pages are, for citations; null where the server is not told.</summary>
    public string? Site { get; init; }

    public static LinkedNodes None { get; } = new(new Dictionary<string, IGraphNode>(), new Dictionary<string, Page<Citation>>());

    /// <param name="citations">How many citations of each relationship and figure are wanted.</param>
    /// <param name="more">Ids of what else is wanted.</param>
    public static async Task<LinkedNodes> LoadAsync(
        IGraphSnapshot snapshot,
        IReadOnlyCollection<IGraphNode> items,
        int citations,
        CancellationToken cancellationToken,
        params IEnumerable<string> more
    )
    {
        List<string> cited = [.. items.Where(item => item is Relationship or Observation).Select(item => item.Id).Distinct()];
        var found =
            cited.Count == 0
                ? None._citations
                : await snapshot.ListOfAsync(cited, new CitationQuery(), new PageRequest(citations), cancellationToken);
        List<string> ids =
        [
            .. items
                .SelectMany(IdsOf)
                .Concat(found.Values.SelectMany(page => page.Items).Select(citation => citation.Article))
                .Concat(more)
                .Distinct(StringComparer.Ordinal),
        ];
        return new(ids.Count == 0 ? None._nodes : await snapshot.GetAsync(ids, RecordKinds.Entities, cancellationToken), found);
    }

    /// <summary>What another part of the graph names, and what therefore must be there.</summary>
    public IGraphNode Node(string id) => _nodes.GetValueOrDefault(id) ?? throw GraphStoreException.Missing(id);

    public IGraphNode? NodeOrNull(string? id) => id is null ? null : Node(id);

    /// <summary>Where it is printed, in print order.</summary>
    public IReadOnlyList<Citation> CitationsOf(string id) => _citations.GetValueOrDefault(id)?.Items ?? [];

    /// <summary>The ids that a record holds.</summary>
    private static IEnumerable<string> IdsOf(IGraphNode item) =>
        item switch
        {
            Observation o => Mentions.Of(o).Append(o.Article),
            Line line => LineDimension.All.SelectMany(dimension => dimension.NodesOf(line.Some)),
            Relationship r => [r.From, r.To, .. Named(r.Type.Properties, r.Properties)],
            Entity e => Named(e.Type.Properties, e.Properties),
            _ => [],
        };

    private static IEnumerable<string> Named(IEnumerable<PropertyDeclaration> declared, IReadOnlyDictionary<string, string> held) =>
        declared
            .Where(property => property.Kind is PropertyKind.Entity or PropertyKind.Entities)
            .SelectMany(property => held.GetValueOrDefault(property.Name)?.Split(' ') ?? []);
}
