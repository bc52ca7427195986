using GraphQL.Types;
using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>What is worked out of the points of a line.</summary>
internal static class DerivedSchema
{
    public const string Transform = "transform",
        Whole = "of";

    /// <summary>The word that tells what was worked out from what was printed.</summary>
    private const string Status = "DERIVED";

    public static readonly QueryArgument WholeArgument = Argument(
        Whole,
        "ID",
        "整体",
        "Of SHARE: the id of the series of the whole. Otherwise it is left out."
    );

    /// <summary>The field of a point.</summary>
    public static FieldType Field() =>
        Connections.Checked(
            Prepared(
                "derived",
                "DerivedValue!",
                "推算值",
                "What follows from it and the point that is needed beside it, chosen by the same rule and for the same day.",
                context =>
                {
                    var request = RequestScope.Of(context);
                    var (kind, of) = Read(request.ArgumentsOf(context));
                    return source => Load(request, (LinePoint)source, kind!.Value, of);
                },
                Argument(Transform, "SeriesTransform!", "变换", "What is worked out."),
                WholeArgument
            ),
            arguments => Read(arguments)
        );

    /// <summary>What is to be worked out; null for nothing.</summary>
    public static (SeriesTransform? Kind, LineId? Of) Read(ArgumentReader arguments)
    {
        var kind = arguments.Value<SeriesTransform>(Transform);
        var text = arguments.Cursor(Whole);
        var of = text is null ? null : LineId.Parse(text);
        if (text is not null && of is null)
            arguments.Report(
                Whole,
                GraphErrors.InvalidId,
                $"is '{ArgumentReader.Shorten(text)}', which is no id of a series; allowed: {LineId.Form}."
            );
        if (kind is SeriesTransform.Share && text is null)
            arguments.Report(Whole, GraphErrors.InvalidArgument, "is left out; SHARE needs the series of the whole.");
        if (kind is not SeriesTransform.Share && text is not null)
            arguments.Report(Whole, GraphErrors.InvalidArgument, $"is the whole of a share; '{Transform}' is no SHARE.");
        return (kind, of);
    }

    public static IEnumerable<IGraphType> Types() =>
        [
            Object(
                "DerivedValue",
                "推算值",
                "A value that was worked out of printed figures and is not printed itself: cite the figures, and the formula.",
                [
                    Field<Derived>("transform", "SeriesTransform!", "变换", "What was worked out.", d => d.Kind),
                    Field<Derived>(
                        "periodStart",
                        "Date",
                        "首日",
                        "The first day that it is of: of what was made of sums the first of the part that the last one added.",
                        d => d.Period?.First
                    ),
                    Field<Derived>("periodEnd", "Date", "末日", "The last day that it is of.", d => d.Period?.Last),
                    Field<Derived>("status", "String!", "数据状态", $"{Status}: it was not measured, aimed at or expected.", _ => Status),
                    .. ImpliedSchema.Reckoned<Derived>(d => d.Value, d => d.Interval),
                    Field<Derived>("unit", "Unit", "单位", "The unit of value and bounds.", d => d.Unit),
                    Field<Derived>("formula", "String", "算式", "What was reckoned; null where an operand is missing.", d => d.Formula),
                    Field<Derived>("inputs", "[ID!]!", "来源数据", "The ids of the figures, in the order of the formula.", d => d.Inputs),
                    Field<Derived>("refused", "ImpliedRefusal", "不可推算原因", "Why nothing follows; null where something does.", d =>
                        d.Refused
                    ),
                ]
            ),
        ];

    private static object Load(RequestScope request, LinePoint point, SeriesTransform kind, LineId? of)
    {
        var asked = new DerivedPoints(kind, point.Asked with { Days = null, LastN = null }, of);
        var key = $"{point.Point.Chosen.Id} {asked.Asked.Rule}";
        request.Points[key] = point.Point;
        return request
            .Loader<Derived>(
                $"derived {kind} {of} {asked.Asked.Rule} {asked.Asked.PublishedBy} {asked.Asked.RecordedAsOf} "
                    + $"{string.Join(' ', asked.Asked.Articles)}",
                async (snapshot, keys, cancellation) =>
                {
                    var points = keys.ToDictionary(known => known, known => request.Points[known], StringComparer.Ordinal);
                    var derived = await asked.ReadAsync(snapshot, points.Values, cancellation);
                    return points.ToDictionary(known => known.Key, known => derived[known.Value.Chosen.Id], StringComparer.Ordinal);
                }
            )
            .Load(key, derived => derived);
    }
}
