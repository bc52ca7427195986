using System.Globalization;

namespace ZhuzhouGraph.Server.Pages.Charts;

/// <summary>A page whose figures are drawn in blocks, each of which is also a picture, and can stand in pages of others.</summary>
internal abstract class BlockPage<TData> : WebPage<TData>
{
    /// <summary>What the figures are, in a few words.</summary>
    public abstract string TitleOf(Visit visit, TData data);

    /// <summary>The blocks that the page draws, in its order.</summary>
    public abstract IReadOnlyList<ChartBlock> BlocksOf(Visit visit, TData data);
}

/// <summary>One block as a picture of its own, or alone for pages of others.</summary>
/// <param name="Title">What the page is about.</param>
/// <param name="Page">The address of the page that has it.</param>
public sealed record BlockModel(string Title, ChartBlock Block, string Page);

/// <summary>One block of a page, under an address of its own: the parameters are those of the page, and which block.</summary>
internal sealed class OneBlock<TData>(BlockPage<TData> page, string route, string ofPage, Surround around) : WebPage<TData>
{
    public override string Route => route;

    public override IReadOnlyList<string> Parameters => [.. page.Parameters, Links.Block];

    public override IReadOnlyList<string> Lists => page.Lists;

    public override bool IsEmbeddable => around is Surround.Embedding;

    public override StoredDocument? DocumentFor(Visit visit) => page.DocumentFor(visit);

    public override Dictionary<string, object?> Variables(Visit visit, out Bilingual? problem) => page.Variables(visit, out problem);

    protected override Shown ShowUnasked(Visit visit) => States.StatePages.NotFound(visit);

    protected override Shown Show(Visit visit, TData data)
    {
        var blocks = page.BlocksOf(visit, data);
        if (
            !int.TryParse(visit.Given(Links.Block) ?? "1", CultureInfo.InvariantCulture, out var number)
            || number < 1
            || number > blocks.Count
        )
            return States.StatePages.NotFound(visit);
        var title = page.TitleOf(visit, data);
        var model = new BlockModel(title, blocks[number - 1], visit.At(ofPage + Links.Escape(visit.Id ?? ""), (Links.Block, null)));
        return (
            around is Surround.Nothing
                ? Shown.Of<BlockPicture, BlockModel>(model, title)
                : Shown.Of<BlockEmbedded, BlockModel>(model, title)
        ) with
        {
            Around = around,
        };
    }
}
