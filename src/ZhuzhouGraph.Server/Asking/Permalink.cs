namespace ZhuzhouGraph.Server.Asking;

/// <summary>
/// The page of the explorer that shows a node: its id is its address for ever. Figures, articles and statements go without the prefix of
/// their id.
/// </summary>
internal static class Permalink
{
    /// <summary>The path of the node's page; null for what is no id.</summary>
    public static string? PathOf(string id) =>
        NodeId.KindOf(id) switch
        {
            NodeKind.Entity => $"/entity/{id}",
            NodeKind.Observation => $"/figure/{id["obs:".Length..]}",
            NodeKind.Relationship => $"/statement/{id["rel:".Length..]}",
            NodeKind.Article => $"/article/{id["article:".Length..]}",
            _ => null,
        };

    /// <summary>The whole address; null where the server does not say where its pages are, or it is no id.</summary>
    /// <param name="site">Where the pages are, such as <c>https://graph.example.org</c>.</param>
    public static string? Of(string? site, string id) => site is null || PathOf(id) is not { } path ? null : site.TrimEnd('/') + path;

    /// <summary>Where a citation is shown: at the figure, the statement or the entity that it is of.</summary>
    public static string? Of(string? site, Citation citation) => Of(site, citation.Of);
}
