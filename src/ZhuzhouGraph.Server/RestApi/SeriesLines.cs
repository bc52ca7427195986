using ZhuzhouGraph.Exports;
using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.RestApi.Files;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary><c>/series</c>: figures as lines, and the points of one.</summary>
internal static class SeriesLines
{
    private const string Of = "Series",
        Point = "SeriesPoint";

    private sealed record Answer(Line Line, RestPage Page);

    public static void AddShapes(RestShapes shapes)
    {
        shapes.Add(
            Of,
            "序列",
            "What may be drawn as one line: figures that agree in all of its dimensions and have one status.",
            [
                .. shapes.Same(Of, "id"),
                .. LineDimension.All.Select(dimension => Dimension(shapes, dimension)),
                .. shapes.Same(Of, "figureCount", "pointCount", "periodStart", "periodEnd", "units"),
                shapes.Field<Line>("url", "String!", "网址", "Its points in this API.", UrlOf),
            ]
        );
        shapes.Add(
            Point,
            "序列点",
            "A period of a line, with the figure that stands for it.",
            [
                shapes.Field<LinePoint>(
                    "period",
                    "String!",
                    "代码",
                    "The days in one word: 2023, 2023-Q3, 2023-05, 2023-05-19, or from one to another; .. is an open end.",
                    p => PeriodCodes.Of(new Period("", p.Point.First, p.Point.Last, default, default))
                ),
                .. shapes.Same(Point, "periodStart", "periodEnd", "value", "valueText", "lower", "upper", "unit"),
                shapes.Field<LinePoint>("observation", "Observation!", "数据", "The figure that stands for it, as published.", p =>
                    p.Point.Chosen
                ),
                shapes.Field<LinePoint>("report", "FactReport!", "同一事实的其他报道", "What else is printed for it.", (p, nodes) =>
                    nodes.ReportOf(p.Point.Chosen.Id)
                ),
                shapes.Field<LinePoint>(
                    "derived",
                    "DerivedValue",
                    "推算值",
                    "What follows from it, where 'transform' is given; otherwise null.",
                    (p, nodes) => nodes.Derived.GetValueOrDefault(p.Point.Chosen.Id)
                ),
            ]
        );
    }

    public static IEnumerable<RestOperation> Operations(RestShapes shapes)
    {
        yield return new(
            "listSeries",
            "/series",
            "序列列表",
            "The lines that figures may be drawn as, those with the most figures first; the filters are those of figures. A file has the "
                + "figures that fit, each with the id of its series.",
            RestList.Parameters(shapes, "Query", "series"),
            RestList.Page(shapes, shapes[Of]),
            call => RestList.AnswerAsync(call, SeriesSchema.Lines, null)
        )
        {
            File = RestFile.OfList(shapes, call => RestList.FiguresAsync(call, SeriesSchema.Lines)),
            IsPosted = true,
        };
        var page = RestList.PageFields(
            shapes,
            shapes[Point],
            shapes.Field<RestPage>("rule", "String!", "取数规则", "How the figure of each point is chosen.", p => p.Rule)
        );
        yield return new(
            "getSeries",
            "/series/{id}",
            "单个序列",
            "One line with its points in the order of time: one for each period that some figure is of. A period of which no figure "
                + "is, is no point: gaps are left open. A file has a row for each of these points: its figure with the evidence, the value "
                + "in the unit that is asked for, and what 'transform' works out.",
            [
                .. RestList.Parameters(shapes, Of, "points"),
                RestParameter.Of(
                    DerivedSchema.Transform,
                    shapes.Schema.AllTypes["SeriesTransform"]!,
                    SchemaParts.Describe("变换", "What is worked out of each point, as 'derived'; nothing, where it is left out."),
                    [DerivedSchema.Transform]
                ),
                RestParameter.Of(
                    DerivedSchema.Whole,
                    shapes.Schema.AllTypes["ID"]!,
                    DerivedSchema.WholeArgument.Description!,
                    [DerivedSchema.Whole]
                ),
                ImpliedValues.Parameter(shapes),
            ],
            shapes.Add(
                $"{Of}Detail",
                "序列详情",
                "A line with a page of its points.",
                [.. Through<Line>(shapes[Of].Fields, answer => answer.Line), .. Through<RestPage>(page, answer => answer.Page)]
            ),
            AnswerAsync
        )
        {
            File = RestFile.OfList(shapes, FileAsync) with { IsBehindId = true },
            IdDescription = SchemaParts.Describe("序列标识", $"The id of a series, as /series and every figure tell it: {LineId.Form}."),
        };
    }

    public static string UrlOf(Line line) => $"{RestApi.Root}/series/{line.Id}";

