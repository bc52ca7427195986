using GraphQL.Types;
using NodaTime;
using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>A point as it was asked for.</summary>
/// <param name="Quantity">Its number in the unit that was asked for, or that all units of its dimension convert into; null where its own
/// does
/// not convert.</param>
/// <param name="Unit">The unit that was asked for; null for none.</param>
internal sealed record LinePoint(SeriesPoint Point, SeriesPoints Asked, Quantity? Quantity, Unit? Unit);

/// <summary>Lines of figures, and their points.</summary>
internal static class SeriesSchema
{
    public const string From = "from",
        To = "to",
        LastN = "lastN",
        Unit = "unit";

    /// <summary>What it costs to look through figures for the lines that they make.</summary>
    private const int Work = 200;

    private sealed record Question(SeriesPoints Points, Unit? Unit) : GraphQuery<LinePoint>;

    /// <summary>The lines that figures make.</summary>
    public static readonly ListField<Line> Lines = new("series", Connections.RootSize, arguments => new LineQuery(
        ObservationFilters.All.Read(arguments.Input("filter"), new ObservationQuery())
    ));

    /// <summary>The points of a line.</summary>
    public static readonly ListField<LinePoint> Points = new("points", Connections.PointSize, Read)
    {
        AskOf = async (snapshot, lines, query, page, cancellation) =>
        {
            var question = (Question)query;
            var found = await question.Points.PagesAsync(snapshot, lines, page, cancellation);
            return found.ToDictionary(line => line.Key, line => PageOf(line.Value, question), StringComparer.Ordinal);
        },
        CountOf = (snapshot, lines, query, cancellation) => ((Question)query).Points.CountsAsync(snapshot, lines, cancellation),
    };

    public static FieldType Root() =>
        Connections
            .Root(
                "series",
                "SeriesConnection",
                "序列",
                "The lines that figures may be drawn as: figures that agree in all that may not differ within one line. Those with "
                    + "the most "
                    + "figures first, then by id.",
                Lines,
                Filters.Argument("ObservationFilter")
            )
            .Working(_ => Work);

    public static IEnumerable<IGraphType> Types() =>
        [
            Object(
                "Series",
                "序列",
                "What may be drawn as one line: figures that agree in all of its dimensions and have one status.",
                [
                    Field<Line>("id", "ID!", "标识", $"Its id: {LineId.Form}. Stable as long as its figures are what they are.", l => l.Id),
                    .. LineDimension.All.Select(Dimension),
                    Field<Line>("figureCount", "Int!", "数据数", "How many figures it has.", l => l.Count),
                    Field<Line>("pointCount", "Int!", "点数", "How many periods they are of.", l => l.Points),
                    Field<Line>(
                        "periodStart",
                        "Date!",
                        "首日",
                        "The first day of the earliest period, or the last one where that is open. What has no days is of the day of its "
                            + "print.",
                        l => l.First
                    ),
                    Field<Line>("periodEnd", "Date!", "末日", "The last day of the latest period.", l => l.Last),
                    Field<Line>("units", "[Unit!]!", "单位", "The units that its figures are printed in.", l => l.Units).UpTo(Price.Few),
                    PointsField(),
                ]
            ),
            .. Connections.Types<Line>("Series", "序列", Connections.TotalCount<Line>("How many lines there are.")),
            Object("SeriesPoint", "序列点", "A period of a line, with the figure that stands for it.", PointFields()),
            .. Connections.Types<LinePoint>(
                "SeriesPoint",
                "序列点",
                Connections.TotalCount<LinePoint>("How many points fit."),
                Field<Connection<LinePoint>>("rule", "String!", "取数规则", "How the figure of each point is chosen.", c =>
                    RuleOf(c.Selection.Query)
                )
            ),
        ];

    public static string RuleOf(GraphQuery<LinePoint> query) => Series.RuleOf(((Question)query).Points.Rule, SeriesPoints.PerPoint);

    public static SeriesPoints AskedBy(GraphQuery<LinePoint> query) => ((Question)query).Points;

    private static FieldType PointsField() =>
        Connections.Nested(
            "points",
            "SeriesPointConnection",
            "序列点",
            "Its points in the order of time: one for each period that some figure is of, with the figure that 'rule' chooses. A period of "
                + "which no figure is, is no point: gaps are left open.",
            Points,
            Argument(From, "Date", "起始日", "Only periods that have a day on or after this one."),
            Argument(To, "Date", "截止日", "Only periods that have a day on or before this one."),
            Argument(LastN, "Int", "最近期数", $"Only the last so many, 1 to {PageRequest.Max}, still in the order of time."),
            Filters.Rule(),
            Argument("articles", "[ID!]", "文章", "Only what one of these articles prints."),
            Filters.PublishedByArgument(),
            Argument("recordedAsOf", "DateTime", "入库时点", "As the store knew it at this moment; now, where it is left out."),
            Argument(
                Unit,
                "String",
                "单位",
                "The unit of values and bounds, by code or word; without it the one into which all of its dimension convert: t, m, "
                    + "h, mo, %, "
                    + "the currency, and the measure word of what is counted."
            )
        );

