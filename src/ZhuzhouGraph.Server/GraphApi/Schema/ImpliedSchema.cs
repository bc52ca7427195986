using GraphQL.Types;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Text;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>What figures imply: worked out when it is asked for, with the formula, and beside the figures that it follows from.</summary>
internal static class ImpliedSchema
{
    public const string AcrossPriceBases = "acrossPriceBases";

    /// <summary>The word that tells what was worked out from what was printed.</summary>
    public const string Status = "DERIVED";

    public static QueryArgument AcrossArgument() =>
        Argument(
            AcrossPriceBases,
            "Boolean",
            "是否跨价格基准",
            "Whether a value is wanted where one figure is at constant prices and the other is not; without it that is refused.",
            false
        );

    public static FieldType StatusField<T>() =>
        Field<T>("status", "String!", "数据状态", $"{Status}: it was not measured, aimed at or expected.", _ => Status);

    /// <summary>How the change is read, and whether price bases were mixed.</summary>
    public static IEnumerable<FieldType> Labels<T>(Func<T, Observation?> change, Func<T, bool> isAcross) =>
        [
            Field<T>(
                "words",
                "String",
                "变动词",
                "The words of the change that it follows from, as printed; null where it follows from none.",
                x => change(x)?.Figure
            ),
            Field<T>(
                "rule",
                "ChangeRule",
                "变动词规则",
                "The rule by which these words give the number; null where no rule reads them so.",
                x => change(x) is { } figure ? ChangeWords.RuleOf(figure) : null
            ),
            Field<T>(
                AcrossPriceBases,
                "Boolean!",
                "是否跨价格基准",
                "Whether one figure is at constant prices and the other is not: the value is neither nominal nor real, and is "
                    + "told because it "
                    + $"was wanted by '{AcrossPriceBases}'.",
                x => isAcross(x)
            ),
        ];

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
                    StatusField<Implied>(),
                    .. Reckoned<Implied>(i => i.Value, i => i.Interval),
                    Field<Implied>("unit", "Unit!", "单位", "The unit of value and bounds.", i => i.Unit),
                    Field<Implied>("formula", "String!", "算式", "What was reckoned, such as 34000 t / (1 + 240 / 100).", i => i.Formula),
                    Field<Implied>("refused", "ImpliedRefusal", "不可推算原因", "Why nothing follows; null where something does.", i =>
                        i.Refused
                    ),
                    Field<Implied>("inputs", "[ID!]!", "来源数据", "The ids of the figures, in the order of the formula.", i => i.Inputs),
                    .. Labels<Implied>(i => i.Change, i => i.IsAcrossPriceBases),
                ]
            ),
            .. Connections.Types<Observation>(
                "Implied",
                "Observation",
                "推算值",
                [
                    Prepared(
                        "follows",
                        "ImpliedValue!",
                        "推算值",
                        "What follows from both figures.",
                        context =>
                        {
                            var isAcross = IsAcross(RequestScope.Of(context).ArgumentsOf(context));
                            return edge =>
                                Implied.Of(
                                    (Observation)((Connections.Edge)edge).Parent!,
                                    (Observation)((Connections.Edge)edge).Node!,
                                    isAcross
                                );
                        },
                        AcrossArgument()
                    ),
                ],
                Connections.TotalCount<Observation>()
            ),
        ];

    public static bool IsAcross(ArgumentReader arguments) => arguments.Value<bool>(AcrossPriceBases) is true;

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
