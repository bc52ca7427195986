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

    /// <summary>What is to be worked out; <paramref name="Kind"/> is null for nothing.</summary>
    /// <param name="Of">The other line, of what needs one.</param>
    internal sealed record Question(SeriesTransform? Kind, LineId? Of, bool AcrossPriceBases)
    {
        /// <summary>The same for the points that were asked for, whichever of the line they are.</summary>
        public DerivedPoints Points(SeriesPoints asked) =>
            new(Kind!.Value, asked with { Days = null, LastN = null }, Of) { AcrossPriceBases = AcrossPriceBases };
    }

    public static readonly QueryArgument WholeArgument = Argument(
        Whole,
        "ID",
        "另一序列",
        "Of SHARE the id of the series of the whole, of LEVEL_AFTER that of the levels. Otherwise it is left out."
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
                    var asked = Read(request.ArgumentsOf(context));
                    return source => Load(request, (LinePoint)source, asked);
                },
                Argument(Transform, "SeriesTransform!", "变换", "What is worked out."),
                WholeArgument,
                ImpliedSchema.AcrossArgument()
            ),
            arguments => Read(arguments)
        );

    public static Question Read(ArgumentReader arguments)
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
        var needsAnother = kind is { } known && Derived.OfTwoLines.Contains(known);
        if (needsAnother && text is null)
            arguments.Report(
                Whole,
                GraphErrors.InvalidArgument,
                kind is SeriesTransform.Share
                    ? "is left out; SHARE needs the series of the whole."
                    : "is left out; LEVEL_AFTER needs the series of the levels."
            );
        if (!needsAnother && text is not null)
            arguments.Report(
                Whole,
                GraphErrors.InvalidArgument,
                $"is another series, which SHARE and LEVEL_AFTER need; '{Transform}' is neither."
            );
        if (kind is null && ImpliedSchema.IsAcross(arguments))
            arguments.Report(
                ImpliedSchema.AcrossPriceBases,
                GraphErrors.InvalidArgument,
                $"is of what '{Transform}' works out, which is left out."
            );
        return new(kind, of, ImpliedSchema.IsAcross(arguments));
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
                    ImpliedSchema.StatusField<Derived>(),
                    .. ImpliedSchema.Reckoned<Derived>(d => d.Value, d => d.Interval),
                    Field<Derived>("unit", "Unit", "单位", "The unit of value and bounds.", d => d.Unit),
                    Field<Derived>("formula", "String", "算式", "What was reckoned; null where an operand is missing.", d => d.Formula),
                    Field<Derived>("inputs", "[ID!]!", "来源数据", "The ids of the figures, in the order of the formula.", d => d.Inputs),
                    Field<Derived>("refused", "ImpliedRefusal", "不可推算原因", "Why nothing follows; null where something does.", d =>
                        d.Refused
                    ),
                    .. ImpliedSchema.Labels<Derived>(d => d.Change, d => d.IsAcrossPriceBases),
                ]
            ),
        ];

    private static object Load(RequestScope request, LinePoint point, Question question)
    {
        var asked = question.Points(point.Asked) with { Unit = point.Unit };
        var key = $"{point.Point.Chosen.Id} {asked.Asked.Rule}";
        request.Points[key] = point.Point;
        return request
            .Loader<Derived>(
                $"derived {asked.Kind} {asked.Of} {asked.AcrossPriceBases} {asked.Unit?.Code} {asked.Asked.Rule} {asked.Asked.PublishedBy} "
                    + $"{asked.Asked.RecordedAsOf} {string.Join(' ', asked.Asked.Articles)}",
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
