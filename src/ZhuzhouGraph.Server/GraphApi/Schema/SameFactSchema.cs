using GraphQL.Types;
using ZhuzhouGraph.Server.Asking;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>What others print for the same, and whether they agree: it stands on the edge, because it is of two figures.</summary>
internal static class SameFactSchema
{
    public static FieldType Field() =>
        Connections.Nested(
            "sameFact",
            "SameFactConnection",
            "同一事实",
            "The other figures of its series with the same days and status: what others print for the same. The edges say whether they "
                + "agree. What has no days of its own is of the day of its print, and a period without a last day lasts until then. A "
                + "change, rate of change, multiple or difference of percentages whose comparison is not stated is no fact that another "
                + "states as well.",
            Filters.Alike(Likeness.SameFact),
            Filters.Order(ObservationOrder.Print)
        );

    public static IEnumerable<IGraphType> Types() =>
        Connections.Types<Observation>(
            "SameFact",
            "Observation",
            "同一事实",
            [
                Agreeing(
                    "agreement",
                    "Agreement",
                    "一致程度",
                    "Whether it agrees with the figure whose field this is. Null where they do not compare: a number is missing (前列), or "
                        + "units do not convert.",
                    agreement => agreement.Kind
                ),
                Agreeing(
                    "relation",
                    "IntervalRelation",
                    "区间关系",
                    "How what it can mean lies to what the figure can mean; null where they do not compare.",
                    agreement => agreement.Relation
                ),
                Agreeing(
                    "how",
                    "String!",
                    "依据",
                    "Both numbers, its own first, and what decided: 58 firms lies in [54, 60) firms.",
                    agreement => agreement.How
                ),
            ],
            Connections.TotalCount<Observation>()
        );

    private static FieldType Agreeing(string name, string type, string chinese, string english, Func<FactAgreement, object?> read) =>
        Field<Connections.Edge>(name, type, chinese, english, edge =>
            read(FactAgreement.Between(((Observation)edge.Parent!).Quantity, ((Observation)edge.Node!).Quantity))
        );
}
