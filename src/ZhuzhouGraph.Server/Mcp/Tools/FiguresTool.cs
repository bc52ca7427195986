using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.Mcp.Tools;

/// <summary>Printed figures with all that decides what they say.</summary>
internal sealed class FiguresTool : McpTool
{
    private const string Document =
        """
            query ($filter: ObservationFilter, $latestPer: [SeriesDimension!], $first: Int!, $after: String,
              $published: DateRange, $isByDay: Boolean!) {
              observations(filter: $filter, latestPer: $latestPer, first: $first, after: $after) {
                totalCount pageInfo { hasNextPage } edges { cursor node { ...Figure } }
              }
              ...Graph
              ...InPrint
            }
            """
        + Figures.Fragment
        + Evidence.OfCitation
        + Evidence.OfGraph
        + Evidence.InPrint;

    private const string NamedIndicator =
        "query ($indicator: String!) { observations(filter: { indicators: [$indicator] }, first: 1) { nodes { id } } }";

    public override string Name => "list_figures";

    public override string Description =>
        "Printed figures 数据 in print order, each with its words, interval, reading and citation. Narrow by whom they are about, indicator "
        + "指标, words, measure, value, days. 约/近/余/多 have intervals.";

    public override IReadOnlyList<ToolArgument> Arguments { get; } =
    [
        new("about", ArgumentKind.Text, "id or exact name"),
        new("indicator", ArgumentKind.Text, "id or exact name"),
        new("figure_text", ArgumentKind.Text, "words of figure, indicator or subject: 58家"),
        new("measure", ArgumentKind.Choice) { Allowed = Names<Measure>() },
        new("at_least", ArgumentKind.Number),
        new("at_most", ArgumentKind.Number),
        new("unit", ArgumentKind.Text, "of at_least, at_most: t, %"),
        new("certainty", ArgumentKind.Choice, "of at_least, at_most")
        {
            Allowed = Names<Certainty>(),
            Default = System.Text.Json.Nodes.JsonValue.Create("CERTAIN"),
        },
        new("from", ArgumentKind.Day),
        new("to", ArgumentKind.Day),
        new("latest", ArgumentKind.Flag, "only the newest of each line: indicator, subject, measure, scope"),
        new("published_by", ArgumentKind.Day),
        ToolArgument.Limit(),
        ToolArgument.Cursor,
    ];

    public override IReadOnlyList<string> Documents { get; } = [Document, NamedIndicator];

    public override IReadOnlyList<string> Naming { get; } = ["about", "indicator"];

    public override IReadOnlyDictionary<string, string> Renamed { get; } =
        new Dictionary<string, string>
        {
            ["indicators"] = "indicator",
            ["text"] = "figure_text",
            ["first"] = "limit",
            ["after"] = "cursor",
            ["publishedBy"] = "published_by",
            ["atLeast"] = "at_least",
            ["atMost"] = "at_most",
        };

    public override IReadOnlyList<string> Members => Figures.Members;

    public override Task FindAsync(string argument, string named, AskGraph ask, CancellationToken cancellationToken) =>
        argument == "indicator"
            ? ask(NamedIndicator, Given(("indicator", named)), cancellationToken)
            : base.FindAsync(argument, named, ask, cancellationToken);

    public override async Task<ToolRows> RunAsync(McpArguments arguments, AskGraph ask, CancellationToken cancellationToken)
    {
        var value = Given(("atLeast", arguments.Value("at_least")), ("atMost", arguments.Value("at_most")));
        if (value.Count > 0)
        {
            value["certainty"] = arguments.Value("certainty");
            if (arguments.Value("unit") is { } unit)
                value["unit"] = unit;
        }
        var data = await ask(
            Document,
            Given(
                (
                    "filter",
                    Given(
                        ("about", One(arguments.Value("about"))),
                        ("indicators", One(Indicator(arguments))),
                        ("text", arguments.Value("figure_text")),
                        ("measures", One(arguments.Value("measure"))),
                        ("value", value.Count > 0 ? value : null),
                        ("periodOverlaps", Days(arguments.Text("from"), arguments.Text("to"))),
                        ("publishedBy", arguments.Value("published_by"))
                    )
                ),
                ("latestPer", arguments.Flag("latest") ? new List<object?> { Spelling.UpperSnake(nameof(SeriesDimension.Series)) } : null),
                ("first", arguments.Limit),
                ("after", arguments.Cursor),
                ("published", Days(null, arguments.Text("published_by"))),
                ("isByDay", arguments.Has("published_by"))
            ),
            cancellationToken
        );
        var figures = data["observations"]!;
        return new ToolRows(RowsOf(figures, Figures.Row, Figures.Line), Evidence.SummaryOf(data))
        {
            PublishedBy = arguments.Text("published_by"),
            Total = Total(figures),
            HasMore = HasMore(figures),
        };
    }

    /// <summary>What an id of an indicator has behind its prefix is taken for the id.</summary>
    private static string? Indicator(McpArguments arguments)
    {
        var given = arguments.Text("indicator");
        var id = $"{EntityTypes.Indicator.Prefix}:{given}";
        return given is not null && given.Contains('-', StringComparison.Ordinal) && NodeId.KindOf(id) is NodeKind.Entity ? id : given;
    }

    private static string[] Names<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(Spelling.UpperSnake)];
}
