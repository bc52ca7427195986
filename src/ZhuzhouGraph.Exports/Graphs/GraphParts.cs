namespace ZhuzhouGraph.Exports.Graphs;

/// <summary>A node of the drawn graph: an entity or an article.</summary>
internal sealed record GraphNode(string Id, string Label, string? LabelEnglish, string Type, string? Kind, Period? Period);

/// <summary>A relationship with where it is stated first.</summary>
internal sealed record GraphEdge(Relationship Relationship, Citation? Citation, int Citations);

/// <summary>The nodes and edges of the whole graph, or of an entity's network, a page at a time.</summary>
internal static class GraphParts
{
    /// <summary>The network of an entity is put together before it is written.</summary>
    private const int MostNodes = 10_000;

    /// <summary>So many ids are asked for in one filter.</summary>
    private const int Asked = 500;

    public static IAsyncEnumerable<IReadOnlyList<GraphNode>> NodesAsync(
        IPinnedGraph graph,
        GraphScope scope,
        CancellationToken cancellationToken
    ) => scope.Ids is { } ids ? NodesOfAsync(graph, ids, cancellationToken) : AllNodesAsync(graph, cancellationToken);

    public static async IAsyncEnumerable<IReadOnlyList<GraphEdge>> EdgesAsync(
        IPinnedGraph graph,
        GraphScope scope,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (
            var from in scope.Ids is { } ids
                ? ids.Chunk(Asked)
                :
                [
                    [],
                ]
        )
        {
            await foreach (var page in graph.PagesAsync(new RelationshipQuery { From = from }, null, cancellationToken))
            {
                var kept = scope.Ids is { } within ? page.Items.Where(r => within.Contains(r.To)).ToList() : page.Items;
                if (kept.Count == 0)
                    continue;
                var citations = await graph.CitationsAsync([.. kept.Select(r => r.Id)], cancellationToken);
                yield return [.. kept.Select(r => new GraphEdge(r, citations[r.Id].FirstOrDefault(), citations[r.Id].Count()))];
            }
        }
    }

    /// <summary>What the request is about.</summary>
    /// <exception cref="ExportRefusedException">The network is larger than a network may be.</exception>
    public static async Task<GraphScope> ScopeAsync(IPinnedGraph graph, ExportRequest request, CancellationToken cancellationToken)
    {
        if (request.Center is not { } center)
            return new(null);
        if (request.Hops is not (1 or 2))
            throw new ExportRefusedException($"A network reaches {request.Hops} steps; allowed are 1 and 2.");
        var found = new HashSet<string>([center.Id], StringComparer.Ordinal);
        IReadOnlyCollection<string> edge = [center.Id];
        for (var hop = 0; hop < request.Hops; hop++)
        {
            HashSet<string> next = new(StringComparer.Ordinal);
            foreach (var about in edge.Where(id => NodeId.KindOf(id) is NodeKind.Entity).Chunk(Asked))
            {
                await foreach (var page in graph.PagesAsync(new RelationshipQuery { About = about }, null, cancellationToken))
                {
                    next.UnionWith(page.Items.SelectMany(r => new[] { r.From, r.To }).Where(found.Add));
                    if (found.Count > MostNodes)
                        throw new ExportRefusedException(
                            $"The network of {center.Id} has more than {MostNodes} things within {request.Hops} steps. "
                                + "Ask for one step, or for the whole graph."
                        )
                        {
                            Most = MostNodes,
                        };
                }
            }
            edge = next;
        }
        return new(found);
    }

    private static async IAsyncEnumerable<IReadOnlyList<GraphNode>> AllNodesAsync(
        IPinnedGraph graph,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var page in graph.PagesAsync(new EntityQuery(), null, cancellationToken))
            yield return [.. page.Items.Select(Of)];
        await foreach (var page in graph.PagesAsync(new ArticleQuery(), null, cancellationToken))
            yield return [.. page.Items.Select(Of)];
    }

    /// <summary>Names and types; kinds and periods stand in the whole graph alone.</summary>
    private static async IAsyncEnumerable<IReadOnlyList<GraphNode>> NodesOfAsync(
        IPinnedGraph graph,
        IReadOnlySet<string> ids,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var some in ids.Order(StringComparer.Ordinal).Chunk(IPinnedGraph.MostAsked))
        {
            var labels = await graph.LabelsAsync([.. some.Where(id => NodeId.KindOf(id) is NodeKind.Entity)], cancellationToken);
            var articles = await graph.ArticlesAsync([.. some.Where(id => NodeId.KindOf(id) is NodeKind.Article)], cancellationToken);
            yield return
            [
                .. some.Select(id =>
                    labels.TryGetValue(id, out var label)
                        ? new GraphNode(id, label.Chinese, label.English, label.Type.Name, null, null)
                        : Of(articles[id])
                ),
            ];
        }
    }

    private static GraphNode Of(Entity entity) =>
        new(entity.Id, entity.Name, NodeLabel.Of(entity).English, entity.Type.Name, entity.Kind, entity.Period);

    private static GraphNode Of(Article article) => new(article.Id, article.Title, article.TitleEnglish, nameof(Article), null, null);
}

/// <summary>The ids of a network; null for the whole graph.</summary>
internal sealed record GraphScope(IReadOnlySet<string>? Ids);
