namespace ZhuzhouGraph.Server.Pages.Figures;

/// <summary>A figure with its evidence, and the figures beside it.</summary>
public sealed record FigureTold(
    string? Reading,
    string? ReadingEnglish,
    string? Frequency,
    string? PriceBasis,
    string? ShareOf,
    string SeriesId,
    string RecordedAt,
    string? RemovedAt,
    Named? At,
    Named? Place,
    Factor? Factor,
    Listed<PrintedAt> Evidence,
    Edged SameFact,
    Listed<Figure> SameSeries,
    Measured Indicator,
    Report Article
);

/// <summary>What a rate comes to as a factor, and what it can be.</summary>
public sealed record Factor(string? ValueText, BoundText? Lower, BoundText? Upper);

public sealed record Edged(int TotalCount, IReadOnlyList<Agreeing> Edges);

/// <summary>Another print of the same fact, and whether it agrees.</summary>
public sealed record Agreeing(string? Agreement, Figure Node);

/// <summary>The figures of an indicator.</summary>
public sealed record Measured(Listed<Figure> Observations);

/// <summary>What the page of a figure is given.</summary>
public sealed record FigureModel(Figure Figure, FigureTold Told)
{
    /// <summary>Figures of its indicator that stand on other lines: another measure, another scale.</summary>
    public IReadOnlyList<Figure> Beside
    {
        get
        {
            var shown = Told.SameFact.Edges.Select(edge => edge.Node.Id).Concat(Told.SameSeries.Nodes.Select(figure => figure.Id));
            return [.. Told.Indicator.Observations.Nodes.ExceptBy(shown.Append(Figure.Id), figure => figure.Id)];
        }
    }

    /// <summary>What its article prints for the same fact since it was removed: recorded with its removal, in its place.</summary>
    public IReadOnlyList<Figure> Replacing =>
        [
            .. Told
                .SameFact.Edges.Select(edge => edge.Node)
                .Where(figure => figure.RecordedAt == Told.RemovedAt && figure.PrintedAt?.Article.Id == Told.Article.Id),
        ];
}

/// <summary><c>/figure/…</c>: a printed figure, the words around it, who says it, and how to cite it.</summary>
internal sealed class FigurePage() : NodePage<Figure, FigureTold>("obs:", "figure")
{
    public override string Route => Links.Figure + "{**id}";

    protected override Shown Show(Visit visit, Figure node, FigureTold told) =>
        Shown.Of<FigureView, FigureModel>(new(node, told), $"{node.Words} · {In(visit, node.About)} · {In(visit, node.Indicator)}");
}
