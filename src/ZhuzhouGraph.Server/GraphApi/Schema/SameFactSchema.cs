using GraphQL.DataLoader;
using GraphQL.Types;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
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
                Agreeing(
                    "unitJump",
                    "Int",
                    "单位跳变",
                    "The power of ten between the numbers, where that alone tells them apart and it is 3 or more, or −3 or less: "
                        + "rather a slip "
                        + "than news. Otherwise null.",
                    agreement => agreement.UnitJump
                ),
            ],
            Connections.TotalCount<Observation>()
        );

    /// <summary>Who printed what first decides, too, so the articles of both are looked up.</summary>
    private static FieldType Agreeing(string name, string type, string chinese, string english, Func<FactAgreement, object?> read) =>
        Linked<Connections.Edge>(name, type, chinese, english, (request, edge) =>
        {
            var (figure, other) = ((Observation)edge.Parent!, (Observation)edge.Node!);
            var (one, two) = (request.Node(figure.Article), request.Node(other.Article));
            return new Level(async cancellation =>
                read(FactAgreement.Between(await PrintOf(figure, one, cancellation), await PrintOf(other, two, cancellation)))
            );
        });

    private static async Task<Print> PrintOf(Observation figure, IDataLoaderResult article, CancellationToken cancellation) =>
        new(figure, ((Article)(await article.GetResultAsync(cancellation))!).Date);
}