    private static IEnumerable<RestField> Through<T>(IEnumerable<RestField> fields, Func<Answer, T> part) =>
        fields.Select(field => field with { Read = (item, nodes) => field.Read(part((Answer)item)!, nodes) });

    private static RestField Dimension(RestShapes shapes, LineDimension dimension)
    {
        var required = dimension.IsRequired ? "!" : "";
        return dimension.Kind is LineDimensionKind.Node
                ? shapes.Field<Line>(dimension.Name, $"NodeRef{required}", dimension.Chinese, dimension.English, (line, nodes) =>
                    nodes.NodeOrNull((string?)dimension.Value(line.Some))
                )
            : dimension.Kind is LineDimensionKind.Nodes
                ? shapes.Field<Line>(dimension.Name, $"[{dimension.Type}!]!", dimension.Chinese, dimension.English, (line, nodes) =>
                    dimension.NodesOf(line.Some).Select(nodes.Node)
                )
            : shapes.Same(Of, dimension.Name).Single();
    }

    /// <summary>What is asked of the line that the address names.</summary>
    private sealed record Question(Line Line, Unit? Unit, DerivedSchema.Question Derived);

    private static async Task<RestAnswer?> AnswerAsync(RestCall call)
    {
        if (await AskedAsync(call) is not { } asked || await RestList.AnswerAsync(call, SeriesSchema.Points, asked.Line) is not { } answer)
            return null;
        var page = (RestPage)answer.Item;
        List<LinePoint> points = [.. page.Items.Cast<LinePoint>()];
        if (asked.Derived.Kind is not null && points.Count > 0)
        {
            var deriving = asked.Derived.Points(points[0].Asked) with { Unit = asked.Unit };
            var derived = await deriving.ReadAsync(call.Snapshot, [.. points.Select(point => point.Point)], call.CancellationToken);
            answer = answer with { Nodes = answer.Nodes with { Derived = derived } };
        }
        return answer with { Item = new Answer(asked.Line, page) };
    }

    /// <summary>The points as a file: those that the answer in JSON has on all of its pages.</summary>
    private static async Task<ExportRequest?> FileAsync(RestCall call) =>
        await AskedAsync(call) is { } asked
            ? await RestList.FileAsync(
                call,
                SeriesSchema.Points,
                asked.Line,
                query =>
                    ExportRequest.Of(
                        new(LineId.Of(asked.Line.Some), SeriesSchema.AskedBy(query))
                        {
                            Unit = asked.Unit,
                            Transform = asked.Derived.Kind is null ? null : asked.Derived.Points(SeriesSchema.AskedBy(query)),
                        }
                    ),
                Cursor.Read
            )
            : null;

    private static async Task<Question?> AskedAsync(RestCall call)
    {
        // What is wrong with them is told when the points are asked for.
        var arguments = new ArgumentReader(call.Values, "", []);
        var (unit, moment) = (ObservationFilters.UnitIn(arguments, SeriesSchema.Unit), arguments.Value<NodaTime.Instant>("recordedAsOf"));
        if (LineId.Parse(call.Id!) is not { } id || await FindAsync(call, id, moment) is not { } line)
        {
            call.NotThere($"is no id of a series; /series tells them: {LineId.Form}.");
            _ = await call.ReadAsync(a => (SeriesSchema.Points.Read(a), DerivedSchema.Read(a)));
            return null;
        }
        if (unit is not null && !line.Units.Any(own => own.ConvertsTo(unit)))
            call.Wrong(
                SeriesSchema.Unit,
                GraphErrors.InvalidArgument,
                $"is {unit.Chinese} ({unit.Code}), into which {string.Join(", ", line.Units.Select(own => own.Code))} does not convert."
            );
        var derived = await call.ReadAsync(DerivedSchema.Read);
        if (derived.Of is { } whole && await FindAsync(call, whole, moment) is null)
            call.Wrong(DerivedSchema.Whole, GraphErrors.UnknownName, $"is '{whole}', which no series has as its id; /series tells them.");
        return new(line, unit, derived);
    }

    /// <summary>The line as it is now, or where it is no more, as it was at the moment that is asked for.</summary>
    private static async Task<Line?> FindAsync(RestCall call, LineId id, NodaTime.Instant? moment)
    {
        var query = new ObservationQuery { Lines = [id] };
        return await FirstAsync(query) ?? (moment is null ? null : await FirstAsync(query with { RecordedAsOf = moment }));

        async Task<Line?> FirstAsync(ObservationQuery of) =>
            (await call.Snapshot.ListAsync(new LineQuery(of), new PageRequest(1), call.CancellationToken)).Items is [var line]
                ? line
                : null;
    }
}
