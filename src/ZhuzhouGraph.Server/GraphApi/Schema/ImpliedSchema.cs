using GraphQL.Types;
using ZhuzhouGraph.Server.Asking;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>What figures imply: worked out when it is asked for, with the formula, and beside the figures that it follows from.</summary>
internal static class ImpliedSchema
{
    public static IEnumerable<FieldType> Fields() =>
        [
            Field<Observation>(
                "factor",
                "ImpliedValue",
                "倍数",
                "How many times the base the new level is, of a rate of change: growth by 240 % is 3.4 times. Null of other measures.",
                Implied.FactorOf
            ),
            Connections.Nested(
                "implied",
                "ImpliedConnection",
                "推算值",
                "What it and each figure beside it imply: of a level or share the changes, of a change the levels and shares, of the same "
                    + "indicator, thing, place, status and days (as 'sameFact' has them). The node is the figure beside it, the edge has "
                    + "what follows, or why nothing does. Nothing of it is printed.",
                Filters.Alike(Likeness.Implying),
                Filters.Order(ObservationOrder.Print)
            ),
        ];

    public static IEnumerable<IGraphType> Types() =>
        [
            Object(
                "ImpliedValue",
                "推算值",
                "A value that follows from printed figures and is not printed itself: cite the figures, and the formula.",
                [
                    Field<Implied>("kind", "ImpliedKind!", "种类", "What it is.", i => i.Kind),
                    .. Reckoned<Implied>(i => i.Value, i => i.Interval),
                    Field<Implied>("unit", "Unit!", "单位", "The unit of value and bounds.", i => i.Unit),
                    Field<Implied>("formula", "String!", "算式", "What was reckoned, such as 34000 t / (1 + 240 / 100).", i => i.Formula),
                    Field<Implied>("refused", "ImpliedRefusal", "不可推算原因", "Why nothing follows; null where something does.", i =>
                        i.Refused
                    ),
                ]
            ),
            .. Connections.Types<Observation>(
                "Implied",
                "Observation",
                "推算值",
                [
                    Field<Connections.Edge>("follows", "ImpliedValue!", "推算值", "What follows from both figures.", edge =>
                        Implied.Of((Observation)edge.Parent!, (Observation)edge.Node!)
                    ),
                ],
                Connections.TotalCount<Observation>()
            ),
        ];

    /// <summary>The value and the bounds of what was worked out.</summary>
    public static IEnumerable<FieldType> Reckoned<T>(Func<T, decimal?> value, Func<T, Interval?> interval) =>
        [
            Field<T>(
                "value",
                "Decimal",
                "数值",
                "The value of the printed numbers, of 12 digits; null where one of them is a range, or nothing follows.",
                x => value(x)
            ),
            Field<T>("valueText", "String", "数值文本", "The same as text; null where there is none.", x =>
                value(x) is { } number ? DecimalScalar.Text(number) : null
            ),
            Field<T>("lower", "Bound", "下限", "The least that it can be, by all that the figures can mean.", x => interval(x)?.Lower),
            Field<T>("upper", "Bound", "上限", "The most that it can be, by all that the figures can mean.", x => interval(x)?.Upper),
        ];
}
