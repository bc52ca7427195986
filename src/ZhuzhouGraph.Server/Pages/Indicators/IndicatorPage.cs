using ZhuzhouGraph.Server.Pages.Charts;
using ZhuzhouGraph.Server.Pages.Entities;
using ZhuzhouGraph.Server.Pages.Series;

namespace ZhuzhouGraph.Server.Pages.Indicators;

public sealed record IndicatorTold(
    string Id,
    string Name,
    string? NameEnglish,
    string? Definition,
    string Dimension,
    IReadOnlyList<NameTold> Names,
    Named? Broader,
    Listed<Relation> Relationships
)
{
    public Named Named => new(Id, "Indicator", Name, NameEnglish);
}

/// <summary>The newest figures of an indicator, how they are chosen, and how many are not the newest.</summary>
public sealed record NewestTold(string? Rule, int TotalCount, int? PassedOver, IReadOnlyList<Figure> Nodes);

public sealed record IndicatorData(IndicatorTold? Node, Listed<LineTold> Series, NewestTold Newest);

/// <summary>What the page of an indicator is given.</summary>
/// <param name="Lines">Lines with several points: each is a chart.</param>
/// <param name="Blocks">What has one point only, together on scales.</param>
public sealed record IndicatorModel(
    IndicatorTold Indicator,
    IndicatorData Data,
    IReadOnlyList<LineTold> Lines,
    IReadOnlyList<ChartBlock> Blocks,
    string? About
);

/// <summary><c>/indicator/…</c>: what is measured, its newest figures, and its lines.</summary>
internal sealed class IndicatorPage : BlockPage<IndicatorData>
{
    private const string AboutName = "about";

    private static readonly StoredDocument Document = StoredDocument.Named("indicator");

    public override string Route => Links.Indicator + "{**id}";

    public override IReadOnlyList<string> Parameters => [AboutName];

    public override StoredDocument? DocumentFor(Visit visit) => Document;

    public override Dictionary<string, object?> Variables(Visit visit, out Bilingual? problem)
    {
        problem = null;
        return new()
        {
            ["id"] = IdOf(visit),
            ["indicator"] = IdOf(visit),
            ["about"] = visit.Given(AboutName) is { } about ? new List<object?> { about } : null,
            ["asOf"] = Day(visit),
            ["after"] = visit.Given(Visit.AfterName),
        };
    }

    protected override Shown Show(Visit visit, IndicatorData data)
    {
        if (data.Node is not { } indicator)
            return States.StatePages.NotFound(visit);
        if (indicator.Id != IdOf(visit))
            return Shown.At(visit.To(Links.PathOf(indicator.Id)));
        var lines = data.Series.Nodes.Where(line => line.Points.Nodes.Count > 1).ToList();
        return Shown.Of<IndicatorView, IndicatorModel>(
            new(indicator, data, lines, BlocksOf(visit, data), visit.Given(AboutName)),
            TitleOf(visit, data)
        );
    }

    public override string TitleOf(Visit visit, IndicatorData data) =>
        data.Node is { } indicator ? visit.Say(indicator.Name, indicator.NameEnglish ?? indicator.Name) : "";

    /// <summary>What has one point only.</summary>
    public override IReadOnlyList<ChartBlock> BlocksOf(Visit visit, IndicatorData data) =>
        ChartBlock.Of(
            data.Series.Nodes.Where(line => line.Points.Nodes.Count == 1)
                .SelectMany(line => line.Points.Nodes)
                .Select(point => point.Charted)
        );

    private static string IdOf(Visit visit) => $"{EntityTypes.Indicator.Prefix}:{visit.Id}";
}
