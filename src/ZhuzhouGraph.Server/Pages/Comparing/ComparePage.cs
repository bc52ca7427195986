using ZhuzhouGraph.Server.Pages.Charts;
using ZhuzhouGraph.Server.Pages.Indicators;
using ZhuzhouGraph.Server.Pages.States;

namespace ZhuzhouGraph.Server.Pages.Comparing;

public sealed record CompareData(IReadOnlyList<Named> Indicators, IReadOnlyList<Named> About, NewestTold Observations)
{
    public Named Indicator => Indicators[0];

    /// <summary>Those of whom there is no figure.</summary>
    public IReadOnlyList<Named> Without => [.. About.ExceptBy(Observations.Nodes.Select(figure => figure.About.Id), one => one.Id)];

    public IReadOnlyList<ChartBlock> Blocks => field ??= ChartBlock.Of(Observations.Nodes.Select(Charted.Of));
}

/// <summary>What the page of a comparison is given.</summary>
/// <param name="Data">Null where nothing is asked yet.</param>
public sealed record CompareModel(CompareData? Data, string? Indicator, IReadOnlyList<string> About);

/// <summary><c>/compare</c>: the newest figure of an indicator for each of several things.</summary>
internal sealed class ComparePage : BlockPage<CompareData>
{
    /// <summary>How many may be compared.</summary>
    public const int Most = 20;

    private const string IndicatorName = "indicator",
        AboutName = "about";

    private static readonly StoredDocument Document = StoredDocument.Named("compare");

    public override string Route => Links.Compare;

    public override IReadOnlyList<string> Parameters => [IndicatorName, AboutName];

    public override IReadOnlyList<string> Lists => [AboutName];

    public override StoredDocument? DocumentFor(Visit visit) =>
        visit.Given(IndicatorName) is not null && visit.AllGiven(AboutName).Count > 0 ? Document : null;

    public override Dictionary<string, object?> Variables(Visit visit, out Bilingual? problem)
    {
        var about = visit.AllGiven(AboutName);
        problem =
            about.Count > Most
                ? new(
                    $"最多比较 {Most} 个对象，这里有 {about.Count} 个。",
                    $"At most {Most} things are compared, and here are {about.Count}."
                )
                : null;
        return new()
        {
            ["indicator"] = new List<object?> { visit.Given(IndicatorName) },
            ["named"] = visit.Given(IndicatorName),
            ["about"] = about.Cast<object?>().ToList(),
            ["asOf"] = Day(visit),
        };
    }

    public override string TitleOf(Visit visit, CompareData data) =>
        visit.Say(data.Indicator.Chinese, data.Indicator.English ?? data.Indicator.Chinese);

    public override IReadOnlyList<ChartBlock> BlocksOf(Visit visit, CompareData data) => data.Blocks;

    public override AskedForm? FormOf(Visit visit) =>
        new(
            typeof(CompareForm),
            new()
            {
                [nameof(CompareForm.Indicator)] = visit.Given(IndicatorName) ?? "",
                [nameof(CompareForm.About)] = visit.AllGiven(AboutName),
            }
        );

    protected override Shown ShowUnasked(Visit visit) => Of(visit, null);

    protected override Shown Show(Visit visit, CompareData data) => Of(visit, data);

    private static Shown Of(Visit visit, CompareData? data) =>
        Shown.Of<CompareView, CompareModel>(new(data, visit.Given(IndicatorName), visit.AllGiven(AboutName)), visit.Say("比较", "Compare"));
}
