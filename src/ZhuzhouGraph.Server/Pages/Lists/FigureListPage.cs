using ZhuzhouGraph.Server.Pages.Charts;
using ZhuzhouGraph.Server.Pages.States;

namespace ZhuzhouGraph.Server.Pages.Lists;

/// <summary>A page of figures.</summary>
public sealed record FigureListModel(Bilingual Heading, IReadOnlyList<FilterField> Fields, Listed<Figure> List)
    : ListModel<Figure>(Heading, Fields, List)
{
    /// <summary>The figures drawn, those that fit on one scale together; empty where they are a table in the order asked for.</summary>
    public IReadOnlyList<ChartBlock> Blocks { get; init; } = [];

    /// <summary>What they are of, for what is taken away.</summary>
    public string Title { get; init; } = "";
}

/// <summary>
/// <c>/figures</c>: printed figures, narrowed by what they are of, who says them and when. Those of one thing or one indicator are drawn.
/// </summary>
internal sealed class FigureListPage : BlockPage<ListData<Figure>>
{
    private const string Indicator = "indicator",
        About = "about",
        Speaker = "speaker",
        Measure = "measure",
        Status = "status",
        Order = "order",
        Print = "PRINT_DESCENDING";

    private static readonly StoredDocument Document = StoredDocument.Named("figures");

    private static readonly Bilingual Heading = new("数据", "Figures");

    /// <summary>The parameters under which REST has the same filters.</summary>
    private static readonly (string Here, string There)[] InRest =
    [
        (ListFilters.Text.Name, "text"),
        (Indicator, "indicators"),
        (About, "about"),
        (Speaker, "attributedTo"),
        (Measure, "measures"),
        (Status, "statuses"),
        (ListFilters.From.Name, "periodOverlaps.from"),
        (ListFilters.To.Name, "periodOverlaps.to"),
        (Visit.AsOfName, "publishedBy"),
        (Order, "order"),
    ];

    public override string Route => Links.Figures;

    public override IReadOnlyList<string> Parameters => [.. InRest.Select(pair => pair.Here)];

    private static IReadOnlyList<FilterField> Fields { get; } =
    [
        ListFilters.Text,
        new(Indicator, new("指标", "Indicator")),
        new(About, new("描述对象", "About")),
        new(Speaker, new("出自", "Said by")),
        new(Measure, new("度量方式", "Measure")) { Choices = ListFilters.Words(nameof(ZhuzhouGraph.Measure)) },
        new(Status, new("数据状态", "Status")) { Choices = ListFilters.Words(nameof(ObservationStatus)) },
        ListFilters.From,
        ListFilters.To,
        new(Order, new("排序", "Order"))
        {
            Choices = ListFilters.Words(nameof(ObservationOrder)),
            Unset = new("刊发倒序", "the newest print first"),
        },
    ];

    public override AskedForm? FormOf(Visit visit) => ListFilters.FormOf(Fields);

    public override string ArgumentOf(string parameter) => parameter == Speaker ? "attributedTo" : parameter;

    public override StoredDocument? DocumentFor(Visit visit) => Document;

    public override Dictionary<string, object?> Variables(Visit visit, out Bilingual? problem)
    {
        problem = null;
        return new()
        {
            ["filter"] = ListFilters.Given(
                ("text", visit.Given(ListFilters.Text.Name)),
                ("indicators", ListFilters.One(visit, Indicator)),
                ("about", ListFilters.One(visit, About)),
                ("attributedTo", ListFilters.One(visit, Speaker)),
                ("measures", ListFilters.One(visit, Measure)),
                ("statuses", ListFilters.One(visit, Status)),
                ("periodOverlaps", ListFilters.Days(visit)),
                ("publishedBy", Day(visit))
            ),
            ["order"] = visit.Given(Order) ?? Print,
            ["after"] = visit.Given(Visit.AfterName),
        };
    }

    /// <summary>By name what they are narrowed to, which may be given as an id.</summary>
    public override string TitleOf(Visit visit, ListData<Figure> data)
    {
        var first = data.List.Nodes is [var one, ..] ? one : null;
        Named?[] given = [visit.Given(About) is null ? null : first?.About, visit.Given(Indicator) is null ? null : first?.Indicator];
        return string.Join(
            " · ",
            given.OfType<Named>().Select(node => visit.Say(node.Chinese, node.English ?? node.Chinese)).Prepend(Heading.For(visit))
        );
    }

    /// <summary>Of one thing or one indicator; others are a table in the order asked for.</summary>
    public override IReadOnlyList<ChartBlock> BlocksOf(Visit visit, ListData<Figure> data) =>
        visit.Given(About) is null && visit.Given(Indicator) is null ? [] : ChartBlock.Of(data.List.Nodes.Select(Charted.Of));

    protected override Shown Show(Visit visit, ListData<Figure> data)
    {
        var same = InRest.Select(pair => (pair.There, visit.Given(pair.Here))).ToList();
        return Shown.Of<FigureListView, FigureListModel>(
            new(Heading, Fields, data.List)
            {
                Blocks = BlocksOf(visit, data),
                Title = TitleOf(visit, data),
                Csv = RestApi.RestApi.Root + "/observations.csv" + Visit.Query([.. same, ("bom", "true")]),
                Xlsx = RestApi.RestApi.Root + "/observations.xlsx" + Visit.Query(same),
                Json = RestApi.RestApi.Root + "/observations" + Visit.Query(same),
            },
            Heading.For(visit)
        );
    }
}
