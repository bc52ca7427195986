namespace ZhuzhouGraph.Server.Pages;

/// <summary>The page of a node by its id, which is the same on any day of the reader's.</summary>
/// <param name="prefix">Of its id, which the address leaves out.</param>
/// <param name="document">The name of the stored document, which asks for <c>node</c>.</param>
/// <typeparam name="TNode">The node as lists have it, too.</typeparam>
/// <typeparam name="TTold">What its own page has beside that.</typeparam>
internal abstract class NodePage<TNode, TTold>(string prefix, string document) : WebPage
    where TNode : class
    where TTold : class
{
    private readonly StoredDocument _document = StoredDocument.Named(document);

    private sealed record Data<T>(T? Node);

    public override bool IsOfDay => false;

    public sealed override StoredDocument? DocumentFor(Visit visit) => _document;

    public sealed override Dictionary<string, object?> Variables(Visit visit, out Bilingual? problem)
    {
        problem = null;
        return new() { ["id"] = prefix + visit.Id };
    }

    public sealed override Shown Show(Visit visit, ReadOnlySpan<byte> data)
    {
        // One answer read twice: as any node of its kind, and as the one whose page this is.
        var (node, told) = (PageJson.Read<Data<TNode>>(data).Node, PageJson.Read<Data<TTold>>(data).Node);
        return node is null || told is null ? States.StatePages.NotFound(visit) : Show(visit, node, told);
    }

    protected abstract Shown Show(Visit visit, TNode node, TTold told);

    /// <summary>What a thing is called in the reader's language.</summary>
    protected static string In(Visit visit, Named node) => visit.Say(node.Chinese, node.English ?? node.Chinese);
}
