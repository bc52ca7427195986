using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.GraphApi.Schema;
using Ambiguous = ZhuzhouGraph.Server.GraphApi.Schema.RankingSchema.Ambiguous;
using Answer = ZhuzhouGraph.Server.GraphApi.Schema.RankingSchema.Answer;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary><c>/ranking</c>: entities compared; <c>/observations/counts</c>: how many figures there are of each sort.</summary>
internal static class Rankings
{
    private const string By = "by",
        GroupBy = "groupBy";

    public static void AddShapes(RestShapes shapes)
    {
        shapes.Add(
            "RankedEntity",
            "排序条目",
            "An entity in a ranking.",
            [
                .. shapes.Same("RankedEntity", "rank"),
                shapes.Field<Ranked>("entity", "NodeRef!", "实体", "The entity.", (r, nodes) => nodes.Node(r.Figure.About)),
                .. shapes.Same("RankedEntity", "value", "valueText", "lower", "upper", "unit", "isCertain", "observation"),
            ]
        );
        shapes.Add(
            "SeveralLines",
            "多序列者",
            "An entity with figures on several lines.",
            [
                shapes.Field<Ambiguous>("entity", "NodeRef!", "实体", "The entity.", (s, nodes) => nodes.Node(s.Entity)),
                .. shapes.Same("SeveralLines", "seriesIds"),
            ]
        );
        shapes.Add(
            "Ranking",
            "排序比较",
            "Entities compared.",
            [
                .. shapes.Same("Ranking", "rule", "measure", "accumulation", "status", "periodStart", "periodEnd", "items"),
                shapes.Field<Answer>("without", "[NodeRef!]!", "无数据者", "Those without a figure for the period.", (a, nodes) =>
                    a.Found.Without.Select(nodes.Node)
                ),
                .. shapes.Same("Ranking", "newestOfOthers", "several", "unranked"),
            ]
        );
        shapes.Add(
            "ObservationGroup",
            "数据组",
            "The figures of one sort.",
            [
                new(
                    By,
                    RestType.Free,
                    SchemaParts.Describe("分组值", "What they agree in: a member for each of 'groupBy', a NodeRef or a text."),
                    (item, nodes) =>
                    {
                        var (group, node, text) = ((GroupCount)item, shapes.TypeOf("NodeRef!"), shapes.TypeOf("String!"));
                        return new FreeObject([
                            .. group.By.Select(
                                (key, at) =>
                                    key.Kind is GroupKeyKind.Node
                                        ? (key.Name, node, (object?)nodes.Node(group.Values[at]))
                                        : (key.Name, text, group.Values[at])
                            ),
                        ]);
                    }
                ),
                .. shapes.Same("ObservationTally", "count", "firstDay", "lastDay"),
            ]
        );
    }

    public static IEnumerable<RestOperation> Operations(RestShapes shapes)
    {
        var query = (GraphQL.Types.IComplexGraphType)shapes.Schema.AllTypes["Query"]!;
        yield return new(
            "getRanking",
            "/ranking",
            "排序比较",
            "Entities compared for one indicator and one period: the largest first, with who has no figure.",
            [.. RestParameter.Of(query.Fields.Find("ranking")!)],
            shapes["Ranking"],
            RankAsync
        );
        yield return new(
            "countObservations",
            "/observations/counts",
            "数据计数",
            "How many figures there are of each sort, the most first, with from when to when they are.",
            [
                .. RestList
                    .Parameters(shapes, "Query", "observationCounts")
                    .Select(parameter => parameter.Name == By ? parameter with { Name = GroupBy } : parameter),
            ],
            RestList.Page(
                shapes,
                shapes["ObservationGroup"],
                shapes.Field<RestPage>(
                    "ungrouped",
                    "Int!",
                    "未分组数",
                    "How many figures fit and stand in no group, because they have nothing of what is grouped by.",
                    p => p.Ungrouped
                )
            ),
            call =>
                RestList.AnswerAsync(call, Asking.Filters.ObservationGroups, null, group =>
                    group.By.Zip(group.Values).Where(of => of.First.Kind is GroupKeyKind.Node).Select(of => of.Second)
                )
        );
    }

    private static async Task<RestAnswer?> RankAsync(RestCall call)
    {
        var asked = await call.ReadAsync(RankingSchema.Composed.Read);
        if (call.Faults.Count > 0)
            return null;
        var found = await asked.ReadAsync(call.Snapshot, call.CancellationToken);
        return new(
            new Answer(asked, found),
            await LinkedNodes.LoadAsync(
                call.Snapshot,
                [.. found.Items.Select(item => item.Figure), .. found.Newest, .. found.Unranked],
                1,
                call.CancellationToken,
                [.. found.Without, .. found.Several.Select(several => several.Entity)]
            )
        );
    }
}