    private static FieldType Dimension(LineDimension dimension)
    {
        var (name, type) = (dimension.Name, dimension.IsRequired ? $"{dimension.Type}!" : dimension.Type);
        return dimension.Kind is LineDimensionKind.Node
                ? Linked<Line>(name, type, dimension.Chinese, dimension.English, (request, line) =>
                    dimension.Value(line.Some) is string id ? request.Node(id) : null
                )
            : dimension.Kind is LineDimensionKind.Nodes
                ? Field<Line>(name, $"[{type}!]!", dimension.Chinese, dimension.English, line => dimension.NodesOf(line.Some).ToList())
                    .UpTo(Breakdown.MaxMembers)
            : Field<Line>(name, type, dimension.Chinese, dimension.English, line => dimension.Value(line.Some));
    }

    private static IEnumerable<FieldType> PointFields() =>
        [
            Field<LinePoint>("periodStart", "Date", "首日", "The first day; null where that is open.", p => p.Point.First),
            Field<LinePoint>(
                "periodEnd",
                "Date!",
                "末日",
                "The last day; of a period without one, or of what has no days, the day of its print.",
                p => p.Point.Last
            ),
            Field<LinePoint>("value", "Decimal", "数值", "The number in 'unit'; null for ranges and vague words.", p => p.Quantity?.Value),
            Field<LinePoint>("valueText", "String", "数值文本", "The same as text; null where there is none.", p =>
                p.Quantity?.Value is { } value ? DecimalScalar.Text(value) : null
            ),
            Field<LinePoint>("lower", "Bound", "下限", "The lower end of what it can mean; null where there is none.", p =>
                p.Quantity?.Lower
            ),
            Field<LinePoint>("upper", "Bound", "上限", "The upper end of what it can mean; null where there is none.", p =>
                p.Quantity?.Upper
            ),
            Field<LinePoint>(
                "unit",
                "Unit",
                "单位",
                "The unit of value and bounds; null where its own does not convert into the one that was asked for.",
                p => p.Quantity?.Unit
            ),
            Field<LinePoint>("observation", "Observation!", "数据", "The figure that stands for it, as published.", p => p.Point.Chosen),
            Linked<LinePoint>(
                "report",
                "FactReport!",
                "同一事实的其他报道",
                "What else is printed for it, by the day and at the moment that were asked for.",
                (request, p) => ReportSchema.Load(request, p.Point.Chosen, p.Asked.PublishedBy, p.Asked.RecordedAsOf)
            ),
            DerivedSchema.Field(),
        ];

    private static Question Read(ArgumentReader arguments)
    {
        var (from, to) = (arguments.Value<LocalDate>(From), arguments.Value<LocalDate>(To));
        if (from > to)
            arguments.Report(From, GraphErrors.InvalidArgument, $"is after '{To}'; nothing lies between.");
        if (arguments.Has(LastN) && arguments.Has("after"))
            arguments.Report(LastN, GraphErrors.InvalidArgument, "has one page; leave 'after' out, or it.");
        var last = LastOf(arguments);
        return new(
            new()
            {
                Days = from is null && to is null ? null : new(from, to),
                LastN = last,
                Rule = Filters.RuleOf(arguments),
                Articles = arguments.Articles("articles"),
                PublishedBy = arguments.Value<LocalDate>("publishedBy"),
                RecordedAsOf = arguments.Value<Instant>("recordedAsOf"),
            },
            ObservationFilters.UnitIn(arguments, Unit)
        );
    }

    private static int? LastOf(ArgumentReader arguments)
    {
        if (arguments.Value<int>(LastN) is not { } last)
            return null;
        if (last is < 1 or > PageRequest.Max)
            arguments.Report(
                LastN,
                GraphErrors.InvalidArgument,
                $"is {last}; allowed are 1 to {PageRequest.Max}, and without it no point is left out."
            );
        else if (arguments.Value<int>("first") < last)
            arguments.Report(
                LastN,
                GraphErrors.InvalidArgument,
                $"is {last}, which makes one page, and 'first' allows {arguments.Value<int>("first")} on it; leave one of them out."
            );
        return Math.Clamp(last, 1, PageRequest.Max);
    }

    private static Page<LinePoint> PageOf(Page<SeriesPoint> page, Question question) =>
        new(
            [
                .. page.Items.Select(point => new LinePoint(
                    point,
                    question.Points,
                    point.Chosen.Quantity.Told(question.Unit),
                    question.Unit
                )),
            ],
            page.Keys,
            page.HasMore
        );
}
